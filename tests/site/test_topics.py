"""Which topics of a paper lead to others."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import timedelta
from pathlib import Path
from random import Random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.papers.records import Paper
from generator.site.topics import shared_topics
from tests.archives import DAY, NEXT_DAY, add, listing
from tests.related.papers import invented
from tests.sites import build_here, make_project, tree

TOPICS = ("Vision-Language Models", "vision language models", "sheep", "Sheep", "wool & yarn", "!")
ARCHIVES = st.lists(st.tuples(st.lists(st.sampled_from(TOPICS), max_size=3, unique=True), st.integers(0, 3)))
LINK = 'href="../../search/?topic={}"'


def papers(given: Sequence[tuple[Sequence[str], int]]) -> list[Paper]:
    """Give papers with some topics, first listed some days after DAY."""
    return [
        replace(invented(f"2508.{number:05}", f"Paper {number}", day=day), topics=tuple(sorted(topics)))
        for number, (topics, day) in enumerate(given)
    ]


@pytest.mark.parametrize(
    ("given", "expected"),
    [
        ([(["sheep"], 0)], [set()]),
        ([(["sheep", "wool"], 0), (["goats", "sheep"], 0)], [{"sheep"}, {"sheep"}]),
        ([(["sheep"], 0), (["sheep"], 1)], [set(), {"sheep"}]),
        ([(["sheep"], 0), (["sheep"], 1), (["sheep"], 1)], [set(), {"sheep"}, {"sheep"}]),
        ([(["sheep"], 1), (["sheep"], 0)], [{"sheep"}, set()]),
        ([(["Sheep-Dogs"], 0), (["sheep dogs"], 1)], [set(), {"sheep dogs"}]),
        ([(["Sheep", "sheep"], 0)], [set()]),
        ([(["!"], 0), (["?"], 0)], [set(), set()]),
    ],
)
def test_a_topic_is_shared_with_a_paper_that_came_no_later(
    given: Sequence[tuple[Sequence[str], int]], expected: list[set[str]]
) -> None:
    held = papers(given)
    found = shared_topics(held)

    assert [set(found[paper.id]) for paper in held] == expected


@given(archive=ARCHIVES, chance=st.randoms())
def test_the_order_of_papers_and_later_days_change_nothing(
    archive: list[tuple[list[str], int]], chance: Random
) -> None:
    held = papers(archive)
    older = [paper for paper in held if paper.listed[0] <= DAY + timedelta(days=1)]
    found = shared_topics(held)

    assert shared_topics(chance.sample(held, len(held))) == found
    assert shared_topics(older) == {paper.id: found[paper.id] for paper in older}


def test_a_topic_of_one_paper_is_text_and_a_shared_one_leads_to_a_search(tmp_path: Path) -> None:
    project = make_project(tmp_path)
    first, second = papers([(["sheep", "wool & yarn"], 0), (["Sheep", "goats"], 1)])
    add(project / "content", listing([first], DAY), listing([second], NEXT_DAY))

    site = tree(build_here(project))

    older, newer = (site[f"papers/{paper.id}/index.html"].decode() for paper in (first, second))
    assert "<dt>Topics</dt><dd data-topics>sheep, wool &amp; yarn</dd>" in older
    assert f"<dt>Topics</dt><dd data-topics><a {LINK.format('Sheep')}>Sheep</a>, goats</dd>" in newer
    day = site[f"papers/date/{NEXT_DAY}/index.html"].decode()
    assert '<span class="topic"><a href="../../../search/?topic=Sheep">Sheep</a></span>' in day
    assert '<span class="topic">goats</span>' in day
