"""How a list opens: in steps, at once, or where its reader was."""

import pytest
from playwright.sync_api import Page, expect

from tests.reading_site import BIG_DAY, DAY, PAPER
from tests.site.scripts import NEVER_PAINTED


def test_who_comes_back_finds_the_paper_in_its_place(page: Page, address: str) -> None:
    page.set_viewport_size({"width": 390, "height": 844})
    page.goto(address + BIG_DAY)
    link = page.locator(".entries > li h2 a").nth(30)
    link.scroll_into_view_if_needed()
    page.wait_for_timeout(300)
    before = link.bounding_box()
    link.click()
    expect(page.locator("article[data-paper]")).to_be_visible()

    page.go_back()

    expect(link).to_be_focused()
    expect(link).to_be_in_viewport()
    after = link.bounding_box()
    assert before and after
    assert after["y"] == pytest.approx(before["y"], abs=2)


STEPS = """
self.steps = [];
new MutationObserver((changes) => {
  const page = document.documentElement;
  if (changes.some(({ target }) => target === page)) steps.push(page.className.split("late-").length - 1);
}).observe(document, { subtree: true, attributeFilter: ["class"] });
"""


def test_a_list_opens_in_steps(page: Page, address: str) -> None:
    page.add_init_script(STEPS)

    page.goto(address + DAY)
    expect(page.locator("html[class*=late-]")).to_have_count(0)

    assert page.evaluate("steps") == [0, 6, 5, 4, 3, 2, 1, 0]
    expect(page.locator(".entries > li").locator("visible=true")).to_have_count(12)
    expect(page.locator("html > p")).to_have_count(0)
    expect(page.locator("aside, footer").locator("visible=true")).to_have_count(2)


@pytest.mark.parametrize("act", ["keydown", "click"])
def test_a_key_or_a_click_has_a_list_open_at_once(page: Page, address: str, act: str) -> None:
    page.add_init_script(NEVER_PAINTED)
    page.goto(address + DAY)
    late = "document.documentElement.matches('[class*=late-]')"
    assert page.evaluate(late)

    page.dispatch_event("body", act)

    assert not page.evaluate(late)


@pytest.mark.parametrize("hidden", [True, False])
def test_a_list_is_whole_where_nothing_is_painted(page: Page, address: str, hidden: bool) -> None:
    page.add_init_script(NEVER_PAINTED)
    if hidden:
        page.add_init_script("Object.defineProperty(document, 'hidden', { value: true });")

    page.goto(address + DAY)

    expect(page.locator(".entries > li").last).to_be_visible()
    expect(page.locator("aside, footer").locator("visible=true")).to_have_count(2)
    if hidden:
        expect(page.locator(".marks")).to_have_count(11)


@pytest.mark.parametrize("way", ["#content", "reload", "back"])
def test_who_has_a_place_in_a_list_has_it_whole(page: Page, address: str, way: str) -> None:
    page.add_init_script(STEPS)
    page.goto(address + DAY + (way if way.startswith("#") else ""))
    if way == "reload":
        page.reload()
    elif way == "back":
        page.goto(address + PAPER)
        page.go_back()

    assert set(page.evaluate("steps")) == {0}
