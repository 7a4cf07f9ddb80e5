"""A feed as Atom (RFC 4287) and as JSON Feed 1.1 (https://www.jsonfeed.org/version/1.1/)."""

import json
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import UTC, datetime
from uuid import UUID, uuid5
from xml.etree.ElementTree import Element, SubElement, indent, tostring

from .head import Site

_IDS = UUID("5d7f1e0c-7a5e-4f1b-9a37-2b8f0f6f3c11")
"""The namespace of all ids: it names the scheme of this program, and never changes."""

_ATOM = "http://www.w3.org/2005/Atom"
_ARXIV_CATEGORIES = "http://arxiv.org/schemas/atom"
_AUTHORS = 20
"""Authors that an entry names before it only counts them."""


@dataclass(frozen=True, slots=True)
class Entry:
    """An entry of a feed: a paper, or the lists of a day, week or month."""

    name: str
    """What its id is made from: it stays when the site moves or a title changes."""
    title: str
    address: str
    """Relative to the site's root."""
    published: datetime
    updated: datetime
    content: str
    """HTML."""
    external: str | None = None
    """Where else the paper is."""
    authors: tuple[str, ...] = ()
    categories: tuple[str, ...] = ()
    """Of arXiv."""
    topics: tuple[str, ...] = ()
    links: tuple[tuple[str, str], ...] = ()
    """What belongs to it: kind and address."""

    @property
    def id(self) -> str:
        """Its id, for ever."""
        return _id(self.name)

    @property
    def shown_authors(self) -> tuple[str, ...]:
        """Its authors, of very many the first and how many more."""
        more = len(self.authors) - _AUTHORS
        return self.authors if more < 1 else (*self.authors[:_AUTHORS], f"and {more:,} more")


@dataclass(frozen=True, slots=True)
class Feed:
    """A feed and its entries, the newest first."""

    title: str
    path: str
    """Relative to the site's root, without the ending."""
    entries: tuple[Entry, ...]
    page: str = ""
    """The page that it is of, relative to the site's root."""


def atom(feed: Feed, site: Site) -> str:
    """Write a feed as Atom."""
    root = Element("feed", {"xmlns": _ATOM, "xml:lang": "en"})
    _add(root, "id", _id(f"{site.name}/{feed.path}"))
    _add(root, "title", feed.title)
    newest = max((entry.updated for entry in feed.entries), default=datetime(1970, 1, 1, tzinfo=UTC))
    _add(root, "updated", _time(newest))
    SubElement(root, "link", rel="self", type="application/atom+xml", href=f"{site.url}{feed.path}.xml")
    SubElement(root, "link", rel="alternate", type="text/html", href=site.url + feed.page)
    _add(SubElement(root, "author"), "name", site.name)  # for entries whose authors are unknown
    for entry in feed.entries:
        root.append(_element(entry, site))
    indent(root, " ")
    return f'<?xml version="1.0" encoding="utf-8"?>\n{tostring(root, encoding="unicode")}\n'


def json_feed(feed: Feed, site: Site) -> str:
    """Write a feed as JSON Feed."""
    data = {
        "version": "https://jsonfeed.org/version/1.1",
        "title": feed.title,
        "home_page_url": site.url + feed.page,
        "feed_url": f"{site.url}{feed.path}.json",
        "description": site.description,
        "language": "en",
        "items": [_item(entry, site) for entry in feed.entries],
    }
    return json.dumps(data, ensure_ascii=False, indent=1) + "\n"


def _element(entry: Entry, site: Site) -> Element:
    element = Element("entry")
    _add(element, "id", entry.id)
    _add(element, "title", entry.title)
    _add(element, "published", _time(entry.published))
    _add(element, "updated", _time(entry.updated))
    SubElement(element, "link", rel="alternate", type="text/html", href=site.url + entry.address)
    if entry.external:
        SubElement(element, "link", rel="related", type="text/html", href=entry.external)
    for kind, url in entry.links:
        SubElement(element, "link", rel="related", title=kind, href=url)
    for author in entry.shown_authors:
        _add(SubElement(element, "author"), "name", author)
    for category in entry.categories:
        SubElement(element, "category", term=category, scheme=_ARXIV_CATEGORIES)
    for topic in entry.topics:
        SubElement(element, "category", term=topic)
    _add(element, "content", entry.content, type="html")
    return element


def _item(entry: Entry, site: Site) -> Mapping[str, object]:
    said = {
        "id": entry.id,
        "url": site.url + entry.address,
        "external_url": entry.external,
        "title": entry.title,
        "content_html": entry.content,
        "date_published": _time(entry.published),
        "date_modified": _time(entry.updated),
        "authors": [{"name": author} for author in entry.shown_authors],
        "tags": [*entry.categories, *entry.topics],
    }
    return {name: value for name, value in said.items() if value or name == "content_html"}


def _id(name: str) -> str:
    return uuid5(_IDS, name).urn


def _time(moment: datetime) -> str:
    return f"{moment:%Y-%m-%dT%H:%M:%S}Z"


def _add(parent: Element, name: str, text: str, **attributes: str) -> None:
    SubElement(parent, name, attributes).text = text
