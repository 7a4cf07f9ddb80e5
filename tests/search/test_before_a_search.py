"""What a page fetches before anybody searches, and what it says without scripts."""

from urllib.parse import urlsplit

import pytest
from playwright.sync_api import Page, expect

from tests.search.parts import INPUT, NewPage
from tests.server import Server


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
        about.expect_request("**/box.js"),
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
