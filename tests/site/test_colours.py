"""The scheme that a reader chooses."""

from playwright.sync_api import Page, expect

from tests.reading_site import PAPER


def test_the_chosen_scheme_stays(page: Page, address: str) -> None:
    page.goto(address)
    page.get_by_role("button", name="Dark colours").click()
    page.goto(address + PAPER)

    assert page.evaluate("getComputedStyle(document.documentElement).colorScheme") == "dark"
    expect(page.get_by_role("button", name="Dark colours")).to_have_attribute("aria-pressed", "true")


def test_the_browsers_bars_have_the_chosen_scheme(page: Page, address: str) -> None:
    colours = "[...document.querySelectorAll('meta[name=theme-color]')].map((meta) => meta.content)"
    page.emulate_media(color_scheme="light")
    page.goto(address)
    usual = page.evaluate(colours)

    page.get_by_role("button", name="Dark colours").click()
    assert page.evaluate(colours) == ["#171614", "#171614"]
    page.get_by_role("button", name="Dark colours").click()
    assert page.evaluate(colours) == usual == ["#171614", "#fcfbf8"]
