"""A topic of an archive, and which papers are about it."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from functools import cached_property

from ..text.analysis import analyse
from .phrases import key_of, phrases


@dataclass(frozen=True, slots=True)
class Topic:
    """A topic; its slug is its address for ever, all else may be changed by a person."""

    slug: str
    label: str
    aliases: tuple[str, ...] = ()
    """Other phrases that mean it."""
    first: date | None = None
    """The first day of a paper that is about it."""
    merged_into: str | None = None
    """The slug of the topic that its papers belong to."""
    withdrawn: bool = False
    """Whether it is no topic any more."""

    @property
    def keys(self) -> tuple[str, ...]:
        """The keys of the phrases that mean it, each once; it may keep none."""
        return tuple(filter(None, dict.fromkeys(map(key_of, (self.label, *self.aliases)))))


@dataclass(frozen=True)
class Settled:
    """The topics of an archive, and which papers are about them. What is a topic goes by its name alone."""

    topics: Sequence[Topic] = ()
    """Also those that were merged or withdrawn."""
    of_paper: Mapping[str, Sequence[Topic]] = field(default_factory=dict)
    """The topics of each paper that has some, by its id."""

    @cached_property
    def slugs(self) -> Mapping[str, str]:
        """The slug of the topic that each phrase means, by the phrase's key."""
        return slugs_by_key(self.topics)

    @cached_property
    def terms(self) -> frozenset[str]:
        """The phrases that mean a topic, also a withdrawn one, and their parts of two words, by their terms.

        "Video diffusion" says no more than "video diffusion models".
        """
        names = (each for topic in self.topics for each in (topic.slug, topic.label, *topic.aliases))
        return frozenset(part for name in names for part in _parts(phrase_terms(name)))

    def having(self, papers: Iterable[str]) -> dict[Topic, set[str]]:
        """Give the papers among some that are about each topic, all by their ids."""
        found: dict[str, set[str]] = {}  # by slug: to hash a topic takes longer
        topics: dict[str, Topic] = {}
        for paper in papers:
            for topic in self.of_paper.get(paper, ()):
                found.setdefault(topic.slug, set()).add(paper)
                topics[topic.slug] = topic
        return {topics[slug]: ids for slug, ids in found.items()}


def phrase_terms(phrase: str) -> str:
    """Give the terms of a phrase, as searches and reasons have them."""
    return " ".join(analyse(phrase))


def _parts(phrase: str) -> Iterator[str]:
    """Give a phrase, and its parts of two words and more."""
    yield phrase
    words = phrase.split()
    for first in range(len(words)):
        for end in range(first + 2, len(words) + 1):
            yield " ".join(words[first:end])


def slugs_by_key(topics: Sequence[Topic]) -> dict[str, str]:
    """Give the slug of the topic that each phrase means, by the phrase's key.

    The phrases of a merged topic mean the one that it went into, those of a withdrawn one mean none. A slug
    is a phrase of its topic too, unless another one says it: a topic that got a new label keeps its papers.
    """
    kept = {topic.slug: topic for topic in topics}
    found = {key_of(topic.slug): topic for topic in reversed(topics)}
    for topic in sorted(topics, key=lambda topic: not topic.withdrawn):
        found |= dict.fromkeys(topic.keys, topic)
    ends = {key: _end(topic, kept) for key, topic in found.items()}
    return {key: topic.slug for key, topic in ends.items() if not topic.withdrawn}


def topics_of(title: str, abstract: str | None, slugs: Mapping[str, str]) -> tuple[str, ...]:
    """Give the slugs of a paper's topics, the most useful first; `slugs` are by key (`slugs_by_key`).

    A topic in the title says more than one of the abstract alone, and a long phrase more than a short one.
    Those whose words are among a longer one's that is there too come last.
    """
    said = phrases(title, abstract, slugs)
    about = said.about()

    def usefulness(key: str) -> tuple[bool, bool, int, int, str]:
        return _is_within(key, about), key not in said.title, -key.count(" "), -said.times(key), key

    return tuple(dict.fromkeys(slugs[key] for key in sorted(about, key=usefulness)))


def _end(topic: Topic, topics: Mapping[str, Topic]) -> Topic:
    """Give where a topic went."""
    while topic.merged_into:
        topic = topics[topic.merged_into]
    return topic


def _is_within(key: str, others: Iterable[str]) -> bool:
    return any(key != other and f" {key} " in f" {other} " for other in others)
