"""How old the newest list is, told by a script where a page is read."""

from collections.abc import Callable

import pytest
from playwright.sync_api import Browser, Page, expect


@pytest.mark.parametrize("path", ["", "status/"])
@pytest.mark.parametrize(
    ("now", "told"),
    [
        ("2026-04-21T00:00:00Z", "1 working day ago"),
        ("2026-04-19T23:59:00Z", ""),
    ],
)
def test_a_page_tells_the_age_of_the_newest_list(
    page: Page, address: str, path: str, now: str, told: str
) -> None:
    page.clock.set_fixed_time(now)
    page.goto(address + path, wait_until="networkidle")

    expect(page.locator("[data-age]").first).to_have_text(told)


def test_without_javascript_the_day_stands_there(browser: Browser, address: str) -> None:
    page = browser.new_page(java_script_enabled=False)
    for path in ("", "status/"):
        page.goto(address + path)
        expect(page.locator("main").get_by_text("Monday, 20 April 2026").first).to_be_visible()
        expect(page.locator("[data-age]").filter(visible=True, has_text="working")).to_have_count(0)
    page.close()


@pytest.mark.parametrize("path", ["", "status/"])
def test_nothing_moves_on_the_narrowest_phone(new_page: Callable[..., Page], address: str, path: str) -> None:
    page = new_page(viewport={"width": 320, "height": 844})
    page.clock.set_fixed_time("2030-04-20T12:00:00Z")
    page.add_init_script(
        """self.shifts = []; new PerformanceObserver((list) => shifts.push(...list.getEntries().map(
          ({ value }) => value))).observe({ type: "layout-shift", buffered: true })"""
    )
    page.goto(address + path, wait_until="networkidle")

    expect(page.locator("[data-age]").first).to_have_text("1,044 working days ago")
    assert page.evaluate("shifts") == []
