"""What an archive promises to hold, and whether it does.

A promise is made in `mkdocs.yml`, source by source; only promised days are judged, and only up to the newest
receipt: a build does not know today's date. Staleness against the clock is for `check`.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from statistics import median
from typing import Literal

from .records import Day, Receipt, Source

State = Literal["complete", "partial", "missing", "empty", "no list"]
"""Of a day: all is in; something was rejected; no receipt; a receipt without entries; none was promised."""

PAGE_SIZES = frozenset({50, 100})
"""Numbers of entries at which the sources cut a page: a day of exactly that many is probably cut short."""

_USUAL_DAYS = 20
"""Days before a day by which its number of papers is judged."""
_FAR_FEWER = 0.25
"""Share of the usual number of papers below which a day is in doubt."""
_STALE_AFTER = 2
"""Promised days without a receipt after which a source is stale."""


@dataclass(frozen=True, slots=True)
class Coverage:
    """The days that one source promises to have lists for."""

    source: Source
    start: date
    end: date | None = None
    """The last promised day; None while the source goes on."""
    all_days: bool = False
    """Whether weekends have lists too."""
    holidays: frozenset[date] = frozenset()
    """Days without a list."""
    categories: tuple[str, ...] = ()
    """For arXiv: the categories whose daily lists are fetched."""

    def promises(self, day: date) -> bool:
        """Tell whether there should be a list on `day`."""
        return self.covers(day) and (self.all_days or day.weekday() < 5) and day not in self.holidays

    def covers(self, day: date) -> bool:
        """Tell whether `day` lies in the promised period, with or without a list."""
        return self.start <= day and (self.end is None or day <= self.end)


@dataclass(frozen=True, slots=True)
class Trouble:
    """Something about a day that a person should look at."""

    day: date
    source: Source
    problem: str


def state_of(day: Day | None, source: Source) -> State:
    """Give the state of a promised day by what `source` reported on it."""
    receipts = [receipt for receipt in day.receipts if receipt.source == source] if day else []
    if not receipts:
        return "missing"
    if any(receipt.rejections for receipt in receipts) or any(_cut_short(receipt) for receipt in receipts):
        return "partial"
    return "complete" if any(receipt.received for receipt in receipts) else "empty"


def calendar(coverage: Coverage, days: Mapping[date, Day]) -> dict[date, State]:
    """Give the state of each day of the promised period up to the newest receipt of any source, ascending."""
    newest = max(days, default=None)
    if newest is None:
        return {}
    last = min(newest, coverage.end or newest)
    return {
        day: state_of(days.get(day), coverage.source)
        if coverage.promises(day) or _reported(days.get(day), coverage.source)
        else "no list"
        for day in _range(coverage.start, last)
    }


def troubles(coverages: Iterable[Coverage], days: Mapping[date, Day]) -> list[Trouble]:
    """Give what is wrong or doubtful about the promised days, by day."""
    found = [trouble for coverage in coverages for trouble in _troubles(coverage, days)]
    return sorted(found, key=lambda trouble: (trouble.day, trouble.source, trouble.problem))


def stale(coverages: Iterable[Coverage], days: Mapping[date, Day], today: date) -> list[Trouble]:
    """Give the sources that have reported nothing on more than two promised days before `today`."""
    found = []
    for coverage in coverages:
        reported = [day for day in days if _reported(days[day], coverage.source)]
        newest = max(reported, default=coverage.start - timedelta(days=1))
        waited = [
            day for day in _range(newest + timedelta(days=1), today) if coverage.promises(day) and day < today
        ]
        if len(waited) > _STALE_AFTER:
            found.append(
                Trouble(
                    newest, coverage.source, f"the newest list; {len(waited)} promised days since have none"
                )
            )
    return found


def days_without_list(coverages: Iterable[Coverage], days: Mapping[date, Day]) -> list[date]:
    """Give the days of promised periods, up to the newest receipt, that should have no list and have none."""
    judged = [calendar(coverage, days) for coverage in coverages]
    return sorted(
        day
        for day in {day for states in judged for day in states}
        if day not in days and all(states.get(day, "no list") == "no list" for states in judged)
    )


def _troubles(coverage: Coverage, days: Mapping[date, Day]) -> Iterable[Trouble]:
    counts: list[int] = []
    before: tuple[date, set[str]] | None = None
    for day, state in calendar(coverage, days).items():
        if state == "no list":
            continue
        if state == "missing":
            yield Trouble(day, coverage.source, "promised, but there is no receipt")
            continue
        receipts = [receipt for receipt in days[day].receipts if receipt.source == coverage.source]
        rejected = sum(len(receipt.rejections) for receipt in receipts)
        ids = {paper for receipt in receipts for paper in receipt.ids}
        if state == "empty":
            yield Trouble(day, coverage.source, "the list is empty")
        if rejected:
            yield Trouble(day, coverage.source, f"{rejected} entries were rejected")
        for receipt in filter(_cut_short, receipts):
            yield Trouble(
                day, coverage.source, f"exactly {receipt.received} entries, a page's size: probably cut short"
            )
        if ids and before and before[1] == ids:
            yield Trouble(day, coverage.source, f"the same papers as on {before[0]}")
        if len(counts) >= _USUAL_DAYS and 0 < len(ids) < _FAR_FEWER * median(counts[-_USUAL_DAYS:]):
            usual = median(counts[-_USUAL_DAYS:])
            yield Trouble(day, coverage.source, f"{len(ids)} papers, far fewer than the usual {usual:.0f}")
        counts.append(len(ids))
        before = (day, ids)


def _cut_short(receipt: Receipt) -> bool:
    return receipt.source == "huggingface" and receipt.received in PAGE_SIZES


def _reported(day: Day | None, source: Source) -> bool:
    return day is not None and any(receipt.source == source for receipt in day.receipts)


def _range(first: date, last: date) -> list[date]:
    return [first + timedelta(days=number) for number in range((last - first).days + 1)]
