"""What a page shows, as a key: pages of equal keys are equal."""

import marshal
import os
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import fields, is_dataclass
from datetime import date
from functools import cache
from operator import attrgetter
from pathlib import Path
from typing import Any

from ..archive.files import read
from ..papers.records import Paper
from .head import Site
from .store import digest

_AS_IT_IS = frozenset({str, int, bool, float, bytes, type(None)})
_of_paper = attrgetter(*[item.name for item in fields(Paper)])


class Keys:
    """Makes keys of values that consist of records; those made by one program with one `common` compare."""

    def __init__(self, common: bytes) -> None:
        """Take what all keys follow from besides, as the program."""
        self._common = common
        self._papers: dict[int, tuple[Paper, bytes]] = {}
        """Papers stand on many pages: each by its identity, which it keeps while it is held here."""

    def within(self, *values: object) -> "Keys":
        """Give keys of things that follow from some values besides."""
        more = Keys(self.of(*values))
        more._papers = self._papers
        return more

    def know(self, paper: Paper, key: bytes) -> None:
        """Take the key of a paper from who knows it, as the digest of the file that it was read from."""
        self._papers[id(paper)] = (paper, key)

    def of(self, *values: object) -> bytes:
        """Give the key of values; raises TypeError for one that no rule here writes."""
        return digest(self._common + marshal.dumps(self._plain(values), 2))

    def _plain(self, value: Any) -> Any:
        """Write a value in types that marshal writes in one way. A site is in what is common to all."""
        kind = type(value)
        if kind in _AS_IT_IS:
            return value
        if kind is Paper:
            return self._paper(value)
        if kind is tuple or kind is list:
            return self._all(value)
        if kind is date:
            return ("date", value.toordinal())
        if kind is Site:
            return None
        if get := _fields(kind):  # type: ignore[arg-type] # a class is hashable
            return (kind.__name__, self._all(get(value)))
        if isinstance(value, str):
            return str(value)
        if isinstance(value, tuple):
            return (kind.__name__, self._all(value))
        if isinstance(value, Mapping):
            return ("mapping", *[(self._plain(name), self._plain(each)) for name, each in value.items()])
        if isinstance(value, (set, frozenset)):
            return ("set", *[self._plain(each) for each in sorted(value)])
        raise TypeError(f"no rule writes {kind} as a key")

    def _all(self, values: Iterable[Any]) -> Any:
        plain, as_it_is = self._plain, _AS_IT_IS
        return tuple([each if type(each) in as_it_is else plain(each) for each in values])

    def _paper(self, paper: Paper) -> bytes:
        known = self._papers.get(id(paper))
        if known is None:
            written = marshal.dumps(self._all(_of_paper(paper)), 2)
            known = self._papers[id(paper)] = (paper, digest(written))
        return known[1]


@cache
def _fields(kind: type) -> Callable[[Any], Sequence[Any]] | None:
    """Give what gives the values of a record's fields; None for a type that is none."""
    if not is_dataclass(kind):
        return None
    names = [item.name for item in fields(kind)]
    get = attrgetter(*names)
    return get if len(names) > 1 else lambda value: (get(value),)


def of_folder(folder: Path) -> bytes:
    """Give the key of the files in a folder and in those below it, linked ones too: names and contents."""
    below = (Path(where, name) for where, _, names in os.walk(folder, followlinks=True) for name in names)
    files = (path for path in sorted(below) if path.is_file() and path.suffix != ".pyc")
    named = [(path.relative_to(folder).as_posix(), digest(read(path))) for path in files]
    return digest(marshal.dumps(named, 2))
