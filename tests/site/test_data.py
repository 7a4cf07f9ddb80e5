import sqlite3
from collections.abc import Iterator
from contextlib import closing
from datetime import date
from pathlib import Path

import pytest
from hypothesis import given

from generator.papers.records import Author, Link, Paper
from generator.site.data.jsonl import jsonl
from generator.site.data.sqlite import sqlite
from generator.sources import parse
from generator.sources.listing import Hint
from tests.strategies import papers

HINT = Hint("papers.jsonl", date(2200, 1, 1))
PAPER = Paper(
    id="a-title",
    title="A title of sheep",
    listed=(date(2025, 8, 6), date(2025, 8, 7)),
    source="huggingface",
    abstract="We count lambs.",
    authors=(Author("Ada Lamb"), Author("Bo Peep", "Peep")),
    arxiv_id="2508.00001",
    published=date(2025, 8, 5),
    links=(Link("code", "https://github.com/lamb/sheep"),),
    topics=("counting", "sheep"),
    categories=("cs.CL",),
    votes=0,
    aliases=("2508.00001",),
)


@given(papers())
def test_json_lines_are_read_back_field_by_field(paper: Paper) -> None:
    listing = parse("".join(jsonl([paper])).encode(), HINT)

    assert [entry.paper for entry in listing.entries] == [paper]
    assert listing.ignored == ()


@pytest.fixture
def database(tmp_path: Path) -> Iterator[sqlite3.Connection]:
    (tmp_path / "papers.db").write_bytes(sqlite([PAPER]))
    with closing(sqlite3.connect(tmp_path / "papers.db")) as opened:
        yield opened


@pytest.mark.parametrize(
    ("query", "rows"),
    [
        ("SELECT title, authors, votes, published, withdrawn FROM papers",
         [("A title of sheep", "Ada Lamb, Bo Peep", 0, "2025-08-05", 0)]),
        ("SELECT place, name, family FROM authors", [(1, "Ada Lamb", None), (2, "Bo Peep", "Peep")]),
        ("SELECT day FROM listed", [("2025-08-06",), ("2025-08-07",)]),
        ("SELECT category FROM categories", [("cs.CL",)]),
        ("SELECT topic FROM topics", [("counting",), ("sheep",)]),
        ("SELECT kind, url FROM links", [("code", "https://github.com/lamb/sheep")]),
        ("SELECT rowid FROM search WHERE search MATCH 'lamb count'", [(1,)]),
        ("SELECT rowid FROM search WHERE search MATCH 'authors: count'", []),
        ("PRAGMA integrity_check", [("ok",)]),
    ],
)  # fmt: skip
def test_a_database_holds_what_papers_say(
    database: sqlite3.Connection, query: str, rows: list[tuple[object, ...]]
) -> None:
    assert database.execute(query).fetchall() == rows


@given(papers())
def test_a_database_takes_any_paper(paper: Paper) -> None:
    with closing(sqlite3.connect(":memory:")) as database:
        database.deserialize(sqlite([paper]))

        assert database.execute("SELECT title, abstract FROM papers").fetchall() == [
            (paper.title, paper.abstract)
        ]
