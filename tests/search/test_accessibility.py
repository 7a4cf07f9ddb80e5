"""Search for every reader: by keys, on small screens, with an assistive technology."""

from collections.abc import Callable
from typing import Any

import pytest
from playwright.sync_api import Page, expect

from tests.axe import violations_in_both_schemes
from tests.search.parts import (
    PHONE,
    RESULT,
    WIDE,
    ZOOMED,
    NewPage,
)


@pytest.fixture(params=["box", "page"])
def searched(request: pytest.FixtureRequest, new_page: NewPage, address: str) -> Callable[..., Page]:
    """Return a function that opens a page with results: in the header's list, or on the search page."""

    def open_page(**options: object) -> Page:
        page = new_page(**options)
        if request.param == "box":
            page.goto(f"{address}about/")
            page.keyboard.press("/")
            page.keyboard.type("diffusion")
            expect(page.locator(RESULT)).to_have_count(10)
            page.keyboard.press("ArrowDown")
        else:
            page.goto(f"{address}search/?q=diffusion&code=1&from=2024-01-02&order=foo")
            expect(page.locator(RESULT)).to_have_count(10)
            toggle = page.get_by_role("button", name="Filters", exact=True)
            if toggle.is_visible():
                toggle.click()
        return page

    return open_page


@pytest.mark.parametrize("viewport", [PHONE, WIDE], ids=["phone", "wide"])
def test_axe_finds_nothing(searched: Callable[..., Page], viewport: object) -> None:
    page = searched(viewport=viewport, bypass_csp=True)

    assert violations_in_both_schemes(page) == []


_SMALL_TARGETS = """() => {
  const parts = ["[role=search]", ".dp-found", ".dp-search__help"];
  const kinds = "a, button, input, select, summary, label:not(:has(*))";
  return [...document.querySelectorAll(parts.map((part) => `${part} :is(${kinds})`))]
    .filter((target) => target.checkVisibility())
    .filter((target) => Math.min(target.offsetWidth, target.offsetHeight) < 24)
    .map((target) => target.outerHTML);
}"""


@pytest.mark.parametrize("viewport", [ZOOMED, PHONE, WIDE], ids=["zoomed", "phone", "wide"])
def test_it_fits_and_its_targets_are_large_enough(searched: Callable[..., Page], viewport: Any) -> None:
    page = searched(viewport=viewport)

    assert page.evaluate(_SMALL_TARGETS) == []
    assert page.evaluate("document.documentElement.scrollWidth") <= viewport["width"]


_UNSEEN_FOCUS = """() => {
  const focused = document.activeElement;
  if (focused === document.body) return null;
  const ring = focused.closest(".dp-search__field") ?? focused;
  const { left, top, width, height } = focused.getClientRects()[0];
  const isCovered = !focused.contains(document.elementFromPoint(left + width / 2, top + height / 2));
  return isCovered || getComputedStyle(ring).outlineStyle === "none" ? focused.outerHTML : null;
}"""


@pytest.mark.parametrize("viewport", [ZOOMED, WIDE], ids=["zoomed", "wide"])
def test_focus_is_seen_wherever_it_goes(searched: Callable[..., Page], viewport: Any) -> None:
    page = searched(viewport=viewport)
    page.focus(".skip")
    unseen = []
    for _ in range(30):
        page.keyboard.press("Tab")
        unseen.append(page.evaluate(_UNSEEN_FOCUS))

    assert [found for found in unseen if found] == []


_CHOSEN_IS_COVERED = """() => {
  const title = document.querySelector("[aria-selected=true] .dp-result__title");
  const { left, top, bottom } = title.getBoundingClientRect();
  return [top + 2, bottom - 2].some((y) => !title.contains(document.elementFromPoint(left + 4, y)));
}"""


def test_the_chosen_result_is_never_covered(new_page: NewPage, address: str) -> None:
    page = new_page(viewport=ZOOMED)
    page.goto(f"{address}about/")
    page.keyboard.press("/")
    page.keyboard.type("diffusion")
    expect(page.locator(RESULT)).to_have_count(10)

    for _ in range(10):
        page.keyboard.press("ArrowDown")
        assert not page.evaluate(_CHOSEN_IS_COVERED)
