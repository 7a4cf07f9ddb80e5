"""Sorted keys with a text each, cut into files by ranges of keys: who knows a key knows its file.

A file is two lines: its keys, front-coded and separated by spaces, and their texts in the same order,
separated by spaces. The manifest tells the first key of each, and the digest of each run.
"""

from bisect import bisect_left
from codecs import utf_16_be_encode
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import accumulate, takewhile

from generator.search.codec import write_words
from generator.search.files import File, in_runs

Row = tuple[str, str]
"""A key and its text, both without spaces."""


@dataclass(frozen=True)
class Part:
    """One file of a table."""

    first: str
    """Its first key: the range ends where the next part begins."""
    last: str
    """Its last key."""
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
    filled = list(accumulate((len(text) + len(key) // 2 for key, text in rows), initial=0))
    size = max(size, filled[-1] // most)
    parts = list(_parts(rows, filled, size))
    files = in_runs(kind, [written(part) for part in parts])
    return [
        Part(first=part[0][0], last=part[-1][0], file=file) for part, file in zip(parts, files, strict=True)
    ]


def beginnings(parts: Iterable[Part]) -> Iterator[str]:
    """Give where each part's range begins: as little of its first key as tells it from the part before.

    Readers download all of these, and a hostile key may be long.
    """
    before = ""
    for part in parts:
        pairs = zip(part.first, before, strict=False)
        shared = sum(1 for _ in takewhile(lambda pair: pair[0] == pair[1], pairs))
        yield part.first[: shared + 1]
        before = part.last


def in_javascript_order(key: str) -> bytes:
    """Give what to sort keys by, as JavaScript does: by UTF-16 unit."""
    return utf_16_be_encode(key)[0]


def _parts(rows: Sequence[Row], filled: Sequence[int], size: int) -> Iterator[Sequence[Row]]:
    start = 0
    while start < len(rows):
        end = bisect_left(filled, filled[start] + size)
        yield rows[start:end]
        start = end


def written(part: Sequence[Row]) -> bytes:
    """Give a file of these rows."""
    return f"{write_words(key for key, _ in part)}\n{' '.join(text for _, text in part)}".encode()
