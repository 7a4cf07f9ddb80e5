"""Links of the built site that lead nowhere, told from its files alone."""

import html
import posixpath
import re
from collections import defaultdict
from collections.abc import Collection, Iterator
from pathlib import Path
from typing import NamedTuple
from urllib.parse import unquote

_TAG = re.compile(
    r"<!--.*?-->"
    r"|<(?P<raw>script|style)\b(?P<head>(?:[^>\"']++|\"[^\"]*\"|'[^']*')*+)>.*?</(?P=raw)\s*>"
    r"|<[a-z](?P<tag>(?:[^>\"']++|\"[^\"]*\"|'[^']*')*+)>",
    re.DOTALL | re.IGNORECASE,
)
_ATTRIBUTE = re.compile(
    r"\s(?P<name>href|src|id|name)\s*=\s*(?:\"(?P<double>[^\"]*)\"|'(?P<single>[^']*)'|(?P<bare>[^\s\"'>]+))",
    re.IGNORECASE,
)
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
    anchors: dict[str, frozenset[str]] = {}
    nowhere: dict[str, list[tuple[str, str]]] = defaultdict(list)
    to_anchors: dict[tuple[str, str], list[tuple[str, str]]] = defaultdict(list)
    for page in sorted(file for file in files if file.endswith(".html")):
        links, ids = _links((site / page).read_text("utf-8", "replace"))
        anchors[page] = ids
        for written in links:
            path, fragment = _target(written, page, files)
            if path not in files:
                nowhere[path].append((page, written))
            elif fragment and path.endswith(".html"):
                to_anchors[path, fragment].append((page, written))
    for links_here in nowhere.values():
        yield _dead(links_here, "which is not in the site")
    for (path, fragment), links_here in to_anchors.items():
        if fragment not in anchors[path]:
            yield _dead(links_here, f"and {path} has no element of that id")


def _dead(links: list[tuple[str, str]], why: str) -> DeadLink:
    page, written = links[0]
    more = f"; so do {len(links) - 1:,} more links" if len(links) > 1 else ""
    return DeadLink(page, f"links to {written}, {why}{more}")


def _links(source: str) -> tuple[set[str], frozenset[str]]:
    """Give the links in a page that stay in the site, and the ids that a fragment can name."""
    links: set[str] = set()
    ids: set[str] = set()
    for tag in _TAG.finditer(source):
        for found in _ATTRIBUTE.finditer(tag["tag"] or tag["head"] or ""):
            value = found["double"] or found["single"] or found["bare"] or ""
            if "&" in value:
                value = html.unescape(value)
            if found["name"].lower() in ("id", "name"):
                ids.add(value)
            elif not _ELSEWHERE.match(value):
                links.add(value.strip())
    return links, frozenset(ids)


def _target(written: str, page: str, files: Collection[str]) -> tuple[str, str]:
    """Give the file that a link leads to, relative to the site, and the fragment in it.

    A path from the root breaks where the site is served under a sub-path, so it leads nowhere; only 404.html,
    which is served at every depth, needs such paths, and there the sub-path is whatever precedes a file.
    """
    address, _, fragment = written.partition("#")
    path = unquote(address.partition("?")[0])
    fragment = "" if fragment.startswith(":~:") or fragment == "top" else unquote(fragment)
    if not path:
        return page, fragment
    if path.startswith("/") and page == "404.html":
        parts = path.split("/")[1:]
        candidates = [_file("/".join(parts[skipped:]), files) for skipped in range(len(parts))]
        return next((file for file in candidates if file in files), path), fragment
    return _file(posixpath.join(posixpath.dirname(page), path), files), fragment


def _file(path: str, files: Collection[str]) -> str:
    """Give the file that a server answers `path` with: a folder's is its index.html."""
    normal = posixpath.normpath(path) if path else "."
    if normal == ".":
        return "index.html"
    index = f"{normal}/index.html"
    return index if path.endswith("/") or index in files else normal
