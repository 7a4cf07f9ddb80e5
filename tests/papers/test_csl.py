import json
from dataclasses import replace
from datetime import date

from hypothesis import given

from generator.papers.csl import csl
from generator.papers.records import Author, Paper
from generator.text.linear_math import linear
from tests.strategies import papers

from .test_ris import PAPER, SITE


def test_an_item_says_what_is_known() -> None:
    assert csl(PAPER, SITE) == {
        "id": "lamb-etal-2026-counting-2604.00001",
        "type": "article",
        "title": "Counting x² sheep",
        "author": [
            {"family": "Lamb", "given": "Ada"},
            {"family": "van Peep", "given": "Bo", "suffix": "Jr."},
            {"literal": "Sheep, Goats and Co Team"},
        ],
        "issued": {"date-parts": [[2026, 3, 31]]},
        "abstract": "We count.\n\nTwice.",
        "DOI": "10.48550/arXiv.2604.00001",
        "URL": "https://arxiv.org/abs/2604.00001",
        "publisher": "arXiv",
        "number": "arXiv:2604.00001",
        "keyword": "cs.CL, sheep",
    }


def test_what_is_not_known_is_not_said() -> None:
    bare = Paper(id="a-title", title="A title", listed=(date(2025, 8, 6),), source="text")

    assert csl(bare, SITE) == {
        "id": "a-title",
        "type": "article",
        "title": "A title",
        "URL": f"{SITE}papers/a-title/",
    }
    dated = csl(replace(bare, arxiv_id="9901.00001", authors=(Author("A B"),)), SITE)
    assert dated["issued"] == {"date-parts": [[1999]]}


@given(papers())
def test_json_brings_back_what_went_in(paper: Paper) -> None:
    read = json.loads(json.dumps(csl(paper, SITE)))

    assert read["title"] == linear(paper.title)
    assert len(read.get("author", ())) == len(paper.authors)
