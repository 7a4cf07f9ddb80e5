"""The related papers of a whole archive: for each paper a few, of earlier days and of its own.

A list follows from what the archive holds of these days alone, so a new day changes no older list. What is
worked out for a day can be kept under a digest of all that it follows from.
"""

from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence
from datetime import date
from functools import cache
from hashlib import sha256
from itertools import groupby
from operator import itemgetter
from typing import NamedTuple

from ..papers.records import Paper
from . import vectors
from .frequencies import Frequencies, frequencies
from .matrix import Matrix
from .neighbours import Neighbour, Neighbours
from .reasons import Said, line, named, words
from .weighted import Weighted, weighted

MANY, MOST = 3, 5
"""Papers of a list; beyond the first MANY, and in a list that has not so many, only those that are CLOSE."""

BEST, OTHERS = 0.23, 0.2
"""The least likeness of the first paper of a list, and of the others."""

CLOSE = 0.27
"""The least likeness of one that needs no others beside it, and of one that shares no more than words."""

BESIDES = 0.13
"""The least likeness by all terms but the weightiest one: two papers may share a name and no subject."""

Row = tuple[str, str]
"""A related paper: its id, and the reason."""


TermsOf = Callable[[Sequence[Paper]], Weighted]
"""Gives the weighted terms of papers."""


class Day(NamedTuple):
    """Of the papers that were first listed on a day, by id."""

    lists: Mapping[str, Sequence[Row]]
    """Their related papers; a paper that has none is absent."""
    terms: Mapping[str, Mapping[str, int]]
    """Their weightiest terms (`Neighbours.weightiest`), by which the browser tells what is like what."""


def terms_of(papers: Iterable[Paper]) -> Weighted:
    """Give the weighted terms of papers."""
    return weighted(vectors.weights(vectors.counts(paper.title, paper.abstract)) for paper in papers)


def lists(papers: Iterable[Paper], days: Collection[date], terms: TermsOf = terms_of) -> Mapping[date, Day]:
    """Give the related papers of those that were first listed on some days, of all papers of an archive.

    `terms` gives the weighted terms of papers.
    """
    return _Maker(_ordered(papers), terms).days(days) if days else {}


def digests(papers: Iterable[Paper]) -> Mapping[date, str]:
    """Give, for each day that first listed papers, the digest of all that their lists follow from."""
    running, found, ordered = sha256(), {}, _ordered(papers)
    for day, places in _places(ordered):
        for paper in ordered[places.start : places.stop]:
            authors = [author.name for author in paper.authors]
            running.update(repr((str(day), paper.id, paper.title, paper.abstract, authors)).encode())
        found[day] = running.hexdigest()
    return found


class _Maker:
    """Makes the lists of an archive."""

    def __init__(self, papers: Sequence[Paper], terms: TermsOf) -> None:
        """Take the papers by their first day, and those of a day by id."""
        self._papers = papers
        self._matrix = Matrix(terms(papers))
        self._line = cache(lambda place: line(Said(papers[place])))

    def days(self, days: Collection[date]) -> dict[date, Day]:
        """Give the lists of some days."""
        made: dict[date, Day] = {}
        for _, epoch in groupby(_places(self._papers), key=lambda each: each[0].year):
            asked = [each for each in epoch if each[0] in days]
            if asked:
                year = asked[0][0].year
                neighbours = Neighbours(self._matrix, self._frequencies(year))
                made |= {day: self._day(neighbours, places) for day, places in asked}
        return made

    def _frequencies(self, year: int) -> Frequencies:
        """Give the frequencies in the papers first listed before a year began."""
        number = sum(paper.listed[0].year < year for paper in self._papers)
        return frequencies(self._matrix.counted(number), number)

    def _day(self, neighbours: Neighbours, places: range) -> Day:
        terms = {self._papers[place].id: neighbours.weightiest(place) for place in places}
        return Day(dict(self._lists(neighbours, places)), terms)

    def _lists(self, neighbours: Neighbours, places: range) -> Iterator[tuple[str, Sequence[Row]]]:
        for place in places:
            said = Said(self._papers[place])
            near = neighbours.of(place, places.stop, 2 * MOST, OTHERS)
            found = [(each.likeness, row) for each in near if (row := self._row(said, each))]
            if rows := _best(found):
                yield said.paper.id, rows

    def _least(self, paper: Paper, other: Paper) -> float:
        """Give how like two papers must be besides what they share most; more, where that is their name."""
        name = _name(paper.title)
        return OTHERS if name and name == _name(other.title) else BESIDES

    def _row(self, said: Said, near: Neighbour) -> Row | None:
        """Give a neighbour with the reason; None for one that shares a name or words, no subject."""
        other = self._papers[near.paper]
        if _besides(near) < self._least(said.paper, other):
            return None
        terms = [term for term, _ in near.shared]
        why = named(said, other, self._line(near.paper), terms)
        if not why and near.likeness >= CLOSE:
            why = words(said, terms)
        return (other.id, why) if why else None


def _best(found: Sequence[tuple[float, Row]]) -> list[Row]:
    """Give the rows of a list, of those found with their likeness, the largest first."""
    if not found or found[0][0] < BEST:
        return []
    close = [row for likeness, row in found[:MOST] if likeness >= CLOSE]
    return close if len(found) < MANY else max([row for _, row in found[:MANY]], close, key=len)


def _besides(near: Neighbour) -> float:
    _, share = near.shared[0]
    return near.likeness * (1 - share)


def _name(title: str) -> str:
    """Give what a title calls its subject, one word before a colon; "" where it calls it nothing."""
    name, colon, _ = title.partition(":")
    return name.casefold() if colon and " " not in name else ""


def _places(papers: Sequence[Paper]) -> Iterator[tuple[date, range]]:
    """Give each first day with the places of its papers."""
    numbered = ((paper.listed[0], place) for place, paper in enumerate(papers))
    for day, group in groupby(numbered, key=itemgetter(0)):
        places = [place for _, place in group]
        yield day, range(places[0], places[-1] + 1)


def _ordered(papers: Iterable[Paper]) -> list[Paper]:
    return sorted(papers, key=lambda paper: (paper.listed[0], paper.id))
