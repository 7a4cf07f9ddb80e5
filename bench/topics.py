"""Topics: how many an archive has, how many papers have one, and what a paper costs.

Run by `make bench`, or alone: `python -m bench.topics`. Needs ../shared/data.
"""

import sys
from collections.abc import Sequence

from bench.archive import CORPORA, DATA
from bench.related import corpus, seconds
from generator.papers.records import Paper
from generator.related.proposals import proposals
from generator.related.topics import Topic, slugs_by_key, topics_of
from generator.site.topics_file import added


def topics(papers: Sequence[Paper]) -> list[Topic]:
    """Give the topics that papers propose, as an archive would settle them."""
    return added("", proposals(papers), "topics.yml")[1]


def row(name: str) -> str:
    """Give the row of a corpus."""
    papers = corpus([name])
    found = topics(papers)
    slugs = slugs_by_key(found)

    def about() -> list[tuple[str, ...]]:
        return [topics_of(paper.title, paper.abstract, slugs) for paper in papers]

    having = sum(map(bool, about()))
    proposing, telling = (1000 * seconds(call) / len(papers) for call in (lambda: proposals(papers), about))
    share = having / len(papers)
    return f"| {name} | {len(papers):,} | {len(found)} | {share:.0%} | {proposing:.2f} | {telling:.2f} |"


def main() -> None:
    """Print the table."""
    if not DATA.is_dir():
        sys.exit("The benchmarks need the real data in ../shared/data, which is not here.")
    print("\n| papers of | papers | topics | papers with one | ms a paper to propose | ms to tell |")
    print("|---|---|---|---|---|---|")
    for name in CORPORA:
        print(row(name), flush=True)


if __name__ == "__main__":
    main()
