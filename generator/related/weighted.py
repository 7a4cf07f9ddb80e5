"""The terms of many papers, each with its weight, as arrays."""

from array import array
from collections.abc import Iterable, Mapping, Sequence
from typing import NamedTuple

import numpy as np
import numpy.typing as npt

Real = npt.NDArray[np.float64]
Whole = npt.NDArray[np.int64]
Small = npt.NDArray[np.int32]
"""A large archive has ten million numbers of papers, terms and weights."""


class Weighted(NamedTuple):
    """Terms are numbered from 0 as they come first."""

    names: Sequence[str]
    """The terms."""
    terms: Small
    """The numbers of those of each paper, one paper after the other."""
    weights: Small
    """Their weights."""
    lengths: Whole
    """How many terms each paper has."""

    @property
    def starts(self) -> Whole:
        """Where the terms of each paper start, and where the last ones end."""
        return np.concatenate(([0], np.cumsum(self.lengths, dtype=np.int64)))


def weighted(papers: Iterable[Mapping[str, int]]) -> Weighted:
    """Take the weights of the terms of each paper (`vectors.weights`)."""
    numbers: dict[str, int] = {}
    terms, weights, lengths = array("i"), array("i"), array("q")
    for paper in papers:
        terms.extend(numbers.setdefault(term, len(numbers)) for term in paper)
        weights.extend(paper.values())
        lengths.append(len(paper))
    return Weighted(
        [*numbers],
        np.array(terms, dtype=np.int32),
        np.array(weights, dtype=np.int32),
        np.array(lengths, dtype=np.int64),
    )


def joined(one: Weighted, other: Weighted) -> Weighted:
    """Give the papers of both, those of `other` last."""
    numbers = {name: number for number, name in enumerate(one.names)}
    renamed = [numbers.setdefault(name, len(numbers)) for name in other.names]
    return Weighted(
        [*numbers],
        np.concatenate((one.terms, np.array(renamed, dtype=np.int32)[other.terms])),
        np.concatenate((one.weights, other.weights)),
        np.concatenate((one.lengths, other.lengths)),
    )


def ordered(rows: Weighted, places: Whole) -> Weighted:
    """Give some papers in some order, as `weighted` would give them."""
    starts, lengths = rows.starts[places], rows.lengths[places]
    chosen = places_of(starts, lengths)
    terms = rows.terms[chosen]
    first = np.full(len(rows.names), len(terms), dtype=np.int32)
    backwards = np.arange(len(terms) - 1, -1, -1, dtype=np.int32)
    first[terms[::-1]] = backwards  # the last to be written is where it comes first
    used = np.argsort(first, kind="stable")[: np.count_nonzero(first < len(terms))]
    numbers = np.zeros(len(rows.names), dtype=np.int32)
    numbers[used] = np.arange(len(used))
    return Weighted([rows.names[each] for each in used], numbers[terms], rows.weights[chosen], lengths)


def places_of(starts: Whole, lengths: Whole) -> Small:
    """Give the places of all things in groups that start somewhere, one group after the other."""
    ends = np.cumsum(lengths)
    moved = np.repeat((starts - (ends - lengths)).astype(np.int32), lengths)
    moved += np.arange(len(moved), dtype=np.int32)
    return moved
