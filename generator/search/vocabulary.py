"""The terms of the index, for fuzzy words and wildcards, which no range of shards can answer.

Words are there twice: sorted, and spelled backwards and sorted. A word with one slip keeps its first or its
last half, and `*former` has an end: a range of one or the other is all that is needed. Terms of digits and
points (most are arXiv identifiers) are a table of their own, as no pattern with a letter can mean them.
"""

import re

from generator.search.postings import Postings
from generator.search.tables import Part, Row, cut, in_javascript_order

SIZE = 15_000
"""Characters of a file, at least, of which a key counts half: about 10 kB gzipped."""
MOST = 100

_NUMBER = re.compile(r"[0-9.]+")


def vocabulary(postings: Postings) -> dict[str, list[Part]]:
    """Give the tables `words`, `endings` (words backwards) and `numbers`: a term, and how common it is.

    That is one hexadecimal digit: 0 for one paper, 1 for two or three, 2 for four to seven, and so on.
    """
    words: list[Row] = []
    numbers: list[Row] = []
    for term in filter(_is_word, postings.terms):
        common = min(postings.frequency(term).bit_length() - 1, 15)
        (numbers if _NUMBER.fullmatch(term) else words).append((term, f"{common:x}"))
    endings = sorted(((term[::-1], common) for term, common in words), key=_by_key)
    return {
        "words": cut("words", words, SIZE, MOST),
        "endings": cut("endings", endings, SIZE, MOST),
        "numbers": cut("numbers", numbers, SIZE, MOST),
    }


def _is_word(term: str) -> bool:
    """Tell whether a term is no name's own form, whose word is there as its stem."""
    return "'" not in term


def _by_key(row: Row) -> bytes:
    return in_javascript_order(row[0])
