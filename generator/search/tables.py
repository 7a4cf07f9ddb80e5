"""Sorted keys with a text each, cut into files by ranges of keys: who knows a key knows its file.

A file is two lines: its keys, front-coded and separated by spaces, and their texts in the same order,
separated by spaces. The manifest tells the first key and the digest of each.
"""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from generator.search.codec import write_words
from generator.search.files import File

Row = tuple[str, str]
"""A key and its text, both without spaces."""


@dataclass(frozen=True)
class Part:
    """One file of a table."""

    first: str
    """Its first key: the range ends where the next part begins."""
    file: File


def cut(kind: str, rows: Iterable[Row], size: int, most: int) -> list[Part]:
    """Cut rows into files of about equal size.

    Args:
        kind: What the rows are, the beginning of the files' names.
        rows: In the order of `in_javascript_order`.
        size: Characters of a file, at least; a key counts half, as front coding saves the rest.
        most: Files, at most: a bigger archive has bigger ones.

    """
    rows = list(rows)
    size = max(size, sum(_cost(row) for row in rows) // most)
    return [
        Part(first=part[0][0], file=File(kind, _written(part), place))
        for place, part in enumerate(_parts(rows, size))
    ]


def in_javascript_order(key: str) -> bytes:
    """Give what to sort keys by, as JavaScript does: by UTF-16 unit."""
    return key.encode("utf-16-be")


def _parts(rows: Iterable[Row], size: int) -> Iterator[list[Row]]:
    part: list[Row] = []
    filled = 0
    for row in rows:
        part.append(row)
        filled += _cost(row)
        if filled >= size:
            yield part
            part, filled = [], 0
    if part:
        yield part


def _cost(row: Row) -> int:
    return len(row[1]) + len(row[0]) // 2


def _written(part: Sequence[Row]) -> bytes:
    return f"{write_words(key for key, _ in part)}\n{' '.join(text for _, text in part)}".encode()
