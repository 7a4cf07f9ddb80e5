"""Which papers of a list are read, and which days are new."""

import pytest
from playwright.sync_api import Page, expect

from tests.reading_site import BIG_DAY, DAY, PAPER
from tests.site.scripts import NEVER_PAINTED


def test_what_was_opened_is_read_until_marked_unread(page: Page, address: str) -> None:
    page.goto(address + PAPER)
    page.goto(address + DAY)
    first = page.locator(".entries > li").first
    expect(first).to_have_class("read")

    page.get_by_role("button", name="Hide read").click()
    expect(first).to_be_hidden()
    page.get_by_role("button", name="Hide read").click()
    first.get_by_label("Read:").click()

    expect(first).not_to_have_class("read")


def test_days_since_the_last_visit_are_marked(page: Page, address: str) -> None:
    page.goto(address + BIG_DAY)
    expect(page.locator(".fresh")).to_have_count(0)

    page.evaluate("sessionStorage.clear()")
    page.goto(address)

    expect(page.locator("h1 .fresh")).to_have_text("Monday, 20 April 2026")
    expect(page.locator(".chips .fresh")).to_have_count(0)


def test_a_list_that_is_read_whole_says_so(page: Page, address: str) -> None:
    page.goto(address + DAY)
    marked = page.locator(".entries > li:has(.marks)")
    expect(marked).to_have_count(11)
    for entry in marked.all():
        entry.get_by_label("Read:").click()

    page.get_by_role("button", name="Hide read").click()
    expect(page.get_by_text("All of these papers are read.")).to_be_hidden()  # one was removed
    page.evaluate("document.querySelector('.entries > li:not([data-paper])').className = 'read'")
    page.get_by_role("button", name="Hide read").click()
    page.get_by_role("button", name="Hide read").click()

    expect(page.get_by_text("All of these papers are read.")).to_be_visible()


def test_a_list_that_has_not_come_is_not_said_to_be_read(page: Page, address: str) -> None:
    page.add_init_script(NEVER_PAINTED)
    page.goto(address + DAY)
    page.dispatch_event("body", "keydown")  # or the click would have the list come
    page.evaluate("document.documentElement.classList.add('late-list')")

    page.evaluate("document.querySelector('[data-tool=hide]').click()")

    expect(page.get_by_text("All of these papers are read.")).to_have_count(0)


@pytest.mark.parametrize("how", ["key", "button"])
def test_reading_goes_on_where_a_paper_was_hidden(page: Page, address: str, how: str) -> None:
    page.goto(address + DAY)
    page.evaluate("document.querySelector('.entries > li:not([data-paper])').className = 'read'")
    expect(page.locator(".marks")).to_have_count(11)
    page.get_by_role("button", name="Hide read").click()
    page.keyboard.press("j")

    for left in range(10, -1, -1):
        if how == "button":
            page.locator(".entries > li:focus-within .marks button").first.focus()
        page.keyboard.press("m" if how == "key" else "Enter")
        expect(page.locator(".entries > li").locator("visible=true")).to_have_count(left)
        if left:
            expect(page.locator(".entries > li:focus-within")).to_be_visible()

    expect(page.get_by_text("All of these papers are read.")).to_be_visible()
    expect(page.get_by_role("button", name="Hide read")).to_be_focused()


def test_who_comes_back_sees_all_new_days_and_marks_them_with_one_button(page: Page, address: str) -> None:
    page.goto(address + DAY)
    page.evaluate("localStorage['dailypapers.seen'] = '2026-04-16'; sessionStorage.clear()")
    page.goto(address)
    expect(page.locator("h1 .fresh")).to_have_count(1)
    expect(page.locator(".chips .fresh")).to_have_text(["Fri 17 Apr 105"])
    expect(page.locator("svg .fresh")).to_have_count(2)
    page.goto(address + BIG_DAY)
    expect(page.locator(".week .fresh")).to_have_count(1)

    page.get_by_role("button", name="Mark all read").click()

    expect(page.locator(".entries > .read")).to_have_count(100)
    expect(page.locator(".fresh")).to_have_count(0)
    page.get_by_role("button", name="Mark all read").click()
    expect(page.locator(".entries > .read")).to_have_count(0)
    page.goto(address)
    expect(page.locator("h1 .fresh")).to_have_count(1)
    expect(page.locator(".chips .fresh")).to_have_count(0)
