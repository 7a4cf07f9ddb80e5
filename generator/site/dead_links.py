"""Links of the built site that lead nowhere, told from its files alone.

Looked at are the tags that can hold a link; what a page's scripts write is not.
"""

import html
import re
from collections import defaultdict
from collections.abc import Collection, Iterator
from functools import lru_cache, partial
from pathlib import Path
from posixpath import normpath
from typing import NamedTuple
from urllib.parse import unquote

# What nothing closes goes on to the page's end, as in a browser; so no part of a page is looked at again.
_ATTRIBUTES = r"(?:[^>\"']++|\"[^\"]*+(?:\"|\Z)|'[^']*+(?:'|\Z))*+"
_TAG = re.compile(
    r"<!--.*?(?:-->|\Z)|<style\b.*?(?:</style\s*>|\Z)"
    rf"|<script\b(?P<script>{_ATTRIBUTES})(?:>.*?(?:</script\s*>|\Z)|\Z)"
    r"|<(?:a|area|audio|embed|iframe|image|img|link|source|track|use|video)(?=[\s/])"
    rf"(?P<tag>{_ATTRIBUTES})(?:>|\Z)",
    re.DOTALL | re.IGNORECASE,
)
_LINK = re.compile(r"\s(?:href|src)\s*=\s*(?:\"([^\"]*)\"|'([^']*)'|([^\s\"'>]+))", re.IGNORECASE)
_ELSEWHERE = re.compile(r"[a-z][a-z0-9+.-]*:|//", re.IGNORECASE)


class DeadLink(NamedTuple):
    """A link that leads nowhere, on the first page that has it."""

    page: str
    """Its file, relative to the site."""
    problem: str


def dead_links(site: Path, files: Collection[str]) -> Iterator[DeadLink]:
    """Find the links of all pages in `site` that lead to none of its `files`, or to no element of one.

    Links to other sites are not looked at. Each target is reported once.
    """
    resolve = lru_cache(maxsize=None)(partial(_file, files=files))
    nowhere: dict[str, list[tuple[str, str]]] = defaultdict(list)
    to_elements: dict[tuple[str, str], list[tuple[str, str]]] = defaultdict(list)
    for page in sorted(file for file in files if file.endswith(".html")):
        source = _source(site, page)
        for link in _links(source):
            address, _, fragment = link.partition("#")
            path = address.partition("?")[0]
            target = resolve(_from_root(page, path)) if path else page
            if page == "404.html" and path.startswith("/"):
                target = _under_any_path(path, files)
            if target not in files:
                nowhere[target].append((page, link))
            elif (
                fragment
                and target.endswith(".html")
                and not (target == page and _has_element(source, fragment))
            ):
                to_elements[target, fragment].append((page, link))
    for found in nowhere.values():
        yield _dead(found, "which is not in the site")
    for (target, fragment), found in to_elements.items():
        if not _has_element(_source(site, target), fragment):
            yield _dead(found, f"and {target} has no element of that id")


def _dead(found: list[tuple[str, str]], why: str) -> DeadLink:
    page, link = found[0]
    more = f"; so do {len(found) - 1:,} more links" if len(found) > 1 else ""
    return DeadLink(page, f"links to {link}, {why}{more}")


def _source(site: Path, page: str) -> str:
    return (site / page).read_text("utf-8", "replace")


def _links(source: str) -> set[str]:
    """Give the links in a page that stay in the site."""
    links: set[str] = set()
    for tag in _TAG.finditer(source):
        for values in _LINK.findall(tag["tag"] or tag["script"] or ""):
            link = html.unescape("".join(values)).strip()
            if not _ELSEWHERE.match(link):
                links.add(link)
    return links


def _has_element(source: str, fragment: str) -> bool:
    """Tell whether a fragment names an element of a page, or the page itself."""
    if fragment == "top" or fragment.startswith(":~:"):
        return True
    value = re.escape(html.escape(unquote(fragment)))
    return re.search(rf"\s(?:id|name)\s*=\s*(?:\"{value}\"|'{value}'|{value}[\s>/])", source) is not None


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
