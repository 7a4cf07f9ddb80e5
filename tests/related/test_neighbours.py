"""The papers most like a paper."""

from collections.abc import Callable

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.related import frequencies, vectors
from generator.related.frequencies import Frequencies
from generator.related.matrix import Matrix
from generator.related.neighbours import Neighbours
from generator.related.weighted import weighted
from tests.cpu_time import grows_too_fast
from tests.related.papers import CSFCUBE, csfcube, real

COUNTS = st.dictionaries(st.sampled_from("abcdefgh"), st.integers(1, 5))


def found(papers: list[dict[str, int]]) -> Neighbours:
    return Neighbours(Matrix(weighted(papers)), Frequencies(100, {"a": 100, "b": 50, "c": 5}))


def test_on_csfcube_judged_papers_come_first() -> None:
    if not CSFCUBE.is_file():
        pytest.skip(f"needs {CSFCUBE.name} of ../shared/data/discovery, which is not part of the project")
    precision, gain = csfcube()
    print(f"MAP {precision:.2f}, NDCG%20 {gain:.2f}")

    assert precision >= 38.5
    assert gain >= 57.4


@given(papers=st.lists(COUNTS, max_size=8))
def test_neighbours_are_the_likest_and_a_likeness_is_a_cosine(papers: list[dict[str, int]]) -> None:
    neighbours = found(papers)

    for paper in range(len(papers)):
        near = neighbours.of(paper, len(papers), 5)
        likeness = [each.likeness for each in near]
        assert likeness == sorted(likeness, reverse=True)
        for each in near:
            assert 0 < each.likeness < 1.000001
            assert {term for term, _ in each.shared} == papers[paper].keys() & papers[each.paper].keys()
            assert sum(share for _, share in each.shared) == pytest.approx(1)


@given(papers=st.lists(COUNTS, min_size=1, max_size=8))
def test_later_papers_change_nothing(papers: list[dict[str, int]]) -> None:
    for paper in range(len(papers)):
        assert found(papers).of(paper, paper, 5) == found(papers[: paper + 1]).of(paper, paper, 5)


def test_terms_are_counted_in_the_papers_before_a_place() -> None:
    matrix = Matrix(weighted([{"a": 16, "b": 16}, {"a": 27}, {"c": 16}]))

    assert matrix.counted(2) == {"a": 2, "b": 1}
    assert matrix.counted(0) == {}


def test_a_term_that_all_papers_have_makes_none_alike() -> None:
    assert found([{"a": 16}, {"a": 16}]).of(1, 2, 5) == []


def test_of_many_papers_nearly_the_same_are_found_as_by_looking_at_all() -> None:
    rows = [vectors.weights(vectors.counts(paper.title, paper.abstract)) for paper in real()]
    neighbours = Neighbours(Matrix(weighted(rows)), frequencies.table())

    for paper in range(20):
        others = np.array([each for each in range(len(rows)) if each != paper])
        likeness = neighbours.likeness(paper, others)
        exact = [others[place] for place in np.argsort(-likeness)[:3] if likeness[place] > 0.1]
        assert {each.paper for each in neighbours.of(paper, len(rows), 5)} >= set(exact)


def test_a_paper_of_many_terms_takes_no_longer_than_its_terms_are_many() -> None:
    def work(size: int) -> Callable[[], object]:
        papers = [{f"{paper % 50}-{number}": 16 for number in range(size)} for paper in range(100)]
        neighbours = found(papers)
        return lambda: [neighbours.of(paper, 100, 5) for paper in range(20)]

    assert not grows_too_fast(work(400), work(4000), most=40, floor=0.005)
