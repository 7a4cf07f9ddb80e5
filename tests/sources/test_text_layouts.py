"""What holds for the texts of all layouts, however they were damaged, spliced, or glued together."""

from collections.abc import Callable
from contextlib import suppress
from datetime import date
from functools import partial

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.papers.errors import ListingError
from generator.sources import parse
from generator.sources.listing import Hint, Listing
from generator.text.plain import one_line
from tests.archives import REAL_LISTING
from tests.cpu_time import grows_too_fast

from .foreign_samples import FOREIGN
from .reading_text import NAMED, TODAY, read_or_refuse
from .text_samples import COUNTED, NEW, RECENT, TITLED, TRENDING

ASKED = Hint("list.txt", TODAY, date(2025, 8, 6))
REAL = REAL_LISTING.read_text("utf-8")[:9000]
LAYOUTS = {
    "titled": TITLED,
    "real": REAL,
    "without a page": REAL[REAL.index("Aug 6\n") :],
    "counted": COUNTED,
    "trending": TRENDING,
    "new": NEW,
    "recent": RECENT,
}
LINES = sorted({line for text, _ in FOREIGN.values() for line in text.split("\n")})
"""Of other kinds of text."""


@st.composite
def spliced(draw: st.DrawFn, text: str) -> str:
    """Give a text with lines dropped, repeated, exchanged, joined or put in, cut, or glued to another."""
    lines = text.split("\n")
    for change in draw(st.lists(st.sampled_from(CHANGES), max_size=6)):
        change(draw, lines, draw(st.integers(0, len(lines) - 1)))
    return "\n".join(lines)


Change = Callable[[st.DrawFn, list[str], int], None]


def drop(draw: st.DrawFn, lines: list[str], at: int) -> None:
    del lines[at : at + draw(st.integers(1, 3))]
    lines.append("")


def repeat(draw: st.DrawFn, lines: list[str], at: int) -> None:
    lines[at:at] = lines[at : at + draw(st.integers(1, 9))]


def exchange(draw: st.DrawFn, lines: list[str], at: int) -> None:
    other = draw(st.integers(0, len(lines) - 1))
    lines[at], lines[other] = lines[other], lines[at]


def join(draw: st.DrawFn, lines: list[str], at: int) -> None:
    lines[at : at + 2] = [draw(st.sampled_from([" ", "", "\t"])).join(lines[at : at + 2])]


def splice(draw: st.DrawFn, lines: list[str], at: int) -> None:
    lines[at:at] = draw(st.lists(st.sampled_from(LINES), min_size=1, max_size=3))


def splice_layout(draw: st.DrawFn, lines: list[str], at: int) -> None:
    other = draw(st.sampled_from(sorted(LAYOUTS.values()))).split("\n")
    start = draw(st.integers(0, len(other) - 1))
    lines[at:at] = other[start : start + draw(st.integers(1, 6))]


def cut(draw: st.DrawFn, lines: list[str], at: int) -> None:
    lines[at:] = [lines[at][: draw(st.integers(0, 80))]]


def glue(draw: st.DrawFn, lines: list[str], _: int) -> None:
    other = draw(st.sampled_from([*LAYOUTS.values(), *(text for text, _ in FOREIGN.values())])).split("\n")
    lines[:] = [*lines, *other] if draw(st.booleans()) else [*other, *lines]


CHANGES: list[Change] = [drop, repeat, exchange, join, splice, splice_layout, cut, glue]


@pytest.mark.parametrize("name", LAYOUTS)
def test_a_whole_text_is_read_without_rejections(name: str) -> None:
    listing = read_or_refuse(LAYOUTS[name].encode(), ASKED)

    assert listing
    assert name in ("real", "without a page") or not listing.rejections


@pytest.mark.parametrize("hint", [NAMED, ASKED], ids=["named", "asked"])
@pytest.mark.parametrize("name", LAYOUTS)
def test_every_line_of_a_spliced_text_has_its_place_and_none_is_glued(name: str, hint: Hint) -> None:
    @given(spliced(LAYOUTS[name]))
    def check(text: str) -> None:
        listing = read_or_refuse(text.encode(), hint)
        if listing:
            assert_nothing_glued(listing, text)

    check()


def assert_nothing_glued(listing: Listing, text: str) -> None:
    """Assert that a title, and an organization, is one line of the text."""
    lines = {one_line(line) for line in text.split("\n")}
    titles = lines | {line.removeprefix("Title:").strip() for line in lines}
    organizations = {line.rpartition("·")[0].strip() for line in lines}
    for entry in listing.entries:
        assert entry.paper.title in titles
        assert entry.paper.organization in {None, *lines, *organizations}


def repeated(fragment: str, size: int) -> str:
    return fragment * (size // len(fragment))


FRAGMENTS = [
    (TITLED, "A title\n\nAn abstract.\n\n"),
    (TITLED, "new\nAug 6\n\n"),
    (TITLED, "a | b;c,d By Aa "),
    (TITLED, "](http://"),
    ("", "a: b-\n"),
    ("Sheep at Night\n\n", "a"),
    ("Sheep at Night\n\n", "**a <b `c __d "),
    (COUNTED, "Submitted by\n"),
    (COUNTED, "GitHub\n1.2k\n"),
    (COUNTED, "· 12 authors "),
    (TRENDING, "· Published on Aug 6, 2025 "),
    (TRENDING, "a\nUpvote\n"),
    (NEW, "[1] arXiv:2508.94401 [pdf]\nTitle: A\nSubjects: B (cs.CL)\n"),
    (NEW, "[1]\n"),
    (NEW, "[pdf, a (cs.CL); "),
    (NEW, "1-50 fewer | "),
    (RECENT, "Wed, 6 Aug 2025 (showing 1 of 1 entries )\n"),
    (RECENT, "Title: "),
]


@pytest.mark.parametrize(("start", "fragment"), FRAGMENTS)
def test_the_time_to_read_a_text_grows_with_its_size(start: str, fragment: str) -> None:
    small, large = (start + repeated(fragment, kilobytes << 10) for kilobytes in (64, 256))

    assert not grows_too_fast(partial(read, small), partial(read, large))


def read(text: str) -> None:
    with suppress(ListingError):
        parse(text.encode(), NAMED)
