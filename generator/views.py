"""What each page of the site shows: records in, views out, for the templates in `site_theme/`.

Views hold records as they are, never HTML: the templates escape (see `plugin`).
"""

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date
from itertools import groupby
from typing import Final, Literal, TypeVar

from .addresses import (
    day_address,
    month_address,
    month_of,
    paper_address,
    week_address,
    week_of,
    year_address,
    year_of,
)
from .heatmap import first_of_quarter, quarters
from .library import Library
from .names import counted, day_long, days_span
from .pages import PaperPage, day_name, month_name
from .records import Paper, Receipt, Tombstone

PAPERS_PER_PAGE = 100
"""A day with more papers is split: page two of a day is at `papers/date/<day>/2/`."""


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
class Neighbour:
    """A page next to another one."""

    address: str
    name: str


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
    yield from _papers(library)
    yield from _tombstones(library)
    yield from _days(library)
    yield from _lists(library, "week")
    yield from _lists(library, "month")
    yield from _years(library)
    yield from _indexes(library)
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
            {"paper": paper, "place": places.get(paper.id)},
            notes=page.notes,
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


def _days(library: Library) -> Iterator[View]:
    days = list(library.days)
    weeks = {week.address: week for week in _periods(_counts(library), "week")}
    around = [None, *(Neighbour(day_address(day), day_long(day)) for day in days), None]
    for place, day in enumerate(days):
        page = library.days[day]
        entries = _entries(library, day)
        groups = _groups(entries, page.day.receipts)
        count = max(1, -(-len(entries) // PAPERS_PER_PAGE))
        for number in range(1, count + 1):
            numbers = range((number - 1) * PAPERS_PER_PAGE + 1, number * PAPERS_PER_PAGE + 1)
            parts = [_part(day, other, len(entries)) for other in range(1, count + 1)]
            shown = [
                Group(group.receipt, tuple(entry for entry in group.entries if entry.number in numbers))
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
                    "groups": [group for group in shown if group.entries or number == count],
                    "paper_count": len(entries),
                    "seen_before": _seen_before(entries),
                    "parts": parts,
                    "part": parts[number - 1],
                    "whole": count == 1,
                    "previous": around[place] if number == 1 else parts[number - 2],
                    "following": around[place + 2] if number == count else parts[number],
                    "week": weeks[week_address(day)],
                    "month": Neighbour(month_address(day), month_name(day)),
                },
                notes=page.notes if number == 1 else "",
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
        else Listed(number, page.paper, None, tuple(other for other in page.paper.listed if other < day))
        for number, page in enumerate(library.listed(day), 1)
    ]


def _groups(entries: list[Listed], receipts: tuple[Receipt, ...]) -> list[Group]:
    """Give the entries of a day by the first source that reported them."""
    groups = []
    seen: set[int] = set()
    for receipt in receipts:
        named = {*receipt.ids, *receipt.earlier}
        own = tuple(entry for entry in entries if entry.number not in seen and _id(entry) in named)
        seen.update(entry.number for entry in own)
        groups.append(Group(receipt, own))
    return groups


def _id(entry: Listed) -> str:
    return entry.paper.id if entry.paper else entry.tombstone.id if entry.tombstone else ""


def _lists(library: Library, kind: Literal["week", "month"]) -> Iterator[View]:
    """Give the pages of the weeks or months, each with the titles of its days."""
    counts = _counts(library)
    calendar = {quarter.first: quarter for quarter in quarters(counts)}
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
                "paper_count": period.paper_count,
                "previous": around[place],
                "following": around[place + 2],
                "within": [Neighbour(*found) for found in (months | years).items()],
                "limit": PAPERS_PER_PAGE,
                "quarters": [calendar[first] for first in dict.fromkeys(map(first_of_quarter, days))],
            },
        )


def _description(period: Period) -> str:
    papers, days = counted(period.paper_count, "paper"), counted(len(period.days), "day")
    return f"{papers} listed on {days}, {period.span}."


def _years(library: Library) -> Iterator[View]:
    """Give the pages of the years, each with its calendar, its months and its weeks."""
    counts = _counts(library)
    periods = _periods(counts, "year")
    calendar = _by_year(quarters(counts), lambda quarter: year_of(quarter.first))
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
                "paper_count": period.paper_count,
                "previous": around[place],
                "following": around[place + 2],
                "quarters": calendar[period.name][::-1],
                "months": months[period.name],
                "weeks": weeks.get(period.name, []),
            },
        )


def _indexes(library: Library) -> Iterator[View]:
    """Give the index pages: the calendar, and all days, weeks, months and years; newest first."""
    counts = _counts(library)
    months, weeks, years = (_periods(counts, kind)[::-1] for kind in ("month", "week", "year"))
    months_of = _by_year(months, lambda month: year_of(month.days[0][0]))
    weeks_of = _by_year(weeks, lambda week: week_of(week.days[0][0])[:4])
    calendar = _by_year(quarters(counts), lambda quarter: year_of(quarter.first))
    shown: list[tuple[str, str, str, dict[str, object]]] = [
        ("papers/", "archive.html", "Archive", {"years": years, "months": months_of, "calendar": calendar}),
        ("papers/date/", "days.html", "All days", {"months": months}),
        ("papers/week/", "periods.html", "All weeks", {"groups": weeks_of, "kind": "week"}),
        ("papers/month/", "periods.html", "All months", {"groups": months_of, "kind": "month"}),
        ("papers/year/", "periods.html", "All years", {"groups": {"": years}, "kind": "year"}),
    ]
    for address, template, title, data in shown:
        yield View(
            address,
            template,
            title,
            f"{counted(len(library.papers), 'paper')} on {counted(len(library.days), 'day')}.",
            max(library.days, default=date(1970, 1, 1)),
            {**data, "paper_count": len(library.papers), "day_count": len(library.days)},
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
