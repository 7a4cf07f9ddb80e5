"""What builds made, kept by key from one build to the next.

A key is a digest of all that the bytes follow from, so what is kept is right whoever kept it. The file may be
lost, damaged, of another version, machine or archive: what it cannot give is made again.
"""

import json
import sqlite3
import zlib
from collections.abc import Callable, Mapping, Sequence
from contextlib import suppress
from dataclasses import dataclass
from functools import cache, partial
from hashlib import blake2b
from pathlib import Path
from typing import Any

_SEAL = 8
"""Bytes of a digest before what is kept, by which damage is seen."""

_UNUSABLE = frozenset(
    {
        sqlite3.SQLITE_CORRUPT, sqlite3.SQLITE_NOTADB, sqlite3.SQLITE_ERROR,
        sqlite3.SQLITE_READONLY, sqlite3.SQLITE_CANTOPEN,
    }
)  # fmt: skip
"""What SQLite says of a file that is damaged, has other tables, or cannot be used: so in every build."""

Files = Mapping[str, bytes]


def digest(data: bytes) -> bytes:
    """Give the key of bytes that follow from nothing but themselves."""
    return blake2b(data, digest_size=16).digest()


@dataclass(frozen=True, slots=True)
class Held:
    """What a file holds, read when somebody asks: most files of a site are there already."""

    digest: bytes
    read: Callable[[], bytes]


Content = str | bytes | Held
"""What a file holds."""


def bytes_of(content: Content) -> bytes:
    """Give what a file holds as bytes."""
    if isinstance(content, Held):
        return content.read()
    return content.encode() if isinstance(content, str) else content


def digest_of(content: Content) -> bytes:
    """Give the key of what a file holds."""
    return content.digest if isinstance(content, Held) else digest(bytes_of(content))


class Store:
    """What was made, by key, in a file of SQLite."""

    def __init__(self, file: Path | None = None) -> None:
        """Take the file, which is opened once somebody asks; None keeps things for this build alone."""
        self._used: set[bytes] = set()
        self._open: sqlite3.Connection | None = None
        self.file = file

    @property
    def _db(self) -> sqlite3.Connection:
        if not self._open:
            try:
                self._open = _opened(self.file)
            except (sqlite3.Error, OSError) as error:
                self._open = self._instead(error)
        return self._open

    def leave(self) -> None:
        """Keep all so far, and close the file until somebody asks: another process may work with it."""
        if self._open and self.file:
            with suppress(sqlite3.Error):
                self._open.commit()
            self._open.close()
            self._open = None

    def get(self, key: bytes) -> bytes | None:
        """Give what is kept under a key, None where there is nothing that can be trusted."""
        rows = self._ask("SELECT data FROM made WHERE key = ? AND typeof(data) = 'blob'", (key,))
        data = unpacked(key, rows[0][0]) if rows else None
        if data is not None:
            self._used.add(key)
        return data

    def put(self, key: bytes, data: bytes) -> None:
        """Keep what was made."""
        self.put_packed(key, packed(key, data))

    def put_packed(self, key: bytes, data: bytes) -> None:
        """Keep what was made and packed, perhaps by another process."""
        self._used.add(key)
        self._ask("INSERT OR REPLACE INTO made VALUES (?, ?)", (key, data))

    def one(self, key: bytes, make: Callable[[], bytes]) -> bytes:
        """Give what is kept under a key, made where it is not."""
        data = self.get(key)
        if data is None:
            self.put(key, data := make())
        return data

    def use(self, keys: Sequence[bytes]) -> None:
        """Have things stay that nobody asks for, since the site has them."""
        self._used.update(keys)

    def files(self, key: bytes, make: Callable[[], tuple[Files, Any]]) -> tuple[Mapping[str, Held], Any]:
        """Give files by path, and what else is told of them as JSON; made where they are not kept."""
        if (listed := self.get(key)) is not None:
            digests, told = json.loads(listed)
            keys = {path: bytes.fromhex(each) for path, each in digests.items()}
            self.use([*keys.values()])
            again = cache(lambda: make()[0])
            held = {path: Held(each, partial(self._held, each, path, again)) for path, each in keys.items()}
            return held, told
        made, told = make()
        held = {path: Held(digest(data), partial(bytes, data)) for path, data in made.items()}
        for path, each in held.items():
            if not self._ask("SELECT 1 FROM made WHERE key = ?", (each.digest,)):
                self.put(each.digest, made[path])
        self.use([each.digest for each in held.values()])
        listed = json.dumps([{path: each.digest.hex() for path, each in held.items()}, told]).encode()
        self.put(key, listed)
        return held, json.loads(listed)[1]

    def _held(self, key: bytes, path: str, make: Callable[[], Files]) -> bytes:
        """Give what a file holds; all files are made again where it was lost."""
        if (data := self.get(key)) is None:
            self.put(key, data := make()[path])
        return data

    def close(self) -> bool:
        """Keep what this build used, and nothing else: no page of a paper that was taken down stays.

        Tell whether that could be done.
        """
        done = True
        try:
            self._db.execute("CREATE TEMP TABLE used (key BLOB PRIMARY KEY) WITHOUT ROWID")
            self._db.executemany("INSERT INTO used VALUES (?)", ((key,) for key in self._used))
            self._db.execute("DELETE FROM made WHERE key NOT IN (SELECT key FROM used)")
            self._db.commit()
        except sqlite3.Error as error:  # a disk that is full, or another build: all stays as it was
            self._put_aside(error)
            done = False
        self._db.close()
        self._open = None
        return done

    def _ask(self, question: str, values: Sequence[object]) -> list[Any]:
        """Ask the file; one that fails is put aside, and the build goes on without it."""
        try:
            return self._db.execute(question, values).fetchall()
        except sqlite3.Error as error:
            self._put_aside(error)
            return []

    def _put_aside(self, error: sqlite3.Error) -> None:
        """Go on without the file."""
        self._db.close()
        self._open = self._instead(error)

    def _instead(self, error: Exception) -> sqlite3.Connection:
        """Give what serves this build alone; a file that would fail the next one too is deleted."""
        if self.file and getattr(error, "sqlite_errorcode", 0) & 0xFF in _UNUSABLE:
            with suppress(OSError):
                self.file.unlink()
        return _opened(None)


@dataclass(frozen=True, slots=True)
class Stores:
    """All that builds keep by key, in files to which two processes may write at once."""

    made: Store
    index: Store
    """Of the search."""
    related: Store

    @classmethod
    def within(cls, folder: Path | None) -> "Stores":
        """Take the files in a folder; None keeps things for this build alone."""
        return cls(*[Store(folder and folder / f"{name}.db") for name in ("made", "index", "related")])

    def leave(self) -> None:
        """Keep all, whether this build used it or not."""
        for store in (self.made, self.index, self.related):
            store.leave()

    def close(self) -> bool:
        """Keep what this build used, and nothing else; tell whether that could be done."""
        closed = [store.close() for store in (self.made, self.index, self.related)]
        return all(closed)


def packed(key: bytes, data: bytes) -> bytes:
    """Give bytes as they are kept under a key."""
    small = zlib.compress(data, 1)
    return _seal(key, small) + small


def unpacked(key: bytes, data: bytes) -> bytes | None:
    """Give the bytes that were packed under a key; None for damaged ones."""
    seal, small = data[:_SEAL], data[_SEAL:]
    return zlib.decompress(small) if seal == _seal(key, small) else None


def _seal(key: bytes, data: bytes) -> bytes:
    return blake2b(data, key=key, digest_size=_SEAL).digest()


def _opened(file: Path | None) -> sqlite3.Connection:
    if file:
        file.parent.mkdir(parents=True, exist_ok=True)
    database = sqlite3.connect(file or ":memory:", timeout=1)
    database.execute("PRAGMA page_size = 16384")  # pages of the site are 3 kB, packed
    database.execute("PRAGMA auto_vacuum = FULL")
    database.execute("PRAGMA secure_delete = ON")  # what is deleted is in no free page of the file
    database.execute("PRAGMA synchronous = OFF")  # what a lost write damages is seen, and made again
    database.execute("CREATE TABLE IF NOT EXISTS made (key BLOB PRIMARY KEY, data BLOB)")
    return database
