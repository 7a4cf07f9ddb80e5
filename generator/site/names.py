"""What sources, links and numbers are called."""

from collections import Counter
from collections.abc import Iterable
from typing import Final

from ..papers.records import Link, Paper, Receipt, Source
from ..text.linear_math import linear

_SOURCES: Final[dict[Source, str]] = {
    "text": "the text of a page",
    "jsonl": "JSON Lines",
    "huggingface": "Hugging Face Daily Papers",
    "arxiv": "arXiv",
}


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
    name = source_name(receipt) + ("" if receipt.source == "huggingface" else f" ({receipt.scope})")
    changes = ", by last change" if receipt.dated_by == "datestamp" else ""
    return f"{name}{changes}, part of a list" if receipt.partial else f"{name}{changes}"


def announcements(receipt: Receipt) -> str:
    """Give how many papers of a list were announced in which way; "" where it does not say.

    >>> announcements(Receipt("arxiv", "cs.CL", "0" * 64, 2, ("a", "b"), announced=(("b", "cross"),)))
    '1 cross-list'
    """
    numbers = Counter[str](how for _, how in receipt.announced)
    said = {
        "new": f"{numbers['new']:,} new",
        "cross": counted(numbers["cross"], "cross-list"),
        "replace": counted(numbers["replace"], "replacement"),
    }
    return ", ".join(text for how, text in said.items() if numbers[how])


def keywords(paper: Paper) -> tuple[str, ...]:
    """Give what its source files a paper under, in characters: chips, searches and feeds say the same."""
    return tuple(map(linear, paper.topics))


def source_name(record: Paper | Receipt) -> str:
    """Give the name of the source that a record comes from."""
    return _SOURCES[record.source]
