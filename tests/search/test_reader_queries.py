from collections.abc import Callable, Iterator, Sequence
from html import escape
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Browser, Page, Route

from generator.search import Document
from tests.search.browser import open_engine
from tests.search.papers import SCRIPTS, real
from tests.search.reader_queries import CONCEPTS, INVENTED, REAL, papers
from tests.server import Serve

Open = Callable[[Sequence[Document]], Page]


@pytest.fixture(scope="module")
def opened(browser: Browser, serve: Serve, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Open]:
    """Give a function that opens papers in a window that reads days as the search page does."""
    pages = []

    def open_papers(documents: Sequence[Document]) -> Page:
        folder: Path = tmp_path_factory.mktemp("queries")
        page = open_engine(browser, serve, folder, documents)
        shown = {document.address: document for document in documents}
        page.route("**/papers/**", lambda route: _show(route, shown))
        page.add_script_tag(path=SCRIPTS / "page/dates.js")
        pages.append(page)
        return page

    yield open_papers
    for page in pages:
        page.close()


@pytest.fixture(scope="module")
def page(opened: Open) -> Page:
    return opened(papers())


@pytest.fixture(scope="module")
def real_page(opened: Open) -> Page:
    return opened(real())


def _show(route: Route, documents: dict[str, Document]) -> None:
    """Give what of a paper's page search looks at."""
    paper = documents[f"papers{route.request.url.partition('/papers')[2]}"]
    names = "".join(f'<a href="#">{escape(name)}</a>' for name in paper.authors)
    text = f'<div class="by">{names}</div><section class="abstract">{escape(paper.abstract)}</section>'
    route.fulfill(body=text, content_type="text/html; charset=utf-8")


def _first_five(page: Page, text: str) -> list[Any]:
    ask = "async (text) => (await ask(text, { ...dates.dated({ text, from: '', to: '' }), limit: 5 })).items"
    items: list[Any] = page.evaluate(ask, text)
    return items


@pytest.mark.parametrize(("text", "title"), INVENTED)
def test_what_a_reader_types_finds(page: Page, text: str, title: str) -> None:
    titles = ["".join(piece for piece, _ in item["title"]) for item in _first_five(page, text)]

    assert title in titles


def test_what_readers_type_finds_real_papers(real_page: Page) -> None:
    missed = [
        (text, identifier)
        for text, identifier in REAL
        if f"papers/{identifier}/" not in [item["address"] for item in _first_five(real_page, text)]
    ]

    assert missed == []


def _unexplained(page: Page, texts: Sequence[str]) -> tuple[int, list[object]]:
    """Give how many results are among the first five of texts, and which show no match."""
    results = [(text, item) for text in texts for item in _first_five(page, text)]
    why = "async (item) => Object.values(reasonOf(await pageOf(item.address), item)).filter(Boolean).flat()"
    return len(results), [
        (text, item["address"])
        for text, item in results
        if not any(found for part in ("title", "authors", "abstract") for _, found in item[part])
        and not any(found for _, found in page.evaluate(why, item))
    ]


def test_a_result_shows_why_it_is_there(page: Page) -> None:
    count, unexplained = _unexplained(page, [text for text, _ in INVENTED])

    assert count > 100
    assert len(unexplained) <= count / 50, unexplained


def test_a_real_result_shows_why_it_is_there(real_page: Page) -> None:
    texts = [*CONCEPTS, *(text for text, _ in REAL)]
    assert len(texts) >= 100

    count, unexplained = _unexplained(real_page, texts)

    assert len(unexplained) <= count / 50, unexplained


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
