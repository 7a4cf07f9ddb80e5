import pytest
from playwright.sync_api import Browser, Page

from generator.text.analysis import words
from generator.text.compounds import Compounds
from tests.search.browser import open_engine
from tests.search.compound_cases import COMPOUNDS
from tests.search.papers import invented, real, sample
from tests.server import Serve


@pytest.fixture(scope="module")
def page(browser: Browser, serve: Serve, tmp_path_factory: pytest.TempPathFactory) -> Page:
    return open_engine(browser, serve, tmp_path_factory.mktemp("compounds"), invented(10))


@pytest.mark.parametrize(("text", "terms"), COMPOUNDS)
def test_a_text_has_these_extra_terms(text: str, terms: list[str]) -> None:
    assert _terms(text) == terms


def _terms(text: str) -> list[str]:
    return sorted(extra.term for extra in Compounds().of(text))


def _differing(page: Page, texts: list[str]) -> list[str]:
    found = page.evaluate("texts => texts.map((text) => compounds.termsOf(text))", texts)
    return [text for text, here in zip(texts, found, strict=True) if sorted(here) != _terms(text)]


def test_the_browser_finds_the_same_extra_terms(page: Page) -> None:
    assert _differing(page, [text for text, _ in COMPOUNDS]) == []


def test_the_browser_finds_the_same_extra_terms_in_sampled_papers(page: Page) -> None:
    assert _differing(page, [text for paper in sample() for text in (paper.title, paper.abstract)]) == []


def test_the_browser_finds_the_same_terms_in_all_real_titles(page: Page) -> None:
    titles = [paper.title for paper in real()]

    found = page.evaluate("texts => texts.map(analysis.words)", titles)

    assert found == list(map(words, titles))
    assert _differing(page, titles) == []
