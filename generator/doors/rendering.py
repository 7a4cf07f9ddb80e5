"""The same work for many things, on as many processors as there are."""

import multiprocessing
import os
from collections.abc import Callable, Iterator, Sequence
from typing import Any, TypeVar

from ..site.beside import can_copy

T = TypeVar("T")
Made = TypeVar("Made")

_WORTH_IT = 400
"""Things below which it takes longer to begin other processes than to make them here."""

_of_number: Callable[[int], Any]
"""What another process does; it is a copy of this one, so nothing has to be sent to it but numbers."""


def made(items: Sequence[T], make: Callable[[T], Made]) -> Iterator[Made]:
    """Give what `make` makes of each item, in their order."""
    if len(items) < _WORTH_IT or not can_copy():
        yield from map(make, items)
        return
    begun = (lambda number: make(items[number]),)
    with multiprocessing.get_context("fork").Pool(os.cpu_count(), _begin, begun) as pool:
        yield from pool.imap(_work, range(len(items)), chunksize=32)


def _begin(work: Callable[[int], Any]) -> None:
    global _of_number
    _of_number = work


def _work(number: int) -> Any:
    return _of_number(number)
