from collections.abc import Sequence
from datetime import date
from pathlib import Path

import numpy as np
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from generator.papers.records import Paper
from generator.related.lists import terms_of
from generator.related.weighted import Weighted
from generator.site.kept_vectors import KeptVectors
from tests.strategies import papers

DAY = date(2025, 8, 6)


def assert_equal(one: Weighted, other: Weighted) -> None:
    assert list(one.names) == list(other.names)
    for name in ("terms", "weights", "lengths"):
        mine, others = getattr(one, name), getattr(other, name)
        assert np.array_equal(mine, others)
        assert mine.dtype == others.dtype


@settings(max_examples=50, suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None)
@given(st.lists(st.lists(papers(), max_size=5), min_size=1, max_size=4))
def test_terms_are_those_that_are_found_anew(tmp_path: Path, builds: list[list[Paper]]) -> None:
    for asked in builds:
        assert_equal(KeptVectors(tmp_path / "vectors", b"program").of(asked), terms_of(asked))


def test_two_papers_that_say_the_same_are_two(tmp_path: Path) -> None:
    asked = made("We count sheep.", "We count sheep.")
    kept = KeptVectors(tmp_path / "vectors", b"program")
    kept.of(asked)
    more = made("We count sheep.", "We count clouds.", "We count sheep.")

    assert_equal(kept.of(more), terms_of(more))


def test_another_program_and_a_damaged_file_cost_time_alone(tmp_path: Path) -> None:
    file, asked = tmp_path / "vectors", made("We count sheep.", "We count clouds and sheep.")
    KeptVectors(file, b"program").of(asked)
    for damage in (b"", file.read_bytes()[:-9], file.read_bytes()[:40] + b"x" + file.read_bytes()[41:]):
        file.write_bytes(damage)
        assert_equal(KeptVectors(file, b"program").of(asked), terms_of(asked))
    assert_equal(KeptVectors(file, b"another").of(asked), terms_of(asked))


def test_nothing_of_a_paper_that_is_gone_is_kept(tmp_path: Path) -> None:
    file = tmp_path / "vectors"
    KeptVectors(file, b"program").of(made("We count sheep.", "We count quokkas."))
    assert b"quokka" in file.read_bytes()

    KeptVectors(file, b"program").of(made("We count sheep."))

    assert b"quokka" not in file.read_bytes()


def test_nothing_of_it_is_kept_where_nobody_asks_for_terms(tmp_path: Path) -> None:
    file, sheep = tmp_path / "vectors", made("We count sheep.")
    KeptVectors(file, b"program").of([*sheep, *made("We count quokkas.")])

    KeptVectors(file, b"program").forget_others(sheep)

    assert b"quokka" not in file.read_bytes()
    assert_equal(KeptVectors(file, b"program").of(sheep), terms_of(sheep))


def made(*abstracts: str) -> Sequence[Paper]:
    return [
        Paper(id=f"paper-{number}", title="On counts", abstract=text, listed=(DAY,), source="jsonl")
        for number, text in enumerate(abstracts)
    ]
