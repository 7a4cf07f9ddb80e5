import json
from dataclasses import replace
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.papers.records import Author, Paper
from generator.site.head import Head, Site, article, citation_tags
from generator.site.library import Library
from generator.site.views.papers import PaperView
from generator.site.views.single import home_view, lost_view, starred_view, written_view
from generator.site.views.view import ListView, Neighbour

SITE = Site("An Archive", "What it holds.", "https://archive.example/daily/")
EMPTY = Library({}, {}, {})
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


def linked_data(head: Head) -> dict[str, object]:
    data = json.loads(head.script())
    assert data.pop("@context") == "https://schema.org"
    return dict(data)


def test_a_paper() -> None:
    title = "Splatting O(n²) <Gaussians>"

    head = PaperView(
        site=SITE,
        address="papers/2405.15125/",
        title=PAPER.title,
        description="An abstract. " * 40,
        updated=DAY,
        card="cards/2024-05-27.png",
        paper=PAPER,
        place=None,
    ).head

    assert (head.title, head.kind, head.indexed) == (title, "article", True)
    assert head.url == "https://archive.example/daily/papers/2405.15125/"
    assert head.image == "https://archive.example/daily/cards/2024-05-27.png"
    assert 140 < len(head.description) <= 160
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
    assert citation_tags(replace(PAPER, **unknown)) == ()  # type: ignore[arg-type]


def test_only_what_is_known_is_said() -> None:
    paper = Paper(id="a-title", title="A title", listed=(DAY,), source="text")

    assert article(paper) == {"@type": "ScholarlyArticle", "headline": "A title"}


def test_a_paper_with_a_doi_is_the_same_in_two_places() -> None:
    same = article(replace(PAPER, doi="10.1000/x"))["sameAs"]

    assert same == ["https://arxiv.org/abs/2405.15125", "https://doi.org/10.1000/x"]


def test_a_day() -> None:
    head = ListView(
        site=SITE,
        address="papers/date/2024-05-27/",
        title="Monday, 27 May 2024",
        description="40 papers",
        updated=DAY,
        paper_count=40,
        previous=Neighbour("papers/date/2024-05-24/", "24 May 2024"),
    ).head

    assert (head.previous, head.following, head.kind) == ("papers/date/2024-05-24/", None, None)
    assert linked_data(head) == {
        "@type": "CollectionPage",
        "name": "Monday, 27 May 2024",
        "mainEntity": {"@type": "ItemList", "numberOfItems": 40},
    }


def test_the_home_page_says_how_to_search() -> None:
    action = linked_data(home_view(EMPTY, SITE, ()).head)["potentialAction"]

    assert isinstance(action, dict)
    assert action["target"] == "https://archive.example/daily/search/?q={search_term_string}"


def test_a_page_written_by_hand_may_describe_itself() -> None:
    head = written_view(EMPTY, SITE, "about/", "About", "Whose archive this is.").head

    assert (head.title, head.description) == ("About", "Whose archive this is.")
    assert written_view(EMPTY, SITE, "about/", "About", "").head.description == SITE.description


def test_a_site_that_does_not_know_its_address_gives_none() -> None:
    view = replace(home_view(EMPTY, Site("An Archive", "", ""), ()), card="cards/2024-05-27.png")

    assert (view.head.url, view.head.image, view.head.linked_data) == (None, None, None)
    assert view.permalink == ""


def test_a_page_that_stands_for_others_is_not_indexed() -> None:
    assert written_view(EMPTY, SITE, "about/", "About", "").head.indexed
    assert not lost_view(SITE).head.indexed
    assert not starred_view(EMPTY, SITE).head.indexed


@given(st.text())
def test_no_text_ends_the_script(text: str) -> None:
    head = Head("x", "x", linked_data={"headline": text})

    assert not set("<>&\u2028\u2029") & set(head.script())
    assert linked_data(head) == {"headline": text}
