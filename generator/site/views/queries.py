"""The pages of saved queries."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from itertools import groupby
from typing import ClassVar

from ...papers.records import Paper
from ..head import Site
from ..library import Library
from ..names import counted
from ..queries import INDEX, Answer
from .entries import PAPERS_PER_PAGE, Listed
from .view import LATEST, ListView, Neighbour, View, card_of, with_neighbours

SHOWN = 2 * PAPERS_PER_PAGE
"""Papers on the pages of a query, the newest: the search finds them all."""


@dataclass(frozen=True, slots=True, kw_only=True)
class QueryView(ListView):
    """The page of a saved query, or one of the parts that it is split into."""

    template: ClassVar[str] = "query.html"

    answer: Answer
    days: Sequence[tuple[date, Sequence[Listed]]]
    """The papers on this page by the day that first listed them."""
    parts: Sequence[Neighbour]
    """All parts, each named by the places it shows; none where the page is whole."""
    part: Neighbour
    more: int
    """How many papers no part shows."""

    @property
    def feeds(self) -> Sequence[tuple[str, str]]:
        """The feeds that the page is of."""
        return (*LATEST, self.answer.feed)


@dataclass(frozen=True, slots=True, kw_only=True)
class QueriesView(View):
    """The page of all saved queries."""

    template: ClassVar[str] = "queries.html"

    answers: Sequence[Answer]

    @property
    def feeds(self) -> Sequence[tuple[str, str]]:
        """The feeds that the page is of."""
        return (*LATEST, *(answer.feed for answer in self.answers))


def query_views(library: Library, site: Site) -> Iterator[View]:
    """Give the pages of the saved queries, and the one that leads to them, where there are any."""
    for answer in library.answers:
        yield from _parts(library, site, answer)
    if library.answers:
        yield QueriesView(
            site=site,
            address=INDEX,
            title="Saved queries",
            description="Searches of this archive that have a page and feeds of their own.",
            updated=library.newest,
            card=card_of(library, library.newest),
            answers=library.answers,
        )


def _parts(library: Library, site: Site, answer: Answer) -> Iterator[QueryView]:
    count = len(answer.papers)
    starts = range(0, max(1, min(count, SHOWN)), PAPERS_PER_PAGE)
    parts = [_part(answer, start) for start in starts]
    newest = max((paper.listed[0] for paper in answer.papers), default=None)
    for start, (previous, part, following) in zip(starts, with_neighbours(parts), strict=True):
        yield QueryView(
            site=site,
            address=part.address,
            title=answer.query.title + (f", page {start // PAPERS_PER_PAGE + 1}" if start else ""),
            description=f"{counted(count, 'paper')}: {answer.said}",
            updated=newest,
            card=card_of(library, newest),
            previous=previous,
            following=following,
            paper_count=count,
            answer=answer,
            days=_days(library, answer.papers[start : start + PAPERS_PER_PAGE], start),
            parts=parts if len(parts) > 1 else [],
            part=part,
            more=max(0, count - SHOWN),
        )


def _part(answer: Answer, start: int) -> Neighbour:
    last = min(start + PAPERS_PER_PAGE, len(answer.papers))
    number = f"{start // PAPERS_PER_PAGE + 1}/" if start else ""
    return Neighbour(answer.address + number, f"{start + 1}–{last}")


def _days(library: Library, papers: Sequence[Paper], start: int) -> list[tuple[date, Sequence[Listed]]]:
    """Give papers by day, numbered on from those before."""
    numbered = groupby(enumerate(papers, start + 1), lambda numbered: numbered[1].listed[0])
    return [(day, [_listed(library, *each) for each in group]) for day, group in numbered]


def _listed(library: Library, number: int, paper: Paper) -> Listed:
    return Listed(
        number=number,
        paper=paper,
        tombstone=None,
        before=(),
        gist=library.discovery.gists.get(paper.id),
        chips=library.chips[paper.id],
    )
