"""What an archive promises to hold, and whether it does.

A promise is made in `mkdocs.yml`, source by source; only promised days are judged, and only up to the newest
receipt: a build does not know today's date. Staleness against the clock is for `check`.
"""

from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from statistics import median
from typing import Literal

from ..papers.records import Day, Receipt, Source
from ..sources.services import PAGE_LIMIT, PAGE_SHAPE

State = Literal["complete", "partial", "missing", "empty", "no list"]
"""Of a day: all is in; a part is in doubt or lacking; no receipt; a list without entries; not promised."""

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
    """Days for which nothing is promised: without a list, or looked at and taken as they are."""
    categories: tuple[str, ...] = ()
    """For arXiv: the categories whose daily lists are fetched; a day needs a receipt of each."""

    def promises(self, day: date) -> bool:
        """Tell whether there should be a list on `day`."""
        return self.covers(day) and self.is_listing_day(day)

    def is_listing_day(self, day: date) -> bool:
        """Tell whether the source has lists on days such as `day`, in the promised period or not."""
        return (self.all_days or day.weekday() < 5) and day not in self.holidays

    def covers(self, day: date) -> bool:
        """Tell whether `day` lies in the promised period, with or without a list."""
        return self.start <= day and (self.end is None or day <= self.end)


@dataclass(frozen=True, slots=True)
class Trouble:
    """Something about a day, or days one after the other, that a person should look at."""

    day: date
    """The first day that it concerns."""
    last: date
    """The last one."""
    source: Source
    problem: str


def state_of(day: Day | None, coverage: Coverage) -> State:
    """Give the state of a promised day by what the source reported on it."""
    whole = _whole(day, coverage)
    if not whole:
        return "partial" if _receipts(day, coverage) else "missing"
    if any(receipt.rejections or _cut_short(receipt) for receipt in whole) or _absent(whole, coverage):
        return "partial"
    return "complete" if any(receipt.received for receipt in whole) else "empty"


def calendar(coverage: Coverage, days: Mapping[date, Day]) -> dict[date, State]:
    """Give the state of each day of the promised period up to the newest receipt of any source, ascending."""
    newest = max(days, default=None)
    if newest is None:
        return {}
    last = min(newest, coverage.end or newest)
    return {
        day: state_of(days.get(day), coverage)
        if coverage.promises(day) or _receipts(days.get(day), coverage)
        else "no list"
        for day in _range(coverage.start, last)
    }


def troubles(
    coverages: Iterable[Coverage], days: Mapping[date, Day], today: date | None = None
) -> list[Trouble]:
    """Give what is wrong or doubtful about the promised days, by day.

    Who knows which day is `today` says so: as that day is not over, its list may still come.
    """
    found = [trouble for coverage in coverages for trouble in _troubles(coverage, days, today)]
    return sorted(found, key=lambda trouble: (trouble.day, trouble.source, trouble.problem))


def stale(coverages: Iterable[Coverage], days: Mapping[date, Day], today: date) -> list[Trouble]:
    """Give the sources that have given no whole list on more than two promised days before `today`."""
    found = []
    for coverage in coverages:
        reported = [day for day in days if _whole(days[day], coverage)]
        newest = max(reported, default=coverage.start - timedelta(days=1))
        waited = [
            day for day in _range(newest + timedelta(days=1), today) if coverage.promises(day) and day < today
        ]
        if len(waited) > _STALE_AFTER:
            newest_list = f"the newest list is of {newest}" if reported else "no list has come yet"
            problem = f"{newest_list}, and {len(waited)} promised days before today have none"
            found.append(Trouble(waited[0], waited[-1], coverage.source, problem))
    return found


def days_without_list(coverages: Iterable[Coverage], days: Mapping[date, Day]) -> list[date]:
    """Give the days of promised periods, up to the newest receipt, that should have no list and have none."""
    judged = [calendar(coverage, days) for coverage in coverages]
    return sorted(
        day
        for day in {day for states in judged for day in states}
        if day not in days and all(states.get(day, "no list") == "no list" for states in judged)
    )


def _troubles(coverage: Coverage, days: Mapping[date, Day], today: date | None) -> Iterable[Trouble]:
    """Give what is wrong with the promised days, each judged by those before it."""
    counts: list[int] = []
    before: tuple[date, set[str]] | None = None
    missing: list[date] = []
    for day in calendar(coverage, days):
        whole, due = _whole(days.get(day), coverage), coverage.promises(day) and day != today
        if not whole and not _receipts(days.get(day), coverage):
            missing += [day] if due else []
            continue
        yield from _missing(missing, coverage)
        missing = []
        if not whole:
            if due:
                yield Trouble(day, day, coverage.source, "only a part of its list is here")
            continue
        ids = {paper for receipt in whole for paper in receipt.ids}
        if coverage.promises(day):
            problems = _problems(coverage, whole)
            if ids and before and before[1] == ids:
                problems.append(f"the same papers as on {before[0]}")
            if (usual := _usual(counts)) and 0 < len(ids) < _FAR_FEWER * usual:
                problems.append(f"{_count(ids, 'paper')}, far fewer than the usual {usual:.0f}")
            yield from (Trouble(day, day, coverage.source, problem) for problem in problems)
        counts.append(len(ids))
        before = (day, ids)
    yield from _missing(missing, coverage)


def _missing(days: Sequence[date], coverage: Coverage) -> Iterable[Trouble]:
    """Give promised days without a list, one after the other, as one trouble."""
    if len(days) == 1:
        yield Trouble(days[0], days[0], coverage.source, "promised, but there is no list")
    elif days:
        problem = f"{len(days)} promised days, up to {days[-1]}, without a list"
        yield Trouble(days[0], days[-1], coverage.source, problem)


def _problems(coverage: Coverage, receipts: Collection[Receipt]) -> list[str]:
    """Give what is wrong with the receipts of a promised day by themselves."""
    rejected = [rejection for receipt in receipts for rejection in receipt.rejections]
    empty = not rejected and not any(receipt.received for receipt in receipts)
    return [
        *(["the list is empty"] if empty else []),
        *(
            [f"{_count(rejected, 'entry', 'entries')} rejected; the page of the day says why"]
            if rejected
            else []
        ),
        *(f"there is no whole list of {category}" for category in _absent(receipts, coverage)),
        *(
            f"exactly {receipt.received} entries, the size of a page: probably cut short"
            for receipt in receipts
            if _cut_short(receipt)
        ),
    ]


def _usual(counts: list[int]) -> float | None:
    """Give the number of papers that a day usually has, None where too few days are known."""
    return median(counts[-_USUAL_DAYS:]) if len(counts) >= _USUAL_DAYS else None


def _cut_short(receipt: Receipt) -> bool:
    return receipt.source == "huggingface" and receipt.received in (PAGE_SHAPE, PAGE_LIMIT)


def _absent(receipts: Iterable[Receipt], coverage: Coverage) -> list[str]:
    """Give the promised categories of which there is no receipt."""
    scopes = {receipt.scope for receipt in receipts}
    return [category for category in coverage.categories if category not in scopes]


def _receipts(day: Day | None, coverage: Coverage) -> list[Receipt]:
    return [receipt for receipt in day.receipts if receipt.source == coverage.source] if day else []


def _whole(day: Day | None, coverage: Coverage) -> list[Receipt]:
    """Give the receipts of whole lists, by which a day is judged: parts add papers and no certainty."""
    return [receipt for receipt in _receipts(day, coverage) if not receipt.partial]


def _count(items: Collection[object], one: str, many: str = "") -> str:
    return f"{len(items)} {one if len(items) == 1 else many or f'{one}s'}"


def _range(first: date, last: date) -> list[date]:
    return [first + timedelta(days=number) for number in range((last - first).days + 1)]
