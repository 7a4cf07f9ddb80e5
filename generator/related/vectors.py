"""A paper as a vector: its words, and how much each weighs by how often the paper has it."""

import math
from collections import Counter
from collections.abc import Mapping

from ..text.analysis import analyse

STEPS = 16
"""A weight of 1 in whole numbers: they add up to the same on every machine."""

_LEVELS = tuple(round(STEPS * (1 + math.log(count))) if count else 0 for count in range(1000))


def counts(title: str, abstract: str | None) -> Counter[str]:
    """Give how often a paper has each term; the title counts twice."""
    return Counter(analyse(title) * 2 + analyse(abstract or ""))


def weights(counts: Mapping[str, int]) -> dict[str, int]:
    """Give the weight of each term, 1 + ln of its count, in 1/STEPS.

    >>> weights({"once": 1, "twice": 2})
    {'once': 16, 'twice': 27}
    """
    return {term: _LEVELS[min(count, len(_LEVELS) - 1)] for term, count in counts.items()}
