"""Writing files so that a run may be killed at any moment, and repeated."""

import fcntl
import os
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from .errors import ArchiveError

_UNFINISHED = ".unfinished"


def write(path: Path, text: str) -> bool:
    """Make `path` hold `text`, at once or not at all; tell whether that changed anything."""
    data = text.encode()
    try:
        if path.read_bytes() == data:
            return False
    except FileNotFoundError:
        path.parent.mkdir(parents=True, exist_ok=True)
    unfinished = path.with_name(f".{path.name}{_UNFINISHED}")
    unfinished.write_bytes(data)
    unfinished.replace(path)
    return True


def remove_unfinished(folder: Path) -> None:
    """Delete what a killed run left half written below `folder`."""
    for path in folder.rglob(f".*{_UNFINISHED}"):
        path.unlink()


@contextmanager
def locked(folder: Path) -> Iterator[None]:
    """Keep other runs from writing below `folder`; raise ArchiveError when one does already.

    The lock is the kernel's, on the folder itself: it leaves no file and ends with the process.
    """
    handle = os.open(folder, os.O_RDONLY)
    try:
        try:
            fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError as error:
            raise ArchiveError(f"{folder}: another run is writing there; wait until it has ended") from error
        yield
    finally:
        os.close(handle)
