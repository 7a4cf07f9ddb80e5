"""Days in the shape of Hugging Face's answers are read by what reads those."""

import json
from collections.abc import Mapping
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from generator.archive.archive import Archive
from generator.archive.remove import remove
from generator.papers.records import Author, Link, Paper
from generator.site.data.daily_papers import daily_papers
from generator.site.library import read_library
from generator.sources import parse
from generator.sources.listing import Hint
from tests.archives import add, listing
from tests.sites import ROOT

ANSWERS = ROOT.parent / "shared" / "data" / "hf_api"
DAY = date(2025, 8, 6)
PATH = "api/papers/date/2025-08-06.json"
WHOLE = Paper(
    id="2508.00001",
    title='Attention & <wallabies> of $\\mathcal{O}(n^2)$ "quoted"',
    listed=(DAY,),
    source="huggingface",
    abstract="One & two.\n\nA second paragraph \\ of it.",
    authors=(Author("Yuanhao Cai"), Author("Đặng Ñuñez")),
    arxiv_id="2508.00001",
    published=date(2025, 8, 1),
    links=(Link("code", "https://github.com/a/b"), Link("project", "https://a.example/")),
    topics=("rendering", "wallabies"),
    summary="In short.",
    votes=12,
    submitted_by="someone",
    organization="Some Lab",
)
BARE = Paper(id="2508.00002", title="Bare", listed=(DAY,), source="text", arxiv_id="2508.00002")
NOT_ON_ARXIV = Paper(id="elsewhere", title="Elsewhere", listed=(DAY,), source="text")


def _entries(folder: Path, *papers: Paper, leave_out: tuple[str, ...] = ()) -> Any:
    add(folder, listing([*papers], DAY))
    return json.loads(daily_papers(read_library(Archive(folder), leave_out))[PATH])


def test_what_is_written_is_read_back(tmp_path: Path) -> None:
    entries = _entries(tmp_path, WHOLE)

    found = parse(json.dumps(entries).encode(), Hint("2025-08-06.json", DAY))

    (paper,) = (entry.paper for entry in found.entries)
    assert replace(paper, source="huggingface") == WHOLE


def test_papers_keep_their_order_and_those_that_are_not_on_arxiv_are_left_out(tmp_path: Path) -> None:
    entries = _entries(tmp_path, WHOLE, NOT_ON_ARXIV, BARE)

    assert [entry["paper"]["id"] for entry in entries] == ["2508.00001", "2508.00002"]
    assert entries[1]["paper"] == {
        "id": "2508.00002",
        "authors": [],
        "publishedAt": "2025-08-06T00:00:00.000Z",
        "submittedOnDailyAt": "2025-08-06T00:00:00.000Z",
        "title": "Bare",
        "summary": "",
        "upvotes": 0,
    }


def test_what_is_left_out_or_taken_down_is_not_there(tmp_path: Path) -> None:
    entries = _entries(tmp_path, WHOLE, BARE, leave_out=("votes", "summary", "topics", "submitted_by"))
    remove(Archive(tmp_path), "2508.00002", "It was asked for.")

    (entry,) = json.loads(daily_papers(read_library(Archive(tmp_path)))[PATH])
    assert len(entries) == 2
    assert (entries[0]["paper"]["upvotes"], "submittedBy" in entries[0]) == (0, False)
    assert not {"ai_summary", "ai_keywords"} & entries[0]["paper"].keys()
    assert entry["paper"]["id"] == "2508.00001"


def _types(value: object, path: str = "") -> set[tuple[str, str]]:
    """Give where values stand in JSON, and of which type they are."""
    here = {(path, type(value).__name__)}
    if isinstance(value, dict):
        return here.union(*(_types(each, f"{path}.{name}") for name, each in value.items()))
    if isinstance(value, list):
        return here.union(*(_types(each, f"{path}[]") for each in value))
    return here


def test_every_field_has_the_name_and_type_that_real_answers_give_it(tmp_path: Path) -> None:
    if not ANSWERS.is_dir():
        pytest.skip(f"{ANSWERS} is not here")
    real = [each for file in sorted(ANSWERS.glob("*.json")) for each in json.loads(file.read_text())]
    always = set.intersection(*map(_types, real)) - {(".paper.authors[]._id", "str")}  # of their database

    ours = _types(_entries(tmp_path, WHOLE)[0])

    assert ours <= set().union(*map(_types, real))
    assert always <= ours


def _as_ai_papers_reader(entry: Mapping[str, Any]) -> list[str]:
    """Read what InMatrix/ai-papers-reader reads of an entry."""
    return [entry["title"], entry["paper"]["id"], entry["paper"]["summary"].replace("\n", "")]


def _as_rsshub(entry: Mapping[str, Any]) -> list[str]:
    """Read what DIYgod/RSSHub's daily papers read of an entry."""
    paper = entry["paper"]
    names = ", ".join(author["name"] for author in paper["authors"])
    return [entry["title"], paper["id"], paper["summary"], entry["publishedAt"][:10], names]


@pytest.mark.parametrize("read", [_as_ai_papers_reader, _as_rsshub])
def test_public_clients_read_every_entry(tmp_path: Path, read: Any) -> None:
    entries = _entries(tmp_path, WHOLE, BARE)

    assert [read(entry)[:2] for entry in entries] == [[WHOLE.title, WHOLE.id], [BARE.title, BARE.id]]
