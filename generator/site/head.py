"""What stands in the head of each page, as data for `site_theme/partials/head.html`.

Nothing is said twice: one element serves a `name` or `rel` and an OpenGraph `property`, as RDFa allows
(https://ogp.me/, https://www.w3.org/TR/html-rdfa/), and a Twitter card takes title, description and image
from OpenGraph (https://developer.x.com/en/docs/x-for-websites/cards/markup). Only what is known is said.
"""

import json
from collections.abc import Mapping
from dataclasses import dataclass

from ..papers.addresses import paper_address
from ..papers.citation import doi_of, url_of
from ..papers.records import Paper
from ..search.saved import SavedQuery
from ..text.bidi import undirected
from ..text.linear_math import linear
from .look import Look
from .names import keywords

DESCRIPTION = 160
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
    repository: str = ""
    """Where the archive is kept; "" when it is not known."""
    citation_abstract: bool = False
    """Whether a paper's head holds its whole abstract, for reference managers: 1.4 kB a page."""
    readers: tuple[tuple[str, str], ...] = ()
    """Where else papers of arXiv can be read: names, and addresses with `{id}` in them."""
    daily_papers: bool = False
    """Whether each day has a file in the shape of Hugging Face's `daily_papers`: 1.9 kB a paper."""
    queries: tuple[SavedQuery, ...] = ()
    """Those with a page and feeds of their own."""
    withdrawn_queries: tuple[str, ...] = ()
    """Names of those that had them."""
    policy: str | None = POLICY
    """None where live reload puts a script into each page."""
    look: Look = Look()  # noqa: RUF009 - it is frozen

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
        return undirected(written).translate(_IN_SCRIPT)


def citation_tags(paper: Paper, site: Site) -> tuple[tuple[str, str], ...]:
    """Give the tags but for the title, which the page's own says.

    Title, authors and date come together or not at all, as
    https://scholar.google.com/intl/en/scholar/inclusion.html#indexing asks. With its type, address and DOI
    Zotero takes a paper for the preprint that it is, and not for an article of a journal.
    """
    if not (paper.authors and paper.published):
        return ()
    known = [
        *(("citation_author", author.name) for author in paper.authors),
        ("citation_publication_date", paper.published.strftime("%Y/%m/%d")),
        ("citation_arxiv_id", paper.arxiv_id),
        ("citation_doi", doi_of(paper)),
        ("citation_public_url", url_of(paper, site.url)),
        ("citation_keywords", "; ".join(keywords(paper))),
        ("citation_abstract", paper.abstract and site.citation_abstract and linear(paper.abstract)),
        ("DC.type", "preprint"),
    ]
    return tuple((name, undirected(content)) for name, content in known if content)


def article(paper: Paper, site: Site) -> Mapping[str, object]:
    """Give a paper in the words of schema.org."""
    same = [
        *([f"https://arxiv.org/abs/{paper.arxiv_id}"] if paper.arxiv_id else []),
        *([f"https://doi.org/{paper.doi}"] if paper.doi else []),
    ]
    said = {
        "@type": "ScholarlyArticle",
        "headline": linear(paper.title),
        "author": [author.name for author in paper.authors],  # schema.org takes text for a person
        "datePublished": paper.published and paper.published.isoformat(),
        "identifier": doi_of(paper),
        "keywords": not citation_tags(paper, site) and keywords(paper),  # else said there
        "url": site.address(paper_address(paper.id)),
        "sameAs": same[0] if len(same) == 1 else same,
    }
    return {name: value for name, value in said.items() if value}


def collection(name: str, paper_count: int) -> Mapping[str, object] | None:
    """Give a list of papers in the words of schema.org; None for one that is empty."""
    if not paper_count:
        return None
    listed = {"@type": "ItemList", "numberOfItems": paper_count}
    return {"@type": "CollectionPage", "name": name, "mainEntity": listed}


def website(site: Site) -> Mapping[str, object] | None:
    """Give the site and its search in the words of schema.org; None where its address is not known."""
    if not site.url:
        return None
    search = {
        "@type": "SearchAction",
        "target": f"{site.url}search/?q={{search_term_string}}",
        "query-input": "required name=search_term_string",
    }
    return {"@type": "WebSite", "name": site.name, "url": site.url, "potentialAction": search}
