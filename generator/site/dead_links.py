"""Links of the built site that lead nowhere, told from its files alone.

Looked at are the attributes that are links; what a page's scripts write is not.
"""

import re
from collections import defaultdict
from collections.abc import Collection, Iterator
from functools import lru_cache, partial
from html.parser import HTMLParser
from pathlib import Path
from posixpath import normpath
from typing import NamedTuple
from urllib.parse import unquote

_ELSEWHERE = re.compile(r"[a-z][a-z0-9+.-]*:|//", re.IGNORECASE)


class DeadLink(NamedTuple):
    """A link that leads nowhere, on the first page that has it."""

    page: str
    """Its file, relative to the site."""
    problem: str


class _Page(HTMLParser):
    """What a page links to, and what links to it can name."""

    def __init__(self, source: str) -> None:
        super().__init__()
        self.links: dict[str, None] = {}
        """Those that stay in the site, in order, each once."""
        self.names: set[str] = set()
        """By which a link leads to an element."""
        self.feed(source)
        self.close()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        for name, value in attrs:
            if name in ("href", "src"):
                link = (value or "").strip()
                if not _ELSEWHERE.match(link):
                    self.links[link] = None
            elif name == "id" or (name == "name" and tag == "a"):
                self.names.add(value or "")


def dead_links(site: Path, files: Collection[str]) -> Iterator[DeadLink]:
    """Find the links of all pages in `site` that lead to none of its `files`, or to no element of one.

    Links to other sites are not looked at. Each target is reported once.
    """
    resolve = lru_cache(maxsize=None)(partial(_file, files=files))
    names: dict[str, set[str]] = {}
    nowhere: dict[str, list[tuple[str, str]]] = defaultdict(list)
    to_elements: dict[tuple[str, str], list[tuple[str, str]]] = defaultdict(list)
    for page in sorted(file for file in files if file.endswith(".html")):
        parsed = _Page((site / page).read_text("utf-8", "replace"))
        names[page] = parsed.names
        for link in parsed.links:
            address, _, fragment = link.partition("#")
            path = address.partition("?")[0]
            target = resolve(_from_root(page, path)) if path else page
            if page == "404.html" and path.startswith("/"):
                target = _under_any_path(path, files)
            if target not in files:
                nowhere[target].append((page, link))
            elif fragment and target.endswith(".html"):
                to_elements[target, fragment].append((page, link))
    for links in nowhere.values():
        yield _dead(links, "which is not in the site")
    for (target, fragment), links in to_elements.items():
        if not _leads_to_one(fragment, names[target]):
            yield _dead(links, f"and {target} has no element of that id")


def _dead(links: list[tuple[str, str]], why: str) -> DeadLink:
    page, link = links[0]
    more = f"; so do {len(links) - 1:,} more links" if len(links) > 1 else ""
    return DeadLink(page, f"links to {link}, {why}{more}")


def _leads_to_one(fragment: str, names: Collection[str]) -> bool:
    """Tell whether a fragment leads to an element of a page with these names, or to the page itself."""
    return fragment == "top" or fragment.startswith(":~:") or unquote(fragment) in names


def _from_root(page: str, path: str) -> str:
    """Give the path that a link on a page leads to, from the site's root.

    A path that starts at the host's root breaks where the site is served under a sub-path; it leads nowhere.
    """
    if path.startswith("/"):
        return path
    folder = page.rpartition("/")[0]
    while path.startswith("../") and folder:
        path = path[3:]
        folder = folder.rpartition("/")[0]
    return f"{folder}/{path}" if folder else path


def _file(path: str, files: Collection[str]) -> str:
    """Give the file that a server answers a path from the root with: a folder's is its index.html."""
    normal = normpath(unquote(path)) if path else "."
    if normal == ".":
        return "index.html"
    index = f"{normal}/index.html"
    return index if path.endswith("/") or index in files else normal


def _under_any_path(path: str, files: Collection[str]) -> str:
    """Give the file that a path from the host's root leads to, whatever part of it leads to the site.

    Only 404.html has such paths, because it is served in the place of pages at every depth.
    """
    parts = path.split("/")[1:]
    candidates = (_file("/".join(parts[skipped:]), files) for skipped in range(len(parts)))
    return next((file for file in candidates if file in files), path)
