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

ARCHIVE = "the archive"
"""The cause of which single pages tell more: all that it holds."""

Stat = tuple[int, int, int, int]
"""Size, and times and number as the file system gives them."""


@dataclass(frozen=True, slots=True)
class Ledger:
    """What a site holds, and what all of it was made with."""

    files: Mapping[str, tuple[str, Stat]]
    """The key of each file by its path in the site, and its stat."""
    causes: Mapping[str, str]
    """What its pages follow from, as keys by name."""
    others: Collection[str] = ()
    """The paths of the files that MkDocs made."""

    def key(self, path: str) -> str:
        """Give the key of a file; "" for one that the site does not hold."""
        return self.files[path][0] if path in self.files else ""

    def why(self, made: Mapping[str, str], causes: Mapping[str, str]) -> str:
        """Say why pages, given as keys by path, had to be made for a site that all of `causes` made."""
        if not self.files:
            return "no earlier build is known"
        other = {name for name, key in causes.items() if self.causes.get(name) != key}
        if changed := [name for name in causes if name in other - {ARCHIVE}]:
            return f"{' and '.join(changed)} changed"
        new = sum(not self.key(path) for path in made)
        lost = sum(self.key(path) == key for path, key in made.items())
        counts = {"new": new, "changed": len(made) - new - lost, "lost from the cache": lost}
        return ", ".join(f"{count:,} {kind}" for kind, count in counts.items() if count)


_FORM = b"[{path: [key, stat]}, {cause: key}, [other]]"
"""How a ledger is written; in another form, it is none."""


def ledger_file(cache: Path, site: Path, served: bool) -> Path:
    """Give the file of a site's ledger; what is `served` lies in a folder of its own each time."""
    name = "served" if served else sha256(str(site.resolve()).encode()).hexdigest()[:16]
    return cache / "sites" / f"{name}.json"


def read_ledger(file: Path) -> Ledger:
    """Read a ledger; a missing or damaged one tells nothing."""
    if not (data := recall(file, _FORM)):
        return Ledger({}, {})
    files, causes, others = json.loads(data)
    return Ledger({path: (key, _read(stat)) for path, (key, stat) in files.items()}, causes, others)


def write_ledger(file: Path, ledger: Ledger) -> None:
    """Enter all files of a site with the keys of what they hold."""
    told = [ledger.files, ledger.causes, sorted(ledger.others)]
    keep(file, json.dumps(told, separators=(",", ":")).encode(), _FORM)


@dataclass(frozen=True, slots=True)
class Standing:
    """A site as it stands, and what is known of it."""

    known: Ledger
    present: Mapping[str, Stat]
    """What the file system says of each of its files."""

    def fresh(self, keys: Mapping[str, str]) -> Collection[str]:
        """Give the paths whose files are as they must be."""
        files, present = self.known.files, self.present
        return {
            path for path, key in keys.items() if path in present and files.get(path) == (key, present[path])
        }

    def own(self, causes: Mapping[str, str]) -> Mapping[str, str] | None:
        """Give the keys of all files but those that MkDocs made, by path.

        None where they follow from other causes, or are not as they must be.
        """
        if ARCHIVE not in causes or not causes.items() <= self.known.causes.items():
            return None
        files = self.known.files
        keys = {path: files[path][0] for path in files.keys() - {*self.known.others}}
        return keys if len(self.fresh(keys)) == len(keys) else None


def standing(file: Path, site: Path) -> Standing:
    """Look at a site, of which a file is the ledger."""
    return Standing(read_ledger(file), dict(stats_of(site)))


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
