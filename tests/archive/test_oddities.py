from datetime import date, timedelta

import pytest

from generator.archive.coverage import Coverage
from generator.archive.oddities import oddities
from generator.papers.records import Day, Receipt

MONDAY = date(2026, 3, 2)
Lists = dict[str, list[range]]
"""The numbers of the papers that each category listed, day by day."""


def days(lists: Lists, *, partial: bool = False) -> dict[date, Day]:
    found = {}
    for number in range(max(map(len, lists.values()))):
        receipts = tuple(
            Receipt("arxiv", scope, "0" * 64, len(own[number]), tuple(map(str, own[number])), partial=partial)
            for scope, own in sorted(lists.items())
            if number < len(own)
        )
        found[MONDAY + timedelta(days=number)] = Day(MONDAY + timedelta(days=number), receipts)
    return found


def moving(count: int, size: int = 30, start: int = 0) -> list[range]:
    """Give the lists of so many days, no paper on two."""
    return [range(start + day * 100, start + day * 100 + size) for day in range(count)]


CASES: dict[str, tuple[Lists, list[str]]] = {
    "every day new papers": ({"cs.CL": moving(30)}, []),
    "27 of 30 of the day before": (
        {"cs.CL": [range(30), range(3, 33)]},
        ["2026-03-03 cs.CL: 27 of 30 papers were listed shortly before, 27 on 2026-03-02"],
    ),
    "of several days before": (
        {"cs.CL": [range(16), range(100, 111), range(27), range(300, 311)]},
        ["2026-03-04 cs.CL: 16 of 27 papers were listed shortly before, 16 on 2026-03-02"],
    ),
    "the whole list of a day a week ago": (
        {"cs.CL": [*moving(7), range(30)]},
        ["2026-03-09 cs.CL: 30 of 30 papers were listed shortly before, 30 on 2026-03-02"],
    ),
    "the whole list of a day ten weeks ago": (
        {"cs.CL": [*moving(70), range(3, 33)]},
        ["2026-05-11 cs.CL: 27 of 30 papers were listed on 2026-03-02"],
    ),
    "new versions of papers of many days long ago": (
        {"cs.CL": [*moving(60), range(0, 3000, 100)]},
        [],
    ),
    "less than half": ({"cs.CL": [range(30), range(16, 46)]}, []),
    "two papers": ({"cs.CL": [range(2), range(2)]}, []),
    "another category's papers": (
        {"cs.CL": [range(30), range(100, 130)], "cs.LG": [range(1), range(30)]},
        [],
    ),
    "one category beside one that moves": (
        {"cs.CL": [range(30), range(1, 31)], "cs.LG": moving(2, start=5000)},
        ["2026-03-03 cs.CL: 29 of 30 papers were listed shortly before, 29 on 2026-03-02"],
    ),
    "a day of 5,000 among days of 20": (
        {"cs.CL": [*moving(9, 20), range(9000, 14000), *moving(9, 20, 2000)]},
        ["2026-03-11 cs.CL: 5,000 papers, far more than the usual 20 around it"],
    ),
    "a first day of 5,000": (
        {"cs.CL": [range(9000, 14000), *moving(5, 20)]},
        ["2026-03-02 cs.CL: 5,000 papers, far more than the usual 20 around it"],
    ),
    "four times as many": ({"cs.CL": [*moving(9, 20), range(9000, 9080)]}, []),
    "too few days to judge by": ({"cs.CL": [*moving(2, 20), range(9000, 14000)]}, []),
    "days of a list that is often empty": ({"cs.CL": [*moving(9, 0), *moving(3, 20)]}, []),
}


@pytest.mark.parametrize(("lists", "told"), CASES.values(), ids=CASES)
def test_odd_lists_are_told(lists: Lists, told: list[str]) -> None:
    assert [f"{odd.day} {odd.of_list}: {odd.problem}" for odd in oddities(days(lists))] == told


def test_parts_of_lists_and_days_taken_as_they_are_are_not_odd() -> None:
    lists: Lists = {"cs.CL": [range(30), range(3, 33)]}
    accepted = Coverage("arxiv", MONDAY, holidays=frozenset({MONDAY + timedelta(days=1)}))

    assert len(oddities(days(lists), [Coverage("huggingface", MONDAY, holidays=accepted.holidays)])) == 1
    assert oddities(days(lists), [accepted]) == []
    assert oddities(days(lists, partial=True)) == []
