"""What pages are without JavaScript."""

from collections.abc import Callable

from playwright.sync_api import Browser, Page, expect

from tests.reading_site import DAY, PAGES
from tests.site.scripts import VISIBLE


def test_without_javascript_abstracts_and_names_open(new_page: Callable[..., Page], address: str) -> None:
    page = new_page(java_script_enabled=False)
    page.goto(address + DAY)
    first = page.locator(".entries > li").first
    first.locator("details.lead summary").click()
    first.locator(".by summary").click()

    expect(first).to_contain_text("at a tenth of the cost")
    expect(first).to_contain_text("Ada Writerf")
    expect(page.locator(".receipts")).to_contain_text("1 part of the list could not be read")


def test_without_javascript_no_page_lacks_anything(browser: Browser, address: str) -> None:
    """Scripts make no heading and no link, and no button is shown that only a script would serve.

    But for newer related papers and searches, of which a page tells that they need a script.
    """
    with_script, without = browser.new_page(), browser.new_page(java_script_enabled=False)
    lacking = {}
    for path in PAGES:
        with_script.goto(address + path)
        without.goto(address + path)
        # What a lost address may have meant, only a script can tell.
        wanted = "main :is(a, h1, h2, h3):not(#lost a, .newer *, [data-search-help] a), footer a"
        found = set(without.evaluate(VISIBLE, wanted))
        lacking[path] = set(with_script.evaluate(VISIBLE, wanted)) - found
        assert without.evaluate(VISIBLE, "button, input") == [], path
    with_script.close()
    without.close()

    assert {path: missing for path, missing in lacking.items() if missing} == {}
