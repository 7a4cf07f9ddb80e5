from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Browser, Page

from tests.search.browser import open_engine
from tests.search.papers import real
from tests.search.reader_queries import INVENTED, REAL, papers
from tests.server import Serve


@pytest.fixture(scope="module")
def page(browser: Browser, serve: Serve, tmp_path_factory: pytest.TempPathFactory) -> Page:
    return open_engine(browser, serve, tmp_path_factory.mktemp("queries"), papers())


def _first_five(page: Page, text: str) -> list[Any]:
    items: list[Any] = page.evaluate("(text) => ask(text, { limit: 5 })", text)["items"]
    return items


@pytest.mark.parametrize(("text", "title"), INVENTED)
def test_what_a_reader_types_finds(page: Page, text: str, title: str) -> None:
    titles = ["".join(piece for piece, _ in item["title"]) for item in _first_five(page, text)]

    assert title in titles


def test_what_readers_type_finds_real_papers(browser: Browser, serve: Serve, tmp_path: Path) -> None:
    page = open_engine(browser, serve, tmp_path, real())

    missed = [
        (text, identifier)
        for text, identifier in REAL
        if f"papers/{identifier}/" not in [item["address"] for item in _first_five(page, text)]
    ]

    assert missed == []


@pytest.mark.parametrize(
    ("text", "title", "marked"),
    [
        ("AIME", "Solving AIME by Search", ["AIME"]),
        ("GPT-5", "Scaling GPT-5 in the Wild", ["GPT-5"]),
        ("语言模型", "视觉语言模型综述", ["语言模型"]),
        ("c++", "Linting C++ with Care", ["C++"]),
        ("finetuning", "Fine-tuning Considered", ["Fine-tuning"]),
    ],
)
def test_what_was_found_is_marked_as_it_stands(page: Page, text: str, title: str, marked: list[str]) -> None:
    items = page.evaluate("async (text) => (await ask(text)).items.map((item) => item.title)", text)
    (pieces,) = [pieces for pieces in items if "".join(piece for piece, _ in pieces) == title]

    assert [piece for piece, found in pieces if found] == marked


def test_no_stem_is_marked_for_a_name(page: Page) -> None:
    items = page.evaluate("async () => (await ask('AIME')).items")
    words = {
        piece for item in items for field in ("title", "abstract") for piece, found in item[field] if found
    }

    assert words <= {"AIME", "Aiming", "Aims"}
    assert items[0]["title"] == [["Solving ", False], ["AIME", True], [" by Search", False]]
