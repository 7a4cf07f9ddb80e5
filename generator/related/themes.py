"""What the papers of a day are about, in a few groups: topics, and phrases of titles that mean none of them.

They are taken greedily, each with the papers that none before it has (the greedy set cover of V. Chvatal,
Math. Oper. Res. 4(3), 1979), the weightiest first: many papers, rare words above all, and a topic of the
archive or a title of the day that has them.
"""

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Set
from dataclasses import dataclass, replace

from ..papers.records import Paper
from .frequencies import table
from .reasons import Said
from .rising import Texts, subjects
from .topics import Settled, phrase_terms

MOST = 12
"""Themes of a day."""
LEAST = 2
"""Papers of a theme."""
LARGEST = 0.3
"""The share of a day's papers that a theme may take: more would say what the day is, not what is in it."""
KNOWN = 2
"""Earlier titles that name a phrase, from which it may be a theme that no title of the day names."""
_TITLED = 2
"""How many times the weight a topic has, and a phrase that a title of the day names."""
_TELLING = 110
"""The weight of a phrase that says more than "language models"."""
_WEAK = frozenset(
    {
        "fine tune", "pre train", "post train", "trade off", "latent space", "test time", "context window",
        "real world", "real world scenario", "natur languag", "reason abil", "reason capabl",
        "fall short", "still struggl", "billion paramet",
    }
)  # fmt: skip
"""What papers of any subject name, by its terms."""


@dataclass(frozen=True, slots=True)
class Theme:
    """What several papers of a day are about."""

    name: str
    slug: str | None
    """The topic's; None for a phrase that means none."""
    papers: tuple[str, ...]
    """Their ids, in the order of the day."""


def heads(papers: Iterable[Paper]) -> dict[str, tuple[str, int]]:
    """Give the phrases that end what a title names, by their terms: as one writes it, and in how many."""
    count: Counter[str] = Counter()
    written: dict[str, str] = {}
    for paper in papers:
        found = {
            phrase: form
            for run in Said(replace(paper, abstract=None)).runs
            for phrase, form, is_head in subjects(run)
            if is_head
        }
        count.update(found.keys())
        written = found | written
    return {phrase: (written[phrase], number) for phrase, number in count.items()}


def themes(papers: Iterable[Paper], known: Mapping[str, str], texts: Texts, settled: Settled) -> list[Theme]:
    """Give the themes of the papers of a day; `known` are phrases of earlier titles, as they are written."""
    by_id = {paper.id: paper for paper in papers}
    candidates = [*_topics(by_id, settled), *_phrases(by_id, known, texts, settled)]
    found: list[Theme] = []
    left = set(by_id)
    while len(found) < MOST:
        groups = [(each, each.papers & left) for each in candidates]
        fitting = [pair for pair in groups if LEAST <= len(pair[1]) <= LARGEST * len(by_id)]
        if not fitting:
            break
        best, group = max(fitting, key=lambda pair: (len(pair[1]) * pair[0].weight ** 2, pair[0].terms))
        left -= group
        found.append(Theme(best.name, best.slug, tuple(each for each in by_id if each in group)))
    return found


@dataclass(frozen=True, slots=True)
class _Candidate:
    """What may be a theme."""

    name: str
    slug: str | None
    terms: str
    papers: Set[str]
    weight: int


def _topics(by_id: Mapping[str, Paper], settled: Settled) -> Iterator[_Candidate]:
    for topic, papers in settled.having(by_id).items():
        terms = phrase_terms(topic.label)
        yield _Candidate(topic.label, topic.slug, terms, papers, _weight(terms) * _TITLED)


def _phrases(
    by_id: Mapping[str, Paper], known: Mapping[str, str], texts: Texts, settled: Settled
) -> Iterator[_Candidate]:
    own = heads(by_id.values())
    names = {**known, **{phrase: written for phrase, (written, _) in own.items()}}
    wanted = [
        phrase
        for phrase in names.keys() - settled.terms - _WEAK
        if " " in phrase and _weight(phrase) >= _TELLING
    ]
    for phrase, papers in texts.naming(by_id.values(), wanted).items():
        if len(papers) < LEAST:
            continue
        weight = _weight(phrase) * (_TITLED if phrase in own else 1)
        yield _Candidate(names[phrase], None, phrase, papers, weight)


def _weight(phrase: str) -> int:
    """Give the weight of the two commonest terms of a phrase, by the frequencies that never change."""
    return sum(sorted(table().weight(term) for term in phrase.split())[:2])
