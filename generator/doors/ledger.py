"""What a built site holds, so that a build writes only what differs.

Each file is known by the key of what was written and by what the file system says of it, which changes
whenever somebody writes to it. So a site that was half brought over, or edited, is set right file by file.
"""

import json
import os
from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass
from hashlib import sha256
from pathlib import Path

from ..archive.kept import keep, recall

Stat = tuple[int, int, int, int]
"""Size, and times and number as the file system gives them."""


@dataclass(frozen=True, slots=True)
class Ledger:
    """What a site holds, and what all of it was made with."""

    files: Mapping[str, tuple[str, Stat]]
    """The key of each file by its path in the site, and its stat."""
    causes: Mapping[str, str]
    """What all pages follow from, as keys by name."""

    def key(self, path: str) -> str:
        """Give the key of a file; "" for one that the site does not hold."""
        return self.files[path][0] if path in self.files else ""

    def why(self, made: Mapping[str, str], causes: Mapping[str, str]) -> str:
        """Say why pages, given as keys by path, had to be made for a site that all of `causes` made."""
        if not self.files:
            return "no earlier build is known"
        if changed := [name for name, key in causes.items() if self.causes.get(name) != key]:
            return f"{' and '.join(changed)} changed"
        new = sum(not self.key(path) for path in made)
        lost = sum(self.key(path) == key for path, key in made.items())
        counts = {"new": new, "changed": len(made) - new - lost, "lost from the cache": lost}
        return ", ".join(f"{count:,} {kind}" for kind, count in counts.items() if count)


_FORM = b"[{path: [key, stat]}, {cause: key}]"
"""How a ledger is written; in another form, it is none."""


def ledger_file(cache: Path, site: Path, served: bool) -> Path:
    """Give the file of a site's ledger; what is `served` lies in a folder of its own each time."""
    name = "served" if served else sha256(str(site.resolve()).encode()).hexdigest()[:16]
    return cache / "sites" / f"{name}.json"


def read_ledger(file: Path) -> Ledger:
    """Read a ledger; a missing or damaged one tells nothing."""
    if not (data := recall(file, _FORM)):
        return Ledger({}, {})
    files, causes = json.loads(data)
    return Ledger({path: (key, _read(stat)) for path, (key, stat) in files.items()}, causes)


def write_ledger(
    file: Path, keys: Mapping[str, str], stats: Mapping[str, Stat], causes: Mapping[str, str]
) -> None:
    """Enter all files of a site with the keys of what they hold."""
    files = {path: (key, stats[path]) for path, key in keys.items()}
    keep(file, json.dumps([files, causes], separators=(",", ":")).encode(), _FORM)


def fresh(ledger: Ledger, present: Mapping[str, Stat], keys: Mapping[str, str]) -> Collection[str]:
    """Give the paths whose files are as they must be."""
    files = ledger.files
    return {path for path, key in keys.items() if path in present and files.get(path) == (key, present[path])}


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
                    yield prefix + entry.name, _stat(entry.stat(follow_symlinks=False))


def stat_of(file: Path) -> Stat:
    """Give what tells whether a file is as it was."""
    return _stat(file.lstat())


def _stat(stat: os.stat_result) -> Stat:
    return stat.st_size, stat.st_mtime_ns, stat.st_ctime_ns, stat.st_ino


def _read(numbers: Sequence[int]) -> Stat:
    size, changed, noted, number = numbers
    return size, changed, noted, number
