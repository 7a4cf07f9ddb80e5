"""A slower computer: the browser's processes run only part of the time."""

import os
import signal
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager

from playwright.sync_api import Browser

_SLICE = 0.005  # seconds that a process runs at a stretch


@contextmanager
def slowed(browser: Browser, times: int) -> Iterator[None]:
    """Let the pages of a browser, with their workers, run so many times slower.

    Chromium's own throttling slows a page's main thread and leaves its workers as they are.
    """
    if times <= 1:
        yield
        return
    processes = browser.new_browser_cdp_session().send("SystemInfo.getProcessInfo")["processInfo"]
    pids = [int(process["id"]) for process in processes if process["type"] == "renderer"]
    ended = threading.Event()

    def halt_and_go() -> None:
        while not ended.is_set():
            time.sleep(_SLICE)
            _signal(pids, signal.SIGSTOP)
            time.sleep(_SLICE * (times - 1))
            _signal(pids, signal.SIGCONT)

    thread = threading.Thread(target=halt_and_go)
    thread.start()
    try:
        yield
    finally:
        ended.set()
        thread.join()


def _signal(pids: list[int], number: signal.Signals) -> None:
    for pid in pids:
        try:
            os.kill(pid, number)
        except ProcessLookupError:
            continue
