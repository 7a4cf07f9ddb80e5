"""The papers of a week or a month that one should not have missed."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import replace
from datetime import date

from .entries import Listed

BEST = 10
"""Papers at most; a period that has no more shows none twice."""

Dated = tuple[date, Listed]
"""An entry, and the day that lists it."""


def best(
    days: Iterable[tuple[date, Sequence[Listed]]], central: Callable[[Sequence[str], int], Sequence[str]]
) -> list[Dated]:
    """Give the papers of some days with the most votes; where none has any, those most like all the others.

    Each is numbered by its place among them. `central` gives so many of these, by ids.
    """
    papers = _papers(days)
    if len(papers) <= BEST:
        return []
    voted = [name for name, (_, entry) in papers.items() if _votes(entry)]
    first = sorted(voted, key=lambda name: -_votes(papers[name][1])) if voted else central([*papers], BEST)
    chosen = map(papers.__getitem__, first[:BEST])
    return [(day, replace(entry, number=number)) for number, (day, entry) in enumerate(chosen, 1)]


def _papers(days: Iterable[tuple[date, Sequence[Listed]]]) -> Mapping[str, Dated]:
    """Give the papers of some days by id, each as the first of them lists it."""
    papers: dict[str, Dated] = {}
    for day, listed in days:
        for entry in listed:
            if entry.paper:
                papers.setdefault(entry.id, (day, entry))
    return papers


def _votes(entry: Listed) -> int:
    return (entry.paper and entry.paper.votes) or 0
