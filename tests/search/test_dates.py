"""Days that readers type, on the search page; how they are read is tested beside the scripts."""

from playwright.sync_api import Page, expect

from tests.search.parts import INPUT, NOTES, RESULT
from tests.search.site import PAPERS


def test_typed_days_become_the_filter_and_can_be_removed(page: Page, address: str) -> None:
    page.goto(f"{address}search/?q=diffusion+January+2024")

    expect(page).to_have_url(f"{address}search/?q=diffusion&from=2024-01-01&to=2024-01-31")
    expect(page.locator(INPUT)).to_have_value("diffusion")
    expect(page.get_by_label("From")).to_have_value("2024-01-01")
    expect(page.locator(NOTES)).to_contain_text("“January 2024” was taken for the days of listing")
    page.get_by_role("button", name="Clear filters").click()
    expect(page).to_have_url(f"{address}search/?q=diffusion")


def test_days_count_while_they_are_typed(page: Page, address: str) -> None:
    page.goto(f"{address}search/")
    page.fill(INPUT, "2024-01-02")

    expect(page.locator(NOTES)).to_contain_text("“2024-01-02” was taken for the days of listing")
    expect(page.locator(INPUT)).to_have_value("2024-01-02")
    listed = sum(paper.days[0].isoformat() == "2024-01-02" for paper in PAPERS)
    expect(page.locator(RESULT)).to_have_count(listed)


def test_a_phrase_is_looked_for_in_the_page_of_a_paper(page: Page, address: str) -> None:
    page.goto(f"{address}search/?q=%22attention+once+more%22")

    expect(page.locator(RESULT)).to_have_count(1)
    expect(page.locator(RESULT).first).to_contain_text("Attention Is All You Need Again")


def test_the_empty_page_leads_to_searches_that_find_something(page: Page, address: str) -> None:
    page.goto(f"{address}search/")
    examples = page.get_by_text("In this archive, for example").get_by_role("link")
    links = [link.get_attribute("href") or "" for link in examples.all()]

    assert len(links) == 4
    for link in links:
        page.goto(f"{address}search/{link.removeprefix('../search/')}")
        expect(page.locator(f"{RESULT}, article").first).to_be_visible()
