"""The related papers of an archive."""

import json
from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import date, timedelta
from pathlib import Path
from random import Random
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from generator.papers.records import Author, Paper
from generator.related import frequencies, lists, vectors
from tests.related.papers import DAY, invented, real, related
from tests.strategies import lines

GOLDEN = Path(__file__).with_name("golden.json")
WORDS = ("quokka", "wallaby", "wombat", "numbat", "bilby", "dunnart", "potoroo", "bettong", "kowari", "quoll")
TITLE = "Counting Quokkas from the Air with Drones over Rottnest Island"
ABSTRACT = "We count quokkas on an island from drones in the air, and compare with counts by rangers on foot."


def lists_of(papers: Sequence[Paper]) -> Mapping[date, lists.Day]:
    """Give the lists of all days."""
    return lists.lists(papers, lists.digests(papers))


def papers_of(day: int) -> st.SearchStrategy[list[Paper]]:
    """Papers of a day about few things, so that many are related."""
    texts = st.lists(st.sampled_from(WORDS), min_size=4, max_size=9).map(" ".join)
    return st.lists(texts, max_size=5).map(
        lambda found: [invented(f"{day}-{number}", text, text, day) for number, text in enumerate(found)]
    )


ARCHIVES = st.tuples(*(papers_of(day) for day in (0, 1, 200, 400)))


def test_the_real_papers_have_the_lists_that_they_had() -> None:
    assert related(real()) == json.loads(GOLDEN.read_text())


@given(days=ARCHIVES)
@settings(max_examples=60)
def test_a_new_day_changes_no_older_list(days: Sequence[list[Paper]]) -> None:
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(frequencies, "ENOUGH", 2)
        for count in range(len(days)):
            older, newer = ([paper for day in days[:end] for paper in day] for end in (count, count + 1))
            before, after = lists_of(older), lists_of(newer)
            assert before.items() <= after.items()
            assert lists.digests(older).items() <= lists.digests(newer).items()


@given(days=ARCHIVES)
@settings(max_examples=30)
def test_a_list_names_older_papers_and_those_of_the_same_day(days: Sequence[list[Paper]]) -> None:
    first = {paper.id: paper.listed[0] for day in days for paper in day}

    found = related([paper for day in days for paper in day])

    for paper, others in found.items():
        assert 0 < len(others) <= lists.MOST
        assert paper not in others
        assert len(set(others)) == len(others)
        assert all(first[other] <= first[paper] for other in others)


@given(days=ARCHIVES, chance=st.randoms())
@settings(max_examples=30)
def test_neither_the_order_of_papers_nor_the_days_asked_for_change_a_list(
    days: Sequence[list[Paper]], chance: Random
) -> None:
    papers = [paper for day in days for paper in day]
    shuffled = chance.sample(papers, len(papers))
    found = lists_of(papers)
    asked = [day for place, day in enumerate(found) if place % 2]

    assert lists.digests(shuffled) == lists.digests(papers)
    assert lists.lists(shuffled, asked) == {day: found[day] for day in asked}


def test_where_no_day_is_asked_for_nothing_is_worked_out(monkeypatch: pytest.MonkeyPatch) -> None:
    papers = [invented("one", TITLE, ABSTRACT), invented("two", TITLE, ABSTRACT)]
    monkeypatch.setattr(vectors, "counts", lambda *_: pytest.fail("it was worked out"))

    assert lists.lists(papers, []) == {}


@pytest.mark.parametrize(
    "change", [{"title": "Other"}, {"abstract": "Other"}, {"authors": (Author("Ann"),)}], ids=str
)
def test_a_digest_follows_from_what_lists_follow_from(change: dict[str, Any]) -> None:
    papers = [invented("one", TITLE, ABSTRACT), invented("two", TITLE, ABSTRACT, 1)]
    changed = [replace(papers[0], **change), papers[1]]

    assert not lists.digests(papers).items() & lists.digests(changed).items()


def test_a_day_listed_again_moves_no_paper() -> None:
    papers = [invented("one", TITLE, ABSTRACT), invented("two", TITLE, ABSTRACT, 1)]
    again = [replace(papers[0], listed=(DAY, DAY + timedelta(days=9))), papers[1]]

    assert lists_of(again) == lists_of(papers)


@pytest.mark.parametrize(
    ("title", "abstract"),
    [
        ("MARBLE: Music Audio Representations", "A benchmark of songs, beats, keys and genres."),
        ("Baking Bread", "How sourdough rises when kneaded by hand."),
        ("Untitled", None),
    ],
)
def test_a_shared_name_or_nothing_shared_makes_no_list(title: str, abstract: str | None) -> None:
    stone = invented(
        "stone", "MARBLE: A Hard Stone in Polishing", "Grinding stones at the quarry, MARBLE by MARBLE."
    )

    assert related([stone, invented("other", title, abstract, 1)]) == {}


@pytest.mark.parametrize(
    ("title", "abstract", "expected"),
    [
        ("MMAU: Agents over Domains", "We introduce MMAU, a massive benchmark of planning and code.", {}),
        (
            "MMAU: Audio, Again",
            "We introduce MMAU, a benchmark of speech, music and other sounds.",
            {"two": ["one"]},
        ),
    ],
)
def test_a_name_alone_is_no_likeness(title: str, abstract: str, expected: dict[str, list[str]]) -> None:
    one = "We introduce MMAU, a massive benchmark of understanding speech, music and sounds."

    assert related([invented("one", "MMAU: Audio", one), invented("two", title, abstract, 1)]) == expected


SHEEP = "Sheep Bells", "Shepherds at dusk hear hill dogs: wool, rain, stone walls, gates, meadows, lambs."
SOMEWHAT = (
    ("Goat Barns", "Herders at dusk see hill dogs: milk, rain, iron fences, kids, thistles, noon."),
    ("Goose Ponds", "Farmers at dusk feed hill dogs: feathers, rain, reed, eggs, mud, autumn winds."),
    ("Cow Horns", "Milkers at dusk call hill dogs: butter, rain, clover, calves, carts, thunder."),
)


@pytest.mark.parametrize("count", range(4))
def test_a_list_of_fewer_than_three_has_none_that_is_only_somewhat_like(count: int) -> None:
    others = [invented(title[:3].lower(), title, abstract) for title, abstract in SOMEWHAT[:count]]

    found = related([*others, invented("last", *SHEEP, 1)])

    assert len(found.get("last", ())) == (count if count == lists.MANY else 0)


def test_words_without_anything_named_make_no_list_of_what_is_only_somewhat_like() -> None:
    scattered = [(title, text.replace("hill dogs", "dogs, hill")) for title, text in SOMEWHAT]

    assert "last" not in related(
        [
            *(invented(title[:3].lower(), title, text) for title, text in scattered),
            invented("last", *SHEEP, 1),
        ]
    )


def test_the_same_author_alone_makes_no_list() -> None:
    one = invented("one", "Baking Bread", "How sourdough rises when kneaded by hand.", author="Ada Baker")
    other = invented("other", "Grinding Stone", "Marble at the quarry.", day=1, author="Ada Baker")

    assert related([one, other]) == {}


def test_a_copy_of_a_paper_is_related() -> None:
    assert related([invented("one", TITLE, ABSTRACT), invented("two", TITLE, ABSTRACT, 1)]) == {
        "two": ["one"]
    }


@pytest.mark.parametrize("papers", [[], [invented("one", TITLE, ABSTRACT)], [invented("one", "!?")]])
def test_no_paper_and_one_have_no_list(papers: list[Paper]) -> None:
    assert related(papers) == {}


@given(texts=st.lists(st.tuples(lines, st.none() | lines), max_size=6))
def test_any_text_has_lists(texts: list[tuple[str, str | None]]) -> None:
    related([invented(str(number), title, abstract) for number, (title, abstract) in enumerate(texts)])


@given(text=st.text())
def test_weights_are_whole_and_positive(text: str) -> None:
    assert all(
        type(weight) is int and weight > 0 for weight in vectors.weights(vectors.counts(text, text)).values()
    )
