"""Fields of a JSON object, with their types checked as they are read.

A field that is missing, null or blank is absent. One of the wrong type raises RecordError; unknown ones are
not looked at.
"""

import json
from collections.abc import Mapping
from datetime import UTC, date, datetime
from typing import TypeVar

from ..papers.errors import RecordError
from ..papers.records import Link, LinkKind
from .cleaning import Texts

T = TypeVar("T", str, int, bool, list[object], dict[str, object])


def load(text: str) -> object:
    """Give the JSON value in `text`; raise JSONDecodeError for whatever cannot be read."""
    try:
        return json.loads(text)
    except RecursionError as error:
        raise json.JSONDecodeError("Nested too deep", text, 0) from error
    except ValueError as error:
        if isinstance(error, json.JSONDecodeError):
            raise
        raise json.JSONDecodeError("Number too long", text, 0) from error


def read_day(text: str, field: str = "date") -> date:
    """Give the day (UTC) of an ISO 8601 date or time; one without an offset is UTC."""
    try:
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
        value = self._values.get(name)
        if value is None or isinstance(value, kind):
            return value
        raise RecordError(name, value, allowed)
