"""What pages are on paper."""

import pytest
from playwright.sync_api import Page, PdfMargins, ViewportSize, expect

from tests.reading_site import BIG_DAY, DAY, PAPER, WITH_MANY_AUTHORS
from tests.site.scripts import VISIBLE
from tests.watch import Problems

INSERT_THEMES = """(title) => title.insertAdjacentHTML(
  "afterend", "<details class=themes><summary>Themes of this list</summary></details>")"""

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


@pytest.mark.parametrize("path", [DAY, PAPER])
def test_colours_do_not_come_by_and_by(page: Page, address: str, path: str) -> None:
    """A page that is dark on the screen would be printed in what lies between."""
    page.goto(address + path)
    page.emulate_media(media="print")

    lasting = page.locator("a, button").evaluate_all(
        "all => [...new Set(all.map((one) => getComputedStyle(one).transitionDuration))]"
    )
    assert lasting == ["0s"]


def test_themes_that_are_folded_are_not_printed(page: Page, address: str) -> None:
    page.goto(address + DAY)
    page.locator("h1").evaluate(INSERT_THEMES)
    expect(page.locator(".themes")).to_be_visible()

    page.emulate_media(media="print")
    expect(page.locator(".themes")).to_be_hidden()
    page.locator(".themes").evaluate("(themes) => themes.open = true")
    expect(page.locator(".themes")).to_be_visible()


def test_what_was_starred_is_printed_as_a_reading_list(page: Page, address: str) -> None:
    page.goto(address + PAPER)
    page.locator("[data-star]").click()
    page.goto(f"{address}starred/")
    page.emulate_media(media="print")

    after = page.locator(".stars a").evaluate("(link) => getComputedStyle(link, '::after').content")
    assert f"{address}{PAPER}" in after
    assert page.evaluate(VISIBLE, "button, label, .sum") == []


@pytest.mark.parametrize(
    ("path", "said"),
    [
        (BIG_DAY, "Papers 1–100 of 105, part 1 of 2; 1 part to come."),
        (f"{BIG_DAY}2/", "Papers 101–105 of 105, part 2 of 2. "),
        (DAY, ""),
    ],
)
def test_a_part_of_a_day_says_which_it_is(page: Page, address: str, path: str, said: str) -> None:
    page.goto(address + path)
    part = page.locator(".on-paper")
    assert not part.count() or part.is_hidden()
    page.emulate_media(media="print")

    assert said in (part.inner_text() if part.count() else "")
    assert bool(said) == part.count()


def test_a_part_of_a_day_is_printed_with_the_abstracts_that_were_opened(page: Page, address: str) -> None:
    page.goto(f"{address}{BIG_DAY}2/")
    page.get_by_role("button", name="Open abstracts").click()
    expect(page.locator("details.lead[open]")).to_have_count(5)
    expect(page.get_by_role("button", name="Open abstracts")).to_be_focused()
    page.emulate_media(media="print")

    for entry in page.locator(".entries > li").all():
        assert "at a tenth of the cost of reading again" in entry.inner_text()


def test_abstracts_that_cannot_be_fetched_stay_closed(page: Page, address: str, problems: Problems) -> None:
    problems.provoke("net::ERR_FAILED")
    page.route(f"{address}papers/2604.00212/", lambda route: route.abort())
    page.goto(f"{address}{BIG_DAY}2/")
    page.get_by_role("button", name="Open abstracts").click()

    expect(page.locator(".tools + .js[role=status]")).to_have_text("1 of the abstracts need a connection.")
    expect(page.locator("details.lead[open]")).to_have_count(4)
    expect(page).to_have_url(f"{address}{BIG_DAY}2/")


def test_a_day_that_is_ordered_as_a_whole_is_printed_so(page: Page, address: str) -> None:
    page.goto(f"{address}{BIG_DAY}2/?order=votes")
    expect(page.locator(".entries > li:visible")).to_have_count(105)
    page.emulate_media(media="print")

    expect(page.locator(".on-paper")).to_be_hidden()
    expect(page.locator(".entries > li:visible")).to_have_count(105)


def test_a_citation_that_is_folded_is_printed_too(page: Page, address: str) -> None:
    page.goto(address + WITH_MANY_AUTHORS)
    page.emulate_media(media="print")

    assert "Writerzzz, Ada" in page.locator("#bibtex").inner_text()
    assert page.evaluate(VISIBLE, ".cite summary") == []
    assert pages(page) <= 2


def test_results_are_printed_without_what_narrows_them(page: Page, address: str) -> None:
    page.goto(f"{address}search/?q=remembering")
    page.locator("[data-facet]").first.wait_for(state="attached")
    page.emulate_media(media="print")

    assert page.evaluate(VISIBLE, "[data-facet], select, fieldset, nav, .dp-search__help") == []
    expect(page.locator(".dp-found__list > li")).to_have_count(10)
    expect(page.locator("#content [data-search-input]")).to_have_value("remembering")


def test_what_was_read_is_as_dark_on_paper_as_the_rest(page: Page, address: str) -> None:
    page.goto(address + DAY)
    page.locator(".entries > li").first.get_by_label("Read:").click()
    page.emulate_media(media="print", reduced_motion="reduce")

    colours = page.locator(".entries h2 a").evaluate_all("all => all.map(one => getComputedStyle(one).color)")
    assert len(set(colours)) == 1
