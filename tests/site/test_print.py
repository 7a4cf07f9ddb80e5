"""What pages are on paper."""

from playwright.sync_api import Page, PdfMargins, ViewportSize, expect

from tests.reading_site import DAY, PAPER
from tests.site.scripts import VISIBLE

# What an A4 page has between margins of 1.5 cm, in CSS pixels.
SHEET: ViewportSize = {"width": 680, "height": 1009}
MARGIN: PdfMargins = {"top": "1.5cm", "bottom": "1.5cm", "left": "1.5cm", "right": "1.5cm"}


def pages(page: Page) -> int:
    """Count the pages of a PDF."""
    return page.pdf(format="A4", margin=MARGIN).count(b"/Type /Page\n")


def test_a_day_is_printed_with_whole_abstracts_and_at_most_ten_authors(page: Page, address: str) -> None:
    page.goto(address + DAY)
    page.emulate_media(media="print")

    entry = page.locator(".entries > li").nth(4)
    assert "at a tenth of the cost of reading again" in entry.inner_text()
    assert "Ada Writerc" in entry.inner_text()
    assert "Ada Writerj" in entry.inner_text()
    assert "Ada Writerk" not in entry.inner_text()
    assert "more" not in entry.inner_text()
    expect(entry.locator(".by summary")).to_be_hidden()


def test_a_gist_is_printed_once(page: Page, address: str) -> None:
    page.goto(address + DAY)
    page.emulate_media(media="print")

    assert page.locator(".entries > li").nth(2).inner_text().count("we propose a memory") == 1


def test_no_page_of_a_printed_day_is_blank_or_cut(page: Page, address: str) -> None:
    page.set_viewport_size(SHEET)
    page.goto(address + DAY)
    page.emulate_media(media="print")
    height = page.evaluate("document.body.scrollHeight")
    left = page.evaluate("document.querySelector('.entries h2').getBoundingClientRect().left")

    assert left >= 0
    assert 1 < pages(page) <= height / SHEET["height"] + 1


def test_a_paper_is_printed_on_one_page(page: Page, address: str) -> None:
    page.goto(address + PAPER)

    assert pages(page) == 1


def test_print_gives_a_clean_paper_page(page: Page, address: str) -> None:
    page.goto(address + PAPER)
    page.get_by_role("button", name="Dark colours").click()
    page.emulate_media(media="print")

    assert page.evaluate(VISIBLE, "header, nav, footer, button, form, .buttons, .skip") == []
    shown = page.locator("h1, .by, .abstract, .summary, dl, #bibtex").locator("visible=true")
    expect(shown).to_have_count(6)
    expect(page.locator("[rel=bookmark]")).to_be_visible()
    assert page.evaluate("getComputedStyle(document.body).color") == "rgb(33, 30, 26)"


def test_what_was_starred_is_printed_as_a_reading_list(page: Page, address: str) -> None:
    page.goto(address + PAPER)
    page.locator("[data-star]").click()
    page.goto(f"{address}starred/")
    page.emulate_media(media="print")

    after = page.locator(".stars a").evaluate("(link) => getComputedStyle(link, '::after').content")
    assert f"{address}{PAPER}" in after
    assert page.evaluate(VISIBLE, "button, label, .sum") == []
