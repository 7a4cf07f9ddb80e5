"""Weeks, months and years, and their pages."""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from itertools import groupby
from typing import ClassVar, Final, Literal, TypeVar

from ...papers.addresses import month_address, week_address, year_address
from ...papers.days import days_span, monday_of, month_name, month_of, week_of, year_of
from ...related.rising import Rising
from ..head import Site
from ..heatmap import Quarter, first_of_quarter
from ..library import Library
from ..names import counted
from .best import Dated, best
from .entries import Listed, entries
from .period_topics import PeriodTopic, PeriodTopics
from .view import ListView, Neighbour, card_of, with_neighbours

T = TypeVar("T")

TITLES = 600
"""Titles of a week or a month at most, so that its page stays one that a phone opens at once."""


@dataclass(frozen=True, slots=True)
class Period:
    """A week, a month or a year, as an index shows it."""

    address: str
    name: str
    days: tuple[tuple[date, int], ...]
    """Its days, ascending, with how many papers each lists."""

    @property
    def first(self) -> date:
        """Its first day with a list."""
        return self.days[0][0]

    @property
    def last(self) -> date:
        """Its last day with a list."""
        return self.days[-1][0]

    @property
    def span(self) -> str:
        """From which day to which it has lists."""
        return days_span(self.first, self.last)

    @property
    def whole_week(self) -> str:
        """From the Monday to the Sunday of its first day's week."""
        monday = monday_of(self.first)
        return days_span(monday, monday + timedelta(days=6))

    @property
    def paper_count(self) -> int:
        """How many papers its days list."""
        return sum(count for _, count in self.days)


@dataclass(frozen=True, slots=True, kw_only=True)
class PeriodView(ListView):
    """The page of a week or a month: what stood out, then the titles of its days."""

    template: ClassVar[str] = "period.html"

    kind: Literal["week", "month"]
    period: Period
    best: Sequence[Dated]
    """Of many papers, those that one should not have missed."""
    days: Sequence[tuple[date, Sequence[Listed]]]
    """What each day lists; of a long list, its first."""
    rising: Sequence[Rising]
    """What rose in it, the surest first."""
    topics: Sequence[PeriodTopic]
    """Those of most papers."""
    within: Sequence[Neighbour]
    """The longer periods that its days are in."""
    quarters: Sequence[Quarter]
    """Those that its days are in."""

    @property
    def by_votes(self) -> bool:
        """Whether the best are those with the most votes."""
        return any(entry.paper and entry.paper.votes for _, entry in self.best)


@dataclass(frozen=True, slots=True, kw_only=True)
class YearView(ListView):
    """The page of a year, with its calendar, its months and its weeks."""

    template: ClassVar[str] = "year.html"

    period: Period
    quarters: Sequence[Quarter]
    months: Sequence[Period]
    weeks: Sequence[Period]


PeriodKind = Literal["week", "month", "year"]

_PERIODS: Final[Mapping[PeriodKind, tuple[Callable[[date], str], ...]]] = {
    "week": (week_of, week_address, lambda day: f"Week {week_of(day)}"),
    "month": (month_of, month_address, month_name),
    "year": (year_of, year_address, year_of),
}
"""What tells one period from the next, its address, and its name, by a day in it."""


def periods(counts: Mapping[date, int], kind: PeriodKind) -> list[Period]:
    """Give the weeks, months or years that have a list, ascending."""
    key, address, name = _PERIODS[kind]
    groups = (list(days) for _, days in groupby(sorted(counts), key))
    return [
        Period(address(days[0]), name(days[0]), tuple((day, counts[day]) for day in days)) for days in groups
    ]


def by_year(items: Iterable[T], year: Callable[[T], str]) -> dict[str, list[T]]:
    """Give items that come by year, by it."""
    return {key: list(within) for key, within in groupby(items, year)}


def year_of_month(month: Period) -> str:
    """Give the year that a month is in."""
    return year_of(month.first)


def year_of_week(week: Period) -> str:
    """Give the year in the name of an ISO week."""
    return week_of(week.first)[:4]


def year_of_quarter(quarter: Quarter) -> str:
    """Give the year that a quarter is in."""
    return year_of(quarter.first)


def period_views(library: Library, site: Site, kind: Literal["week", "month"]) -> Iterator[PeriodView]:
    """Give the pages of the weeks or months."""
    quarters = {quarter.first: quarter for quarter in library.calendar}
    rose = {trend.month: trend.rising for trend in library.trends} if kind == "month" else library.rose
    topics = PeriodTopics(library.topics, (page.paper for page in library.papers.values()))
    for before, period, after in with_neighbours(periods(library.counts, kind)):
        days = [day for day, _ in period.days]
        lists = [(day, entries(library, day)) for day in days]
        start = days[0].replace(day=1) if kind == "month" else monday_of(days[0])
        papers = {entry.id for _, listed in lists for entry in listed if entry.paper}
        months = {month_address(day): month_name(day) for day in days} if kind == "week" else {}
        years = {year_address(day): year_of(day) for day in days}
        yield PeriodView(
            site=site,
            address=period.address,
            title=period.name,
            description=_description(period),
            updated=period.last,
            card=card_of(library, period.last),
            previous=_neighbour(before),
            following=_neighbour(after),
            paper_count=period.paper_count,
            kind=kind,
            period=period,
            best=best(lists, library.discovery.terms.central),
            days=_bounded(lists),
            rising=rose.get(start, ()),
            topics=topics.of(papers, start),
            within=[Neighbour(*outer) for outer in (months | years).items()],
            quarters=[quarters[first] for first in dict.fromkeys(map(first_of_quarter, days))],
        )


def year_views(library: Library, site: Site) -> Iterator[YearView]:
    """Give the pages of the years."""
    quarters = by_year(library.calendar, year_of_quarter)
    months = by_year(periods(library.counts, "month"), year_of_month)
    weeks = by_year(periods(library.counts, "week"), year_of_week)
    for before, period, after in with_neighbours(periods(library.counts, "year")):
        yield YearView(
            site=site,
            address=period.address,
            title=period.name,
            description=_description(period),
            updated=period.last,
            card=card_of(library, period.last),
            previous=_neighbour(before),
            following=_neighbour(after),
            paper_count=period.paper_count,
            period=period,
            quarters=quarters[period.name],
            months=months[period.name][::-1],
            weeks=weeks.get(period.name, [])[::-1],
        )


def _bounded(lists: Sequence[tuple[date, Sequence[Listed]]]) -> list[tuple[date, Sequence[Listed]]]:
    """Give the lists of days, the longest cut where they are too long together."""
    lengths = [len(listed) for _, listed in lists]
    share = max(lengths)
    while share > 1 and sum(min(length, share) for length in lengths) > TITLES:
        share -= 1
    return [(day, listed[:share]) for day, listed in lists]


def _neighbour(period: Period | None) -> Neighbour | None:
    return Neighbour(period.address, period.name) if period else None


def _description(period: Period) -> str:
    papers, days = counted(period.paper_count, "paper"), counted(len(period.days), "day")
    return f"{papers} listed on {days}, {period.span}."
