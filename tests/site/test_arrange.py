"""The switches of a day's list, in place and in the address."""

from collections.abc import Callable

from playwright.sync_api import Page, Route, expect

from tests.reading_site import DAY

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


def test_the_switches_wait_for_scripts(new_page: Callable[..., Page], address: str) -> None:
    page = new_page(java_script_enabled=False)
    page.goto(f"{address}{DAY}?with=code")

    expect(page.get_by_role("button", name="With code")).to_be_hidden()
    expect(page.locator(".entries > li:visible")).to_have_count(12)
