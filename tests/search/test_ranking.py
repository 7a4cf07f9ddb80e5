"""What readers get for what they type."""

import random
from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Browser, Page

from generator.search import Document
from generator.text.analysis import analyse
from tests.search.browser import open_engine
from tests.search.known_item import misspelt
from tests.search.papers import invented, real, sample
from tests.server import Serve

PAPERS = invented(300)
PAPERS[5] = replace(PAPERS[5], days=(*PAPERS[5].days, date(2025, 6, 1)))
PAPERS[3] = replace(PAPERS[3], title="Protein Search")
PAPERS[7] = replace(PAPERS[7], title="DINOv2 Features")
PAPERS[8] = replace(PAPERS[8], title="sudo rm -rf agentic_security")
PAPERS[9] = replace(PAPERS[9], abstract="We train transfomers.")
PAPERS[10] = replace(PAPERS[10], title="Asking GPT-4")
PAPERS[6] = replace(PAPERS[6], arxiv_id="math/0309136", address="papers/math/0309136/")


@pytest.fixture(scope="module")
def page(browser: Browser, serve: Serve, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Page]:
    page = open_engine(browser, serve, tmp_path_factory.mktemp("ranking"), PAPERS)
    yield page
    page.close()


def _ask(page: Page, text: str, **more: object) -> Any:
    return page.evaluate("([text, more]) => ask(text, more)", [text, more])


def _titles(answer: Any) -> list[str]:
    return ["".join(text for text, _ in item["title"]) for item in answer["items"]]


@pytest.mark.parametrize(
    ("text", "address"),
    [
        ("https://arxiv.org/abs/2401.00007v2", "papers/2401.00007/"),
        ("math.GT/0309136", "papers/math/0309136/"),
    ],
)
def test_an_identifier_is_the_paper(page: Page, text: str, address: str) -> None:
    assert _ask(page, text)["direct"] == address


def test_an_unknown_identifier_is_told(page: Page) -> None:
    answer = _ask(page, "arXiv:1912.99999")

    assert answer["count"] == 0
    assert answer["notes"] == ["arXiv:1912.99999 is not in this archive."]


def test_an_identifier_outside_the_filters_is_told(page: Page) -> None:
    answer = _ask(page, "2401.00007", **{"from": "2030-01-01"})

    assert answer["count"] == 0
    assert answer["notes"] == ["arXiv:2401.00007 is outside these filters."]


@pytest.mark.parametrize(
    ("text", "title"),
    [
        ("Contrastive Learning of β-VAE Codes", "Contrastive Learning of β-VAE Codes"),
        ("beta-vae codes", "Contrastive Learning of β-VAE Codes"),
        ("Gödel Poincaré codes", "Contrastive Learning of β-VAE Codes"),
        ("attention is all you need again", "Attention Is All You Need Again"),
        ("attenton is all you need agian", "Attention Is All You Need Again"),
        ("日本語", "日本語 Corpora for Speech"),
        ("großer Korpus", "日本語 Corpora for Speech"),
        ("breaking tags", 'Breaking <b>Tags</b> & "Quotes" <img src=x onerror=alert(1)>'),
    ],
)
def test_the_paper_that_was_meant_is_first(page: Page, text: str, title: str) -> None:
    assert _titles(_ask(page, text))[0] == title


def test_papers_with_all_words_come_before_papers_with_some(page: Page) -> None:
    answer = _ask(page, "attention once")

    assert answer["all"] == 1
    assert answer["count"] > 1
    assert _titles(answer)[0] == "Attention Is All You Need Again"


def test_of_more_than_five_words_none_is_required(page: Page) -> None:
    five, six = (
        _ask(page, f"attention is all you need again {more}")
        for more in ("once more ", "once more look zzyzxq ")
    )

    assert five["all"] == 1
    assert (six["all"], _titles(six)[0]) == (None, "Attention Is All You Need Again")
    assert six["count"] > 1
    assert six["notes"] == ["No paper has “zzyzxq”."]


def test_papers_with_some_words_are_folded_where_those_with_all_fill_a_page(page: Page) -> None:
    whole = _ask(page, "diffusion models")

    folded = _ask(page, "diffusion models", fold=True)
    last = _ask(page, "diffusion models", fold=True, offset=folded["all"] // 10 * 10)

    assert (folded["count"], folded["more"]) == (folded["all"], whole["count"] - whole["all"])
    assert folded["all"] >= 10 < folded["more"]
    assert len(last["items"]) == folded["all"] % 10 > 0


def test_few_papers_with_all_words_are_followed_by_others_to_the_end_of_the_page(page: Page) -> None:
    answer = _ask(page, "attention once", fold=True)

    assert answer["all"] < answer["count"] == len(answer["items"]) == 10


@pytest.mark.parametrize("more", [{}, {"code": True}])
def test_of_many_words_it_is_told_how_many_papers_have_most(page: Page, more: dict[str, object]) -> None:
    query = "robust diffusion learning sparse quantum models"
    wanted = set(analyse(query))
    papers = [paper for paper in PAPERS if paper.has_code or not more]
    counts = [len(wanted & set(analyse(f"{paper.title} {paper.abstract}"))) for paper in papers]

    most = _ask(page, query, **more)["most"]

    assert most["of"] == 6
    assert most["papers"] == sum(count >= most["words"] for count in counts) <= 100
    assert most["words"] == 3 or sum(count >= most["words"] - 1 for count in counts) > 100


@pytest.mark.parametrize("end", ["attenton ", "attentio", "attenti"])
def test_a_slip_or_a_beginning_among_many_words_is_understood(page: Page, end: str) -> None:
    answer = _ask(page, f"we look once again at need more {end}")

    assert _titles(answer)[0] == "Attention Is All You Need Again"
    assert ["Attention", True] in answer["items"][0]["title"]


def test_a_word_that_is_said_twice_counts_twice(page: Page) -> None:
    orders = [
        [item["address"] for item in _ask(page, f"{text} ", limit=len(PAPERS))["items"]]
        for text in ("speech robot", "speech robot robot", "robot robot speech")
    ]

    assert sorted(orders[0]) == sorted(orders[1])
    assert orders[0] != orders[1] == orders[2]


@pytest.mark.parametrize(
    "text", ["contr", "contrasti", "contrastiv", "contrastive lear", "contrastive learni"]
)
def test_an_unfinished_word_finds(page: Page, text: str) -> None:
    assert any("Contrastive" in title for title in _titles(_ask(page, text)))


def test_a_word_before_a_blank_is_whole(page: Page) -> None:
    assert _ask(page, "contra ")["count"] == 0


@pytest.mark.parametrize(
    ("text", "shown"),
    [("segmentatoin", "“segmentation”"), ("attenton", "“attention”"), ("difussion", "“diffusion”")],
)
def test_a_correction_is_told(page: Page, text: str, shown: str) -> None:
    answer = _ask(page, text)

    assert answer["count"] > 0
    assert answer["notes"] == [f"No paper has “{text}”: showing {shown}."]


def test_an_address_is_no_syntax(page: Page) -> None:
    answer = _ask(page, "https://code.example/attention")

    assert answer["count"] > 0
    assert answer["notes"] == ["No paper has “https” or “example”."]


def test_a_phrase_that_no_paper_has_is_searched_as_words(page: Page) -> None:
    answer = _ask(page, '"attention again"')

    assert answer["count"] > 0
    assert answer["notes"] == [
        "Not found as it stands: “attention again”. Searched for the plain words instead."
    ]


@pytest.mark.parametrize(
    ("text", "told"),
    [
        (
            "titel:diffusion",
            "There is no field “titel”; the fields are abstract, title, authors, topics, arxiv.",
        ),
        ("diffusion~", "This is not a complete query: a number must follow the ~."),
        ("diffusion^", "This is not a complete query: a number must follow the ^."),
        ("title:", "This is not a complete query: a word must follow (at “title”)."),
        ("+title:diffusion -", "This is not a complete query: a word must follow (at “-”)."),
    ],
)
def test_a_malformed_query_is_explained_and_its_words_are_searched(page: Page, text: str, told: str) -> None:
    answer = _ask(page, text)

    assert answer["notes"][0] == f"{told} Searched for the plain words instead."
    assert answer["count"] == (_ask(page, "diffusion")["count"] if "diffusion" in text else 0)


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("the of and", "Only words too common to be searched. Please add one that is not."),
        ("A*", "Only words too common to be searched. Please add one that is not."),
        ("+the", "Only words too common to be searched. Please add one that is not."),
        ("title:the author:of", "Only words too common to be searched. Please add one that is not."),
        ("+", "There is no word in this to search for."),
        ("?! – …", "There is no word in this to search for."),
    ],
)
def test_a_query_without_a_word_to_search_for_is_explained(page: Page, text: str, told: str) -> None:
    answer = _ask(page, text)

    assert (answer["count"], answer["notes"]) == (0, [told])


@pytest.mark.parametrize(
    ("text", "same"),
    [
        ("author:wang", "authors:wang"),
        ("+Topic:quantum -titles:robust", "+topics:quantum -title:robust"),
        ("id:2401.00007 quantum", "arxiv:2401.00007 quantum"),
    ],
)
def test_a_field_may_be_named_in_the_other_number(page: Page, text: str, same: str) -> None:
    answer = _ask(page, text)

    assert answer == _ask(page, same)
    assert answer["count"] > 0


def test_a_whole_name_comes_before_other_papers_with_its_words(page: Page) -> None:
    answer = _ask(page, "authors:Ada_Wang", limit=len(PAPERS))

    named = [paper.address for paper in PAPERS if "Ada Wang" in paper.authors]
    addresses = [item["address"] for item in answer["items"]]
    assert addresses[: len(named)] == named[::-1]
    both = [paper for paper in PAPERS if {"Ada", "Wang"} <= set(" ".join(paper.authors).split())]
    assert sorted(addresses) == sorted(paper.address for paper in both)
    assert len(both) > len(named) > 0
    assert (answer["all"], answer["named"]) == (len(named), True)
    assert answer["notes"] == [
        "“Ada Wang” is a name, not a person: several people may share it.",
        "First the papers with “Ada Wang” among their authors; then others with all of these words there.",
    ]


def test_a_name_that_nobody_has_is_told(page: Page) -> None:
    answer = _ask(page, "author:Wang_Ada")

    assert answer["count"] > 0
    assert answer["notes"] == [
        "No paper has just “Wang Ada” among its authors: showing those with all of these words there."
    ]


def test_a_name_without_any_paper_is_searched_as_words(page: Page) -> None:
    answer = _ask(page, "author: Protein Search")

    assert "Protein Search" in _titles(answer)
    assert answer["notes"] == [
        "No paper has “Protein Search” among its authors: searched for these words everywhere."
    ]


def test_a_number_of_edits_and_a_boost_may_stand_together(page: Page) -> None:
    assert _ask(page, "protien~2^5")["count"] == _ask(page, "protien~2")["count"] > 0


def test_a_pattern_may_be_cut_to_its_commonest_words(page: Page) -> None:
    cut, whole = page.evaluate("Promise.all([1, 99].map((most) => engine.commonest({ term: '*n' }, most)))")

    assert 0 < len(cut["terms"]) < cut["count"] == len(whole["terms"])
    assert whole["terms"][0] == cut["terms"][0]
    assert set(cut["terms"]) < set(whole["terms"])


def test_a_name_whose_papers_are_outside_the_filters_is_told(page: Page) -> None:
    named = {day.isoformat() for paper in PAPERS if "Ada Wang" in paper.authors for day in paper.days}
    others = [
        paper.days[0].isoformat()
        for paper in PAPERS
        if {"Ada", "Wang"} <= set(" ".join(paper.authors).split())
    ]
    day = next(day for day in others if day not in named)

    answer = _ask(page, "authors:Ada_Wang", **{"from": day, "to": day})

    assert answer["count"] > 0
    assert answer["notes"] == [
        "The papers with “Ada Wang” among their authors are outside these filters: "
        "showing those with all of these words there."
    ]


@pytest.mark.parametrize("text", ["Ada Wang", "ada wang", "Wang, Ada", "wang ada"])
def test_words_that_are_an_author_find_the_author_first(page: Page, text: str) -> None:
    answer = _ask(page, text, limit=len(PAPERS))

    named = [paper.address for paper in PAPERS if "Ada Wang" in paper.authors]
    assert [item["address"] for item in answer["items"]][: len(named)] == named[::-1]
    assert answer["count"] > len(named)
    assert answer["notes"] == [f"First the papers of “{text}”."]


@pytest.mark.parametrize(
    ("text", "same"),
    [
        ("authors: Ada Wang", "authors:Ada_Wang"),
        ("Author: Wang", "+authors:wang"),
        ("title: contrastive learning", "+title:contrastive +title:learning"),
        ("topic: quantum", "+topics:quantum"),
    ],
)
def test_a_blank_may_follow_the_name_of_a_field(page: Page, text: str, same: str) -> None:
    answer = _ask(page, text)

    assert answer["count"] > 0
    assert answer == _ask(page, same)


def test_a_title_that_looks_like_syntax_is_found(page: Page) -> None:
    answer = _ask(page, "sudo rm -rf agentic_security")

    assert _titles(answer)[0] == "sudo rm -rf agentic_security"
    assert not any("query" in note for note in answer["notes"])


@pytest.mark.parametrize(
    "text",
    ["title:di", "title:contrasti", "authors:Müll", "+title:robust +title:segmentat", "title:learning*"],
)
def test_an_unfinished_word_of_a_field_finds(page: Page, text: str) -> None:
    assert _ask(page, text)["count"] > 0


def test_a_slip_in_a_field_is_corrected(page: Page) -> None:
    answer = _ask(page, "title:segmentatoin ")

    assert answer["count"] > 0
    assert answer["notes"] == ["No paper has “segmentatoin”: showing “segmentation”."]


def test_a_wildcard_that_no_stem_fits_is_explained(page: Page) -> None:
    answer = _ask(page, "transformers*")

    assert any("Transformers" in title for title in _titles(answer))
    assert answer["notes"] == [
        "An * is compared with the stems of words: “transform” is that of “transformers”."
    ]


def test_a_distance_that_would_take_minutes_is_cut(page: Page) -> None:
    answer = _ask(page, "transfomer~99")

    assert answer["count"] == _ask(page, "transfomer~2")["count"] > 0
    assert answer["notes"] == ["A word may differ by 2 letters at most: searched for transfomer~2."]


def test_a_word_that_hardly_any_paper_has_may_be_a_slip(page: Page) -> None:
    answer = _ask(page, "transfomers")

    assert answer["all"] == 1
    assert answer["alike"] == answer["more"] == answer["count"] - 1 > 0
    assert answer["items"][0]["address"] == PAPERS[9].address
    assert answer["notes"] == ["Few papers have “transfomers”: also showing “transformers”."]


@pytest.mark.parametrize(
    ("text", "title", "note"),
    [
        ("protein se arch", "Protein Search", "No paper has “protein se arch”: showing “protein search”."),
        ("GPT4", "Asking GPT-4", "No paper has “gpt4”: showing “gpt 4”."),
    ],
)
def test_other_spaces_are_tried(page: Page, text: str, title: str, note: str) -> None:
    answer = _ask(page, text)

    assert _titles(answer)[0] == title
    assert note in answer["notes"]


def test_words_that_no_paper_has_are_told(page: Page) -> None:
    answer = _ask(page, "attention zzyzxq")

    assert answer["all"] == 0
    assert answer["count"] > 0
    assert answer["notes"] == ["No paper has “zzyzxq”."]


@pytest.mark.parametrize("text", ["attention q", "attention segm.", "R&D"])
def test_a_letter_or_a_word_before_a_point_is_whole(page: Page, text: str) -> None:
    assert _ask(page, text)["all"] == 0


def test_a_rare_word_is_not_corrected(page: Page) -> None:
    answer = _ask(page, "korpus")

    assert (answer["count"], answer["notes"]) == (1, [])


def test_a_word_that_no_paper_has_is_corrected_among_others(page: Page) -> None:
    answer = _ask(page, "attenton again")

    assert _titles(answer)[0] == "Attention Is All You Need Again"
    assert answer["notes"] == ["No paper has “attenton”: showing “attention”."]
    assert answer["all"] == 1


def test_days_filter_by_every_listing_day(page: Page) -> None:
    answer = _ask(page, "", **{"from": "2025-05-01", "to": "2025-07-01"})

    assert _titles(answer) == [PAPERS[5].title]


def test_filters_narrow_and_are_counted(page: Page) -> None:
    everything = _ask(page, "diffusion")["count"]

    with_code = _ask(page, "diffusion", code=True)["count"]
    of_topic = _ask(page, "", topic="Diffusion")["count"]

    assert 0 < with_code < everything
    assert of_topic == sum("diffusion" in paper.topics for paper in PAPERS)


def test_newest_and_most_votes_come_first(page: Page) -> None:
    newest = [item["day"] for item in _ask(page, "diffusion", order="newest")["items"]]
    votes = [item["address"] for item in _ask(page, "", order="votes")["items"]]

    assert newest == sorted(newest, reverse=True)
    by_address = {paper.address: paper.votes for paper in PAPERS}
    assert [by_address[address] for address in votes] == sorted(
        (vote for vote in by_address.values() if vote is not None), reverse=True
    )[:10]


def test_an_order_is_kept_where_a_title_is_the_query(page: Page) -> None:
    relevant = _ask(page, "protein search")
    newest = _ask(page, "protein search", order="newest")

    assert _titles(relevant)[0] == "Protein Search"
    days = [item["day"] for item in newest["items"][: newest["all"]]]
    assert len(set(days)) > 1
    assert days == sorted(days, reverse=True)


def test_found_words_are_marked(page: Page) -> None:
    item = _ask(page, "godel codes")["items"][0]

    assert ["Codes", True] in item["title"]
    assert ["Gödel", True] in item["abstract"]


def _shares_found(page: Page, papers: list[Document], chance: random.Random) -> tuple[float, float]:
    """Give the shares that are first for their title, and among the first three for one with a slip."""
    addresses = [paper.address for paper in papers]
    whole = page.evaluate("ranks", [[paper.title for paper in papers], addresses])
    slipped = page.evaluate("ranks", [[misspelt(paper.title, chance) for paper in papers], addresses])
    return (
        sum(place == 0 for place in whole) / len(papers),
        sum(0 <= place < 3 for place in slipped) / len(papers),
    )


def test_sampled_titles_are_found_in_full_and_with_a_slip(
    browser: Browser, serve: Serve, tmp_path: Path
) -> None:
    papers = sample()
    page = open_engine(browser, serve, tmp_path, papers)

    assert _shares_found(page, papers, random.Random(5)) == (1, 1)


def test_real_titles_are_found_in_full_and_with_a_slip(
    browser: Browser, serve: Serve, tmp_path: Path
) -> None:
    papers = real(3000)
    page = open_engine(browser, serve, tmp_path, papers)
    chance = random.Random(5)

    for text in ("title:*", "title:net~2"):
        (cut,) = _ask(page, text)["notes"]
        assert cut.startswith(f"{text.removeprefix('title:')} fits ")
    whole, slipped = _shares_found(page, chance.sample(papers, 100), chance)

    assert whole >= 0.99
    assert slipped >= 0.90
