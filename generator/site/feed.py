"""Feeds of the newest papers: Atom (RFC 4287) and JSON Feed 1.1 (https://www.jsonfeed.org/version/1.1/).

A feed holds whole days, so that who reads it once a day misses nothing. An entry's id comes from the paper's
id alone, and stays when the site moves or a title changes; its dates are those of the data.
"""

import json
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from uuid import UUID, uuid5
from xml.etree.ElementTree import Element, SubElement, indent, tostring

from ..archive.pages import PaperPage
from ..papers.addresses import paper_address
from ..papers.categories import is_category
from ..papers.records import Paper
from ..text.bidi import balanced
from ..text.linear_math import linear
from ..text.markup import escape
from .head import Site
from .library import Library

PAPERS = 100
"""Papers in a feed, unless the newest day alone has more."""

_IDS = UUID("5d7f1e0c-7a5e-4f1b-9a37-2b8f0f6f3c11")
"""The namespace of all ids: it names the scheme of this program, and never changes."""

_ATOM = "http://www.w3.org/2005/Atom"
_ARXIV_CATEGORIES = "http://arxiv.org/schemas/atom"


@dataclass(frozen=True, slots=True)
class Feed:
    """A feed and the papers in it."""

    title: str
    path: str
    """Relative to the site's root, without the ending."""
    papers: tuple[Paper, ...]
    """The newest day first, each day in its order."""


def feeds(library: Library, site: Site) -> Mapping[str, str]:
    """Give the files of all feeds by path: of all papers, and of each arXiv category.

    Feeds need absolute addresses: a site that does not know its own has none.
    """
    if not site.url:
        return {}
    everything = Feed(site.name, "feed", newest(library))
    found = {"feed.xml": atom(everything, site), "feed.json": json_feed(everything, site)}
    for category in categories(library):
        feed = Feed(f"{category} · {site.name}", f"feeds/{category}", newest(library, category))
        found[f"{feed.path}.xml"] = atom(feed, site)
    return found


def categories(library: Library) -> list[str]:
    """Give the arXiv categories of the archive's papers, in order: those that have a feed of their own."""
    found = {category for page in library.papers.values() for category in page.paper.categories}
    return sorted(filter(is_category, found))


def newest(library: Library, category: str | None = None) -> tuple[Paper, ...]:
    """Give the papers of the newest days, each paper once: whole days, the newest always."""
    found: dict[str, Paper] = {}
    for day in sorted(library.days, reverse=True):
        papers = (page.paper for page in library.listed(day) if isinstance(page, PaperPage))
        wanted = (paper for paper in papers if category is None or category in paper.categories)
        more = {paper.id: paper for paper in wanted if paper.id not in found}
        if found and len(found) + len(more) > PAPERS:
            break
        found |= more
    return tuple(found.values())


def atom(feed: Feed, site: Site) -> str:
    """Write a feed as Atom."""
    root = Element("feed", {"xmlns": _ATOM, "xml:lang": "en"})
    _add(root, "id", _id(f"{site.name}/{feed.path}"))
    _add(root, "title", feed.title)
    _add(root, "updated", _time(max(map(_updated, feed.papers), default=date(1970, 1, 1))))
    SubElement(root, "link", rel="self", type="application/atom+xml", href=f"{site.url}{feed.path}.xml")
    SubElement(root, "link", rel="alternate", type="text/html", href=site.url)
    _add(SubElement(root, "author"), "name", site.name)  # for entries whose authors are unknown
    for paper in feed.papers:
        root.append(_entry(paper, site))
    indent(root, " ")
    return f'<?xml version="1.0" encoding="utf-8"?>\n{tostring(root, encoding="unicode")}\n'


def json_feed(feed: Feed, site: Site) -> str:
    """Write a feed as JSON Feed."""
    data = {
        "version": "https://jsonfeed.org/version/1.1",
        "title": feed.title,
        "home_page_url": site.url,
        "feed_url": f"{site.url}{feed.path}.json",
        "description": site.description,
        "language": "en",
        "items": [_item(paper, site) for paper in feed.papers],
    }
    return json.dumps(data, ensure_ascii=False, indent=1) + "\n"


def _entry(paper: Paper, site: Site) -> Element:
    entry = Element("entry")
    _add(entry, "id", _id(paper.id))
    _add(entry, "title", linear(paper.title))
    _add(entry, "published", _time(paper.listed[0]))
    _add(entry, "updated", _time(_updated(paper)))
    SubElement(entry, "link", rel="alternate", type="text/html", href=site.url + paper_address(paper.id))
    if paper.arxiv_id:
        SubElement(entry, "link", rel="related", type="text/html", href=_arxiv(paper.arxiv_id))
    for author in paper.authors:
        _add(SubElement(entry, "author"), "name", balanced(author.name))
    for category in paper.categories:
        SubElement(entry, "category", term=category, scheme=_ARXIV_CATEGORIES)
    for topic in paper.topics:
        SubElement(entry, "category", term=balanced(topic))
    _add(entry, "content", _content(paper), type="html")
    return entry


def _item(paper: Paper, site: Site) -> Mapping[str, object]:
    said = {
        "id": _id(paper.id),
        "url": site.url + paper_address(paper.id),
        "external_url": paper.arxiv_id and _arxiv(paper.arxiv_id),
        "title": linear(paper.title),
        "content_html": _content(paper),
        "date_published": _time(paper.listed[0]),
        "date_modified": _time(_updated(paper)),
        "authors": [{"name": balanced(author.name)} for author in paper.authors],
        "tags": [*paper.categories, *map(balanced, paper.topics)],
    }
    return {name: value for name, value in said.items() if value or name == "content_html"}


def _content(paper: Paper) -> str:
    """Give the abstract as HTML without MathML, which most feed readers remove."""
    return "".join(_paragraphs(paper))


def _paragraphs(paper: Paper) -> Iterator[str]:
    for paragraph in linear(paper.abstract or "").split("\n\n"):
        if paragraph:
            yield f"<p>{escape(paragraph)}</p>"
    if paper.arxiv_id:
        yield f'<p><a href="{_arxiv(paper.arxiv_id)}">arXiv:{paper.arxiv_id}</a></p>'


def _updated(paper: Paper) -> date:
    """Give the day of the last change that readers should see: a new listing, or a new version."""
    return max(filter(None, (paper.listed[-1], paper.updated)))


def _id(name: str) -> str:
    return uuid5(_IDS, name).urn


def _time(day: date) -> str:
    return f"{day.isoformat()}T00:00:00Z"


def _arxiv(arxiv_id: str) -> str:
    return f"https://arxiv.org/abs/{arxiv_id}"


def _add(parent: Element, name: str, text: str, **attributes: str) -> None:
    SubElement(parent, name, attributes).text = text
