"""Porter's stemmer, step for step as lunr.js has it.

M. F. Porter, "An algorithm for suffix stripping", Program 14(3), 1980. lunr.py's stemmer differs from
lunr.js's in where a final y becomes i ("try", "lay"), and an index stemmed one way cannot be asked the other
way.
"""

import re
from collections.abc import Iterable

_CONSONANTS = "[^aeiou][^aeiouy]*"
_VOWELS = "[aeiouy][aeiou]*"

_ONE_OR_MORE = re.compile(f"(?:{_CONSONANTS})?{_VOWELS}{_CONSONANTS}")
_TWO_OR_MORE = re.compile(f"(?:{_CONSONANTS})?{_VOWELS}{_CONSONANTS}{_VOWELS}{_CONSONANTS}")
_EXACTLY_ONE = re.compile(f"(?:{_CONSONANTS})?{_VOWELS}{_CONSONANTS}(?:{_VOWELS})?$")
_HAS_VOWEL = re.compile(f"(?:{_CONSONANTS})?[aeiouy]")
_SHORT = re.compile(f"{_CONSONANTS}[aeiouy][^aeiouwxy]$")
_DOUBLED = re.compile(r"([^aeiouylsz])\1$")

_DOUBLE_SUFFIXES = {
    "ational": "ate", "tional": "tion", "enci": "ence", "anci": "ance", "izer": "ize", "bli": "ble",
    "alli": "al", "entli": "ent", "eli": "e", "ousli": "ous", "ization": "ize", "ation": "ate",
    "ator": "ate", "alism": "al", "iveness": "ive", "fulness": "ful", "ousness": "ous", "aliti": "al",
    "iviti": "ive", "biliti": "ble", "logi": "log",
}  # fmt: skip
_ADJECTIVES = {"icate": "ic", "ative": "", "alize": "al", "iciti": "ic", "ical": "ic", "ful": "", "ness": ""}
_ENDINGS = (
    "al", "ance", "ence", "er", "ic", "able", "ible", "ant", "ement", "ment", "ent", "ou", "ism", "ate",
    "iti", "ous", "ive", "ize",
)  # fmt: skip
_LAST_LETTERS = {suffix[-2:] for suffix in (*_DOUBLE_SUFFIXES, *_ADJECTIVES, *_ENDINGS, "ion")}
"""Of all suffixes of the steps 2 to 4. Most words end in other letters."""


def _longest_first(suffixes: Iterable[str]) -> re.Pattern[str]:
    # The regular expression finds the shortest stem, that is the longest suffix.
    return re.compile(f"(.+?)({'|'.join(suffixes)})$")


_STEP_2 = _longest_first(_DOUBLE_SUFFIXES)
_STEP_3 = _longest_first(_ADJECTIVES)
_STEP_4 = _longest_first(_ENDINGS)


def stem(word: str) -> str:
    """Give the stem of a lower-case word of ASCII letters; a word of one or two letters is its own stem.

    >>> [stem(word) for word in ("contrastive", "learning", "try", "lay")]
    ['contrast', 'learn', 'tri', 'lay']
    """
    if len(word) < 3:
        return word
    if word[0] == "y":
        # A first y is a consonant: no class above knows the capital as a vowel.
        return "y" + _steps("Y" + word[1:])[1:]
    return _steps(word)


def _steps(word: str) -> str:
    word = _past(_plural(word))
    if len(word) > 2 and word[-1] == "y" and word[-2] not in "aeiou":
        word = word[:-1] + "i"
    if word[-2:] in _LAST_LETTERS:
        word = _swap(word, _STEP_2, _DOUBLE_SUFFIXES)
        word = _swap(word, _STEP_3, _ADJECTIVES)
        word = _drop_ending(word)
    return _final(word)


def _plural(word: str) -> str:
    if (len(word) > 4 and word.endswith("sses")) or (len(word) > 3 and word.endswith("ies")):
        return word[:-2]
    if len(word) > 2 and word[-1] == "s" and word[-2] != "s":
        return word[:-1]
    return word


def _past(word: str) -> str:
    if len(word) > 3 and word.endswith("eed"):
        return word[:-1] if _ONE_OR_MORE.match(word, 0, len(word) - 3) else word
    cut = 2 if len(word) > 2 and word.endswith("ed") else 3 if len(word) > 3 and word.endswith("ing") else 0
    if not cut or not _HAS_VOWEL.match(word, 0, len(word) - cut):
        return word
    word = word[:-cut]
    if word.endswith(("at", "bl", "iz")):
        return word + "e"
    if _DOUBLED.search(word):
        return word[:-1]
    return word + "e" if _SHORT.match(word) else word


def _swap(word: str, pattern: re.Pattern[str], suffixes: dict[str, str]) -> str:
    match = pattern.match(word)
    if match and _ONE_OR_MORE.match(match[1]):
        return match[1] + suffixes[match[2]]
    return word


def _drop_ending(word: str) -> str:
    match = _STEP_4.match(word)
    if match:
        return match[1] if _TWO_OR_MORE.match(match[1]) else word
    if len(word) > 4 and word.endswith(("sion", "tion")) and _TWO_OR_MORE.match(word[:-3]):
        return word[:-3]
    return word


def _final(word: str) -> str:
    if len(word) > 1 and word[-1] == "e":
        start = word[:-1]
        if _TWO_OR_MORE.match(start) or (_EXACTLY_ONE.match(start) and not _SHORT.match(start)):
            word = start
    return word[:-1] if word.endswith("ll") and _TWO_OR_MORE.match(word) else word
