"""What leads from a paper to others on the same subject: its topics, and the keywords of its source."""

from collections.abc import Collection, Iterator, Sequence
from typing import NamedTuple
from urllib.parse import quote

from ..papers.addresses import topic_address
from ..papers.records import Paper
from ..related.topics import Topic
from ..text.analysis import key_of
from .names import keywords

_TOPICS = 4
"""Topics that a paper leads to."""


class Chip(NamedTuple):
    """A name, and where it leads."""

    name: str
    address: str | None
    """None for what no other paper has."""


def chips(paper: Paper, topics: Sequence[Topic], shared: Collection[str]) -> tuple[Chip, ...]:
    """Give the chips of a paper: its topics, then its keywords, of which searches find those `shared`."""
    return tuple(_chips(paper, topics[:_TOPICS], shared))


def _chips(paper: Paper, topics: Sequence[Topic], shared: Collection[str]) -> Iterator[Chip]:
    said = {key_of(name) for topic in topics for name in (topic.label, *topic.aliases)}
    yield from (Chip(topic.label, topic_address(topic.slug)) for topic in topics)
    for keyword, shown in zip(paper.topics, keywords(paper), strict=True):
        if key_of(keyword) not in said:
            yield Chip(shown, f"search/?topic={quote(shown)}" if keyword in shared else None)
