"""The pages of what rises: of each month, which stays as it is once the month has ended, and of them all."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from typing import ClassVar

from ...papers.addresses import TRENDS, trend_address
from ...papers.days import month_before, month_name
from ...papers.records import Paper
from ...related.rising import Rising
from ..head import Site
from ..library import Library
from ..trends import Trend
from .view import ListView, Neighbour, card_of

_HEIGHT = 30
"""Pixels of a plot's highest bar."""


@dataclass(frozen=True, slots=True)
class Rise:
    """A topic or a phrase that rose, as a page tells of it."""

    rising: Rising
    first: Paper
    """The first paper that is about it."""
    bars: tuple[int, ...]
    """Pixels: the share of papers about it in each month, of the highest of them."""
    times: float | None
    """How many times as often as before; None where no paper was about it."""


@dataclass(frozen=True, slots=True, kw_only=True)
class TrendView(ListView):
    """The page of what rose in a month."""

    template: ClassVar[str] = "trends.html"

    month: date
    months: Sequence[date]
    """The months before, and the month itself."""
    rises: Sequence[Rise]
    before: int
    """Papers that the month is compared with."""
    all_months: Sequence[tuple[Neighbour, Sequence[str]]] = ()
    """On the page of them all: each month, and what rose in it; the newest first."""


def trend_views(library: Library, site: Site) -> Iterator[TrendView]:
    """Give the pages; none for an archive that has only just begun."""
    before = None
    for trend in library.trends:
        yield _view(library, site, trend, before)
        before = Neighbour(trend_address(trend.month), month_name(trend.month))
    if library.trends:
        yield _of_all(library, site)


def _of_all(library: Library, site: Site) -> TrendView:
    """Give the page of the newest month that leads to all others."""
    months = [
        (
            Neighbour(trend_address(trend.month), month_name(trend.month)),
            [each.name for each in trend.rising],
        )
        for trend in reversed(library.trends)
    ]
    return _view(library, site, library.trends[-1], None, TRENDS, months)


def _view(
    library: Library,
    site: Site,
    trend: Trend,
    before: Neighbour | None,
    address: str = "",
    all_months: Sequence[tuple[Neighbour, Sequence[str]]] = (),
) -> TrendView:
    name, told = month_name(trend.month), "; ".join(each.name for each in trend.rising)
    updated = max(day for day in library.days if day.replace(day=1) == trend.month)
    return TrendView(
        site=site,
        address=address or trend_address(trend.month),
        title="Trends" if address else f"Rising in {name}",
        description=f"What papers of {name} tell of more than those of the year before: {told or 'nothing'}.",
        updated=updated,
        card=card_of(library, updated),
        previous=before,
        paper_count=trend.sizes[-1],
        month=trend.month,
        months=[month_before(trend.month, back) for back in range(len(trend.sizes) - 1, -1, -1)],
        rises=[
            _rise(library, trend, each, first) for each, first in zip(trend.rising, trend.first, strict=True)
        ],
        before=sum(trend.sizes[:-1]),
        all_months=all_months,
    )


def _rise(library: Library, trend: Trend, rising: Rising, first: str) -> Rise:
    shares = [count / size if size else 0 for count, size in zip(rising.counts, trend.sizes, strict=True)]
    highest = max(shares)
    past = sum(rising.counts[:-1]) / max(1, sum(trend.sizes[:-1]))
    return Rise(
        rising,
        library.papers[first].paper,
        tuple(round(_HEIGHT * share / highest) for share in shares),
        shares[-1] / past if past else None,
    )
