"""What rose in each month of an archive; what an earlier build found need not be found again."""

import json
from bisect import bisect_left
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import asdict, dataclass
from datetime import date
from functools import partial
from hashlib import sha256
from itertools import groupby

from ..papers.days import month_before
from ..papers.records import Paper
from ..related.rising import MONTHS, Rising, Texts, rising
from .shown import Keys
from .store import Store

FIRST = 3
"""Months of an archive of which nothing is told: there is too little before them."""


@dataclass(frozen=True, slots=True)
class Trend:
    """What rose in a month."""

    month: date
    """Its first day."""
    sizes: tuple[int, ...]
    """Papers first listed in each of the months before, and in the month itself."""
    rising: Sequence[Rising]
    """The surest first."""


def trends(papers: Sequence[Paper], keys: Keys, store: Store) -> list[Trend]:
    """Give what rose in the months that have papers, ascending; of an archive's first months nothing.

    That of a month follows from the papers first listed until its end.
    """
    ordered = sorted(papers, key=lambda paper: (paper.listed[0], paper.id))
    by_month = {
        month: list(some) for month, some in groupby(ordered, lambda paper: paper.listed[0].replace(day=1))
    }
    texts, running, found = Texts(), sha256(), []
    for month, some in by_month.items():
        for paper in some:
            running.update(repr((str(paper.listed[0]), paper.id, paper.title, paper.abstract)).encode())
        if month >= month_before(next(iter(by_month)), -FIRST):
            key = keys.of("rising", str(month), running.hexdigest())
            kept = store.one(key, partial(_made, by_month, month, ordered, texts))
            sizes = tuple(map(len, _months(by_month, month)))
            found.append(Trend(month, sizes, tuple(_read(kept))))
    return found


def _made(
    by_month: Mapping[date, Sequence[Paper]], month: date, ordered: Sequence[Paper], texts: Texts
) -> bytes:
    start = month_before(month, MONTHS)
    older = ordered[: bisect_left(ordered, start, key=lambda paper: paper.listed[0])]
    return json.dumps([asdict(each) for each in rising(_months(by_month, month), older, texts)]).encode()


def _read(kept: bytes) -> Iterator[Rising]:
    for each in json.loads(kept):
        yield Rising(each["phrase"], tuple(each["counts"]), each["first"])


def _months(by_month: Mapping[date, Sequence[Paper]], month: date) -> list[Sequence[Paper]]:
    """Give the papers of the months before a month, and of the month itself."""
    return [by_month.get(month_before(month, back), ()) for back in range(MONTHS, -1, -1)]
