"""Stars, and the page of starred papers."""

import json
from pathlib import Path

from playwright.sync_api import Page, expect

from tests.reading_site import DAY, PAPER


def test_stars_go_out_and_come_in_again(page: Page, address: str, tmp_path: Path) -> None:
    page.goto(address + PAPER)
    page.locator("[data-star]").click()
    page.goto(f"{address}starred/")
    with page.expect_download() as download:
        page.get_by_role("button", name="Export as JSON").click()
    exported = tmp_path / "starred.json"
    download.value.save_as(exported)
    assert json.loads(exported.read_text())["starred"]["2604.00100"]["title"] == (
        "Remembering 100 with <think> and α"
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
