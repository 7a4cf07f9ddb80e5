"""The themes of each day; what an earlier build found need not be found again."""

import json
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import asdict
from datetime import date
from functools import partial
from hashlib import sha256
from itertools import groupby

from ..papers.records import Paper
from ..related.rising import Texts
from ..related.themes import KNOWN, Theme, heads, themes
from ..related.topics import Settled
from .shown import Keys
from .store import Store


def themes_by_day(
    days: Mapping[date, Sequence[Paper]], settled: Settled, keys: Keys, store: Store
) -> Mapping[date, Sequence[Theme]]:
    """Give the themes of the papers of each day; days come ascending.

    Those of a day follow from its papers, from those that the months before it listed, and from the topics.
    """
    topics = keys.of("settled topics", settled.topics)
    before, found = _Titles(keys, store), {}
    for _, month in groupby(days.items(), lambda each: (each[0].year, each[0].month)):
        first: list[Paper] = []
        for day, papers in month:
            key = keys.of("themes", topics, before.key, papers)
            found[day] = list(_read(store.one(key, partial(_made, papers, before, settled))))
            first += [paper for paper in papers if paper.listed[0] == day]
        before.add(first)
    return found


class _Titles:
    """The phrases that titles of the months so far end with; they are read only where somebody asks."""

    def __init__(self, keys: Keys, store: Store) -> None:
        self._keys, self._store = keys, store
        self._running = sha256()
        self._unread: list[tuple[bytes, Sequence[Paper]]] = []
        self._written: dict[str, str] = {}
        self._times: Counter[str] = Counter()
        self._known: dict[str, str] = {}

    @property
    def key(self) -> str:
        """What they follow from."""
        return self._running.hexdigest()

    def add(self, papers: Sequence[Paper]) -> None:
        """Take a month."""
        self._running.update(repr([(paper.id, paper.title) for paper in papers]).encode())
        self._unread.append((self._keys.of("heads", self.key), papers))
        self._store.use([self._unread[-1][0]])

    def known(self) -> Mapping[str, str]:
        """Give those that titles have named often enough, as they are written."""
        for key, papers in self._unread:
            made = json.loads(self._store.one(key, partial(_heads, papers)))
            for name, (written, count) in made.items():
                self._written.setdefault(name, written)
                self._times[name] += count
        if self._unread:
            self._known = {name: text for name, text in self._written.items() if self._times[name] >= KNOWN}
        self._unread = []
        return self._known


def _made(papers: Sequence[Paper], before: _Titles, settled: Settled) -> bytes:
    return json.dumps([asdict(theme) for theme in themes(papers, before.known(), Texts(), settled)]).encode()


def _heads(papers: Sequence[Paper]) -> bytes:
    return json.dumps(heads(papers)).encode()


def _read(kept: bytes) -> Iterator[Theme]:
    for theme in json.loads(kept):
        yield Theme(theme["name"], theme["slug"], tuple(theme["papers"]))
