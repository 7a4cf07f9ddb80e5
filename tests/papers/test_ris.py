from dataclasses import replace
from datetime import date

import pytest
import rispy
from hypothesis import given

from generator.papers.records import Author, Paper
from generator.papers.ris import ris
from generator.text.linear_math import linear
from generator.text.plain import one_line
from tests.strategies import papers

SITE = "https://papers.example/archive/"
PAPER = Paper(
    id="2604.00001",
    title="Counting $x^2$ sheep",
    listed=(date(2026, 4, 2),),
    source="arxiv",
    abstract="We count.\n\nTwice.",
    authors=(Author("Ada Lamb"), Author("Bo van Peep Jr."), Author("Sheep, Goats and Co Team")),
    arxiv_id="2604.00001",
    published=date(2026, 3, 31),
    categories=("cs.CL",),
    topics=("sheep",),
    cite_key="lamb-etal-2026-counting-2604.00001",
)


def test_a_record_says_what_is_known() -> None:
    assert ris(PAPER, SITE).split("\r\n") == [
        "TY  - UNPB",
        "ID  - lamb-etal-2026-counting-2604.00001",
        "TI  - Counting x² sheep",
        "AU  - Lamb, Ada",
        "AU  - van Peep, Bo, Jr.",
        "AU  - Sheep Goats and Co Team",
        "PY  - 2026",
        "DA  - 2026/03/31",
        "AB  - We count. Twice.",
        "DO  - 10.48550/arXiv.2604.00001",
        "PB  - arXiv",
        "AN  - arXiv:2604.00001",
        "UR  - https://arxiv.org/abs/2604.00001",
        "KW  - cs.CL",
        "KW  - sheep",
        "ER  - ",
        "",
    ]


@pytest.mark.parametrize("line", ["ER  - ", "TY  - JOUR", "x\rER  - \rTY  - JOUR"])
def test_no_text_ends_a_record(line: str) -> None:
    (read,) = rispy.loads(ris(replace(PAPER, abstract=one_line(f"a {line} b")), SITE))

    assert read["abstract"] == one_line(f"a {line} b")


@given(papers())
def test_another_parser_reads_back_what_went_in(paper: Paper) -> None:
    (read,) = rispy.loads(ris(paper, SITE))

    assert read["id"] == (paper.cite_key or paper.id)
    assert read["title"].split() == linear(paper.title).split()
    assert read.get("abstract", "").split() == linear(paper.abstract or "").split()
    assert len(read.get("authors", ())) == len(paper.authors)
    assert read.get("keywords", []) == [one_line(each) for each in (*paper.categories, *paper.topics)]
