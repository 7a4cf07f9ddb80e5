"""What a format's own patterns cost when they are repeated without end: no more than their length."""

import json
import time
from contextlib import suppress

import pytest

from generator import sources
from generator.papers.errors import ListingError

from .samples import entry, hint

SIZES = (1 << 16, 1 << 18)
LONGEST = 8
"""Times that four times the length may take."""
NOISE = 0.4
"""Seconds below which nothing is measured."""

LISTS = [
    *("1,", '{"paper":{}},', "[", '{"paper":', '"\\u0000', "1", "-", "\\", '"dailyPapers",'),
    f"{json.dumps(entry())},",
    f"{json.dumps(entry(submittedOnDailyAt='2026-04-01T00:00:00Z'))},",
]
FIELDS = [
    "a\\n  b ",
    "\\\\emph{",
    "\\\\textbf{a}",
    "$",
    "https://",
    "https://github.com/a/b ",
    "2604.",
    "\\ud800",
]
MARKUP = [
    *(
        "<a ",
        "<a b='",
        "<",
        "</",
        "<!",
        "<!--",
        "-->",
        "<![CDATA[",
        "<?",
        "<script>",
        "&",
        "&#1",
        "&quot;",
        "&am",
    ),
    *("data-props", "data-props ", "data-props=", 'data-props="', "data-props='", 'data-props="dailyPapers'),
    *("data-props='\"dailyPapers\"'\n", "data-props='{\"dailyPapers\":[]}' "),
]


def seconds(start: str, fragment: str, end: str, size: int) -> float:
    """Give the CPU time of reading `fragment` repeated to `size` characters: the best of three."""
    data = (start + fragment * (size // len(fragment)) + end).encode()
    times = []
    for _ in range(3):
        begun = time.process_time()
        with suppress(ListingError):
            sources.parse(data, hint("2026-04-01.data"))
        times.append(time.process_time() - begun)
    return min(times)


def check(start: str, fragment: str, end: str) -> None:
    small, large = (seconds(start, fragment, end, size) for size in SIZES)

    assert large <= max(LONGEST * small, NOISE)


@pytest.mark.parametrize("fragment", LISTS)
def test_a_list_takes_as_long_as_it_is(fragment: str) -> None:
    check("[", fragment, "0]")


@pytest.mark.parametrize("field", ["title", "summary", "id", "projectPage", "submittedOnDailyAt"])
@pytest.mark.parametrize("fragment", FIELDS)
def test_a_field_takes_as_long_as_it_is(field: str, fragment: str) -> None:
    check('[{"title": "x", "paper": {"id": "2604.00001", "' + field + '": "', fragment, '"}}]')


@pytest.mark.parametrize("fragment", MARKUP)
@pytest.mark.parametrize("end", ["", "<div data-props='{\"dailyPapers\":[]}'>"])
def test_a_page_takes_as_long_as_it_is(fragment: str, end: str) -> None:
    check("<!doctype html>\n", fragment, end)


@pytest.mark.parametrize("fragment", ["&", "&#1", "&#11 ", "&quot;", "&am", "[", "{", '\\"', "\n", "1"])
def test_the_properties_of_a_page_take_as_long_as_they_are(fragment: str) -> None:
    check("<html><div data-props='dailyPapers", fragment, "'></div>")
