"""Days that readers type."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, expect

from tests.search.papers import SCRIPTS
from tests.search.parts import INPUT, NOTES, RESULT
from tests.search.site import PAPERS

TODAY = "2025-03-05"  # a Wednesday


@pytest.fixture(scope="module")
def scripts(browser: Browser) -> Iterator[Page]:
    page = browser.new_page()
    page.evaluate("self.archive = {}")
    page.add_script_tag(path=Path(SCRIPTS, "page/dates.js"))
    yield page
    page.close()


@pytest.mark.parametrize(
    ("text", "left", "first", "last"),
    [
        ("diffusion March 2025", "diffusion", "2025-03-01", "2025-03-31"),
        ("diffusion in Feb. 2024", "diffusion", "2024-02-01", "2024-02-29"),
        ("2025-03", "", "2025-03-01", "2025-03-31"),
        ("2025-02-28 robots", "robots", "2025-02-28", "2025-02-28"),
        ("2025/02: robots", "robots", "2025-02-01", "2025-02-28"),
        ("robots 5 March 2025", "robots", "2025-03-05", "2025-03-05"),
        ("March 5th, 2025 robots", "robots", "2025-03-05", "2025-03-05"),
        ("robots today", "robots", "2025-03-05", "2025-03-05"),
        ("yesterday", "", "2025-03-04", "2025-03-04"),
        ("this week", "", "2025-03-03", "2025-03-05"),
        ("Last week, robots", "robots", "2025-02-24", "2025-03-02"),
        ("robots this month", "robots", "2025-03-01", "2025-03-05"),
        ("robots last month", "robots", "2025-02-01", "2025-02-28"),
        ("robots this year", "robots", "2025-01-01", "2025-03-05"),
        ("robots last year", "robots", "2024-01-01", "2024-12-31"),
        ("past 7 days", "", "2025-02-27", "2025-03-05"),
        ("robots since January 2025", "robots", "2025-01-01", ""),
        ("robots until January 2025", "robots", "", "2025-01-31"),
    ],
)
def test_days_are_read(scripts: Page, text: str, left: str, first: str, last: str) -> None:
    found = scripts.evaluate("([text, today]) => archive.dates.read(text, new Date(today))", [text, TODAY])

    assert (found["text"], found["from"], found["to"]) == (left, first, last)


@pytest.mark.parametrize(
    "text",
    [
        "AIME 2025", "2025", "March", "marching 2025", "30 February 2025", "2025-13", "2503.01234",
        '"March 2025"', "what agents do today in the lab", "last weekend", "yesterdays", "2025-03-99",
    ],
)  # fmt: skip
def test_other_texts_tell_no_days(scripts: Page, text: str) -> None:
    assert scripts.evaluate("(text) => archive.dates.read(text, new Date())", text) is None


def test_typed_days_become_the_filter_and_can_be_removed(page: Page, address: str) -> None:
    page.goto(f"{address}search/?q=diffusion+January+2024")

    expect(page).to_have_url(f"{address}search/?q=diffusion&from=2024-01-01&to=2024-01-31")
    expect(page.locator(INPUT)).to_have_value("diffusion")
    expect(page.get_by_label("From")).to_have_value("2024-01-01")
    expect(page.locator(NOTES)).to_contain_text("“January 2024” was taken for the days of listing")
    page.get_by_role("button", name="Clear filters").click()
    expect(page).to_have_url(f"{address}search/?q=diffusion")


def test_days_count_while_they_are_typed(page: Page, address: str) -> None:
    page.goto(f"{address}search/")
    page.fill(INPUT, "2024-01-02")

    expect(page.locator(NOTES)).to_contain_text("“2024-01-02” was taken for the days of listing")
    expect(page.locator(INPUT)).to_have_value("2024-01-02")
    listed = sum(paper.days[0].isoformat() == "2024-01-02" for paper in PAPERS)
    expect(page.locator(RESULT)).to_have_count(listed)


def test_a_phrase_is_looked_for_in_the_page_of_a_paper(page: Page, address: str) -> None:
    page.goto(f"{address}search/?q=%22attention+once+more%22")

    expect(page.locator(RESULT)).to_have_count(1)
    expect(page.locator(RESULT).first).to_contain_text("Attention Is All You Need Again")


def test_the_empty_page_leads_to_searches_that_find_something(page: Page, address: str) -> None:
    page.goto(f"{address}search/")
    examples = page.get_by_text("In this archive, for example").get_by_role("link")
    links = [link.get_attribute("href") or "" for link in examples.all()]

    assert len(links) == 4
    for link in links:
        page.goto(f"{address}search/{link.removeprefix('../search/')}")
        expect(page.locator(f"{RESULT}, article").first).to_be_visible()
