"""How large a site is, and when it comes near to what its host takes."""

import logging
from collections import Counter
from collections.abc import Mapping

log = logging.getLogger("mkdocs.plugins.dailypapers")

PAGES_LIMIT = 1_000_000_000
"""Bytes of a site on GitHub Pages (https://docs.github.com/en/pages/getting-started-with-github-pages/github-pages-limits)."""
_NEAR = 0.8
_TOLD = 50_000
"""Bytes below which a kind of file would be told as 0.0 MB."""

_LISTS = {"date": "days", "week": "weeks", "month": "months", "year": "years"}
_FOLDERS = {
    "search": "search",
    "cards": "social cards",
    "feeds": "feeds",
    "data": "data",
    "api": "data",
    "topics": "topics",
    "trends": "trends",
}


def by_kind(sizes: Mapping[str, int]) -> Counter[str]:
    """Add up the bytes of files, given by path, by kind."""
    found: Counter[str] = Counter()
    for path, size in sizes.items():
        found[_kind(path)] += size
    return found


def _kind(path: str) -> str:
    folder, _, rest = path.partition("/")
    if folder == "papers":
        return _LISTS.get(rest.partition("/")[0], "papers")
    if folder == "assets":
        return "search" if rest.startswith("search/") else "theme"
    return _FOLDERS.get(folder, "feeds" if folder.startswith("feed.") else "other")


def tell_size(sizes: Mapping[str, int]) -> None:
    """Say how large a site is, and of what; what to do where it is near to the limit."""
    kinds = by_kind(sizes)
    total = kinds.total()
    parts = ", ".join(f"{kind} {size / 1e6:,.1f}" for kind, size in kinds.most_common() if size >= _TOLD)
    log.info("Site: %s MB: %s", f"{total / 1e6:,.1f}", parts)
    if total > _NEAR * PAGES_LIMIT:
        share = f"{total / PAGES_LIMIT:.0%}"
        log.info(
            "The site has %s of the 1 GB that GitHub Pages takes; see docs/growing.md for what to do", share
        )
