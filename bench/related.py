"""Related papers and gists: how good they are, and what a paper costs.

Run by `make bench`, or alone: `python -m bench.related`. Needs ../shared/data and the package rouge-score.
"""

import gzip
import json
import sys
import tempfile
import time
from collections.abc import Callable, Sequence
from pathlib import Path

from bench.archive import CORPORA, DATA
from generator.papers.records import Paper
from generator.related import gist
from generator.site.related import find
from tests.related.liking import real_days, reciprocal_ranks
from tests.related.papers import DISCOVERY, csfcube, read
from training import gist as training

GIVEN = 90
"""Papers of a day."""


def corpus(names: Sequence[str]) -> list[Paper]:
    """Give the papers of corpora, by the first day that listed them."""
    found: dict[str, Paper] = {}
    for name in names:
        with gzip.open(DATA / name, "rt", encoding="utf-8") as lines:
            for paper in map(read, map(json.loads, lines)):
                if paper.id not in found or paper.listed < found[paper.id].listed:
                    found[paper.id] = paper
    return sorted(found.values(), key=lambda paper: (paper.listed, paper.id))


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
    kept = folder / f"{len(papers)}.json"
    older = without_last_day(papers)
    whole = seconds(lambda: find(older, kept))
    day = seconds(lambda: find(papers, kept))
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
        for count in (1, 2):
            print(costs(corpus(CORPORA[:count]), Path(folder)))


if __name__ == "__main__":
    main()
