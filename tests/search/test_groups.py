"""Papers with all the words, and below a line those with some: counted, shown, folded and announced."""

import re

import pytest
from playwright.sync_api import Page, expect

from tests import axe
from tests.search.parts import INPUT, PHONE, RESULT, STATUS, WIDE, NewPage, type_text

LINE = ".dp-result__line"
FOLDED = "diffusion models"
"""Words that more than a page of papers has, and some of which others have."""
FEW = "attention once"
MANY = "robust diffusion learning sparse quantum models"


def test_the_page_counts_papers_with_all_words_and_folds_the_others(page: Page, address: str) -> None:
    page.goto(f"{address}search/?q={FOLDED}")

    expect(page.locator(STATUS)).to_have_text(
        re.compile(r"^(\d+) papers; \d+ more with some of the words. Page 1 of\s\d.$")
    )
    expect(page.locator(LINE)).to_have_count(0)
    expect(page.get_by_role("link", name=re.compile(r"^\d+ more with some of the words$"))).to_be_visible()


def test_the_others_are_unfolded_where_they_begin_and_back_folds_them(page: Page, address: str) -> None:
    page.goto(f"{address}search/?q={FOLDED}")
    expect(page.locator(STATUS)).to_contain_text("papers; ")
    before = page.locator(STATUS).inner_text()
    first = int(before.split()[0])

    page.get_by_role("link", name="more with some of the words").click()

    expect(page).to_have_url(f"{address}search/?q={FOLDED.replace(' ', '+')}&some=1&page={first // 10 + 1}")
    expect(page.locator(RESULT)).to_have_count(10)
    expect(page.locator("li", has=page.locator(LINE))).to_have_count(1)
    place = page.locator("li.dp-result").evaluate_all(
        "(entries, line) => entries.findIndex((entry) => entry.querySelector(line))", LINE
    )
    assert place == first % 10
    expect(page.locator(STATUS)).to_be_focused()
    expect(page.locator("[data-search-more]")).to_be_empty()

    page.go_back()

    expect(page.locator(STATUS)).to_have_text(before)
    expect(page.locator(LINE)).to_have_count(0)


def test_the_line_stands_where_the_others_begin_and_heads_the_pages_after(page: Page, address: str) -> None:
    page.goto(f"{address}search/?q={FEW}")
    expect(page.locator(STATUS)).to_contain_text(re.compile("^1 paper; "))
    expect(page.locator("li.dp-result").nth(1).locator(LINE)).to_have_text("With some of the words")

    expect(page.get_by_role("link", name="Next page")).to_have_count(0)
    page.get_by_role("link", name=re.compile(r"^\d+ more with some of the words$")).click()

    expect(page).to_have_url(re.compile("&some=1&page=2$"))
    expect(page.locator(STATUS)).to_have_text(re.compile(r"some of the words\. Page 2\.$"))
    expect(page.locator(LINE)).to_have_count(1)
    expect(page.locator("li.dp-result").first.locator(LINE)).to_have_text("With some of the words")


@pytest.mark.parametrize("text", [FOLDED, FEW, MANY, "attention zzyzxq"])
def test_nothing_says_that_papers_with_some_words_were_found(page: Page, address: str, text: str) -> None:
    page.goto(f"{address}search/?q={text}")
    expect(page.locator(RESULT)).to_have_count(10)

    expect(page.locator(STATUS)).not_to_contain_text("found")


def test_of_many_words_it_is_told_how_many_papers_have_most(page: Page, address: str) -> None:
    page.goto(f"{address}search/?q={MANY}")

    expect(page.locator(STATUS)).to_contain_text(
        re.compile(r"^The best matches first: \d+ papers? with (at least \d of the|all) 6 words\.")
    )


def test_in_the_box_the_others_are_a_group_of_their_own(about: Page) -> None:
    type_text(about, FEW, 10)

    group = about.get_by_role("listbox").get_by_role("group", name="With some of the words")
    expect(group.get_by_role("option")).to_have_count(9)
    said = re.compile(r"^1 paper; \d+ more with some of the words.$")
    expect(about.locator("[data-search-said]")).to_have_text(said)
    expect(about.locator("[data-search-all]")).to_have_text("All results, with filters")

    about.focus(INPUT)
    for place in range(10):
        about.keyboard.press("ArrowDown")
        expect(about.get_by_role("option").nth(place)).to_have_attribute("aria-selected", "true")
    about.keyboard.press("ArrowDown")
    expect(about.locator(INPUT)).not_to_have_attribute("aria-activedescendant", re.compile("."))


def test_in_the_box_the_link_counts_papers_with_all_words(about: Page) -> None:
    type_text(about, FOLDED, 10)

    count = about.locator(STATUS).inner_text().split()[0]
    expect(about.locator("[data-search-all]")).to_have_text(f"All {count} papers, with filters")
    expect(about.get_by_role("group")).to_have_count(0)


@pytest.mark.parametrize("window", [WIDE, PHONE])
@pytest.mark.parametrize("text", [FOLDED, FEW])
def test_groups_are_accessible(new_page: NewPage, address: str, window: dict[str, int], text: str) -> None:
    page = new_page(viewport=window, bypass_csp=True)
    page.goto(f"{address}search/?q={text}")
    expect(page.locator(RESULT)).to_have_count(10)
    assert axe.violations_in_both_schemes(page) == []

    page.goto(f"{address}about/")
    page.focus(INPUT)
    type_text(page, text, 10)
    assert axe.violations_in_both_schemes(page) == []
