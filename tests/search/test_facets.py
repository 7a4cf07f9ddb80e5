"""How a result divides: counted over all of it, set and removed in place, kept in the address."""

import re
from urllib.parse import quote_plus

import pytest
from playwright.sync_api import Locator, Page, expect

from generator.text.analysis import key_of
from tests import axe
from tests.search.parts import PHONE, RESULT, STATUS, WIDE, NewPage
from tests.search.site import PAPERS
from tests.watch import Problems

FACETS = "[data-search-facets]"
DIFFUSION = [
    paper
    for paper in PAPERS
    if "diffusion" in f"{paper.title} {paper.abstract} {' '.join(paper.topics)}".lower().split()
]
"""Papers with a word that no other word shares a stem with."""


def facet(page: Page, heading: str) -> Locator:
    return page.locator(
        f"{FACETS} :is(h2:text-is('{heading}'), summary:has-text('{heading}')) + :is(ul, div) a"
    )


def unfold(page: Page, heading: str) -> Locator:
    """Have names of a kind counted, which cost a download."""
    page.locator(f"{FACETS} details > summary", has_text=heading).click()
    expect(facet(page, heading).first).to_be_visible()
    return facet(page, heading)


def counts(links: Locator) -> dict[str, int]:
    return {
        link.locator(".dp-facets__name").inner_text(): int(
            link.locator(".dp-facets__count").inner_text().split()[0]
        )
        for link in links.all()
    }


@pytest.fixture
def wide(new_page: NewPage, address: str) -> Page:
    page = new_page(viewport=WIDE)
    page.goto(f"{address}search/?q=diffusion")
    unfold(page, "Authors")
    expect(facet(page, "Code")).to_be_visible()
    return page


def test_all_papers_of_a_result_are_counted(wide: Page) -> None:
    names = [name for paper in DIFFUSION for name in {key_of(name): name for name in paper.authors}.values()]

    assert counts(facet(wide, "Code")) == {"Has code": sum(paper.has_code for paper in DIFFUSION)}
    assert counts(facet(wide, "Years")) == {"2024": len(DIFFUSION)}
    shown = counts(facet(wide, "Authors"))
    assert shown == {name: names.count(name) for name in shown}
    assert min(shown.values()) >= max(names.count(name) for name in set(names) - set(shown))
    expect(wide.locator(f"{FACETS} > summary")).to_have_text(f"Narrow these {len(DIFFUSION)} papers")


def test_what_is_chosen_narrows_in_place_and_is_removed_in_place(wide: Page, address: str) -> None:
    author = facet(wide, "Authors").first
    name, papers = next(iter(counts(facet(wide, "Authors")).items()))
    heading = wide.locator(f"{FACETS} > summary")
    before = heading.bounding_box()

    author.focus()
    wide.keyboard.press("Enter")

    expect(wide).to_have_url(f"{address}search/?q=diffusion&author={quote_plus(name)}")
    expect(wide.locator(STATUS)).to_contain_text(re.compile(f"^{papers} papers? "))
    expect(wide.get_by_label("Author", exact=True)).to_have_value(name)
    chosen = wide.get_by_role("link", name=f"Remove {name}")
    expect(chosen).to_be_focused()
    assert heading.bounding_box() == before

    wide.keyboard.press("Enter")

    expect(wide).to_have_url(f"{address}search/?q=diffusion")
    expect(wide.get_by_role("link", name=f"{name} {papers} papers")).to_be_focused()

    wide.go_back()

    expect(wide.get_by_label("Author", exact=True)).to_have_value(name)
    expect(wide.get_by_role("link", name=f"Remove {name}")).to_be_visible()


def test_a_year_and_a_topic_are_filters_too(wide: Page, address: str) -> None:
    name = next(iter(counts(unfold(wide, "Topics"))))
    facet(wide, "Topics").first.click()
    expect(wide.get_by_role("link", name=f"Remove {name}")).to_be_visible()

    facet(wide, "Years").click()

    expect(wide).to_have_url(f"{address}search/?q=diffusion&from=2024-01-01&to=2024-12-31&topic={name}")
    expect(wide.get_by_role("link", name="Remove 2024")).to_be_visible()


def test_the_link_of_an_author_divides_the_papers_with_this_name(new_page: NewPage, address: str) -> None:
    papers = [paper for paper in PAPERS if "Jun Ito" in paper.authors]
    page = new_page(viewport=WIDE)

    page.goto(f"{address}search/?q=authors:Jun_Ito")

    expect(page.locator("[data-search-notes]")).to_contain_text("“Jun Ito” is a name, not a person")
    expect(page.locator(f"{FACETS} > summary")).to_have_text(f"Narrow these {len(papers)} papers")
    expect(page.locator(STATUS)).to_have_text(
        re.compile(rf"^{len(papers)} papers; \d+ more with all words of the name\.")
    )
    assert counts(facet(page, "Years")) == {"2024": len(papers)}
    assert "Jun Ito" not in counts(unfold(page, "Co-authors"))


@pytest.mark.parametrize("window", [WIDE, PHONE])
def test_nobody_asks_for_counts_before_they_are_seen(
    new_page: NewPage, address: str, window: dict[str, int]
) -> None:
    page = new_page(viewport=window)
    asked: list[str] = []
    page.on("request", lambda request: asked.append(request.url.rpartition("/")[2].split("-")[0]))
    page.goto(f"{address}search/?q=diffusion")
    expect(page.locator(RESULT)).to_have_count(10)
    page.wait_for_timeout(600)
    known = {"facts", "facets", "about", "votes"}
    assert known & {*asked} == ({"facts"} if window is WIDE else set())

    if window is PHONE:
        page.get_by_role("button", name="Filters", exact=True).click()
    unfold(page, "Topics")
    unfold(page, "Authors")

    assert known & {*asked} == {"facts", "facets", "about"}


def test_counts_that_do_not_come_can_be_asked_for_again(
    new_page: NewPage, address: str, problems: Problems
) -> None:
    problems.provoke("/facets-")
    page = new_page(viewport=WIDE)
    page.route("**/facets-*", lambda route: route.abort())
    page.goto(f"{address}search/?q=diffusion")
    expect(facet(page, "Years").first).to_be_visible()  # so that who unfolds names is the first to ask
    page.get_by_text("Authors", exact=True).click()
    expect(page.locator(FACETS)).to_contain_text("could not be counted")
    page.unroute("**/facets-*")

    page.locator(FACETS).get_by_role("button", name="Try again").click()

    expect(facet(page, "Authors").first).to_be_visible()


@pytest.mark.parametrize(
    "text", ["", "?q=robust+diffusion+learning+sparse+quantum+models", "?q=attention+zzyzxq"]
)
def test_what_has_no_papers_with_all_words_is_not_divided(new_page: NewPage, address: str, text: str) -> None:
    page = new_page(viewport=WIDE)
    page.goto(f"{address}search/{text}")
    expect(page.locator(".searching")).to_have_count(0)

    expect(page.locator(FACETS)).to_be_hidden()


@pytest.mark.parametrize("window", [WIDE, PHONE])
def test_facets_are_accessible(new_page: NewPage, address: str, window: dict[str, int]) -> None:
    page = new_page(viewport=window, bypass_csp=True)
    page.goto(f"{address}search/?q=diffusion&code=1")
    if window is PHONE:
        page.get_by_role("button", name="Filters", exact=True).click()
    expect(page.get_by_role("link", name="Remove Has code")).to_be_visible()
    unfold(page, "Authors")

    assert axe.violations_in_both_schemes(page) == []
