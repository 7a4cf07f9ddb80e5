"""Saved pages of Hugging Face's Daily Papers.

A page holds the list that the API gives as JSON in the `data-props` of an element, under `dailyPapers`, and
beside it what the list is of: `date` (a time; 2024), `dateString` (a day, a week such as 2025-W32 or a month
such as 2025-08) and `periodType` (day, week, month, or trending, which is of no days). What they say must
agree. A page of more than a day shows a part of each of its days, which only the entries themselves tell.

The attribute is looked for by itself: a page is known by nothing else, and Python's parser takes a time that
grows with the square of broken markup.
"""

import re
from calendar import monthrange
from collections.abc import Iterator, Mapping
from dataclasses import replace
from datetime import date, timedelta
from html import unescape
from typing import NamedTuple

from ..papers.errors import ListingError, RecordError
from .cleaning import Texts
from .entries import DaySought, day_sought
from .fields import Fields, read_day
from .huggingface import load_json, read_entries
from .listing import Hint, Listing, decode, opening

_LIST = "dailyPapers"
_PROPS = re.compile(r"""(?<![\w-])data-props\s*=\s*(?:"([^"]*)"|'([^']*)')""")
_WEEK = re.compile(r"(\d{4})-W(\d\d)", re.ASCII | re.IGNORECASE)
_MONTH = re.compile(r"(\d{4})-(\d\d)", re.ASCII)
_DAY = "day"
_KINDS = {
    **dict.fromkeys(("day", "daily"), _DAY),
    **dict.fromkeys(("week", "weekly"), "week"),
    **dict.fromkeys(("month", "monthly"), "month"),
    "trending": "trending",
}
"""What pages call the kinds of period, in small letters."""


class _Period(NamedTuple):
    """The days that a list is of."""

    kind: str
    """day, week or month."""
    first: date
    last: date

    def __str__(self) -> str:
        return f"{self.first} to {self.last}" if self.last > self.first else str(self.first)


def recognises(data: bytes) -> bool:
    """Tell whether `data` could be a saved page: markup of any kind."""
    return opening(data).startswith("<")


def parse(data: bytes, hint: Hint) -> Listing:
    """Read a saved page; raises ListingError when it holds no list, or is of another day than asked for."""
    (props, line), *others = list(_lists(decode(data, hint.name), hint.name)) or [({}, 1)]
    papers = props.get(_LIST)
    if not isinstance(papers, list):
        raise ListingError(
            hint.name,
            "found markup without a list of papers; known are a saved Daily Papers page, and Atom, RSS and "
            "OAI-PMH from arXiv: save or fetch it again; of arXiv's list pages give the text, as copied",
            1,
        )
    for other, place in others:
        if other != props:
            raise ListingError(hint.name, "found another list than the first; save one page a file", place)
    kind, period = _told(props, hint, line)
    if kind == _DAY:
        return read_entries(papers, day_sought(hint, period.first if period else None), hint)
    if hint.day:
        problem = f"the page is of kind {kind!r}, but --date says {hint.day}"
        raise ListingError(hint.name, f"{problem}; leave the date out, as the entries tell theirs", line)
    sought = DaySought(None, "listing")
    if period and period.kind != _DAY:
        sought = replace(sought, within=(period.first, period.last))
    listing = read_entries(papers, sought, hint)
    return replace(listing, partial=frozenset(listing.days))


def _lists(text: str, name: str) -> Iterator[tuple[Mapping[str, object], int]]:
    """Give the properties in a page that hold a list, with their lines."""
    line, start = 1, 0
    for match in _PROPS.finditer(text):
        line, start = line + text.count("\n", start, match.start()), match.start()
        written = match[1] or match[2] or ""
        if _LIST in written:
            props = load_json(_unescaped(written, name, line), name, line)
            if isinstance(props, dict) and isinstance(props.get(_LIST), list):
                yield props, line


def _unescaped(written: str, name: str, line: int) -> str:
    try:
        return unescape(written)
    except ValueError as error:
        raise ListingError(
            name, "found a character reference of thousands of digits; save the page again", line
        ) from error


def _told(props: Mapping[str, object], hint: Hint, line: int) -> tuple[str, _Period | None]:
    """Give the kind of period that a page is of, and the longest that it states."""
    try:
        return _agreed(Fields(props, Texts()))
    except RecordError as error:
        raise ListingError(hint.name, f"the day of the page cannot be read: {error}", line) from error


def _agreed(props: Fields) -> tuple[str, _Period | None]:
    stated = {name: _read_period(text, name) for name in ("date", "dateString") if (text := props.line(name))}
    longest = max(stated.values(), key=lambda each: each.last - each.first, default=None)
    stated_kind = _read_kind(props)
    if longest is None:
        return stated_kind or _DAY, None
    for name, period in stated.items():
        if not longest.first <= period.first <= period.last <= longest.last:
            raise RecordError(name, str(period), f"{longest}, as another field says")
    kind = stated_kind or longest.kind
    if longest.kind not in (_DAY, kind):
        raise RecordError("periodType", kind, f"{longest.kind}, as the other fields say")
    return kind, longest


def _read_kind(props: Fields) -> str | None:
    written = props.line("periodType")
    if written and written.casefold() not in _KINDS:
        raise RecordError("periodType", written, "day, week, month or trending")
    return _KINDS[written.casefold()] if written else None


def _read_period(text: str, name: str) -> _Period:
    try:
        if week := _WEEK.fullmatch(text):
            monday = date.fromisocalendar(int(week[1]), int(week[2]), 1)
            return _Period("week", monday, monday + timedelta(days=6))
        if month := _MONTH.fullmatch(text):
            first = date(int(month[1]), int(month[2]), 1)
            return _Period("month", first, first.replace(day=monthrange(first.year, first.month)[1]))
    except (ValueError, OverflowError) as error:
        raise RecordError(name, text, "a day, week or month of the calendar") from error
    day = read_day(text, name)
    return _Period(_DAY, day, day)
