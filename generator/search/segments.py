"""The two parts of an index: papers of finished months, whose files stand for a month, and the newer ones.

Each has its own tables, so that a new day changes files of the newer papers only. The standing one is kept as
JSON from build to build.
"""

import json
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import partial
from hashlib import sha256

from generator.search.documents import Document, Topic, settled
from generator.search.facts import about, authors, topics
from generator.search.files import File, compact_json
from generator.search.kept import Keep, by_month
from generator.search.postings import Postings, invert
from generator.search.scoring import Means, means
from generator.search.shards import SIZE, shards
from generator.search.spellings import NO_SPELLINGS, Spellings
from generator.search.tables import Part
from generator.search.vocabulary import vocabulary

SIZE_OF_NEWER = 1_300
"""Characters of a shard of newer papers, at least: a query reads them beside the others."""
NEWER = "new-"
"""Begins the kinds of the newer papers' tables."""


@dataclass(frozen=True)
class Segment:
    """The tables of papers that are numbered side by side, and what scores and spellings follow from."""

    papers: int
    """Those up to its end."""
    terms: int
    tables: Mapping[str, Sequence[Part]]
    lists: Mapping[str, File]
    """Common term -> its postings."""
    means: Means
    known: Spellings


_BEFORE_ALL = Segment(0, 0, {}, {}, {}, NO_SPELLINGS)


def segments(
    numbered: Sequence[Document], keep: Keep, counted: Sequence[Topic] = ()
) -> tuple[Segment, Segment]:
    """Give the segment that stands for a month, and the newer one, which may be empty.

    A table of the papers with each topic that is counted is made anew: people edit topics.
    """
    end = settled(numbered)
    said = [keep("said", month, partial(_said, month)) for month in by_month(numbered[:end])]
    made = keep(["finished months", *said], (), lambda: _written(_segment(numbered[:end], _BEFORE_ALL)))
    standing = _read(made)
    newer = _segment(numbered[end:], standing)
    tables = {**newer.tables, "about": about(numbered[end:], counted, end)}
    tables = {f"{NEWER}{kind}": [*map(_as_newer, parts)] for kind, parts in tables.items()}
    standing = replace(standing, tables={**standing.tables, "about": about(numbered[:end], counted)})
    return standing, replace(newer, tables=tables)


def inverted(numbered: Sequence[Document]) -> tuple[Postings, Postings]:
    """Give the postings of both segments."""
    end = settled(numbered)
    standing = invert(numbered[:end])
    return standing, invert(numbered[end:], end, standing.known)


def _said(documents: Sequence[Document]) -> bytes:
    """Give a digest of all that tables follow from."""
    said = [(each.title, each.abstract, each.authors, each.topics, each.arxiv_id or "") for each in documents]
    return sha256(repr(said).encode()).digest()


def _segment(documents: Sequence[Document], before: Segment) -> Segment:
    first = before.papers
    postings = invert(documents, first, before.known)
    compared = before.means or means(postings.lengths)
    shard, lists = shards(postings, compared, SIZE_OF_NEWER if first else SIZE)
    names = {"topics": topics(documents, first), "authors": authors(documents, first)}
    tables = {"shard": shard, **vocabulary(postings), **names}
    return Segment(first + len(documents), len(postings.terms), tables, lists, compared, postings.known)


def _as_newer(part: Part) -> Part:
    return replace(part, file=replace(part.file, kind=f"{NEWER}{part.file.kind}"))


def _written(segment: Segment) -> bytes:
    known = segment.known
    return compact_json({
        "papers": segment.papers,
        "terms": segment.terms,
        "tables": {kind: [*map(_cells, parts)] for kind, parts in segment.tables.items()},
        "lists": {term: file.data.decode() for term, file in segment.lists.items()},
        "means": segment.means,
        "known": [known.words, known.extras, known.parts],
    })  # fmt: skip


def _cells(part: Part) -> list[str | int | None]:
    return [part.first, part.last, part.file.data.decode(), part.file.place, part.file.run]


def _read(data: bytes) -> Segment:
    kept = json.loads(data)
    return Segment(
        kept["papers"],
        kept["terms"],
        {kind: [*_parts(kind, rows)] for kind, rows in kept["tables"].items()},
        {term: File("list", text.encode()) for term, text in kept["lists"].items()},
        kept["means"],
        Spellings(*kept["known"]),
    )


def _parts(kind: str, rows: Sequence[tuple[str, str, str, int, str]]) -> Iterator[Part]:
    for first, last, text, place, run in rows:
        yield Part(first, last, File(kind, text.encode(), place, run))
