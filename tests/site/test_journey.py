"""What a reader does, from the home page to a paper found again, under a sub-path as on GitHub Pages."""

from collections.abc import Callable
from pathlib import Path

from playwright.sync_api import Page, expect

from tests.server import Serve
from tests.sites import LISTING, SECOND_DAY, build, make_project


def test_home_day_paper_next_day_and_a_word_of_an_abstract(tmp_path: Path, serve: Serve, page: Page) -> None:
    listings = {LISTING.name: LISTING.read_text(), "2025-08-07.txt": SECOND_DAY}
    site = serve(build(make_project(tmp_path, listings)), "/daily-papers/")

    page.goto(site.url)
    page.get_by_role("link", name="Thursday, 7 August 2025").first.click()
    expect(page).to_have_url(f"{site.url}papers/date/2025-08-07/")
    page.locator("a[rel=prev]").first.click()
    expect(page).to_have_url(f"{site.url}papers/date/2025-08-06/")
    page.get_by_role("link", name="Focal Modulation Networks").click()
    expect(page).to_have_url(f"{site.url}papers/focal-modulation-networks/")
    page.go_back()
    page.locator("a[rel=next]").first.click()
    expect(page).to_have_url(f"{site.url}papers/date/2025-08-07/")
    page.locator("[data-search-input]").fill("wallabies")
    page.locator("[data-search-result]").first.click()
    expect(page).to_have_url(f"{site.url}papers/attention-for-two-days/")


def test_pages_are_complete_without_scripts(
    tmp_path: Path, serve: Serve, new_page: Callable[..., Page]
) -> None:
    site = serve(build(make_project(tmp_path, {"2025-08-07.txt": SECOND_DAY})), "/daily-papers/")
    page = new_page(java_script_enabled=False)

    for address in ("", "papers/date/2025-08-07/", "papers/week/2025-W32/", "papers/month/2025-08/"):
        page.goto(site.url + address)
        expect(page.get_by_role("link", name="Attention for Two Days").first).to_be_visible()
    page.goto(f"{site.url}papers/attention-for-two-days/")
    expect(page.get_by_text("which mentions wallabies once")).to_be_visible()
