"""How texts are read in tests: what a listing says, and where each line of the text went."""

from collections import Counter
from datetime import date

from generator.papers.errors import ListingError
from generator.sources import parse
from generator.sources.listing import Hint, Listing

TODAY = date(2025, 9, 1)
DAY = date(2025, 8, 6)
NAMED = Hint("2025-08-06.txt", TODAY)
UNNAMED = Hint("list.txt", TODAY)


def read(text: str, hint: Hint = NAMED) -> Listing:
    return parse(text.encode(), hint)


def said(listing: Listing) -> list[tuple[str, str | None]]:
    return [(entry.paper.title, entry.paper.abstract) for entry in listing.entries]


def reasons(listing: Listing) -> list[str]:
    return [rejection.reason for rejection in listing.rejected()]


def accounted(listing: Listing) -> Counter[int]:
    """Count how often each line of a text ended as part of an entry, of a rejection, or as furniture."""
    return Counter(
        number
        for first, last in [
            *((entry.first, entry.last) for entry in listing.entries),
            *((rejection.first, rejection.last) for rejection in listing.rejected()),
            *((number, number) for number in listing.furniture),
        ]
        for number in range(first, last + 1)
    )


def read_or_refuse(data: bytes, hint: Hint = NAMED) -> Listing | None:
    """Read a text, or None where it is refused; a listing has papers, and every line has one place."""
    try:
        listing = parse(data, hint)
    except ListingError as error:
        assert str(error).startswith(hint.name)
        return None
    text = data.decode("utf-8-sig").replace("\r\n", "\n").replace("\r", "\n")
    assert listing.entries
    assert accounted(listing) == dict.fromkeys(range(1, text.count("\n") + 2), 1)
    return listing
