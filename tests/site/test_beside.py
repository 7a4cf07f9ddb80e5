"""Another process makes what this one asks for later; whatever becomes of it, nothing is lost."""

import multiprocessing
import os
import signal
import threading
from collections.abc import Callable
from pathlib import Path

import pytest

from generator.site import beside as module
from generator.site.beside import beside, can_copy
from generator.site.store import Store, digest

pytestmark = pytest.mark.skipif(
    "fork" not in multiprocessing.get_all_start_methods(), reason="processes cannot be copied here"
)
BEFORE, KEY, LATER = digest(b"before"), digest(b"key"), digest(b"later")


@pytest.fixture(autouse=True)
def _always(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(module, "can_copy", lambda: True)


def fail(store: Store) -> None:
    store.put(KEY, b"half")
    raise ValueError


def die(store: Store) -> None:
    store.put(KEY, b"half")
    os.kill(os.getpid(), signal.SIGKILL)


def test_what_another_process_made_is_kept(tmp_path: Path) -> None:
    store = Store(tmp_path / "made.db")
    store.put(BEFORE, b"here")
    here = os.getpid()

    def make(other: Store) -> str:
        other.put(KEY, f"{os.getpid() != here} {other.get(BEFORE)!r}".encode())
        return "more"

    def do_more(made: str) -> None:
        (tmp_path / made).touch()

    with beside(store, make, do_more) as have_store:
        have_store()
        assert store.get(KEY) == b"True b'here'"

    assert (tmp_path / "more").exists()
    assert store.get(KEY) == b"True b'here'"
    store.close()
    assert Store(tmp_path / "made.db").get(BEFORE) == b"here"


def test_what_more_it_does_holds_nobody_up(tmp_path: Path) -> None:
    store = Store(tmp_path / "made.db")

    with beside(store, lambda other: other.put(KEY, b"made"), lambda _: die(store)) as have_store:
        have_store()
        assert store.get(KEY) == b"made"


@pytest.mark.parametrize("work", [fail, die])
def test_what_it_fails_to_make_is_made_here(tmp_path: Path, work: Callable[[Store], None]) -> None:
    store = Store(tmp_path / "made.db")

    with beside(store, work, print) as have_store:
        have_store()

    assert store.one(KEY, lambda: b"whole") == b"whole"
    store.put(LATER, b"later")
    store.close()
    assert Store(tmp_path / "made.db").get(LATER) == b"later"


def test_an_error_here_ends_the_other_process(tmp_path: Path) -> None:
    store = Store(tmp_path / "made.db")

    with pytest.raises(ZeroDivisionError), beside(store, lambda _: signal.pause(), print):
        raise ZeroDivisionError

    assert not multiprocessing.active_children()


def test_what_is_kept_for_one_build_alone_is_made_here() -> None:
    store = Store()

    with beside(store, lambda other: other.put(KEY, b"elsewhere"), print) as have_store:
        have_store()
        store.put(KEY, b"here")

    assert store.get(KEY) == b"here"


def test_a_process_with_other_threads_is_not_copied() -> None:
    done = threading.Event()
    thread = threading.Thread(target=done.wait)
    thread.start()

    assert not can_copy()

    done.set()
    thread.join()
