from dataclasses import replace

from generator.search.codec import write_gaps
from generator.search.prior import NOTED, SHARE, prior
from tests.search.papers import invented

PAPERS = [replace(paper, votes=None) for paper in invented(4 * SHARE)]


def test_one_paper_in_eight_is_noted_those_with_most_votes_and_of_equals_the_newest() -> None:
    votes = {1: 9, 2: 5, 9: 5, 20: 5, 30: 7, 31: 1}
    papers = [replace(paper, votes=votes.get(number)) for number, paper in enumerate(PAPERS)]

    assert prior(papers)["noted"] == write_gaps([1, 9, 20, 30])


def test_no_paper_is_noted_for_no_votes() -> None:
    papers = [replace(PAPERS[0], votes=0), *PAPERS[1:]]

    assert prior(papers)["noted"] == ""


def test_a_big_archive_notes_no_more_papers_than_fit_into_a_manifest() -> None:
    papers = [replace(PAPERS[0], votes=number) for number in range(NOTED * SHARE * 2)]

    assert prior(papers)["noted"] == write_gaps(range(NOTED * (SHARE * 2 - 1), NOTED * SHARE * 2))
