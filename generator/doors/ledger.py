"""What a built site holds, so that a build writes only what differs.

Each file is known by the key of what was written and by what the file system says of it, which changes
whenever somebody writes to it. So a site that was half brought over, or edited, is set right file by file.
"""

import json
import os
from collections.abc import Collection, Iterator, Mapping, Sequence
from hashlib import sha256
from pathlib import Path

from ..archive.files import write

Stat = tuple[int, int, int, int]
"""Size, and times and number as the file system gives them."""


Ledger = Mapping[str, tuple[str, Stat]]
"""The key of each file by its path in the site, and its stat."""


def ledger_file(cache: Path, site: Path, served: bool) -> Path:
    """Give the file of a site's ledger; what is `served` lies in a folder of its own each time."""
    name = "served" if served else sha256(str(site.resolve()).encode()).hexdigest()[:16]
    return cache / "sites" / f"{name}.json"


def read_ledger(file: Path) -> Ledger:
    """Read a ledger; a missing or damaged one tells nothing."""
    try:
        entries = json.loads(file.read_bytes())
        return {path: (str(key), _stat(stat)) for path, (key, stat) in entries.items()}
    except (OSError, ValueError, TypeError, AttributeError, RecursionError):
        return {}


def write_ledger(file: Path, keys: Mapping[str, str], stats: Mapping[str, Stat]) -> None:
    """Enter all files of a site with the keys of what they hold."""
    entries = {path: (key, stats[path]) for path, key in keys.items() if path in stats}
    write(file, json.dumps(entries, separators=(",", ":")))


def fresh(ledger: Ledger, present: Mapping[str, Stat], keys: Mapping[str, str]) -> Collection[str]:
    """Give the paths whose files are as they must be."""
    return {
        path for path, key in keys.items() if path in present and ledger.get(path) == (key, present[path])
    }


def stats_of(folder: Path) -> Iterator[tuple[str, Stat]]:
    """Give all files below a folder by path, with what tells whether they are as they were."""
    waiting = [(os.fspath(folder), "")] if folder.is_dir() else []
    while waiting:
        name, prefix = waiting.pop()
        with os.scandir(name) as entries:
            for entry in entries:
                if entry.is_dir(follow_symlinks=False):
                    waiting.append((entry.path, f"{prefix}{entry.name}/"))
                else:
                    stat = entry.stat(follow_symlinks=False)
                    yield prefix + entry.name, (stat.st_size, stat.st_mtime_ns, stat.st_ctime_ns, stat.st_ino)


def _stat(numbers: Sequence[int]) -> Stat:
    size, changed, noted, number = numbers
    return size, changed, noted, number
