"""The pages that lead to all others: the calendar, and all days, weeks, months and years; newest first."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any, ClassVar

from ...papers.days import days_span
from ..head import Site
from ..heatmap import Quarter
from ..library import Library
from ..names import counted
from .periods import Period, PeriodKind, by_year, periods, year_of_month, year_of_quarter, year_of_week
from .view import ListView, card_of

_YEARS_OF_DAYS = 2
"""Years whose days are all named; the months of earlier ones name theirs, so that no page grows for ever."""


@dataclass(frozen=True, slots=True, kw_only=True)
class IndexView(ListView):
    """An index page."""

    day_count: int


@dataclass(frozen=True, slots=True, kw_only=True)
class CalendarView(IndexView):
    """All years, with the calendar of the newest."""

    template: ClassVar[str] = "archive.html"

    years: Sequence[Period]
    has_trends: bool
    months: Mapping[str, Sequence[Period]]
    """By year."""
    calendar: Mapping[str, Sequence[Quarter]]
    """By year."""


@dataclass(frozen=True, slots=True, kw_only=True)
class DaysView(IndexView):
    """The days of the newest years by month, and the months that name those of earlier years."""

    template: ClassVar[str] = "days.html"

    months: Sequence[Period]
    earlier: Mapping[str, Sequence[Period]]
    """Months by year."""


@dataclass(frozen=True, slots=True, kw_only=True)
class PeriodsView(IndexView):
    """All weeks, months or years."""

    template: ClassVar[str] = "periods.html"

    kind: PeriodKind
    groups: Mapping[str, Sequence[Period]]
    """By year; years themselves by "" for none."""


def index_views(library: Library, site: Site) -> Iterator[IndexView]:
    """Give the index pages."""
    months, weeks, years = (periods(library.counts, kind)[::-1] for kind in ("month", "week", "year"))
    by_month, by_week = by_year(months, year_of_month), by_year(weeks, year_of_week)
    named = [*by_month][:_YEARS_OF_DAYS]

    def same(address: str, title: str, order: str) -> dict[str, Any]:
        """Give what the index pages have in common."""
        return {
            "site": site,
            "address": address,
            "title": title,
            "description": f"{_held(library)}, {order}.",
            "updated": library.newest,
            "card": card_of(library, library.newest),
            "paper_count": len(library.papers),
            "day_count": len(library.days),
        }

    yield CalendarView(
        **same("papers/", "Archive", "on a calendar"),
        years=years,
        has_trends=bool(library.trends),
        months=by_month,
        calendar=by_year(library.calendar, year_of_quarter),
    )
    yield DaysView(
        **same("papers/date/", "All days", "by day"),
        months=[month for year in by_month for month in by_month[year] if year in named],
        earlier={year: within for year, within in by_month.items() if year not in named},
    )
    yield PeriodsView(**same("papers/week/", "All weeks", "by week"), kind="week", groups=by_week)
    yield PeriodsView(**same("papers/month/", "All months", "by month"), kind="month", groups=by_month)
    yield PeriodsView(**same("papers/year/", "All years", "by year"), kind="year", groups={"": years})


def _held(library: Library) -> str:
    days = library.days
    held = f"{counted(len(library.papers), 'paper')} on {counted(len(days), 'day')}"
    return f"{held}, {days_span(min(days), max(days))}" if days else held
