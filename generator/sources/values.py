"""The JSON values of a text, one on each line."""

import json
import re
from typing import NamedTuple

from ..papers.errors import ListingError
from .fields import load

_DECODER = json.JSONDecoder()
_START = re.compile(r"[^\s,]")


class Broken(NamedTuple):
    """What stands in place of a value."""

    problem: str


class Value(NamedTuple):
    """What stands on one line."""

    number: int
    """The line's, from 1."""
    text: str
    json: object
    """The value, or a Broken."""


def values_in(text: str, name: str) -> tuple[list[Value], tuple[int, ...]]:
    """Give the values in `text` and its blank lines; a comma behind a value is no part of it.

    Raises ListingError for whole values that span lines.
    """
    lines = [*enumerate(text.removesuffix("\n").split("\n"), 1)]
    values = [Value(number, line, _load(line)) for number, line in lines if line.strip()]
    if values and isinstance(values[0].json, Broken) and (count := _in_a_row(text)):
        raise ListingError(
            name,
            f"no entry can be read; found {count:,} JSON object{'s' * (count > 1)}, but not each on one "
            "line: write each on a line of its own, as jq -c . does",
        )
    return values, tuple(number for number, line in lines if not line.strip())


def _load(line: str) -> object:
    try:
        return load(line.rstrip().removesuffix(","))
    except json.JSONDecodeError as error:
        return Broken(f"{error.msg} in column {error.colno}")


def _in_a_row(text: str) -> int:
    """Count the values of which a text consists, 0 where it has anything else."""
    count, end = 0, 0
    try:
        while start := _START.search(text, end):
            _, end = _DECODER.raw_decode(text, start.start())
            count += 1
    except (ValueError, RecursionError):
        return 0
    return count
