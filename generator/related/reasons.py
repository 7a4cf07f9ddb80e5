"""Why two papers are related, in a reader's words: what both name, as the newer one writes it."""

import re
from collections.abc import Iterator, Sequence

from ..papers.records import Paper
from ..text.analysis import analyse

_MOST_TERMS = 4
"""Of a phrase."""
_WEIGHTY = 3
"""Terms of most weight, one of which a phrase has to have: "batch size" is no reason."""
_WORD = re.compile(r"[^\W_](?:[^\s,;:()\[\]{}\"“”]*[^\W_+#])?[+#]*")
_END = re.compile(r"[,;:()\[\]{}\"“”?!]|\.(?:\s|$)")

Words = list[tuple[str, tuple[str, ...]]]
"""Words as they are written, each with its terms."""


def reason(paper: Paper, other: Paper, shared: Sequence[str]) -> str:
    """Give what two papers have in common; `shared` are the terms of both, the weightiest first.

    A phrase of several words, else an author beside a word, else two words.
    """
    return (
        _phrase(paper, other, shared)
        or _author(paper, other, shared)
        or " · ".join(_written(paper, term) for term in shared[:2])
    )


def _phrase(paper: Paper, other: Paper, shared: Sequence[str]) -> str | None:
    """Give the phrase of most weight that both papers have."""
    ranks = {term: rank for rank, term in enumerate(shared)}
    theirs = {terms for terms, _ in _phrases(other)}
    common = [
        (sum(1 / (2 + ranks[term]) for term in set(terms)), written)
        for terms, written in _phrases(paper)
        if terms in theirs and min(ranks.get(term, len(ranks)) for term in terms) < _WEIGHTY
    ]
    return max(common, key=lambda each: each[0])[1] if common else None


def _author(paper: Paper, other: Paper, shared: Sequence[str]) -> str | None:
    """Give the first author that both papers have, beside the weightiest word."""
    theirs = {author.name for author in other.authors}
    names = (author.name for author in paper.authors if author.name in theirs)
    name = next(names, None)
    return f"{name} · {_written(paper, shared[0])}" if name else None


def _written(paper: Paper, term: str) -> str:
    """Give a term as the paper writes it."""
    for chunk in _chunks(paper):
        for word, terms in chunk:
            if term in terms:
                return word
    return term


def _phrases(paper: Paper) -> Iterator[tuple[tuple[str, ...], str]]:
    """Give the terms of each run of words that says several things, and the run as it is written."""
    for chunk in _chunks(paper):
        for first in range(len(chunk)):
            terms: tuple[str, ...] = ()
            for last in range(first, len(chunk)):
                terms += chunk[last][1]
                if len(terms) > _MOST_TERMS:
                    break
                if len(terms) > 1:
                    yield terms, " ".join(word for word, _ in chunk[first : last + 1])


def _chunks(paper: Paper) -> Iterator[Words]:
    """Give the runs of words between stop words, punctuation and formulas."""
    for text in (paper.title, paper.abstract or ""):
        chunk: Words = []
        end = 0
        for word in _WORD.finditer(text):
            terms = tuple(analyse(word[0]))
            if _END.search(text, end, word.start()) or not terms or not _is_plain(word[0]):
                if chunk:
                    yield chunk
                chunk = []
            if terms and _is_plain(word[0]):
                chunk.append((word[0], terms))
            end = word.end()
        if chunk:
            yield chunk


def _is_plain(word: str) -> bool:
    return not any(sign in word for sign in "$\\^_/")
