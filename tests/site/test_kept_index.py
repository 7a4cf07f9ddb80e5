"""The search index of finished months, kept from one build to the next."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from generator.papers.records import Author, Link, Paper
from generator.related.topics import Topic
from generator.search import Document, build, segments
from generator.search.postings import Postings, invert
from generator.site.contents import search_index, with_topics
from generator.site.library import Library
from generator.site.shown import Keys
from generator.site.store import Store
from tests.search.papers import SCRIPTS

from .test_feed import library

KEYS = Keys(b"")
DAY = date(2025, 12, 30)
SHEEP = Paper(id="sheep", title="Sheep", listed=(DAY,), source="jsonl", votes=1)


def index_of(paper: Paper, file: Path | None) -> dict[str, bytes]:
    return indexed(library({DAY: [paper]}), file)


def indexed(papers: Library, file: Path | None) -> dict[str, bytes]:
    store = Store(file)
    files, _ = search_index(papers, SCRIPTS, KEYS, store)
    held = {path: each.read() for path, each in files.items()}
    store.close()
    return held


def test_a_build_that_makes_nothing_keeps_what_the_next_one_asks_for(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    file = tmp_path / "index.db"
    inverted: list[Document] = []

    def counted(documents: Sequence[Document], *before: Any) -> Postings:
        inverted.extend(documents)
        return invert(documents, *before)

    assert index_of(SHEEP, file) == index_of(SHEEP, file)
    monkeypatch.setattr(segments, "invert", counted)
    assert index_of(replace(SHEEP, votes=9), file)
    assert inverted == []
    assert index_of(replace(SHEEP, title="Goats"), file)
    assert [document.title for document in inverted] == ["Goats"]


@pytest.mark.parametrize(
    "change",
    [
        {"votes": 9},
        {"title": "Goats"},
        {"authors": (Author("Flock, A."),)},
        {"topics": ("Wool",)},
        {"links": (Link("code", "https://code.example/sheep"),)},
        {"listed": (DAY, date(2026, 1, 2))},
    ],
)
def test_what_is_kept_of_other_papers_changes_no_byte(change: dict[str, Any], tmp_path: Path) -> None:
    file, changed = tmp_path / "index.db", replace(SHEEP, **change)
    index_of(SHEEP, file)

    assert index_of(changed, file) == index_of(changed, None)


def test_a_topic_that_changes_its_place_is_told_by_the_new_one(tmp_path: Path) -> None:
    file, store = tmp_path / "index.db", Store()
    wool, goats = Topic("wool", "Wool"), Topic("goats", "Goats", ("sheep",))

    for topics in ([goats], [wool, goats], [goats, wool], [replace(goats, aliases=())]):
        held = with_topics(replace(library({DAY: [SHEEP]}), settled=topics), KEYS, store)
        assert indexed(held, file) == indexed(held, None)


def test_a_topic_that_gets_its_second_paper_is_told_of_the_first_one_too(tmp_path: Path) -> None:
    file, store = tmp_path / "index.db", Store()
    wool = replace(SHEEP, title="Sheep and their wool")
    more = replace(wool, id="more", listed=(date(2026, 2, 3),))

    for papers in ({DAY: [wool]}, {DAY: [wool], more.listed[0]: [more]}, {DAY: [wool]}):
        held = with_topics(replace(library(papers), settled=[Topic("wool", "Wool")]), KEYS, store)
        assert indexed(held, file) == indexed(held, None)


def test_an_index_without_papers_is_kept_too() -> None:
    assert indexed(library({}), None) == build([], SCRIPTS).files
