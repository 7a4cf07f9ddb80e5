"""Reads the pages of an archive; a file that holds what it held at an earlier build is not read again.

What was read is kept by folder, a month of papers or all days, so that a new day has little written.
"""

from collections import defaultdict
from collections.abc import Callable, Mapping
from contextlib import suppress
from pathlib import Path
from typing import Any, TypeVar

from ..archive.files import read
from ..archive.kept import keep, recall
from .pickled import pickled, unpickled
from .store import digest

T = TypeVar("T")

_Pages = dict[str, tuple[bytes, Any]]
"""Pages with the digests of their files, by name."""


class Reader:
    """Takes pages from what an earlier build read, where the file holds the same bytes."""

    def __init__(
        self, kept: Path | None = None, common: bytes = b"", held: Mapping[str, bytes] | None = None
    ) -> None:
        """Take the folder of what was read; `common` tells apart programs that read in other ways.

        `held` are the digests of files that were looked at just now, by name: of these no other bytes count.
        """
        self._kept, self._common = kept, common
        self._held = held or {}
        self._known: dict[str, _Pages] = {}
        self._read: dict[str, _Pages] = defaultdict(dict)

    @property
    def digests(self) -> Mapping[str, bytes]:
        """The digests of all files whose pages were given, by name."""
        return {name: each for pages in self._read.values() for name, (each, _) in pages.items()}

    def page(self, path: Path, name: str, parse: Callable[[bytes], T]) -> tuple[T, bytes]:
        """Give the page in a file of the archive, as `parse` gives it, and the digest of the file.

        The file is read once, since somebody may be writing to it.
        """
        folder = path.parent.name
        known, now = self._in_folder(folder).get(name), self._held.get(name)
        if not known or known[0] != now:
            data = read(path)
            now = digest(data)
            known = known if known and known[0] == now else (now, parse(data))
        self._read[folder][name] = known
        return known[1], known[0]

    def keep(self) -> None:
        """Keep what was read for the next build, and nothing of a file that is gone."""
        if not self._kept:
            return
        for folder, pages in self._read.items():
            if _digests(pages) != _digests(self._known[folder]):
                keep(self._kept / folder, pickled(pages), self._common)
        for file in self._kept.glob("*"):
            if file.name not in self._read:
                with suppress(OSError):
                    file.unlink()

    def _in_folder(self, folder: str) -> _Pages:
        if folder not in self._known:
            data = recall(self._kept / folder, self._common) if self._kept else None
            self._known[folder] = unpickled(data) if data else {}
        return self._known[folder]


def _digests(pages: _Pages) -> Mapping[str, bytes]:
    return {name: each for name, (each, _) in pages.items()}
