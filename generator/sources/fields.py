"""Fields of a JSON object, with their types checked as they are read.

A field that is missing, null or blank is absent. One of the wrong type raises RecordError; unknown ones are
not looked at.
"""

import json
import re
from collections.abc import Mapping
from datetime import UTC, date, datetime
from typing import TypeVar

from ..papers.errors import RecordError
from ..papers.records import Link, LinkKind
from .cleaning import Texts

T = TypeVar("T", str, int, bool, list[object], dict[str, object])

_DEEPEST = 100
"""Levels of a JSON value: a listing has six, and what walks it calls itself at each, 1,000 times at most."""
_WEEK = re.compile(r"\d{4}-?W\d\d(?!-?\d)")


def load(text: str | bytes) -> object:
    """Give the JSON value in `text`; raise JSONDecodeError for whatever cannot be read.

    Bytes that are no Unicode raise UnicodeDecodeError; both are ValueErrors.
    """
    try:
        value = json.loads(text)
        if _is_deep(value):
            raise RecursionError
        return value
    except RecursionError as error:
        raise json.JSONDecodeError("Nested too deep", "", 0) from error
    except (json.JSONDecodeError, UnicodeDecodeError):
        raise
    except ValueError as error:
        raise json.JSONDecodeError("Number too long", "", 0) from error


def read_day(text: str, field: str = "date") -> date:
    """Give the day (UTC) of an ISO 8601 date or time; one without an offset is UTC.

    Raises RecordError for anything else, also for a week, which is no Monday.
    """
    try:
        if _WEEK.match(text):
            raise ValueError
        moment = datetime.fromisoformat(text)
        return (moment.astimezone(UTC) if moment.tzinfo else moment).date()
    except (ValueError, OverflowError) as error:
        raise RecordError(field, text, "a day or time such as 2025-08-06 or 2025-08-06T09:30:00Z") from error


class Fields:
    """One JSON object of a listing."""

    def __init__(self, value: object, texts: Texts, name: str = "entry") -> None:
        """Take `value`, called `name` in errors; raise RecordError when it is no object."""
        if not isinstance(value, dict):
            raise RecordError(name, value, "a JSON object")
        self._values: Mapping[str, object] = value
        self._texts = texts
        self.asked: set[str] = set()
        """Names of the fields that were asked for."""

    def get(self, name: str) -> object:
        """Give a value as it stands, whatever it is."""
        self.asked.add(name)
        return self._values.get(name)

    def over(self, other: "Fields") -> "Fields":
        """Give the fields of both objects, this one's where both have one; asking is asking `other`."""
        both = Fields({**other._values, **self._values}, self._texts)
        both.asked = other.asked
        return both

    def line(self, name: str) -> str | None:
        """Give a text on one line."""
        text = self._get(name, str, "text")
        return self._texts.line(text) if text else None

    def required_line(self, name: str) -> str:
        """Give a text on one line; raise RecordError when there is none."""
        return self._texts.required(self._get(name, str, "text"), name)

    def paragraphs(self, name: str) -> str | None:
        """Give a text of paragraphs."""
        return self._texts.paragraphs(self._get(name, str, "text"))

    def lines(self, name: str) -> tuple[str, ...]:
        """Give the texts in a list, without blank ones."""
        return tuple(filter(None, map(self._texts.line, self._list(name, str, "a list of texts"))))

    def count(self, name: str) -> int | None:
        """Give a whole number."""
        value = self._get(name, int, "a whole number")
        if isinstance(value, bool):
            raise RecordError(name, value, "a whole number")
        return value

    def flag(self, name: str) -> bool:
        """Give a truth value; an absent one is false."""
        return self._get(name, bool, "true or false") or False

    def day(self, name: str) -> date | None:
        """Give the day (UTC) of a date or time."""
        text = self.line(name)
        return read_day(text, name) if text else None

    def days(self, name: str) -> tuple[date, ...]:
        """Give the days (UTC) in a list of dates or times."""
        return tuple(read_day(text, name) for text in self.lines(name))

    def link(self, name: str, kind: LinkKind) -> tuple[Link, ...]:
        """Give the address in a field as a link, or none; blank space in it is from a wrapped line."""
        text = self.line(name)
        return (Link(kind, text.replace(" ", "")),) if text else ()

    def child(self, name: str) -> "Fields | None":
        """Give an object inside this one."""
        value = self._get(name, dict, "a JSON object")
        return None if value is None else Fields(value, self._texts, name)

    def items(self, name: str) -> list[object]:
        """Give the values in a list, whatever they are."""
        return self._get(name, list, "a list") or []

    def children(self, name: str) -> list["Fields"]:
        """Give the objects in a list."""
        return [Fields(value, self._texts, name) for value in self.items(name)]

    def texts_or_children(self, name: str) -> list["str | Fields"]:
        """Give a list of texts, each on one line, and objects; without blank texts."""
        values = (
            self._texts.line(value) if isinstance(value, str) else Fields(value, self._texts, name)
            for value in self.items(name)
        )
        return [value for value in values if value is not None]

    def _list(self, name: str, kind: type[T], allowed: str) -> list[T]:
        values = []
        for value in self.items(name):
            if not isinstance(value, kind):
                raise RecordError(name, value, allowed)
            values.append(value)
        return values

    def _get(self, name: str, kind: type[T], allowed: str) -> T | None:
        value = self.get(name)
        if value is None or isinstance(value, kind):
            return value
        raise RecordError(name, value, allowed)


def _is_deep(value: object) -> bool:
    level = [value]
    for _ in range(_DEEPEST):
        level = [
            child
            for each in level
            if isinstance(each, dict | list)
            for child in (each.values() if isinstance(each, dict) else each)
        ]
        if not level:
            return False
    return True
