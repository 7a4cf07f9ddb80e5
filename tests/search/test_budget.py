from hashlib import sha256

import pytest
import yaml

from generator.doors import settings
from generator.papers.errors import DailyPapersError
from generator.search import Budget, BudgetError, check_budget
from generator.search.budget import QUERIES, USUAL, Sizes, cold_queries


def sizes(*cold: tuple[str, int]) -> Sizes:
    return Sizes(papers=12_345, terms=67_890, files=1_234, total=2_345_678, cold=cold)


THREE = sizes(("a", 10_000), ("c", 90_000), ("b", 20_000))


def test_the_usual_budget_is_the_one_that_the_settings_show() -> None:
    shown = yaml.safe_load((settings.__doc__ or "").partition("\n\n")[2])

    assert Budget(**shown["search_budget"]) == USUAL


def test_an_index_within_its_budget_passes() -> None:
    check_budget(THREE, Budget(median=20_000, worst=90_000))


@pytest.mark.parametrize(
    ("budget", "told", "found", "allowed"),
    [
        (Budget(19_999, 1), "median first query costs 20,000 bytes gzipped (over 3 queries)", 20_000, 19_999),
        (Budget(20_000, 89_999), 'worst first query costs 90,000 bytes gzipped ("c")', 90_000, 89_999),
    ],
)
def test_an_index_beyond_its_budget_is_an_error(budget: Budget, told: str, found: int, allowed: int) -> None:
    with pytest.raises(BudgetError) as caught:
        check_budget(THREE, budget)

    assert isinstance(caught.value, DailyPapersError)
    assert (caught.value.found, caught.value.allowed) == (found, allowed)
    assert str(caught.value) == (
        f"search: the {told}; allowed: {allowed:,}. "
        "Raise the budget in mkdocs.yml, or make the index smaller."
    )


def test_what_an_index_measures_is_told_in_a_line() -> None:
    assert str(sizes(("a", 500_000), ("b", 900_000), ("d", 1_000), ("c", 700_000))) == (
        "search: 12,345 papers, 67,890 terms, 1,234 files, 2,346 kB gzipped; "
        "first query 600 kB in the middle, 900 kB at worst (b)"
    )


def test_the_set_of_queries_is_fixed_so_that_what_was_measured_can_be_compared() -> None:
    assert sha256("\n".join(QUERIES).encode()).hexdigest()[:16] == "758bbb9e61157b9b"


def test_a_query_costs_what_is_always_fetched_its_shards_and_the_ten_largest_files_of_results() -> None:
    cold = cold_queries(1000, [[("a", 100)], []], [], [7, 8, 9, 10, 11, 12, 1, 2, 3, 4, 5, 6])

    assert cold == tuple((query, 1000 + 100 + sum(range(3, 13))) for query in QUERIES)


def test_a_query_of_an_archive_without_papers_costs_what_is_always_fetched() -> None:
    assert set(cold_queries(1000, [], [], [])) == {(query, 1000) for query in QUERIES}


@pytest.mark.parametrize(
    ("query", "firsts", "cost"),
    [
        ("diffusion", ["zebra"], 1),
        ("diffusion", ["a", "diffus", "diffuz", "z"], 2),
        ("diffusion", ["a", "diffus", "diffusiona", "diffusionb", "z"], 2 + 4 + 8),
        ("diffusion", ["a", "diffus", *(f"diffusion{letter}" for letter in "abcde"), "z"], 126),
        ("diffusion", ["a", "diffus", *(f"diffusion{letter}" for letter in "abcdef"), "z"], 2),
        ("contrastive learning", ["a", "b", "contrast", "d", "learn", "learning", "z"], 4 + 16 + 32),
    ],
)
def test_a_query_fetches_the_shards_of_its_terms_and_a_few_that_complete_its_last_word(
    query: str, firsts: list[str], cost: int
) -> None:
    shards = [(first, 1 << place) for place, first in enumerate(firsts)]

    assert dict(cold_queries(0, [shards], [], []))[query] == cost
    assert dict(cold_queries(0, [shards, [("a", 1000)]], [], []))[query] == cost + 1000


def test_a_query_costs_the_lists_of_its_common_terms() -> None:
    cold = dict(cold_queries(1000, [], [("diffus", 4), ("diffus", 6), ("languag", 20), ("model", 40)], []))

    assert (cold["diffusion"], cold["language models"], cold["GPT-4"]) == (1010, 1060, 1000)
