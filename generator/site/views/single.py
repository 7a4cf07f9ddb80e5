"""The pages of which there is one each, and those that a person writes."""

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from datetime import date
from typing import ClassVar
from urllib.parse import urlsplit

from ..data.files import DataFile
from ..head import Head, Site, website
from ..heatmap import Quarter
from ..library import Library
from ..search_examples import search_examples
from ..status import Status
from ..trends import Trend
from .entries import PAPERS_PER_PAGE, Listed, entries, seen_before
from .view import LATEST, LISTS, Neighbour, View, card_of


@dataclass(frozen=True, slots=True, kw_only=True)
class HomeView(View):
    """The home page: the newest list, and the days before it."""

    template: ClassVar[str] = "home.html"
    latest: date | None
    """The newest day."""
    first: date | None
    entries: Sequence[Listed]
    """Of the newest list; of a long one, its first."""
    entry_count: int
    seen_before: int
    """How many papers of the newest list an earlier day listed too."""
    recent: Sequence[tuple[date, int]]
    """The days before, the newest first, with how many papers each lists."""
    trend: Trend | None
    """What rises, of an archive that is old enough to tell."""
    has_topics: bool
    quarters: Sequence[Quarter]
    paper_count: int
    """Of the archive."""
    day_count: int
    feed_categories: Sequence[str]
    """The arXiv categories that have a feed of their own."""
    queries: Sequence[Neighbour]
    """The feeds of the saved queries."""

    @property
    def feeds(self) -> Sequence[tuple[str, str]]:
        """The feeds that the page is of."""
        return (*LATEST, *LISTS)

    @property
    def head(self) -> Head:
        """What stands in the page's head."""
        return self._head(linked_data=website(self.site))

    @property
    def whole(self) -> bool:
        """Whether the page shows all of the newest list."""
        return len(self.entries) == self.entry_count


@dataclass(frozen=True, slots=True, kw_only=True)
class StatusView(View):
    """How complete the archive is."""

    template: ClassVar[str] = "status.html"

    status: Status
    shown: Collection[date]
    """The days that have a page."""


@dataclass(frozen=True, slots=True, kw_only=True)
class DataView(View):
    """The files for programs."""

    template: ClassVar[str] = "data.html"

    years: Sequence[DataFile]


@dataclass(frozen=True, slots=True, kw_only=True)
class SearchView(View):
    """The page of searches."""

    template: ClassVar[str] = "search.html"

    queries: Sequence[Neighbour]
    """The pages of the saved queries."""
    examples: Sequence[tuple[str, str]]
    """What may be typed, and the address of that search."""


@dataclass(frozen=True, slots=True, kw_only=True)
class StarredView(View):
    """The papers that a reader starred, which only the reader's browser knows."""

    template: ClassVar[str] = "starred.html"
    indexed: ClassVar[bool] = False


@dataclass(frozen=True, slots=True, kw_only=True)
class WrittenView(View):
    """A page that a person wrote."""

    template: ClassVar[str] = "main.html"


@dataclass(frozen=True, slots=True, kw_only=True)
class LostView(View):
    """The page that answers where there is none, at every depth: its links are absolute."""

    template: ClassVar[str] = "404.html"
    indexed: ClassVar[bool] = False

    def link(self, address: str) -> str:
        """Write an address, relative to the site's root, as one from the host's root."""
        return (urlsplit(self.site.url).path or "/") + address


def home_view(library: Library, site: Site, feed_categories: Sequence[str]) -> HomeView:
    """Give the home page."""
    days = sorted(library.days, reverse=True)
    listed = entries(library, days[0]) if days else []
    return HomeView(
        site=site,
        address="",
        title=site.name,
        description=site.description,
        updated=library.newest,
        card=card_of(library, library.newest),
        latest=library.newest,
        first=min(days, default=None),
        entries=listed[:PAPERS_PER_PAGE],
        entry_count=len(listed),
        seen_before=seen_before(listed),
        recent=[(day, library.counts[day]) for day in days[1:7]],
        trend=next(reversed(library.trends), None),
        has_topics=bool(library.settled),
        quarters=library.calendar[:4],
        paper_count=len(library.papers),
        day_count=len(days),
        feed_categories=feed_categories,
        queries=[Neighbour(f"{answer.feed[1]}.xml", answer.query.title) for answer in library.answers],
    )


def status_view(library: Library, site: Site, status: Status) -> StatusView:
    """Give the status page."""
    return StatusView(
        site=site,
        address="status/",
        title="Status",
        description="How complete this archive is: the days it promises, and what it holds of them.",
        updated=library.newest,
        card=card_of(library, library.newest),
        status=status,
        shown={*library.days, *status.without_list},
    )


def data_view(library: Library, site: Site, years: Sequence[DataFile]) -> DataView:
    """Give the page that names the files for programs."""
    return DataView(
        site=site,
        address="data/",
        title="Data",
        description="All papers of this archive as files: JSON Lines and BibTeX, a year each.",
        updated=library.newest,
        card=card_of(library, library.newest),
        years=years,
    )


def search_view(library: Library, site: Site) -> SearchView:
    """Give the page of searches."""
    return SearchView(
        site=site,
        address="search/",
        title="Search",
        queries=[Neighbour(answer.address, answer.query.title) for answer in library.answers],
        examples=search_examples(page.paper for page in library.papers.values()),
        description="Search all papers of this archive.",
        updated=library.newest,
        card=card_of(library, library.newest),
    )


def starred_view(library: Library, site: Site) -> StarredView:
    """Give the page of starred papers."""
    return StarredView(
        site=site,
        address="starred/",
        title="Starred papers",
        description="The papers you starred, kept in your browser.",
        updated=library.newest,
        card=card_of(library, library.newest),
    )


def written_view(site: Site, card: str | None, address: str, title: str, description: str) -> WrittenView:
    """Give a page that a person wrote, and maybe described, with the card of the newest day."""
    return WrittenView(
        site=site,
        address=address,
        title=title,
        description=description or site.description,
        updated=None,
        card=card,
    )


def lost_view(site: Site) -> LostView:
    """Give the page that answers where there is none."""
    return LostView(
        site=site,
        address="404.html",
        title="Page not found",
        description=site.description,
        updated=None,
    )
