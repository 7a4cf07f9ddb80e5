"""Writing files so that a run may be killed at any moment, and repeated."""
# An archive is tens of thousands of small files, and paths as objects double the cost of writing one.
# ruff: noqa: PTH103, PTH105, PTH107, PTH110, PTH118, PTH120, PTH123

import os
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

from filelock import FileLock, Timeout

from ..papers.errors import ArchiveError

_UNFINISHED = ".unfinished"

LOCK = ".lock"
"""How the file of a lock ends; nobody deletes it while others may hold it."""


def read(path: Path | str) -> bytes:
    """Give what a file holds."""
    with open(path, "rb", buffering=0) as file:
        return file.read()


def write(path: Path, text: str | bytes) -> bool:
    """Make `path` hold `text`, at once or not at all; tell whether that changed anything."""
    data, target = text if isinstance(text, bytes) else text.encode(), os.fspath(path)
    if os.path.exists(target) and read(target) == data:
        return False
    os.replace(_beside(target, data), target)
    return True


@contextmanager
def written_after(path: Path, text: str) -> Iterator[None]:
    """Make `path` hold `text` once what stands inside is done; where there is no room, it does not begin."""
    unfinished = _beside(os.fspath(path), text.encode())
    try:
        yield
    except BaseException:
        os.remove(unfinished)
        raise
    os.replace(unfinished, path)


def unfinished_name(path: str) -> str:
    """Give the name under which a file is written before it takes its place."""
    folder, name = os.path.split(path)
    return os.path.join(folder, f".{name}{_UNFINISHED}")


def remove_unfinished(folder: Path) -> None:
    """Delete what a killed run left half written below `folder`."""
    for path in folder.rglob(f".*{_UNFINISHED}"):
        path.unlink()


def _beside(path: str, data: bytes) -> str:
    """Write what `path` is to hold beside it, and give the file's name."""
    unfinished = unfinished_name(path)
    try:
        _write(unfinished, data)
    except FileNotFoundError:
        os.makedirs(os.path.dirname(path))
        _write(unfinished, data)
    return unfinished


def _write(path: str, data: bytes) -> None:
    try:
        with open(path, "wb") as file:
            file.write(data)
    except OSError as error:  # a full disk is told of by the write, which names no file
        with suppress(OSError):
            os.remove(path)
        raise OSError(error.errno, error.strerror, path) from error


@contextmanager
def locked(folder: Path, patience: float = 0) -> Iterator[None]:
    """Keep other runs from writing below `folder`; raise ArchiveError when one does for so many seconds.

    The lock is the kernel's and ends with the process. Its file lies beside `folder`, in `.cache/`, which
    neither git nor MkDocs looks at.
    """
    file = folder.resolve().with_name(".cache") / f"{folder.resolve().name}{LOCK}"
    os.makedirs(file.parent, exist_ok=True)
    try:
        with FileLock(file, timeout=patience):
            yield
    except Timeout as error:
        raise ArchiveError(f"{folder}: another run is writing there; wait until it has ended") from error
