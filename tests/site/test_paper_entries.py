"""A paper's entry in a list: its names and its abstract."""

import re

from playwright.sync_api import Page, expect

from tests.reading_site import DAY


def test_names_in_a_list_lead_to_a_search(page: Page, address: str) -> None:
    page.goto(address + DAY)

    name = page.locator(".entries > li").first.get_by_role("link", name="Ada Writera")

    expect(name).to_have_attribute("href", "../../../search/?q=authors:Ada_Writera")


def test_folded_names_lead_to_a_search_once_they_are_seen(page: Page, address: str) -> None:
    page.goto(address + DAY)
    names = page.locator(".entries > li").first.locator(".by")
    expect(names.get_by_role("link")).to_have_count(3)

    names.get_by_text("and 6 more").click()

    expect(names.get_by_role("link")).to_have_count(9)
    name = names.get_by_role("link", name="Ada Writeri")
    expect(name).to_have_attribute("href", "../../../search/?q=authors:Ada_Writeri")
    expect(names).to_have_text(re.compile(r"Ada Writerc\s+and 6 more\s*Ada Writerd, Ada Writere"))


def test_an_opened_abstract_goes_on_in_its_line(page: Page, address: str) -> None:
    page.goto(address + DAY)
    lead = page.locator("details.lead").first

    lead.locator("summary").click()

    begins, goes_on = lead.locator("summary").bounding_box(), lead.locator("p").first.bounding_box()
    assert begins and goes_on
    assert goes_on["y"] < begins["y"] + begins["height"]


def test_a_formula_that_scrolls_in_an_open_abstract_is_in_reach(page: Page, address: str) -> None:
    page.goto(address + DAY)
    entry = page.locator(".entries > li").nth(1)
    page.get_by_role("button", name="Open abstracts").click()

    scrolling = entry.locator("[tabindex='0']:is(.lead, math)")

    expect(scrolling).to_have_count(1)
    assert scrolling.evaluate("(one) => one.scrollWidth > one.clientWidth")
    expect(page.locator(".entries > li").first.locator("[tabindex='0']:is(.lead, math)")).to_have_count(0)
