"""Answers that come late, or to a question that was given up."""

import re

import pytest
from playwright.sync_api import Page, Route, expect

from tests.search.parts import (
    INPUT,
    RESULT,
    STATUS,
    type_text,
)


@pytest.mark.parametrize(("text", "focused"), [("diffusion", "[data-search-all]"), ("named", INPUT)])
def test_the_focus_stays_when_an_answer_comes(about: Page, text: str, focused: str) -> None:
    held: list[Route] = []
    released: list[bool] = []
    type_text(about, "quantum", 10)
    part = re.compile("/(texts|shard)-")
    about.route(part, lambda route: route.continue_() if released else held.append(route))
    about.fill(INPUT, text)
    about.keyboard.press("Tab")
    expect(about.locator("[data-search-all]")).to_be_focused()
    expect(about.locator(STATUS)).to_have_text("Searching…")

    released.append(True)
    for route in held:
        route.continue_()

    expect(about.locator(STATUS)).to_contain_text("found")
    expect(about.locator(focused)).to_be_focused()
    expect(about.locator(RESULT).first).to_be_visible()


def test_only_the_last_of_twenty_fast_queries_shows(about: Page) -> None:
    """The first answers cannot come before the last question: what they need is held back until then."""
    held: list[Route] = []
    typed: list[bool] = []
    about.route("**/shard-*", lambda route: route.continue_() if typed else held.append(route))
    about.focus(INPUT)
    about.evaluate(
        """async () => {
          const input = document.querySelector("[data-search-input]");
          const list = document.querySelector("[data-search-list]");
          self.shown = [];
          const note = () => list.childElementCount && shown.push(list.textContent);
          new MutationObserver(note).observe(list, { childList: true });
          for (let number = 100; number < 120; number++) {
            input.value = `method${number}`;
            input.dispatchEvent(new InputEvent("input", { bubbles: true }));
            await new Promise((resolve) => setTimeout(resolve, 80));
          }
        }"""
    )
    typed.append(True)
    for route in held:
        route.continue_()

    expect(about.locator(RESULT)).to_have_count(1)
    expect(about.locator(RESULT)).to_contain_text("Method119")
    assert held
    assert all("Method119" in shown for shown in about.evaluate("shown"))


@pytest.mark.parametrize(
    ("place", "key"), [("about/", "Escape"), ("about/", "Delete"), ("search/", "Delete")]
)
def test_a_search_that_was_given_up_says_no_more(page: Page, address: str, place: str, key: str) -> None:
    held: list[Route] = []
    page.route("**/shard-*", lambda route: held.append(route))
    page.goto(address + place)
    page.fill(INPUT, "diffusion")
    expect(page.locator(STATUS)).to_have_text("Searching…")

    page.locator(INPUT).select_text()
    page.keyboard.press(key)
    expect(page.locator(STATUS)).to_have_text("")
    for route in held:
        route.continue_()
    page.wait_for_timeout(500)

    assert held
    assert page.locator(STATUS).inner_text() == ""
    expect(page.locator(RESULT)).to_have_count(0)


def test_a_search_that_was_given_up_before_it_was_slow_says_nothing(about: Page) -> None:
    about.route("**/shard-*", lambda _: None)
    about.fill(INPUT, "diffusion")
    about.wait_for_timeout(100)

    about.fill(INPUT, "")
    about.wait_for_timeout(500)

    expect(about.locator("[data-search-panel]")).to_be_hidden()
    expect(about.locator(STATUS)).to_have_text("")


def test_two_tabs_search_side_by_side(page: Page, address: str) -> None:
    tabs = [page, page.context.new_page()]
    for tab, text in zip(tabs, ("method7", "method8"), strict=True):
        tab.goto(f"{address}about/")
        tab.fill(INPUT, text)

    expect(tabs[0].locator(RESULT).first).to_contain_text("Method7")
    expect(tabs[1].locator(RESULT).first).to_contain_text("Method8")
