"""What days, weeks, months and years are called, whatever the machine's language."""

from datetime import date, timedelta

_WEEKDAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")
_MONTHS = (
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
)


def weekday_name(day: date) -> str:
    """Give the day of the week: "Wednesday"."""
    return _WEEKDAYS[day.weekday()]


def day_name(day: date) -> str:
    """Give a day as people read it, whatever the machine's language: "Wednesday, 6 August 2025"."""
    return f"{weekday_name(day)}, {day_long(day)}"


def month_before(month: date, months: int) -> date:
    """Give the first day of the month that lies so many months before that of a day."""
    years, place = divmod(month.year * 12 + month.month - 1 - months, 12)
    return date(years, place + 1, 1)


def monday_of(day: date) -> date:
    """Give the first day of the week that a day is in."""
    return day - timedelta(days=day.weekday())


def day_short(day: date) -> str:
    """Give a day of the year: "Wed 6 Aug"."""
    return f"{weekday_name(day)[:3]} {day.day} {month_short(day)}"


def day_long(day: date) -> str:
    """Give a day without its weekday: "6 August 2025"."""
    return f"{day.day} {month_name(day)}"


def day_heading(day: date) -> str:
    """Give a day's whole name with no-break spaces in its date: a heading breaks after the weekday only."""
    unbroken = day_long(day).replace(" ", "\u00a0")
    return f"{weekday_name(day)}, {unbroken}"


def days_span(first: date, last: date) -> str:
    """Give a run of days, saying nothing twice: "4 to 8 August 2025", "29 December 2025 to 2 January 2026".

    >>> days_span(date(2025, 7, 28), date(2025, 8, 1))
    '28 July to 1 August 2025'
    """
    if first == last:
        return day_long(first)
    if first.year != last.year:
        return f"{day_long(first)} to {day_long(last)}"
    month = f" {_MONTHS[first.month - 1]}" if first.month != last.month else ""
    return f"{first.day}{month} to {day_long(last)}"


def month_short(day: date) -> str:
    """Give a day's month without its year, in three letters: "Aug"."""
    return _MONTHS[day.month - 1][:3]


def months_span(first: date, last: date) -> str:
    """Give a run of months of one year: "July to September 2025"."""
    return f"{_MONTHS[first.month - 1]} to {month_name(last)}"


def month_name(day: date) -> str:
    """Give a day's month as people read it: "August 2025"."""
    return f"{_MONTHS[day.month - 1]} {day.year}"


def week_of(day: date) -> str:
    """Give the ISO 8601 week that `day` is in: 2025-W32."""
    year, week, _ = day.isocalendar()
    return f"{year:04}-W{week:02}"


def month_of(day: date) -> str:
    """Give the month that `day` is in: 2025-08."""
    return day.isoformat()[:7]


def year_of(day: date) -> str:
    """Give the year that `day` is in: 2025."""
    return f"{day.year:04}"
