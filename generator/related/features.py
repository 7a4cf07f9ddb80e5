"""What can be said of each sentence of an abstract, in numbers, to tell which one says most.

Title words, cue phrases, position and length are those of extractive summarisation since H. P. Edmundson,
"New Methods in Automatic Extracting", J. ACM 16(2), 1969; the likeness to all other sentences is that of
LexRank (G. Erkan and D. R. Radev, "LexRank: Graph-based Lexical Centrality as Salience in Text
Summarization", JAIR 22, 2004).
"""

import math
import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property

from ..text.analysis import term_of, words

_PROPOSING = frozenset({"propos", "present", "introduc", "develop", "describ", "design", "devis"})
_SHOWING = frozenset({"show", "demonstr", "prove", "find", "studi", "investig", "analyz", "analys"})
CUES = frozenset(
    {
        *_PROPOSING, *_SHOWING, "address", "appli", "argu", "build", "character", "compar", "consid",
        "consider", "construct", "deriv", "establish", "evalu", "examin", "explor", "extend", "focu",
        "formul", "identifi", "offer", "provid", "releas", "report", "reveal", "seek", "suggest", "tackl",
        "unveil", "use",
    }
)  # fmt: skip
_REACH = 6
"""Words between who does something and what is done."""
_WORKS = frozenset({"paper", "work", "article", "study", "report", "survey"})
_NOVEL = frozenset({"new", "novel", "first"})
_RESULTS = frozenset({"outperform", "art", "improv", "achiev", "result", "experi", "empir", "signific"})
_GOING_ON = frozenset(
    {
        "additionally", "also", "besides", "but", "finally", "furthermore", "hence", "however", "moreover",
        "second", "secondly", "specifically", "then", "therefore", "third", "thirdly", "thus",
    }
)  # fmt: skip
_POINTING = frozenset({"this", "it", "these", "they", "such", "those", "here", "there"})
_DIGIT = re.compile(r"\d")
_RESTART = 0.15
_ROUNDS = 20

NAMES = (
    "title_share", "title_precision", "title_any", "first_cue", "first_proposal", "first_finding", "cue",
    "proposal", "finding", "only_cue", "after_proposal", "lexrank", "position", "first", "last", "early",
    "length", "length_squared", "short", "long", "novel", "results", "digit", "address", "we",
    "starts_with_we", "our", "this_paper", "going_on", "pointing", "question", "common_words", "commas",
)  # fmt: skip
"""Of the features, in their order."""


@dataclass(frozen=True)
class Sentence:
    """A sentence of an abstract."""

    text: str

    @cached_property
    def words(self) -> list[str]:
        """Its words, folded."""
        return words(self.text)

    @cached_property
    def all_terms(self) -> list[str]:
        """Of each word, "" for a stop word."""
        return [term_of(word) for word in self.words]

    @cached_property
    def terms(self) -> frozenset[str]:
        """Its terms."""
        return frozenset(filter(None, self.all_terms))

    def says(self, verbs: frozenset[str]) -> bool:
        """Tell whether the authors or their paper do one of some things in it, given by their terms."""
        return any(
            not verbs.isdisjoint(self.all_terms[place + 1 : place + 1 + _REACH])
            for place, word in enumerate(self.words)
            if word == "we" or (word in _WORKS and place and self.words[place - 1] in ("this", "our"))
        )


def features(title: str, sentences: Sequence[str]) -> list[list[float]]:
    """Give the features of each sentence, as many numbers as there are NAMES."""
    abstract = _Abstract(title, [Sentence(text) for text in sentences])
    return [
        [*abstract.title_words(part), *abstract.cues(place), *abstract.standing(place), *abstract.style(part)]
        for place, part in enumerate(abstract.parts)
    ]


class _Abstract:
    """What the features of a sentence need to know of all sentences."""

    def __init__(self, title: str, parts: Sequence[Sentence]) -> None:
        self.parts = parts
        self._title = frozenset(filter(None, map(term_of, words(title))))
        self._counts = Counter(term for part in parts for term in part.all_terms if term)
        self._total = self._counts.total() or 1
        self._says = [[part.says(verbs) for part in parts] for verbs in (CUES, _PROPOSING, _SHOWING)]
        self._firsts = [flags.index(True) if True in flags else -1 for flags in self._says]
        self._central = lexrank([part.terms for part in parts])

    def title_words(self, part: Sentence) -> list[float]:
        common = len(part.terms & self._title)
        return [common / max(1, len(self._title)), common / max(1, len(part.terms)), common > 0]

    def cues(self, place: int) -> list[float]:
        any_cue, proposal, _ = self._firsts
        return [
            *(place == first for first in self._firsts),
            *(said[place] for said in self._says),
            proposal < 0 and place == any_cue,
            proposal >= 0 and place == proposal + 1,
        ]

    def standing(self, place: int) -> list[float]:
        last = len(self.parts) - 1
        return [self._central[place], place / max(1, last), place == 0, place == last, 1 / (1 + place)]

    def style(self, part: Sentence) -> list[float]:
        length = min(len(part.words), 60) / 30
        start = part.words[0] if part.words else ""
        return [
            length, length * length, len(part.words) < 9, len(part.words) > 35,
            not _NOVEL.isdisjoint(part.words), sum(term in _RESULTS for term in part.all_terms),
            _DIGIT.search(part.text) is not None, "http" in part.text,
            "we" in part.words, start == "we", "our" in part.words,
            part.words[:2] in (["in", "this"], ["this", "paper"], ["this", "work"]),
            start in _GOING_ON, start in _POINTING, part.text.rstrip().endswith("?"),
            self._usualness(part.terms), part.text.count(",") / 5,
        ]  # fmt: skip

    def _usualness(self, terms: frozenset[str]) -> float:
        return 10 * sum(self._counts[term] for term in terms) / max(1, len(terms)) / self._total


def lexrank(sentences: Sequence[frozenset[str]]) -> list[float]:
    """Give how central each sentence is, the most central 1: by the rare terms that it shares with others."""
    number = len(sentences)
    if number < 2:
        return [1.0] * number
    having = Counter(term for terms in sentences for term in terms)
    weights = {term: math.log(1 + number / count) ** 2 for term, count in having.items()}
    lengths = [math.sqrt(math.fsum(weights[term] for term in terms)) or 1.0 for terms in sentences]
    links = [
        [
            math.fsum(weights[term] for term in one & other) / (length * width)
            for other, width in zip(sentences, lengths, strict=True)
        ]
        for one, length in zip(sentences, lengths, strict=True)
    ]
    sums = [math.fsum(row) or 1.0 for row in links]
    ranks = [1 / number] * number
    for _ in range(_ROUNDS):
        given = [rank / total for rank, total in zip(ranks, sums, strict=True)]
        ranks = [  # links go both ways, so a row is a column
            _RESTART / number + (1 - _RESTART) * math.fsum(map(float.__mul__, given, row)) for row in links
        ]
    top = max(ranks)
    return [rank / top for rank in ranks]
