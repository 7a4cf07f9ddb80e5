"""The page of a day, of one without a list, and what they tell of their lists."""

from playwright.sync_api import Page, expect

from tests.reading_site import BIG_DAY


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


def test_a_day_without_a_list_leads_to_its_neighbours(page: Page, address: str) -> None:
    page.goto(f"{address}papers/date/2026-04-18/")

    expect(page.locator('main [rel="prev"]')).to_have_attribute("href", "../2026-04-17/")
    expect(page.locator('main [rel="next"]')).to_have_attribute("href", "../2026-04-20/")


def test_what_an_earlier_day_listed_says_so(page: Page, address: str) -> None:
    page.goto(address + BIG_DAY)
    entries = page.locator(".entries > li")

    expect(entries.nth(0)).to_contain_text("seen before on 16 April 2026")
    expect(entries.nth(2).locator(".new")).to_have_text("New")
