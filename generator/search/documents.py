"""What search knows of a paper."""

from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import NamedTuple

from generator.text.analysis import words
from generator.text.linear_math import linear

ENOUGH = 1_000
"""Papers of earlier months from which they are a segment, whose mean lengths and spellings stand for all."""


class Topic(NamedTuple):
    """A topic of the archive."""

    slug: str
    """What its page is called."""
    names: tuple[str, ...]
    """What it is shown as, then its other names."""


@dataclass(frozen=True)
class Document:
    """A paper as search sees it: plain text, never markup."""

    address: str
    """Relative to the site's root, with its closing slash: `papers/2508.01234/`."""
    title: str
    abstract: str
    authors: tuple[str, ...]
    topics: tuple[str, ...]
    """Keywords and categories of its source."""
    arxiv_id: str | None
    """Without version: `2508.01234` or `math/0309136`."""
    days: tuple[date, ...]
    """Listing days, ascending, at least one."""
    votes: int | None
    """None where no source counts votes."""
    has_code: bool
    about: tuple[Topic, ...] = ()
    """Topics of the archive, the most useful first."""

    @property
    def named_topics(self) -> tuple[str, ...]:
        """All names by which a filter of topics lets it pass."""
        return (*self.topics, *(name for topic in self.about for name in topic.names))

    @property
    def searched_title(self) -> str:
        """The title, and words that only its formulas as characters give: M$^2$CD is asked for as M2CD."""
        shown = linear(self.title)
        if shown == self.title:
            return self.title
        known = set(words(self.title))
        return " ".join((self.title, *(word for word in words(shown) if word not in known)))


def in_order(documents: Sequence[Document]) -> list[Document]:
    """Sort by first listing day, then address: a document's place is its number in the index.

    A new day's papers come last, so that files that hold only older papers keep their bytes.
    """
    return sorted(documents, key=lambda document: (document.days[0], document.address))


def settled(numbered: Sequence[Document]) -> int:
    """Count the documents, which are in order, of the segment that stands for a month.

    Those first listed before the newest one's month, or all where these are few.
    """
    before = bisect_left(numbered, numbered[-1].days[0].replace(day=1), key=_first_day) if numbered else 0
    return before if before >= ENOUGH else len(numbered)


def _first_day(document: Document) -> date:
    return document.days[0]
