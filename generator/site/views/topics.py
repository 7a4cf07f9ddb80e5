"""The pages of topics: all of them, each, its years, and those that were withdrawn."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from itertools import groupby
from typing import ClassVar

from ...papers.addresses import topic_address
from ...papers.days import month_of, year_of
from ...papers.records import Paper
from ...related.topics import Topic
from ..head import Site
from ..library import Library
from ..names import counted
from ..topic_papers import feed_path, risers, weeks
from ..topic_profiles import NOTHING
from .view import LATEST, ListView, Neighbour, View, card_of

PAPERS_PER_PAGE = 200
"""Titles on a page of a topic's year; a year with more is split, its oldest papers on page one."""

NEWEST, MOST_VOTED = 100, 10
"""Papers on the page of a topic; where these are few, no second list of them has the most voted first."""

DRAWN = 100
"""Topics of the index that have a plot; smaller ones are only counted."""

_MONTHS = 24


@dataclass(frozen=True, slots=True)
class Row:
    """A topic in the index."""

    topic: Topic
    papers: int
    months: Sequence[int] = ()
    """How many papers came in each of the last months."""


@dataclass(frozen=True, slots=True)
class Riser:
    """A topic that rises."""

    topic: Topic
    papers: int
    """Of the last four weeks."""
    times: str
    """How many times as often papers are about it as in the year before."""


@dataclass(frozen=True, slots=True, kw_only=True)
class TopicsView(ListView):
    """All topics, by size, and those that rise."""

    template: ClassVar[str] = "topics.html"

    rows: Sequence[Row]
    risers: Sequence[Riser]


@dataclass(frozen=True, slots=True, kw_only=True)
class TopicView(ListView):
    """The page of a topic."""

    template: ClassVar[str] = "topic.html"

    topic: Topic
    papers: Sequence[Paper]
    """The newest."""
    voted: Sequence[Paper]
    """The most voted of a topic that has more than the newest; empty where nobody voted."""
    explained: tuple[Paper, str] | None
    """A central paper, and the sentence of it that explains the topic."""
    weeks: Sequence[tuple[date, int]]
    """Papers a week, by Mondays, ascending."""
    near: Sequence[Topic]
    years: Sequence[Neighbour]
    """The pages of its years, the newest first, where it has more papers than the newest."""

    @property
    def feeds(self) -> Sequence[tuple[str, str]]:
        """The feeds that the page is of; one without papers has none of its own."""
        own = [(self.topic.label, feed_path(self.topic))] if self.papers else []
        return [*own, *LATEST]

    @property
    def most(self) -> int:
        """How many papers the fullest week has."""
        return max([1, *(count for _, count in self.weeks)])


@dataclass(frozen=True, slots=True, kw_only=True)
class TopicYearView(ListView):
    """The papers of a topic in a year, or a part of them."""

    template: ClassVar[str] = "topic_year.html"

    topic: Topic
    papers: Sequence[Paper]
    parts: Sequence[Neighbour]
    """All parts of the year, the newest papers first."""


@dataclass(frozen=True, slots=True, kw_only=True)
class WithdrawnTopicView(View):
    """The page in the place of a topic that was withdrawn."""

    template: ClassVar[str] = "withdrawn_topic.html"
    indexed: ClassVar[bool] = False


def topic_views(library: Library, site: Site) -> Iterator[View]:
    """Give the pages of topics; none for an archive that has no topics."""
    held, known = library.topics, {topic.slug: topic for topic in library.topics.topics}
    if held.topics:
        yield _index(library, site)
    for topic in held.topics:
        if topic.withdrawn:
            yield _withdrawn(site, topic)
        elif not topic.merged_into:
            pages = list(_years(library, site, topic))
            yield _topic(library, site, topic, pages, known)
            yield from pages


def _index(library: Library, site: Site) -> TopicsView:
    held, newest = library.topics, library.newest
    shown = held.shown
    papers = [page.paper for page in library.papers.values()]
    rose = risers(held, papers, newest, min(library.days)) if newest else []
    return TopicsView(
        site=site,
        address="topics/",
        title="Topics",
        description=f"{counted(len(shown), 'topic')} of this archive, by size and by rise.",
        updated=newest,
        card=card_of(library, newest),
        paper_count=sum(map(bool, held.of_paper.values())),
        rows=[
            _row(topic, held.papers[topic.slug], newest, place < DRAWN) for place, topic in enumerate(shown)
        ],
        risers=[Riser(topic, new, f"{times:.1f}") for topic, new, times in rose[:12]],
    )


def _row(topic: Topic, papers: Sequence[Paper], newest: date | None, drawn: bool) -> Row:
    return Row(topic, len(papers), _months(papers, newest) if drawn else ())


def _months(papers: Sequence[Paper], newest: date | None) -> Sequence[int]:
    counts = [0] * _MONTHS
    for paper in papers:
        day = paper.listed[0]
        back = (newest.year - day.year) * 12 + newest.month - day.month if newest else 0
        if 0 <= back < _MONTHS:
            counts[_MONTHS - 1 - back] += 1
    return counts


def _topic(
    library: Library,
    site: Site,
    topic: Topic,
    years: Sequence["TopicYearView"],
    known: Mapping[str, Topic],
) -> TopicView:
    papers = library.topics.papers[topic.slug]
    updated = papers[0].listed[0] if papers else None
    told = library.profiles.get(topic.slug, NOTHING)
    explained = told.explained and (library.papers[told.explained[0]].paper, told.explained[1])
    voted = [paper for paper in papers if paper.votes] if len(papers) > 2 * MOST_VOTED else []
    return TopicView(
        site=site,
        address=topic_address(topic.slug),
        title=topic.label,
        description=explained[1] if explained else f"{counted(len(papers), 'paper')} about {topic.label}.",
        updated=updated,
        card=card_of(library, updated),
        paper_count=len(papers),
        topic=topic,
        papers=papers[:NEWEST],
        voted=sorted(voted, key=lambda paper: (-(paper.votes or 0), paper.id))[:MOST_VOTED],
        explained=explained,
        weeks=weeks(papers) if papers else [],
        near=[known[slug] for slug in told.near],
        years=[Neighbour(page.address, page.title.rpartition(", ")[2]) for page in years],
    )


def _years(library: Library, site: Site, topic: Topic) -> Iterator[TopicYearView]:
    """Give the pages of a topic's years, the newest papers first; none where its page shows all."""
    papers = library.topics.papers[topic.slug]
    if len(papers) <= NEWEST:
        return
    for year, of_year in groupby(papers, lambda paper: year_of(paper.listed[0])):
        yield from _parts(site, topic, year, list(of_year)[::-1])


def _parts(site: Site, topic: Topic, year: str, papers: Sequence[Paper]) -> Iterator[TopicYearView]:
    """Give the pages of a year, whose papers come the oldest first."""
    starts = range(0, len(papers), PAPERS_PER_PAGE)
    cut = {
        _part_address(topic, year, number): papers[start : start + PAPERS_PER_PAGE]
        for number, start in enumerate(starts, 1)
    }
    named = {address: _part_name(year, part, len(cut)) for address, part in cut.items()}
    parts = [Neighbour(address, name) for address, name in reversed(named.items())]
    for address, part in reversed(cut.items()):
        yield TopicYearView(
            site=site,
            address=address,
            title=f"{topic.label}, {named[address]}",
            description=f"{counted(len(part), 'paper')} about {topic.label}, {named[address]}.",
            updated=part[-1].listed[0],
            paper_count=len(part),
            topic=topic,
            papers=part[::-1],
            parts=parts,
        )


def _part_address(topic: Topic, year: str, number: int) -> str:
    return f"{topic_address(topic.slug)}{year}/" + (f"{number}/" if number > 1 else "")


def _part_name(year: str, part: Sequence[Paper], parts: int) -> str:
    months = month_of(part[0].listed[0]), month_of(part[-1].listed[0])
    return year if parts == 1 else f"{months[0]} to {months[1]}"


def _withdrawn(site: Site, topic: Topic) -> WithdrawnTopicView:
    return WithdrawnTopicView(
        site=site,
        address=topic_address(topic.slug),
        title=topic.label,
        description="This topic was withdrawn from the archive.",
        updated=None,
    )
