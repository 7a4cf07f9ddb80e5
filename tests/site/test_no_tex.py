"""Where a title or an abstract stands without markup, its formulas are characters, and never TeX."""

import re
from collections.abc import Callable
from pathlib import Path
from urllib.parse import unquote

import pytest
from playwright.sync_api import Page, Route, expect

from tests.reading_site import IN_CHARACTERS, TOPIC, WITH_FORMULAS

NEWEST = "papers/date/2026-02-17/"
_MARKED = re.compile(r'<annotation.*?</annotation>|<pre id="bibtex">.*?</pre>', re.DOTALL)
"""Where TeX is meant: beside a formula that a browser draws, and for BibTeX."""
_COMMANDS = re.compile(r"\\+(?:tilde|sqrt|frac|epsilon|pi|theta|ell|mathcal)")


def test_no_file_of_the_site_has_tex_but_where_it_is_meant(risen: Path) -> None:
    files = [path for path in risen.rglob("*") if path.suffix in (".html", ".xml", ".json", ".txt", "")]
    texts = {path: path.read_text() for path in files if path.is_file()}

    assert any(_COMMANDS.search(text) for text in texts.values())
    assert [path for path, text in texts.items() if _COMMANDS.search(_MARKED.sub("", text))] == []


@pytest.mark.parametrize(
    ("path", "selector", "attribute"),
    [
        (WITH_FORMULAS, "[property='og:title']", "content"),
        (f"{NEWEST}", "[data-paper] .marks button:last-child", "aria-label"),
        (f"{NEWEST}", "[data-paper] .Z3988", "title"),
        (TOPIC, "[data-paper] .marks button:last-child", "aria-label"),
        ("search/?q=bounds", ".dp-result__title", ""),
        ("papers/2602.00201/", ".related .marks button:last-child", "aria-label"),
    ],
)
def test_a_title_is_in_characters(
    page: Page, risen_address: str, path: str, selector: str, attribute: str
) -> None:
    page.goto(risen_address + path)
    place = page.locator(selector).first

    if attribute:
        expect(place).to_have_attribute(attribute, re.compile(r"(Õ|%C3%95)\("))
        assert IN_CHARACTERS in unquote(place.get_attribute(attribute) or "")
    else:
        expect(place).to_contain_text(IN_CHARACTERS)


def test_the_title_of_a_tab_is_in_characters(page: Page, risen_address: str) -> None:
    page.goto(risen_address + WITH_FORMULAS)

    assert page.title().startswith(IN_CHARACTERS)


@pytest.mark.parametrize("path", [WITH_FORMULAS, NEWEST, "", TOPIC, f"{TOPIC}2026/"])
def test_a_starred_title_is_in_characters(
    new_page: Callable[..., Page], risen_address: str, path: str
) -> None:
    page = new_page(bypass_csp=True)  # wait_for_function evaluates strings
    page.goto(risen_address + path)
    page.locator("[data-paper='2602.00200']").first.locator(
        "[data-star], .marks button:last-child"
    ).first.click()
    page.wait_for_function("localStorage['dailypapers.reading'].includes('Õ')")
    page.goto(f"{risen_address}starred/")

    expect(page.locator(".stars a")).to_have_text(IN_CHARACTERS)


def test_a_title_is_in_characters_once_the_script_has_come(
    new_page: Callable[..., Page], risen_address: str
) -> None:
    page = new_page(bypass_csp=True)
    held: list[Route] = []
    page.route("**/linear.js", lambda route: held.append(route))
    page.goto(risen_address + WITH_FORMULAS)
    page.locator("[data-star]").click()
    expect(page.locator("[data-star]")).to_have_text("Starred")
    assert "Õ" not in page.evaluate("localStorage['dailypapers.reading']")

    held[0].continue_()

    page.wait_for_function("localStorage['dailypapers.reading'].includes('Õ(√')")


def test_a_snippet_from_the_page_of_a_paper_is_in_characters(page: Page, risen_address: str) -> None:
    page.goto(f"{risen_address}search/?q=wombat+bounds")

    snippet = page.locator(".dp-result__abstract").first
    expect(snippet).to_contain_text("a wombat runs in O(√(n/ϵ)) where π_θ walks")
    expect(snippet.locator("mark")).to_have_text(["wombat"])


def test_keywords_are_in_characters_and_lead_to_their_papers(page: Page, risen_address: str) -> None:
    page.goto(risen_address + WITH_FORMULAS)
    page.locator("dd").get_by_role("link", name="ℓ_(1/2) norms").click()

    expect(page.locator("[data-search-status]")).to_contain_text("2 papers")
