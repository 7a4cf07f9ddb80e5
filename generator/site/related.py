"""The related papers and the gists of an archive; what an earlier build found need not be found again."""

import json
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from hashlib import sha256
from pathlib import Path
from typing import Any

from ..archive.kept import keep, recall
from ..papers.records import Paper
from ..related.gist import Gist, gist
from ..related.lists import Day, Row, lists
from ..text.linear_math import linear
from .kept_vectors import KeptVectors

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
    terms: Mapping[str, Mapping[str, int]]
    """The weightiest terms of each paper, by id."""
    until: Mapping[date, str]
    """For each day that first listed papers, a digest of what all papers until then say."""


NOTHING = Discovery({}, {}, {}, {})


def find(papers: Sequence[Paper], file: Path, program: bytes = b"") -> Discovery:
    """Find related papers and gists; `file`, and one beside it, keep them from build to build.

    What another program found, as the key `program` tells, is of no use.
    """
    text = recall(file, program)
    known = json.loads(text) if text else {"days": {}, "gists": {}}
    terms = KeptVectors(file.with_name("vectors.npz"), program)
    days = lists(papers, {digest: Day(*day) for digest, day in known["days"].items()}, terms.of)
    digests = {paper.id: _digest(paper) for paper in papers}
    gists = {digests[paper.id]: _gist(paper, digests[paper.id], known["gists"]) for paper in papers}
    if days.keys() != known["days"].keys() or gists.keys() != known["gists"].keys():
        keep(file, json.dumps({"days": days, "gists": gists}, ensure_ascii=False).encode(), program)
    pairs = ((paper.id, gists[digests[paper.id]]) for paper in papers)
    return Discovery(
        {paper: rows for day in days.values() for paper, rows in day.lists.items()},
        {paper: Gist(*each) for paper, each in pairs if each},
        {paper: terms for day in days.values() for paper, terms in day.terms.items()},
        dict(zip(sorted({paper.listed[0] for paper in papers}), days, strict=True)),
    )


def newer(papers: Iterable[Paper], lists: Mapping[str, Sequence[Row]]) -> dict[date, Shard]:
    """Give the newest papers that name each paper, by its first day; a day may be empty."""
    ordered = sorted(papers, key=lambda paper: (paper.listed[0], paper.id))
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


def _gist(paper: Paper, digest: str, known: Mapping[str, Any]) -> Sequence[Any] | None:
    if digest in known:
        kept: Sequence[Any] | None = known[digest]
        return kept
    sentence = gist(paper.title, paper.abstract)
    return (sentence.start, sentence.end, sentence.text) if sentence else None


def _digest(paper: Paper) -> str:
    return sha256(repr((paper.title, paper.abstract)).encode()).hexdigest()[:32]
