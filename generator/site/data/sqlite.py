"""Papers as one SQLite database, with full-text search (FTS5, https://sqlite.org/fts5.html) in `search`.

A row of `papers` has the number of its row in `search`:

    SELECT papers.title FROM search JOIN papers ON papers.rowid = search.rowid
    WHERE search MATCH 'diffusion' ORDER BY rank
"""

import sqlite3
from collections.abc import Iterable, Iterator
from contextlib import closing
from typing import Any

from ...papers.records import Paper

_TABLES = """
PRAGMA user_version = 1;
CREATE TABLE papers (
  id TEXT NOT NULL UNIQUE, title TEXT NOT NULL, abstract TEXT, authors TEXT NOT NULL, arxiv_id TEXT UNIQUE,
  doi TEXT, published TEXT, updated TEXT, withdrawn INTEGER NOT NULL, comment TEXT, journal_ref TEXT,
  summary TEXT, votes INTEGER, submitted_by TEXT, organization TEXT, cite_key TEXT, source TEXT NOT NULL
);
CREATE TABLE authors (paper TEXT NOT NULL REFERENCES papers (id), place INTEGER NOT NULL, name TEXT NOT NULL,
  family TEXT, PRIMARY KEY (paper, place)) WITHOUT ROWID;
CREATE TABLE listed (paper TEXT NOT NULL REFERENCES papers (id), day TEXT NOT NULL,
  PRIMARY KEY (day, paper)) WITHOUT ROWID;
CREATE TABLE categories (paper TEXT NOT NULL REFERENCES papers (id), place INTEGER NOT NULL,
  category TEXT NOT NULL, PRIMARY KEY (paper, place)) WITHOUT ROWID;
CREATE TABLE topics (paper TEXT NOT NULL REFERENCES papers (id), topic TEXT NOT NULL,
  PRIMARY KEY (paper, topic)) WITHOUT ROWID;
CREATE TABLE links (paper TEXT NOT NULL REFERENCES papers (id), kind TEXT NOT NULL, url TEXT NOT NULL,
  PRIMARY KEY (paper, kind, url)) WITHOUT ROWID;
CREATE VIRTUAL TABLE search USING fts5 (title, abstract, authors, content = papers,
  tokenize = "porter unicode61");
"""

_COLUMNS = (
    *("arxiv_id", "doi", "published", "updated", "withdrawn", "comment", "journal_ref", "summary", "votes"),
    *("submitted_by", "organization", "cite_key", "source"),
)
"""Of `papers`, after the first four."""


def sqlite(papers: Iterable[Paper]) -> bytes:
    """Give the file of a database that holds the papers; days are text such as 2025-08-06."""
    with closing(sqlite3.connect(":memory:")) as database:
        database.executescript(_TABLES)
        for paper in papers:
            for table, rows in _rows(paper):
                for row in rows:
                    marks = ", ".join("?" * len(row))
                    database.execute(f"INSERT INTO {table} VALUES ({marks})", row)  # noqa: S608 - our names
        database.execute("INSERT INTO search (search) VALUES ('rebuild')")
        database.commit()
        return database.serialize()


def _rows(paper: Paper) -> Iterator[tuple[str, list[tuple[Any, ...]]]]:
    """Give the rows of each table that a paper has."""
    names = ", ".join(author.name for author in paper.authors)
    rest = (_value(getattr(paper, name)) for name in _COLUMNS)
    yield "papers", [(paper.id, paper.title, paper.abstract, names, *rest)]
    yield "authors", [(paper.id, at, each.name, each.family) for at, each in enumerate(paper.authors, 1)]
    yield "listed", [(paper.id, day.isoformat()) for day in paper.listed]
    yield "categories", [(paper.id, at, each) for at, each in enumerate(paper.categories, 1)]
    yield "topics", [(paper.id, topic) for topic in paper.topics]
    yield "links", [(paper.id, link.kind, link.url) for link in paper.links]


def _value(value: object) -> object:
    return value if value is None or isinstance(value, str | int) else str(value)
