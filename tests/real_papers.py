"""The real papers of `sample/`, also as an answer of the Daily Papers API and as the lists of their days."""

import json
from collections.abc import Iterable, Mapping
from itertools import groupby
from pathlib import Path
from typing import Any

SAMPLE = Path(__file__).with_name("sample") / "papers.jsonl"

Row = Mapping[str, Any]


def rows() -> list[Row]:
    """Give the papers as they stand in the file, by day; one that was listed twice comes twice."""
    return [json.loads(line) for line in SAMPLE.read_text("utf-8").splitlines()]


def answer(papers: Iterable[Row]) -> bytes:
    """Give papers in the shape of an answer of the Daily Papers API."""
    return json.dumps([_entry(row) for row in papers], indent=1, ensure_ascii=False).encode()


def write_lists(folder: Path) -> list[Path]:
    """Write a list for each day, and of every second day an answer of the API too; give the files."""
    written = []
    for place, (day, papers) in enumerate(groupby(rows(), lambda row: str(row["date"]))):
        listed = list(papers)
        written.append(folder / f"{day}.jsonl")
        written[-1].write_text("".join(f"{json.dumps(row)}\n" for row in listed))
        if place % 2:
            written.append(folder / f"{day}.json")
            written[-1].write_bytes(answer(listed))
    return written


def _entry(row: Row) -> Row:
    authors = [{"name": name, "hidden": False} for name in row["authors"]]
    paper = {"id": row["arxiv_id"], "title": row["title"], "summary": row["abstract"], "authors": authors}
    return {"title": row["title"], "paper": paper}
