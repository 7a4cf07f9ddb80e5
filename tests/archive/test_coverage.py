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
    scope: str = "daily_papers",
    partial: bool = False,
) -> Receipt:
    papers = tuple(ids)
    count = len(papers) if received is None else received
    return Receipt("huggingface", scope, "0" * 64, count, papers, rejections, partial=partial)


def of_arxiv(scope: str = "cs.CL", received: int = 1) -> Receipt:
    return Receipt("arxiv", scope, "0" * 64, received, ("x",) if received else ())


def day(number: int, *receipts: Receipt) -> Day:
    return Day(MONDAY + timedelta(days=number), tuple(sorted(receipts, key=lambda each: each.key)))


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
        ((receipt(received=100),), "partial"),
        ((receipt(received=51),), "complete"),
        ((receipt(), receipt(rejections=(REJECTION,), scope="more")), "partial"),
        ((receipt(), receipt((), scope="more")), "complete"),
    ],
)
def test_state_of_a_promised_day(receipts: tuple[Receipt, ...], state: State) -> None:
    assert state_of(day(0, *receipts), COVERAGE) == state


@pytest.mark.parametrize(
    ("number", "promised"), [(-3, False), (0, True), (4, True), (5, False), (7, True), (8, False)]
)
def test_listing_days_of_the_period_are_promised(number: int, promised: bool) -> None:
    coverage = Coverage("huggingface", MONDAY, MONDAY + timedelta(days=7))

    assert coverage.promises(MONDAY + timedelta(days=number)) is promised


def test_a_list_of_arxiv_of_the_size_of_a_page_is_whole() -> None:
    assert state_of(day(0, of_arxiv(received=50)), Coverage("arxiv", MONDAY)) == "complete"


def test_a_receipt_of_another_source_keeps_no_promise() -> None:
    assert state_of(day(0, receipt()), Coverage("arxiv", MONDAY)) == "missing"


def test_the_calendar_ends_with_the_newest_receipt() -> None:
    coverage = Coverage("huggingface", MONDAY, holidays=frozenset({MONDAY + timedelta(days=2)}))

    states = calendar(coverage, days(day(0, receipt()), day(7, receipt(("c",)))))

    assert list(states.values()) == [
        "complete", "missing", "no list", "missing", "missing", "no list", "no list", "complete",
    ]  # fmt: skip


def test_without_a_list_nothing_is_judged() -> None:
    assert calendar(COVERAGE, {}) == {}
    assert troubles([COVERAGE], {}) == []


def test_a_list_of_a_day_that_was_not_promised_is_judged_in_the_calendar() -> None:
    assert calendar(COVERAGE, days(day(5, receipt())))[MONDAY + timedelta(days=5)] == "complete"


def test_weekends_count_where_all_days_are_promised() -> None:
    coverage = Coverage("huggingface", MONDAY, MONDAY + timedelta(days=6), all_days=True)

    assert "no list" not in calendar(coverage, days(day(0, receipt()), day(9, receipt()))).values()


def test_days_without_list_are_those_nothing_was_promised_for() -> None:
    coverage = Coverage("huggingface", MONDAY)

    found = days_without_list([coverage], days(day(0, receipt()), day(7, receipt(("c",)))))

    assert found == [MONDAY + timedelta(days=5), MONDAY + timedelta(days=6)]


@pytest.mark.parametrize(
    ("other", "listed", "without"),
    [
        (Coverage("arxiv", MONDAY), day(5, of_arxiv()), [6]),
        (Coverage("arxiv", MONDAY), day(5, Receipt("jsonl", "list.jsonl", "0" * 64, 1, ("x",))), [6]),
        (Coverage("arxiv", MONDAY, all_days=True), day(0, of_arxiv()), []),
        (Coverage("arxiv", MONDAY + timedelta(days=7)), day(0, of_arxiv()), [5, 6]),
    ],
)
def test_a_day_has_no_list_where_no_source_promises_or_has_one(
    other: Coverage, listed: Day, without: list[int]
) -> None:
    found = days_without_list([COVERAGE, other], days(day(7, receipt()), listed))

    assert found == [MONDAY + timedelta(days=number) for number in without]


@pytest.mark.parametrize(
    ("second", "problem"),
    [
        ([receipt()], "the same papers as on 2026-03-02"),
        ([receipt(())], "the list is empty"),
        ([receipt(("c",), received=50)], "exactly 50 entries, the size of a page: probably cut short"),
        ([receipt(("c",), rejections=(REJECTION,))], "1 entry rejected; the page of the day says why"),
        ([receipt((), rejections=(REJECTION,) * 2)], "2 entries rejected; the page of the day says why"),
        ([receipt(("c",)), receipt((), scope="more")], None),
    ],
)
def test_silent_trouble_is_named(second: list[Receipt], problem: str | None) -> None:
    found = troubles([Coverage("huggingface", MONDAY)], days(day(0, receipt()), day(1, *second)))

    named = [(MONDAY + timedelta(days=1), problem)] if problem else []
    assert [(trouble.day, trouble.problem) for trouble in found] == named


def test_empty_lists_are_not_said_to_be_the_same() -> None:
    found = troubles([COVERAGE], days(day(0, receipt(())), day(1, receipt(()))))

    assert [trouble.problem for trouble in found] == ["the list is empty"] * 2


def test_troubles_come_by_day_source_and_problem() -> None:
    both = [COVERAGE, Coverage("arxiv", MONDAY, categories=("cs.LG", "cs.CL"))]
    whole = [of_arxiv("cs.CL"), of_arxiv("cs.LG")]

    found = troubles(both, days(day(0, *whole, receipt(())), day(1, of_arxiv("cs.AI"), receipt(received=50))))

    assert [(trouble.source, trouble.of_list, trouble.problem[:21]) for trouble in found] == [
        ("huggingface", "", "the list is empty"),
        ("arxiv", "cs.CL", "promised, but there i"),
        ("arxiv", "cs.LG", "promised, but there i"),
        ("huggingface", "", "exactly 50 entries, t"),
    ]


def test_a_promised_day_without_receipt_is_trouble() -> None:
    found = troubles([Coverage("huggingface", MONDAY)], days(day(0, receipt()), day(2, receipt(("c",)))))

    assert [trouble.problem for trouble in found] == ["promised, but there is no list"]


def test_days_missing_one_after_the_other_are_one_trouble() -> None:
    found = troubles([COVERAGE], days(day(0, receipt()), day(9, receipt(("c",)))))

    assert [(str(trouble.day), str(trouble.last), trouble.problem) for trouble in found] == [
        ("2026-03-03", "2026-03-10", "6 promised days, up to 2026-03-10, without a list")
    ]


def usual_days(count: int, papers: int, first: int = 0) -> list[Day]:
    return [
        day(number, receipt(f"{number}-{paper}" for paper in range(papers)))
        for number in range(first, first + count)
    ]


@pytest.mark.parametrize(
    ("before", "papers", "problems"),
    [
        (usual_days(20, 20), 0, ["the list is empty"]),
        (usual_days(20, 20), 1, ["1 paper, far fewer than the usual 20"]),
        (usual_days(20, 20), 4, ["4 papers, far fewer than the usual 20"]),
        (usual_days(20, 20), 5, []),
        (usual_days(19, 20), 1, []),
        (usual_days(25, 60) + usual_days(20, 20, first=25), 5, []),
    ],
)
def test_far_fewer_papers_than_on_the_last_20_days_are_trouble(
    before: list[Day], papers: int, problems: list[str]
) -> None:
    last = usual_days(1, papers, first=len(before))

    found = troubles([Coverage("huggingface", MONDAY, all_days=True)], days(*before, *last))

    assert [trouble.problem for trouble in found] == problems


def test_what_is_not_promised_is_not_judged_but_counts_as_the_day_before() -> None:
    found = days(day(0, receipt()), day(1, receipt(("c",), received=50)), day(2, receipt(("c",))))
    accepted = Coverage("huggingface", MONDAY, holidays=frozenset({MONDAY + timedelta(days=1)}))

    assert [str(trouble.day) for trouble in troubles([COVERAGE], found)] == ["2026-03-03", "2026-03-04"]
    assert [str(trouble.day) for trouble in troubles([accepted], found)] == ["2026-03-04"]


BOTH = Coverage("arxiv", MONDAY, all_days=True, categories=("cs.CL", "cs.LG"))
EITHER = Coverage("arxiv", MONDAY, all_days=True)


def arxiv(scope: str, *ids: str, rejections: tuple[Rejection, ...] = (), partial: bool = False) -> Receipt:
    return Receipt("arxiv", scope, "0" * 64, len(ids), ids, rejections, partial=partial)


MOVED = tuple(
    day(number, arxiv("cs.CL", f"cl-{number}"), arxiv("cs.LG", f"lg-{number}")) for number in range(3)
)
USUAL = [
    day(number, arxiv("cs.CL", *(f"{number}-{paper}" for paper in range(20))), arxiv("cs.LG", f"lg-{number}"))
    for number in range(20)
]


@pytest.mark.parametrize(
    ("coverage", "found", "state", "problems"),
    [
        (BOTH, MOVED, "complete", []),
        (BOTH, [day(0, arxiv("cs.LG", "a"))], "partial", ["cs.CL: promised, but there is no list"]),
        (EITHER, [day(0, arxiv("cs.LG", "a"))], "complete", []),
        (BOTH, [day(0, arxiv("cs:cs:CL", "a"), arxiv("cs.LG", "a"))], "complete", []),
        (
            BOTH,
            [day(0, arxiv("api", "a"))],
            "missing",
            ["cs.CL: promised, but there is no list", "cs.LG: promised, but there is no list"],
        ),
        (
            BOTH,
            [day(0, arxiv("cs.LG", "a"), arxiv("cs.CL", "b", partial=True))],
            "partial",
            ["cs.CL: only a part of its list is here"],
        ),
        (BOTH, [day(0, arxiv("cs.CL"), arxiv("cs.LG", "a"))], "partial", ["cs.CL: the list is empty"]),
        (EITHER, [day(0, arxiv("cs.CL"), arxiv("cs.LG", "a"))], "partial", ["cs.CL: the list is empty"]),
        (
            BOTH,
            [day(0, arxiv("cs.CL", "a", rejections=(REJECTION,)), arxiv("cs.LG", "a"))],
            "partial",
            ["cs.CL: 1 entry rejected; the page of the day says why"],
        ),
        *(
            (
                coverage,
                [*MOVED[:1], day(1, arxiv("cs.CL", "cl-0"), arxiv("cs.LG", "lg-1"))],
                "complete",
                ["cs.CL: the same papers as on 2026-03-02"],
            )
            for coverage in (BOTH, EITHER)
        ),
        (
            BOTH,
            [
                *USUAL,
                day(20, arxiv("cs.CL", "x", "y"), arxiv("cs.LG", *(f"l{paper}" for paper in range(20)))),
            ],
            "complete",
            ["cs.CL: 2 papers, far fewer than the usual 20"],
        ),
    ],
)
def test_each_category_is_judged_by_itself(
    coverage: Coverage, found: list[Day], state: State, problems: list[str]
) -> None:
    assert state_of(found[-1], coverage) == state
    told = troubles([coverage], days(*found))
    assert [f"{trouble.of_list}: {trouble.problem}" for trouble in told] == problems


def test_each_category_grows_stale_by_itself() -> None:
    found = days(
        *(day(number, arxiv("cs.CL", str(number))) for number in range(9)), day(2, *MOVED[2].receipts)
    )

    assert [(each.of_list, each.problem) for each in stale([BOTH], found, MONDAY + timedelta(days=9))] == [
        ("cs.LG", "the newest list is of 2026-03-04, and 6 promised days before today have none")
    ]


def test_a_day_with_parts_of_lists_only_is_trouble_once_it_is_over() -> None:
    tuesday = MONDAY + timedelta(days=1)
    found = days(day(0, receipt()), day(1, receipt(("c",), partial=True)), day(2, receipt()))

    part, repeated = troubles([COVERAGE], found)

    assert (part.day, part.problem) == (tuesday, "only a part of its list is here")
    assert repeated.problem == "the same papers as on 2026-03-02"
    assert troubles([COVERAGE], found, today=tuesday) == [repeated]


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
    reported = days(day(0, receipt()), day(3, receipt()), day(8, of_arxiv()))

    found = stale([COVERAGE], reported, MONDAY + timedelta(days=today))

    newest = "the newest list is of 2026-03-05, and 3 promised days before today have none"
    waited = (date(2026, 3, 6), date(2026, 3, 10), newest)
    assert [(trouble.day, trouble.last, trouble.problem) for trouble in found] == [waited] * is_stale


def test_days_before_the_promised_period_make_no_source_stale() -> None:
    coverage = Coverage("huggingface", MONDAY + timedelta(days=14))

    assert not stale([coverage], days(day(0, receipt())), MONDAY + timedelta(days=16))


def test_a_source_that_never_began_is_stale() -> None:
    (found,) = stale([COVERAGE], {}, MONDAY + timedelta(days=3))

    assert found.problem == "no list has come yet, and 3 promised days before today have none"


def test_a_source_that_has_ended_is_never_stale() -> None:
    coverage = Coverage("huggingface", MONDAY, MONDAY)

    assert not stale([coverage], days(day(0, receipt())), MONDAY + timedelta(days=400))
