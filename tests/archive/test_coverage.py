from collections.abc import Iterable
from datetime import date, timedelta

import pytest

from generator.archive.coverage import (
    Coverage,
    State,
    calendar,
    days_without_list,
    stale,
    state_of,
    troubles,
)
from generator.papers.records import Day, Receipt, Rejection

MONDAY = date(2026, 3, 2)
COVERAGE = Coverage("huggingface", MONDAY)
REJECTION = Rejection(3, 4, "an abstract without a title", "We show")


def receipt(
    ids: Iterable[str] = ("a", "b"),
    received: int | None = None,
    rejections: tuple[Rejection, ...] = (),
    *,
    partial: bool = False,
) -> Receipt:
    papers = tuple(ids)
    count = len(papers) if received is None else received
    return Receipt("huggingface", "daily_papers", "0" * 64, count, papers, rejections, partial=partial)


def day(number: int, *receipts: Receipt) -> Day:
    return Day(MONDAY + timedelta(days=number), receipts)


def days(*found: Day) -> dict[date, Day]:
    return {each.date: each for each in found}


@pytest.mark.parametrize(
    ("receipts", "state"),
    [
        ((), "missing"),
        ((receipt(),), "complete"),
        ((receipt(()),), "empty"),
        ((receipt(rejections=(REJECTION,)),), "partial"),
        ((receipt(received=50),), "partial"),
        ((receipt(partial=True),), "partial"),
        ((receipt(), receipt(("c",), rejections=(REJECTION,), partial=True)), "complete"),
        ((receipt(()), receipt(("c",), partial=True)), "empty"),
    ],
)
def test_state_of_a_promised_day(receipts: tuple[Receipt, ...], state: State) -> None:
    assert state_of(day(0, *receipts), COVERAGE) == state


def test_a_receipt_of_another_source_keeps_no_promise() -> None:
    assert state_of(day(0, receipt()), Coverage("arxiv", MONDAY)) == "missing"


def test_the_calendar_ends_with_the_newest_receipt() -> None:
    coverage = Coverage("huggingface", MONDAY, holidays=frozenset({MONDAY + timedelta(days=2)}))

    states = calendar(coverage, days(day(0, receipt()), day(7, receipt(("c",)))))

    assert list(states.values()) == [
        "complete", "missing", "no list", "missing", "missing", "no list", "no list", "complete",
    ]  # fmt: skip


def test_weekends_count_where_all_days_are_promised() -> None:
    coverage = Coverage("huggingface", MONDAY, MONDAY + timedelta(days=6), all_days=True)

    assert "no list" not in calendar(coverage, days(day(0, receipt()), day(9, receipt()))).values()


def test_days_without_list_are_those_nothing_was_promised_for() -> None:
    coverage = Coverage("huggingface", MONDAY)

    found = days_without_list([coverage], days(day(0, receipt()), day(7, receipt(("c",)))))

    assert found == [MONDAY + timedelta(days=5), MONDAY + timedelta(days=6)]


@pytest.mark.parametrize(
    ("second", "problem"),
    [
        (receipt(), "the same papers as on 2026-03-02"),
        (receipt(()), "the list is empty"),
        (receipt(("c",), received=50), "exactly 50 entries, the size of a page: probably cut short"),
        (receipt(("c",), rejections=(REJECTION,)), "1 entry rejected; the page of the day says why"),
    ],
)
def test_silent_trouble_is_named(second: Receipt, problem: str) -> None:
    found = troubles([Coverage("huggingface", MONDAY)], days(day(0, receipt()), day(1, second)))

    assert [(trouble.day, trouble.problem) for trouble in found] == [(MONDAY + timedelta(days=1), problem)]


def test_a_promised_day_without_receipt_is_trouble() -> None:
    found = troubles([Coverage("huggingface", MONDAY)], days(day(0, receipt()), day(2, receipt(("c",)))))

    assert [trouble.problem for trouble in found] == ["promised, but there is no list"]


def test_days_missing_one_after_the_other_are_one_trouble() -> None:
    found = troubles([COVERAGE], days(day(0, receipt()), day(9, receipt(("c",)))))

    assert [(str(trouble.last), trouble.problem) for trouble in found] == [
        ("2026-03-10", "6 promised days, up to 2026-03-10, without a list")
    ]


def test_far_fewer_papers_than_usual_are_trouble() -> None:
    usual = [day(number, receipt(f"{number}-{paper}" for paper in range(20))) for number in range(20)]

    found = troubles(
        [Coverage("huggingface", MONDAY, all_days=True)], days(*usual, day(20, receipt(("x", "y"))))
    )

    assert [trouble.problem for trouble in found] == ["2 papers, far fewer than the usual 20"]


def test_what_is_not_promised_is_not_judged_but_counts_as_the_day_before() -> None:
    found = days(day(0, receipt()), day(1, receipt(("c",), received=50)), day(2, receipt(("c",))))
    accepted = Coverage("huggingface", MONDAY, holidays=frozenset({MONDAY + timedelta(days=1)}))

    assert [str(trouble.day) for trouble in troubles([COVERAGE], found)] == ["2026-03-03", "2026-03-04"]
    assert [str(trouble.day) for trouble in troubles([accepted], found)] == ["2026-03-04"]


def test_each_category_is_promised() -> None:
    coverage = Coverage("arxiv", MONDAY, categories=("cs.CL", "cs.LG"))
    found = day(0, Receipt("arxiv", "cs.LG", "0" * 64, 1, ("a",)))

    assert state_of(found, coverage) == "partial"
    assert [trouble.problem for trouble in troubles([coverage], days(found))] == [
        "there is no whole list of cs.CL"
    ]


def test_a_day_with_parts_of_lists_only_is_trouble_once_it_is_over() -> None:
    tuesday = MONDAY + timedelta(days=1)
    found = days(day(0, receipt()), day(1, receipt(("c",), partial=True)), day(2, receipt()))

    part, repeated = troubles([COVERAGE], found)

    assert (part.day, part.problem) == (tuesday, "only a part of its list is here")
    assert repeated.problem == "the same papers as on 2026-03-02"
    assert troubles([COVERAGE], found, today=tuesday) == [repeated]


def test_a_part_of_a_list_keeps_no_promise_of_a_category() -> None:
    coverage = Coverage("arxiv", MONDAY, categories=("cs.CL", "cs.LG"))
    part = Receipt("arxiv", "cs.CL", "1" * 64, 1, ("b",), partial=True)
    found = day(0, Receipt("arxiv", "cs.LG", "0" * 64, 1, ("a",)), part)

    assert state_of(found, coverage) == "partial"
    assert [each.problem for each in troubles([coverage], days(found))] == ["there is no whole list of cs.CL"]


def test_parts_of_lists_leave_a_source_stale() -> None:
    found = days(day(0, receipt()), day(4, receipt(("c",), partial=True)))

    (trouble,) = stale([COVERAGE], found, MONDAY + timedelta(days=5))

    assert trouble.problem == "the newest list is of 2026-03-02, and 4 promised days before today have none"


def test_a_day_that_is_not_over_is_not_missing_yet() -> None:
    both = [COVERAGE, Coverage("arxiv", MONDAY)]
    found = days(day(0, Receipt("arxiv", "cs.CL", "0" * 64, 1, ("x",)), receipt()), day(1, receipt(("c",))))

    assert [trouble.source for trouble in troubles(both, found)] == ["arxiv"]
    assert not troubles(both, found, today=MONDAY + timedelta(days=1))
    assert troubles(both, found, today=MONDAY + timedelta(days=2))


@pytest.mark.parametrize(("today", "is_stale"), [(4, False), (7, False), (8, False), (9, True)])
def test_a_source_is_stale_after_two_promised_days_without_list(today: int, is_stale: bool) -> None:
    thursday = day(3, receipt())

    found = stale([Coverage("huggingface", MONDAY)], days(thursday), MONDAY + timedelta(days=today))

    newest = "the newest list is of 2026-03-05, and 3 promised days before today have none"
    assert [trouble.problem for trouble in found] == ([newest] if is_stale else [])


def test_a_source_that_never_began_is_stale() -> None:
    (found,) = stale([COVERAGE], {}, MONDAY + timedelta(days=3))

    assert found.problem == "no list has come yet, and 3 promised days before today have none"


def test_a_source_that_has_ended_is_never_stale() -> None:
    coverage = Coverage("huggingface", MONDAY, MONDAY)

    assert not stale([coverage], days(day(0, receipt())), MONDAY + timedelta(days=400))
