"""Why a result is there: what its own page shows of the match, and what its reader did with it."""

import json
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Page, expect

from generator.search import Document
from tests import axe
from tests.search.parts import INPUT, RESULT, type_text
from tests.search.site import site_with_search
from tests.server import Serve
from tests.watch import Problems

_PADDING = "We look at many things that are not asked for here, one after the other. " * 5 + "So it is."
_GIVEN = ("Abel", "Bert", "Carl", "Dora", "Emma", "Fred", "Gina", "Hans", "Ines", "Jona")
_AUTHORS = tuple(f"{given} {family}" for family in ("Ito", "Kaur", "Rao") for given in _GIVEN)


def _paper(number: int, title: str, abstract: str, authors: tuple[str, ...] = ()) -> Document:
    identifier = f"2401.{number:05}"
    return Document(
        f"papers/{identifier}/", title, abstract, authors, (), identifier, (date(2024, 1, 2),), 3, False
    )


PAPERS = [
    _paper(1, "Late Words", f"{_PADDING}Then come wallabies & <b>quokkas</b>, at last. {_PADDING}"),
    _paper(2, "Many Hands", _PADDING, (*_AUTHORS, "Zuzana Wombat")),
    _paper(3, "Early Words", f"A numbat comes first. {_PADDING}"),
    _paper(4, "The AIME Contest", f"We aim at the numbers of a contest. {_PADDING}"),
    _paper(5, "Federal Registers", f"Federates of the federal kind federate, as finetuned ones. {_PADDING}"),
    _paper(6, "Federal Banks", f"{_PADDING}At last something federated. {_PADDING}"),
]


@pytest.fixture(scope="module")
def burrow(serve: Serve, tmp_path_factory: pytest.TempPathFactory) -> str:
    folder: Path = tmp_path_factory.mktemp("reasons")
    return serve(site_with_search(folder, PAPERS), "/archive/").url


@pytest.mark.parametrize("where", ["box", "page"])
def test_a_match_that_the_index_does_not_show_is_shown_from_the_page(
    page: Page, burrow: str, where: str
) -> None:
    if where == "page":
        page.goto(f"{burrow}search/?q=late+quokkas")
    else:
        page.goto(f"{burrow}about/")
        type_text(page, "late quokkas")

    abstract = page.locator(".dp-result__abstract").first
    expect(abstract).to_contain_text("<b>quokkas</b>, at last.")
    expect(abstract).to_contain_text("…")
    expect(abstract.locator("mark")).to_have_text(["quokkas"])
    expect(abstract.locator("b")).to_have_count(0)


def test_the_author_who_matches_is_named_also_the_last_of_many(page: Page, burrow: str) -> None:
    page.goto(f"{burrow}search/?q=authors:Wombat")

    about = page.locator(".dp-result__about").first
    expect(about).to_contain_text("with Zuzana Wombat")
    expect(about.locator("mark")).to_have_text(["Wombat"])


def test_no_page_is_fetched_for_a_result_that_shows_its_match(page: Page, burrow: str) -> None:
    asked: list[str] = []
    page.on("request", lambda request: asked.append(request.url))
    page.goto(f"{burrow}search/?q=numbat")
    expect(page.locator(RESULT)).to_have_count(1)

    page.fill(INPUT, "quokkas")  # which does fetch one, and later

    expect(page.locator(".dp-result__abstract mark").first).to_have_text("quokkas")
    assert [url for url in asked if "/papers/" in url] == [f"{burrow}papers/2401.00001/"]


def test_a_result_stays_where_its_page_does_not_come(page: Page, burrow: str, problems: Problems) -> None:
    problems.provoke("/papers/2401.00001/")
    page.route("**/papers/2401.00001/", lambda route: route.abort())
    with page.expect_event("requestfailed"):
        page.goto(f"{burrow}search/?q=quokkas")

    expect(page.locator(RESULT)).to_have_text(["Late Words"])
    expect(page.locator("[data-search-error]")).to_be_hidden()


def test_of_a_name_no_word_with_the_same_stem_is_marked(page: Page, burrow: str) -> None:
    page.goto(f"{burrow}search/?q=AIME")

    expect(page.locator("mark")).to_have_text(["AIME"])


@pytest.mark.parametrize(
    ("text", "marks"),
    [
        ("federated ", ["Federates", "federate"]),
        ("federal ", ["Federal", "federal"]),
        ("feder", ["Federal", "Federates", "federal", "federate"]),
        ("fine-tune ", ["finetuned"]),
        ("federate registers finetune ", ["Registers", "Federates", "federate", "finetuned"]),
    ],
)
def test_words_are_marked_that_are_forms_of_the_typed_one(
    page: Page, burrow: str, text: str, marks: list[str]
) -> None:
    page.goto(f"{burrow}search/")
    page.fill(INPUT, text)

    expect(page.locator("li", has_text="Federal Registers").locator("mark")).to_have_text(marks)


def test_a_form_of_the_typed_word_is_looked_for_on_the_page(page: Page, burrow: str) -> None:
    page.goto(f"{burrow}search/?q=federated")

    shown = page.locator("li", has_text="Federal Banks").locator(".dp-result__abstract")
    expect(shown.locator("mark")).to_have_text(["federated"])


def _keep_marks(page: Page, burrow: str) -> None:
    star = {"title": "Late Words", "on": "2024-01-03"}
    kept = {"version": 1, "starred": {"2401.00001": star}, "read": ["2401.00001"]}
    page.goto(f"{burrow}about/")
    page.evaluate("text => localStorage.setItem('dailypapers.reading', text)", json.dumps(kept))


def _kept(page: Page) -> Any:
    return page.evaluate("JSON.parse(localStorage.getItem('dailypapers.reading'))")


def test_options_of_the_box_say_what_is_starred_and_read(page: Page, burrow: str) -> None:
    _keep_marks(page, burrow)

    type_text(page, "words")

    starred, other = (page.get_by_role("option", name=title) for title in ("Late Words", "Early Words"))
    expect(starred.locator(".dp-result__about > *")).to_have_text(
        ["2 January 2024", "3 votes", "starred", "read"]
    )
    expect(other.locator(".dp-result__about > *")).to_have_text(["2 January 2024", "3 votes"])


def test_results_are_starred_and_read_as_on_lists(page: Page, burrow: str) -> None:
    _keep_marks(page, burrow)

    page.goto(f"{burrow}search/?q=words")

    star = page.get_by_role("button", name="Star: Late Words")
    expect(star).to_have_attribute("aria-pressed", "true")
    expect(page.get_by_role("button", name="Read: Late Words")).to_have_attribute("aria-pressed", "true")
    star.click()
    expect(star).to_have_attribute("aria-pressed", "false")
    assert _kept(page)["starred"] == {}

    page.fill(INPUT, "hands")

    page.get_by_role("button", name="Star: Many Hands").click()
    page.get_by_role("button", name="Read: Many Hands").click()
    expect(page.locator("li.dp-result.read")).to_have_count(1)
    (starred,) = _kept(page)["starred"].values()
    assert starred["title"] == "Many Hands"
    assert starred["by"] == "Abel Ito, Bert Ito, Carl Ito and 28 more"


def test_keys_star_and_mark_the_result_that_has_the_focus(page: Page, burrow: str) -> None:
    page.goto(f"{burrow}search/?q=words")
    expect(page.get_by_role("button", name="Star: Early Words")).to_be_visible()

    page.get_by_role("link", name="Early Words").focus()
    page.keyboard.press("*")
    page.keyboard.press("m")

    expect(page.get_by_role("button", name="Star: Early Words")).to_have_attribute("aria-pressed", "true")
    expect(page.get_by_role("button", name="Read: Early Words")).to_have_attribute("aria-pressed", "true")
    assert list(_kept(page)["starred"]) == _kept(page)["read"] == ["2401.00003"]


def test_reasons_and_marks_are_accessible(page: Page, burrow: str) -> None:
    page.goto(f"{burrow}search/?q=late+quokkas")
    expect(page.locator(".dp-result__abstract").first).to_contain_text("quokkas")

    assert axe.violations_in_both_schemes(page) == []
