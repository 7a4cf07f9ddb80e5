"""Where sentences end, and never inside a formula."""

import re
from bisect import bisect_right
from collections.abc import Iterator
from itertools import accumulate

from .formulas import Formula, segments

SENTENCE_END = re.compile(
    r"(?<=[.!?])(?<!\be\.g\.)(?<!\bi\.e\.)(?<!\bal\.)(?<!\bvs\.)(?<!\bcf\.)(?<!\bFig\.)(?<!\bEq\.)"
    r"\s+(?=[A-Z\"“(\[$\\])"
)


def sentences(text: str) -> list[tuple[int, int]]:
    """Give where each sentence of `text` begins and ends, without the white space between them.

    >>> sentences("We count. We find e.g. Quokkas.")
    [(0, 9), (10, 31)]
    """
    ends = [*cuts(text, SENTENCE_END, formulas(text)), (len(text), len(text))]
    starts = [0, *(after for _, after in ends)]
    return [(start, end) for start, (end, _) in zip(starts, ends, strict=False) if end > start]


def cuts(text: str, boundary: re.Pattern[str], formulas: list[range]) -> Iterator[tuple[int, int]]:
    """Find where white space that `boundary` matches begins and ends, outside formulas, which ascend."""
    starts = [formula.start for formula in formulas]
    for match in boundary.finditer(text):
        place = bisect_right(starts, match.start())
        if not place or match.start() not in formulas[place - 1]:
            yield match.span()


def formulas(text: str) -> list[range]:
    """Give the places of all formulas."""
    parts = segments(text)
    ends = accumulate(len(segment.source) for segment in parts)
    return [
        range(end - len(segment.source), end)
        for segment, end in zip(parts, ends, strict=True)
        if isinstance(segment, Formula)
    ]
