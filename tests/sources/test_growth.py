"""What a format's own patterns cost when they are repeated without end: no more than their length."""

import json
from contextlib import suppress
from functools import partial

import pytest

from generator import sources
from generator.papers.errors import ListingError
from tests.cpu_time import grows_too_fast

from .samples import entry, hint

SIZES = (1 << 16, 1 << 18)

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


def read(data: bytes) -> None:
    with suppress(ListingError):
        sources.parse(data, hint("2026-04-01.data"))


def check(start: str, fragment: str, end: str) -> None:
    """Check what it costs to read `fragment` repeated to a size."""
    small, large = ((start + fragment * (size // len(fragment)) + end).encode() for size in SIZES)

    assert not grows_too_fast(partial(read, small), partial(read, large))


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
