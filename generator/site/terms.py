"""The weightiest terms of papers, kept by the day that first listed them, and what is made of them."""

import json
import math
from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Mapping, Sequence
from datetime import date
from functools import partial

from ..search.files import compact_json

Keep = Callable[[object, date, Callable[[], bytes]], bytes]
"""Gives what follows from a value and from what papers say until a day: made, unless it is kept."""


class Terms:
    """Gives the terms of papers, which are read where somebody asks for them."""

    def __init__(self, days: Mapping[date, bytes], first: Mapping[str, date], keep: Keep) -> None:
        """Take the terms of each day's papers as JSON, and the first day of each paper, by id."""
        self._days, self._first, self._keep = days, first, keep
        self._ids: dict[date, list[str]] = defaultdict(list)
        for paper, day in sorted(first.items()):
            self._ids[day].append(paper)

    def of(self, paper: str) -> Mapping[str, int]:
        """Give the terms of a paper, by its id, with their weights; none of one that is not known.

        They are words, so that they end at the first brace; who asks for papers of all days has no day read
        for each of them.
        """
        if paper not in self._first:
            return {}
        kept = self._days[self._first[paper]]
        start = kept.index(begin := b"%s:{" % compact_json(paper)) + len(begin) - 1
        terms: Mapping[str, int] = json.loads(kept[start : kept.index(b"}", start) + 1])
        return terms

    def shard(self, day: date, papers: Iterable[str]) -> bytes:
        """Give the terms of the papers that a day lists, by id, as JSON."""
        known = sorted(paper for paper in papers if paper in self._first)
        if known == self._ids.get(day):
            return self._days[day]
        return compact_json({paper: self.of(paper) for paper in known})

    def central(self, papers: Sequence[str], most: int) -> Sequence[str]:
        """Give so many of some papers, those whose terms are most those of all, the likest first."""
        last = max((self._first[paper] for paper in papers if paper in self._first), default=None)
        if not last:
            return papers[:most]
        make = partial(self._central, papers, most)
        found: list[str] = json.loads(self._keep(["central", most, papers], last, make))
        return found

    def _central(self, papers: Sequence[str], most: int) -> bytes:
        likeness = centrality({paper: self.of(paper) for paper in papers})
        return json.dumps(sorted(papers, key=lambda paper: -likeness[paper])[:most]).encode()


NO_TERMS = Terms({}, {}, lambda *_: b"[]")


def centrality(terms: Mapping[str, Mapping[str, int]]) -> dict[str, float]:
    """Give how like the sum of all each of some papers is: the cosine, but for what is the same for all."""
    total = summed(terms.values())
    return {name: _likeness(of_paper, total) for name, of_paper in terms.items()}


def summed(terms: Iterable[Mapping[str, int]]) -> Counter[str]:
    """Give the weight that each term has in all of some papers."""
    total: Counter[str] = Counter()
    for of_paper in terms:
        total.update(of_paper)
    return total


def _likeness(terms: Mapping[str, int], total: Mapping[str, int]) -> float:
    length = math.sqrt(sum(weight * weight for weight in terms.values()))
    return sum(weight * total[term] for term, weight in terms.items()) / length if length else 0.0
