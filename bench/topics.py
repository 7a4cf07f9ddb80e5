"""Topics: how many an archive has, how many papers have one, and what a paper costs.

Run by `make bench`, or alone: `python -m bench.topics`. Needs ../shared/data.
"""

import sys

from bench.archive import CORPORA, DATA
from bench.related import corpus, seconds
from generator.related.proposals import proposals
from generator.related.topics import Topic, slugs_by_key, topics_of


def row(name: str) -> str:
    """Give the row of a corpus."""
    papers = corpus([name])
    found = proposals(papers)
    slugs = slugs_by_key(
        [Topic(f"topic-{place}", each.label, each.aliases) for place, each in enumerate(found)]
    )

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
