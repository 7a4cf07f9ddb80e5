import re

from tests.real_papers import SAMPLE, rows

TEXTS = ("arxiv_id", "title", "abstract", "authors", "categories", "comment", "journal_ref", "doi")
DAYS = ("date", "published", "updated")


def test_the_sample_of_real_papers_is_small_and_holds_nothing_but_metadata_of_arxiv() -> None:
    assert SAMPLE.stat().st_size < 150_000
    assert {key for row in rows() for key in row} == {*TEXTS, *DAYS}


def test_the_readme_of_the_sample_tells_what_each_paper_was_picked_for() -> None:
    told = re.findall(r"^\| (\S*\d\S*) \| (.+) \|$", SAMPLE.with_name("README.md").read_text(), re.MULTILINE)

    assert list(dict.fromkeys(row["arxiv_id"] for row in rows())) == [paper for paper, _ in told]
