"""Why two papers are related, in a reader's words: what both name, as the newer one writes it."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property, lru_cache

from ..papers.records import Paper
from ..text.analysis import analyse
from .phrases import BREAKING, MOST_WORDS, plain

_WEIGHTY = 3
"""Terms of most weight, one of which a phrase has to have: "batch size" is no reason."""
_WORD = re.compile(r"[^\W_](?:[^\s,;:()\[\]{}\"“”]*[^\W_+#])?[+#]*")
_END = re.compile(r"[,;:()\[\]{}\"“”?!]|\.(?:\s|$)")
_HYPHEN = re.compile("[-‐‑–—]")
_NAME = re.compile(r"[^\W\d_].")
"""What a word has to have to be a reason: not a number, not a letter alone."""
_UNNAMED = re.compile(r"[$\\^_/]")
"""What formulas, addresses and names of files have."""

Words = list[tuple[str, tuple[str, ...]]]
"""Words as they are written, each with its terms."""


@dataclass(frozen=True)
class Said:
    """What a paper says, cut at stop words, punctuation and formulas."""

    paper: Paper

    @cached_property
    def runs(self) -> list[Words]:
        """Its runs of words."""
        texts = (self.paper.title, self.paper.abstract or "")
        return [run for text in texts for part in plain(text) for run in _runs(part)]

    @cached_property
    def phrases(self) -> list[tuple[tuple[str, ...], str]]:
        """The terms of each part of a run that says several things, and the part as it is written."""
        found = (part for run in self.runs for part in parts(run))
        return [(terms, written) for terms, written, _ in found if len(terms) > 1]

    @cached_property
    def spelling(self) -> dict[str, str]:
        """How each term is written, where it can be: as a word, else as a part of one with hyphens."""
        words = [word for run in self.runs for word in run]
        parts = [part for word, terms in words if len(terms) > 1 for part in _HYPHEN.split(word)]
        spellings: dict[str, str] = {}
        for word, terms in (*words, *((part, _terms(part)) for part in parts)):
            if len(terms) == 1 and terms[0] not in spellings and _NAME.search(word):
                spellings[terms[0]] = word
        return spellings


def parts(run: Words) -> Iterator[tuple[tuple[str, ...], str, bool]]:
    """Give the parts of a run that may be a phrase: their terms, how they are written, which end the run."""
    for first in range(len(run)):
        terms: tuple[str, ...] = ()
        for last in range(first, min(len(run), first + MOST_WORDS)):
            terms += run[last][1]
            if len(terms) > MOST_WORDS:
                break
            yield terms, " ".join(word for word, _ in run[first : last + 1]), last == len(run) - 1


def named(said: Said, other: Paper, run: str, shared: Sequence[str]) -> str | None:
    """Give what a paper names that another one names too, whose terms by runs are `run` (see `line`).

    `shared` are the terms of both, the weightiest first. It is a phrase of several words, else an author
    beside a word; None where they have neither.
    """
    spelled = [term for term in shared if term in said.spelling]
    if not spelled:
        return None
    return _phrase(said, run, spelled) or _author(said, other, said.spelling[spelled[0]])


def words(said: Said, shared: Sequence[str]) -> str | None:
    """Give the two weightiest words among shared terms; None where all stand in formulas and the like."""
    spelled = [said.spelling[term] for term in shared if term in said.spelling]
    return " · ".join(dict.fromkeys(spelled[:2])) or None


def line(said: Said) -> str:
    """Give the terms of a paper, a bar between two runs: all that is asked of the other one of two papers."""
    return " | ".join(["", *(" ".join(term for _, terms in run for term in terms) for run in said.runs), ""])


def _phrase(said: Said, run: str, shared: Sequence[str]) -> str | None:
    """Give the phrase of most weight that both papers have."""
    ranks = {term: rank for rank, term in enumerate(shared)}
    weighty = frozenset(shared[:_WEIGHTY])
    best, weight = None, 0.0
    for terms, written in said.phrases:
        if not weighty.isdisjoint(terms) and f" {' '.join(terms)} " in run:
            value = sum(1 / (2 + ranks.get(term, len(ranks))) for term in dict.fromkeys(terms))
            if value > weight:
                best, weight = written, value
    return best


def _author(said: Said, other: Paper, word: str) -> str | None:
    """Give the first author that both papers have, beside a word."""
    theirs = {author.name for author in other.authors}
    name = next((author.name for author in said.paper.authors if author.name in theirs), None)
    return f"{name} · {word}" if name else None


def _runs(text: str) -> Iterator[Words]:
    run: Words = []
    end = 0
    for word in _WORD.finditer(text):
        terms = _terms(word[0])
        gap = text[end : word.start()]
        if run and (not terms or (gap != " " and _END.search(gap))):
            yield run
            run = []
        if terms:
            run.append((word[0], terms))
        end = word.end()
    if run:
        yield run


@lru_cache(maxsize=1 << 16)
def _terms(word: str) -> tuple[str, ...]:
    """Give the terms of a word; none for a stop word, and for what nobody would read as a name."""
    return () if word.lower() in BREAKING or _UNNAMED.search(word) else tuple(analyse(word))
