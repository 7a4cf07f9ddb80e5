"""The site as a whole: every page it shows, and every file beside the pages. Nothing of MkDocs here."""

import logging
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from urllib.parse import urljoin

from ..archive.coverage import Coverage
from ..papers.citation import bibtex
from ..search import Budget, Document, SearchIndex, build, check_budget
from .card import cached, card_address, cards
from .feed import categories, feeds
from .head import Site
from .library import Library
from .redirect import redirect
from .sitemap import robots, sitemap
from .status import status, status_json, status_views
from .views import View, home, redirects, views

log = logging.getLogger("mkdocs.plugins.dailypapers")

UNUSED = (
    "assets/search/worker/",
    "assets/search/page/",
    "assets/search/messages.js",
    "assets/javascripts/",
    "assets/stylesheets/",
    "assets/images/",
)
"""Files of the theme that no page asks for: what search joins into two files, and all of Material's own."""


@dataclass(frozen=True, slots=True)
class Folders:
    """Where what is not in the archive comes from."""

    theme: Path
    cache: Path
    """For what is dear to make and the same every time: social cards."""


def pages(library: Library, sources: Sequence[Coverage]) -> Mapping[str, View]:
    """Give every page that is not written by hand, by address."""
    made = (*views(library), *status_views(library, sources), _search(newest(library)))
    return {view.address: view for view in made}


def shown(library: Library, site: Site, view: View | None, is_home: bool) -> Mapping[str, object]:
    """Give what a page's template shows, by name."""
    found = dict(view.data) if view else {}
    if view and view.paper:
        found["citation"] = bibtex(view.paper, site.url)
    if is_home:
        found |= {**home(library), "feed_categories": categories(library)}
    return found


def files_beside(
    library: Library, sources: Sequence[Coverage], budget: Budget, site: Site, folders: Folders
) -> Iterator[tuple[str, str | bytes | Path]]:
    """Give every file beside the pages: its path in the site, and what it holds or where that lies.

    Raises BudgetError when the search index costs readers more than `budget` allows.
    """
    for address, target in redirects(library).items():
        yield f"{address}index.html", redirect(address, target, site.url)
    yield "status.json", status_json(status(library, sources))
    yield "robots.txt", robots(site.url)
    yield from feeds(library, site).items()
    yield from search_index(library, budget, folders.theme).files.items()
    for card in cards(library, site.name):
        yield card_address(card.day), cached(card, folders.cache).resolve()


def search_index(library: Library, budget: Budget, theme: Path) -> SearchIndex:
    """Index all papers; raise BudgetError when that costs readers more than allowed."""
    documents = [
        Document(
            address=f"papers/{paper.id}/",
            title=paper.title,
            abstract=paper.abstract or "",
            authors=tuple(author.name for author in paper.authors),
            topics=(*paper.topics, *paper.categories),
            arxiv_id=paper.arxiv_id,
            days=paper.listed,
            votes=paper.votes,
            has_code=any(link.kind == "code" for link in paper.links),
        )
        for paper in (page.paper for page in library.papers.values())
    ]
    index = build(documents, theme / "assets" / "search")
    log.info("%s", index.sizes)
    check_budget(index.sizes, budget)
    return index


def sitemaps(addresses: Iterable[tuple[str, View | None]], library: Library, site: Site) -> Mapping[str, str]:
    """Give the files of the sitemap for pages at `addresses`, relative to the root, the home page at `./`.

    Pages that search engines should not list are left out; without an address of the site it is empty.
    """
    if not site.url:
        return {"sitemap.xml": ""}
    home_changed = newest(library) if library.days else None
    dated = [
        (urljoin(site.url, address), view.updated if view else home_changed if address == "./" else None)
        for address, view in addresses
        if view is None or view.indexed
    ]
    return sitemap(dated, site.url)


def newest(library: Library) -> date:
    """Give the newest day of the archive; the first of 1970 where there is none."""
    return max(library.days, default=date(1970, 1, 1))


def _search(updated: date) -> View:
    return View("search/", "search.html", "Search", "Search all papers of this archive.", updated)
