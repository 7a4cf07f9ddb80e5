"""Search as a reader meets it: the archive's own site, under a sub-path and its Content-Security-Policy."""

import re
from collections.abc import Callable
from typing import Any
from urllib.parse import urlsplit

import pytest
from axe_playwright_python.sync_playwright import Axe  # type: ignore[import-untyped]
from playwright.sync_api import Page, Route, expect

from tests.search.papers import invented
from tests.search.site import site_with_search
from tests.server import Serve, Server

PAPERS = invented(160)
ATTENTION, IDENTIFIED = PAPERS[-3], PAPERS[-1]
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


@pytest.fixture(scope="module")
def server(serve: Serve, tmp_path_factory: pytest.TempPathFactory) -> Server:
    return serve(site_with_search(tmp_path_factory.mktemp("site"), PAPERS), "/archive/")


@pytest.fixture(scope="module")
def address(server: Server) -> str:
    return server.url


@pytest.fixture
def home(page: Page, address: str) -> Page:
    page.goto(address)
    return page


@pytest.fixture
def about(page: Page, address: str) -> Page:
    """Give a page of little but the box in its header."""
    page.goto(f"{address}about/")
    return page


def _type(page: Page, text: str, count: int | None = None) -> None:
    page.fill(INPUT, text)
    expect(page.locator(RESULT).first).to_be_visible()
    if count is not None:
        expect(page.locator(RESULT)).to_have_count(count)


# Before anybody searches


def test_nothing_is_downloaded_before_a_reader_goes_to_search(page: Page, server: Server) -> None:
    before = len(server.requests)

    page.goto(server.url, wait_until="networkidle")

    asked = {urlsplit(request.path).path for request in server.requests[before:]}
    ours = {path for path in asked if "search" in path}
    assert ours == {f"/archive/assets/search/{name}" for name in ("boot.js", "search.css")}


def test_focus_fetches_what_every_query_needs(about: Page) -> None:
    with (
        about.expect_request("**/worker.js"),
        about.expect_request("**/manifest.json"),
        about.expect_request("**/page.js"),
    ):
        about.focus(INPUT)


@pytest.mark.parametrize("place", ["", "search/"])
def test_without_scripts_the_archive_is_pointed_to(new_page: NewPage, address: str, place: str) -> None:
    page = new_page(java_script_enabled=False)
    page.goto(address + place)

    expect(page.get_by_text("Search needs JavaScript")).to_be_visible()
    expect(page.locator(f"{INPUT}, .dp-search__help, select").locator("visible=true")).to_have_count(0)
    page.get_by_role("link", name="Browse the archive").click()

    expect(page).to_have_url(f"{address}papers/")


# The box in the header


def test_results_come_while_typing_and_lead_to_the_paper(about: Page, address: str) -> None:
    about.locator(INPUT).press_sequentially("attention is all you need ag")

    expect(about.locator(RESULT).first).to_contain_text("Attention Is All You Need Again")
    about.locator(RESULT).first.click()

    expect(about).to_have_url(address + ATTENTION.address)


def test_a_result_tells_what_a_reader_chooses_by(about: Page) -> None:
    _type(about, "beta codes")

    first = about.locator(RESULT).first
    expect(first).to_contain_text("Contrastive Learning of β-VAE Codes")
    told = first.locator(".dp-result__about > *").all_inner_texts()
    assert told == ["Jun Ito", "16 January 2024", "42 votes", "code"]
    assert first.locator("mark").all_inner_texts()[:2] == ["β", "Codes"]


@pytest.mark.parametrize(
    ("written", "read"),
    [
        ("grouped(7)", "7"),
        ("grouped(160)", "160"),
        ("grouped(8506)", "8,506"),
        ("grouped(1234567)", "1,234,567"),
        ("dayName('2026-05-28')", "28 May 2026"),
        ("dayName('2024-01-01')", "1 January 2024"),
        ("dayName('2025-12-31')", "31 December 2025"),
    ],
)
def test_numbers_and_days_are_written_as_on_other_pages(about: Page, written: str, read: str) -> None:
    _type(about, "diffusion")

    assert about.evaluate(f"archive.results.{written}") == read


def test_text_of_papers_stays_text(about: Page) -> None:
    _type(about, "breaking tags")

    expect(about.locator(RESULT).first).to_contain_text(
        'Breaking <b>Tags</b> & "Quotes" <img src=x onerror=alert(1)>'
    )
    assert about.locator(LIST).locator("b, img, script").count() == 0


@pytest.mark.parametrize("key", ["/", "s", "f"])
def test_a_key_leads_to_the_box(about: Page, key: str) -> None:
    about.keyboard.press(key)

    expect(about.locator(INPUT)).to_be_focused()
    expect(about.locator(INPUT)).to_have_value("")


def test_keys_are_left_alone_while_typing_and_with_a_modifier(page: Page, address: str) -> None:
    page.goto(f"{address}search/")
    topic = page.get_by_label("Topic")

    topic.press_sequentially("s/f")
    expect(topic).to_have_value("s/f")
    page.locator("h1").click()
    page.keyboard.press("Control+f")

    expect(page.locator(INPUT)).not_to_be_focused()


def test_keys_can_be_turned_off(page: Page, address: str) -> None:
    page.goto(f"{address}search/")
    page.get_by_label("lead to the search box").uncheck()
    page.goto(f"{address}about/")

    page.keyboard.press("s")

    expect(page.locator(INPUT)).not_to_be_focused()


def test_a_key_and_escape_leave_a_reader_in_place(home: Page) -> None:
    last = home.locator(".entries h2 a").last
    last.focus()
    before = home.evaluate("scrollY")

    home.keyboard.press("/")
    home.keyboard.type("named")
    expect(home.locator(RESULT)).to_have_count(4)
    expect(home.locator(INPUT)).to_be_in_viewport()
    home.keyboard.press("Escape")
    expect(home.locator(RESULT).first).to_be_hidden()
    home.keyboard.press("Escape")

    expect(last).to_be_focused()
    assert before > 0
    assert home.evaluate("scrollY") == pytest.approx(before, abs=1)  # of a fraction, and rounded


def test_arrows_select_and_enter_opens(about: Page) -> None:
    _type(about, "named", 4)

    about.keyboard.press("ArrowDown")
    about.keyboard.press("ArrowDown")
    expect(about.locator(CHOSEN)).to_have_count(1)
    assert about.get_attribute(INPUT, "aria-activedescendant") == about.locator(CHOSEN).get_attribute("id")
    target = str(about.locator(CHOSEN).get_attribute("href"))
    about.keyboard.press("Enter")

    expect(about).to_have_url(target)


def test_what_was_chosen_is_forgotten_when_the_text_changes(about: Page, address: str) -> None:
    _type(about, "diffusion")
    about.keyboard.press("ArrowDown")
    about.route("**/assets/search/shard-*", lambda _: None)  # which never comes

    about.locator(INPUT).press_sequentially(" zyx")
    expect(about.locator(CHOSEN)).to_have_count(0)
    about.keyboard.press("Enter")

    expect(about).to_have_url(f"{address}search/?q=diffusion+zyx")


def test_escape_closes_the_list_from_its_last_link_too(about: Page) -> None:
    _type(about, "diffusion", 10)

    about.locator("[data-search-all]").focus()
    about.keyboard.press("Escape")

    expect(about.locator("[data-search-panel]")).to_be_hidden()
    expect(about.locator(INPUT)).to_be_focused()


def test_control_and_enter_open_a_selected_result_in_a_new_tab(about: Page) -> None:
    _type(about, "named", 4)
    about.keyboard.press("ArrowDown")
    target = str(about.locator(CHOSEN).get_attribute("href"))

    with about.context.expect_page() as opened:
        about.keyboard.press("Control+Enter")

    expect(opened.value).to_have_url(target)
    expect(about.locator(INPUT)).to_be_focused()


@pytest.mark.parametrize(("text", "focused"), [("diffusion", "[data-search-all]"), ("named", INPUT)])
def test_the_focus_stays_when_an_answer_comes(about: Page, text: str, focused: str) -> None:
    held: list[Route] = []
    released: list[bool] = []
    _type(about, "quantum", 10)
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


def test_arrow_up_wraps_from_the_box_to_the_last_result(about: Page) -> None:
    _type(about, "named", 4)

    about.keyboard.press("ArrowUp")

    expect(about.locator(RESULT).last).to_have_attribute("aria-selected", "true")


@pytest.mark.parametrize("key", ["Home", "End"])
def test_home_and_end_lead_back_into_the_text(about: Page, key: str) -> None:
    _type(about, "named", 4)
    about.keyboard.press("ArrowDown")
    expect(about.locator(CHOSEN)).to_have_count(1)

    about.keyboard.press(key)
    about.keyboard.type("x")

    expect(about.locator(CHOSEN)).to_have_count(0)
    expect(about.locator(INPUT)).to_have_value("xnamed" if key == "Home" else "namedx")


def test_the_box_says_what_it_is_and_whether_it_is_open(about: Page) -> None:
    box = about.get_by_role("combobox", name="Search all papers")
    about.focus(INPUT)
    expect(box).to_have_attribute("aria-expanded", "false")

    about.keyboard.type("diffusion")
    expect(about.get_by_role("listbox", name="Papers found").get_by_role("option")).to_have_count(10)
    expect(box).to_have_attribute("aria-expanded", "true")
    about.keyboard.press("Escape")

    expect(about.locator("[data-search-panel]")).to_be_hidden()
    expect(box).to_have_attribute("aria-expanded", "false")
    expect(box).to_have_value("diffusion")


def test_the_count_is_announced_where_it_was_listened_for_before(about: Page) -> None:
    about.focus(INPUT)
    listened = about.get_by_role("status")
    expect(listened).to_have_text("")

    about.keyboard.type("named")

    expect(listened).to_have_text("4 papers found.")

    about.fill(INPUT, "naemd")
    expect(listened).to_contain_text(
        "No paper has “naemd”: showing similar words. 4 papers found for words like those typed."
    )


def test_enter_opens_the_search_page(about: Page, address: str) -> None:
    about.fill(INPUT, "quantum")
    about.keyboard.press("Enter")

    expect(about).to_have_url(f"{address}search/?q=quantum")
    expect(about.locator(INPUT)).to_have_value("quantum")
    expect(about.locator(RESULT)).to_have_count(10)


def test_an_unfinished_word_is_the_same_search_in_the_box_and_on_the_page(about: Page, address: str) -> None:
    _type(about, "quantu", 10)
    told = about.locator(STATUS).inner_text()

    about.keyboard.press("Enter")

    expect(about).to_have_url(f"{address}search/?q=quantu")
    expect(about.locator(STATUS)).to_contain_text(told)


def test_enter_on_an_identifier_opens_the_paper(about: Page, address: str) -> None:
    about.fill(INPUT, f"arXiv:{IDENTIFIED.arxiv_id}v2")
    about.keyboard.press("Enter")

    expect(about).to_have_url(address + IDENTIFIED.address)


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


# Failures


@pytest.mark.parametrize(
    ("place", "part"),
    [
        *(("about/", part) for part in ("manifest", "shard", "texts", "worker")),
        ("search/", "shard"),
    ],
)
def test_a_failed_download_says_so_and_can_be_tried_again(
    page: Page, address: str, problems: list[str], place: str, part: str
) -> None:
    pattern = re.compile(f"/assets/search/{part}")
    page.route(pattern, lambda route: route.abort())
    page.goto(address + place)

    page.fill(INPUT, "diffusion")
    expect(page.locator(ERROR)).to_contain_text("could not be downloaded")
    expect(page.get_by_text("No papers found")).to_have_count(0)
    page.unroute(pattern)
    page.get_by_role("button", name="Try again").click()

    expect(page.locator(RESULT).first).to_be_visible()
    expect(page.locator(ERROR)).to_be_hidden()
    assert all(part in problem for problem in problems)
    problems.clear()


def test_a_retry_goes_on_from_what_came(page: Page, address: str, problems: list[str]) -> None:
    asked: list[str] = []
    page.on("request", lambda request: asked.append(request.url.rpartition("/")[2].partition("-")[0]))
    page.route("**/texts-*", lambda route: route.abort())
    page.goto(f"{address}about/")
    page.fill(INPUT, "diffusion")
    expect(page.locator(ERROR)).to_contain_text("could not be downloaded")
    page.unroute("**/texts-*")
    asked.clear()

    page.get_by_role("button", name="Try again").click()

    expect(page.locator(RESULT).first).to_be_visible()
    assert set(asked) == {"texts"}
    problems.clear()


def test_scripts_that_do_not_come_are_told_and_asked_for_again(
    page: Page, address: str, problems: list[str]
) -> None:
    page.goto(f"{address}about/")
    page.route("**/page.js", lambda route: route.abort())
    page.fill(INPUT, "diffusio")
    expect(page.get_by_role("alert")).to_contain_text("could not be downloaded")

    page.unroute("**/page.js")
    page.locator(INPUT).press_sequentially("n")

    expect(page.locator(RESULT)).to_have_count(10)
    expect(page.get_by_role("alert")).to_have_count(0)
    assert all("page.js" in problem for problem in problems)
    problems.clear()


@pytest.mark.parametrize("place", ["about/", "search/?q=diffusion"])
def test_a_page_in_place_of_the_scripts_is_a_failure_with_a_retry(
    page: Page, address: str, problems: list[str], place: str
) -> None:
    page.route("**/page.js", lambda route: route.fulfill(body="<h1>Log in</h1>"))
    page.goto(address + place)
    if place == "about/":
        page.fill(INPUT, "diffusion")
    expect(page.locator(ERROR)).to_contain_text("could not be downloaded")
    expect(page.locator(".bottom")).to_be_visible()

    page.unroute("**/page.js")
    page.get_by_role("button", name="Try again").click()

    expect(page.locator(RESULT)).to_have_count(10)
    expect(page.locator(ERROR)).to_be_hidden()
    assert all("Unexpected token" in problem for problem in problems)
    problems.clear()


def test_a_page_in_place_of_the_index_is_told(about: Page) -> None:
    about.route("**/shard-*", lambda route: route.fulfill(body="<h1>Log in</h1>"))

    about.fill(INPUT, "diffusion")

    expect(about.locator(ERROR)).to_contain_text("does this network ask for a login?")


def test_what_is_typed_before_the_scripts_come_counts(page: Page, address: str) -> None:
    held: list[Route] = []
    page.route("**/page.js", lambda route: held.append(route))
    page.goto(f"{address}search/?q=protein&from=2024-01-03", wait_until="commit")
    expect(page.locator(INPUT)).to_have_value("protein")
    expect(page.locator(".bottom")).to_be_hidden()

    page.fill(INPUT, "diffusion")
    held[0].continue_()

    expect(page.locator(RESULT)).to_have_count(10)
    expect(page.locator(INPUT)).to_have_value("diffusion")
    expect(page).to_have_url(f"{address}search/?q=diffusion&from=2024-01-03")
    expect(page.locator(".bottom")).to_be_visible()


def test_an_answer_of_the_server_that_is_no_file_is_a_failure(about: Page, problems: list[str]) -> None:
    about.route("**/shard-*", lambda route: route.fulfill(status=404, body="<h1>Not found</h1>"))

    about.fill(INPUT, "diffusion")

    expect(about.locator(ERROR)).to_contain_text("could not be downloaded (404)")
    assert all(problem.startswith("404: ") for problem in problems)
    problems.clear()


# The search page


def test_filters_are_in_the_address_and_back_takes_them_off(page: Page, address: str) -> None:
    page.goto(f"{address}search/?q=diffusion")
    expect(page.locator(STATUS)).to_contain_text("papers found")
    before = page.locator(STATUS).inner_text()

    page.get_by_label("Has code").check()
    page.get_by_label("Order").select_option("newest")
    expect(page).to_have_url(f"{address}search/?q=diffusion&code=1&order=newest")
    expect(page.locator(STATUS)).not_to_have_text(before)
    page.go_back()
    page.go_back()

    expect(page).to_have_url(f"{address}search/?q=diffusion")
    expect(page.locator(STATUS)).to_have_text(before)
    expect(page.get_by_label("Has code")).not_to_be_checked()


def test_an_address_tells_a_whole_search(page: Page, address: str) -> None:
    page.goto(f"{address}search/?from=2024-01-05&to=2024-01-09&topic=diffusion&code=1&order=votes")

    wanted = [
        paper
        for paper in PAPERS
        if "2024-01-05" <= paper.days[0].isoformat() <= "2024-01-09"
        and paper.has_code
        and "diffusion" in paper.topics
    ]
    expect(page.locator(RESULT)).to_have_count(len(wanted))
    expect(page.get_by_label("From")).to_have_value("2024-01-05")
    expect(page.get_by_label("Topic")).to_have_value("diffusion")


def test_on_a_phone_filters_are_folded_and_told(new_page: NewPage, address: str) -> None:
    page = new_page(viewport=PHONE)
    page.goto(f"{address}search/?q=diffusion&from=2024-01-05&code=1")
    expect(page.get_by_label("Has code")).to_be_hidden()
    expect(page.locator("[data-search-active]")).to_have_text("from 5 January 2024, with code")

    page.get_by_role("button", name="Filters", exact=True).click()
    page.get_by_label("Has code").uncheck()
    expect(page).to_have_url(f"{address}search/?q=diffusion&from=2024-01-05")
    page.get_by_role("button", name="Clear filters").click()

    expect(page).to_have_url(f"{address}search/?q=diffusion")


@pytest.mark.parametrize(
    ("query", "told", "count"),
    [
        ("q=diffusion&from=2024-13-45", "left out of this search: from=2024-13-45.", 10),
        ("q=diffusion&to=2024-02-30&order=foo", "left out of this search: to=2024-02-30, order=foo.", 10),
        ("q=diffusion&page=x&code=yes", "left out of this search: code=yes, page=x.", 10),
        ("from=2025-02-29", "left out of this search: from=2025-02-29.", 0),
        ("q=diffusion&from=2024-01-09&to=2024-01-05", "“From” is after “To”", 0),
        ("q=diffusion&topic=cheese", "No paper of this archive has the topic “cheese”.", 0),
        ("q=titel:diffusion", "There is no field “titel”; the fields are", 10),
    ],
)
def test_what_cannot_be_searched_is_explained(
    page: Page, address: str, query: str, told: str, count: int
) -> None:
    page.goto(f"{address}search/?{query}")

    expect(page.locator(NOTES)).to_contain_text(told)
    expect(page.locator(RESULT)).to_have_count(count)


def test_a_page_after_the_last_is_the_last(page: Page, address: str) -> None:
    page.goto(f"{address}search/?q=named&page=99")

    expect(page.locator(NOTES)).to_contain_text("There is no page 99: this is the last.")
    expect(page.locator(RESULT)).to_have_count(4)
    expect(page).to_have_url(f"{address}search/?q=named")


def test_where_filters_leave_nothing_they_can_be_left_out(page: Page, address: str) -> None:
    page.goto(f"{address}search/?q=named&from=2030-01-01")
    expect(page.locator(STATUS)).to_have_text("No papers found.")

    page.get_by_role("button", name="Search without the filters").click()

    expect(page.locator(RESULT)).to_have_count(4)
    expect(page).to_have_url(f"{address}search/?q=named")


def test_pages_are_turned_and_back_turns_them_back(page: Page, address: str) -> None:
    page.goto(f"{address}search/?q=diffusion")
    first = page.locator(RESULT).first.inner_text()

    page.get_by_role("link", name="Next page").click()
    expect(page).to_have_url(f"{address}search/?q=diffusion&page=2")
    expect(page.locator(STATUS)).to_contain_text("Page 2 of")
    expect(page.locator(STATUS)).to_be_focused()
    expect(page.locator(RESULT).first).not_to_have_text(first)
    page.go_back()

    expect(page.locator(STATUS)).to_contain_text("Page 1 of")
    expect(page.locator(RESULT).first).to_have_text(first)


def test_back_from_a_paper_is_back_at_its_place(new_page: NewPage, address: str) -> None:
    page = new_page(bypass_csp=True)  # wait_for_function evaluates strings
    page.goto(f"{address}search/?q=diffusion&code=1&page=2")
    expect(page.locator(RESULT)).to_have_count(10)
    page.locator(RESULT).last.scroll_into_view_if_needed()
    page.wait_for_function("history.state?.scroll === scrollY && scrollY > 0")
    before = page.evaluate("scrollY")

    page.locator(RESULT).last.click()
    expect(page).to_have_url(re.compile("/papers/"))
    page.go_back()

    expect(page.locator(STATUS)).to_contain_text("Page 2 of")
    expect(page.locator(INPUT)).to_have_value("diffusion")
    expect(page.get_by_label("Has code")).to_be_checked()
    page.wait_for_function("place => scrollY === place", arg=before)


def test_typing_on_the_search_page_leaves_one_entry_of_history(page: Page, address: str) -> None:
    page.goto(f"{address}search/?q=quantum")
    expect(page.locator(RESULT)).to_have_count(10)
    before = page.evaluate("history.length")

    for text in ("", "m", "method1", "method12"):
        page.locator(INPUT).fill(text)
        expect(page).to_have_url(f"{address}search/{'?q=' if text else ''}{text}")
    assert page.evaluate("history.length") == before + 1
    page.go_back()

    expect(page).to_have_url(f"{address}search/?q=quantum")
    expect(page.locator(INPUT)).to_have_value("quantum")


def test_a_day_that_is_typed_is_one_search(page: Page, address: str) -> None:
    page.goto(f"{address}search/?q=quantum")
    expect(page.locator(RESULT)).to_have_count(10)
    before = page.evaluate("history.length")

    page.get_by_label("From").press_sequentially("01052024")

    expect(page).to_have_url(f"{address}search/?q=quantum&from=2024-01-05")
    assert page.evaluate("history.length") == before + 1


def test_a_link_within_the_page_leaves_the_search_alone(page: Page, address: str) -> None:
    page.goto(f"{address}search/?q=quantum")
    expect(page.locator(RESULT)).to_have_count(10)
    page.evaluate("document.querySelector('[data-search-list]').dataset.same = 1")

    page.get_by_role("link", name="Skip to content").focus()
    page.keyboard.press("Enter")

    expect(page).to_have_url(f"{address}search/?q=quantum#content")
    expect(page.locator("#content")).to_be_focused()
    expect(page.locator(RESULT)).to_have_count(10)


@pytest.mark.parametrize("more", ["", "&page=2"])
def test_an_identifier_in_the_address_leads_to_the_paper(page: Page, address: str, more: str) -> None:
    page.goto(f"{address}search/?q=https://arxiv.org/abs/{IDENTIFIED.arxiv_id}v3{more}")

    expect(page).to_have_url(address + IDENTIFIED.address)


def test_enter_on_the_search_page_leads_to_the_paper_of_an_identifier(page: Page, address: str) -> None:
    page.goto(f"{address}search/")

    page.fill(INPUT, f"arXiv:{IDENTIFIED.arxiv_id}")
    page.keyboard.press("Enter")

    expect(page).to_have_url(address + IDENTIFIED.address)


def test_topics_are_offered(page: Page, address: str) -> None:
    page.goto(f"{address}search/")

    page.get_by_label("Topic").focus()

    expect(page.locator("datalist option").first).to_be_attached()


def test_an_empty_search_page_explains_itself(page: Page, address: str) -> None:
    page.goto(f"{address}search/")

    expect(page.get_by_text("An arXiv identifier, or the address of a paper")).to_be_visible()
    expect(page.locator(INPUT)).to_have_count(1)


# For every reader


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


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("viewport", [PHONE, WIDE], ids=["phone", "wide"])
def test_axe_finds_nothing(searched: Callable[..., Page], viewport: object, scheme: str) -> None:
    page = searched(viewport=viewport, color_scheme=scheme, bypass_csp=True)

    found = Axe().run(page)

    assert found.response["passes"]
    assert found.violations_count == 0, found.generate_report()


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


def test_a_key_leads_to_the_field_before_anything_is_painted(new_page: NewPage, address: str) -> None:
    page = new_page(viewport=ZOOMED)
    page.add_init_script("self.requestAnimationFrame = () => 0;")
    page.goto(f"{address}about/")

    page.keyboard.press("/")

    expect(page.locator("[data-search-input]")).to_be_focused()


def test_the_chosen_result_is_never_covered(new_page: NewPage, address: str) -> None:
    page = new_page(viewport=ZOOMED)
    page.goto(f"{address}about/")
    page.keyboard.press("/")
    page.keyboard.type("diffusion")
    expect(page.locator(RESULT)).to_have_count(10)

    for _ in range(10):
        page.keyboard.press("ArrowDown")
        assert not page.evaluate(_CHOSEN_IS_COVERED)
