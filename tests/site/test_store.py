"""What is kept between builds is right or made again, whatever became of its file."""

import random
import sqlite3
from collections.abc import Callable
from contextlib import closing
from pathlib import Path

import pytest

from generator.site.store import Files, Store, digest

KEYS = [digest(bytes([number])) for number in range(100)]


def made(file: Path) -> int:
    """Ask a store for all, and tell how much of it had to be made."""
    asked: list[None] = []

    def make() -> bytes:
        asked.append(None)
        return random.Random(len(asked)).randbytes(3000)

    store = Store(file)
    for key in KEYS:
        store.one(key, make)
    store.close()
    return len(asked)


def test_what_was_made_is_kept(tmp_path: Path) -> None:
    file = tmp_path / "made.db"

    assert [made(file), made(file)] == [100, 0]


@pytest.mark.parametrize("value", ["NULL", "5", "1.5", "'text'", "CAST(x'ff' AS TEXT)", "zeroblob(9)"])
def test_what_nobody_kept_so_is_made_again(tmp_path: Path, value: str) -> None:
    file = tmp_path / "made.db"
    made(file)
    with closing(sqlite3.connect(file)) as database:
        database.execute(f"UPDATE made SET data = {value}")  # noqa: S608 - a case of this test
        database.commit()

    assert [made(file), made(file)] == [100, 0]


def test_a_file_with_other_tables_gives_way(tmp_path: Path) -> None:
    file = tmp_path / "made.db"
    with closing(sqlite3.connect(file)) as database:
        database.execute("CREATE TABLE made (other)")

    assert [made(file), made(file), made(file)] == [100, 100, 0]


def test_a_file_that_takes_nothing_new_gives_way(tmp_path: Path) -> None:
    file = tmp_path / "made.db"
    made(file)
    data = bytearray(file.read_bytes())
    data[18] = 3  # a version that SQLite reads, and does not write
    file.write_bytes(data)

    for _ in range(2):
        store = Store(file)
        store.use(KEYS)
        store.put(digest(b"new"), b"data")
        store.close()

    assert Store(file).get(digest(b"new")) == b"data"


def test_a_file_that_another_build_writes_to_is_left_to_it(tmp_path: Path) -> None:
    file = tmp_path / "made.db"
    made(file)
    with closing(sqlite3.connect(file)) as other:
        other.execute("BEGIN EXCLUSIVE")
        assert made(file) == 100

    assert made(file) == 0


@pytest.mark.parametrize("seed", range(20))
def test_a_damaged_file_is_whole_again_after_two_builds(tmp_path: Path, seed: int) -> None:
    file = tmp_path / "made.db"
    made(file)
    data, chance = bytearray(file.read_bytes()), random.Random(seed)
    for place in chance.sample(range(len(data)), 40):
        data[place] ^= 255
    file.write_bytes(data)

    made(file)
    made(file)

    assert made(file) == 0


FILES = {"a.txt": b"sheep", "b.txt": b"goats"}


def read(store: Store, key: bytes, make: Callable[[], tuple[Files, object]]) -> Files:
    """Give what a store has under a key, made where it has it not."""
    held, _ = store.files(key, make)
    return {path: each.read() for path, each in held.items()}


def test_files_that_are_kept_are_not_packed_again(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    store = Store(tmp_path / "made.db")
    store.files(KEYS[0], lambda: (FILES, None))
    put: list[bytes] = []
    monkeypatch.setattr(Store, "put", lambda *asked: put.append(asked[-1]))

    more = {**FILES, "c.txt": b"quokkas"}
    assert read(store, KEYS[1], lambda: (more, None)) == more
    assert put[:-1] == [b"quokkas"]  # and the list of all


def test_a_kept_file_that_is_damaged_is_mended_by_who_misses_it(tmp_path: Path) -> None:
    store = Store(tmp_path / "made.db")
    store.files(KEYS[0], lambda: (FILES, None))
    store.put_packed(digest(b"goats"), b"damage")
    made: list[None] = []

    def make() -> tuple[dict[str, bytes], None]:
        made.append(None)
        return FILES, None

    for _ in range(2):
        assert read(store, KEYS[0], make) == FILES
    assert len(made) == 1


def test_files_are_read_when_somebody_asks(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    store = Store(tmp_path / "made.db")
    store.files(KEYS[0], lambda: (FILES, "told"))
    store.close()
    asked: list[bytes] = []

    def get(key: bytes) -> bytes | None:
        asked.append(key)
        return Store.get(store, key)

    monkeypatch.setattr(store, "get", get)

    held, told = store.files(KEYS[0], lambda: pytest.fail("they were made again"))

    assert (told, asked) == ("told", [KEYS[0]])
    assert held["a.txt"].read() == b"sheep"
    store.close()
    assert read(Store(tmp_path / "made.db"), KEYS[0], lambda: ({}, None)) == FILES
