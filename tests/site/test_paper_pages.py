"""The page of a paper, or of one that was removed; home's feeds."""

from collections.abc import Callable

import pytest
from playwright.sync_api import Page, expect

from tests.reading_site import PAPER, REMOVED, WITH_LONG_FORMULA, WITH_MANY_AUTHORS


def test_a_removed_paper_names_its_days(page: Page, address: str) -> None:
    page.goto(address + REMOVED)

    expect(page.locator("main")).to_contain_text("Its authors asked for it.")
    expect(page.get_by_role("link", name="Thursday, 16 April 2026")).to_be_visible()
    expect(page.locator("main").get_by_role("link", name="Archive")).to_be_visible()


def test_home_offers_the_feed_of_each_category(page: Page, address: str) -> None:
    page.goto(address)

    expect(page.locator("#subscribe").get_by_role("link", name="cs.CL")).to_have_attribute(
        "href", "feeds/cs.CL.xml"
    )


def test_the_citation_is_copied_with_one_click(new_page: Callable[..., Page], address: str) -> None:
    page = new_page(permissions=["clipboard-read", "clipboard-write"])
    page.goto(address + PAPER)

    page.get_by_role("button", name="Copy BibTeX").click()

    expect(page.get_by_role("button", name="Copied")).to_be_visible()
    assert page.evaluate("navigator.clipboard.readText()") == page.locator("#bibtex").text_content()


def test_a_paper_names_its_identifier_and_its_html(page: Page, address: str) -> None:
    page.goto(address + PAPER)

    expect(page.locator("dt:text-is('arXiv') + dd")).to_have_text("2604.00100")
    html = page.locator(".buttons").get_by_role("link", name="HTML")
    expect(html).to_have_attribute("href", "https://arxiv.org/html/2604.00100")


def test_a_permalink_is_broken_after_slashes_only(page: Page, address: str) -> None:
    page.goto(address + PAPER)

    written = page.locator("[rel=bookmark]").inner_html()

    assert written.endswith("archive/<wbr>papers/<wbr>2604.00100/<wbr>")


def test_many_authors_are_folded_again_from_wherever_they_are_read(page: Page, address: str) -> None:
    page.set_viewport_size({"width": 390, "height": 400})
    page.goto(address + WITH_MANY_AUTHORS)
    expect(page.locator("#bibtex")).to_be_hidden()

    page.get_by_text("and 78 more").click()
    page.get_by_role("link", name="Ada Writerlll", exact=True).scroll_into_view_if_needed()
    expect(page.locator(".by summary")).to_be_in_viewport()
    page.locator(".by summary").click()

    expect(page.get_by_role("link", name="Ada Writerlll", exact=True)).to_be_hidden()


@pytest.mark.parametrize("path", [PAPER, WITH_LONG_FORMULA, WITH_MANY_AUTHORS])
def test_the_side_column_begins_where_the_page_does(page: Page, address: str, path: str) -> None:
    page.set_viewport_size({"width": 1440, "height": 900})
    page.goto(address + path)

    tops = [page.locator(part).first.bounding_box() for part in (".kicker", "aside dt")]

    assert tops[0] and tops[1]
    assert abs(tops[0]["y"] - tops[1]["y"]) < 2
