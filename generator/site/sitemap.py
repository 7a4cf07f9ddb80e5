"""The sitemap: one file, or an index and its parts where there are more addresses than a file may hold.

Format: https://www.sitemaps.org/protocol.html. Its other limit, 50 MB a file, is out of reach: an address
would have to be 900 characters long.
"""

from collections.abc import Iterable, Mapping
from datetime import date
from xml.sax.saxutils import escape

from .packed import packed

URLS = 50_000
"""Addresses at most in one file."""


def sitemap(pages: Iterable[tuple[str, date | None]], site_url: str) -> Mapping[str, str | bytes]:
    """Give the files of the sitemap by path; `sitemap.xml` is the one to start from, in gzip too.

    `pages` are absolute addresses, each with the day of the page's last change where the data gives it.
    """
    entries = sorted(pages, key=lambda entry: entry[0])
    files = _files(entries, site_url)
    newest = max((day for _, day in entries if day), default=None)
    return {**files, "sitemap.xml.gz": packed("sitemap.xml", [files["sitemap.xml"]], newest)}


def _files(entries: list[tuple[str, date | None]], site_url: str) -> Mapping[str, str]:
    parts = [entries[first : first + URLS] for first in range(0, len(entries), URLS)]
    if len(parts) <= 1:
        return {"sitemap.xml": _file("urlset", "url", entries)}
    names = [f"sitemap-{number}.xml" for number in range(1, len(parts) + 1)]
    newest = [max((day for _, day in part if day), default=None) for part in parts]
    index = [(site_url + name, day) for name, day in zip(names, newest, strict=True)]
    files = {name: _file("urlset", "url", part) for name, part in zip(names, parts, strict=True)}
    return {"sitemap.xml": _file("sitemapindex", "sitemap", index), **files}


def robots(site_url: str) -> str:
    """Give a `robots.txt` that keeps nobody out (RFC 9309) and names the sitemap, if its address is known."""
    return "User-agent: *\nAllow: /\n" + (f"Sitemap: {site_url}sitemap.xml\n" if site_url else "")


def _file(root: str, item: str, entries: Iterable[tuple[str, date | None]]) -> str:
    lines = [f"<{item}>{_loc(address)}{_lastmod(day)}</{item}>" for address, day in entries]
    opening = f'<{root} xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">'
    return "\n".join(['<?xml version="1.0" encoding="UTF-8"?>', opening, *lines, f"</{root}>", ""])


def _loc(address: str) -> str:
    return f"<loc>{escape(address)}</loc>"


def _lastmod(day: date | None) -> str:
    return f"<lastmod>{day}</lastmod>" if day else ""
