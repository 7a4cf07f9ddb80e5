"""What each page of the site shows: records in, views out, for the templates in `site_theme/`.

Views hold records as they are, never HTML: the templates escape (see `plugin`).
"""

from bisect import bisect_left
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date, timedelta
from itertools import groupby
from operator import attrgetter
from typing import Final, Literal, TypeVar

from ..archive.pages import PaperPage, day_name, month_name
from ..papers.addresses import (
    day_address,
    month_address,
    month_of,
    paper_address,
    week_address,
    week_of,
    year_address,
    year_of,
)
from ..papers.names import counted, day_long, days_span
from ..papers.records import Paper, Receipt, Tombstone
from .heatmap import Quarter, first_of_quarter, quarters
from .library import Library

PAPERS_PER_PAGE = 100
"""A day with more papers is split: page two of a day is at `papers/date/<day>/2/`."""


@dataclass(frozen=True, slots=True)
class Neighbour:
    """A page next to another one."""

    address: str
    name: str


@dataclass(frozen=True, slots=True)
class View:
    """One page of the site."""

    address: str
    """Relative to the site's root, with a trailing slash."""
    template: str
    title: str
    description: str
    updated: date
    """The newest day that the page tells of: a date of the data, not of the build."""
    data: Mapping[str, object] = field(default_factory=dict)
    """What the template shows, by name."""
    notes: str = ""
    """The maintainer's Markdown."""
    indexed: bool = True
    """Whether search engines should list the page."""
    paper: Paper | None = None
    """The paper that the page is of."""
    paper_count: int | None = None
    """How many papers the page tells of; None where it is of no list."""
    previous: Neighbour | None = None
    """The page before it in its series."""
    following: Neighbour | None = None
    """The page after it in its series."""


@dataclass(frozen=True, slots=True)
class Listed:
    """One entry of a day's list."""

    number: int
    """Its place in the day's list, from 1."""
    paper: Paper | None
    tombstone: Tombstone | None
    before: tuple[date, ...]
    """Earlier days that listed the same paper, ascending."""


@dataclass(frozen=True, slots=True)
class Group:
    """What one source reported for a day."""

    receipt: Receipt
    entries: tuple[Listed, ...]


@dataclass(frozen=True, slots=True)
class Place:
    """Where a paper stands in the list of a day."""

    number: int
    count: int
    previous: Neighbour | None
    following: Neighbour | None


@dataclass(frozen=True, slots=True)
class Period:
    """A week, a month or a year, as an index shows it."""

    address: str
    name: str
    days: tuple[tuple[date, int], ...]
    """Its days, ascending, with how many papers each lists."""

    @property
    def span(self) -> str:
        """From which day to which it has lists."""
        return days_span(self.days[0][0], self.days[-1][0])

    @property
    def whole_week(self) -> str:
        """From the Monday to the Sunday of its first day's week."""
        monday = self.days[0][0] - timedelta(days=self.days[0][0].weekday())
        return days_span(monday, monday + timedelta(days=6))

    @property
    def paper_count(self) -> int:
        """How many papers its days list."""
        return sum(count for _, count in self.days)


def _week_name(day: date) -> str:
    return f"Week {week_of(day)}"


PeriodKind = Literal["week", "month", "year"]

_PERIODS: Final[Mapping[PeriodKind, tuple[Callable[[date], str], ...]]] = {
    "week": (week_of, week_address, _week_name),
    "month": (month_of, month_address, month_name),
    "year": (year_of, year_address, year_of),
}
"""What tells one period from the next, its address, and its name, by a day in it."""


def views(library: Library) -> Iterator[View]:
    """Give every page that the archive itself makes: papers, tombstones, days, periods, indexes."""
    counts = _counts(library)
    calendar = quarters(counts)
    yield from _papers(library)
    yield from _tombstones(library)
    yield from _days(library, counts)
    yield from _lists(library, counts, calendar, "week")
    yield from _lists(library, counts, calendar, "month")
    yield from _years(counts, calendar)
    yield from _indexes(library, counts, calendar)
    yield View(
        "starred/",
        "starred.html",
        "Starred papers",
        "The papers you starred, kept in your browser.",
        max(library.days, default=date(1970, 1, 1)),
        indexed=False,
    )


def redirects(library: Library) -> dict[str, str]:
    """Give the addresses that only lead on, and where to: aliases, and the newest day."""
    records: list[Paper | Tombstone] = [page.paper for page in library.papers.values()]
    found = {
        paper_address(alias): paper_address(record.id)
        for record in (*records, *library.tombstones.values())
        for alias in record.aliases
    }
    found["papers/date/latest/"] = day_address(max(library.days)) if library.days else "papers/"
    return found


def home(library: Library) -> Mapping[str, object]:
    """Give what the home page shows: the latest day, and the days before it."""
    counts = _counts(library)
    days = sorted(counts, reverse=True)
    latest = days[0] if days else None
    entries = _entries(library, latest) if latest else []
    return {
        "latest": latest,
        "entries": entries[:PAPERS_PER_PAGE],
        "entry_count": len(entries),
        "whole": len(entries) <= PAPERS_PER_PAGE,
        "seen_before": _seen_before(entries),
        "recent": [(day, counts[day]) for day in days[1:7]],
        "quarters": quarters(counts)[:4],
        "paper_count": len(library.papers),
        "day_count": len(days),
        "first": days[-1] if days else None,
    }


def _counts(library: Library) -> dict[date, int]:
    """How many papers each day lists."""
    return {day: len(library.listed(day)) for day in library.days}


def _seen_before(entries: list[Listed]) -> int:
    return sum(bool(entry.before) for entry in entries)


def _papers(library: Library) -> Iterator[View]:
    places: dict[str, Place] = {}
    for day in library.days:
        listed = library.listed(day)
        papers = [(n, page.paper) for n, page in enumerate(listed, 1) if isinstance(page, PaperPage)]
        around = [None, *(Neighbour(paper_address(paper.id), paper.title) for _, paper in papers), None]
        for place, (number, paper) in enumerate(papers):
            if day == paper.listed[-1]:
                places[paper.id] = Place(number, len(listed), around[place], around[place + 2])
    for page in library.papers.values():
        paper = page.paper
        yield View(
            paper_address(paper.id),
            "paper.html",
            paper.title,
            paper.abstract or f"{paper.title}, listed on {day_name(paper.listed[-1])}.",
            paper.listed[-1],
            {"place": places.get(paper.id)},
            notes=page.notes,
            paper=paper,
        )


def _tombstones(library: Library) -> Iterator[View]:
    listed: dict[str, list[date]] = {name: [] for name in library.tombstones}
    for day, page in library.days.items():
        for name in page.day.ids():
            if name in listed:
                listed[name].append(day)
    for tombstone in library.tombstones.values():
        yield View(
            paper_address(tombstone.id),
            "tombstone.html",
            "Removed paper",
            "This paper was removed from the archive.",
            max(library.days),
            {"tombstone": tombstone, "listed": listed[tombstone.id]},
            indexed=False,
        )


def _days(library: Library, counts: Mapping[date, int]) -> Iterator[View]:
    days = list(library.days)
    weeks = {week.address: week for week in _periods(counts, "week")}
    around = [None, *(Neighbour(day_address(day), day_long(day)) for day in days), None]
    for place, day in enumerate(days):
        page = library.days[day]
        entries = _entries(library, day)
        groups = _groups(entries, page.day.receipts)
        count = max(1, -(-len(entries) // PAPERS_PER_PAGE))
        parts = [_part(day, number, len(entries)) for number in range(1, count + 1)]
        for number in range(1, count + 1):
            numbers = range((number - 1) * PAPERS_PER_PAGE + 1, number * PAPERS_PER_PAGE + 1)
            shown = [
                Group(group.receipt, _numbered(group.entries, numbers.start, numbers.stop))
                for group in groups
            ]
            yield View(
                parts[number - 1].address,
                "day.html",
                day_name(day) + (f", page {number}" if number > 1 else ""),
                f"{counted(len(entries), 'paper')} listed on {day_name(day)}: "
                + "; ".join(entry.paper.title for entry in entries[numbers.start - 1 :][:3] if entry.paper),
                day,
                {
                    "day": page.day,
                    "day_before": around[place],
                    "day_after": around[place + 2],
                    "groups": [group for group in shown if group.entries],
                    "grouped": len(groups) > 1,
                    "seen_before": _seen_before(entries),
                    "parts": parts,
                    "part": parts[number - 1],
                    "whole": count == 1,
                    "week": weeks[week_address(day)],
                    "month": Neighbour(month_address(day), month_name(day)),
                },
                notes=page.notes if number == 1 else "",
                paper_count=len(entries),
                previous=around[place] if number == 1 else parts[number - 2],
                following=around[place + 2] if number == count else parts[number],
            )


def _part(day: date, number: int, papers: int) -> Neighbour:
    """Give one of the pages that the list of a day is split into, from 1, by the places it shows."""
    last = min(number * PAPERS_PER_PAGE, papers)
    address = day_address(day) + (f"{number}/" if number > 1 else "")
    return Neighbour(address, f"{(number - 1) * PAPERS_PER_PAGE + 1}–{last}")


def _entries(library: Library, day: date) -> list[Listed]:
    return [
        Listed(number, None, page, ())
        if isinstance(page, Tombstone)
        else Listed(number, page.paper, None, page.paper.listed[: bisect_left(page.paper.listed, day)])
        for number, page in enumerate(library.listed(day), 1)
    ]


def _groups(entries: list[Listed], receipts: tuple[Receipt, ...]) -> list[Group]:
    """Give the entries of a day by the first source that reported them, without sources that were second."""
    first: dict[str, int] = {}
    for place, receipt in enumerate(receipts):
        for name in (*receipt.ids, *receipt.earlier):
            first.setdefault(name, place)
    own: dict[int, list[Listed]] = defaultdict(list)
    for entry in entries:
        own[first[_id(entry)]].append(entry)
    return [Group(receipts[place], tuple(own[place])) for place in sorted(own)]


def _numbered(entries: tuple[Listed, ...], start: int, stop: int) -> tuple[Listed, ...]:
    """Give those of a day's entries, in order, whose numbers are from `start` to before `stop`."""
    first, end = (bisect_left(entries, number, key=attrgetter("number")) for number in (start, stop))
    return entries[first:end]


def _id(entry: Listed) -> str:
    return entry.paper.id if entry.paper else entry.tombstone.id if entry.tombstone else ""


def _lists(
    library: Library, counts: Mapping[date, int], calendar: Iterable[Quarter], kind: Literal["week", "month"]
) -> Iterator[View]:
    """Give the pages of the weeks or months, each with the titles of its days."""
    blocks = {quarter.first: quarter for quarter in calendar}
    periods = _periods(counts, kind)
    around = [None, *(Neighbour(period.address, period.name) for period in periods), None]
    for place, period in enumerate(periods):
        days = [day for day, _ in period.days]
        months = {month_address(day): month_name(day) for day in days} if kind == "week" else {}
        years = {year_address(day): year_of(day) for day in days}
        yield View(
            period.address,
            "period.html",
            period.name,
            _description(period),
            days[-1],
            {
                "kind": kind,
                "period": period,
                "days": [(day, _entries(library, day)) for day in days],
                "within": [Neighbour(*found) for found in (months | years).items()],
                "limit": PAPERS_PER_PAGE,
                "quarters": [blocks[first] for first in dict.fromkeys(map(first_of_quarter, days))],
            },
            paper_count=period.paper_count,
            previous=around[place],
            following=around[place + 2],
        )


def _description(period: Period) -> str:
    papers, days = counted(period.paper_count, "paper"), counted(len(period.days), "day")
    return f"{papers} listed on {days}, {period.span}."


def _years(counts: Mapping[date, int], calendar: Iterable[Quarter]) -> Iterator[View]:
    """Give the pages of the years, each with its calendar, its months and its weeks."""
    periods = _periods(counts, "year")
    blocks = _by_year(calendar, lambda quarter: year_of(quarter.first))
    months = _by_year(_periods(counts, "month"), lambda month: year_of(month.days[0][0]))
    weeks = _by_year(_periods(counts, "week"), lambda week: week_of(week.days[0][0])[:4])
    around = [None, *(Neighbour(period.address, period.name) for period in periods), None]
    for place, period in enumerate(periods):
        yield View(
            period.address,
            "year.html",
            period.name,
            _description(period),
            period.days[-1][0],
            {
                "period": period,
                "quarters": blocks[period.name][::-1],
                "months": months[period.name],
                "weeks": weeks.get(period.name, []),
            },
            paper_count=period.paper_count,
            previous=around[place],
            following=around[place + 2],
        )


def _indexes(library: Library, counts: Mapping[date, int], calendar: Iterable[Quarter]) -> Iterator[View]:
    """Give the index pages: the calendar, and all days, weeks, months and years; newest first."""
    months, weeks, years = (_periods(counts, kind)[::-1] for kind in ("month", "week", "year"))
    months_of = _by_year(months, lambda month: year_of(month.days[0][0]))
    weeks_of = _by_year(weeks, lambda week: week_of(week.days[0][0])[:4])
    blocks = _by_year(calendar, lambda quarter: year_of(quarter.first))
    held = f"{counted(len(library.papers), 'paper')} on {counted(len(counts), 'day')}"
    if counts:
        held += f", {days_span(min(counts), max(counts))}"
    by_year: dict[str, object] = {"years": years, "months": months_of, "calendar": blocks}
    shown: list[tuple[str, str, str, str, dict[str, object]]] = [
        ("papers/", "archive.html", "Archive", "on a calendar", by_year),
        ("papers/date/", "days.html", "All days", "by day", {"months": months}),
        ("papers/week/", "periods.html", "All weeks", "by week", {"groups": weeks_of, "kind": "week"}),
        ("papers/month/", "periods.html", "All months", "by month", {"groups": months_of, "kind": "month"}),
        ("papers/year/", "periods.html", "All years", "by year", {"groups": {"": years}, "kind": "year"}),
    ]
    for address, template, title, order, data in shown:
        yield View(
            address,
            template,
            title,
            f"{held}, {order}.",
            max(counts, default=date(1970, 1, 1)),
            {**data, "day_count": len(counts)},
            paper_count=len(library.papers),
        )


def _periods(counts: Mapping[date, int], kind: PeriodKind) -> list[Period]:
    """Give the weeks, months or years that have a list, ascending."""
    key, address, name = _PERIODS[kind]
    found = (list(days) for _, days in groupby(sorted(counts), key))
    return [
        Period(address(days[0]), name(days[0]), tuple((day, counts[day]) for day in days)) for days in found
    ]


_Item = TypeVar("_Item")


def _by_year(items: Iterable[_Item], year: Callable[[_Item], str]) -> dict[str, list[_Item]]:
    """Give items that come by year, by it; an ISO week belongs to the year in its name."""
    return {found: list(within) for found, within in groupby(items, year)}
