"""The first lines of an abstract, for lists: a reader opens the rest in place."""

import re

from .mathml import Formula, segments

SHORTEST, LONGEST = 110, 300
"""Characters of a lead: about two lines on a wide screen, five on a phone."""

_SENTENCE_END = re.compile(
    r"(?<!\be\.g\.)(?<!\bi\.e\.)(?<!\bal\.)(?<!\bvs\.)(?<!\bcf\.)(?<!\bFig\.)(?<!\bEq\.)"
    r"(?<=[.!?])\s+(?=[A-Z\"“(\[$\\])"
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
    words = _cuts(abstract, _SPACE)
    for cuts in (_cuts(abstract, _SENTENCE_END), words):
        within = [cut for cut in cuts if SHORTEST <= cut[0] <= LONGEST]
        if within:
            return _parts(abstract, within[-1])
    return _parts(abstract, next((cut for cut in words if cut[0] > LONGEST), (len(abstract), len(abstract))))


def _parts(text: str, cut: tuple[int, int]) -> tuple[str, str]:
    return text[: cut[0]], text[cut[1] :]


def _cuts(text: str, boundary: re.Pattern[str]) -> list[tuple[int, int]]:
    """Where white space outside formulas begins and ends."""
    formulas, place = [], 0
    for segment in segments(text):
        end = place + len(segment.source)
        if isinstance(segment, Formula):
            formulas.append(range(place, end))
        place = end
    return [
        match.span()
        for match in boundary.finditer(text)
        if not any(match.start() in formula for formula in formulas)
    ]
