"""What is told of a topic itself: the sentence that explains it, and the topics that are near to it.

That follows from the papers up to its newest one; what an earlier build told need not be told again.
"""

import json
import re
from bisect import bisect_left
from collections import Counter
from collections.abc import Collection, Sequence
from dataclasses import dataclass
from datetime import date
from functools import partial

from ..papers.records import Paper
from ..related.phrases import key_of, phrases
from ..related.topics import Topic
from ..text.sentences import sentences
from .related import Discovery
from .shown import Keys
from .store import Store
from .terms import summed
from .topic_papers import LEAST, TopicPapers

_NEAR = 8
"""Topics that a topic leads to."""
_DEFINING = re.compile(
    r"""
    (?! While | Although | Though | Despite | Since | When | If )
    (?: The\ | An?\ )? ( [\w\ -]{2,60}? )\ (?: \( [\w\ -]+ \)\ )?
    (?: is | are | aims? | refers? | seeks? | has | have | offers? | enables? )\b
    """,
    re.VERBOSE,
)
"""How a sentence begins that says what something is."""


@dataclass(frozen=True, slots=True)
class Profile:
    """What is told of a topic."""

    explained: tuple[str, str] | None
    """The id of a central paper, and the sentence of it that explains the topic."""
    near: Sequence[str]
    """The slugs of the topics that it leads to, the nearest first."""


NOTHING = Profile(None, ())


def profiles(held: TopicPapers, discovery: Discovery, keys: Keys, store: Store) -> dict[str, Profile]:
    """Tell of each topic that has papers, by its slug."""
    known, topics = {topic.slug: topic for topic in held.topics}, keys.of("profiles", held.topics)
    found = {}
    for slug, papers in held.papers.items():
        if papers:
            key = keys.of(topics, slug, discovery.until[papers[0].listed[0]])
            explains, others = json.loads(store.one(key, partial(_made, held, known[slug], discovery)))
            found[slug] = Profile(explains and tuple(explains), others)
    return found


def _made(held: TopicPapers, topic: Topic, discovery: Discovery) -> bytes:
    return json.dumps([explained(topic, held.papers[topic.slug], discovery), near(held, topic)]).encode()


def near(held: TopicPapers, topic: Topic) -> list[str]:
    """Give the slugs of the topics that share most papers with one, for their size, as of its newest."""
    papers = held.papers[topic.slug]
    last = papers[0].listed[0]
    shared = Counter(other.slug for paper in papers for other in held.of_paper[paper.id])
    del shared[topic.slug]
    likeness = {
        slug: both * both / _until(last, held.papers[slug]) for slug, both in shared.items() if both >= LEAST
    }
    return sorted(likeness, key=lambda slug: (-likeness[slug], slug))[:_NEAR]


def _until(last: date, papers: Sequence[Paper]) -> int:
    """Count the papers, which come the newest first, that were listed until a day."""
    return len(papers) - bisect_left(
        papers, -last.toordinal(), key=lambda paper: -paper.listed[0].toordinal()
    )


def explained(topic: Topic, papers: Sequence[Paper], discovery: Discovery) -> tuple[str, str] | None:
    """Give the sentence that explains a topic, and whose: the paper's most like the others that has such.

    It begins with what the topic is; where none does, it is the gist of a paper that names the topic.
    """
    keys = set(topic.keys)
    for paper in (ordered := _most_central(papers, discovery)):
        if sentence := definition(paper.abstract or "", keys):
            return paper.id, sentence
    for paper in ordered:
        gist = discovery.gists.get(paper.id)
        if gist and phrases(paper.title, gist.text, keys).abstract:
            return paper.id, gist.text
    return None


def definition(abstract: str, keys: Collection[str]) -> str | None:
    """Give the sentence that begins with one of some phrases and says what it is.

    >>> definition("We like it. Flow matching (FM) is a way to learn.", {"flow match"})
    'Flow matching (FM) is a way to learn.'
    """
    for start, end in sentences(abstract):
        sentence = abstract[start:end]
        if (begun := _DEFINING.match(sentence)) and key_of(begun[1]) in keys:
            return sentence
    return None


def _most_central(papers: Sequence[Paper], discovery: Discovery) -> list[Paper]:
    """Give papers, those first whose terms are most those of all."""
    terms = {paper.id: discovery.terms.of(paper.id) for paper in papers}
    sums = summed(terms.values())
    likeness = {
        name: sum(weight * sums[term] for term, weight in of_paper.items())
        for name, of_paper in terms.items()
    }
    return sorted(papers, key=lambda paper: (-likeness[paper.id], paper.id))
