"""The archive as a calendar."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.site.heatmap import LEVELS, quarters

DAYS = st.dates(date(2019, 1, 1), date(2027, 12, 31))


def test_a_quarter_has_its_weekdays_and_shades_them() -> None:
    counts = {date(2025, 8, 6): 89, date(2025, 8, 7): 10, date(2025, 8, 8): 40, date(2025, 9, 1): 20}

    (quarter,) = quarters(counts)

    cells = {cell.day: cell for _, cells in quarter.weeks for cell in cells}
    assert quarter.name == "July to September 2025"
    assert quarter.months == ((0, "Jul"), (4, "Aug"), (9, "Sep"))
    assert quarter.first == min(cells) == date(2025, 7, 1)
    assert max(cells) == date(2025, 9, 30)
    assert [(week, len(days)) for week, days in quarter.weeks][::13] == [("2025-W27", 4), ("2025-W40", 2)]
    assert quarter.rows == 5
    assert [cells[day].level for day in sorted(counts)] == [4, 1, 3, 2]
    assert (cells[date(2025, 8, 6)].column, cells[date(2025, 8, 6)].row) == (5, 2)
    assert cells[date(2025, 8, 5)].level == 0


@pytest.mark.parametrize(("day", "rows"), [(4, 5), (8, 5), (9, 6), (10, 7)])
def test_a_list_on_a_weekend_shows_weekends(day: int, rows: int) -> None:
    (quarter,) = quarters({date(2025, 8, day): 3})

    assert quarter.rows == rows
    assert [len(days) for _, days in quarter.weeks][1] == rows


def test_the_newest_quarter_comes_first() -> None:
    found = quarters({date(2024, 12, 31): 1, date(2025, 4, 1): 2, date(2025, 3, 31): 3, date(2025, 1, 1): 4})

    assert [(quarter.name, quarter.first) for quarter in found] == [
        ("April to June 2025", date(2025, 4, 1)),
        ("January to March 2025", date(2025, 1, 1)),
        ("October to December 2024", date(2024, 10, 1)),
    ]


def test_colours_spread_over_the_days_of_a_year() -> None:
    few = {date(2024, 1, day): day for day in range(1, 5)}
    many = {date(2026, 1, day): 100 + day for day in range(5, 9)}

    found = quarters(few | many)

    assert [
        [cell.level for _, cells in quarter.weeks for cell in cells if cell.level] for quarter in found
    ] == [
        [1, 2, 3, 4],
        [1, 2, 3, 4],
    ]


def test_an_archive_without_lists_has_no_quarter() -> None:
    assert quarters({}) == []


@given(st.dictionaries(DAYS, st.integers(0, 700), min_size=1, max_size=40))
def test_every_day_has_one_cell_and_no_two_share_a_place(counts: dict[date, int]) -> None:
    found = quarters(counts)

    cells = [(quarter.name, cell) for quarter in found for _, cells in quarter.weeks for cell in cells]
    assert {cell.day: cell.count for _, cell in cells if cell.level} == counts
    assert len({(name, cell.column, cell.row) for name, cell in cells}) == len(cells)
    assert max(cell.level for _, cell in cells) == LEVELS == 4
    assert max(cell.column for _, cell in cells) < 14
