"""The switches of a day's list, in place and in the address."""

from collections.abc import Callable

from playwright.sync_api import Page, Route, expect

from tests.reading_site import BIG_DAY, CELLS, DAY
from tests.watch import Problems

THEMES = """<details class="themes"><summary>Themes of this list</summary><ul>
<li data-theme="Wool & Yarn"><b>Wool &amp; Yarn</b>
<a href="#n2">2</a> <a href="#n5">5</a></li></ul></details>
<ol class="entries">"""


def test_papers_without_code_go_and_come_back(page: Page, address: str) -> None:
    page.goto(address + DAY)
    little = page.locator(".entries > li", has_text="Little is known")
    expect(little).to_be_visible()

    page.get_by_role("button", name="With code").click()

    expect(little).to_be_hidden()
    expect(page).to_have_url(f"{address}{DAY}?with=code")
    expect(page.locator(".tools + .js[role=status]")).to_have_text("10 papers.")
    page.reload()
    expect(little).to_be_hidden()
    page.get_by_role("button", name="With code").click()
    expect(little).to_be_visible()
    expect(page).to_have_url(address + DAY)


def test_the_most_voted_come_first_and_the_list_as_it_was_again(page: Page, address: str) -> None:
    page.goto(f"{address}{DAY}?order=votes")
    last = page.locator(".entries > li").last
    voted = page.get_by_role("button", name="Most voted first")
    expect(voted).to_have_attribute("aria-pressed", "true")
    expect(last).to_contain_text("Little is known")

    voted.click()

    expect(last).to_contain_text("Remembering 111")


def test_one_theme_is_shown_alone(page: Page, address: str) -> None:
    def with_themes(route: Route) -> None:
        answer = route.fetch()
        route.fulfill(response=answer, body=answer.text().replace('<ol class="entries">', THEMES, 1))

    page.route(f"{address}{DAY}*", with_themes)
    page.goto(f"{address}{DAY}?topic=Wool+%26+Yarn")
    shown = page.locator(".entries > li:visible")

    expect(shown).to_have_count(2)
    page.get_by_role("button", name="Wool & Yarn").click()
    expect(shown).to_have_count(12)
    expect(page).to_have_url(address + DAY)


def test_a_split_day_is_ordered_as_a_whole_and_parted_again(page: Page, address: str) -> None:
    page.goto(f"{address}{BIG_DAY}2/")
    shown, parts = page.locator(".entries > li:visible"), page.get_by_label("Pages of this day").first
    voted = page.get_by_role("button", name="Most voted first")

    voted.click()

    expect(shown).to_have_count(105)
    expect(shown.first).to_contain_text("Remembering 140")
    expect(page.locator(".entries > li:has(.marks)")).to_have_count(105)
    expect(parts).to_be_hidden()
    expect(page).to_have_url(f"{address}{BIG_DAY}2/?order=votes")
    voted.click()
    expect(shown).to_have_count(5)
    expect(shown.first).to_contain_text("Remembering 210")
    expect(parts).to_be_visible()


def test_a_theme_of_a_split_day_is_shown_alone_from_its_address(page: Page, address: str) -> None:
    page.goto(f"{address}{BIG_DAY}2/?topic=Memory+cells")
    titles = page.locator(".entries > li:visible h2 a")

    expect(titles).to_have_count(len(CELLS))
    for place, number in enumerate(CELLS):
        expect(titles.nth(place)).to_contain_text(f"Remembering {number} ")
    titles.first.click()
    expect(page).to_have_url(f"{address}papers/2604.00{CELLS[0]}/")


def test_what_cannot_be_had_of_a_split_day_is_told(page: Page, address: str, problems: Problems) -> None:
    problems.provoke("net::ERR_FAILED")
    page.route(f"{address}{BIG_DAY}", lambda route: route.abort())
    page.goto(f"{address}{BIG_DAY}2/")

    page.get_by_role("button", name="With code").click()

    expect(page.locator(".tools + .js[role=status]")).to_contain_text("of this page alone")
    expect(page.locator(".entries > li:visible")).to_have_count(5)


def test_without_scripts_each_page_of_a_split_day_names_its_papers_of_a_theme(
    new_page: Callable[..., Page], address: str
) -> None:
    page = new_page(java_script_enabled=False)
    page.goto(f"{address}{BIG_DAY}2/")
    page.locator(".themes > summary").click()
    row = page.locator("[data-theme='Memory cells']")

    expect(row).to_have_text("Memory cells 3 papers 103 all papers about Memory cells")
    row.get_by_role("link", name="103").click()
    expect(page).to_have_url(f"{address}{BIG_DAY}2/#n103")
    row.get_by_role("link", name="all").click()
    expect(page).to_have_url(f"{address}topics/memory-cells/")


def test_the_switches_wait_for_scripts(new_page: Callable[..., Page], address: str) -> None:
    page = new_page(java_script_enabled=False)
    page.goto(f"{address}{DAY}?with=code")

    expect(page.get_by_role("button", name="With code")).to_be_hidden()
    expect(page.locator(".entries > li:visible")).to_have_count(12)
