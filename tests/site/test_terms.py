"""The terms of papers are read where somebody asks, and what is made of them is kept."""

import json
from datetime import date

from generator.search.files import compact_json
from generator.site.terms import NO_TERMS, Terms

DAYS = (date(2025, 8, 6), date(2025, 8, 7))
WOOL = {f"p{number}": {"wool": 10, f"own{number}": number} for number in range(1, 13)}
GOATS = {"p13": {"goats": 9}}


def terms() -> Terms:
    first = {**dict.fromkeys(WOOL, DAYS[0]), **dict.fromkeys(GOATS, DAYS[1])}
    days = {DAYS[0]: compact_json(WOOL), DAYS[1]: compact_json(GOATS)}
    return Terms(days, first, lambda _, last, make: make() if last == DAYS[1] else b"[]")


def test_a_paper_has_its_terms_and_one_that_is_not_known_none() -> None:
    assert terms().of("p2") == WOOL["p2"]
    assert terms().of("p99") == {}


def test_a_day_has_the_terms_of_its_papers_those_of_other_days_too() -> None:
    assert terms().shard(DAYS[1], ["p13"]) == compact_json(GOATS)
    assert json.loads(terms().shard(DAYS[1], ["p13", "p2", "gone"])) == {
        "p13": GOATS["p13"],
        "p2": WOOL["p2"],
    }
    assert json.loads(terms().shard(date(2025, 8, 8), [])) == {}


def test_those_most_like_all_come_first() -> None:
    assert terms().central([*GOATS, *WOOL], 3) == ["p1", "p2", "p3"]


def test_what_is_made_of_papers_may_be_kept_by_their_last_day() -> None:
    assert terms().central([*WOOL], 3) == []


def test_where_nothing_is_known_the_first_are_taken() -> None:
    assert NO_TERMS.central([*WOOL], 3) == [*WOOL][:3]
