"""How days and sources are called where room is short."""

from datetime import date
from typing import Final

from .pages import day_name
from .records import Paper, Receipt, Source

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


def source_name(record: Paper | Receipt) -> str:
    """Give the name of the source that a record comes from."""
    return _SOURCES[record.source]
