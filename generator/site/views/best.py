"""The papers of a week or a month that one should not have missed."""

import math
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from datetime import date

from .entries import Listed

BEST = 10
"""Papers at most; a period that has no more shows none twice."""

Dated = tuple[date, Listed]
"""An entry, and the day that lists it."""


def best(
    days: Iterable[tuple[date, Sequence[Listed]]], terms: Mapping[str, Mapping[str, int]]
) -> list[Dated]:
    """Give the papers of some days with the most votes; where none has any, those most like all the others.

    Each is numbered by its place among them. `terms` are the weightiest ones of each paper, by id.
    """
    papers = _papers(days)
    if len(papers) <= BEST:
        return []
    if any(_votes(entry) for _, entry in papers):
        papers = [each for each in papers if _votes(each[1])]
        value = {entry.id: float(_votes(entry)) for _, entry in papers}
    else:
        value = centrality({entry.id: terms.get(entry.id, {}) for _, entry in papers})
    first = sorted(papers, key=lambda each: -value[each[1].id])[:BEST]
    return [(day, replace(entry, number=number)) for number, (day, entry) in enumerate(first, 1)]


def centrality(terms: Mapping[str, Mapping[str, int]]) -> dict[str, float]:
    """Give how like the sum of all each of some papers is: the cosine, but for what is the same for all."""
    total: Counter[str] = Counter()
    for of_paper in terms.values():
        total.update(of_paper)
    return {name: _likeness(of_paper, total) for name, of_paper in terms.items()}


def _likeness(terms: Mapping[str, int], total: Mapping[str, int]) -> float:
    length = math.sqrt(sum(weight * weight for weight in terms.values()))
    return sum(weight * total[term] for term, weight in terms.items()) / length if length else 0.0


def _papers(days: Iterable[tuple[date, Sequence[Listed]]]) -> list[Dated]:
    """Give the papers of some days, each as the first of them lists it."""
    papers: dict[str, Dated] = {}
    for day, listed in days:
        for entry in listed:
            if entry.paper:
                papers.setdefault(entry.id, (day, entry))
    return list(papers.values())


def _votes(entry: Listed) -> int:
    return (entry.paper and entry.paper.votes) or 0
