"""A page of the site, as data for its template."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date
from typing import Any, ClassVar, TypeVar

from ...papers.addresses import relative_address
from ...text.markup import plain
from ..card import card_address
from ..head import DESCRIPTION, Head, Site, collection
from ..library import Library

T = TypeVar("T")


LATEST = (("Latest papers", "feed"),)
"""The feed of all papers: title, and path without ending."""

LISTS = (("Days", "feeds/days"), ("Weeks", "feeds/weeks"), ("Months", "feeds/months"))
"""The feeds in which each entry is a list."""


@dataclass(frozen=True, slots=True)
class Neighbour:
    """A page next to another one."""

    address: str
    name: str


@dataclass(frozen=True, slots=True, kw_only=True)
class View:
    """A page of the site; each kind has a class, which holds everything that its template shows.

    What is long, as the head of a paper's page, is worked out when it is asked for, so that a large archive
    need not hold it for all pages at once.
    """

    template: ClassVar[str]
    """In `site_theme/`."""
    indexed: ClassVar[bool] = True
    """Whether search engines should list the page."""

    site: Site
    address: str
    """Relative to the site's root, with a trailing slash."""
    title: str
    description: str
    updated: date | None
    """The newest day that the page tells of, if any: a date of the data, not of the build."""
    canonical: str = ""
    """The address of the page that search engines should know in its place, where that is another one."""
    card: str | None = None
    """The address of its social card."""
    notes: str = ""
    """The maintainer's Markdown."""
    previous: Neighbour | None = None
    """The page before it in its series."""
    following: Neighbour | None = None
    """The page after it in its series."""

    @property
    def feeds(self) -> Sequence[tuple[str, str]]:
        """The feeds that the page is of: titles, and paths without endings."""
        return LATEST

    @property
    def head(self) -> Head:
        """What stands in the page's head."""
        return self._head()

    @property
    def permalink(self) -> str:
        """Where the page is, as absolute as the site knows."""
        return self.site.address(self.address) or self.address

    def link(self, address: str) -> str:
        """Write an address, relative to the site's root, for this page to link to; "." is the home page."""
        if address == ".":
            return relative_address("", self.address).rstrip("/")
        return relative_address(address, self.address)

    def _head(self, **more: Any) -> Head:
        """Give what heads of all kinds say, and what this kind says besides."""
        head = Head(
            title=self.title,
            description=plain(self.description, DESCRIPTION),
            url=self.site.address(self.canonical or self.address),
            image=self.site.address(self.card) if self.card else None,
            indexed=self.indexed,
            previous=self.previous.address if self.previous else None,
            following=self.following.address if self.following else None,
        )
        return replace(head, **more)


@dataclass(frozen=True, slots=True, kw_only=True)
class ListView(View):
    """A page that lists papers, or days, weeks, months or years with papers."""

    paper_count: int
    """How many papers the page tells of."""

    @property
    def feeds(self) -> Sequence[tuple[str, str]]:
        """The feeds that the page is of."""
        return (*LATEST, *LISTS)

    @property
    def head(self) -> Head:
        """What stands in the page's head."""
        return self._head(linked_data=collection(self.title, self.paper_count))


def card_of(library: Library, day: date | None) -> str | None:
    """Give the address of a day's social card; None where the day has no list."""
    return card_address(day) if day and day in library.days else None


def with_neighbours(items: Sequence[T]) -> Iterator[tuple[T | None, T, T | None]]:
    """Give each item between the one before it and the one after it.

    >>> list(with_neighbours("abc"))
    [(None, 'a', 'b'), ('a', 'b', 'c'), ('b', 'c', None)]
    """
    return zip((None, *items), items, (*items[1:], None), strict=False)
