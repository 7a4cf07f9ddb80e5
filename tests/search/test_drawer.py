"""On a phone, filters and facets are in a drawer, left in any way; what was set in it stays."""

import re
from collections.abc import Callable

import pytest
from playwright.sync_api import Page, expect

from tests import axe
from tests.search.parts import PHONE, RESULT, STATUS, WIDE, NewPage

DRAWER = "dialog.dp-drawer"
LEAVING: dict[str, Callable[[Page], object]] = {
    "button": lambda page: page.get_by_role("button", name="Close", exact=True).click(),
    "Esc": lambda page: page.keyboard.press("Escape"),
    "touch beside it": lambda page: page.mouse.click(200, 20),
    "back": lambda page: page.go_back(),
}


@pytest.fixture
def phone(new_page: NewPage, address: str) -> Page:
    page = new_page(viewport=PHONE, bypass_csp=True)  # wait_for_function evaluates strings
    page.goto(f"{address}about/")
    page.goto(f"{address}search/?q=diffusion&from=2024-01-05&code=1")
    expect(page.locator(RESULT).first).to_be_visible()
    return page


def open_drawer(page: Page) -> None:
    page.get_by_role("button", name="Filters", exact=True).click()
    expect(page.locator(DRAWER)).to_be_visible()


def test_what_is_set_is_told_beside_the_button_that_opens_the_drawer(phone: Page) -> None:
    expect(phone.locator("[data-search-active]")).to_have_text("from 5 January 2024, with code")
    for part in ("[data-search-filters]", "[data-search-facets]"):
        expect(phone.locator(part)).to_be_hidden()

    open_drawer(phone)

    expect(phone.get_by_role("dialog", name="Filters").get_by_label("Has code")).to_be_checked()
    expect(phone.locator(DRAWER).get_by_role("heading", name="Years")).to_be_visible()


@pytest.mark.parametrize("way", LEAVING)
def test_a_drawer_in_which_nothing_was_set_leaves_the_history_as_it_was(
    phone: Page, address: str, way: str
) -> None:
    before = phone.url
    open_drawer(phone)

    LEAVING[way](phone)

    expect(phone.locator(DRAWER)).to_be_hidden()
    expect(phone.get_by_role("button", name="Filters", exact=True)).to_be_focused()
    phone.wait_for_function("navigation.canGoForward")  # it goes back a moment after it has closed
    expect(phone).to_have_url(before)
    phone.go_back()
    expect(phone).to_have_url(f"{address}about/")


@pytest.mark.parametrize("way", LEAVING)
def test_what_was_set_in_the_drawer_stays_and_back_undoes_it(phone: Page, address: str, way: str) -> None:
    before, count = phone.url, phone.locator(STATUS).inner_text()
    open_drawer(phone)
    phone.get_by_label("Has code").uncheck()
    expect(phone).to_have_url(f"{address}search/?q=diffusion&from=2024-01-05")
    said = phone.locator(DRAWER).get_by_role("status")
    expect(said).to_have_text(re.compile(r"^\d+ papers "))
    phone.locator(DRAWER).get_by_role("link", name="2024").click()
    url = f"{address}search/?q=diffusion&from=2024-01-01&to=2024-12-31"
    expect(phone).to_have_url(url)

    LEAVING[way](phone)

    expect(phone.locator(DRAWER)).to_be_hidden()
    expect(phone).to_have_url(url)
    expect(phone.locator("[data-search-active]")).to_have_text("from 1 January 2024, to 31 December 2024")

    phone.go_back()

    expect(phone).to_have_url(before)
    expect(phone.locator(STATUS)).to_have_text(count)
    phone.go_back()
    expect(phone).to_have_url(f"{address}about/")


def test_all_filters_are_cleared_beside_the_drawer(phone: Page, address: str) -> None:
    phone.get_by_role("button", name="Clear filters").click()

    expect(phone).to_have_url(f"{address}search/?q=diffusion")


def test_the_drawer_is_accessible(new_page: NewPage, address: str) -> None:
    page = new_page(viewport=PHONE, bypass_csp=True)
    page.goto(f"{address}search/?q=diffusion&code=1")
    open_drawer(page)
    expect(page.locator(DRAWER).get_by_role("heading", name="Years")).to_be_visible()

    assert axe.violations_in_both_schemes(page) == []


def test_on_a_wide_window_filters_are_one_row_and_nothing_moves_when_one_is_set(
    new_page: NewPage, address: str
) -> None:
    page = new_page(viewport=WIDE)
    page.goto(f"{address}search/?q=diffusion")
    expect(page.locator(RESULT)).to_have_count(10)
    controls = page.locator("[data-search-filters] label").all()
    tops = [control.bounding_box() or {"y": -1} for control in controls]
    assert len({round(box["y"]) for box in tops}) == 1
    status = page.locator(STATUS)
    before = status.bounding_box() or {"y": -2}

    page.get_by_label("Has code").check()
    expect(page.get_by_role("button", name="Clear filters")).to_be_visible()

    after = status.bounding_box() or {"y": -1}
    assert [after[side] for side in ("x", "y", "height")] == [before[side] for side in ("x", "y", "height")]
    assert [control.bounding_box() or {} for control in controls] == tops
