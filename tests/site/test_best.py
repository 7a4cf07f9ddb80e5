"""The papers of a week or a month that one should not have missed."""

from collections.abc import Sequence
from datetime import date

from generator.papers.records import Paper
from generator.site.views.best import BEST, best
from generator.site.views.entries import Listed

DAYS = (date(2025, 8, 6), date(2025, 8, 7))


def listed(day: date, votes: list[int | None], first: int = 0) -> list[Listed]:
    return [
        Listed(
            number, Paper(f"p{first + number}", f"No. {first + number}", (day,), "text", votes=each), None, ()
        )
        for number, each in enumerate(votes, 1)
    ]


def names(days: list[tuple[date, list[Listed]]]) -> list[str]:
    return [entry.id for _, entry in best(days, last_first)]


def last_first(papers: Sequence[str], most: int) -> Sequence[str]:
    return papers[::-1][:most]


def test_the_most_voted_come_first_those_with_equally_many_as_listed() -> None:
    days = [(DAYS[0], listed(DAYS[0], [1, 9, *[2] * 8])), (DAYS[1], listed(DAYS[1], [30, None], 20))]

    assert names(days) == ["p21", "p2", *(f"p{number}" for number in range(3, 11))]
    assert [entry.number for _, entry in best(days, last_first)] == list(range(1, BEST + 1))
    assert best(days, last_first)[0][0] == DAYS[1]


def test_papers_without_votes_are_not_among_the_voted() -> None:
    assert names([(DAYS[0], listed(DAYS[0], [None] * 20 + [3]))]) == ["p21"]


def test_without_votes_those_most_like_all_are_the_best() -> None:
    assert names([(DAYS[0], listed(DAYS[0], [None] * 12))])[:3] == ["p12", "p11", "p10"]


def test_few_papers_are_not_shown_twice() -> None:
    assert names([(DAYS[0], listed(DAYS[0], [5] * BEST))]) == []


def test_a_paper_of_two_days_is_one() -> None:
    days = [(day, listed(day, list(range(1, 12)))) for day in DAYS]

    assert len(set(names(days))) == BEST
    assert {day for day, _ in best(days, last_first)} == {DAYS[0]}
