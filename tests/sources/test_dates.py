from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.papers.errors import ListingError
from generator.papers.records import DatedBy
from generator.sources.dates import WrittenDate, read_date, resolve
from generator.sources.listing import Hint

TODAY = date(2026, 3, 1)

FORMS = [
    ("Aug 6", 8, 6, None, None),
    ("August 6", 8, 6, None, None),
    ("Aug. 6th", 8, 6, None, None),
    ("aug 06", 8, 6, None, None),
    ("6 Aug", 8, 6, None, None),
    ("Sept 1", 9, 1, None, None),
    ("Aug 6, 2025", 8, 6, 2025, None),
    ("6 August 2025", 8, 6, 2025, None),
    ("2025-08-06", 8, 6, 2025, None),
    ("Wed, Aug 6", 8, 6, None, 2),
    ("Wednesday, August 6, 2025", 8, 6, 2025, 2),
    ("Thurs. 7 August", 8, 7, None, 3),
    ("Wed 2025-08-06", 8, 6, 2025, 2),
]


@pytest.mark.parametrize(("line", "month", "day", "year", "weekday"), FORMS)
def test_a_line_that_is_a_date(
    line: str, month: int, day: int, year: int | None, weekday: int | None
) -> None:
    assert read_date(line) == WrittenDate(line, month, day, year, weekday)


@pytest.mark.parametrize(
    "line", ["", "Aug", "May we help", "Aug 32", "13 Foo", "Aug 6 papers", "2025-13-01", "March of 2025", "6"]
)
def test_a_line_that_is_none(line: str) -> None:
    assert read_date(line) is None


@given(st.dates(date(1991, 1, 1), date(2199, 12, 31)))
def test_a_full_date_is_itself_in_every_form(day: date) -> None:
    month = ("Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec")[
        day.month - 1
    ]
    for line in (day.isoformat(), f"{month} {day.day}, {day.year}", f"{day.day} {month} {day.year}"):
        assert resolve(read_date(line), 1, Hint("list.txt", TODAY)) == (day, "listing")


@pytest.mark.parametrize(
    ("line", "hint", "day", "dated_by"),
    [
        ("Aug 6", Hint("2025-08-06.txt", TODAY), date(2025, 8, 6), "name"),
        ("Aug 6", Hint("list 2025-08-06 (1).txt", TODAY), date(2025, 8, 6), "name"),
        ("Aug 6", Hint("list.txt", TODAY, day=date(2024, 8, 6)), date(2024, 8, 6), "option"),
        ("Aug 6", Hint("list.txt", TODAY, year=2023), date(2023, 8, 6), "option"),
        ("Aug 6", Hint("list.txt", TODAY), date(2025, 8, 6), "today"),
        ("Mar 1", Hint("list.txt", TODAY), date(2026, 3, 1), "today"),
        ("Mar 2", Hint("list.txt", TODAY), date(2026, 3, 2), "today"),
        ("Mar 3", Hint("list.txt", TODAY), date(2025, 3, 3), "today"),
        ("Nov 27", Hint("list.txt", date(2025, 11, 26)), date(2025, 11, 27), "today"),
        ("Nov 28", Hint("list.txt", date(2025, 11, 26)), date(2024, 11, 28), "today"),
        ("Jan 1", Hint("list.txt", date(2025, 12, 31)), date(2026, 1, 1), "today"),
        ("Dec 31", Hint("list.txt", date(2026, 1, 1)), date(2025, 12, 31), "today"),
        ("Feb 29", Hint("list.txt", date(2024, 2, 28)), date(2024, 2, 29), "today"),
        ("Feb 29", Hint("list.txt", TODAY), date(2024, 2, 29), "today"),
        ("Tue, Aug 6", Hint("list.txt", TODAY), date(2024, 8, 6), "today"),
        (None, Hint("2025-08-06.txt", TODAY), date(2025, 8, 6), "name"),
        (None, Hint("list.txt", TODAY, day=date(2025, 8, 6)), date(2025, 8, 6), "option"),
    ],
)
def test_a_missing_year_is_resolved_by_the_stated_rule(
    line: str | None, hint: Hint, day: date, dated_by: DatedBy
) -> None:
    assert resolve(read_date(line) if line else None, 7, hint) == (day, dated_by)


@pytest.mark.parametrize(
    ("line", "hint", "message"),
    [
        (
            "Aug 7",
            Hint("2025-08-06.txt", TODAY),
            '"Aug 7" is 2025-08-07, but the file\'s name says 2025-08-06',
        ),
        ("Aug 6, 2024", Hint("2025-08-06.txt", TODAY), "2024-08-06, but the file's name says 2025-08-06"),
        ("Aug 6", Hint("l.txt", TODAY, day=date(2025, 8, 7)), "2025-08-06, but --date says 2025-08-07"),
        ("Aug 6, 2024", Hint("l.txt", TODAY, year=2025), '"Aug 6, 2024" is in 2024, but --year says 2025'),
        ("Feb 30", Hint("l.txt", TODAY, year=2025), '"Feb 30" is not a day of 2025'),
        ("Feb 30", Hint("l.txt", TODAY), '"Feb 30" is not a day of the calendar'),
        ("Thu, Aug 6, 2025", Hint("l.txt", TODAY), '"Thu, Aug 6, 2025" is not a day of 2025'),
        (None, Hint("l.txt", TODAY), 'no date found, neither a line such as "Aug 6"'),
        (None, Hint("2025-02-30.txt", TODAY), "2025-02-30 in the file's name is not a day"),
        (
            None,
            Hint("2025-08-06.txt", TODAY, day=date(2025, 8, 7)),
            "the file's name says 2025-08-06, but --date",
        ),
    ],
)
def test_a_contradiction_is_an_error_that_names_both(line: str | None, hint: Hint, message: str) -> None:
    with pytest.raises(ListingError) as caught:
        resolve(read_date(line) if line else None, 7, hint)

    assert message in str(caught.value)
    assert caught.value.line == (7 if line else None)


@pytest.mark.parametrize(
    ("one", "other", "both"),
    [
        ("Aug 6", "Wed, Aug 6", (None, 2)),
        ("Wed, Aug 6", "Aug 6, 2025", (2025, 2)),
        ("Aug 6", "Aug 7", None),
        ("Aug 6, 2024", "Aug 6, 2025", None),
        ("Wed, Aug 6", "Thu, Aug 6", None),
    ],
)
def test_two_lines_of_one_day_are_joined(
    one: str, other: str, both: tuple[int | None, int | None] | None
) -> None:
    first, second = read_date(one), read_date(other)
    assert first
    assert second

    joined = first.joined(second)

    assert (joined and (joined.year, joined.weekday)) == both
