"""Four times the text takes no parser and no output much more than four times as long."""

from itertools import groupby

import pytest

from tests.cpu_time import grows_too_fast
from tests.growth import CASES, Case

SMALL, LARGE = 64 * 1024, 256 * 1024
MOST = 8
"""Times the CPU time; 16 is the square."""
FLOOR = 0.005
"""Seconds; what takes less is measured too coarsely to be compared."""

_BY_NAME = {name: list(cases) for name, cases in groupby(CASES, lambda case: case.name)}


@pytest.mark.parametrize("name", _BY_NAME)
def test_cpu_time_grows_with_the_text_and_not_with_its_square(name: str) -> None:
    assert [case.fragment for case in _BY_NAME[name] if _grows_too_fast(case)] == []


def _grows_too_fast(case: Case) -> bool:
    return grows_too_fast(case.work(SMALL), case.work(LARGE), MOST, FLOOR)


def test_the_measure_tells_a_square_from_a_line() -> None:
    square = Case("square", lambda text: [text.count("b") for _ in range(len(text) // 200)], "a")
    line = Case("line", lambda text: [text.count("b") for _ in range(1000)], "a")

    assert _grows_too_fast(square)
    assert not _grows_too_fast(line)
