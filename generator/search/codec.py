r"""Numbers and sorted words as compact text, made so that gzip leaves little.

Static hosts compress text and not binary files, so everything is printable ASCII besides the terms
themselves.

A number is written in digits of one alphabet of 2 * radix characters: all but its last digit from the upper
half. A digit of the upper half counts from 1, so that every number has exactly one spelling. Two alphabets
that share no character need no separator between them.

A posting is its kind (left out where it is 0, see scoring.py) and the gap to the paper before. Sorted words
are front-coded: how many characters a word shares with the one before, then the rest of it.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import cache

_PRINTABLE = "".join(map(chr, range(0x21, 0x7F)))


@dataclass(frozen=True)
class Alphabet:
    """Characters that spell numbers: the first half end a number, the second half go on."""

    characters: str

    def spell(self, number: int) -> str:
        """Give the spelling of a number from 0.

        >>> Alphabet("01ab").spell(5)
        'b1'
        """
        radix = len(self.characters) // 2
        number, last = divmod(number, radix)
        text = self.characters[last]
        while number:
            number, digit = divmod(number - 1, radix)
            text = self.characters[radix + digit] + text
        return text


GAPS = Alphabet(_PRINTABLE[:64])
_spell_gap = cache(GAPS.spell)
COUNTS = Alphabet(_PRINTABLE[64:94])
SHARED = "0123456789abcdefghijklmnopqrstuvwxyz"
"""How much a front-coded word shares with the one before, as one character: at most 35."""
_MOST_SHARED = len(SHARED) - 1


class PostingsWriter:
    """Writes postings of papers, with the kind of each as a number that is cheap where it is 0."""

    def __init__(self, kinds: Sequence[Mapping[int, str]], first: int = 0) -> None:
        """Take, of each paper from the first one on, how its postings' counts are spelled (`spell_kind`)."""
        # Spelled once: a big archive has millions of postings. A step to the next paper is its gap and 1.
        self._steps = ["", *map(GAPS.spell, range(len(kinds)))]
        self._kinds = kinds
        self._first = first

    def write(self, postings: Iterable[tuple[int, int]]) -> str:
        """Give the spelling of rising papers, each with its counts."""
        text = []
        first = self._first
        before = first - 1
        for paper, counts in postings:
            text.append(self._kinds[paper - first][counts])
            text.append(self._steps[paper - before])
            before = paper
        return "".join(text)


def spell_kind(kind: int) -> str:
    """Give the spelling of a posting's kind: nothing for 0.

    >>> spell_kind(0), spell_kind(1)
    ('', 'b')
    """
    return COUNTS.spell(kind) if kind else ""


def write_gaps(numbers: Iterable[int], first: int = 0) -> str:
    """Write rising numbers, the first one possible given, as postings of kind 0.

    >>> write_gaps([0, 1, 5]) == GAPS.spell(0) + GAPS.spell(0) + GAPS.spell(3)
    True
    """
    text = []
    before = first - 1
    for number in numbers:
        text.append(_spell_gap(number - before - 1))
        before = number
    return "".join(text)


def write_words(words: Iterable[str]) -> str:
    """Write sorted words, which have no spaces, front-coded.

    >>> write_words(["learn", "learner", "lens"])
    '0learn 5er 2ns'
    """
    text = []
    before = ""
    for word in words:
        shared = 0
        for one, other in zip(before, word):  # noqa: B905 - to say so costs a third of the time
            # A character beyond U+FFFF is two to JavaScript: none is shared, so that both count alike.
            if one != other or one > "\uffff" or shared == _MOST_SHARED:
                break
            shared += 1
        text.append(SHARED[shared] + word[shared:])
        before = word
    return " ".join(text)
