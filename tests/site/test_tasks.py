"""What readers come for, each within so many clicks, keys and fields."""

import json
import re
from collections.abc import Callable

import pytest
from playwright.sync_api import Locator, Page, expect

from tests.reading_site import BIG_DAY, DAY, PAPER, RISEN_DAY, WITH_FORMULAS, WITH_RELATED


class Reader:
    """Does things on a page, and counts them."""

    def __init__(self, page: Page) -> None:
        self.page = page
        self.acts = 0

    def click(self, what: Locator) -> None:
        self.acts += 1
        what.click()

    def fill(self, what: Locator, text: str) -> None:
        self.acts += 1
        what.fill(text)

    def choose(self, what: Locator, option: str) -> None:
        self.acts += 1
        what.select_option(option)

    def press(self, *keys: str) -> None:
        for key in keys:
            self.acts += 1
            self.page.keyboard.press(key)


@pytest.fixture
def reader(page: Page) -> Reader:
    return Reader(page)


def ready(page: Page) -> None:
    """Wait until keys work."""
    page.locator(".said").wait_for(state="attached")
    expect(page.locator(".entries > li:has(.meta):not(:has(.marks))")).to_have_count(0)


def box(page: Page) -> Locator:
    return page.locator("header [data-search-input]")


def results(page: Page) -> Locator:
    return page.locator(".dp-found__list > li h2 a")


def test_the_list_of_the_day_before(reader: Reader, address: str) -> None:
    reader.page.goto(address)

    reader.click(reader.page.locator(".chips a").first)

    expect(reader.page).to_have_url(address + BIG_DAY)
    assert reader.acts == 1


def test_the_most_voted_paper_of_a_month(reader: Reader, address: str) -> None:
    reader.page.goto(address)

    reader.fill(box(reader.page), "April 2026")
    reader.press("Enter")
    reader.choose(reader.page.get_by_label("Order"), "votes")

    expect(results(reader.page).first).to_contain_text("Remembering 140")
    assert reader.acts <= 3


def test_papers_of_a_topic_with_code_since_a_day(reader: Reader, address: str) -> None:
    reader.page.goto(f"{address}search/")

    reader.fill(reader.page.get_by_label("Topic"), "long context")
    reader.fill(reader.page.get_by_label("From"), "2026-04-20")
    reader.click(reader.page.get_by_label("Has code"))

    expect(reader.page.locator("[data-search-status]")).to_contain_text("6 papers")
    assert reader.acts == 3


@pytest.mark.parametrize("typed", ["https://arxiv.org/abs/2604.00100v2", "arXiv:2604.00100"])
def test_a_paper_by_its_address_on_arxiv(reader: Reader, address: str, typed: str) -> None:
    reader.page.goto(address)

    reader.fill(box(reader.page), typed)
    reader.press("Enter")

    expect(reader.page).to_have_url(address + PAPER)
    assert reader.acts == 2


def test_a_paper_that_is_half_remembered(reader: Reader, address: str) -> None:
    reader.page.goto(address)

    reader.fill(box(reader.page), "litle is knwn")
    reader.click(reader.page.locator("[data-search-result]").first)

    expect(reader.page.locator("h1")).to_have_text("Little is known")
    assert reader.acts == 2


def test_all_papers_of_an_author(reader: Reader, address: str) -> None:
    reader.page.goto(address + DAY)

    reader.click(reader.page.get_by_role("link", name="Ada Writerb").first)

    expect(reader.page.locator("[data-search-status]")).to_contain_text("papers")
    expect(results(reader.page).first).to_contain_text("Remembering")
    assert reader.acts == 1


def test_five_papers_of_three_days_are_starred_and_exported(reader: Reader, address: str) -> None:
    page = reader.page
    page.goto(address)
    ready(page)
    for _ in range(2):
        reader.press("j", "*")
    reader.click(page.locator(".chips a").first)
    ready(page)
    for _ in range(2):
        reader.press("j", "*")
    reader.press("b")
    expect(page).to_have_url(address + DAY)
    ready(page)
    reader.press("j", "*")
    reader.click(page.locator("header").get_by_role("link", name="Starred"))
    expect(page.locator(".stars li")).to_have_count(5)
    with page.expect_download() as download:
        reader.click(page.get_by_role("button", name="Export as JSON"))

    starred = json.loads(download.value.path().read_text())["starred"]
    assert sorted(starred) == [f"2604.00{number}" for number in (100, 110, 111, 300, 301)]
    assert reader.acts <= 14


def test_a_day_by_the_keyboard_alone(reader: Reader, address: str) -> None:
    page = reader.page
    page.goto(address + DAY)
    ready(page)

    for place in range(12):
        reader.press("j")
        expect(page.locator(".entries > li").nth(place).locator("a").first).to_be_focused()
        if place == 2:
            reader.press("o", "*")
            expect(page.locator(".entries > li").nth(2).locator("details.lead")).to_have_attribute("open", "")
    reader.press("j", "j")

    expect(page).to_have_url(address + BIG_DAY)
    assert reader.acts <= 16


def test_what_is_new_on_return(reader: Reader, address: str) -> None:
    page = reader.page
    page.goto(address + DAY)
    page.evaluate("localStorage['dailypapers.seen'] = '2026-04-16'; sessionStorage.clear()")
    page.goto(address)

    expect(page.locator(":is(h1, .chips) .fresh")).to_have_count(2)
    reader.click(page.locator(".chips .fresh").last)

    expect(page).to_have_url(address + BIG_DAY)
    assert reader.acts == 1


def test_from_a_paper_to_related_ones(reader: Reader, address: str) -> None:
    reader.page.goto(address + WITH_RELATED)

    reader.click(reader.page.locator(".related a").first)

    expect(reader.page.locator("article[data-paper]")).to_be_visible()
    expect(reader.page).not_to_have_url(address + WITH_RELATED)
    assert reader.acts == 1


def test_the_papers_of_a_month_by_votes(reader: Reader, address: str) -> None:
    reader.page.goto(address + DAY)

    reader.click(reader.page.get_by_role("link", name="April 2026").first)

    expect(reader.page.locator(".best .entries > li").first).to_contain_text("Remembering 140")
    assert reader.acts == 1


SCREENS = ({"width": 1440, "height": 900}, {"width": 390, "height": 844})


@pytest.fixture(params=SCREENS, ids=["desk", "phone"])
def visitor(request: pytest.FixtureRequest, new_page: Callable[..., Page]) -> Reader:
    """Return a reader at a desk, or with a phone."""
    return Reader(new_page(viewport=request.param))


def seen(page: Page, name: str) -> Locator:
    """Find the first link of a name that a reader need not scroll far for, as one sees it."""
    return page.get_by_role("link", name=name, exact=True).locator("visible=true").first


def test_a_feed_of_a_topic_by_a_paper_about_it(visitor: Reader, risen_address: str) -> None:
    page = visitor.page
    page.goto(risen_address)

    visitor.click(page.locator(".entries .topic").get_by_role("link", name="Quokka harnesses").first)
    with page.expect_response("**/feeds/topics/quokka-harnesses.xml") as answer:
        visitor.click(seen(page, "Atom feed"))

    assert answer.value.headers["content-type"].endswith("/xml")
    assert visitor.acts == 2


def test_a_feed_of_a_topic_by_its_name(visitor: Reader, risen_address: str) -> None:
    page = visitor.page
    page.goto(risen_address)

    visitor.click(seen(page, "Topics"))
    visitor.click(seen(page, "Lone walks"))
    with page.expect_response("**/feeds/topics/lone-walks.xml"):
        visitor.click(seen(page, "Atom feed"))

    assert visitor.acts == 3


def test_what_rises_and_the_papers_on_it(visitor: Reader, risen_address: str) -> None:
    page = visitor.page
    page.goto(risen_address)

    visitor.click(page.get_by_role("link", name=re.compile("Trends|Rising in")).locator("visible=true").first)
    expect(page.locator(".rises")).to_contain_text("Quokka harnesses")
    visitor.click(page.locator(".rises h2 a").first)

    expect(page.get_by_role("main")).to_contain_text("Quokka harnesses of tale")
    assert visitor.acts == 2


@pytest.mark.parametrize("path", [WITH_FORMULAS, RISEN_DAY, "papers/month/2026-02/", "search/"])
def test_what_rises_from_any_page(visitor: Reader, risen_address: str, path: str) -> None:
    visitor.page.goto(risen_address + path)

    visitor.click(visitor.page.locator("header").get_by_role("link", name="Archive", exact=True))
    visitor.click(visitor.page.get_by_role("link", name="What rises"))

    expect(visitor.page.locator(".rises")).to_contain_text("Quokka harnesses")
    assert visitor.acts == 2
