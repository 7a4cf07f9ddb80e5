"""Queries, and papers, made to keep a search busy: each is answered, most of them at once."""

import random
from collections.abc import Iterator
from dataclasses import replace
from typing import Any

import pytest
from playwright.sync_api import Browser, Page

from tests.search.browser import open_engine
from tests.search.papers import invented
from tests.server import Serve

MILLISECONDS = 10_000
"""Far more than any query takes; a pattern that is tried in all ways takes hours."""

_chance = random.Random(1)


def _words(count: int, letters: str, length: int) -> str:
    return " ".join("".join(_chance.choices(letters, k=length)) for _ in range(count))


PAPERS = invented(60)
PAPERS[1] = replace(PAPERS[1], title="a" * 1_000, abstract=" ".join("a" * length for length in range(1, 300)))
PAPERS[2] = replace(PAPERS[2], abstract=_words(500, "ab", 100))
PAPERS[3] = replace(PAPERS[3], abstract=_words(3_000, "abcdefghijklmnopqrstuvwxyz", 6))

PAIRS = [f"{one}{other}" for one in "abcdefgh" for other in "abcdefgh"]
CUT = "Only the first 1000 characters of this were searched for."
TOO_MANY = "Only 8 words may have a * or a ~: searched for the plain words instead."
WHOLE = "A word of more than 30 letters is searched for as it stands."

QUERIES: dict[str, tuple[str, str]] = {
    "a long text": ("word " * 20_000, CUT),
    "a long word": ("a" * 100_000, CUT),
    "accents": ("a" + "\u0301\u0327" * 50_000, CUT),
    "joined words": ("authors:" + "a_" * 5_000 + ":", CUT),
    "quotes": ('"a ' * 30_000, CUT),
    "points": ("a" + "!" * 50_000 + "a", CUT),
    "fields": ("title:" * 20_000, CUT),
    "edits of edits": ("ab" + "~1" * 20_000 + "x", CUT),
    "addresses": ("/papers/" * 10_000, CUT),
    "~99": ("diffusion~99", "A word may differ by 2 letters at most: searched for diffusion~2."),
    "a long word with edits": ("a" * 90 + "~2", WHOLE),
    "wildcards at both ends": ("*a" * 30 + "b", ""),
    "wildcards inside": ("a*" * 30 + "b", ""),
    "wildcards of many letters": ("*".join("ab" * 20), ""),
    "wildcards that end": (" ".join(f"{pair}*" for pair in PAIRS), ""),
    "many wildcards": (" ".join(f"*{pair}" for pair in PAIRS), TOO_MANY),
    "many words with edits": (" ".join(f"{pair}abc~1" for pair in PAIRS), TOO_MANY),
    "wildcards and edits": ("a*a*a*a*a*a*~2", ""),
    "many unknown words": (_words(120, "abcdefghijklmnopqrstuvwxyz", 7), ""),
    "many prohibited words": (" ".join(f"-{pair}" for pair in PAIRS), ""),
}


@pytest.fixture(scope="module")
def page(browser: Browser, serve: Serve, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Page]:
    page = open_engine(browser, serve, tmp_path_factory.mktemp("hostile"), PAPERS)
    yield page
    page.close()


def _ask(page: Page, text: str, **more: object) -> Any:
    """Give the answer, and how many milliseconds it took."""
    return page.evaluate(
        """async ([text, more]) => {
          const start = performance.now();
          return [await ask(text, more), performance.now() - start];
        }""",
        [text, more],
    )


@pytest.mark.parametrize("name", QUERIES)
def test_a_hostile_query_is_answered(page: Page, name: str) -> None:
    query, note = QUERIES[name]

    answer, milliseconds = _ask(page, query)

    assert milliseconds < MILLISECONDS
    assert note in ["", *answer["notes"]]


def test_a_hostile_topic_is_answered(page: Page) -> None:
    answer, milliseconds = _ask(page, "", topic=QUERIES["accents"][0])

    assert (answer["count"], milliseconds < MILLISECONDS) == (0, True)


@pytest.mark.parametrize(
    ("pattern", "fits"),
    [
        ("*aa", True),
        ("a*a*a", True),
        ("aa*", True),
        ("*a*a*", True),
        ("a*b", False),
        ("*b*a", False),
        ("+title:*zzz attention", False),
    ],
)
def test_a_pattern_fits_what_it_says(page: Page, pattern: str, fits: bool) -> None:
    answer, _ = _ask(page, f"title:{pattern}" if ":" not in pattern else pattern)

    assert any(item["address"] == PAPERS[1].address for item in answer["items"]) == fits


def test_a_long_word_is_found_by_its_beginning(page: Page) -> None:
    answer, _ = _ask(page, "a" * 150)

    assert answer["items"][0]["address"] == PAPERS[1].address
