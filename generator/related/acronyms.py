"""Acronyms, learnt from the papers that define them: "reinforcement learning (RL)"."""

import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping

from .phrases import key_of

_LEAST, _SHARE = 3, 0.6
"""Papers that have to define an acronym in one way, and their share of those that define it."""
_MOST_WORDS = 6

_DEFINED = re.compile(r"((?:[^\W_][\w'’-]*[ -]){2,7})\(([A-Z][A-Za-z2-]*[A-Z][A-Za-z-]*?)s?\)")
_GAP = re.compile("[ -]+")
_LETTERS = re.compile("[A-Z2]")
_SMALL = frozenset({"of", "to", "in", "and", "with", "the", "for", "a", "from", "on"})
"""Words that an acronym may have no letter of."""


def definitions(text: str) -> Iterator[tuple[str, str]]:
    """Give each acronym that a text defines, and what it stands for.

    >>> list(definitions("We use Reinforcement Learning with Verifiable Rewards (RLVR)."))
    [('RLVR', 'Reinforcement Learning with Verifiable Rewards')]
    """
    if "(" in text:
        for words, acronym in _DEFINED.findall(text):
            letters = ["to" if letter == "2" else letter.lower() for letter in _LETTERS.findall(acronym)]
            if long := _long(words.strip(" -"), letters):
                yield acronym, long


def acronyms(texts: Iterable[str]) -> dict[str, str]:
    """Give what each acronym stands for, by keys of phrases, as most of the texts that define it say."""
    found: Mapping[str, Counter[str]] = defaultdict(Counter)
    for text in texts:
        for short, long in {(key_of(short), key_of(long)) for short, long in definitions(text)}:
            found[short][long] += 1
    commonest = {short: min(longs, key=lambda each: (-longs[each], each)) for short, longs in found.items()}
    return {
        short: long
        for short, long in commonest.items()
        if found[short][long] >= max(_LEAST, _SHARE * found[short].total()) and _is_phrase(short, long)
    }


def _is_phrase(short: str, long: str) -> bool:
    words = long.split()
    return 1 < len(words) <= _MOST_WORDS and " " not in short and short not in words


def _long(words: str, letters: list[str]) -> str | None:
    """Give the last words that begin with these letters."""
    wanted = list(letters)
    for start in reversed([0, *(gap.end() for gap in _GAP.finditer(words))]):
        word = _GAP.split(words[start:], maxsplit=1)[0].lower()
        if word.startswith(wanted[-1]):
            wanted.pop()
            if not wanted:
                return words[start:]
        elif word not in _SMALL:
            return None
    return None
