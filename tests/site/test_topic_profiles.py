"""What is told of a topic, and kept."""

from collections.abc import Sequence

import pytest

from generator.papers.records import Paper
from generator.related.lists import terms_of
from generator.site.related import NOTHING, find
from generator.site.shown import Keys
from generator.site.store import Store
from generator.site.topic_papers import topic_papers
from generator.site.topic_profiles import Profile, definition, explained, near, profiles
from tests.related.papers import invented
from tests.site.test_topic_papers import QUOKKAS, TOPICS, about, held

TOLD = "Quokka counting (QC) is the art of counting quokkas."
KEYS = Keys(b"")


def told(papers: Sequence[Paper], store: Store) -> dict[str, Profile]:
    found = topic_papers(papers, TOPICS, KEYS, store)
    return profiles(found, find(papers, terms_of, KEYS, Store()), KEYS, store)


def test_a_new_day_changes_nothing_of_other_topics() -> None:
    both = about("Quokka counting for wombat holes", 3)
    older = held([*both, *about("Quokka counting", 2, 2)])
    newer = held([*both, *about("Quokka counting", 2, 2), *about("Wombat holes", 9, 30)])

    assert near(newer, QUOKKAS) == near(older, QUOKKAS) == ["wombat-holes"]


def test_what_was_told_is_kept_until_something_up_to_then_changes(monkeypatch: pytest.MonkeyPatch) -> None:
    store, asked = Store(), []
    monkeypatch.setattr("generator.site.topic_profiles.near", lambda _, topic: asked.append(topic.slug))
    papers = [*about("Quokka counting", 3), *about("Wombat holes", 3, 5)]

    told(papers, store)
    told(papers, store)
    assert asked == ["quokka-counting", "wombat-holes"]
    told([*papers, *about("Wombat holes", 1, 9)], store)
    assert asked[2:] == ["wombat-holes"]
    told([*about("Sheep", 1), *papers], store)
    assert sorted(asked[3:]) == ["quokka-counting", "wombat-holes"]


def test_what_is_kept_is_what_is_told_anew() -> None:
    store = Store()
    papers = about("Quokka counting for wombat holes", 3)

    first = told(papers, store)

    assert first["quokka-counting"].near == ["wombat-holes"]
    assert told(papers, store) == first == told(papers, Store())


@pytest.mark.parametrize(
    ("abstract", "expected"),
    [
        (f"We like it. {TOLD} It is good.", TOLD),
        ("The QC has come. It is good.", "The QC has come."),
        ("We count. While quokka counting is old, it is good.", None),
        ("We like quokka counting.", None),
        ("", None),
    ],
)
def test_a_topic_is_explained_by_a_sentence_that_begins_with_it(abstract: str, expected: str | None) -> None:
    assert definition(abstract, set(QUOKKAS.keys)) == expected


def test_the_most_central_paper_explains() -> None:
    text = "We see quokka counting. Counting is from the air. {} Drones are in the air, over islands."
    papers = [
        invented(f"p{number}", "Quokka counting from the air", text.format(said), day=number)
        for number, said in enumerate(("Nothing is new.", TOLD, "All is well."))
    ]

    assert explained(QUOKKAS, papers, find(papers, terms_of, KEYS, Store())) == ("p1", TOLD)
    assert explained(QUOKKAS, papers[:1], NOTHING) is None
