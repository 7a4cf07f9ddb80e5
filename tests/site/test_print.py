"""What pages are on paper."""

from playwright.sync_api import Page, expect

from tests.reading_site import DAY, PAPER
from tests.site.scripts import VISIBLE


def test_print_names_every_author(page: Page, address: str) -> None:
    page.goto(address + DAY)
    page.emulate_media(media="print")

    names = page.locator(".entries > li").first.locator(".by")
    assert "Ada Writerc" in names.inner_text()
    assert "Ada Writeri" in names.inner_text()
    expect(names.locator("summary")).to_be_hidden()


def test_print_gives_a_clean_paper_page(page: Page, address: str) -> None:
    page.goto(address + PAPER)
    page.get_by_role("button", name="Dark colours").click()
    page.emulate_media(media="print")

    assert page.evaluate(VISIBLE, "header, nav, footer, button, form, .buttons, .skip") == []
    shown = page.locator("h1, .by, .abstract, .summary, dl, #bibtex").locator("visible=true")
    expect(shown).to_have_count(6)
    assert page.evaluate("getComputedStyle(document.body).color") == "rgb(33, 30, 26)"
