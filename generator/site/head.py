"""What stands in the head of each page, as data for `site_theme/partials/head.html`.

Nothing is said twice: one element serves a `name` or `rel` and an OpenGraph `property`, as RDFa allows
(https://ogp.me/, https://www.w3.org/TR/html-rdfa/), and a Twitter card takes title, description and image
from OpenGraph (https://developer.x.com/en/docs/x-for-websites/cards/markup). Only what is known is said.
"""

import json
from collections.abc import Mapping
from dataclasses import dataclass

from ..papers.records import Paper
from ..text.linear_math import linear
from ..text.markup import plain
from .views import View

_DESCRIPTION = 160
"""Characters of a description: what search engines show of one."""

POLICY = "default-src 'self';img-src 'self' data:;object-src 'none';base-uri 'none';form-action 'self'"
"""The Content-Security-Policy: nothing from elsewhere, no inline script or style, no `eval`."""


_IN_SCRIPT = {ord(character): f"\\u{ord(character):04x}" for character in "<>&\u2028\u2029"}


@dataclass(frozen=True, slots=True)
class Site:
    """What all pages have in common."""

    name: str
    description: str
    url: str
    """The address of the home page with a trailing slash; "" when it is not known."""

    def address(self, path: str) -> str | None:
        """Give the absolute form of an address relative to the root, if the site knows where it is."""
        return self.url + path if self.url else None


@dataclass(frozen=True, slots=True)
class Head:
    """The head of one page. Addresses are absolute where they must be, else relative to the site's root."""

    title: str
    """What the page is called, without the site's name."""
    description: str
    url: str | None = None
    """The canonical address."""
    kind: str | None = None
    """OpenGraph's type, where it is not the usual one of websites."""
    image: str | None = None
    """The absolute address of the social card."""
    indexed: bool = True
    previous: str | None = None
    following: str | None = None
    citation: tuple[tuple[str, str], ...] = ()
    """Names and contents of the tags by which Google Scholar and reference managers know a paper."""
    linked_data: Mapping[str, object] | None = None
    """JSON-LD in the words of schema.org."""

    def script(self) -> str:
        """Give the linked data as JSON that can stand in a `<script>` element."""
        data = {"@context": "https://schema.org", **(self.linked_data or {})}
        written = json.dumps(data, ensure_ascii=False, separators=(",", ":"))
        return written.translate(_IN_SCRIPT)


def view_head(site: Site, view: View, card: str | None) -> Head:
    """Give the head of a page that the archive makes; `card` is the address of its social card."""
    paper = view.paper
    return Head(
        title=linear(view.title),
        description=plain(view.description, _DESCRIPTION),
        url=site.address(view.address),
        kind="article" if paper else None,
        image=site.address(card) if card else None,
        indexed=view.indexed,
        previous=view.previous.address if view.previous else None,
        following=view.following.address if view.following else None,
        citation=_citation(paper) if paper else (),
        linked_data=_article(paper) if paper else _collection(view),
    )


def home_head(site: Site, card: str | None) -> Head:
    """Give the head of the home page."""
    search = {
        "@type": "SearchAction",
        "target": f"{site.url}search/?q={{search_term_string}}",
        "query-input": "required name=search_term_string",
    }
    return Head(
        title=site.name,
        description=plain(site.description, _DESCRIPTION),
        url=site.address(""),
        image=site.address(card) if card else None,
        linked_data={"@type": "WebSite", "name": site.name, "url": site.url, "potentialAction": search}
        if site.url
        else None,
    )


def page_head(site: Site, title: str, address: str, card: str | None, description: str | None = None) -> Head:
    """Give the head of a page that a person wrote."""
    return Head(
        title=title,
        description=plain(description or site.description, _DESCRIPTION),
        url=site.address(address),
        image=site.address(card) if card else None,
    )


def lost_head(site: Site) -> Head:
    """Give the head of the page that answers where there is none."""
    return Head(
        title="Page not found",
        description=plain(site.description, _DESCRIPTION),
        indexed=False,
    )


def _citation(paper: Paper) -> tuple[tuple[str, str], ...]:
    """Give the tags but for the title, which the page's own says.

    Title, authors and date come together or not at all, as
    https://scholar.google.com/intl/en/scholar/inclusion.html#indexing asks.
    """
    if not (paper.authors and paper.published):
        return ()
    found = [
        *(("author", author.name) for author in paper.authors),
        ("publication_date", paper.published.strftime("%Y/%m/%d")),
        ("arxiv_id", paper.arxiv_id),
        ("doi", paper.doi),
        ("keywords", "; ".join(paper.topics)),
    ]
    return tuple((f"citation_{name}", content) for name, content in found if content)


def _article(paper: Paper) -> Mapping[str, object]:
    same = [
        *([f"https://arxiv.org/abs/{paper.arxiv_id}"] if paper.arxiv_id else []),
        *([f"https://doi.org/{paper.doi}"] if paper.doi else []),
    ]
    said = {
        "@type": "ScholarlyArticle",
        "headline": linear(paper.title),
        "author": [author.name for author in paper.authors],  # schema.org takes text for a person
        "datePublished": paper.published and paper.published.isoformat(),
        "sameAs": same[0] if len(same) == 1 else same,
    }
    return {name: value for name, value in said.items() if value}


def _collection(view: View) -> Mapping[str, object] | None:
    """Give a list of papers in the words of schema.org; None for a page that lists none."""
    if not view.paper_count:
        return None
    listed = {"@type": "ItemList", "numberOfItems": view.paper_count}
    return {"@type": "CollectionPage", "name": view.title, "mainEntity": listed}
