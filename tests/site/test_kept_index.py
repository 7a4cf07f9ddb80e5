"""The search index of finished months, kept from one build to the next."""

from collections.abc import Callable
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from generator.papers.records import Paper
from generator.search import build
from generator.site.contents import search_index
from generator.site.shown import Keys
from generator.site.store import Store
from tests.search.papers import SCRIPTS

from .test_feed import library

KEYS = Keys(b"")
DAY = date(2025, 12, 30)
SHEEP = Paper(id="sheep", title="Sheep", listed=(DAY,), source="jsonl", votes=1)


def index_of(paper: Paper, file: Path | None) -> dict[str, bytes]:
    store = Store(file)
    files, _ = search_index(library({DAY: [paper]}), SCRIPTS, KEYS, store)
    held = {path: each.read() for path, each in files.items()}
    store.close()
    return held


def test_a_build_that_makes_nothing_keeps_what_the_next_one_asks_for(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    file, asked = tmp_path / "index.db", []

    def one(store: Store, key: bytes, make: Callable[[], bytes]) -> bytes:
        asked.append(store.get(key) is None)
        return made(store, key, make)

    made = Store.one
    assert index_of(SHEEP, file) == index_of(SHEEP, file)
    monkeypatch.setattr(Store, "one", one)
    for paper in (replace(SHEEP, votes=9), replace(SHEEP, title="Goats")):
        assert index_of(paper, file) == index_of(paper, None)
    assert asked == [False, True, True, True]


def test_an_index_without_papers_is_kept_too() -> None:
    files, _ = search_index(library({}), SCRIPTS, KEYS, Store())

    assert {path: each.read() for path, each in files.items()} == build([], SCRIPTS).files
