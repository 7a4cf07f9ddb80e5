"""What a reader sees and does on the built site."""

import json
import re
import time
from collections.abc import Callable
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, Route, expect

from tests.reading_site import BIG_DAY, DAY, PAGES, PAPER, REMOVED


def test_triage_by_keys(page: Page, address: str) -> None:
    page.goto(address + DAY)
    entries = page.locator(".entries > li")
    expect(page.locator(".marks")).to_have_count(11)

    for _ in range(3):
        page.keyboard.press("j")
    expect(entries.nth(2).locator("h2 a")).to_be_focused()
    page.keyboard.press("o")
    expect(entries.nth(2).locator("details.lead")).to_have_attribute("open", "")
    page.keyboard.press("*")
    expect(entries.nth(2).get_by_label("Star:")).to_have_attribute("aria-pressed", "true")
    page.keyboard.press("k")
    page.keyboard.press("k")
    page.keyboard.press("Enter")
    expect(page).to_have_url(address + PAPER)
    page.go_back()
    expect(entries.first.locator("h2 a")).to_be_focused()
    page.keyboard.press("j")
    expect(entries.nth(1).locator("h2 a")).to_be_focused()


@pytest.mark.parametrize("late", ["reading", "triage"])
def test_marking_what_is_then_hidden_leads_on_to_the_next(page: Page, address: str, late: str) -> None:
    def come_late(route: Route) -> None:
        time.sleep(0.3)
        route.continue_()

    page.route(f"**/{late}.js", come_late)
    page.goto(address + DAY)
    entries = page.locator(".entries > li")
    page.get_by_role("button", name="Hide read").click()
    for key in "jjm":
        page.keyboard.press(key)

    expect(entries.nth(1)).to_be_hidden()
    expect(entries.nth(2).locator("a").first).to_be_focused()


def test_keys_can_be_turned_off_and_never_fire_while_typing(page: Page, address: str) -> None:
    page.goto(address + DAY)
    page.locator("header input").first.focus()
    page.keyboard.press("j")
    expect(page.locator("header input").first).to_have_value("j")

    page.locator("h1").click()
    page.keyboard.press("?")
    expect(page.get_by_role("dialog")).to_contain_text("search all papers")
    page.get_by_label("Turn off all keys").check()
    page.get_by_role("button", name="Close").click()
    page.keyboard.press("j")

    expect(page.locator(".entries a:focus")).to_have_count(0)
    assert page.evaluate("localStorage['dailypapers.shortcuts']") == "off"


def test_what_was_opened_is_read_until_marked_unread(page: Page, address: str) -> None:
    page.goto(address + PAPER)
    page.goto(address + DAY)
    first = page.locator(".entries > li").first
    expect(first).to_have_class("read")

    page.get_by_role("button", name="Hide read").click()
    expect(first).to_be_hidden()
    page.get_by_role("button", name="Hide read").click()
    first.get_by_label("Read:").click()

    expect(first).not_to_have_class("read")


def test_days_since_the_last_visit_are_marked(page: Page, address: str) -> None:
    page.goto(address + BIG_DAY)
    expect(page.locator(".fresh")).to_have_count(0)

    page.evaluate("sessionStorage.clear()")
    page.goto(address)

    expect(page.locator("h1 .fresh")).to_have_text("Monday, 20 April 2026")
    expect(page.locator(".chips .fresh")).to_have_count(0)


def test_stars_go_out_and_come_in_again(page: Page, address: str, tmp_path: Path) -> None:
    page.goto(address + PAPER)
    page.get_by_role("button", name="Star").click()
    page.goto(f"{address}starred/")
    with page.expect_download() as download:
        page.get_by_role("button", name="Export as JSON").click()
    exported = tmp_path / "starred.json"
    download.value.save_as(exported)
    assert json.loads(exported.read_text())["starred"]["2604.00100"]["title"] == (
        "Remembering 100 with <think> and $\\alpha$"
    )
    page.get_by_role("button", name="Remove").click()
    expect(page.get_by_role("main").get_by_role("status")).to_contain_text("No paper is starred yet")
    bibtex = tmp_path / "other.bib"
    bibtex.write_text("@misc{key, title = {On {MEMORY}}, eprint = {2604.00105v2}, year = 2026}")

    page.locator("input[type=file]").set_input_files(exported)
    expect(page.get_by_role("main").get_by_role("status")).to_contain_text("Imported 1")
    page.locator("input[type=file]").set_input_files(bibtex)

    expect(page.locator(".stars li")).to_have_count(2)
    expect(page.get_by_role("link", name="On MEMORY")).to_have_attribute(
        "href", f"{address}papers/2604.00105/"
    )


BLOCKED = """Object.defineProperty(self, "localStorage", {
  get() { throw new DOMException("Access is denied.", "SecurityError"); },
})"""
FULL = """() => {
  for (let size = 1 << 22; size >= 1; size /= 2) {
    try {
      for (;;) localStorage.setItem("filling", (localStorage.filling ?? "") + "x".repeat(size));
    } catch {}
  }
}"""


def test_a_browser_that_keeps_nothing_says_so(page: Page, address: str, tmp_path: Path) -> None:
    page.add_init_script(BLOCKED)
    keeps_nothing = "This browser keeps nothing for this site"
    page.goto(address + DAY)
    entry = page.locator(".entries > li").nth(1)
    for name in ("Star:", "Read:"):
        entry.get_by_label(name).click()
        expect(entry.get_by_role("alert")).to_contain_text(keeps_nothing)
    expect(page.get_by_role("alert")).to_have_count(1)

    page.goto(address + PAPER)
    page.get_by_role("button", name="Star").click()
    expect(page.get_by_role("alert")).to_contain_text(keeps_nothing)

    page.goto(f"{address}starred/")
    status = page.get_by_role("main").get_by_role("status")
    expect(status).to_contain_text(keeps_nothing)
    (tmp_path / "other.bib").write_text("@misc{key, title = {On Memory}, eprint = {2604.00105}}")
    status.evaluate("(element) => { element.textContent = ''; }")
    page.locator("input[type=file]").set_input_files(tmp_path / "other.bib")
    expect(status).to_contain_text(keeps_nothing)


def test_a_browser_that_is_full_says_so_until_there_is_room(page: Page, address: str, tmp_path: Path) -> None:
    page.goto(address + DAY)
    page.evaluate(FULL)
    star = page.locator(".entries > li").first.get_by_label("Star:")
    star.click()
    expect(page.get_by_role("alert")).to_contain_text("no room left")
    expect(star).to_have_attribute("aria-pressed", "false")

    page.evaluate("localStorage.removeItem('filling')")
    star.click()
    expect(star).to_have_attribute("aria-pressed", "true")
    expect(page.get_by_role("alert")).to_have_count(0)

    page.goto(f"{address}starred/")
    page.evaluate(FULL)
    (tmp_path / "other.bib").write_text("@misc{key, title = {On Memory}, eprint = {2604.00105}}")
    page.locator("input[type=file]").set_input_files(tmp_path / "other.bib")
    expect(page.get_by_role("main").get_by_role("status")).to_contain_text("no room left")
    expect(page.locator(".stars li")).to_have_count(1)


def test_starred_papers_name_their_authors_and_the_last_star_comes_first(
    page: Page, address: str, tmp_path: Path
) -> None:
    page.goto(address + DAY)
    for place in (0, 2, 1):
        page.locator(".entries > li").nth(place).get_by_label("Star:").click()
    page.goto(f"{address}starred/")
    page.evaluate(
        """() => {
          const state = JSON.parse(localStorage["dailypapers.reading"]);
          for (const star of Object.values(state.starred)) star.on = "2026-11-24";
          state.starred["2604.00110"] = { title: "Starred before", on: "2026-11-23" };
          localStorage["dailypapers.reading"] = JSON.stringify(state);
        }"""
    )
    page.reload()

    rows = page.locator(".stars li")
    for row, number in zip(rows.all(), (101, 102, 100), strict=False):
        expect(row).to_contain_text(f"Remembering {number}")
        expect(row).to_contain_text("Ada Writera, Ada Writerb, Ada Writerc and 6 more")
        expect(row).to_contain_text("starred 24 November 2026")
    expect(rows.last).to_contain_text("Starred before")

    (tmp_path / "other.bib").write_text(
        "@misc{key, title = {On Memory}, author = {Writer, Ada and Bo {Reader}}, eprint = {2604.00105}}"
    )
    page.locator("input[type=file]").set_input_files(tmp_path / "other.bib")
    expect(rows.filter(has_text="On Memory")).to_contain_text("Ada Writer, Bo Reader")


def test_a_file_that_is_no_export_changes_nothing(page: Page, address: str, tmp_path: Path) -> None:
    page.goto(f"{address}starred/")
    (tmp_path / "notes.json").write_text('{"starred": []}')

    page.locator("input[type=file]").set_input_files(tmp_path / "notes.json")

    expect(page.get_by_role("main").get_by_role("status")).to_contain_text("nothing was changed")


def test_the_chosen_scheme_stays(page: Page, address: str) -> None:
    page.goto(address)
    page.get_by_role("button", name="Dark colours").click()
    page.goto(address + PAPER)

    assert page.evaluate("getComputedStyle(document.documentElement).colorScheme") == "dark"
    expect(page.get_by_role("button", name="Dark colours")).to_have_attribute("aria-pressed", "true")


@pytest.mark.parametrize(
    ("wanted", "offered"),
    [
        ("papers/2604.00100v2/", PAPER),
        ("abs/arXiv:2604.00100", PAPER),
        ("pdf/2604.00100.pdf", PAPER),
        ("papers/date/2026-4-16", DAY),
        ("papers/date/20260418", "papers/date/2026-04-20/"),
        ("papers/2026/04/18/", BIG_DAY),
        ("papers/week/2026w16/", "papers/week/2026-W16/"),
        ("papers/month/2026-4/", "papers/month/2026-04/"),
        ("papers/2026/", "papers/year/2026/"),
        ("papers/2604-00100", PAPER),
        ("papers/date/16-04-2026", DAY),
        ("papers/date/april-16-2026/", DAY),
        ("papers/date/26-4-16T00:00", DAY),
        ("papers/week/16-2026/", "papers/week/2026-W16/"),
        ("papers/month/2026-13/", "papers/month/"),
        ("papers/date/today", "papers/date/latest/"),
        ("papers/date/2026/04/16", DAY),
        ("papers/date/2026-04-16/x", DAY),
        ("papers/month/2026/04", "papers/month/2026-04/"),
        ("papers/date/2026-02-30", "papers/date/"),
        ("papers/２６０４.００１００", PAPER),
        ("calendar", "papers/"),
        ("home", ""),
        ("feeds/cs.XX.xml", "feed.xml"),
        ("Starred", "starred/"),
        ("papers/%E0%A4%A-2604.00100", PAPER),
        ("papers/2604.99999/", "https://arxiv.org/abs/2604.99999"),
        ("papers/0704.0001/", "https://arxiv.org/abs/0704.0001"),
        ("papers/2604.0010/", "search/?q=arxiv%3A2604.0010*"),
        ("feed", "feed.xml"),
        ("rss/", "feed.xml"),
        ("atom.xml", "feed.xml"),
        ("blog/feed.rss", "feed.xml"),
        ("constructor", "search/?q=constructor"),
        ("papers/Remembering-Things/", "search/?q=remembering%20things"),
    ],
)
def test_a_lost_reader_is_offered_what_was_meant(
    page: Page, address: str, problems: list[str], wanted: str, offered: str
) -> None:
    page.goto(address + wanted)

    target = offered if "://" in offered else address + offered
    expect(page.locator(f'#lost a[href="{target}"]')).to_be_visible()
    assert all(problem.startswith("404: ") for problem in problems)
    problems.clear()


def test_without_javascript_abstracts_and_names_open(new_page: Callable[..., Page], address: str) -> None:
    page = new_page(java_script_enabled=False)
    page.goto(address + DAY)
    first = page.locator(".entries > li").first
    first.locator("details.lead summary").click()
    first.locator(".by summary").click()

    expect(first).to_contain_text("at a tenth of the cost")
    expect(first).to_contain_text("Ada Writerf")
    expect(page.locator(".receipts")).to_contain_text("1 part of the list could not be read")


VISIBLE = """(wanted) => [...document.querySelectorAll(wanted)]
  .filter((found) => found.checkVisibility({ contentVisibilityAuto: true }))
  .map((found) => found.getAttribute("href") ?? found.textContent)"""


def test_without_javascript_no_page_lacks_anything(browser: Browser, address: str) -> None:
    """Scripts make no heading and no link, and no button is shown that only a script would serve."""
    with_script, without = browser.new_page(), browser.new_page(java_script_enabled=False)
    lacking = {}
    for path in PAGES:
        with_script.goto(address + path)
        without.goto(address + path)
        # What a lost address may have meant, only a script can tell.
        wanted = "main :is(a, h1, h2, h3):not(#lost a), footer a"
        found = set(without.evaluate(VISIBLE, wanted))
        lacking[path] = set(with_script.evaluate(VISIBLE, wanted)) - found
        assert without.evaluate(VISIBLE, "button, input") == [], path
    with_script.close()
    without.close()

    assert {path: missing for path, missing in lacking.items() if missing} == {}


def test_the_calendar_is_a_table_of_links(page: Page, address: str) -> None:
    page.goto(f"{address}papers/")

    table = page.get_by_role("table", name="Papers listed a day, April to June 2026")
    expect(table.get_by_role("row")).to_have_count(2)
    cell = table.get_by_role("cell").nth(1)
    expect(cell.get_by_role("link", name="Friday, 17 April 2026: 105 papers")).to_have_count(1)
    cell.get_by_role("link").click()
    expect(page).to_have_url(address + BIG_DAY)


def test_a_big_day_is_split_and_numbered_on(page: Page, address: str) -> None:
    page.goto(address + BIG_DAY)
    page.get_by_role("navigation", name="Pages of this day", exact=True).get_by_role(
        "link", name="101–105"
    ).click()

    expect(page.locator(".entries > li")).to_have_count(5)
    number = "getComputedStyle(document.querySelector('.entries > li'), '::before').content"
    assert page.evaluate(number) == '"101" / ""'


def test_each_page_of_a_big_day_leads_to_the_days_around_it(page: Page, address: str) -> None:
    page.goto(f"{address}{BIG_DAY}2/")

    for name in ("Days, week and month", "Days, week and month, again"):
        pager = page.get_by_role("navigation", name=name, exact=True)
        expect(pager.get_by_role("link", name="16 April 2026")).to_have_attribute("href", "../../2026-04-16/")
        expect(pager.get_by_role("link", name="20 April 2026")).to_have_attribute("href", "../../2026-04-20/")
    expect(page.locator('head [rel="prev"]')).to_have_attribute("href", "../")


def test_a_list_that_brought_no_paper_of_its_own_is_told_of_beside_the_list(page: Page, address: str) -> None:
    page.goto(f"{address}papers/date/2026-04-20/")

    expect(page.locator(".receipts")).to_contain_text("Read from Hugging Face Daily Papers: 6 entries.")
    expect(page.locator(".receipts")).to_contain_text("Read from JSON Lines (again.jsonl): 2 entries.")
    expect(page.locator(".entries")).to_have_count(1)
    expect(page.locator("main h2", has_text="Daily Papers")).to_have_count(0)


def test_a_month_leads_to_each_of_its_days_on_the_page(new_page: Callable[..., Page], address: str) -> None:
    page = new_page(viewport={"width": 390, "height": 844})
    page.goto(f"{address}papers/month/2026-04/")
    calendar = page.get_by_role("table", name="April to June 2026")
    expect(calendar).to_be_in_viewport()

    calendar.get_by_role("link", name="Monday, 20 April 2026").click()

    expect(page).to_have_url(f"{address}papers/month/2026-04/#2026-04-20")
    expect(page.get_by_role("heading", name="Monday, 20 April 2026")).to_be_in_viewport()


def test_a_week_is_headed_by_its_dates(page: Page, address: str) -> None:
    page.goto(f"{address}papers/week/2026-W17/")

    expect(page.locator("h1")).to_have_text("20 to 26 April 2026")
    expect(page.locator(".kicker")).to_have_text("Week 2026-W17")
    expect(page).to_have_title("Week 2026-W17 · Daily Papers Archive")
    expect(page.get_by_role("link", name="Week 2026-W16").first).to_be_visible()


def test_an_abstract_of_a_split_day_opens_in_place(page: Page, address: str) -> None:
    page.goto(address + BIG_DAY)
    entry = page.locator(".entries > li").nth(1)
    expect(entry).not_to_contain_text("On seven tasks")

    page.keyboard.press("j")
    page.keyboard.press("j")
    page.keyboard.press("o")

    expect(entry.locator("details.lead[open] > p")).to_contain_text("On seven tasks the memory keeps")
    assert entry.inner_text().count("Large models forget") == 1
    expect(entry.locator(".lead math")).to_have_count(1)
    page.keyboard.press("k")
    page.keyboard.press("j")
    page.keyboard.press("o")
    expect(entry.locator("details.lead")).not_to_have_attribute("open", "")
    expect(page).to_have_url(address + BIG_DAY)


def test_names_in_a_list_lead_to_a_search(page: Page, address: str) -> None:
    page.goto(address + DAY)

    name = page.locator(".entries > li").first.get_by_role("link", name="Ada Writera")

    expect(name).to_have_attribute("href", "../../../search/?q=authors:Ada_Writera")


def test_folded_names_lead_to_a_search_once_they_are_seen(page: Page, address: str) -> None:
    page.goto(address + DAY)
    names = page.locator(".entries > li").first.locator(".by")
    expect(names.get_by_role("link")).to_have_count(3)

    names.get_by_text("and 6 more").click()

    expect(names.get_by_role("link")).to_have_count(9)
    name = names.get_by_role("link", name="Ada Writeri")
    expect(name).to_have_attribute("href", "../../../search/?q=authors:Ada_Writeri")
    expect(names).to_have_text(re.compile(r"Ada Writerc\s+and 6 more\s*Ada Writerd, Ada Writere"))


def test_an_entry_that_keys_lead_to_is_seen_whole(page: Page, address: str) -> None:
    page.set_viewport_size({"width": 1440, "height": 600})
    page.goto(address + DAY)

    for place in range(5):
        page.keyboard.press("j")
        expect(page.locator(".entries > li").nth(place)).to_be_in_viewport(ratio=0.99)


def test_an_opened_abstract_goes_on_in_its_line(page: Page, address: str) -> None:
    page.goto(address + DAY)
    lead = page.locator("details.lead").first

    lead.locator("summary").click()

    begins, goes_on = lead.locator("summary").bounding_box(), lead.locator("p").first.bounding_box()
    assert begins and goes_on
    assert goes_on["y"] < begins["y"] + begins["height"]


def test_a_list_that_is_read_whole_says_so(page: Page, address: str) -> None:
    page.goto(address + DAY)
    marked = page.locator(".entries > li:has(.marks)")
    expect(marked).to_have_count(11)
    for entry in marked.all():
        entry.get_by_label("Read:").click()

    page.get_by_role("button", name="Hide read").click()
    expect(page.get_by_text("All of these papers are read.")).to_be_hidden()  # one was removed
    page.evaluate("document.querySelector('.entries > li:not([data-paper])').remove()")
    page.get_by_role("button", name="Hide read").click()
    page.get_by_role("button", name="Hide read").click()

    expect(page.get_by_text("All of these papers are read.")).to_be_visible()


def test_a_list_that_has_not_come_is_not_said_to_be_read(page: Page, address: str) -> None:
    page.add_init_script("self.requestAnimationFrame = () => 0;")
    page.goto(address + DAY)
    page.dispatch_event("body", "keydown")  # or the click would have the list come
    page.evaluate("document.documentElement.classList.add('late-list')")

    page.evaluate("document.querySelector('[data-tool=hide]').click()")

    expect(page.get_by_text("All of these papers are read.")).to_have_count(0)


@pytest.mark.parametrize("how", ["key", "button"])
def test_reading_goes_on_where_a_paper_was_hidden(page: Page, address: str, how: str) -> None:
    page.goto(address + DAY)
    page.evaluate("document.querySelector('.entries > li:not([data-paper])').remove()")
    expect(page.locator(".marks")).to_have_count(11)
    page.get_by_role("button", name="Hide read").click()
    page.keyboard.press("j")

    for left in range(10, -1, -1):
        if how == "button":
            page.locator(".entries > li:focus-within .marks button").first.focus()
        page.keyboard.press("m" if how == "key" else "Enter")
        expect(page.locator(".entries > li").locator("visible=true")).to_have_count(left)
        if left:
            expect(page.locator(".entries > li:focus-within")).to_be_visible()

    expect(page.get_by_text("All of these papers are read.")).to_be_visible()
    expect(page.get_by_role("button", name="Hide read")).to_be_focused()


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


def test_the_browsers_bars_have_the_chosen_scheme(page: Page, address: str) -> None:
    colours = "[...document.querySelectorAll('meta[name=theme-color]')].map((meta) => meta.content)"
    page.emulate_media(color_scheme="light")
    page.goto(address)
    usual = page.evaluate(colours)

    page.get_by_role("button", name="Dark colours").click()
    assert page.evaluate(colours) == ["#171614", "#171614"]
    page.get_by_role("button", name="Dark colours").click()
    assert page.evaluate(colours) == usual == ["#171614", "#fcfbf8"]


def test_the_window_of_keys_can_be_closed_at_once(page: Page, address: str) -> None:
    page.goto(address + DAY)

    page.keyboard.press("?")
    expect(page.get_by_role("button", name="Close")).to_be_focused()
    page.keyboard.press("Space")

    expect(page.get_by_role("dialog")).to_have_count(0)
    assert page.evaluate("localStorage['dailypapers.shortcuts']") is None


def test_print_names_every_author(page: Page, address: str) -> None:
    page.goto(address + DAY)
    page.emulate_media(media="print")

    names = page.locator(".entries > li").first.locator(".by")
    assert "Ada Writerc" in names.inner_text()
    assert "Ada Writeri" in names.inner_text()
    expect(names.locator("summary")).to_be_hidden()


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
    page.add_init_script("self.requestAnimationFrame = () => 0;")
    page.goto(address + DAY)
    late = "document.documentElement.matches('[class*=late-]')"
    assert page.evaluate(late)

    page.dispatch_event("body", act)

    assert not page.evaluate(late)


def test_keys_mark_a_paper_whose_marks_have_not_come(page: Page, address: str) -> None:
    page.add_init_script("self.requestAnimationFrame = () => 0;")
    page.goto(address + DAY)
    expect(page.locator(".marks")).to_have_count(0)

    for key in "jj*m":
        page.keyboard.press(key)

    second = page.locator(".entries > li").nth(1)
    expect(second).to_have_class("read")
    expect(second.get_by_label("Star:")).to_have_attribute("aria-pressed", "true")
    expect(page.locator(".marks")).to_have_count(2)


@pytest.mark.parametrize("hidden", [True, False])
def test_a_list_is_whole_where_nothing_is_painted(page: Page, address: str, hidden: bool) -> None:
    page.add_init_script("self.requestAnimationFrame = () => 0;")
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


def test_a_year_leads_to_its_months_weeks_and_days(page: Page, address: str) -> None:
    page.goto(f"{address}papers/month/2026-04/")
    page.get_by_role("link", name="2026", exact=True).first.click()

    expect(page).to_have_url(f"{address}papers/year/2026/")
    expect(page.get_by_role("table", name="April to June 2026").get_by_role("link")).to_have_count(3)
    expect(page.get_by_role("link", name="Week 2026-W16")).to_be_visible()
    page.get_by_role("link", name="April 2026", exact=True).click()
    expect(page).to_have_url(f"{address}papers/month/2026-04/")


def test_a_removed_paper_names_its_days(page: Page, address: str) -> None:
    page.goto(address + REMOVED)

    expect(page.locator("main")).to_contain_text("Its authors asked for it.")
    expect(page.get_by_role("link", name="Thursday, 16 April 2026")).to_be_visible()
    expect(page.locator("main").get_by_role("link", name="Archive")).to_be_visible()


def test_a_day_without_a_list_leads_to_its_neighbours(page: Page, address: str) -> None:
    page.goto(f"{address}papers/date/2026-04-18/")

    expect(page.locator('main [rel="prev"]')).to_have_attribute("href", "../2026-04-17/")
    expect(page.locator('main [rel="next"]')).to_have_attribute("href", "../2026-04-20/")


def test_home_offers_the_feed_of_each_category(page: Page, address: str) -> None:
    page.goto(address)

    expect(page.locator("#subscribe").get_by_role("link", name="cs.CL")).to_have_attribute(
        "href", "feeds/cs.CL.xml"
    )


def test_the_citation_is_copied_with_one_click(new_page: Callable[..., Page], address: str) -> None:
    page = new_page(permissions=["clipboard-read", "clipboard-write"])
    page.goto(address + PAPER)

    page.get_by_role("button", name="Copy BibTeX").click()

    expect(page.get_by_role("button", name="Copied")).to_be_visible()
    assert page.evaluate("navigator.clipboard.readText()") == page.locator("#bibtex").text_content()


def test_what_an_earlier_day_listed_says_so(page: Page, address: str) -> None:
    page.goto(address + BIG_DAY)
    entries = page.locator(".entries > li")

    expect(entries.nth(0)).to_contain_text("seen before on 16 April 2026")
    expect(entries.nth(2).locator(".new")).to_have_text("New")


def test_print_gives_a_clean_paper_page(page: Page, address: str) -> None:
    page.goto(address + PAPER)
    page.get_by_role("button", name="Dark colours").click()
    page.emulate_media(media="print")

    assert page.evaluate(VISIBLE, "header, nav, footer, button, form, .buttons, .skip") == []
    shown = page.locator("h1, .by, .abstract, .summary, dl, #bibtex").locator("visible=true")
    expect(shown).to_have_count(6)
    assert page.evaluate("getComputedStyle(document.body).color") == "rgb(33, 30, 26)"
