"""Pages that only lead to another address."""

from html import escape
from posixpath import relpath

from ..papers.addresses import LATEST, paper_address
from ..papers.records import Paper, Tombstone
from .head import Site
from .library import Library
from .queries import query_address
from .topic_papers import merged_topics


def redirects(library: Library) -> dict[str, str]:
    """Give the addresses that only lead on, and where to: aliases, and the newest list's where none is."""
    records: list[Paper | Tombstone] = [page.paper for page in library.papers.values()]
    leading = {
        paper_address(alias): paper_address(record.id)
        for record in (*records, *library.tombstones.values())
        for alias in record.aliases
    }
    leading |= merged_topics(library.settled)
    return leading if library.days else {**leading, LATEST: "papers/"}


def withdrawn(site: Site) -> dict[str, str]:
    """Give the addresses of saved queries that are no more, and where to: to the others, or the search."""
    target = "queries/" if site.queries else "search/"
    return {query_address(name): target for name in site.withdrawn_queries}


def redirect(address: str, target: str, site_url: str) -> str:
    """Give a page at `address` that leads to `target`, both relative to the site's root.

    It works without JavaScript and under any sub-path; `site_url` may be "".
    """
    link = escape(f"{relpath(target, address)}/")
    canonical = f'<link rel="canonical" href="{escape(site_url + target)}">\n' if site_url else ""
    return (
        '<!doctype html>\n<html lang="en">\n<meta charset="utf-8">\n'
        '<meta name="viewport" content="width=device-width">\n'
        '<meta name="color-scheme" content="light dark">\n<title>Moved</title>\n'
        f'{canonical}<meta name="robots" content="noindex">\n'
        f'<meta http-equiv="refresh" content="0; url={link}">\n'
        f'<p>This page is at <a href="{link}">{escape(target)}</a>.</p>\n</html>\n'
    )
