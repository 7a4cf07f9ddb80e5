"""Work on another processor, for what a build makes and keeps."""

import multiprocessing
import os
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress

from .store import Store

Work = Callable[[Store], object]


def can_copy() -> bool:
    """Tell whether a copy of this process can work for it: one that has other threads is not to be copied."""
    several = (os.cpu_count() or 1) > 1
    return several and threading.active_count() == 1 and "fork" in multiprocessing.get_all_start_methods()


@contextmanager
def beside(store: Store, work: Work) -> Iterator[None]:
    """Have a copy of this process make things for a store, while this one does without the store.

    A help and no more: what the copy fails to make is made by whoever asks for it.
    """
    if not (store.file and can_copy()):
        yield
        return
    store.leave()
    copy = multiprocessing.get_context("fork").Process(target=_work, args=(store, work), daemon=True)
    copy.start()
    try:
        yield
        copy.join()
    finally:
        copy.terminate()
        copy.join()
        store.enter()


def _work(store: Store, work: Work) -> None:
    with suppress(BaseException):
        store.enter()
        work(store)
        store.leave()
