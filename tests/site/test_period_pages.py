"""The calendar, and the pages of weeks, months and years."""

from collections.abc import Callable

import pytest
from playwright.sync_api import Page, expect

from tests.reading_site import BIG_DAY


def test_the_calendar_is_a_table_of_links(page: Page, address: str) -> None:
    page.goto(f"{address}papers/")

    table = page.get_by_role("table", name="Papers listed a day, April to June 2026")
    expect(table.get_by_role("row")).to_have_count(2)
    cell = table.get_by_role("cell").nth(1)
    expect(cell.get_by_role("link", name="Friday, 17 April 2026: 105 papers")).to_have_count(1)
    cell.get_by_role("link").click()
    expect(page).to_have_url(address + BIG_DAY)


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


def test_a_year_leads_to_its_months_weeks_and_days(page: Page, address: str) -> None:
    page.goto(f"{address}papers/month/2026-04/")
    page.get_by_role("link", name="2026", exact=True).first.click()

    expect(page).to_have_url(f"{address}papers/year/2026/")
    expect(page.get_by_role("table", name="April to June 2026").get_by_role("link")).to_have_count(3)
    expect(page.get_by_role("link", name="Week 2026-W16")).to_be_visible()
    page.get_by_role("link", name="April 2026", exact=True).click()
    expect(page).to_have_url(f"{address}papers/month/2026-04/")


@pytest.mark.parametrize("period", ["month/2026-04", "week/2026-W16"])
def test_a_period_names_what_rises_and_its_topics(page: Page, address: str, period: str) -> None:
    page.goto(f"{address}papers/{period}/")
    rising, topics = page.locator(".rising").all()

    expect(rising.get_by_role("link", name="Remembering")).to_be_visible()
    expect(topics.locator("span").first).to_contain_text("Remembering 1")
    topics.get_by_role("link", name="Memory cells").click()
    expect(page).to_have_url(f"{address}topics/memory-cells/")
