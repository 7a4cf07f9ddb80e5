import json
from dataclasses import replace
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.papers.records import Author, Paper
from generator.site.head import Head, Site, home_head, lost_head, page_head, view_head
from generator.site.views import Neighbour, View

SITE = Site("An Archive", "What it holds.", "https://archive.example/daily/")
DAY = date(2024, 5, 27)
PAPER = Paper(
    id="2405.15125",
    title="Splatting $O(n^2)$ <Gaussians>",
    listed=(DAY,),
    source="huggingface",
    authors=(Author("Yuanhao Cai"), Author("Zihao Xiao")),
    arxiv_id="2405.15125",
    published=date(2024, 5, 24),
    topics=("rendering", "splatting"),
)


def paper_view(paper: Paper, **changes: object) -> View:
    view = View("papers/2405.15125/", "paper.html", paper.title, "An abstract. " * 40, DAY, paper=paper)
    return replace(view, **changes)  # type: ignore[arg-type]


def linked_data(head: Head) -> dict[str, object]:
    data = json.loads(head.script())
    assert data.pop("@context") == "https://schema.org"
    return dict(data)


def test_a_paper() -> None:
    title = "Splatting O(n²) <Gaussians>"

    head = view_head(SITE, paper_view(PAPER), "cards/2024-05-27.png")

    assert (head.title, head.kind, head.indexed) == (title, "article", True)
    assert head.url == "https://archive.example/daily/papers/2405.15125/"
    assert head.image == "https://archive.example/daily/cards/2024-05-27.png"
    assert len(head.description) <= 200
    assert head.citation == (
        ("citation_author", "Yuanhao Cai"),
        ("citation_author", "Zihao Xiao"),
        ("citation_publication_date", "2024/05/24"),
        ("citation_arxiv_id", "2405.15125"),
        ("citation_keywords", "rendering; splatting"),
    )
    assert linked_data(head) == {
        "@type": "ScholarlyArticle",
        "headline": title,
        "author": ["Yuanhao Cai", "Zihao Xiao"],
        "datePublished": "2024-05-24",
        "sameAs": "https://arxiv.org/abs/2405.15125",
    }


@pytest.mark.parametrize("unknown", [{"authors": ()}, {"published": None}])
def test_title_authors_and_date_are_cited_together_or_not_at_all(unknown: dict[str, object]) -> None:
    paper = replace(PAPER, **unknown)  # type: ignore[arg-type]

    assert view_head(SITE, paper_view(paper), None).citation == ()


def test_only_what_is_known_is_said() -> None:
    paper = Paper(id="a-title", title="A title", listed=(DAY,), source="text")

    head = view_head(SITE, paper_view(paper), None)

    assert linked_data(head) == {"@type": "ScholarlyArticle", "headline": "A title"}


def test_a_paper_with_a_doi_is_the_same_in_two_places() -> None:
    head = view_head(SITE, paper_view(replace(PAPER, doi="10.1000/x")), None)

    assert linked_data(head)["sameAs"] == ["https://arxiv.org/abs/2405.15125", "https://doi.org/10.1000/x"]


def test_a_day() -> None:
    before = Neighbour("papers/date/2024-05-24/", "24 May 2024")
    view = View(
        "papers/date/2024-05-27/",
        "day.html",
        "Monday, 27 May 2024",
        "40 papers",
        DAY,
        paper_count=40,
        previous=before,
    )

    head = view_head(SITE, view, None)

    assert (head.previous, head.following, head.kind) == ("papers/date/2024-05-24/", None, None)
    assert linked_data(head) == {
        "@type": "CollectionPage",
        "name": "Monday, 27 May 2024",
        "mainEntity": {"@type": "ItemList", "numberOfItems": 40},
    }


def test_the_home_page_says_how_to_search() -> None:
    action = linked_data(home_head(SITE, None))["potentialAction"]

    assert isinstance(action, dict)
    assert action["target"] == "https://archive.example/daily/search/?q={search_term_string}"


def test_a_page_written_by_hand_has_a_card_and_may_describe_itself() -> None:
    head = page_head(SITE, "About", "about/", "cards/2024-05-27.png", "Whose archive this is.")

    assert head.description == "Whose archive this is."
    assert head.image == "https://archive.example/daily/cards/2024-05-27.png"
    assert page_head(SITE, "About", "about/", None).description == SITE.description


def test_a_site_that_does_not_know_its_address_gives_none() -> None:
    head = home_head(Site("An Archive", "", ""), "cards/2024-05-27.png")

    assert (head.url, head.image, head.linked_data) == (None, None, None)


def test_a_page_that_stands_for_others_is_not_indexed() -> None:
    assert page_head(SITE, "About", "about/", None).indexed
    assert not lost_head(SITE).indexed
    assert not view_head(SITE, paper_view(PAPER, indexed=False), None).indexed


@given(st.text())
def test_no_text_ends_the_script(text: str) -> None:
    head = Head("x", "x", linked_data={"headline": text})

    assert not set("<>&\u2028\u2029") & set(head.script())
    assert linked_data(head) == {"headline": text}
