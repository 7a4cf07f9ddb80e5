"""What a run keeps in `.cache/` for later ones: a help, and no more.

A file that is missing, damaged, or was kept under another key holds nothing; where none can be written, the
disk being full or the folder not ours, the run goes on without it.
"""

from contextlib import suppress
from hashlib import blake2b
from pathlib import Path

from .files import read, write

_SEAL = 32
"""Bytes of a digest before what is kept, by which damage and another key are seen."""


def keep(file: Path, data: bytes, key: bytes = b"") -> None:
    """Keep data in a file for those who have the key, of at most 64 bytes."""
    with suppress(OSError):
        write(file, _seal(data, key) + data)


def recall(file: Path, key: bytes = b"") -> bytes | None:
    """Give what was kept in a file under a key, or None."""
    try:
        sealed = read(file)
    except OSError:
        return None
    data = sealed[_SEAL:]
    return data if sealed[:_SEAL] == _seal(data, key) else None


def _seal(data: bytes, key: bytes) -> bytes:
    return blake2b(data, key=key, digest_size=_SEAL).digest()
