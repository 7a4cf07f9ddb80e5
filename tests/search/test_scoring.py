import pytest

from generator.search.documents import ENOUGH, settled
from generator.search.scoring import FIELDS, kind_of, means, weights
from tests.search.papers import invented

MEANS = {"abstract": 100.0, "title": 8.0}


def _weights(counts: tuple[int, ...], lengths: tuple[int, int]) -> list[float]:
    found = []
    kind = kind_of(counts, lengths, MEANS)
    for table in weights().values():
        kind, digit = divmod(kind, len(table))
        found.append(table[digit])
    return found


@pytest.mark.parametrize(
    ("counts", "lengths", "weighted"),
    [
        ((1, 0, 0, 0, 0), (100, 8), [1, 0, 0, 0, 0]),
        ((1, 1, 1, 1, 1), (100, 8), [1, 8, 4, 2, 8]),
        ((4, 2, 0, 0, 0), (100, 8), [4, 16, 0, 0, 0]),
        ((1, 1, 0, 0, 0), (400, 32), [0.25, 3.3636, 0, 0, 0]),
        ((0, 1, 0, 0, 0), (100, 1), [0, 22.6274, 0, 0, 0]),
        ((9_000, 900, 9, 9, 9), (1, 1), [16, 32, 4, 2, 8]),
    ],
)
def test_a_posting_tells_of_each_field_how_much_its_count_weighs(
    counts: tuple[int, ...], lengths: tuple[int, int], weighted: list[float]
) -> None:
    assert _weights(counts, lengths) == pytest.approx(weighted)


def test_a_term_once_in_an_abstract_of_usual_length_is_the_cheapest_posting() -> None:
    assert kind_of((1, 0, 0, 0, 0), (100, 8), MEANS) == 0


def test_levels_have_no_gap_and_begin_with_the_usual_count() -> None:
    for field in FIELDS.values():
        assert sorted(field.levels) == list(range(min(field.levels), max(field.levels) + 1))
        assert field.levels[0] == 0


def test_mean_lengths_are_those_of_papers_that_have_the_field() -> None:
    assert means([(100, 8), (0, 8), (100, 8)]) == {"abstract": 107.635, "title": 8.0}
    assert means([]) == {"abstract": 1, "title": 1}


def test_a_day_hardly_moves_the_mean_lengths_of_a_young_archive() -> None:
    assert means([(64, 8)] * 500 + [(70, 9)] * 40) == means([(64, 8)] * 500)


def test_papers_of_finished_months_are_settled_where_they_are_enough() -> None:
    papers = invented(ENOUGH + 1_000)

    end = settled(papers)

    assert papers[end].days[0] == papers[-1].days[0].replace(day=1)
    assert papers[end - 1].days[0] < papers[end].days[0]
    assert settled(papers[:end]) < end
    assert settled(papers[:ENOUGH]) == ENOUGH
    assert settled([]) == 0
