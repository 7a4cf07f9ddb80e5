"""Going through a list by keys."""

import time

import pytest
from playwright.sync_api import Page, Route, expect

from tests.reading_site import BIG_DAY, DAY, PAPER
from tests.site.scripts import NEVER_PAINTED
from tests.watch import Problems


def test_triage_by_keys(page: Page, address: str) -> None:
    page.goto(address + DAY)
    entries = page.locator(".entries > li")
    expect(page.locator(".marks")).to_have_count(11)

    for _ in range(3):
        page.keyboard.press("j")
    expect(entries.nth(2).locator("h2 a")).to_be_focused()
    page.keyboard.press("o")
    expect(entries.nth(2).locator("details.lead")).to_have_attribute("open", "")
    page.keyboard.press("*")
    expect(entries.nth(2).get_by_label("Star:")).to_have_attribute("aria-pressed", "true")
    page.keyboard.press("k")
    page.keyboard.press("k")
    page.keyboard.press("Enter")
    expect(page).to_have_url(address + PAPER)
    page.go_back()
    expect(entries.first.locator("h2 a")).to_be_focused()
    page.keyboard.press("j")
    expect(entries.nth(1).locator("h2 a")).to_be_focused()


@pytest.mark.parametrize("late", ["marks", "tools", "triage"])
def test_marking_what_is_then_hidden_leads_on_to_the_next(page: Page, address: str, late: str) -> None:
    def come_late(route: Route) -> None:
        time.sleep(0.3)
        route.continue_()

    page.route(f"**/{late}.js", come_late)
    page.goto(address + DAY)
    entries = page.locator(".entries > li")
    page.get_by_role("button", name="Hide read").click()
    for key in "jjm":
        page.keyboard.press(key)

    expect(entries.nth(1)).to_be_hidden()
    expect(entries.nth(2).locator("a").first).to_be_focused()


def test_keys_can_be_turned_off_and_never_fire_while_typing(page: Page, address: str) -> None:
    page.goto(address + DAY)
    page.locator("header input").first.focus()
    page.keyboard.press("j")
    expect(page.locator("header input").first).to_have_value("j")

    page.locator("h1").click()
    page.keyboard.press("?")
    expect(page.get_by_role("dialog")).to_contain_text("search all papers")
    page.get_by_label("Turn off all keys").check()
    page.get_by_role("button", name="Close").click()
    page.keyboard.press("j")

    expect(page.locator(".entries a:focus")).to_have_count(0)
    assert page.evaluate("localStorage['dailypapers.shortcuts']") == "off"


def test_an_abstract_of_a_split_day_opens_in_place(page: Page, address: str) -> None:
    page.goto(address + BIG_DAY)
    entry = page.locator(".entries > li").nth(1)
    expect(entry).not_to_contain_text("On seven tasks")

    page.keyboard.press("j")
    page.keyboard.press("j")
    page.keyboard.press("o")

    expect(entry.locator("details.lead[open] > p")).to_contain_text("On seven tasks the memory keeps")
    assert entry.inner_text().count("Large models forget") == 1
    expect(entry.locator(".lead math")).to_have_count(1)
    page.keyboard.press("k")
    page.keyboard.press("j")
    page.keyboard.press("o")
    expect(entry.locator("details.lead")).not_to_have_attribute("open", "")
    expect(page).to_have_url(address + BIG_DAY)


def test_an_entry_that_keys_lead_to_is_seen_whole(page: Page, address: str) -> None:
    page.set_viewport_size({"width": 1440, "height": 600})
    page.goto(address + DAY)

    for place in range(5):
        page.keyboard.press("j")
        expect(page.locator(".entries > li").nth(place)).to_be_in_viewport(ratio=0.99)


def test_the_window_of_keys_can_be_closed_at_once(page: Page, address: str) -> None:
    page.goto(address + DAY)

    page.keyboard.press("?")
    expect(page.get_by_role("button", name="Close")).to_be_focused()
    page.keyboard.press("Space")

    expect(page.get_by_role("dialog")).to_have_count(0)
    assert page.evaluate("localStorage['dailypapers.shortcuts']") is None


def test_a_window_of_keys_that_does_not_come_is_told(page: Page, address: str, problems: Problems) -> None:
    problems.provoke("net::ERR_FAILED")
    page.route("**/shortcuts.js", lambda route: route.abort())
    page.goto(address + DAY)

    page.keyboard.press("?")

    expect(page.locator(".said")).to_contain_text("No connection")


def test_keys_mark_a_paper_whose_marks_have_not_come(page: Page, address: str) -> None:
    page.add_init_script(NEVER_PAINTED)
    page.goto(address + DAY)
    expect(page.locator(".marks")).to_have_count(0)

    for key in "jj*m":
        page.keyboard.press(key)

    second = page.locator(".entries > li").nth(1)
    expect(second).to_have_class("read")
    expect(second.get_by_label("Star:")).to_have_attribute("aria-pressed", "true")
    expect(page.locator(".marks")).to_have_count(2)
