"""What the papers of a day are about."""

from collections.abc import Sequence
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.papers.records import Paper
from generator.related.rising import Texts
from generator.related.themes import LARGEST, LEAST, MOST, Theme, heads, themes
from generator.related.topics import Settled, Topic

NAMES = ("Quokka Counting", "Sheep Shearing", "Yak Grooming", "Wool Dyeing", "LAMB")
NOTHING = Settled()
CENSUS = Topic("census", "Census", ("quokka counting",))


def day(titles: Sequence[str]) -> list[Paper]:
    return [Paper(f"p{number}", title, (date(2025, 8, 6),), "text") for number, title in enumerate(titles)]


def found(
    titles: Sequence[str], known: dict[str, str] | None = None, settled: Settled = NOTHING
) -> list[Theme]:
    return themes(day(titles), known or {}, Texts(), settled)


def test_papers_that_name_the_same_are_a_theme_in_the_order_of_the_day() -> None:
    titles = ["One: Quokka Counting", *(f"Number {at}" for at in range(7)), "Two: Quokka Counting"]

    assert found(titles) == [Theme("Quokka Counting", None, ("p0", "p8"))]


def test_what_all_papers_name_is_no_theme() -> None:
    assert found([f"No. {at}: Quokka Counting" for at in range(9)]) == []


@pytest.mark.parametrize("phrase", ["LAMB", "Language Models", "Natural Language"])
def test_a_word_alone_and_what_papers_of_any_subject_name_are_no_theme(phrase: str) -> None:
    assert found([f"One: {phrase}", *(f"Number {at}" for at in range(9)), f"Two: {phrase}"]) == []


def test_of_what_too_many_papers_name_a_theme_is_what_no_other_theme_has() -> None:
    both, one = "Quokka Counting and Yak Grooming", "Quokka Counting"
    titles = [both, both, one, one, *(f"Number {at}" for at in range(6))]

    assert [len(theme.papers) for theme in found(titles)] == [2, 2]


def test_a_phrase_that_only_earlier_titles_end_in_may_be_one() -> None:
    titles = ["Quokka Counting for Yaks", "Quokka Counting by Goats", *(f"Number {at}" for at in range(7))]

    assert [theme.name for theme in found(titles, {"quokka count": "quokka counting"})] == ["Quokka Counting"]


def test_a_topic_is_a_theme_under_its_own_name_with_its_own_papers() -> None:
    titles = ["Quokka Counting", *(f"Number {at}" for at in range(8)), "More Quokka Counting"]
    settled = Settled([CENSUS], {name: [CENSUS] for name in ("p0", "p4")})

    assert found(titles, settled=settled) == [Theme("Census", "census", ("p0", "p4"))]


def test_what_was_withdrawn_is_no_theme() -> None:
    titles = ["Quokka Counting", *(f"Number {at}" for at in range(8)), "More Quokka Counting"]
    withdrawn = Topic("census", "Quokka counting", withdrawn=True)

    assert found(titles, {"quokka count": "quokka counting"}, Settled([withdrawn])) == []


@given(st.lists(st.lists(st.sampled_from(NAMES), max_size=3), max_size=60))
def test_themes_are_few_none_is_large_and_no_paper_has_two(named: list[list[str]]) -> None:
    made = found([" and ".join(names) or "Nothing" for names in named])
    papers = [paper for theme in made for paper in theme.papers]

    assert len(made) <= MOST
    assert len(papers) == len(set(papers))
    assert all(LEAST <= len(theme.papers) <= LARGEST * len(named) for theme in made)


def test_what_ends_a_title_is_counted_once_a_paper() -> None:
    told = heads(day(["Wool Dyeing for Wool Dyeing", "On Wool Dyeing", "Wool Dyeing Mills"]))

    assert told["wool dye"] == ("Wool Dyeing", 2)
