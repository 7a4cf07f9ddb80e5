"""What a paper names: phrases of one to four words, between stop words and punctuation.

A phrase is known by its key, the stems of its words: "Vision-Language Models" and "a vision language model"
are one. The phrases of a paper follow from its title and abstract alone.
"""

import re
from collections.abc import Container, Iterable, Iterator
from functools import lru_cache
from importlib.resources import files
from typing import NamedTuple

from ..text.analysis import term_of, words
from ..text.formulas import Text, segments

MOST_WORDS = 4
"""Of a phrase."""
_LONGEST = 10_000
"""Characters of a title or an abstract that are read; real ones have at most a third of that."""
_TOKEN = re.compile(r"[0-9]+(?:\.[0-9]+)+[^\W_]*|[^\W_]+(?:['’][^\W_]+)?|[^\s\w‐‑-]|_")
_HYPHENS = ("-", "‐", "‑")
_ENDS = frozenset(".!?:")
_INNER_CAPITAL = re.compile(r"[^\W_]+?[A-Z]")
_OVER = frozenset({"of", "to"})
"""Words over which a phrase of two words may go: "mixture of experts" is "mixture-of-experts"."""
BREAKING = frozenset(files(__package__).joinpath("breaking.txt").read_text("utf-8").split())
"""Words that stand between what a paper names, beside the stop words."""


class Phrase(NamedTuple):
    """A phrase as one text has it."""

    written: str
    """As the text writes it the first time, within a sentence rather than at its start."""
    times: int
    whole: bool
    """Whether it stands alone between stop words and punctuation, once at least."""
    inside: bool
    """Whether `written` is from within a sentence."""


class Phrases(NamedTuple):
    """What a paper names, by key."""

    title: dict[str, Phrase]
    abstract: dict[str, Phrase]

    def about(self) -> set[str]:
        """Give the keys that a paper is about: in its title, twice in its abstract, or a part of its own."""
        return self.title.keys() | {
            key for key, phrase in self.abstract.items() if phrase.whole or phrase.times > 1
        }

    def times(self, key: str) -> int:
        """Give how often a paper has a phrase."""
        return sum(phrase.times for part in self if (phrase := part.get(key)))


class _Word(NamedTuple):
    start: int
    end: int
    term: str


def phrases(title: str, abstract: str | None, wanted: Container[str] | None = None) -> Phrases:
    """Give the phrases of a paper; of `wanted` keys alone, where some are given.

    >>> sorted(phrases("Counting Quokkas", "We count quokkas from the air.").abstract)
    ['air', 'count', 'count quokka', 'quokka']
    """
    return Phrases(_found(title, wanted), _found(abstract or "", wanted))


def key_of(text: str) -> str:
    """Give the key of a phrase; "" for a text that names nothing.

    >>> key_of("Mixture-of-Experts (MoEs)")
    'mixtur expert moe'
    """
    return " ".join(term for token in _TOKEN.finditer(text) if (term := _term_of(text, token)))


def _found(text: str, wanted: Container[str] | None) -> dict[str, Phrase]:
    found: dict[str, Phrase] = {}
    for part in plain(text):
        for key, start, end, whole, inside in _spans(part):
            if wanted is None or key in wanted:
                known = found.get(key)
                if known is None:
                    found[key] = Phrase(part[start:end], 1, whole, inside)
                else:
                    better = inside and not known.inside
                    written = part[start:end] if better else known.written
                    found[key] = Phrase(
                        written, known.times + 1, known.whole or whole, known.inside or inside
                    )
    return found


def plain(text: str) -> Iterable[str]:
    """Give what is no formula in a text, as far as texts are read."""
    if len(text) > _LONGEST:
        text = text[:_LONGEST].rpartition(" ")[0]
    if "$" not in text and "\\" not in text:
        return (text,)
    return (part.source for part in segments(text) if isinstance(part, Text))


def _spans(text: str) -> Iterator[tuple[str, int, int, bool, bool]]:
    """Give each phrase: its key, where it starts and ends, whether it is whole, and within a sentence."""
    for chunk, at_start in _chunks(text):
        number = len(chunk)
        for first in range(number):
            key = ""
            start = chunk[first].start
            for last in range(first, min(number, first + MOST_WORDS)):
                word = chunk[last]
                key = f"{key} {word.term}" if key else word.term
                yield key, start, word.end, last - first + 1 == number, bool(first) or not at_start


def _chunks(text: str) -> Iterator[tuple[list[_Word], bool]]:
    """Give the words between stop words and punctuation, and whether they start a sentence."""
    chunk: list[_Word] = []
    at_start = starts_next = True
    before: _Word | None = None
    """The word before an "of", over which a phrase of two may go."""
    for token in _TOKEN.finditer(text):
        term = _term_of(text, token)
        if term:
            word = _Word(token.start(), token.end(), term)
            if before:
                yield [before, word], False
            if not chunk:
                at_start = starts_next
            chunk.append(word)
            before, starts_next = None, False
        elif not (chunk and _within(text, token)):
            before = chunk[-1] if chunk and token[0] in _OVER else None
            if chunk:
                yield chunk, at_start
                chunk = []
            starts_next = token[0] in _ENDS
    if chunk:
        yield chunk, at_start


def _term_of(text: str, token: re.Match[str]) -> str:
    """Give the stem of a word; "" for one that names nothing, unless it starts a compound: "on-policy"."""
    term = _term(token[0])
    return term or (token[0].lower() if _starts_compound(text, token) else "")


def _starts_compound(text: str, token: re.Match[str]) -> bool:
    start, end = token.span()
    return (
        text[end : end + 1] in _HYPHENS
        and text[end + 1 : end + 2].isalnum()
        and token[0].isalnum()
        and text[max(0, start - 1) : start] not in _HYPHENS
    )


def _within(text: str, token: re.Match[str]) -> bool:
    """Tell whether a word stands within a compound: "text-to-image"."""
    return text[token.start() - 1] in _HYPHENS and text[token.end() : token.end() + 1] in _HYPHENS


@lru_cache(maxsize=1 << 17)
def _term(written: str) -> str:
    """Give the stem of a word; "" for one that stands between phrases. Of an acronym only the s is cut."""
    if not written[0].isalnum() or written.lower() in BREAKING:
        return ""
    if _INNER_CAPITAL.match(written):
        return "".join(words(written.removesuffix("s")))
    return " ".join(term for word in words(written) if (term := term_of(word)))
