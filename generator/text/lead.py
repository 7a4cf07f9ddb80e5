"""The first lines of an abstract, for lists: a reader opens the rest in place."""

import re
from bisect import bisect
from collections.abc import Iterator
from itertools import accumulate, takewhile

from .mathml import Formula, segments

SHORTEST, LONGEST = 110, 300
"""Characters of a lead: about two lines on a wide screen, five on a phone."""

_SENTENCE_END = re.compile(
    r"(?<=[.!?])(?<!\be\.g\.)(?<!\bi\.e\.)(?<!\bal\.)(?<!\bvs\.)(?<!\bcf\.)(?<!\bFig\.)(?<!\bEq\.)"
    r"\s+(?=[A-Z\"“(\[$\\])"
)
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
    formulas = _formulas(abstract)
    for boundary in (_SENTENCE_END, _SPACE):
        near = takewhile(lambda cut: cut[0] <= LONGEST, _cuts(abstract, boundary, formulas))
        within = [cut for cut in near if cut[0] >= SHORTEST]
        if within:
            return _parts(abstract, within[-1])
    far = (cut for cut in _cuts(abstract, _SPACE, formulas) if cut[0] > LONGEST)
    return _parts(abstract, next(far, (len(abstract), len(abstract))))


def _parts(text: str, cut: tuple[int, int]) -> tuple[str, str]:
    return text[: cut[0]], text[cut[1] :]


def _cuts(text: str, boundary: re.Pattern[str], formulas: list[range]) -> Iterator[tuple[int, int]]:
    """Find where white space outside formulas, which come in order, begins and ends."""
    starts = [formula.start for formula in formulas]
    for match in boundary.finditer(text):
        before = bisect(starts, match.start())
        if not before or match.start() not in formulas[before - 1]:
            yield match.span()


def _formulas(text: str) -> list[range]:
    """Give the places of all formulas."""
    found = segments(text)
    ends = accumulate(len(segment.source) for segment in found)
    return [
        range(end - len(segment.source), end)
        for segment, end in zip(found, ends, strict=True)
        if isinstance(segment, Formula)
    ]
