"""Things come in their order, whatever number of processes makes them."""

import multiprocessing
import os

import pytest

from generator.doors import rendering
from generator.doors.rendering import made

ITEMS = range(1000, 0, -1)


def _half_and_process(item: int) -> tuple[int, int]:
    return item // 2, os.getpid()


@pytest.mark.skipif(
    "fork" not in multiprocessing.get_all_start_methods(), reason="processes cannot be copied here"
)
def test_copies_of_this_process_make_many_things(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(rendering, "can_copy", lambda: True)

    halves, processes = zip(*made(ITEMS, _half_and_process), strict=True)

    assert list(halves) == [item // 2 for item in ITEMS]
    assert os.getpid() not in processes


@pytest.mark.parametrize(("items", "can_copy"), [(ITEMS, False), (ITEMS[:10], True)])
def test_a_process_that_is_not_to_be_copied_and_few_things_are_made_here(
    monkeypatch: pytest.MonkeyPatch, items: range, can_copy: bool
) -> None:
    monkeypatch.setattr(rendering, "can_copy", lambda: can_copy)

    assert list(made(items, _half_and_process)) == [(item // 2, os.getpid()) for item in items]
