"""The archive's own topics in search: shown with results, counted beside them, and searched by."""

from datetime import date
from pathlib import Path
from urllib.parse import quote_plus

import pytest
from playwright.sync_api import Page, expect

from generator.search import Document
from tests import axe
from tests.search.parts import NOTES, PHONE, RESULT, STATUS, WIDE, NewPage
from tests.search.site import site_with_search
from tests.search.test_facets import counts, facet, unfold
from tests.server import Serve

TOPICS = """\
- {slug: world-models, label: World models}
- {slug: rl, label: Reinforcement learning, aliases: [RL]}
- {slug: robots, label: Robots}
- {slug: planning, label: Planning}
- {slug: lonely, label: Quokkas}
"""


def _paper(number: int, title: str, abstract: str, keywords: tuple[str, ...] = ()) -> Document:
    identifier = f"2401.{number:05}"
    day = (date(2024, 1, 1 + number),)
    return Document(
        f"papers/{identifier}/", title, abstract, ("Ada Rao",), keywords, identifier, day, 3, False
    )


_RL = "Here is reinforcement learning (RL), and RL again."
PAPERS = [
    _paper(
        1, "World Models for Sheep", f"{_RL} Robots plan. Planning lets robots herd, by planning.", ("cs.RO",)
    ),
    _paper(2, "Herding", f"{_RL} We let robots herd, as robots do.", ("barnyards",)),
    _paper(3, "Dreams", "World models, planning, and herds to herd. Planning by world models!"),
    _paper(4, "Quokkas", "Only these herd no sheep.", ("barnyards",)),
]


@pytest.fixture(scope="module")
def farm(serve: Serve, tmp_path_factory: pytest.TempPathFactory) -> str:
    folder: Path = tmp_path_factory.mktemp("topics")
    return serve(site_with_search(folder, PAPERS, TOPICS), "/archive/").url


def test_a_result_shows_its_most_useful_topics_which_lead_to_their_pages(page: Page, farm: str) -> None:
    page.goto(f"{farm}search/?q=herd")

    topics = page.locator("li", has_text="World Models for Sheep").locator(".topic")
    expect(topics).to_have_text(["World models", "Reinforcement learning", "Planning"])
    expect(page.locator("li", has_text="Quokkas").locator(".topic")).to_have_count(0)
    topics.nth(1).get_by_role("link").click()
    expect(page).to_have_url(f"{farm}topics/rl/")
    expect(page.get_by_role("heading", level=1)).to_have_text("Reinforcement learning")


def test_topics_divide_a_result_and_narrow_it(new_page: NewPage, farm: str) -> None:
    page = new_page(viewport=WIDE)
    page.goto(f"{farm}search/?q=herd")

    assert counts(unfold(page, "Topics")) == {
        "World models": 2, "Reinforcement learning": 2, "Robots": 2, "Planning": 2,
    }  # fmt: skip

    facet(page, "Topics").get_by_text("Reinforcement learning").click()

    expect(page).to_have_url(f"{farm}search/?q=herd&topic=Reinforcement+learning")
    expect(page.locator(STATUS)).to_contain_text("2 papers found")
    expect(page.get_by_role("link", name="Remove Reinforcement learning")).to_be_focused()


@pytest.mark.parametrize(
    ("query", "titles"),
    [
        ("topic=RL", ["Herding", "World Models for Sheep"]),
        ("topic=reinforcement-learning", ["Herding", "World Models for Sheep"]),
        ("topic=barnyards", ["Quokkas", "Herding"]),
        ("topic=cs.RO", ["World Models for Sheep"]),
        ("q=topic:world_models", ["Dreams", "World Models for Sheep"]),
        ("q=topic:+world+models", ["Dreams", "World Models for Sheep"]),
        ("q=topics:barnyards", ["Herding", "Quokkas"]),
    ],
)
def test_a_topic_by_any_of_its_names_and_keywords_find_papers(
    page: Page, farm: str, query: str, titles: list[str]
) -> None:
    page.goto(f"{farm}search/?{query}")

    expect(page.locator(RESULT)).to_have_text(titles)


def test_the_filter_suggests_the_topics_of_the_archive_first(page: Page, farm: str) -> None:
    page.goto(f"{farm}search/")

    page.get_by_label("Topic").focus()

    names = page.locator("datalist option")
    expect(names).to_have_count(6)
    assert [name.text_content() for name in names.all()][-2:] == ["barnyards", "cs.RO"]


def test_where_nothing_is_found_each_filter_tells_what_it_finds(page: Page, farm: str) -> None:
    page.goto(f"{farm}search/?q=dreams&from=2024-01-05&topic=RL")

    expect(page.locator(STATUS)).to_have_text("No papers found.")
    for said in (
        "Words that papers of this archive have: “dreams” (1).",
        "Without the filters: 1 paper.",
        "From 5 January 2024: 1 paper, without these words.",
        "Topic “RL”: 2 papers, none of them with these words.",
    ):
        expect(page.locator(NOTES)).to_contain_text(said)

    page.goto(f"{farm}search/?q=herd&code=1&topic=World+models")
    expect(page.locator(NOTES)).to_contain_text("With code: no papers.")
    page.get_by_role("link", name="Only topic “World models” (2)").click()

    expect(page).to_have_url(f"{farm}search/?q=herd&topic={quote_plus('World models')}")
    expect(page.locator(RESULT)).to_have_count(2)


def test_where_filters_exclude_each_other_each_is_offered_alone(page: Page, farm: str) -> None:
    page.goto(f"{farm}search/?topic=RL&from=2024-01-05")

    expect(page.locator(NOTES)).to_contain_text("From 5 January 2024: 1 paper.")
    expect(page.get_by_role("link", name="Only from 5 January 2024 (1)")).to_be_visible()
    expect(page.get_by_role("link", name="Only topic “RL” (2)")).to_be_visible()


@pytest.mark.parametrize("window", [WIDE, PHONE])
def test_topics_are_accessible(new_page: NewPage, farm: str, window: dict[str, int]) -> None:
    page = new_page(viewport=window, bypass_csp=True)
    page.goto(f"{farm}search/?q=herd")
    expect(page.get_by_role("button", name="Star: Dreams")).to_be_visible()

    assert axe.violations_in_both_schemes(page) == []
