"""The list of a day, as its own page, the home page, and the pages of its week and month show it."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date

from ...papers.records import Announced, Paper, Tombstone
from ...related.gist import Gist
from ..chips import Chip
from ..library import Library

PAPERS_PER_PAGE = 100
"""A day with more papers is split: page two of a day is at `papers/date/<day>/2/`."""


@dataclass(frozen=True, slots=True)
class Listed:
    """One entry of a day's list."""

    number: int
    """Its place in the day's list, from 1."""
    paper: Paper | None
    tombstone: Tombstone | None
    before: tuple[date, ...]
    """Earlier days that listed the same paper, ascending."""
    announced: Announced | None = None
    """How arXiv announced it on this day."""
    gist: Gist | None = None
    chips: Sequence[Chip] = ()
    """The paper's topics and keywords."""

    @property
    def id(self) -> str:
        """Whose entry it is."""
        return self.paper.id if self.paper else self.tombstone.id if self.tombstone else ""


def entries(library: Library, day: date) -> list[Listed]:
    """Give the list of a day."""
    announced, gists = library.announced(day), library.discovery.gists
    return [
        Listed(number, None, page, ())
        if isinstance(page, Tombstone)
        else Listed(
            number,
            page.paper,
            None,
            _before(page.paper, day),
            announced.get(page.paper.id),
            gists.get(page.paper.id),
            library.chips[page.paper.id],
        )
        for number, page in enumerate(library.listed(day), 1)
    ]


def _before(paper: Paper, day: date) -> tuple[date, ...]:
    return tuple(other for other in paper.listed if other < day)


def seen_before(listed: Iterable[Listed]) -> int:
    """Count the papers that an earlier day listed too."""
    return sum(bool(entry.before) for entry in listed)
