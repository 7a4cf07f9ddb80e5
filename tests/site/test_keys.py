"""Keys everywhere: on lists, papers, weeks and results, and how many stops of Tab there are."""

import pytest
from playwright.sync_api import Page, expect

from tests.reading_site import BIG_DAY, DAY, PAPER

WEEK = "papers/week/2026-W16/"
RESULTS = "search/?q=remembering"
STOPS = """(entry) => [...entry.querySelectorAll("a, button, summary, [tabindex]")].filter((one) =>
  one.tabIndex >= 0 && one.checkVisibility()).length"""


def press(page: Page, keys: str) -> None:
    for key in keys:
        page.keyboard.press(key)


def marked(page: Page) -> None:
    expect(page.locator(".entries > li:has(.meta):not(:has(.marks))")).to_have_count(0)


def open_list(page: Page, address: str) -> None:
    page.goto(address)
    marked(page)


def open_paper(page: Page, address: str, keys: str, paper: str) -> None:
    """Go down a day's list by keys, and open the paper that they lead to."""
    open_list(page, address + DAY)
    press(page, keys)
    page.keyboard.press("Enter")
    expect(page).to_have_url(f"{address}papers/{paper}/")
    page.locator(".said").wait_for(state="attached")


@pytest.mark.parametrize("height", [600, 844])
def test_a_paper_comes_to_the_top_of_the_window(page: Page, address: str, height: int) -> None:
    page.set_viewport_size({"width": 1440, "height": height})
    open_list(page, address + DAY)

    for place in range(5):
        press(page, "jo")
        entry = page.locator(".entries > li").nth(place)
        box = entry.bounding_box()
        assert box
        assert 0 <= box["y"] < 40
        expect(entry.locator(".lead")).to_be_in_viewport(ratio=0.9)
        press(page, "o")


def test_keys_lead_from_the_last_paper_to_the_next_day(page: Page, address: str) -> None:
    open_list(page, address + DAY)

    press(page, "j" * 12)
    expect(page.locator(".entries > li").nth(11).locator("a").first).to_be_focused()
    press(page, "j")
    expect(page.locator(".pager [rel=next]").last).to_be_focused()
    press(page, "j")

    expect(page).to_have_url(address + BIG_DAY)


def test_a_long_day_goes_on_on_its_next_part(page: Page, address: str) -> None:
    open_list(page, address + BIG_DAY)

    press(page, "n")
    expect(page).to_have_url(f"{address}{BIG_DAY}2/")
    marked(page)
    press(page, "n")
    expect(page).to_have_url(f"{address}papers/date/2026-04-20/")
    marked(page)
    press(page, "b")

    expect(page).to_have_url(address + BIG_DAY)


def test_keys_on_a_paper(page: Page, address: str) -> None:
    open_paper(page, address, "jj", "2604.00101")

    press(page, "*")
    expect(page.locator(".said")).to_have_text("Starred")
    expect(page.locator("[data-star]")).to_have_text("Starred")
    press(page, "m")
    expect(page.locator(".said")).to_have_text("Marked as unread")
    press(page, "j")
    expect(page).to_have_url(f"{address}papers/2604.00102/")
    page.locator(".said").wait_for(state="attached")
    press(page, "u")
    expect(page).to_have_url(address + DAY)


def test_the_list_is_come_back_to_where_it_was_left(page: Page, address: str) -> None:
    open_paper(page, address, "jjj", "2604.00102")
    press(page, "u")

    expect(page.locator(".entries > li").nth(2).locator("a").first).to_be_focused()


@pytest.mark.parametrize(("key", "name"), [("p", "PDF"), ("c", "Code")])
@pytest.mark.parametrize("path", [DAY, PAPER])
def test_a_key_opens_a_link_of_a_paper(page: Page, address: str, path: str, key: str, name: str) -> None:
    page.goto(address + path)
    page.evaluate(
        """addEventListener("click", (event) => {
          event.preventDefault(); self.followed = event.target.textContent; }, true)"""
    )
    press(page, key if path == PAPER else f"j{key}")

    page.wait_for_function("name => self.followed === name", arg=name)


@pytest.mark.parametrize(
    ("path", "item"),
    [(WEEK, ".entries > li, .titles li"), (RESULTS, ".dp-found__list > li")],
    ids=["week", "results"],
)
def test_keys_go_through_other_lists(page: Page, address: str, path: str, item: str) -> None:
    page.goto(address + path)
    items = page.locator(item)
    expect(items.nth(2)).to_be_visible()
    page.locator(".said").wait_for(state="attached")
    page.locator("h1").click()

    press(page, "jjk")
    expect(items.first.locator("a").first).to_be_focused()
    press(page, "*")
    expect(page.locator(".said")).to_have_text("Starred")
    press(page, "m")
    expect(page.locator(".said")).to_have_text("Marked as read")

    address_of = items.first.locator("a").first.get_attribute("href") or ""
    state = page.evaluate("JSON.parse(localStorage['dailypapers.reading'])")
    assert list(state["starred"]) == state["read"] == [address_of.rstrip("/").rpartition("/")[2]]


def test_all_above_can_be_marked_as_read(page: Page, address: str) -> None:
    open_list(page, address + DAY)

    press(page, "jjjM")

    expect(page.locator(".said")).to_have_text("Marked 3 as read")
    expect(page.locator(".entries > .read")).to_have_count(3)


@pytest.mark.parametrize(
    ("path", "here", "elsewhere"),
    [
        (DAY, "open or close its abstract", "back to the list"),
        (PAPER, "back to the list", "open or close its abstract"),
        (WEEK, "star it", "back to the list"),
        ("status/", "search all papers", "star it"),
    ],
)
def test_the_window_of_keys_tells_what_works_here(
    page: Page, address: str, path: str, here: str, elsewhere: str
) -> None:
    page.goto(address + path)
    page.locator(".said").wait_for(state="attached")

    press(page, "?")

    expect(page.get_by_role("dialog")).to_contain_text(here)
    expect(page.get_by_role("dialog")).not_to_contain_text(elsewhere)


def test_what_is_read_stays_hidden_on_other_days(page: Page, address: str) -> None:
    page.goto(address + PAPER)
    page.goto(address + BIG_DAY)
    page.get_by_role("button", name="Hide read").click()
    page.goto(address + DAY)

    expect(page.get_by_role("button", name="Hide read")).to_have_attribute("aria-pressed", "true")
    expect(page.locator(".entries > li").first).to_be_hidden()
    page.get_by_role("button", name="Hide read").click()
    page.goto(address)
    expect(page.get_by_role("button", name="Hide read")).to_have_attribute("aria-pressed", "false")


@pytest.mark.parametrize("path", ["", DAY, f"{BIG_DAY}2/"])
def test_an_entry_has_at_most_five_stops(page: Page, address: str, path: str) -> None:
    open_list(page, address + path)

    stops = [entry.evaluate(STOPS) for entry in page.locator(".entries > li").all()]

    assert max(stops) <= 5
    page.locator(".entries .by summary").first.click()
    expect(page.locator(".entries .by details a").first).to_be_visible()
    assert page.locator(".entries > li").first.evaluate(STOPS) <= 5


def test_arrows_go_along_a_row_of_links(page: Page, address: str) -> None:
    open_list(page, address + DAY)
    entry = page.locator(".entries > li").first
    page.keyboard.press("j")
    page.keyboard.press("Tab")
    expect(entry.get_by_role("link", name="Ada Writera")).to_be_focused()

    page.keyboard.press("ArrowRight")
    expect(entry.get_by_role("link", name="Ada Writerb")).to_be_focused()
    page.keyboard.press("Tab")
    page.keyboard.press("Tab")
    expect(entry.get_by_role("link", name="arXiv")).to_be_focused()
    page.keyboard.press("ArrowRight")
    expect(entry.get_by_role("link", name="PDF")).to_be_focused()
    page.keyboard.press("Tab")
    page.keyboard.press("ArrowRight")
    page.keyboard.press("Enter")

    expect(entry.get_by_label("Star:")).to_have_attribute("aria-pressed", "true")


@pytest.mark.parametrize("path", ["", DAY, f"{BIG_DAY}2/"])
@pytest.mark.parametrize("width", [390, 1440])
def test_what_stands_beside_a_list_is_a_skip_away(page: Page, address: str, path: str, width: int) -> None:
    page.set_viewport_size({"width": width, "height": 844})
    open_list(page, address + path)

    for _ in range(30):
        page.keyboard.press("Tab")
        if page.locator("[href='#beside']:focus").count():
            break
    page.keyboard.press("Enter")
    page.keyboard.press("Tab")

    expect(page.locator("aside a:focus")).to_have_count(1)
    expect(page.locator("aside :focus")).to_be_in_viewport()


@pytest.mark.parametrize("width", [390, 1440])
def test_marks_stand_on_the_first_line_of_links(page: Page, address: str, width: int) -> None:
    page.set_viewport_size({"width": width, "height": 844})
    open_list(page, address + DAY)

    offsets = page.evaluate(
        """[...document.querySelectorAll(".entries .marks")].map((marks) => {
          const [own, row] = [marks.getBoundingClientRect(), marks.closest(".meta").getBoundingClientRect()];
          return [Math.round(own.right), Math.round(own.top - row.top)].join();
        })"""
    )

    assert len(set(offsets)) == 1
