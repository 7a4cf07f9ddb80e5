"""Addresses of the site, and the committed list of all that were ever published.

The list has one address a line, sorted; an alias is followed by the address it leads to:

    papers/2604.07429/
    papers/2604.10001/ papers/a-paper-first-known-by-its-title/
    papers/date/2026-04-10/
"""

import re
from collections.abc import Iterable, Mapping
from datetime import date

from .days import month_of, week_of, year_of
from .errors import PageError
from .identifiers import is_address
from .records import Paper, Tombstone

_IN_LIST = re.compile(r"papers/(\S+)/(?: papers/(\S+)/)?", re.ASCII)
_PERIOD = re.compile(r"date/\d{4}-\d\d-\d\d|week/\d{4}-W\d\d|month/\d{4}-\d\d|year/\d{4}", re.ASCII)

LATEST = "papers/date/latest/"
"""Where the newest day's list is."""

TRENDS = "trends/"
"""Where the newest month's trends are."""


def paper_address(paper_id: str) -> str:
    """Give the address of a paper, relative to the site's root, with a trailing slash like all others."""
    return f"papers/{paper_id}/"


def day_address(day: date) -> str:
    """Give the address of a day."""
    return f"papers/date/{day.isoformat()}/"


def week_address(day: date) -> str:
    """Give the address of the ISO week that `day` is in."""
    return f"papers/week/{week_of(day)}/"


def month_address(day: date) -> str:
    """Give the address of the month that `day` is in."""
    return f"papers/month/{month_of(day)}/"


def year_address(day: date) -> str:
    """Give the address of the year that `day` is in."""
    return f"papers/year/{year_of(day)}/"


def trend_address(month: date) -> str:
    """Give the address of what rose in the month that a day is in."""
    return f"{TRENDS}{month_of(month)}/"


def topic_address(slug: str) -> str:
    """Give the address of a topic."""
    return f"topics/{slug}/"


def relative_address(address: str, page: str) -> str:
    """Write an address relative to the page it stands on; both are given relative to the site's root.

    >>> relative_address("papers/date/2025-08-06/", "papers/2508.00001/")
    '../date/2025-08-06/'
    """
    folder, climbed = page, ""
    while not address.startswith(folder):
        folder = folder[: folder.rfind("/", 0, -1) + 1]
        climbed += "../"
    return climbed + address[len(folder) :] or "./"


def addresses_of_paper(paper: Paper | Tombstone) -> dict[str, str]:
    """Give the paper's own address and its aliases, each with the address it leads to ("" for itself)."""
    own = paper_address(paper.id)
    return {own: "", **{paper_address(alias): own for alias in paper.aliases}}


def addresses_of_day(day: date) -> dict[str, str]:
    """Give the addresses that answer because `day` was listed."""
    return {address(day): "" for address in (day_address, week_address, month_address, year_address)}


def read_addresses(text: str, path: str) -> dict[str, str]:
    """Read the list: addresses and where each leads ("" for a page of its own).

    The order of the lines does not matter, nor that one stands there twice, as where a merge took the lines
    of both sides. Raises PageError, naming `path` and the line, for one that is no address.
    """
    lines = text.splitlines()
    for number, line in enumerate(lines, 1):
        if not _is_entry(line):
            remedy = "delete the line; allowed: an address such as papers/2604.07429/, and where it leads"
            raise PageError(f"{path}, line {number}", f"found {line[:80]!r}, which is no address", remedy)
    return {address: target for address, _, target in (line.partition(" ") for line in sorted(lines))}


def _is_entry(line: str) -> bool:
    """Tell whether a line is the address of a page, or of a paper and that of the paper it leads to."""
    match = _IN_LIST.fullmatch(line)
    if not match:
        return False
    name, target = match.groups()
    if target:
        return name != target and is_address(name) and is_address(target)
    return is_address(name) or _PERIOD.fullmatch(name) is not None


def write_addresses(addresses: Mapping[str, str] | Iterable[tuple[str, str]]) -> str:
    """Write the list, sorted by code point."""
    return "".join(
        f"{address} {target}".rstrip() + "\n" for address, target in sorted(dict(addresses).items())
    )
