"""The terms of all papers as arrays, by paper and by term."""

import numpy as np

from .weighted import Small, Weighted, Whole, places_of


class Matrix:
    """Which terms each paper has, and with what weight; terms and papers are numbered from 0."""

    def __init__(self, papers: Weighted) -> None:
        """Take the terms of all papers."""
        self.names = papers.names
        """The terms."""
        self.terms = papers.terms
        """Those of each paper, one paper after the other."""
        self.weights = papers.weights
        """Their weights."""
        self.starts = papers.starts
        """Where the terms of each paper start, and where the last ones end."""
        lengths = papers.lengths
        by_term = np.argsort(self.terms, kind="stable")
        self.counts: Whole = np.bincount(self.terms, minlength=len(self.names))
        """How many papers have each term."""
        self._posting_starts = np.concatenate(([0], np.cumsum(self.counts)))
        self._posted_papers: Small = np.repeat(np.arange(len(lengths), dtype=np.int32), lengths)[by_term]
        self._posted_weights = self.weights[by_term]

    def row(self, paper: int) -> tuple[Small, Small]:
        """Give the terms of a paper, and their weights."""
        here = slice(self.starts[paper], self.starts[paper + 1])
        return self.terms[here], self.weights[here]

    def counted(self, before: int) -> dict[str, int]:
        """Give how many papers, of those before some number, have each term that one of them has."""
        counts = np.bincount(self.terms[: self.starts[before]], minlength=len(self.names)).tolist()
        return {name: count for name, count in zip(self.names, counts, strict=True) if count}

    def rows(self, papers: Whole) -> tuple[Small, Small, Whole]:
        """Give the terms of some papers, one after the other, their weights, and where each paper's start."""
        starts = self.starts[papers]
        lengths = self.starts[papers + 1] - starts
        places = places_of(starts, lengths)
        return self.terms[places], self.weights[places], np.cumsum(lengths) - lengths

    def postings(self, term: int, before: int) -> tuple[Small, Small]:
        """Give the papers, of those before some number, that have a term, and with what weight."""
        start, end = self._posting_starts[term], self._posting_starts[term + 1]
        end = start + np.searchsorted(self._posted_papers[start:end], before)
        return self._posted_papers[start:end], self._posted_weights[start:end]
