"""Work on another processor, for what a build makes and keeps."""

import multiprocessing
import os
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from multiprocessing.connection import Connection
from typing import TypeVar

from .store import Store

T = TypeVar("T")


def can_copy() -> bool:
    """Tell whether a copy of this process can work for it: one that has other threads is not to be copied."""
    several = (os.cpu_count() or 1) > 1
    return several and threading.active_count() == 1 and "fork" in multiprocessing.get_all_start_methods()


@contextmanager
def beside(
    store: Store, make: Callable[[Store], T], more: Callable[[T], object]
) -> Iterator[Callable[[], None]]:
    """Have a copy of this process make things for a store, then do more with them, and without the store.

    This process goes on meanwhile: without the store, until it calls what it is given. A help and no more:
    what the copy fails to make is made by whoever asks for it.
    """
    if not (store.file and can_copy()):
        yield lambda: None
        return
    context = multiprocessing.get_context("fork")
    here, there = context.Pipe()

    def work() -> None:
        here.close()
        threading.Thread(target=_end_with, args=(there,), daemon=True).start()
        with suppress(BaseException):
            made = make(store)
            store.leave()
            there.send(None)
            more(made)

    def have_store() -> None:
        with suppress(EOFError):  # it has ended
            here.recv()

    store.leave()
    copy = context.Process(target=work, daemon=True)
    copy.start()
    there.close()
    try:
        yield have_store
        copy.join()
    finally:
        copy.terminate()
        copy.join()
        here.close()


def _end_with(other: "Connection[object, object]") -> None:
    """End this process when the other one ends, whatever ended it: it would hold what that one had locked."""
    with suppress(EOFError, OSError):
        other.recv()
    os._exit(1)
