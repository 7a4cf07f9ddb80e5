"""What an earlier build made of the same documents, so that it need not be made again."""

from collections.abc import Callable, Iterator, Sequence
from itertools import groupby

from generator.search.documents import Document

Keep = Callable[[object, Sequence[Document], Callable[[], bytes]], bytes]
"""Gives what follows from a value and some documents, and nothing else: made, unless it is kept."""


def make_anew(_: object, __: Sequence[Document], make: Callable[[], bytes]) -> bytes:
    """Keep nothing."""
    return make()


def by_month(numbered: Sequence[Document]) -> Iterator[list[Document]]:
    """Cut documents, which are in order, by the months that first listed them: a day changes hardly one."""
    for _, month in groupby(numbered, lambda each: (each.days[0].year, each.days[0].month)):
        yield list(month)
