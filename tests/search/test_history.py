"""Where the browser's buttons lead from the search page."""

import re

from playwright.sync_api import Page, expect

from tests.search.parts import (
    INPUT,
    RESULT,
    STATUS,
    NewPage,
)


def test_filters_are_in_the_address_and_back_takes_them_off(page: Page, address: str) -> None:
    page.goto(f"{address}search/?q=diffusion")
    expect(page.locator(STATUS)).to_contain_text("papers found")
    before = page.locator(STATUS).inner_text()

    page.get_by_label("Has code").check()
    page.get_by_label("Order").select_option("newest")
    expect(page).to_have_url(f"{address}search/?q=diffusion&code=1&order=newest")
    expect(page.locator(STATUS)).not_to_have_text(before)
    page.go_back()
    page.go_back()

    expect(page).to_have_url(f"{address}search/?q=diffusion")
    expect(page.locator(STATUS)).to_have_text(before)
    expect(page.get_by_label("Has code")).not_to_be_checked()


def test_pages_are_turned_and_back_turns_them_back(page: Page, address: str) -> None:
    page.goto(f"{address}search/?q=diffusion")
    first = page.locator(RESULT).first.inner_text()

    page.get_by_role("link", name="Next page").click()
    expect(page).to_have_url(f"{address}search/?q=diffusion&page=2")
    expect(page.locator(STATUS)).to_contain_text("Page 2 of")
    expect(page.locator(STATUS)).to_be_focused()
    expect(page.locator(RESULT).first).not_to_have_text(first)
    page.go_back()

    expect(page.locator(STATUS)).to_contain_text("Page 1 of")
    expect(page.locator(RESULT).first).to_have_text(first)


def test_back_from_a_paper_is_back_at_its_place(new_page: NewPage, address: str) -> None:
    page = new_page(bypass_csp=True)  # wait_for_function evaluates strings
    page.goto(f"{address}search/?q=diffusion&code=1&page=2")
    expect(page.locator(RESULT)).to_have_count(10)
    page.locator(RESULT).last.scroll_into_view_if_needed()
    page.wait_for_function("history.state?.scroll === scrollY && scrollY > 0")
    before = page.evaluate("scrollY")

    page.locator(RESULT).last.click()
    expect(page).to_have_url(re.compile("/papers/"))
    page.go_back()

    expect(page.locator(STATUS)).to_contain_text("Page 2 of")
    expect(page.locator(INPUT)).to_have_value("diffusion")
    expect(page.get_by_label("Has code")).to_be_checked()
    page.wait_for_function("place => scrollY === place", arg=before)


def test_typing_on_the_search_page_leaves_one_entry_of_history(page: Page, address: str) -> None:
    page.goto(f"{address}search/?q=quantum")
    expect(page.locator(RESULT)).to_have_count(10)
    before = page.evaluate("history.length")

    for text in ("", "m", "method1", "method12"):
        page.locator(INPUT).fill(text)
        expect(page).to_have_url(f"{address}search/{'?q=' if text else ''}{text}")
    assert page.evaluate("history.length") == before + 1
    page.go_back()

    expect(page).to_have_url(f"{address}search/?q=quantum")
    expect(page.locator(INPUT)).to_have_value("quantum")


def test_a_day_that_is_typed_is_one_search(page: Page, address: str) -> None:
    page.goto(f"{address}search/?q=quantum")
    expect(page.locator(RESULT)).to_have_count(10)
    before = page.evaluate("history.length")

    page.get_by_label("From").press_sequentially("01052024")

    expect(page).to_have_url(f"{address}search/?q=quantum&from=2024-01-05")
    assert page.evaluate("history.length") == before + 1


def test_a_link_within_the_page_leaves_the_search_alone(page: Page, address: str) -> None:
    page.goto(f"{address}search/?q=quantum")
    expect(page.locator(RESULT)).to_have_count(10)
    page.evaluate("document.querySelector('[data-search-list]').dataset.same = 1")

    page.get_by_role("link", name="Skip to content").focus()
    page.keyboard.press("Enter")

    expect(page).to_have_url(f"{address}search/?q=quantum#content")
    expect(page.locator("#content")).to_be_focused()
    expect(page.locator(RESULT)).to_have_count(10)
