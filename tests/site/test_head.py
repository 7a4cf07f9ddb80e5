import json
from dataclasses import replace
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.papers.records import Author, Paper
from generator.site.head import POLICY, Head, Site, article, citation_tags, collection, website
from generator.site.library import Library
from generator.site.views.papers import PaperView
from generator.site.views.single import home_view, lost_view, starred_view, written_view
from generator.site.views.view import ListView, Neighbour
from generator.text.bidi import undirected

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


def paper_head(description: str) -> Head:
    return PaperView(
        site=SITE,
        address="papers/2405.15125/",
        title=PAPER.title,
        description=description,
        updated=DAY,
        card="cards/2024-05-27.png",
        paper=PAPER,
        place=None,
    ).head


def test_a_paper() -> None:
    title = "Splatting O(n²) <Gaussians>"

    head = paper_head("An abstract.")

    assert (head.title, head.kind, head.indexed) == (title, "article", True)
    assert head.url == "https://archive.example/daily/papers/2405.15125/"
    assert head.image == "https://archive.example/daily/cards/2024-05-27.png"
    assert head.citation == (
        ("citation_author", "Yuanhao Cai"),
        ("citation_author", "Zihao Xiao"),
        ("citation_publication_date", "2024/05/24"),
        ("citation_arxiv_id", "2405.15125"),
        ("citation_doi", "10.48550/arXiv.2405.15125"),
        ("citation_public_url", "https://arxiv.org/abs/2405.15125"),
        ("citation_keywords", "rendering; splatting"),
        ("DC.type", "preprint"),
    )
    assert linked_data(head) == {
        "@type": "ScholarlyArticle",
        "headline": title,
        "author": ["Yuanhao Cai", "Zihao Xiao"],
        "datePublished": "2024-05-24",
        "identifier": "10.48550/arXiv.2405.15125",
        "url": "https://archive.example/daily/papers/2405.15125/",
        "sameAs": "https://arxiv.org/abs/2405.15125",
    }


@pytest.mark.parametrize(
    ("text", "described"), [("x" * 160, "x" * 160), ("x" * 161, "x" * 159 + "…"), ("of $O(n^2)$", "of O(n²)")]
)
def test_a_description_has_at_most_160_characters(text: str, described: str) -> None:
    assert paper_head(text).description == described


@pytest.mark.parametrize("unknown", [{"authors": ()}, {"published": None}])
def test_title_authors_and_date_are_cited_together_or_not_at_all(unknown: dict[str, object]) -> None:
    assert citation_tags(replace(PAPER, **unknown), SITE) == ()  # type: ignore[arg-type]


def test_only_what_is_known_is_said() -> None:
    paper = Paper(id="a-title", title="A title", listed=(DAY,), source="text")

    assert article(paper, replace(SITE, url="")) == {"@type": "ScholarlyArticle", "headline": "A title"}


@pytest.mark.parametrize(
    ("abstract", "wanted", "cited"),
    [("Of $x^2$.", True, ["Of x²."]), ("Of $x^2$.", False, []), (None, True, [])],
)
def test_a_maintainer_can_have_whole_abstracts_cited(
    abstract: str | None, wanted: bool, cited: list[str]
) -> None:
    tags = citation_tags(replace(PAPER, abstract=abstract), replace(SITE, citation_abstract=wanted))

    assert [content for name, content in tags if name == "citation_abstract"] == cited
    assert not SITE.citation_abstract


def test_a_paper_with_a_doi_is_the_same_in_two_places() -> None:
    paper = replace(PAPER, doi="10.1000/x")

    assert article(paper, SITE)["sameAs"] == ["https://arxiv.org/abs/2405.15125", "https://doi.org/10.1000/x"]
    assert ("citation_doi", "10.1000/x") in citation_tags(paper, SITE)


def test_a_day() -> None:
    head = ListView(
        site=SITE,
        address="papers/date/2024-05-27/",
        title="Monday, 27 May 2024",
        description="40 papers",
        updated=DAY,
        paper_count=40,
        previous=Neighbour("papers/date/2024-05-24/", "24 May 2024"),
        following=Neighbour("papers/date/2024-05-28/", "28 May 2024"),
    ).head

    assert head == Head(
        "Monday, 27 May 2024",
        "40 papers",
        "https://archive.example/daily/papers/date/2024-05-27/",
        previous="papers/date/2024-05-24/",
        following="papers/date/2024-05-28/",
        linked_data={
            "@type": "CollectionPage",
            "name": "Monday, 27 May 2024",
            "mainEntity": {"@type": "ItemList", "numberOfItems": 40},
        },
    )


def test_an_empty_list_is_no_collection() -> None:
    assert collection("Archive", 0) is None


def test_the_home_page_says_how_to_search() -> None:
    said = {
        "@type": "WebSite",
        "name": "An Archive",
        "url": "https://archive.example/daily/",
        "potentialAction": {
            "@type": "SearchAction",
            "target": "https://archive.example/daily/search/?q={search_term_string}",
            "query-input": "required name=search_term_string",
        },
    }

    assert website(SITE) == home_view(EMPTY, SITE, ()).head.linked_data == said


def test_a_page_written_by_hand_may_describe_itself() -> None:
    head = written_view(SITE, None, "about/", "About", "Whose archive this is.").head

    assert (head.title, head.description) == ("About", "Whose archive this is.")
    assert written_view(SITE, None, "about/", "About", "").head.description == SITE.description


def test_a_site_that_does_not_know_its_address_gives_none() -> None:
    view = replace(home_view(EMPTY, Site("An Archive", "", ""), ()), card="cards/2024-05-27.png")

    assert (view.head.url, view.head.image, view.head.linked_data) == (None, None, None)
    assert view.permalink == ""


def test_a_page_that_stands_for_others_is_not_indexed() -> None:
    assert written_view(SITE, None, "about/", "About", "").head.indexed
    assert not lost_view(SITE).head.indexed
    assert not starred_view(EMPTY, SITE).head.indexed


def test_linked_data_is_written_without_spaces_and_escapes_that_it_can_do_without() -> None:
    head = Head("x", "x", linked_data={"headline": "X <é>"})

    assert head.script() == r'{"@context":"https://schema.org","headline":"X \u003cé\u003e"}'
    assert Head("x", "x").script() == '{"@context":"https://schema.org"}'


def test_the_policy_lets_nothing_come_from_elsewhere() -> None:
    assert POLICY.split(";") == [
        "default-src 'self'",
        "img-src 'self' data:",
        "object-src 'none'",
        "base-uri 'none'",
        "form-action 'self'",
    ]
    assert SITE.policy == POLICY


def test_a_site_may_not_know_where_it_is_kept() -> None:
    assert SITE.repository == ""


@given(st.text())
def test_no_text_ends_the_script(text: str) -> None:
    head = Head("x", "x", linked_data={"headline": text})

    assert not set("<>&\u2028\u2029") & set(head.script())
    assert linked_data(head) == {"headline": undirected(text)}
