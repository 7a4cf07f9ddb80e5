"""Reads the pages of an archive; a file that holds what it held at an earlier build is not read again."""

import io
import pickle
from collections.abc import Callable
from dataclasses import is_dataclass
from datetime import date
from pathlib import Path
from typing import Any, TypeVar

from ..archive.files import read
from ..archive.kept import keep, recall
from .store import digest

T = TypeVar("T")

_MODULES = frozenset({"generator.papers.records", "generator.archive.pages", "datetime"})


class Reader:
    """Takes pages from what an earlier build read, where the file holds the same bytes."""

    def __init__(self, file: Path | None = None, common: bytes = b"") -> None:
        """Open what was read; `common` tells apart programs, and settings, that read in other ways."""
        self._file, self._common = file, common
        self._known: dict[str, tuple[bytes, Any]] = _load(file, common) if file else {}
        self._read: dict[str, tuple[bytes, Any]] = {}

    def page(self, path: Path, name: str, parse: Callable[[bytes], T]) -> tuple[T, bytes]:
        """Give the page in a file of the archive, as `parse` gives it, and the digest of the file.

        The file is read once, since somebody may be writing to it.
        """
        held = read(path)
        now = digest(held)
        known = self._known.get(name)
        page = known[1] if known and known[0] == now else parse(held)
        self._read[name] = (now, page)
        return page, now

    def keep(self) -> None:
        """Keep what was read for the next build, and nothing of a file that is gone."""
        if self._file and {name: each[0] for name, each in self._read.items()} != {
            name: each[0] for name, each in self._known.items()
        }:
            keep(self._file, pickle.dumps(self._read, 5), self._common)


class _Records(pickle.Unpickler):
    """Reads records and nothing else: a foreign file runs no code."""

    def find_class(self, module: str, name: str) -> Any:
        found = super().find_class(module, name) if module in _MODULES else None
        if is_dataclass(found) or found is date:  # a name can lead on to what its module has imported
            return found
        raise pickle.UnpicklingError(f"{module}.{name} is no record")


def _load(file: Path, common: bytes) -> dict[str, tuple[bytes, Any]]:
    data = recall(file, common)
    known: dict[str, tuple[bytes, Any]] = _Records(io.BytesIO(data)).load() if data else {}
    return known
