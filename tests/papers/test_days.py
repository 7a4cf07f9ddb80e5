from datetime import date

import pytest

from generator.papers.days import day_heading, days_span


@pytest.mark.parametrize(
    ("first", "last", "span"),
    [
        (date(2025, 8, 6), date(2025, 8, 6), "6 August 2025"),
        (date(2025, 8, 4), date(2025, 8, 8), "4 to 8 August 2025"),
        (date(2025, 7, 28), date(2025, 8, 1), "28 July to 1 August 2025"),
        (date(2025, 12, 29), date(2026, 1, 2), "29 December 2025 to 2 January 2026"),
    ],
)
def test_a_span_says_nothing_twice(first: date, last: date, span: str) -> None:
    assert days_span(first, last) == span


def test_a_heading_breaks_after_the_weekday_only() -> None:
    assert day_heading(date(2025, 8, 6)).split(" ") == ["Wednesday,", "6\xa0August\xa02025"]
