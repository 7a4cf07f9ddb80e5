"""The sharded engine gives what one index of everything gives: papers, order and scores, to the last bit."""

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Browser, Page

from generator.search.documents import ENOUGH, in_order, settled
from tests.search.browser import add_reference, open_engine
from tests.search.papers import invented, real, sample
from tests.search.queries import SYNTAX, UNANCHORED, WORDS, drawn
from tests.server import Serve


def _differing(page: Page, queries: list[str]) -> list[str]:
    compared = page.evaluate("queries => Promise.all(queries.map(compare))", queries)
    assert sum(entry["found"] > 0 for entry in compared) > len(queries) / 2
    return [entry["query"] for entry in compared if not entry["same"]]


def _with_another_best(page: Page, queries: list[str]) -> list[str]:
    alike = page.evaluate("texts => Promise.all(texts.map(comparesBest))", [text.split() for text in queries])
    return [query for query, same in zip(queries, alike, strict=True) if not same]


@pytest.fixture
def page_of(browser: Browser, serve: Serve, tmp_path: Path) -> Iterator[Any]:
    pages = []

    def opened(papers: Any) -> Page:
        page = open_engine(browser, serve, tmp_path, papers)
        add_reference(page, papers)
        pages.append(page)
        return page

    yield opened
    for page in pages:
        page.close()


def test_invented_papers_are_found_as_in_one_index(page_of: Any) -> None:
    papers = invented(ENOUGH + 300)
    assert ENOUGH <= settled(papers) < len(papers)

    page = page_of(papers)

    assert _differing(page, drawn(papers, 120) + drawn(papers, 25, UNANCHORED)) == []
    assert _with_another_best(page, drawn(papers, 60, WORDS)) == []


def test_sampled_papers_are_found_as_in_one_index(page_of: Any) -> None:
    papers = sample()

    page = page_of(papers)

    assert _differing(page, drawn(papers, 6 * len(SYNTAX)) + drawn(papers, 30, UNANCHORED)) == []
    assert _with_another_best(page, drawn(papers, 60, WORDS)) == []


def test_real_papers_are_found_as_in_one_index(page_of: Any) -> None:
    papers = real(2100)
    assert ENOUGH <= settled(in_order(papers)) < len(papers)

    page = page_of(papers)

    assert _differing(page, drawn(papers, 18 * len(SYNTAX)) + drawn(papers, 15, UNANCHORED)) == []
    assert _with_another_best(page, drawn(papers, 60, WORDS)) == []
