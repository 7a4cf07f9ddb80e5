"""A listing as it was read: records, rejections and furniture, with nothing left out."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import date, datetime, timedelta

from ..papers.errors import ListingError
from ..papers.records import Announced, DatedBy, Paper, Rejection, Source
from ..text.plain import conflict_line

_OPENING = 4_096
_UTF_16 = (b"\xff\xfe", b"\xfe\xff")


@dataclass(frozen=True, slots=True)
class Hint:
    """What is known of a listing besides its bytes."""

    name: str
    """Its file's name without folders, or the address it was fetched from."""
    today: date
    """The day (UTC) of reading; a date without a year is at most this."""
    day: date | None = None
    """The listing day that the maintainer states."""
    year: int | None = None
    """The year that the maintainer states."""

    @property
    def latest(self) -> date:
        """The last day that a listing can be of: east of Greenwich tomorrow has begun."""
        return self.today + timedelta(days=1)


@dataclass(frozen=True, slots=True)
class Entry:
    """One paper as it was listed."""

    paper: Paper
    """With the listing's own days and a proposed id; the archive decides on its address."""
    first: int
    """Where the entry starts, from 1: a line of a text, an entry of anything else."""
    last: int
    announced: Announced | None = None
    """How arXiv announced the paper on that day, where the listing says so."""


@dataclass(frozen=True, slots=True)
class Listing:
    """Everything that stood in a listing."""

    source: Source
    scope: str
    """Which of the source's lists: a file's name, a category, an endpoint."""
    days: tuple[date, ...]
    """The days it reports on, ascending; one may have no entry at all."""
    entries: tuple[Entry, ...]
    """In listed order, repetitions included."""
    rejections: dict[date, tuple[Rejection, ...]] = field(default_factory=dict)
    """What is neither record nor furniture, by the day it belongs to."""
    furniture: tuple[int, ...] = ()
    """Lines that belong to the page around the list: blank, heading, date, navigation."""
    partial: frozenset[date] = frozenset()
    """Those of its days of which it gives only a part."""
    dated_by: DatedBy = "listing"
    replaced: int = 0
    """Characters that HTML forbids, replaced by U+FFFD."""
    ignored: tuple[str, ...] = ()
    """Names of keys that were not looked at, ascending."""
    retrieved: datetime | None = None
    """When it was fetched (UTC); None for a file."""

    def rejected(self) -> Iterator[Rejection]:
        """Give all rejections, day by day."""
        for day in sorted(self.rejections):
            yield from self.rejections[day]


def opening(data: bytes, length: int = _OPENING) -> str:
    """Give the first characters in `data` from the first visible one, to tell formats apart."""
    head = data[:length]
    text = head.decode("utf-16" if head[:2] in _UTF_16 else "utf-8-sig", errors="replace")
    return text.lstrip()


def decode(data: bytes, name: str) -> str:
    """Give the text in `data`, without byte order mark and with `\\n` line ends.

    UTF-8, or UTF-16 with a byte order mark. Raises ListingError, naming the line, for anything else and for a
    conflict that git left open.
    """
    try:
        text = data.decode("utf-16" if data[:2] in _UTF_16 else "utf-8-sig")
    except UnicodeDecodeError as error:
        line = data.count(b"\n", 0, error.start) + 1
        raise ListingError(
            name, f"found bytes that are not UTF-8 text (byte {error.start}); save it as UTF-8", line
        ) from error
    if "\0" in text:
        line = text.count("\n", 0, text.index("\0")) + 1
        raise ListingError(name, "found binary data; a listing is text", line)
    text = text.replace("\r\n", "\n").replace("\r", "\n")
    if conflict := conflict_line(text):
        raise ListingError(name, "found a conflict that git left open; merge it by hand", conflict)
    return text
