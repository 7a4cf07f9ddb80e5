"""The pages of papers, and of those that were taken down."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from typing import ClassVar

from ...archive.pages import PaperPage
from ...papers.addresses import paper_address
from ...papers.citation import bibtex
from ...papers.days import day_name
from ...papers.records import Paper, Tombstone
from ...related.gist import Gist
from ...text.linear_math import linear
from ..chips import Chip
from ..elsewhere import readings, report_address, searches
from ..head import Head, Site, article, citation_tags
from ..library import Library
from .view import Neighbour, View, card_of, with_neighbours


@dataclass(frozen=True, slots=True)
class Place:
    """Where a paper stands in the list of a day."""

    number: int
    count: int
    previous: Neighbour | None
    following: Neighbour | None


@dataclass(frozen=True, slots=True)
class Related:
    """A paper that is related to another one."""

    paper: Paper
    reason: str
    """What both name."""


@dataclass(frozen=True, slots=True, kw_only=True)
class PaperView(View):
    """The page of a paper."""

    template: ClassVar[str] = "paper.html"

    paper: Paper
    place: Place | None
    """In the list of the newest day that lists it."""
    gist: Gist | None = None
    chips: Sequence[Chip] = ()
    """Its topics and keywords."""
    related: Sequence[Related] = ()
    """Papers of earlier days and of its first one, the likest first."""

    @property
    def head(self) -> Head:
        """What stands in the page's head."""
        return self._head(
            title=linear(self.title),
            kind="article",
            citation=citation_tags(self.paper, self.site),
            linked_data=article(self.paper, self.site),
        )

    @property
    def citation(self) -> str:
        """The paper's BibTeX entry."""
        return bibtex(self.paper, self.site.url)

    @property
    def searches(self) -> Sequence[tuple[str, str]]:
        """Sites that may have a paper that is not known to be on arXiv, each with the address of a search.

        A DOI alone leads to a publisher, where many readers are let no further.
        """
        return [] if self.paper.arxiv_id else searches(self.paper.title)

    @property
    def readings(self) -> Sequence[tuple[str, str]]:
        """Where a paper of arXiv can be read besides: names and addresses."""
        return readings(self.paper.arxiv_id, self.site.readers) if self.paper.arxiv_id else []

    @property
    def report(self) -> str | None:
        """Where readers report or correct the paper; None where the archive has no repository."""
        return report_address(self.paper, self.site.repository, self.permalink)


@dataclass(frozen=True, slots=True, kw_only=True)
class TombstoneView(View):
    """The page in the place of a paper that was taken down."""

    template: ClassVar[str] = "tombstone.html"
    indexed: ClassVar[bool] = False

    tombstone: Tombstone
    listed: tuple[date, ...]
    """The days that listed it, ascending."""


def paper_views(library: Library, site: Site) -> Iterator[PaperView]:
    """Give the page of each paper."""
    places = _places(library)
    for page in library.papers.values():
        paper, newest = page.paper, page.paper.listed[-1]
        yield PaperView(
            site=site,
            address=paper_address(paper.id),
            title=paper.title,
            description=paper.abstract or f"{paper.title}, listed on {day_name(newest)}.",
            updated=newest,
            card=card_of(library, newest),
            notes=page.notes,
            paper=paper,
            place=places.get(paper.id),
            gist=library.discovery.gists.get(paper.id),
            chips=library.chips[paper.id],
            related=_related(library, paper.id),
        )


def tombstone_views(library: Library, site: Site) -> Iterator[TombstoneView]:
    """Give the page of each paper that was taken down."""
    listed: dict[str, list[date]] = {name: [] for name in library.tombstones}
    for day, page in library.days.items():
        for name in page.day.ids():
            if name in listed:
                listed[name].append(day)
    for tombstone in library.tombstones.values():
        yield TombstoneView(
            site=site,
            address=paper_address(tombstone.id),
            title="Removed paper",
            description="This paper was removed from the archive.",
            updated=library.newest,
            card=card_of(library, library.newest),
            tombstone=tombstone,
            listed=tuple(listed[tombstone.id]),
        )


def _related(library: Library, paper: str) -> list[Related]:
    rows = library.discovery.lists.get(paper, ())
    return [Related(library.papers[other].paper, reason) for other, reason in rows]


def _places(library: Library) -> dict[str, Place]:
    """Give the place of each paper in the list of its newest day, by id."""
    places = {}
    for day in library.days:
        listed = library.listed(day)
        numbered = [(n, page.paper) for n, page in enumerate(listed, 1) if isinstance(page, PaperPage)]
        for before, (number, paper), after in with_neighbours(numbered):
            if day == paper.listed[-1]:
                places[paper.id] = Place(number, len(listed), _neighbour(before), _neighbour(after))
    return places


def _neighbour(numbered: tuple[int, Paper] | None) -> Neighbour | None:
    return Neighbour(paper_address(numbered[1].id), numbered[1].title) if numbered else None
