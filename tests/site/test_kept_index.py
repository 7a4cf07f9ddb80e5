"""The search index of finished months, kept from one build to the next."""

from collections.abc import Callable
from dataclasses import replace
from datetime import date
from pathlib import Path

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


class Watched(Store):
    """Tells whether anything had to be made."""

    made = False

    def one(self, key: bytes, make: Callable[[], bytes]) -> bytes:
        self.made = self.get(key) is None
        return super().one(key, make)


def index_of(paper: Paper, store: Store) -> dict[str, bytes]:
    files = dict(search_index(library({DAY: [paper]}), SCRIPTS, KEYS, store).files)
    store.close()
    return files


def test_a_build_that_makes_nothing_keeps_what_the_next_one_asks_for(tmp_path: Path) -> None:
    file = tmp_path / "made.db"
    assert index_of(SHEEP, Store(file)) == index_of(SHEEP, Store(file))
    liked, renamed = replace(SHEEP, votes=9), replace(SHEEP, title="Goats")

    for paper, made in ((liked, False), (renamed, True)):
        store = Watched(file)
        assert index_of(paper, store) == index_of(paper, Store())
        assert store.made is made


def test_an_index_without_papers_is_kept_too() -> None:
    store = Store()

    assert search_index(library({}), SCRIPTS, KEYS, store).files == build([], SCRIPTS).files
