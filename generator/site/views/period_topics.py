"""What the papers of a week or a month are about: the topics of most of them, and how usual that is."""

from bisect import bisect_left
from collections import Counter
from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from ...papers.days import month_before
from ...papers.records import Paper
from ...related.rising import score
from ...related.topics import Topic
from ..topic_papers import LEAST, RISEN, TopicPapers
from ..trends import FIRST

MOST = 12
"""Topics of a period."""
_TIMES = 1.5
"""How many times as often as usual papers are about a topic, from which that is told."""
_YEAR = timedelta(weeks=52)


@dataclass(frozen=True, slots=True)
class PeriodTopic:
    """A topic of a week or a month."""

    topic: Topic
    papers: int
    times: str
    """How many times as often as in the year before, where that is surely more; "" for what is usual."""


class PeriodTopics:
    """Tells the topics of weeks and months."""

    def __init__(self, held: TopicPapers, papers: Iterable[Paper]) -> None:
        """Take the topics, and all papers of an archive."""
        self._held = held
        self._all = _days(papers)
        self._days = {slug: _days(having) for slug, having in held.papers.items()}

    def of(self, papers: Collection[str], start: date) -> list[PeriodTopic]:
        """Give the topics that most of some papers, by their ids, are about; the period begins at `start`."""
        topics = {topic.slug: topic for topic in self._held.topics}
        counts = Counter(topic.slug for name in papers for topic in self._held.of_paper.get(name, ()))
        ordered = sorted(counts, key=lambda slug: (-counts[slug], slug))
        return [
            PeriodTopic(topics[slug], counts[slug], self._times(slug, counts[slug], len(papers), start))
            for slug in ordered[:MOST]
            if counts[slug] >= LEAST
        ]

    def _times(self, slug: str, count: int, papers: int, start: date) -> str:
        before, year = _before(self._days[slug], start), _before(self._all, start)
        is_young = start < month_before(self._all[0], -FIRST)
        if is_young or not before or score(count, papers, before, year) < RISEN:
            return ""
        times = (count / papers) / (before / year)
        return f"{times:.1f}" if times >= _TIMES else ""


def _days(papers: Iterable[Paper]) -> Sequence[date]:
    return sorted(paper.listed[0] for paper in papers)


def _before(days: Sequence[date], start: date) -> int:
    """Count the days in the year before a period."""
    return bisect_left(days, start) - bisect_left(days, start - _YEAR)
