"""The file of topics."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.papers.errors import PageError
from generator.related.proposals import Proposal
from generator.related.topics import Topic
from generator.site.topics_file import added, read_topics, write_topic

RL = Proposal("Reinforcement learning", ("RL",), date(2025, 8, 6), 40)
FLOW = Proposal("Flow matching", (), date(2025, 8, 7), 20)
TEXT, _ = added("", [RL, FLOW], "topics.yml")

WRONG = {
    "no YAML": ("- slug: rl: x", "line 1: it is not YAML"),
    "no list": ("slug: rl", "line 1: found no list of topics"),
    "no topic": ("- rl", "line 1: found no topic"),
    "another key": ("- slug: rl\n  label: RL\n  name: RL", "line 3: found the key 'name'"),
    "no label": ("- slug: rl", "line 1: a topic has no label"),
    "no slug": ("# a comment\n- label: RL", "line 2: a topic has no slug"),
    "a slug that is none": ("- slug: R L\n  label: RL", "line 1: slug is no such thing"),
    "a slug that climbs": ("- slug: ../papers\n  label: RL", "line 1: slug is no such thing"),
    "a label of stop words": ("- slug: rl\n  label: of the", "line 2: label is no such thing"),
    "a label of two lines": ('- slug: rl\n  label: "R\\nL"', "line 2: label is no such thing"),
    "an alias that is a list": ("- {slug: a, label: RL, aliases: [[a]]}", "aliases is no such thing"),
    "an alias alone": ("- slug: rl\n  label: RL\n  aliases: R", "line 3: aliases is no such thing"),
    "no day": ("- slug: rl\n  label: RL\n  first_seen: 2025-02-30", "line 3: first_seen is no such thing"),
    "no flag": ("- slug: rl\n  label: RL\n  withdrawn: maybe", "line 3: withdrawn is no such thing"),
    "a slug twice": ("- {slug: rl, label: RL}\n- {slug: rl, label: Rails}", "line 2: the slug rl is"),
    "a phrase twice": (
        "- {slug: rl, label: RL}\n- {slug: r, label: Rails, aliases: [RLs]}", "'RLs' of r means rl too",
    ),
    "merged into none": ("- {slug: rl, label: RL, merged_into: x}", "into x, which is no topic"),
    "merged into itself": ("- {slug: rl, label: RL, merged_into: rl}", "rl is merged into itself"),
    "merged in a circle": (
        "- {slug: a1, label: A1, merged_into: b1}\n- {slug: b1, label: B1, merged_into: a1}", "into itself",
    ),
    "merged into a withdrawn one": (
        "- {slug: a1, label: A1, merged_into: b1}\n- {slug: b1, label: B1, withdrawn: true}", "is withdrawn",
    ),
    "merged and withdrawn": (
        "- {slug: a1, label: A1}\n- {slug: b1, label: B1, merged_into: a1, withdrawn: true}", "line 2: a ",
    ),
    "levels without end": ("- " * 3_000 + "a", "found no topic"),
}  # fmt: skip


@pytest.mark.parametrize(("text", "problem"), WRONG.values(), ids=WRONG.keys())
def test_what_is_no_topic_is_refused_with_its_line(text: str, problem: str) -> None:
    with pytest.raises(PageError) as refused:
        read_topics(text, "topics.yml")

    assert str(refused.value).startswith("topics.yml")
    assert problem in str(refused.value)


def test_an_empty_file_has_no_topics() -> None:
    assert read_topics("", "topics.yml") == read_topics("# nothing\n", "topics.yml") == []


def test_what_is_proposed_is_added_once() -> None:
    assert [topic.slug for topic in read_topics(TEXT, "")] == ["reinforcement-learning", "flow-matching"]
    assert added(TEXT, [RL, FLOW], "") == (TEXT, [])


EDITS = {
    "another label": TEXT.replace("label: Reinforcement learning", "label: Learning by reward"),
    "another slug of a person's": TEXT.replace("slug: flow-matching", "slug: flows"),
    "withdrawn": TEXT.replace("aliases: [RL]", "withdrawn: true"),
    "merged": TEXT.replace("aliases: [RL]", "merged_into: flow-matching"),
    "without an alias": TEXT.replace("  aliases: [RL]\n", ""),
    "a comment, and no end of line": f"{TEXT}# mine",
}


@pytest.mark.parametrize("edited", EDITS.values(), ids=EDITS.keys())
def test_an_edit_stays_and_nothing_known_comes_back(edited: str) -> None:
    assert added(edited, [RL, FLOW], "") == (edited, [])

    text, new = added(edited, [RL, Proposal("World models", (), date(2025, 8, 8), 15), FLOW], "")

    assert text.startswith(edited)
    assert [topic.slug for topic in new] == ["world-models"]
    assert read_topics(text, "")[-1].label == "World models"


def test_a_slug_is_never_used_again() -> None:
    text = "- {slug: aime, label: Contests}\n"

    assert added(text, [Proposal("AIME", (), date(2025, 8, 6), 15)], "") == (text, [])


labels = st.text(st.characters(codec="utf-8", exclude_categories=["C", "Z"]), max_size=20).map(
    "Flow {}".format
)


@given(label=labels, aliases=st.lists(labels, max_size=3), flag=st.booleans())
def test_a_topic_is_read_as_it_was_written(label: str, aliases: list[str], flag: bool) -> None:
    topic = Topic(
        "flow", label.strip(), tuple(each.strip() for each in aliases), date(2025, 8, 6), None, flag
    )

    assert read_topics(write_topic(topic), "") == [topic]
