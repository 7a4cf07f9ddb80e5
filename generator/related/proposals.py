"""The topics of an archive: phrases that many papers are about, and that tell these from others.

The rules and their figures were chosen on two years of Hugging Face's daily papers, read by eye.
"""

import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from functools import cached_property

import numpy as np

from ..papers.records import Paper
from .acronyms import acronyms
from .frequencies import Frequencies
from .generic import GENERIC, HALVES, INCLUDED
from .lists import terms_of
from .matrix import Matrix
from .phrases import Phrase, Phrases, phrases
from .weighted import Real

LEAST = 15
"""Papers of a topic."""
_MOST = 0.2
"""Share of an archive's papers that may have it."""
_TITLES, _TITLE_SHARE = 8, 0.1
"""Papers that have it in their titles, and their share of its papers."""
_WHOLE_SHARE = 0.2
"""Share of its papers in which it stands alone between stop words."""
_COHERENT = 1.35
"""How much more alike its papers are than those of the archive."""
_TWINS = 0.6
"""The share from which two topics, the one's words among the other's, are one."""
_NAMED = 0.6
"""Share of the papers in which a single word is written as a name within sentences."""
_SHORTEST = 3
"""Characters of a single word."""
_OVER = re.compile(" (?:of|to) ")
"""What stands within "tuning of LLMs", which names no more than "LLMs"."""


@dataclass(frozen=True, slots=True)
class Proposal:
    """A topic that an archive's papers have."""

    label: str
    aliases: tuple[str, ...]
    """Other phrases that mean it, the commonest first: "RL"."""
    first: date
    """The first day of a paper that is about it."""
    papers: int
    """How many are about it."""


def proposals(papers: Sequence[Paper]) -> list[Proposal]:
    """Give the topics of papers, the largest first; none where there are too few papers to tell."""
    long = acronyms(paper.abstract or "" for paper in papers)
    wanted = _in_titles(papers, long)
    read = [phrases(paper.title, paper.abstract, wanted) for paper in papers]
    found = [each for each in _candidates(read, long) if each.passes(len(papers))]
    kept = _distinct(_coherent(found, papers)) if found else []
    return [
        Proposal(
            each.label, each.aliases, min(papers[place].listed[0] for place in each.places), len(each.places)
        )
        for each in kept
    ]


def _expanded(key: str, long: Mapping[str, str]) -> str:
    """Give a key with what its acronyms stand for: "VLA models" are vision-language-action models."""
    return " ".join(long.get(word, word) for word in key.split())


def _in_titles(papers: Iterable[Paper], long: Mapping[str, str]) -> frozenset[str]:
    """Give the keys that are in enough titles, in one form or another."""
    keys = Counter(key for paper in papers for key in phrases(paper.title, None).title)
    forms: Counter[str] = Counter()
    for key, count in keys.items():
        forms[_expanded(key, long)] += count
    return frozenset(key for key in keys if forms[_expanded(key, long)] >= _TITLES)


def _candidates(read: Sequence[Phrases], long: Mapping[str, str]) -> Iterator["_Candidate"]:
    """Give each phrase with the papers that are about it; the forms of one topic are one."""
    places: Mapping[str, set[int]] = defaultdict(set)
    forms: Mapping[str, Counter[str]] = defaultdict(Counter)
    for place, each in enumerate(read):
        for form in each.about():
            key = _expanded(form, long)
            places[key].add(place)
            forms[key][form] += 1
    for key in sorted(places):
        if len(places[key]) >= LEAST:
            ordered = sorted(forms[key], key=lambda form: (-forms[key][form], form))
            of_topic = sorted(places[key])
            yield _Candidate(key, tuple(ordered), of_topic, [read[place] for place in of_topic])


@dataclass
class _Candidate:
    """A phrase that may be a topic."""

    key: str
    """With what its acronyms stand for."""
    forms: tuple[str, ...]
    """The keys under which papers name it, the commonest first."""
    places: Sequence[int]
    """Of the papers that are about it."""
    read: Sequence[Phrases]
    """What they name."""

    def passes(self, papers: int) -> bool:
        """Tell whether it may be a topic of so many papers, by what they say and how they write it."""
        number = len(self.places)
        titles = sum(any(form in each.title for form in self.forms) for each in self.read)
        return (
            number <= max(LEAST, _MOST * papers)
            and titles >= max(_TITLES, _TITLE_SHARE * number)
            and (self.included or (self._names_something() and self._stands_alone()))
        )

    @property
    def included(self) -> bool:
        """Whether it is a topic whatever its words."""
        return not INCLUDED.isdisjoint(self.forms)

    @cached_property
    def writings(self) -> Mapping[str, Counter[str]]:
        """How each form is written, mostly within sentences: titles have capitals of their own."""
        found: Mapping[str, Counter[str]] = defaultdict(Counter)
        for each in self.read:
            for form in self.forms:
                for phrase, weight in ((each.abstract.get(form), 8), (each.title.get(form), 1)):
                    if phrase:
                        found[form][phrase.written] += weight if phrase.inside else 1
        return found

    @property
    def label(self) -> str:
        """How it is written most often; what an acronym stands for comes before it."""
        written = self._written(self._form)
        return written[:1].upper() + written[1:] if written.split("-")[0].islower() else written

    @property
    def aliases(self) -> tuple[str, ...]:
        """How its other forms are written."""
        return tuple(self._written(form) for form in self.forms if form != self._form)

    @property
    def _form(self) -> str:
        return self.key if self.key in self.forms else self.forms[0]

    def _written(self, form: str) -> str:
        writings = self.writings[form]
        return min(writings, key=lambda each: (-writings[each], each))

    def _names_something(self) -> bool:
        words = self.key.split()
        if words[0] in GENERIC and _OVER.search(self.label):
            return False
        if words[-1] in HALVES or all(_is_generic(word) for form in self.forms for word in form.split()):
            return False
        return len(words) > 1 or (len(self.key) >= _SHORTEST and self._is_name())

    def _is_name(self) -> bool:
        inside = [each.abstract[self.key] for each in self.read if self.key in each.abstract]
        written = [phrase.written for phrase in inside if phrase.inside]
        return bool(written) and sum(not each.islower() for each in written) >= _NAMED * len(written)

    def _stands_alone(self) -> bool:
        alone = sum(any(phrase.whole for phrase in self._phrases(each)) for each in self.read)
        return alone >= _WHOLE_SHARE * len(self.read)

    def _phrases(self, each: Phrases) -> Iterator[Phrase]:
        for form in self.forms:
            yield from filter(None, (each.title.get(form), each.abstract.get(form)))


def _is_generic(word: str) -> bool:
    return word in GENERIC or not any(char.isalpha() for char in word)


def _coherent(found: Sequence[_Candidate], papers: Sequence[Paper]) -> Iterator[_Candidate]:
    """Give the candidates whose papers are more alike than those of the archive are."""
    matrix = Matrix(terms_of(papers))
    unit = _unit(matrix, Frequencies(len(papers), matrix.counted(len(papers))))
    usual = _likeness(matrix, unit, range(len(papers)))
    for each in found:
        if each.included or _likeness(matrix, unit, each.places) >= _COHERENT * usual:
            yield each


def _unit(matrix: Matrix, frequencies: Frequencies) -> Real:
    """Give the weights of all papers' terms, each paper of length 1."""
    rarity = np.array([frequencies.weight(term) for term in matrix.names], dtype=np.int64)
    weights = matrix.weights * rarity[matrix.terms]
    squares = np.concatenate(([0], np.cumsum(weights**2)))[matrix.starts]
    lengths = np.sqrt(np.maximum(1, np.diff(squares)).astype(np.float64))
    unit: Real = weights / np.repeat(lengths, np.diff(matrix.starts))
    return unit


def _likeness(matrix: Matrix, unit: Real, places: Sequence[int]) -> float:
    """Give the mean cosine of two papers among these."""
    number = len(places)
    sums = np.zeros(len(matrix.names))
    for place in places:
        here = slice(matrix.starts[place], matrix.starts[place + 1])
        sums[matrix.terms[here]] += unit[here]
    return (float((sums**2).sum()) - number) / (number * (number - 1))


def _distinct(found: Iterable[_Candidate]) -> list[_Candidate]:
    """Give the candidates that are no twin of a larger one, the largest first."""
    kept: list[_Candidate] = []
    sets: list[set[int]] = []
    for each in sorted(found, key=lambda each: (-len(each.places), each.key)):
        mine = set(each.places)
        if not any(_are_twins(other, places, each, mine) for other, places in zip(kept, sets, strict=True)):
            kept.append(each)
            sets.append(mine)
    return kept


def _are_twins(larger: _Candidate, theirs: set[int], each: _Candidate, mine: set[int]) -> bool:
    both = len(theirs & mine)
    if f" {each.key} " in f" {larger.key} ":  # a fragment
        return both >= _TWINS * len(mine)
    return f" {larger.key} " in f" {each.key} " and both >= _TWINS * len(theirs | mine)
