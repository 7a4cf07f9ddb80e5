"""The themes of days: how many papers they cover, and how alike their papers are; and what rose.

Run by `make bench`, or alone: `python -m bench.themes`. Needs ../shared/data.
"""

import json
import sys
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from itertools import combinations, groupby

from bench.archive import CORPORA, DATA
from bench.related import corpus
from bench.topics import topics
from generator.papers.records import Paper
from generator.related.topics import Settled
from generator.site.shown import Keys
from generator.site.store import Store
from generator.site.themes import themes_by_day
from generator.site.topic_papers import topic_papers
from generator.site.trends import Trends

MONTH = date(2026, 5, 1)


@dataclass
class Pairs:
    """Pairs of papers, and how many of them share a keyword."""

    number: int = 0
    alike: int = 0

    def add(self, papers: Iterable[str], keywords: Mapping[str, set[str]]) -> None:
        """Count the pairs of some papers that have keywords."""
        for one, other in combinations([paper for paper in papers if paper in keywords], 2):
            self.number += 1
            self.alike += not keywords[one].isdisjoint(keywords[other])

    @property
    def share(self) -> float:
        """Of the pairs, those that share one."""
        return self.alike / max(1, self.number)


def keywords() -> dict[str, set[str]]:
    """Give the ai_keywords of the papers that have some."""
    lists = (json.loads(path.read_text()) for path in sorted((DATA / "hf_api").glob("*.json")))
    papers = (entry["paper"] for entries in lists for entry in entries)
    return {
        paper["id"]: {*map(str.lower, paper["ai_keywords"])} for paper in papers if paper.get("ai_keywords")
    }


def main() -> None:
    """Print the figures."""
    if not DATA.is_dir():
        sys.exit("The benchmarks need the real data in ../shared/data, which is not here.")
    papers, known, keys, store = corpus(CORPORA[:1]), keywords(), Keys(b""), Store()
    days = {day: list(some) for day, some in groupby(papers, lambda paper: paper.listed[0])}
    settled = topic_papers(papers, topics(papers), keys, store).settled
    _print_themes(days, known, settled, keys, store)
    for trend in Trends(papers, settled, keys, store).of_months():
        if trend.month == MONTH:
            print(f"\nRising in {MONTH:%Y-%m}: {'; '.join(each.name for each in trend.rising)}")


def _print_themes(
    days: Mapping[date, list[Paper]],
    known: Mapping[str, set[str]],
    settled: Settled,
    keys: Keys,
    store: Store,
) -> None:
    themed, whole, covered = Pairs(), Pairs(), 0
    for day, themes in themes_by_day(days, settled, keys, store).items():
        covered += sum(len(theme.papers) for theme in themes)
        whole.add((paper.id for paper in days[day]), known)
        for theme in themes:
            themed.add(theme.papers, known)
    print(
        f"\nThemes of {len(days)} days: {covered / sum(map(len, days.values())):.1%} of papers have one;"
        f" {themed.share:.1%} of {themed.number} pairs in a theme share a keyword, {whole.share:.1%} of"
        f" {whole.number:,} pairs of a day: {themed.share / whole.share:.1f} times as many"
    )


if __name__ == "__main__":
    main()
