"""How days and sources are called where room is short."""

from collections import Counter
from collections.abc import Iterable
from datetime import date
from typing import Final

from ..archive.pages import day_name
from .records import Link, Paper, Receipt, Source

_SOURCES: Final[dict[Source, str]] = {
    "text": "the text of a page",
    "jsonl": "JSON Lines",
    "huggingface": "Hugging Face Daily Papers",
    "arxiv": "arXiv",
}


def day_short(day: date) -> str:
    """Give a day of the year: "Wed 6 Aug"."""
    weekday, number, month, _ = day_name(day).split()
    return f"{weekday[:3]} {number} {month[:3]}"


def day_long(day: date) -> str:
    """Give a day without its weekday: "6 August 2025"."""
    return day_name(day).partition(", ")[2]


def day_heading(day: date) -> str:
    """Give a day's whole name with no-break spaces in its date: a heading breaks after the weekday only."""
    return day_name(day).replace(" ", "\u00a0").replace(",\u00a0", ", ")


def days_span(first: date, last: date) -> str:
    """Give a run of days, saying nothing twice: "4 to 8 August 2025", "29 December 2025 to 2 January 2026".

    >>> days_span(date(2025, 7, 28), date(2025, 8, 1))
    '28 July to 1 August 2025'
    """
    if first == last:
        return day_long(first)
    begin = day_long(first).split()
    same = 0 if first.year != last.year else 1 if first.month != last.month else 2
    return f"{' '.join(begin[: len(begin) - same])} to {day_long(last)}"


def counted(number: int, noun: str) -> str:
    """Give a number with what it counts: "1 paper", "1,234 papers"."""
    return f"{number:,} {noun}{'' if number == 1 else 's'}"


def link_names(links: Iterable[Link]) -> list[tuple[str, str]]:
    """Give each address with its name: its kind, numbered from the second of a kind on.

    Two spellings of an address that differ in the scheme or a slash at the end are one.

    >>> link_names([Link("project", "https://a.example/"), Link("code", "http://a.example")])
    [('Project', 'https://a.example/')]
    """
    distinct: dict[str, Link] = {}
    for link in links:
        distinct.setdefault(link.url.partition("://")[2].rstrip("/"), link)
    seen = Counter[str]()
    named = []
    for link in distinct.values():
        name = "Link" if link.kind == "other" else link.kind.capitalize()
        seen[name] += 1
        named.append((name if seen[name] == 1 else f"{name} {seen[name]}", link.url))
    return named


def list_name(receipt: Receipt) -> str:
    """Give the name of a list: its source's, and what tells it from others there. Hugging Face has one list.

    >>> list_name(Receipt("arxiv", "cs.CL", "0" * 64, 0, ()))
    'arXiv (cs.CL)'
    """
    name = source_name(receipt)
    return name if receipt.source == "huggingface" else f"{name} ({receipt.scope})"


def source_name(record: Paper | Receipt) -> str:
    """Give the name of the source that a record comes from."""
    return _SOURCES[record.source]
