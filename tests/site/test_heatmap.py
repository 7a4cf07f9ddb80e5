"""The archive as a calendar."""

from datetime import date

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
    assert quarter.rows == 5
    assert [cells[day].level for day in sorted(counts)] == [4, 1, 3, 2]
    assert (cells[date(2025, 8, 6)].column, cells[date(2025, 8, 6)].row) == (5, 2)
    assert cells[date(2025, 8, 5)].level == 0


def test_a_list_on_a_saturday_shows_saturdays() -> None:
    assert quarters({date(2025, 8, 9): 3})[0].rows == 6


@given(st.dictionaries(DAYS, st.integers(0, 700), min_size=1, max_size=40))
def test_every_day_has_one_cell_and_no_two_share_a_place(counts: dict[date, int]) -> None:
    found = quarters(counts)

    cells = [(quarter.name, cell) for quarter in found for _, cells in quarter.weeks for cell in cells]
    assert {cell.day: cell.count for _, cell in cells if cell.level} == counts
    assert len({(name, cell.column, cell.row) for name, cell in cells}) == len(cells)
    assert max(cell.level for _, cell in cells) == LEVELS
    assert max(cell.column for _, cell in cells) < 14
