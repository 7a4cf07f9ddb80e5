"""Lists that are whole and yet odd: mostly of papers listed before, or far longer than those around them.

Such a list may be right, so it breaks no promise; a person should look at it.
"""

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import date
from statistics import median

from ..papers.records import Day, Source
from .coverage import Coverage, Trouble

_BEFORE = 20
"""Lists before a list among all of which its papers are looked for."""
_REPEATED = 0.5
"""Share of papers listed before from which a list is odd."""
_FEW = 3
"""Repeated papers, or lists to compare a length with, below which nothing can be said."""
_AROUND = 10
"""Lists before and after a list each, by whose lengths its own is judged."""
_FAR_MORE = 4
"""Times the usual length above which a list is odd."""

Papers = tuple[date, frozenset[str]]
"""A day, and the papers that a list had on it."""


def oddities(days: Mapping[date, Day], coverages: Iterable[Coverage] = ()) -> list[Trouble]:
    """Give what is odd about whole lists, promised or not, by day; not on days taken as they are."""
    accepted = {(each.source, day) for each in coverages for day in each.holidays}
    remarks = [
        Trouble(day, day, source, problem, of_list)
        for (source, of_list), papers in _lists(days).items()
        for day, problem in (*_repeating(papers), *_overlong(papers))
        if (source, day) not in accepted
    ]
    return sorted(remarks, key=lambda odd: (odd.day, odd.source, odd.of_list, odd.problem))


def _lists(days: Mapping[date, Day]) -> dict[tuple[Source, str], list[Papers]]:
    """Give the papers of each list of each source, by day."""
    papers: dict[tuple[Source, str], dict[date, set[str]]] = defaultdict(lambda: defaultdict(set))
    for day in sorted(days):
        for receipt in days[day].receipts:
            if not receipt.partial:
                papers[receipt.source, receipt.of_list][day].update(receipt.ids)
    return {
        key: [(day, frozenset(ids)) for day, ids in ids_of_days.items()]
        for key, ids_of_days in papers.items()
    }


def _repeating(lists: Sequence[Papers]) -> Iterator[tuple[date, str]]:
    """Tell of lists that are mostly of papers listed shortly before, or of those of one list, however old.

    Papers that were listed at any time say nothing: arXiv lists each new version of one again.
    """
    places: dict[str, list[int]] = defaultdict(list)
    for place, (day, ids) in enumerate(lists):
        lately = sum(1 for paper in ids if places[paper] and places[paper][-1] >= place - _BEFORE)
        shared = Counter(earlier for paper in ids for earlier in places[paper])
        most = max(shared, key=lambda earlier: (shared[earlier], -earlier), default=0)
        least, on_most = max(_FEW, _REPEATED * len(ids)), f"{shared[most]} on {lists[most][0]}"
        if lately >= least:
            yield day, f"{lately} of {len(ids)} papers were listed shortly before, {on_most}"
        elif shared[most] >= least:
            yield day, f"{shared[most]} of {len(ids)} papers were listed on {lists[most][0]}"
        for paper in ids:
            places[paper].append(place)


def _overlong(lists: Sequence[Papers]) -> Iterator[tuple[date, str]]:
    for place, (day, ids) in enumerate(lists):
        around = [*lists[max(0, place - _AROUND) : place], *lists[place + 1 : place + 1 + _AROUND]]
        counts = [len(papers) for _, papers in around if papers]
        if len(counts) >= _FEW and len(ids) > _FAR_MORE * (usual := median(counts)):
            yield day, f"{len(ids):,} papers, far more than the usual {usual:.0f} around it"
