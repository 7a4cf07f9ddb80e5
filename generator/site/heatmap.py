"""The archive as a calendar: one cell a day, shaded by how many papers were listed, a block a quarter."""

from bisect import bisect_right
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from itertools import groupby

from ..papers.days import month_short, months_span, week_of

LEVELS = 4


@dataclass(frozen=True, slots=True)
class Cell:
    """One day of the calendar."""

    day: date
    count: int | None
    """How many papers were listed; None on a day without a list."""
    level: int
    """From 1, the quarter of its year's days with the fewest papers, to LEVELS; 0 without a list."""
    column: int
    row: int


@dataclass(frozen=True, slots=True)
class Quarter:
    """A quarter of a year, its weeks as columns and its weekdays as rows."""

    first: date
    """Its first day."""
    name: str
    months: tuple[tuple[int, str], ...]
    """The column in which each month begins, and its short name."""
    weeks: tuple[tuple[str, tuple[Cell, ...]], ...]
    """ISO weeks with their days, ascending."""
    rows: int
    """5, or as many as it takes to show lists on weekends."""


def quarters(counts: Mapping[date, int]) -> list[Quarter]:
    """Give the quarters that have a list, newest first."""
    ranked: dict[int, list[int]] = {}
    for day in sorted(counts, key=lambda day: counts[day]):
        ranked.setdefault(day.year, []).append(counts[day])
    rows = max([5, *(day.isoweekday() for day in counts)])
    firsts = {first_of_quarter(day) for day in counts}
    return [_quarter(first, counts, ranked[first.year], rows) for first in sorted(firsts, reverse=True)]


def first_of_quarter(day: date) -> date:
    """Give the first day of the quarter that `day` is in."""
    return day.replace(month=day.month - (day.month - 1) % 3, day=1)


def _quarter(first: date, counts: Mapping[date, int], ranked: list[int], rows: int) -> Quarter:
    after = (first + timedelta(days=100)).replace(day=1)
    days = [first + timedelta(days=number) for number in range((after - first).days)]
    monday = first - timedelta(days=first.weekday())
    cells = [
        Cell(day, count, _level(count, ranked), (day - monday).days // 7, day.weekday())
        for day, count in ((day, counts.get(day)) for day in days)
        if day.weekday() < rows
    ]
    return Quarter(
        first,
        months_span(first, days[-1]),
        tuple((cell.column, month_short(cell.day)) for cell in _firsts(cells)),
        tuple((week, tuple(days)) for week, days in groupby(cells, lambda cell: week_of(cell.day))),
        rows,
    )


def _firsts(cells: Iterable[Cell]) -> list[Cell]:
    return [next(days) for _, days in groupby(cells, lambda cell: cell.day.month)]


def _level(count: int | None, ranked: list[int]) -> int:
    return 0 if count is None else -(-LEVELS * bisect_right(ranked, count) // len(ranked))
