"""Which papers of an archive are about which topic, and how a topic fares from week to week.

What is told of a topic follows from the papers up to its newest one, so a new day changes the pages of its
own topics and of no others.
"""

import json
from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from functools import partial
from itertools import groupby

from ..papers.addresses import topic_address
from ..papers.days import monday_of
from ..papers.records import Paper
from ..related.rising import score
from ..related.topics import Settled, Topic, slugs_by_key, topics_of
from .shown import Keys
from .store import Store

WEEKS = 104
"""Of a topic's plot."""

LEAST = 2
"""Papers of a topic that others lead to."""

_WEEK = timedelta(weeks=1)
_NEW, _BEFORE = timedelta(weeks=4), timedelta(weeks=52)
"""How long a topic rises, and what that is measured by."""
RISEN, _RISING = 2.0, 5
"""Standard errors above the year before, and papers, from which a topic rises."""


@dataclass(frozen=True, slots=True)
class TopicPapers:
    """The topics of an archive with their papers."""

    settled: Settled
    """The topics, and which papers are about them."""
    papers: Mapping[str, Sequence[Paper]]
    """Of each topic that was not, by slug, the newest first; it may have none."""
    of_paper: Mapping[str, Sequence[Topic]]
    """The topics of each paper, by its id, the most useful first: those that lead to others."""

    @property
    def topics(self) -> Sequence[Topic]:
        """All topics, also those that were merged or withdrawn."""
        return self.settled.topics

    @property
    def shown(self) -> Sequence[Topic]:
        """The topics with papers that lead to others, the largest first."""
        having = [topic for topic in self.topics if len(self.papers.get(topic.slug, ())) >= LEAST]
        return sorted(having, key=lambda topic: (-len(self.papers[topic.slug]), topic.slug))


NONE = TopicPapers(Settled(), {}, {})


def topic_papers(papers: Iterable[Paper], topics: Sequence[Topic], keys: Keys, store: Store) -> TopicPapers:
    """Tell which papers are about which topic; what an earlier build told comes from the store."""
    if not topics:
        return NONE
    slugs, known = slugs_by_key(topics), {topic.slug: topic for topic in topics}
    asked = keys.of("phrases of topics", slugs)
    about: dict[str, Sequence[str]] = {}
    having: Mapping[str, list[Paper]] = defaultdict(list)
    ordered = sorted(papers, key=lambda paper: (paper.listed[0], paper.id), reverse=True)
    for _, group in groupby(ordered, key=lambda paper: paper.listed[0]):
        of_day = list(group)
        made = store.one(keys.of("topics", asked, of_day), partial(_read, of_day, slugs))
        for paper, found in zip(of_day, json.loads(made), strict=True):
            about[paper.id] = found
            for slug in found:
                having[slug].append(paper)
    lone = {slug for slug, found in having.items() if len(found) < LEAST}
    kept = [topic.slug for topic in topics if not (topic.withdrawn or topic.merged_into)]
    of_paper = {name: [known[slug] for slug in found] for name, found in about.items() if found}
    return TopicPapers(
        Settled(topics, of_paper),
        {slug: having.get(slug, ()) for slug in kept},
        {
            name: found if lone.isdisjoint(about[name]) else [each for each in found if each.slug not in lone]
            for name, found in of_paper.items()
        },
    )


def _read(papers: Sequence[Paper], slugs: Mapping[str, str]) -> bytes:
    return json.dumps([topics_of(paper.title, paper.abstract, slugs) for paper in papers]).encode()


def weeks(papers: Sequence[Paper]) -> list[tuple[date, int]]:
    """Give how many papers came in each of the WEEKS up to the newest one, by their Mondays, ascending."""
    counts = Counter(monday_of(paper.listed[0]) for paper in papers)
    last = max(counts)
    mondays = (last - _WEEK * back for back in reversed(range(WEEKS)))
    return [(monday, counts[monday]) for monday in mondays]


def risers(
    held: TopicPapers, papers: Iterable[Paper], newest: date, first: date
) -> list[tuple[Topic, int, float]]:
    """Give the topics that rise, the steepest first, none where the archive has no year to compare with.

    Each has the number of its papers of four weeks, and how many times as often `papers`, which are all of
    the archive, are about it as in the year before.
    """
    month, year = _new_and_before(papers, newest)
    if first > newest - _BEFORE or not year:
        return []
    found = []
    for topic in held.shown:
        new, before = _new_and_before(held.papers[topic.slug], newest)
        z = score(new, month, before, year)
        if new >= _RISING and z >= RISEN:
            found.append((round(z, 6), topic, new, new * year / (month * (before + 1))))
    ordered = sorted(found, key=lambda each: (-each[0], each[1].slug))
    return [(topic, new, times) for _, topic, new, times in ordered]


def _new_and_before(papers: Iterable[Paper], newest: date) -> tuple[int, int]:
    """Give how many papers came in the last four weeks, and in the year before these."""
    ages = [newest - paper.listed[0] for paper in papers]
    return sum(age < _NEW for age in ages), sum(_NEW <= age < _NEW + _BEFORE for age in ages)


def merged_topics(topics: Sequence[Topic]) -> Mapping[str, str]:
    """Give the address of each merged topic, and that of the one it went into."""
    known = {topic.slug: topic for topic in topics}
    found = {}
    for topic in topics:
        end = topic
        while end.merged_into:
            end = known[end.merged_into]
        if end is not topic:
            found[topic_address(topic.slug)] = topic_address(end.slug)
    return found


def feed_path(topic: Topic) -> str:
    """Give the path of a topic's feeds, without endings."""
    return f"feeds/topics/{topic.slug}"
