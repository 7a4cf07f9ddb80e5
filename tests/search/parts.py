"""The parts of pages that search is made of, and the windows they are looked at in."""

from collections.abc import Callable

from playwright.sync_api import Page, expect

INPUT = "[data-search-input]"
RESULT = "[data-search-result]"
LIST = "[data-search-list]"
STATUS = "[data-search-status]"
NOTES = "[data-search-notes]"
ERROR = "[data-search-error]"
CHOSEN = '[role="option"][aria-selected="true"]'
WIDE = {"width": 1440, "height": 900}
PHONE = {"width": 390, "height": 844}
ZOOMED = {"width": 320, "height": 256}
"""The window of a desktop at 400 %."""

NewPage = Callable[..., Page]


def type_text(page: Page, text: str, count: int | None = None) -> None:
    """Type into the box, and wait for results, so many if that is given."""
    page.fill(INPUT, text)
    expect(page.locator(RESULT).first).to_be_visible()
    if count is not None:
        expect(page.locator(RESULT)).to_have_count(count)
