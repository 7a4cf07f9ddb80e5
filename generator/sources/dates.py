"""Listing days as people write them, and the stated rule for a year they left out."""

import re
from dataclasses import dataclass, replace
from datetime import date

from ..papers.errors import ListingError
from ..papers.records import DatedBy
from .listing import Hint

_MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
_WEEKDAYS = ("mon", "tue", "wed", "thu", "fri", "sat", "sun")
_MONTH = (
    r"(?P<month>jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?"
    r"|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)\.?"
)
_WEEKDAY = (
    r"(?:(?P<weekday>mon(?:day)?|tue(?:s(?:day)?)?|wed(?:nesday)?|thu(?:rs(?:day)?)?|fri(?:day)?"
    r"|sat(?:urday)?|sun(?:day)?)[.,]*\s+)?"
)
_DAY = r"(?P<day>0?[1-9]|[12]\d|3[01])(?:st|nd|rd|th)?"
_FORMS = tuple(
    re.compile(form, re.IGNORECASE)
    for form in (
        rf"{_WEEKDAY}{_MONTH}\s+{_DAY}(?:,?\s+(?P<year>\d{{4}}))?",
        rf"{_WEEKDAY}{_DAY}\s+{_MONTH}(?:,?\s+(?P<year>\d{{4}}))?",
        rf"{_WEEKDAY}(?P<year>\d{{4}})-(?P<month>0[1-9]|1[0-2])-(?P<day>\d\d)",
    )
)
_IN_NAME = re.compile(r"(?<!\d)(\d{4}-\d\d-\d\d)(?!\d)")
_CALENDAR_CYCLE = 40
"""Years after which every day has fallen on every weekday, 29 February included, across a century."""


@dataclass(frozen=True, slots=True)
class WrittenDate:
    """A date as it stands in a listing; its year and weekday may be missing."""

    text: str
    month: int
    day: int
    year: int | None = None
    weekday: int | None = None
    """Monday is 0."""

    def on(self, year: int) -> date | None:
        """Give this date in `year`, or None where it does not exist or falls on another weekday."""
        try:
            day = date(year, self.month, self.day)
        except ValueError:
            return None
        return day if self.weekday in (None, day.weekday()) else None

    def joined(self, other: "WrittenDate") -> "WrittenDate | None":
        """Give what both say of one day, or None where they contradict each other."""
        for mine, theirs in (
            (self.month, other.month),
            (self.day, other.day),
            (self.year, other.year),
            (self.weekday, other.weekday),
        ):
            if mine is not None and theirs is not None and mine != theirs:
                return None
        weekday = other.weekday if self.weekday is None else self.weekday
        return replace(self, year=self.year or other.year, weekday=weekday)


def read_date(line: str) -> WrittenDate | None:
    """Give the date that is all of `line`, or None.

    >>> read_date("Wed, Aug 6")
    WrittenDate(text='Wed, Aug 6', month=8, day=6, year=None, weekday=2)
    """
    for form in _FORMS:
        if match := form.fullmatch(line):
            month, weekday = match["month"].lower(), match["weekday"]
            return WrittenDate(
                text=line,
                month=int(month) if month.isdigit() else _MONTHS.index(month[:3]) + 1,
                day=int(match["day"]),
                year=int(match["year"]) if match["year"] else None,
                weekday=_WEEKDAYS.index(weekday[:3].lower()) if weekday else None,
            )
    return None


def resolve(written: WrittenDate | None, line: int | None, hint: Hint) -> tuple[date, DatedBy]:
    """Give the listing day and what gave its year.

    A missing year comes from the file's name, else from the stated day or year, else it is that of the latest
    such day not after tomorrow. Raises ListingError where there is no date, no such day, or a contradiction.
    """
    named = _date_in_name(hint.name)
    if written is None:
        if told := stated(hint):
            return told
        raise ListingError(
            hint.name,
            'no date found, neither a line such as "Aug 6" nor one in the file\'s name; '
            "name the file 2025-08-06.txt or give --date 2025-08-06",
        )
    year, dated_by = _year(written, named, hint)
    day = written.on(year) if year else _latest(written, hint.latest)
    if day is None:
        raise ListingError(
            hint.name, f'"{written.text}" is not a day of {year or "the calendar"}; correct the date', line
        )
    for other, origin in ((named, "the file's name"), (hint.day, "--date")):
        if other and other != day:
            raise ListingError(
                hint.name,
                f'"{written.text}" is {day}, but {origin} says {other}; correct one of the two',
                line,
            )
    if hint.year and hint.year != day.year:
        raise ListingError(
            hint.name, f'"{written.text}" is in {day.year}, but --year says {hint.year}; correct one', line
        )
    return day, dated_by


def refuse_future(day: date, hint: Hint) -> None:
    """Raise ListingError where a whole listing is of a day that has not come."""
    if day > hint.latest:
        raise ListingError(
            hint.name,
            f"the list is of {day}, which has not come; today is {hint.today}: correct the date or the clock",
        )


def stated(hint: Hint) -> tuple[date, DatedBy] | None:
    """Give the listing day that the command line or the file's name states and which of them did, or None.

    Raises ListingError where the two contradict each other.
    """
    named = _date_in_name(hint.name)
    if named and hint.day and named != hint.day:
        raise ListingError(
            hint.name, f"the file's name says {named}, but --date says {hint.day}; correct one of the two"
        )
    if hint.day:
        return hint.day, "option"
    return (named, "name") if named else None


def _year(written: WrittenDate, named: date | None, hint: Hint) -> tuple[int | None, DatedBy]:
    if written.year:
        return written.year, "listing"
    if named:
        return named.year, "name"
    if year := hint.day.year if hint.day else hint.year:
        return year, "option"
    return None, "today"


def _date_in_name(name: str) -> date | None:
    match = _IN_NAME.search(name)
    if not match:
        return None
    try:
        return date.fromisoformat(match[1])
    except ValueError as error:
        raise ListingError(
            name, f"{match[1]} in the file's name is not a day of the calendar; rename the file"
        ) from error


def _latest(written: WrittenDate, last: date) -> date | None:
    for year in range(last.year, max(last.year - _CALENDAR_CYCLE, 0), -1):
        day = written.on(year)
        if day and day <= last:
            return day
    return None
