"""Addresses of the site, and the committed list of all that were ever published.

The list has one address a line, sorted; an alias is followed by the address it leads to:

    papers/2604.07429/
    papers/2604.10001/ papers/a-paper-first-known-by-its-title/
    papers/date/2026-04-10/
"""

from collections.abc import Iterable, Mapping
from datetime import date

from .days import month_of, week_of, year_of
from .records import Paper, Tombstone


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


def read_addresses(text: str) -> dict[str, str]:
    """Read the list: addresses and where each leads ("" for a page of its own)."""
    return {
        address: target for address, _, target in (line.partition(" ") for line in text.split("\n") if line)
    }


def write_addresses(addresses: Mapping[str, str] | Iterable[tuple[str, str]]) -> str:
    """Write the list, sorted by code point."""
    return "".join(
        f"{address} {target}".rstrip() + "\n" for address, target in sorted(dict(addresses).items())
    )
