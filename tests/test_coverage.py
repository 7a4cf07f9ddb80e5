from collections.abc import Iterable
from datetime import date, timedelta

import pytest

from generator.coverage import (
    Coverage,
    State,
    calendar,
    days_without_list,
    stale,
    state_of,
    troubles,
)
from generator.records import Day, Receipt, Rejection

MONDAY = date(2026, 3, 2)
REJECTION = Rejection(3, 4, "an abstract without a title", "We show")


def receipt(
    ids: Iterable[str] = ("a", "b"), received: int | None = None, rejections: tuple[Rejection, ...] = ()
) -> Receipt:
    papers = tuple(ids)
    count = len(papers) if received is None else received
    return Receipt("huggingface", "daily_papers", "0" * 64, count, papers, rejections)


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
    ],
)
def test_state_of_a_promised_day(receipts: tuple[Receipt, ...], state: State) -> None:
    assert state_of(day(0, *receipts), "huggingface") == state


def test_a_receipt_of_another_source_keeps_no_promise() -> None:
    assert state_of(day(0, receipt()), "arxiv") == "missing"


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
        (receipt(("c",), received=50), "exactly 50 entries, a page's size: probably cut short"),
        (receipt(("c",), rejections=(REJECTION,)), "1 entries were rejected"),
    ],
)
def test_silent_trouble_is_named(second: Receipt, problem: str) -> None:
    found = troubles([Coverage("huggingface", MONDAY)], days(day(0, receipt()), day(1, second)))

    assert [(trouble.day, trouble.problem) for trouble in found] == [(MONDAY + timedelta(days=1), problem)]


def test_a_promised_day_without_receipt_is_trouble() -> None:
    found = troubles([Coverage("huggingface", MONDAY)], days(day(0, receipt()), day(2, receipt(("c",)))))

    assert [trouble.problem for trouble in found] == ["promised, but there is no receipt"]


def test_far_fewer_papers_than_usual_are_trouble() -> None:
    usual = [day(number, receipt(f"{number}-{paper}" for paper in range(20))) for number in range(20)]

    found = troubles(
        [Coverage("huggingface", MONDAY, all_days=True)], days(*usual, day(20, receipt(("x", "y"))))
    )

    assert [trouble.problem for trouble in found] == ["2 papers, far fewer than the usual 20"]


@pytest.mark.parametrize(("today", "is_stale"), [(4, False), (7, False), (8, False), (9, True)])
def test_a_source_is_stale_after_two_promised_days_without_list(today: int, is_stale: bool) -> None:
    thursday = day(3, receipt())

    found = stale([Coverage("huggingface", MONDAY)], days(thursday), MONDAY + timedelta(days=today))

    assert bool(found) == is_stale


def test_a_source_that_has_ended_is_never_stale() -> None:
    coverage = Coverage("huggingface", MONDAY, MONDAY)

    assert not stale([coverage], days(day(0, receipt())), MONDAY + timedelta(days=400))
