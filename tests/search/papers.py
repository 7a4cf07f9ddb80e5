"""Papers for tests of search: invented ones, a sample of real ones, and more of them where they are here."""

import gzip
import json
import random
from collections.abc import Iterable, Iterator
from datetime import date, timedelta
from pathlib import Path

import pytest

from generator.search import Document
from tests.real_papers import Row, rows

SCRIPTS = Path(__file__).parents[2] / "site_theme/assets/search"
CORPUS = Path(__file__).parents[3] / "shared/data/corpus-hf.jsonl.gz"

_SUBJECTS = [
    "diffusion", "attention", "retrieval", "contrastive", "segmentation", "quantum", "protein",
    "speech", "robot", "graph",
]  # fmt: skip
_METHODS = [
    "learning", "models", "networks", "transformers", "sampling", "generation", "reasoning",
    "alignment", "pruning", "search",
]  # fmt: skip
_QUALITIES = [
    "robust", "efficient", "scalable", "sparse", "causal", "federated", "adaptive", "multimodal",
    "provable", "fast",
]  # fmt: skip
_FAMILY = ["Gödel", "Poincaré", "Nguyễn", "Wang", "O’Hara", "Łukasiewicz", "Müller", "Rao", "Ito", "Smith"]
_GIVEN = ["Ada", "Bo", "Chen", "Dana", "Emil", "Fatou", "Grete", "Hana", "Ivo", "Jun"]

NAMED = (
    (
        "Contrastive Learning of β-VAE Codes",
        "Poincaré maps and Gödel numbers meet variational codes.",
        ("Jun Ito",),
    ),
    ("Attention Is All You Need Again", "We look at attention once more.", ("Ada Müller", "Bo Rao")),
    (
        'Breaking <b>Tags</b> & "Quotes" <img src=x onerror=alert(1)>',
        "<script>alert(2)</script> in {{ text }}.",
        (),
    ),
    ("日本語 Corpora for Speech", "Ein Korpus, größer als je.", ("Hana Ito",)),
)


def invented(count: int) -> list[Document]:
    """So many invented papers, always the same; the last ones are those of NAMED."""
    chance = random.Random(4)
    papers = [_invented(number, chance) for number in range(count - len(NAMED))]
    for number, (title, abstract, authors) in enumerate(NAMED, start=count - len(NAMED)):
        papers.append(_document(number, title, abstract, authors, ("named",)))
    return papers


def _invented(number: int, chance: random.Random) -> Document:
    words = [chance.choice(_QUALITIES), chance.choice(_SUBJECTS), chance.choice(_METHODS)]
    title = " ".join(words).title() + f" with Method{number}"
    sentence = [chance.choice(_QUALITIES + _SUBJECTS + _METHODS) for _ in range(40)]
    authors = tuple(f"{chance.choice(_GIVEN)} {chance.choice(_FAMILY)}" for _ in range(chance.randint(1, 5)))
    return _document(number, title, " ".join(sentence), authors, (words[1],))


def _document(
    number: int, title: str, abstract: str, authors: tuple[str, ...], topics: tuple[str, ...]
) -> Document:
    identifier = f"{2401 + number // 500}.{number:05}"
    return Document(
        address=f"papers/{identifier}/",
        title=title,
        abstract=abstract,
        authors=authors,
        topics=topics,
        arxiv_id=identifier,
        days=(date(2024, 1, 1) + timedelta(days=number // 10),),
        votes=number * 7 % 50,
        has_code=number % 3 == 0,
    )


def sample() -> list[Document]:
    """Return the sample of real papers, each with its first day."""
    return list({document.address: document for document in _documents(reversed(rows()))}.values())


def real(count: int | None = None) -> list[Document]:
    """Return the first papers of the shared corpus; skips the test where there is none."""
    if not CORPUS.exists():
        pytest.skip(f"needs {CORPUS.name} of ../shared/data, which is not part of the project")
    return corpus(CORPUS)[:count]


def corpus(path: Path) -> list[Document]:
    """Return the papers of a shared corpus."""
    with gzip.open(path, "rt", encoding="utf-8") as lines:
        return list(_documents(map(json.loads, lines)))


def _documents(papers: Iterable[Row]) -> Iterator[Document]:
    for row in papers:
        yield Document(
            address=f"papers/{row['arxiv_id']}/",
            title=" ".join(row["title"].split()),
            abstract=" ".join(row["abstract"].split()),
            authors=tuple(row["authors"]),
            topics=(),
            arxiv_id=row["arxiv_id"],
            days=(date.fromisoformat(row["date"]),),
            votes=row.get("upvotes"),
            has_code=bool(row.get("github")),
        )
