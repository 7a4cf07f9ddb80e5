"""The sample of real papers, read from two formats."""

from datetime import date

from generator.sources import parse
from generator.sources.listing import Entry
from tests.real_papers import SAMPLE, answer, rows

from .samples import hint

WHOLE = parse(SAMPLE.read_bytes(), hint(SAMPLE.name))


def told(entry: Entry) -> tuple[object, ...]:
    return entry.paper.id, entry.paper.title, entry.paper.abstract, entry.paper.authors


def test_every_line_of_the_sample_is_a_paper_as_it_stands_there() -> None:
    assert len(WHOLE.entries) == len(rows())
    assert (WHOLE.rejections, WHOLE.furniture, WHOLE.replaced) == ({}, (), 0)
    for row, entry in zip(rows(), WHOLE.entries, strict=True):
        paper = entry.paper
        assert (paper.arxiv_id, paper.listed) == (row["arxiv_id"], (date.fromisoformat(row["date"]),))
        assert paper.title.split() == row["title"].split()
        assert (paper.abstract or "").split() == row["abstract"].split()
        assert len(paper.authors) == len(row["authors"])
        assert list(paper.categories) == row.get("categories", [])
        assert not paper.withdrawn


def test_an_answer_of_the_api_gives_the_same_texts_and_authors() -> None:
    listing = parse(answer(rows()), hint("2026-04-10.json"))

    assert not listing.rejections
    assert list(map(told, listing.entries)) == list(map(told, WHOLE.entries))
