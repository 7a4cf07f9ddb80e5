"""What the papers of an archive say, by the day that first listed them; what was analysed is kept."""

from bisect import bisect_left
from collections.abc import Iterable, Mapping, Sequence
from datetime import date
from functools import partial
from itertools import groupby, pairwise

from ..papers.records import Paper
from ..related.rising import Texts, line_of
from .shown import Keys
from .store import Store, digest

_DIGEST = len(digest(b""))


class SaidByDay(Texts):
    """What papers say: digests to make keys of, and terms. Votes and later listings change neither."""

    def __init__(self, papers: Sequence[Paper], keys: Keys, store: Store) -> None:
        """Take papers in the order of the days that first listed them."""
        super().__init__()
        self._keys, self._store = keys, store
        self._of_day = {day: list(group) for day, group in groupby(papers, key=_first_listed)}
        self._days = list(self._of_day)
        self._said = self._digests()
        self._until = [digest(b"")]
        for each in self._said.values():
            self._until.append(digest(self._until[-1] + each))
        store.use([*map(self._lines_key, self._days)])  # the next day will ask for those of a year

    def until(self, end: date) -> bytes:
        """Give a digest of what all papers say that were first listed before a day."""
        return self._until[bisect_left(self._days, end)]

    def _read(self, paper: Paper) -> Mapping[str, str]:
        """Give the terms of all papers of a day."""
        day = _first_listed(paper)
        papers = self._of_day[day]
        kept = self._store.one(self._lines_key(day), lambda: "\n".join(map(line_of, papers)).encode())
        return dict(zip((each.id for each in papers), kept.decode().split("\n"), strict=True))

    def _lines_key(self, day: date) -> bytes:
        return self._keys.of("terms of a day", self._said[day])

    def _digests(self) -> dict[date, bytes]:
        """Give a digest of what the papers of each day say, read from all their texts once a month."""
        found: dict[date, bytes] = {}
        for _, month in groupby(self._of_day.items(), lambda each: (each[0].year, each[0].month)):
            days = dict(month)
            key = self._keys.of("said", list(days.values()))
            kept = self._store.one(key, partial(_digests_of, days.values()))
            cuts = pairwise(range(0, len(kept) + 1, _DIGEST))
            found |= {day: kept[start:end] for day, (start, end) in zip(days, cuts, strict=True)}
        return found


def _digests_of(days: Iterable[Iterable[Paper]]) -> bytes:
    return b"".join(digest(repr([*map(_said, papers)]).encode()) for papers in days)


def _said(paper: Paper) -> tuple[str, str, str, str | None]:
    return str(_first_listed(paper)), paper.id, paper.title, paper.abstract


def _first_listed(paper: Paper) -> date:
    return paper.listed[0]
