"""The order of a list by what a reader starred, as browsers make it, and how good it is."""

import json
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from random import Random

from generator.papers.records import Paper
from generator.related import vectors
from generator.related.frequencies import table
from generator.related.matrix import Matrix
from generator.related.neighbours import Neighbours
from generator.related.weighted import weighted
from generator.text.plain import one_line, paragraphs
from tests.related.papers import DISCOVERY, invented

ANSWERS = DISCOVERY.parent / "hf_api"
FEWEST = 10
"""Papers of a keyword."""
NEAR = 100_000
"""A cosine of .1, in 1/UNIT squared; no more than that is no reason."""

Terms = Mapping[str, int]
Day = Sequence[tuple[Paper, frozenset[str]]]
"""The papers of a day in the order of its list, each with its keywords."""


def by_likeness(
    listed: Iterable[str], known: Mapping[str, Terms], starred: Mapping[str, Terms]
) -> list[tuple[str, int, str | None]]:
    """Give the papers of a list, the likest first, each with its likeness and the nearest starred one."""
    found = []
    for paper in listed:
        terms = known.get(paper, {})
        parts = {name: _product(terms, other) for name, other in starred.items() if name != paper}
        near = [name for name in parts if parts[name] > NEAR]
        found.append((paper, sum(parts.values()), max(near, key=lambda name: parts[name], default=None)))
    return sorted(found, key=lambda each: -each[1])


def terms_of(papers: Sequence[Paper]) -> dict[str, Terms]:
    """Give the weightiest terms of papers, as rare as the table says."""
    matrix = Matrix(
        weighted(vectors.weights(vectors.counts(paper.title, paper.abstract)) for paper in papers)
    )
    neighbours = Neighbours(matrix, table())
    return {paper.id: neighbours.weightiest(place) for place, paper in enumerate(papers)}


def real_days() -> list[Day]:
    """Give the days of real answers whose papers have keywords."""
    days = []
    for file in sorted(ANSWERS.glob("*.json")):
        found = json.loads(file.read_bytes())
        rows = [row["paper"] for row in found] if isinstance(found, list) else []
        days.append([(_read(row), frozenset(row["ai_keywords"])) for row in rows if row.get("ai_keywords")])
    return [day for day in days if day]


def invented_days() -> list[Day]:
    """Give days of papers on one of five things each, in words of which they share a few."""
    random, things = Random(1), ("quokka", "glacier", "sonata", "turbine", "enzyme")
    words = {thing: [f"{thing}{letter}" for letter in "abcdefghijkl"] for thing in things}
    return [
        [
            (invented(f"{day}-{place}", " ".join(random.sample(words[thing], 4))), frozenset({thing}))
            for place, thing in enumerate(random.choices(things, k=15))
        ]
        for day in range(10)
    ]


def reciprocal_ranks(days: Sequence[Day]) -> tuple[float, float, int]:
    """Give the mean reciprocal rank of papers with a keyword, half of whose papers are starred.

    First in the order of their days' lists, then by likeness, of the papers that are not starred; then how
    many ranks these are means of.
    """
    terms = terms_of([paper for day in days for paper, _ in day])
    having = defaultdict(set)
    for day in days:
        for paper, keywords in day:
            for keyword in keywords:
                having[keyword].add(paper.id)
    own, liked = [], []
    for keyword in sorted(name for name in having if len(having[name]) >= FEWEST):
        papers = sorted(having[keyword])
        chosen = Random(keyword).sample(papers, len(papers) // 2)
        starred = {name: terms[name] for name in chosen}
        for day in days:
            listed = [paper.id for paper, _ in day if paper.id not in starred]
            wanted = having[keyword].intersection(listed)
            if wanted:
                own += _reciprocals(listed, wanted)
                liked += _reciprocals([each[0] for each in by_likeness(listed, terms, starred)], wanted)
    return sum(own) / len(own), sum(liked) / len(liked), len(own)


def _reciprocals(order: Iterable[str], wanted: set[str]) -> list[float]:
    return [1 / rank for rank, name in enumerate(order, 1) if name in wanted]


def _read(row: Mapping[str, str]) -> Paper:
    return invented(row["id"], one_line(row["title"]), paragraphs(row["summary"]))


def _product(one: Terms, other: Terms) -> int:
    return sum(weight * other.get(term, 0) for term, weight in one.items())
