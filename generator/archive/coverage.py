"""What an archive promises to hold, and whether it does.

A promise is made in `mkdocs.yml`, source by source, and kept list by list: of arXiv each category has a list
and is judged by itself. Only promised days are judged, and only up to the newest receipt: a build does not
know today's date. Staleness against the clock is for `check`.
"""

from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta
from statistics import median
from typing import Literal

from ..papers.records import Day, Receipt, Source, ascending
from ..sources.services import ANSWER_LIMIT, ANSWER_SHAPE

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
    """For arXiv: the categories whose daily lists are fetched, one of each a day; if none, any will do."""

    @property
    def of_list(self) -> str:
        """The one list that it promises, or "" where the source has one only or any of its lists will do."""
        return self.categories[0] if len(self.categories) == 1 else ""

    def parts(self) -> list["Coverage"]:
        """Give the promise of each list by itself."""
        return [replace(self, categories=(category,)) for category in self.categories] or [self]

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
    of_list: str
    """The category, where the source has a list for each, else ""."""


def state_of(day: Day | None, coverage: Coverage) -> State:
    """Give the state of a promised day by what the source reported on it."""
    came = [] if coverage.categories or not day else lists(coverage, {day.date: day})
    first, *others = {_state(day, part) for part in came or coverage.parts()}
    return "partial" if others else first


def calendar(coverage: Coverage, days: Mapping[date, Day]) -> dict[date, State]:
    """Give the state of each day of the promised period up to the newest receipt of any source, ascending."""
    newest = max(days, default=None)
    if newest is None:
        return {}
    return {
        day: state_of(days.get(day), coverage)
        if coverage.promises(day) or receipts_of(days.get(day), coverage)
        else "no list"
        for day in _range(coverage.start, min(newest, coverage.end or newest))
    }


def troubles(
    coverages: Iterable[Coverage], days: Mapping[date, Day], today: date | None = None
) -> list[Trouble]:
    """Give what is wrong or doubtful about the promised days, by day.

    Who knows which day is `today` says so: as that day is not over, its list may still come.
    """
    unsorted = [
        trouble
        for coverage in coverages
        for trouble in (
            *(each for part in coverage.parts() for each in _lacking(part, days, today)),
            *(each for part in lists(coverage, days) for each in _doubtful(part, days)),
        )
    ]
    return sorted(
        unsorted, key=lambda trouble: (trouble.day, trouble.source, trouble.of_list, trouble.problem)
    )


def stale(coverages: Iterable[Coverage], days: Mapping[date, Day], today: date) -> list[Trouble]:
    """Give the lists that have not come whole on more than two promised days before `today`."""
    late = []
    for coverage in (part for each in coverages for part in each.parts()):
        newest = newest_list(coverage, days)
        first = max(coverage.start, newest + timedelta(days=1)) if newest else coverage.start
        waited = [day for day in _range(first, today) if coverage.promises(day) and day < today]
        if len(waited) > _STALE_AFTER:
            said = f"the newest list is of {newest}" if newest else "no list has come yet"
            problem = f"{said}, and {len(waited)} promised days before today have none"
            late.append(Trouble(waited[0], waited[-1], coverage.source, problem, coverage.of_list))
    return late


def newest_list(coverage: Coverage, days: Mapping[date, Day]) -> date | None:
    """Give the newest day of which there is a whole list, promised or not."""
    return max((day for day in days if _whole(days[day], coverage)), default=None)


def lists(coverage: Coverage, days: Mapping[date, Day]) -> list[Coverage]:
    """Give what the promise of a source would be for each list of it that came, promised or not."""
    came = {
        receipt.of_list
        for day in days.values()
        for receipt in receipts_of(day, replace(coverage, categories=()))
    }
    return [replace(coverage, categories=tuple(filter(None, [each]))) for each in ascending(came)]


def days_without_list(coverages: Iterable[Coverage], days: Mapping[date, Day]) -> list[date]:
    """Give the days of promised periods, up to the newest receipt, that should have no list and have none."""
    judged = [calendar(coverage, days) for coverage in coverages]
    return sorted(
        day
        for day in {day for states in judged for day in states}
        if day not in days and all(states.get(day, "no list") == "no list" for states in judged)
    )


def _state(day: Day | None, coverage: Coverage) -> State:
    whole = _whole(day, coverage)
    if not whole:
        return "partial" if receipts_of(day, coverage) else "missing"
    if any(receipt.rejections or _cut_short(receipt) for receipt in whole):
        return "partial"
    return "complete" if any(receipt.received for receipt in whole) else "empty"


def _lacking(coverage: Coverage, days: Mapping[date, Day], today: date | None) -> Iterator[Trouble]:
    """Give the promised days without a list, and those with a part of one only."""
    missing: list[date] = []
    for day in calendar(coverage, days):
        due = coverage.promises(day) and day != today
        if not receipts_of(days.get(day), coverage):
            missing += [day] if due else []
            continue
        yield from _missing(missing, coverage)
        missing = []
        if due and not _whole(days[day], coverage):
            yield _trouble(day, coverage, "only a part of its list is here")
    yield from _missing(missing, coverage)


def _doubtful(coverage: Coverage, days: Mapping[date, Day]) -> Iterator[Trouble]:
    """Give what is wrong with the lists of promised days, each judged by those before it."""
    counts: list[int] = []
    before: tuple[date, set[str]] | None = None
    for day in calendar(coverage, days):
        whole = _whole(days.get(day), coverage)
        if not whole:
            continue
        ids = {paper for receipt in whole for paper in receipt.ids}
        if coverage.promises(day):
            problems = _problems(whole)
            if ids and before and before[1] == ids:
                problems.append(f"the same papers as on {before[0]}")
            if (usual := _usual(counts)) and 0 < len(ids) < _FAR_FEWER * usual:
                problems.append(f"{_count(ids, 'paper')}, far fewer than the usual {usual:.0f}")
            yield from (_trouble(day, coverage, problem) for problem in problems)
        counts.append(len(ids))
        before = (day, ids)


def _missing(days: Sequence[date], coverage: Coverage) -> Iterable[Trouble]:
    """Give promised days without a list, one after the other, as one trouble."""
    if len(days) == 1:
        yield _trouble(days[0], coverage, "promised, but there is no list")
    elif days:
        problem = f"{len(days)} promised days, up to {days[-1]}, without a list"
        yield Trouble(days[0], days[-1], coverage.source, problem, coverage.of_list)


def _trouble(day: date, coverage: Coverage, problem: str) -> Trouble:
    return Trouble(day, day, coverage.source, problem, coverage.of_list)


def _problems(receipts: Collection[Receipt]) -> list[str]:
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
    return receipt.source == "huggingface" and receipt.received in (ANSWER_SHAPE, ANSWER_LIMIT)


def receipts_of(day: Day | None, coverage: Coverage) -> list[Receipt]:
    """Give the receipts of the promised lists; of all lists where the promise names none."""
    return [
        receipt
        for receipt in (day.receipts if day else ())
        if receipt.source == coverage.source
        and (not coverage.categories or receipt.of_list in coverage.categories)
    ]


def _whole(day: Day | None, coverage: Coverage) -> list[Receipt]:
    """Give the receipts of whole lists, by which a day is judged: parts add papers and no certainty."""
    return [receipt for receipt in receipts_of(day, coverage) if not receipt.partial]


def _count(items: Collection[object], one: str, many: str = "") -> str:
    return f"{len(items)} {one if len(items) == 1 else many or f'{one}s'}"


def _range(first: date, last: date) -> list[date]:
    return [first + timedelta(days=number) for number in range((last - first).days + 1)]
