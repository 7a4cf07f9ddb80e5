"""What commands have in common: the archive, the day, and what is said on the terminal."""

import sys
from collections.abc import Iterable, Iterator
from datetime import UTC, date, datetime
from pathlib import Path
from typing import TypeVar

import click

from ..archive.archive import Archive
from ..text.plain import printable

T = TypeVar("T")


def say(text: object, *, err: bool = False) -> None:
    """Print `text`; what came from elsewhere cannot steer the terminal it is shown in."""
    click.echo(printable(str(text)), err=err)


def open_archive(project: Path) -> Archive:
    """Open the archive of a project; raise ArchiveError where there is none that can be read."""
    return Archive(project / "content")


def today_utc() -> date:
    """Give the day, which is UTC everywhere."""
    return datetime.now(UTC).date()


def progress(items: Iterable[T], label: str, count: int) -> Iterator[T]:
    """Give `items`, with a progress bar where there are several and a terminal to show it."""
    if count < 2 or not sys.stderr.isatty():
        yield from items
        return
    with click.progressbar(items, length=count, label=label, file=sys.stderr) as bar:
        yield from bar
