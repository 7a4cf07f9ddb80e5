"""The papers most like a paper: cosine over all terms, of candidates that share its weightiest ones.

All that is compared are sums, products, quotients and roots of whole numbers, which come out the same on
every machine (IEEE 754). Of the exact ten most like a paper among 40,000, 98.6 % are found.
"""

import math
from dataclasses import dataclass

import numpy as np

from .frequencies import STEPS, Frequencies
from .matrix import Matrix
from .weighted import Real, Small, Whole

_TERMS = 60
"""Of a paper, by which candidates are found."""

_RARE = round(STEPS * math.sqrt(math.log(1 / 0.2)))
"""The weight of a term that one in five papers has; one that weighs less finds no candidates."""

_CANDIDATES = 200

_AT_A_TIME = 4096
"""Papers."""

_WEIGHTIEST = 40
"""Terms of a paper that are told to browsers: with 40 of them, 1 point of MAP in 36 is lost."""

UNIT = 1000
"""The length of a paper's vector of terms, as browsers are told it."""


@dataclass(frozen=True, slots=True)
class Neighbour:
    """A paper that is like another one."""

    paper: int
    likeness: float
    """The cosine, from 0 to 1."""
    shared: tuple[tuple[str, float], ...]
    """The terms that both have, each with its share of the likeness, the largest first."""


class Neighbours:
    """Finds the neighbours of papers, as terms weigh in one epoch.

    What it finds for a paper depends on that paper, those before the place that is asked for, and the
    frequencies; later papers change nothing.
    """

    def __init__(self, matrix: Matrix, frequencies: Frequencies) -> None:
        """Weigh the terms of all papers."""
        self._matrix = matrix
        self._rarity: Whole = np.array([frequencies.weight(term) for term in matrix.names], dtype=np.int64)
        self._lengths: Real = np.sqrt(self._squares().astype(np.float64))
        self._query: Real = np.zeros(len(matrix.names))

    def _squares(self) -> Whole:
        """Give the square of the length of each paper; of some at a time, since they have many terms."""
        matrix, found = self._matrix, []
        for first in range(0, len(matrix.starts) - 1, _AT_A_TIME):
            starts = matrix.starts[first : first + _AT_A_TIME + 1]
            here = slice(starts[0], starts[-1])
            squares = (matrix.weights[here] * self._rarity[matrix.terms[here]]) ** 2
            sums = np.concatenate(([0], np.cumsum(squares)))[starts - starts[0]]
            found.append(np.diff(sums))
        return np.concatenate([*found, np.zeros(0, dtype=np.int64)])

    def of(self, paper: int, before: int, number: int, least: float = 0) -> list[Neighbour]:
        """Give the papers most like `paper` of those before the place `before`.

        They are `number` at most, and none whose likeness is below `least`.
        """
        candidates = self._candidates(paper, before)
        likeness = self.likeness(paper, candidates)
        best = np.lexsort((candidates, -likeness))[:number]
        return [
            Neighbour(int(other), float(value), self._shared(paper, int(other)))
            for other, value in zip(candidates[best], likeness[best], strict=True)
            if value >= least
        ]

    def likeness(self, paper: int, others: Whole) -> Real:
        """Give the cosine between a paper and each of some others; all of them have terms."""
        terms, products = self._products(paper)
        self._query[terms] = products
        of_others, weights, starts = self._matrix.rows(others)
        dots = np.add.reduceat(self._query[of_others] * weights, starts) if len(others) else np.zeros(0)
        self._query[terms] = 0
        cosines: Real = dots / self._lengths[others] / self._lengths[paper]
        return cosines

    def weightiest(self, paper: int) -> dict[str, int]:
        """Give the terms of most weight of a paper, the largest first, in 1/UNIT of its length."""
        terms, weights = self._matrix.row(paper)
        weights = weights * self._rarity[terms]
        order = np.argsort(-weights, kind="stable")[:_WEIGHTIEST]
        shares = np.rint(UNIT * weights[order] / max(1, self._lengths[paper])).astype(int).tolist()
        names = (self._matrix.names[each] for each in terms[order])
        return {name: share for name, share in zip(names, shares, strict=True) if share}

    def _products(self, paper: int) -> tuple[Small, Real]:
        """Give the terms of a paper, each with its weight times its rarity squared: that of both papers."""
        terms, weights = self._matrix.row(paper)
        return terms, (weights * self._rarity[terms] ** 2).astype(np.float64)

    def _candidates(self, paper: int, before: int) -> Whole:
        """Give the papers that share most of a paper's weightiest terms that are not common."""
        terms, weights = self._matrix.row(paper)
        rarity = self._rarity[terms]
        rare = np.flatnonzero(rarity >= _RARE)
        chosen = rare[np.argsort(-(weights * rarity)[rare], kind="stable")[:_TERMS]]
        sums: Real = np.zeros(before)
        for term, weight in zip(terms[chosen], (weights * rarity**2)[chosen], strict=True):
            papers, levels = self._matrix.postings(term, before)
            sums[papers] += weight * levels
        if paper < before:
            sums[paper] = 0
        candidates = np.flatnonzero(sums)
        return candidates[_largest(sums[candidates] / self._lengths[candidates], _CANDIDATES)]

    def _shared(self, paper: int, other: int) -> tuple[tuple[str, float], ...]:
        """Give the terms that two papers share, with their shares of the likeness."""
        terms, products = self._products(paper)
        theirs, weights = self._matrix.row(other)
        common, here, there = np.intersect1d(terms, theirs, assume_unique=True, return_indices=True)
        parts = products[here] * weights[there]
        order = np.lexsort((here, -parts))
        total = parts.sum()
        return tuple((self._matrix.names[common[each]], float(parts[each] / total)) for each in order)


def _largest(values: Real, number: int) -> Whole:
    """Give the places of the largest values, `number` at most, ascending; of equal ones, the first."""
    if len(values) <= number:
        return np.arange(len(values))
    least = np.partition(values, len(values) - number)[len(values) - number]
    larger, equal = np.flatnonzero(values > least), np.flatnonzero(values == least)
    return np.sort(np.concatenate((larger, equal[: number - len(larger)])))
