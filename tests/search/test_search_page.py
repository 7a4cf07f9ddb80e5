"""The search page: its filters, its addresses, and what it explains."""

import re

import pytest
from playwright.sync_api import Page, expect

from tests.search.parts import INPUT, NOTES, RESULT, STATUS
from tests.search.site import IDENTIFIED, PAPERS


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


def test_parts_that_find_something_are_offered_where_the_whole_finds_nothing(
    page: Page, address: str
) -> None:
    page.goto(f"{address}search/?q=%2Bdiffusion+%2Bzzyzxq&code=1&from=2024-01-05")
    expect(page.locator(STATUS)).to_have_text("No papers found.")

    page.get_by_role("link", name=re.compile(r"^Only “diffusion” \(\d+\)$")).click()

    expect(page).to_have_url(f"{address}search/?q=diffusion")
    expect(page.locator(STATUS)).to_contain_text("papers found")
    expect(page.get_by_label("Has code")).not_to_be_checked()
