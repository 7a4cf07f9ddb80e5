"""Every field has a bound: what is at it is a record, what is beyond it none."""

import textwrap
from collections.abc import Callable
from dataclasses import replace
from datetime import date, timedelta

import pytest

from generator.papers.bounds import CHARACTERS, ENTRIES, FIRST_DAY, LAST_DAY, NUMBERS
from generator.papers.errors import RecordError
from generator.papers.records import Author, Day, Link, Paper, Receipt, Rejection, Tombstone

DAY = date(2025, 8, 6)
PAPER = Paper(id="x", title="A title", listed=(DAY,), source="text")
RECEIPT = Receipt("text", "list.txt", "0" * 64, 0, ())
REJECTION = Rejection(1, 1, "reason", "text")


def _names(count: int) -> tuple[str, ...]:
    return tuple(f"n{number:06}" for number in range(count))


TEXTS: dict[str, Callable[[str], object]] = {
    "title": lambda text: replace(PAPER, title=text),
    "abstract": lambda text: replace(PAPER, abstract=text),
    "other_names": lambda text: replace(PAPER, other_names=(text,)),
    "shortest_abstract": lambda text: replace(PAPER, shortest_abstract=text),
    "author": Author,
    "author's family name": lambda text: Author("A", text),
    "authors": lambda text: replace(PAPER, authors=tuple(map(Author, textwrap.wrap(text, 500)))),
    "id": lambda text: replace(PAPER, id=text),
    "doi": lambda text: replace(PAPER, doi=text.replace("aaaaaaaa", "10.1234/", 1)),
    "categories": lambda text: replace(PAPER, categories=(text,)),
    "comment": lambda text: replace(PAPER, comment=text),
    "journal_ref": lambda text: replace(PAPER, journal_ref=text),
    "link": lambda text: Link("code", text.replace("aaaaaaaaaaaaa", "https://a.co/", 1)),
    "topics": lambda text: replace(PAPER, topics=(text,)),
    "summary": lambda text: replace(PAPER, summary=text),
    "submitted_by": lambda text: replace(PAPER, submitted_by=text),
    "organization": lambda text: replace(PAPER, organization=text),
    "cite_key": lambda text: replace(PAPER, cite_key=text),
    "reason": lambda text: Tombstone("x", text, "0" * 64),
    "scope": lambda text: replace(RECEIPT, scope=text),
    "first_seen": lambda text: replace(RECEIPT, first_seen=text),
    "rejection's reason": lambda text: replace(REJECTION, reason=text),
    "rejection's text": lambda text: replace(REJECTION, text=text),
}

LISTS: dict[str, Callable[[int], object]] = {
    "authors": lambda count: replace(PAPER, authors=(Author("A"),) * count),
    "categories": lambda count: replace(PAPER, categories=_names(count)),
    "links": lambda count: replace(
        PAPER, links=tuple(Link("code", f"https://{name}.org/") for name in _names(count))
    ),
    "topics": lambda count: replace(PAPER, topics=_names(count)),
    "listed": lambda count: replace(
        PAPER, listed=tuple(DAY + timedelta(days=later) for later in range(count))
    ),
    "other_names": lambda count: replace(PAPER, other_names=_names(count)),
    "aliases": lambda count: Tombstone("x", "Asked for", "0" * 64, _names(count)),
    "papers": lambda count: replace(RECEIPT, ids=_names(count - 1), earlier=("x",)),
    "receipts": lambda count: Day(DAY, tuple(replace(RECEIPT, scope=name) for name in _names(count))),
    "rejections": lambda count: replace(RECEIPT, rejections=(REJECTION,) * count),
}

COUNTS: dict[str, Callable[[int], object]] = {
    "votes": lambda number: replace(PAPER, votes=number),
    "received": lambda number: replace(RECEIPT, received=number),
    "rejection": lambda number: replace(REJECTION, last=number),
}


@pytest.mark.parametrize("field", list(CHARACTERS))
def test_a_text_has_a_bound(field: str) -> None:
    most = CHARACTERS[field]

    TEXTS[field]("a" * most)
    with pytest.raises(RecordError) as caught:
        TEXTS[field]("a" * (most + 1))

    if field != "id":
        assert str(caught.value) == f"{field}: found {most + 1:,} characters; allowed: at most {most:,}"


@pytest.mark.parametrize("field", [field for field in ENTRIES if field != "titled"])
def test_a_list_has_a_bound(field: str) -> None:
    most = ENTRIES[field]

    LISTS[field](most)
    with pytest.raises(RecordError) as caught:
        LISTS[field](most + 1)

    assert str(caught.value) == f"{field}: found {most + 1:,} entries; allowed: at most {most:,}"


@pytest.mark.parametrize("field", list(NUMBERS))
@pytest.mark.parametrize("digits", [1, 30, 5000])
def test_a_number_has_a_bound(field: str, digits: int) -> None:
    COUNTS[field](NUMBERS[field])
    with pytest.raises(RecordError, match=f"allowed: a whole number from 0 to {NUMBERS[field]:,}"):
        COUNTS[field](NUMBERS[field] + 10**digits)


@pytest.mark.parametrize("field", ["listed", "published", "updated"])
@pytest.mark.parametrize(
    "day", [date.min, date.max, FIRST_DAY - timedelta(days=1), LAST_DAY + timedelta(days=1)]
)
def test_a_day_that_nobody_means_is_refused(field: str, day: date) -> None:
    with pytest.raises(RecordError, match=f"{field}: found '{day}'; allowed: a day from 1600-01-01"):
        replace(PAPER, **{field: (day,) if field == "listed" else day})  # type: ignore[arg-type]


def test_an_old_identifier_is_no_longer_than_any_address() -> None:
    with pytest.raises(RecordError, match="id: found 'aaaa"):
        replace(PAPER, id=f"{'a' * 300}/2401001")
