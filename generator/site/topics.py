"""Topics that lead to other papers: most are those of one paper, which a search for them would find alone."""

from collections.abc import Iterable, Mapping
from datetime import date

from ..papers.records import Paper
from ..text.analysis import key_of


def shared_topics(papers: Iterable[Paper]) -> dict[str, frozenset[str]]:
    """Give the topics of each paper, by its id, that another one has which was first listed no later.

    Papers of later days do not count: a new day changes no older page.
    """
    ordered = sorted(papers, key=lambda paper: paper.listed[0])
    keys = {topic: key_of(topic) for paper in ordered for topic in paper.topics}
    since = _shared_since(ordered, keys)
    return {
        paper.id: frozenset(
            topic for topic in paper.topics if since.get(keys[topic], date.max) <= paper.listed[0]
        )
        for paper in ordered
    }


def _shared_since(papers: Iterable[Paper], keys: Mapping[str, str]) -> dict[str, date]:
    """Give the day on which each topic that several papers have came with the second one, by its key."""
    met: set[str] = set()
    since: dict[str, date] = {}
    for paper in papers:
        of_paper = {keys[topic] for topic in paper.topics} - {""}
        for key in of_paper & met:
            since.setdefault(key, paper.listed[0])
        met |= of_paper
    return since
