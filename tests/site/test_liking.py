"""The switch that orders a list by what a reader starred."""

import json
from collections.abc import Callable
from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

from tests.axe import WIDTHS, violations_in_both_schemes
from tests.reading_site import BIG_DAY, DAY, DAYS

STARRED = ("2604.00100", "2604.00101", "2604.00103", "2604.00104", "2604.00300")
STAR = """([ids, on]) => localStorage.setItem("dailypapers.reading", JSON.stringify({
  version: 1, read: [], starred: Object.fromEntries(ids.map((id) => [id, { title: `About <b>${id}`, on }])),
}))"""
ORDER = "() => [...document.querySelectorAll('.entries > li')].map((entry) => entry.value)"


def open_with(page: Page, path: str, ids: tuple[str, ...]) -> None:
    page.goto(path)
    page.evaluate(STAR, [ids, "2026-04-21"])
    page.reload()


def test_the_switch_comes_with_five_stars(page: Page, address: str) -> None:
    loaded: list[str] = []
    page.on("request", lambda request: loaded.append(request.url))
    open_with(page, address + DAY, STARRED[:4])
    entry = page.locator(".entries > li").nth(5)
    entry.get_by_label("Star:").wait_for()
    switch = page.get_by_role("button", name="Like what I starred")
    assert not [url for url in loaded if "lik" in url or url.endswith("terms.json")]

    entry.get_by_label("Star:").click()
    expect(switch).to_be_visible()
    entry.get_by_label("Star:").click()

    expect(switch).to_be_hidden()


def test_the_order_gives_reasons_survives_back_and_is_switched_off(page: Page, address: str) -> None:
    open_with(page, address + BIG_DAY, STARRED)
    own = page.evaluate(ORDER)
    switch = page.get_by_role("button", name="Like what I starred")

    switch.focus()
    page.keyboard.press("Enter")

    expect(page.get_by_text("Ordered by likeness to 5 starred papers.")).to_be_visible()
    expect(switch).to_have_attribute("aria-pressed", "true")
    liked = page.evaluate(ORDER)
    assert liked != own
    assert sorted(liked) == own
    first = page.locator(".entries > li").first
    expect(first.locator(".like")).to_contain_text("like About <b>2604.")

    first.locator(".like a").click()
    page.go_back()
    expect(switch).to_have_attribute("aria-pressed", "true")
    expect(page.locator(".entries .like").first).to_be_visible()
    assert page.evaluate(ORDER) == liked

    switch.click()
    expect(page.get_by_text("In the order of the list.")).to_be_visible()
    assert page.evaluate(ORDER) == own
    expect(page.locator(".like")).to_have_count(0)


def test_only_files_of_the_site_are_asked_for_and_only_once(
    page: Page, address: str, problems: list[str]
) -> None:
    asked: list[tuple[str, str, str | None]] = []
    open_with(page, address + DAY, (*STARRED, "2604.99999"))
    switch = page.get_by_role("button", name="Like what I starred")
    switch.wait_for()
    page.on("request", lambda request: asked.append((request.method, request.url, request.post_data)))

    switch.click()
    expect(page.get_by_text("Ordered by likeness to 5 starred papers.")).to_be_visible()

    assert {(method, data) for method, _, data in asked} == {("GET", None)}
    assert {url.removeprefix(address) for _, url, _ in asked} == {
        f"{DAY}terms.json",
        "papers/2604.00300/",
        f"papers/date/{DAYS[2]}/terms.json",
        "papers/2604.99999/",
    }
    asked.clear()
    page.reload()
    expect(page.get_by_text("Ordered by likeness to 5 starred papers.")).to_be_visible()
    assert "papers/2604.00300/" not in {url.removeprefix(address) for _, url, _ in asked}
    assert all("404" in problem for problem in problems)  # of the paper that is not here
    problems.clear()


@pytest.mark.parametrize("width", WIDTHS)
def test_axe_finds_nothing_while_the_switch_is_on(
    new_page: Callable[..., Page], address: str, width: int
) -> None:
    page = new_page(viewport={"width": width, "height": 844})
    open_with(page, address + DAY, STARRED)
    expect(page.locator(".entries > li:has(.meta):not(:has(.marks))")).to_have_count(0)

    page.get_by_role("button", name="Like what I starred").click()

    expect(page.locator(".entries .like").first).to_be_visible()
    assert violations_in_both_schemes(page) == []


def test_a_list_that_cannot_be_ordered_says_so(page: Page, address: str, problems: list[str]) -> None:
    open_with(page, address + DAY, STARRED)
    page.route("**/terms.json", lambda route: route.abort())
    own = page.evaluate(ORDER)

    page.get_by_role("button", name="Like what I starred").click()

    expect(page.get_by_text("The order could not be found")).to_be_visible()
    assert page.evaluate(ORDER) == own
    assert all("terms.json" in problem or "ERR_FAILED" in problem for problem in problems), problems
    problems.clear()


def test_what_is_kept_need_not_be_right(page: Page, address: str) -> None:
    page.goto(address + DAY)
    page.evaluate("localStorage.setItem('dailypapers.terms', '{\"2604.00300\": null, \"2604.00100\": 1}')")
    open_with(page, address + DAY, STARRED)

    page.get_by_role("button", name="Like what I starred").click()

    expect(page.get_by_text("Ordered by likeness to 5 starred papers.")).to_be_visible()


def test_without_javascript_a_line_says_what_is_lacking(new_page: Callable[..., Page], address: str) -> None:
    page = new_page(java_script_enabled=False)
    page.goto(address + DAY)

    expect(page.get_by_text("An order by what you starred needs JavaScript.")).to_be_visible()


def test_a_paper_that_was_taken_down_has_no_terms(site: Path) -> None:
    terms = json.loads((site / DAY / "terms.json").read_bytes())

    assert "2604.00100" in terms
    assert "2604.00108" not in terms
