"""The related papers and the gists of an archive; what an earlier build found need not be found again."""

import json
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from functools import partial
from itertools import groupby

from ..papers.records import Paper
from ..related.gist import Gist, gist
from ..related.lists import Row, TermsOf, digests, lists
from ..search.files import compact_json
from ..text.linear_math import linear
from .shown import Keys
from .store import Store
from .terms import NO_TERMS, Terms

Shard = dict[str, list[tuple[str, str, str, str]]]
"""The newer papers that name each paper of a day, by its id: id, first day, title, reason."""

_NEWER = 5
"""Newer papers that a page names, whatever number names it."""


@dataclass(frozen=True, slots=True)
class Discovery:
    """What leads from paper to paper, and what each says in a sentence."""

    lists: Mapping[str, Sequence[Row]]
    """The related papers of each paper that has some, by id."""
    gists: Mapping[str, Gist]
    """The gist of each paper that has one, by id."""
    terms: Terms
    """The weightiest terms of each paper."""
    until: Mapping[date, str]
    """For each day that first listed papers, a digest of what all papers until then say."""


NOTHING = Discovery({}, {}, NO_TERMS, {})


def find(papers: Sequence[Paper], terms: TermsOf, keys: Keys, store: Store) -> Discovery:
    """Find related papers and gists, where the store has them not; `terms` finds those of papers."""
    until = digests(papers)

    def keep(value: object, last: date, make: Callable[[], bytes]) -> bytes:
        return store.one(keys.of("of terms", value, until[last]), make)

    kept = {
        day: (store.get(keys.of("related", each)), store.get(keys.of("terms", each)))
        for day, each in until.items()
    }
    missing = [day for day, (rows, weights) in kept.items() if rows is None or weights is None]
    for day, made in lists(papers, missing, terms).items():
        kept[day] = rows, weights = compact_json(made.lists), compact_json(made.terms)
        store.put(keys.of("related", until[day]), rows)
        store.put(keys.of("terms", until[day]), weights)
    first = {paper.id: paper.listed[0] for paper in papers}
    return Discovery(
        {paper: each for rows, _ in kept.values() for paper, each in json.loads(rows or b"{}").items()},
        _gists(papers, keys, store),
        Terms({day: weights or b"{}" for day, (_, weights) in kept.items()}, first, keep),
        until,
    )


def _gists(papers: Iterable[Paper], keys: Keys, store: Store) -> Mapping[str, Gist]:
    """Give the gist of each paper that has one, by id."""
    found: dict[str, Gist] = {}
    for _, group in groupby(sorted(papers, key=_place), key=lambda paper: paper.listed[0]):
        of_day = list(group)
        made = json.loads(store.one(keys.of("gists", of_day), partial(_made, of_day)))
        found |= {paper.id: Gist(*each) for paper, each in zip(of_day, made, strict=True) if each}
    return found


def _made(papers: Sequence[Paper]) -> bytes:
    sentences = (gist(paper.title, paper.abstract) for paper in papers)
    return compact_json([(each.start, each.end, each.text) if each else None for each in sentences])


def newer(papers: Iterable[Paper], lists: Mapping[str, Sequence[Row]]) -> dict[date, Shard]:
    """Give the newest papers that name each paper, by its first day; a day may be empty."""
    ordered = sorted(papers, key=_place)
    first = {paper.id: paper.listed[0] for paper in ordered}
    shards: dict[date, Shard] = {day: {} for day in first.values()}
    for paper in ordered:
        for other, reason in lists.get(paper.id, ()):
            if first[other] < first[paper.id]:
                row = (paper.id, str(first[paper.id]), linear(paper.title), reason)
                rows = shards[first[other]].setdefault(other, [])
                rows.append(row)
                del rows[:-_NEWER]
    return shards


def _place(paper: Paper) -> tuple[date, str]:
    return paper.listed[0], paper.id
