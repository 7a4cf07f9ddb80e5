"""How much a record may hold: one table, in three parts.

What is larger is refused, with what was found and what is allowed: no card, list, feed or file name is made
for it, and one such value would cost every build. Only what grows by merging is cut instead, see `merge`.
Behind each bound stands the largest that was seen in 44,000 papers of Hugging Face, arXiv, CACM and SciFact.
"""

from collections.abc import Sized
from datetime import date
from typing import Final

from .errors import BoundError, RecordError

CHARACTERS: Final = {
    "title": 1_000,  # 300; lists, feeds and the heads of pages show it whole
    "other_names": 1_000,  # as a title
    "shortest_abstract": 400,  # the beginning that is kept of one
    "abstract": 200_000,  # 10,000, where a source had cut it; a chapter in its place still makes a page
    "author": 1_000,  # 512, a list that a source had run into one name
    "author's family name": 1_000,  # as the whole name, of which it may be all
    "authors": 400_000,  # 41,524, all names together: a page, its head and its feeds repeat them
    "id": 80,  # 80; a file's name, and the end of an address
    "doi": 300,  # 29; registrars allow 2,048, but nobody prints that
    "categories": 100,  # 8; a feed's file is named after it, and file systems take 255 bytes
    "comment": 2_000,  # 168
    "journal_ref": 1_000,  # 147
    "link": 2_000,  # 247; what browsers and servers agree on
    "topics": 200,  # 69
    "summary": 5_000,  # 1,319
    "submitted_by": 300,  # 18
    "organization": 300,  # 76
    "cite_key": 200,  # 61; its parts are cut to less, see `citation`
    "reason": 1_000,  # a maintainer's own words, for what was taken down
    "scope": 300,  # 22; a file's name has 255 bytes at most
    "first_seen": 40,  # 25; a time
    "rejection's reason": 1_000,  # 77; a sentence of ours that quotes 80 characters
    "rejection's text": 1_000,  # 200, where we cut it
}
"""The longest text of a field, in code points."""

ENTRIES: Final = {
    "authors": 20_000,  # 3,303; the longest list known to be printed has 15,025 names
    "categories": 30,  # 3; each has a feed with the paper in it
    "links": 100,  # 5
    "topics": 100,  # 28
    "listed": 3_000,  # 2; each weekday of eleven years
    "other_names": 200,  # 1; titles and DOIs of earlier accounts
    "aliases": 100,  # 1; an address that is learned later
    "titled": 1_000,  # 3; papers of one title, with each of which another account of it is compared
    "papers": 100_000,  # 607; a list with more than a whole site holds is none of one day
    "receipts": 1_000,  # 5; sources and their lists on one day
    "rejections": 10_000,  # 0; a listing of which so much cannot be read is none
}
"""The most values of a field that has many."""

NUMBERS: Final = {
    "votes": 1_000_000,  # 250; readers of one paper on one site
    "received": 1_000_000,  # 607; as the papers of a day, repetitions included
    "rejection": 1_000_000_000,  # a line of the largest listing that is read
}
"""The largest number."""

FIRST_DAY, LAST_DAY = date(1600, 1, 1), date(2999, 12, 31)
"""No journal is older; what programs write for a day they do not know, 0001-01-01 or 9999-12-31, is none."""


def check_length(field: str, text: str) -> None:
    """Raise BoundError for a text that is too long."""
    _check(field, len(text), CHARACTERS[field], "characters")


def check_count(field: str, values: Sized) -> None:
    """Raise BoundError for too many values."""
    _check(field, len(values), ENTRIES[field], "entries")


def check_number(field: str, number: int) -> None:
    """Raise RecordError for a number that is none to count with, or too large."""
    if not 0 <= number <= NUMBERS[field]:
        raise RecordError(field, number, f"a whole number from 0 to {NUMBERS[field]:,}")


def check_day(field: str, day: date | None) -> None:
    """Raise RecordError for a day that no paper and no list is of; None is none."""
    if day is not None and not FIRST_DAY <= day <= LAST_DAY:
        raise RecordError(field, day.isoformat(), f"a day from {FIRST_DAY} to {LAST_DAY}")


def _check(field: str, found: int, most: int, unit: str) -> None:
    if found > most:
        raise BoundError(field, f"{found:,} {unit}", f"at most {most:,}")
