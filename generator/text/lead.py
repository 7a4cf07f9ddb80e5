"""The first lines of an abstract, for lists: a reader opens the rest in place."""

import re
from itertools import takewhile

from .sentences import SENTENCE_END, cuts, formulas

SHORTEST, LONGEST = 110, 300
"""Characters of a lead: about two lines on a wide screen, five on a phone."""

_SPACE = re.compile(r"\s+")


def lead(abstract: str) -> tuple[str, str]:
    """Cut an abstract into its first sentences and the rest, never inside a formula.

    A first sentence that is too long is cut at a word; a first formula that is too long, after it. The two,
    with the white space between them, are the abstract; the rest is empty where it would be short.

    >>> lead("We present a method.")
    ('We present a method.', '')
    """
    if len(abstract) <= LONGEST * 1.25:
        return abstract, ""
    places = formulas(abstract)
    for boundary in (SENTENCE_END, _SPACE):
        near = takewhile(lambda cut: cut[0] <= LONGEST, cuts(abstract, boundary, places))
        within = [cut for cut in near if cut[0] >= SHORTEST]
        if within:
            return _parts(abstract, within[-1])
    far = (cut for cut in cuts(abstract, _SPACE, places) if cut[0] > LONGEST)
    return _parts(abstract, next(far, (len(abstract), len(abstract))))


def _parts(text: str, cut: tuple[int, int]) -> tuple[str, str]:
    return text[: cut[0]], text[cut[1] :]
