"""Ranking, judged by test collections: this search, BM25 and SQLite's FTS5, over the same papers and queries.

Run by `make bench`, or alone: `python -m bench.ranking [folder]`. The folder, ../shared/data/ir unless
another is given, holds `<name>.jsonl.gz`, papers as JSON Lines, and `<name>.queries.json`, queries as people
wrote them (long) and as they type them (short), with judged papers. Ours is judged by the list that a
reader's browser shows; BM25 gets the terms of our own analysis, so that only the ranking differs.
"""

import gzip
import json
import random
import shutil
import sqlite3
import sys
import tempfile
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import date
from math import log2
from pathlib import Path
from statistics import fmean

import bm25s
from playwright.sync_api import sync_playwright

from bench.contenders import ours
from bench.server import Line, serve
from generator.search import Document
from generator.text.analysis import analyse, words

DATA = Path(__file__).parents[2] / "shared/data/ir"
FORMS = ("long", "short")
DEPTH = 100
"""Papers of a list that are looked at."""
RESAMPLED = 1_000
"""Sets of queries, drawn with replacement, whose means tell how sure a mean is."""

Judged = Mapping[str, int]
"""arXiv identifier -> how relevant the paper is; others are not."""
Search = Callable[[str], list[str]]
"""A query -> arXiv identifiers of the first papers, the best first."""

_FIND = """async (text) => {
  document.querySelector("input").focus();
  while (!archive.openClient) await new Promise((resolve) => setTimeout(resolve, 50));
  self.bench ||= archive.openClient(archive.begin());
  const answer = await bench.query({ text, offset: 0, limit: 100 });
  return answer.items.map(({ address }) => address);
}"""


@dataclass(frozen=True)
class Collection:
    """Papers, and queries with judged papers."""

    name: str
    documents: Sequence[Document]
    queries: Sequence[tuple[Mapping[str, str], Judged]]


def read(papers: Path) -> Collection:
    """Return the collection whose papers are in this file."""
    name = papers.name.partition(".")[0]
    found = json.loads(papers.with_name(f"{name}.queries.json").read_text())
    with gzip.open(papers, "rt", encoding="utf-8") as lines:
        documents = [_document(json.loads(line)) for line in lines]
    judged = [(forms, found["qrels"].get(key, {})) for key, forms in found["queries"].items()]
    return Collection(name, documents, [(forms, papers) for forms, papers in judged if papers])


def _document(row: Mapping[str, str]) -> Document:
    return Document(
        address=f"papers/{row['arxiv_id']}/",
        title=row["title"],
        abstract=row["abstract"] or "",
        authors=tuple(row["authors"] or ()),
        topics=(),
        arxiv_id=row["arxiv_id"],
        days=(date.fromisoformat(row["date"]),),
        votes=None,
        has_code=False,
    )


@contextmanager
def here(collection: Collection) -> Iterator[Search]:
    """Give this search, in a browser."""
    with tempfile.TemporaryDirectory() as folder, sync_playwright() as playwright:
        contender = ours(Path(folder), collection.documents)
        browser = playwright.chromium.launch(executable_path=shutil.which("chromium"), args=["--no-sandbox"])
        page = browser.new_page()
        page.goto(serve(contender.folder, Line()))
        # The blank says that the last word is whole.
        yield lambda text: [
            address.removeprefix("papers/").strip("/") for address in page.evaluate(_FIND, f"{text} ")
        ]
        browser.close()


@contextmanager
def bm25(collection: Collection) -> Iterator[Search]:
    """Give Lucene's BM25 over title and abstract as one text."""
    known = [document.arxiv_id or "" for document in collection.documents]
    index = bm25s.BM25(k1=1.2, b=0.75)
    index.index(
        [analyse(f"{document.title} {document.abstract}") for document in collection.documents],
        show_progress=False,
    )
    vocabulary = index.vocab_dict

    def search(text: str) -> list[str]:
        terms = [term for term in analyse(text) if term in vocabulary]
        if not terms:
            return []
        (places,), (scores,) = index.retrieve([terms], k=DEPTH, show_progress=False)
        return [known[place] for place, score in zip(places, scores, strict=True) if score > 0]

    yield search


@contextmanager
def fts5(collection: Collection) -> Iterator[Search]:
    """Give SQLite's full-text search, with its stemmer, of papers with any of the words."""
    with sqlite3.connect(":memory:") as database:
        database.execute(
            "CREATE VIRTUAL TABLE papers USING fts5(id UNINDEXED, title, abstract, tokenize=porter)"
        )
        rows = [(document.arxiv_id, document.title, document.abstract) for document in collection.documents]
        database.executemany("INSERT INTO papers VALUES (?, ?, ?)", rows)

        def search(text: str) -> list[str]:
            asked = " OR ".join(f'"{word}"' for word in words(text))
            found = database.execute(
                "SELECT id FROM papers WHERE papers MATCH ? ORDER BY bm25(papers) LIMIT ?", (asked, DEPTH)
            )
            return [identifier for (identifier,) in found]

        yield search


SEARCHES = (here, bm25, fts5)


def ndcg(found: Sequence[str], judged: Judged) -> float:
    """Return nDCG@10, with relevance as gain."""
    best = sorted(judged.values(), reverse=True)
    return _dcg([judged.get(paper, 0) for paper in found]) / (_dcg(best) or 1)


def _dcg(gains: Sequence[int]) -> float:
    return sum(gain / log2(place + 2) for place, gain in enumerate(gains[:10]))


def recall(found: Sequence[str], judged: Judged) -> float:
    """Return recall@100."""
    relevant = {paper for paper, gain in judged.items() if gain > 0}
    return len(relevant & set(found[:DEPTH])) / (len(relevant) or 1)


def reciprocal_rank(found: Sequence[str], judged: Judged) -> float:
    """Return one over the place of the first relevant paper, whose mean is MRR."""
    return next((1 / place for place, paper in enumerate(found, 1) if judged.get(paper, 0) > 0), 0)


MEASURES = (ndcg, recall, reciprocal_rank)


def interval(values: Sequence[float]) -> tuple[float, float]:
    """Return the 95 % interval of a mean: its percentiles over resampled queries."""
    chance = random.Random(7)  # noqa: S311
    means = sorted(fmean(chance.choices(values, k=len(values))) for _ in range(RESAMPLED))
    return means[RESAMPLED // 40], means[-RESAMPLED // 40]


def rows(collection: Collection) -> Iterator[tuple[str, str, str, list[list[float]]]]:
    """Give collection, form of the queries, search, and of each measure its values, one a query."""
    for make in SEARCHES:
        with make(collection) as search:
            for form in FORMS:
                lists = [(search(forms[form]), judged) for forms, judged in collection.queries]
                values = [[measure(*one) for one in lists] for measure in MEASURES]
                yield collection.name, form, make.__name__, values


def main() -> None:
    """Print the measures of every search on every collection."""
    folder = Path(sys.argv[1]) if len(sys.argv) > 1 else DATA
    lines = [
        "| collection | queries | search | nDCG@10 | 95 % | recall@100 | MRR |",
        "|---|---|---|---|---|---|---|",
    ]
    for path in sorted(folder.glob("*.jsonl.gz")):
        for *names, values in sorted(rows(read(path)), key=lambda row: row[1]):
            low, high = interval(values[0])
            ranked, found, first = map(fmean, values)
            cells = (*names, f"{ranked:.3f}", f"{low:.3f}-{high:.3f}", f"{found:.3f}", f"{first:.3f}")
            lines.append(f"| {' | '.join(cells)} |")
    sys.stdout.write("\n".join(["", *lines, ""]))


if __name__ == "__main__":
    main()
