"""Papers that are related or not: real ones, judged ones and invented ones."""

import gzip
import json
import math
from collections.abc import Sequence
from datetime import date, timedelta
from pathlib import Path
from typing import Any

import numpy as np

from generator.papers.records import Author, Paper
from generator.related import vectors
from generator.related.frequencies import Frequencies
from generator.related.lists import digests, lists
from generator.related.matrix import Matrix
from generator.related.neighbours import Neighbours
from generator.related.weighted import weighted
from generator.sources import parse
from generator.sources.listing import Hint
from generator.text.plain import one_line, paragraphs
from tests.archives import REAL_LISTING, TODAY
from tests.real_papers import rows

DAY = date(2025, 8, 6)
DISCOVERY = Path(__file__).parents[3] / "shared" / "data" / "discovery"
CSFCUBE = DISCOVERY / "csfcube-fold1.json.gz"


def real() -> list[Paper]:
    """Give the real papers that come with the project: the sample, and those of the list it was made for."""
    listed = parse(REAL_LISTING.read_bytes(), Hint(REAL_LISTING.name, TODAY))
    first = {str(row["arxiv_id"]): row for row in reversed(rows())}
    return [*(read(row) for row in first.values()), *(entry.paper for entry in listed.entries)]


def read(row: Any) -> Paper:
    """Give the paper of a row of a corpus."""
    return Paper(
        id=row["arxiv_id"],
        title=one_line(row["title"]),
        listed=(date.fromisoformat(row["date"]),),
        source="jsonl",
        abstract=paragraphs(row["abstract"]) or None,
        authors=tuple(Author(name) for name in map(one_line, row["authors"]) if name),
    )


def invented(name: str, title: str, abstract: str | None = None, day: int = 0, author: str = "") -> Paper:
    """Give a paper first listed some days after DAY."""
    authors = (Author(author),) if author else ()
    listed = (DAY + timedelta(days=day),)
    return Paper(id=name, title=title, listed=listed, source="text", abstract=abstract, authors=authors)


def related(papers: Sequence[Paper]) -> dict[str, list[str]]:
    """Give the ids of the related papers of each paper that has some."""
    days = lists(papers, digests(papers)).values()
    return {paper: [other for other, _ in rows] for day in days for paper, rows in day.lists.items()}


def csfcube() -> tuple[float, float]:
    """Give the MAP and the NDCG%20 on CSFCube's pairs (S. Mysore et al., NeurIPS 2021), in per cent."""
    judged = json.loads(gzip.decompress(CSFCUBE.read_bytes()))
    places = {name: place for place, name in enumerate(judged["papers"])}
    rows = [
        vectors.weights(vectors.counts(each["title"], each["abstract"])) for each in judged["papers"].values()
    ]
    matrix = Matrix(weighted(rows))
    counts = dict(zip(matrix.names, map(int, matrix.counts), strict=True))
    neighbours = Neighbours(matrix, Frequencies(len(rows), counts))
    precisions, gains = [], []
    for queries in judged["relevance"].values():
        for query, grades in queries.items():
            others = np.array([places[name] for name in grades])
            order = np.argsort(-neighbours.likeness(places[query], others), kind="stable")
            ranked = [list(grades.values())[place] for place in order]
            precisions.append(_precision(ranked))
            gains.append(_gain(ranked) / _gain(sorted(ranked, reverse=True)))
    return 100 * sum(precisions) / len(precisions), 100 * sum(gains) / len(gains)


def _precision(grades: Sequence[int]) -> float:
    """Give the average precision; papers of grade 2 and more are relevant."""
    ranks = [rank for rank, grade in enumerate(grades, 1) if grade >= 2]
    return sum(found / rank for found, rank in enumerate(ranks, 1)) / len(ranks)


def _gain(grades: Sequence[int]) -> float:
    """Give the discounted gain of the first fifth."""
    first = grades[: len(grades) // 5]
    return sum(grade / math.log2(rank + 1) for rank, grade in enumerate(first, 1))
