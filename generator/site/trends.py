"""What rose in each month and week of an archive; what an earlier build found need not be found again."""

import json
from bisect import bisect_left
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import asdict, dataclass
from datetime import date, timedelta
from itertools import pairwise, starmap
from typing import Any

from ..papers.days import monday_of, month_before
from ..papers.records import Paper
from ..related.rising import Rising, firsts, rising
from ..related.topics import Settled
from .said import SaidByDay
from .shown import Keys
from .store import Store

FIRST = 3
"""Months of an archive of which nothing is told: there is too little before them."""
MONTHS = 12
"""Months that a month is compared with."""
_WEEK, _YEAR = timedelta(weeks=1), timedelta(weeks=52)


@dataclass(frozen=True, slots=True)
class Trend:
    """What rose in a month."""

    month: date
    """Its first day."""
    sizes: tuple[int, ...]
    """Papers first listed in each of the months before, and in the month itself."""
    rising: Sequence[Rising]
    """The surest first."""
    first: Sequence[str]
    """The id of the first paper of the archive that is about each."""


class Trends:
    """Tells what rose; that follows from the papers first listed until then, and from the topics."""

    def __init__(self, papers: Iterable[Paper], settled: Settled, keys: Keys, store: Store) -> None:
        """Take all papers of an archive."""
        self._papers = sorted(papers, key=lambda paper: (paper.listed[0], paper.id))
        self._days = [paper.listed[0] for paper in self._papers]
        self._settled, self._keys, self._store = settled, keys, store
        self._topics = keys.of("settled topics", settled.topics)
        self._texts = SaidByDay(self._papers, keys, store)

    def of_months(self) -> list[Trend]:
        """Give what rose in the months that have papers, ascending; of an archive's first months nothing."""
        return list(map(self._of_month, self._told(month_before(day, 0) for day in self._days)))

    def of_weeks(self) -> dict[date, Sequence[Rising]]:
        """Give what rose in the weeks that have papers, by their Mondays; of an archive's first nothing."""
        return {monday: self._of_week(monday) for monday in self._told(map(monday_of, self._days))}

    def _told(self, starts: Iterable[date]) -> list[date]:
        """Give the periods of which something is told, each once."""
        first = month_before(self._days[0], -FIRST) if self._days else date.max
        return [start for start in dict.fromkeys(starts) if start >= first]

    def _of_month(self, month: date) -> Trend:
        starts = [month_before(month, back) for back in range(MONTHS, -2, -1)]
        periods = list(starmap(self._between, pairwise(starts)))

        def make() -> object:
            rose = rising(periods, self._texts, self._settled)
            first = firsts(rose, self._until(starts[-1]), self._texts, self._settled)
            return [[asdict(each), first[each.name]] for each in rose]

        kept = self._kept("month", starts[-1], make)
        return Trend(
            month,
            tuple(map(len, periods)),
            [_rising(each) for each, _ in kept],
            [first for _, first in kept],
        )

    def _of_week(self, monday: date) -> Sequence[Rising]:
        def make() -> object:
            periods = self._between(monday - _YEAR, monday), self._between(monday, monday + _WEEK)
            return list(map(asdict, rising(periods, self._texts, self._settled)))

        return list(map(_rising, self._kept("week", monday + _WEEK, make)))

    def _kept(self, kind: str, end: date, make: Callable[[], object]) -> list[Any]:
        """Give what is made of the papers until the end of a period, from the store where it has that."""
        key = self._keys.of("rising", kind, str(end), self._texts.until(end), self._topics)
        found: list[Any] = json.loads(self._store.one(key, lambda: json.dumps(make()).encode()))
        return found

    def _between(self, start: date, end: date) -> Sequence[Paper]:
        return self._papers[bisect_left(self._days, start) : bisect_left(self._days, end)]

    def _until(self, end: date) -> Sequence[Paper]:
        return self._papers[: bisect_left(self._days, end)]


def _rising(kept: Mapping[str, Any]) -> Rising:
    return Rising(kept["name"], kept["slug"], tuple(kept["counts"]))
