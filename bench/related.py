"""Related papers and gists: how good they are, and what a paper costs.

Run by `make bench`, or alone: `python -m bench.related`. Needs ../shared/data and the package rouge-score.
"""

import gzip
import json
import re
import sys
import tempfile
import time
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import replace
from itertools import count, islice
from pathlib import Path
from random import Random

from bench.archive import CORPORA, DATA
from generator.papers.records import Author, Paper
from generator.related import gist
from generator.site.kept_vectors import KeptVectors
from generator.site.related import find
from generator.site.shown import Keys
from generator.site.store import Store
from generator.text.analysis import stop_words
from tests.related.liking import real_days, reciprocal_ranks
from tests.related.papers import DISCOVERY, csfcube, read
from training import gist as training

GIVEN = 90
"""Papers of a day."""

MOST = 100_000
"""Papers that a site may hold."""

_WORD = re.compile(r"[^\W\d_]{2,}")


def corpus(names: Sequence[str]) -> list[Paper]:
    """Give the papers of corpora, by the first day that listed them."""
    found: dict[str, Paper] = {}
    for name in names:
        with gzip.open(DATA / name, "rt", encoding="utf-8") as lines:
            for paper in map(read, map(json.loads, lines)):
                if paper.id not in found or paper.listed < found[paper.id].listed:
                    found[paper.id] = paper
    return in_order(found.values())


def in_order(papers: Iterable[Paper]) -> list[Paper]:
    """Give papers by the days that listed them."""
    return sorted(papers, key=lambda paper: (paper.listed, paper.id))


def enlarged(papers: Sequence[Paper], number: int) -> list[Paper]:
    """Give so many papers: these, and copies that say something else in the same order."""
    added = (copy for seed in count(1) for copy in copies(papers, seed))
    return in_order([*papers, *islice(added, number - len(papers))])


def copies(papers: Sequence[Paper], seed: int) -> Iterator[Paper]:
    """Give copies of papers, their words and names exchanged for others, the same one for the same."""
    texts = [text for paper in papers for text in (paper.title, paper.abstract or "")]
    words = _exchange({word for text in texts for word in _WORD.findall(text)} - stop_words(), seed)
    names = _exchange({author.name for paper in papers for author in paper.authors}, seed)

    def said(text: str) -> str:
        return _WORD.sub(lambda word: words.get(word[0], word[0]), text)

    for paper in Random(seed).sample(papers, len(papers)):  # noqa: S311 - nothing secret
        yield replace(
            paper,
            id=f"copy-{seed}-{paper.id.replace('.', '-')}",
            title=said(paper.title),
            abstract=said(paper.abstract) if paper.abstract else None,
            authors=tuple(Author(names[author.name]) for author in paper.authors),
        )


def _exchange(words: set[str], seed: int) -> dict[str, str]:
    ordered = sorted(words)
    return dict(zip(ordered, Random(seed).sample(ordered, len(ordered)), strict=True))  # noqa: S311


def without_last_day(papers: Sequence[Paper]) -> list[Paper]:
    """Give the papers but for the last `GIVEN` or so: those of the days on which they came."""
    first = papers[-GIVEN].listed
    return [paper for paper in papers if paper.listed < first]


def seconds(call: Callable[[], object]) -> float:
    """Give the processor time of a call."""
    start = time.process_time()
    call()
    return time.process_time() - start


def costs(papers: Sequence[Paper], folder: Path) -> str:
    """Give a row of the table of costs."""
    older = without_last_day(papers)
    vectors = KeptVectors(folder / f"{len(papers)}.npz", b"")
    store = Store(folder / f"{len(papers)}.db")
    whole = seconds(lambda: find(older, vectors.of, Keys(b""), store))
    day = seconds(lambda: find(papers, vectors.of, Keys(b""), store))
    return f"| {len(papers):,} | {1000 * whole / len(older):.2f} | {len(papers) - len(older)} | {day:.1f} |"


def main() -> None:
    """Print how good related papers and gists are, and what they cost."""
    if not DISCOVERY.is_dir():
        sys.exit("The benchmarks need the real data in ../shared/data, which is not here.")
    precision, gain = csfcube()
    print(f"\nRelated papers, CSFCube: MAP {precision:.1f}, NDCG%20 {gain:.1f}.")
    rouge = training.judge(training.read(str(DISCOVERY / "scitldr-dev.jsonl.gz")), gist.weights())
    print("Gists, SciTLDR dev: ROUGE-1/2/L", "/".join(f"{each:.1f}" for each in rouge))
    own, liked, count = reciprocal_ranks(real_days())
    print(
        f"Lists by what is starred: mean reciprocal rank {liked:.3f}, as listed {own:.3f}, of {count} papers."
    )
    print("\n| papers | ms a paper | newest papers | seconds for these alone |\n|---|---|---|---|")
    with tempfile.TemporaryDirectory() as folder:
        for papers in (corpus(CORPORA[:1]), real := corpus(CORPORA), enlarged(real, MOST)):
            print(costs(papers, Path(folder)), flush=True)


if __name__ == "__main__":
    main()
