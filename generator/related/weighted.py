"""The terms of many papers, each with its weight, as arrays."""

from array import array
from collections.abc import Iterable, Mapping, Sequence
from typing import NamedTuple

import numpy as np
import numpy.typing as npt

Whole = npt.NDArray[np.int64]


class Weighted(NamedTuple):
    """Terms are numbered from 0 as they come first."""

    names: Sequence[str]
    """The terms."""
    terms: Whole
    """The numbers of those of each paper, one paper after the other."""
    weights: Whole
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
    terms, weights, lengths = array("q"), array("q"), array("q")
    for paper in papers:
        terms.extend(numbers.setdefault(term, len(numbers)) for term in paper)
        weights.extend(paper.values())
        lengths.append(len(paper))
    arrays = (np.array(each, dtype=np.int64) for each in (terms, weights, lengths))
    return Weighted([*numbers], *arrays)


def joined(one: Weighted, other: Weighted) -> Weighted:
    """Give the papers of both, those of `other` last."""
    numbers = {name: number for number, name in enumerate(one.names)}
    renamed = [numbers.setdefault(name, len(numbers)) for name in other.names]
    return Weighted(
        [*numbers],
        np.concatenate((one.terms, np.array(renamed, dtype=np.int64)[other.terms])),
        np.concatenate((one.weights, other.weights)),
        np.concatenate((one.lengths, other.lengths)),
    )


def ordered(rows: Weighted, places: Whole) -> Weighted:
    """Give some papers in some order, as `weighted` would give them."""
    starts, lengths = rows.starts[places], rows.lengths[places]
    ends = np.cumsum(lengths)
    chosen = np.arange(ends[-1] if len(ends) else 0) + np.repeat(starts - (ends - lengths), lengths)
    terms = rows.terms[chosen]
    first = np.full(len(rows.names), len(terms), dtype=np.int64)
    first[terms[::-1]] = np.arange(len(terms) - 1, -1, -1)  # the last to be written is where it comes first
    used = np.argsort(first, kind="stable")[: np.count_nonzero(first < len(terms))]
    numbers = np.zeros(len(rows.names), dtype=np.int64)
    numbers[used] = np.arange(len(used))
    return Weighted([rows.names[each] for each in used], numbers[terms], rows.weights[chosen], lengths)
