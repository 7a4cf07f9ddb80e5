"""Listings that lie in `content/listings/` and are in no receipt yet."""

from collections.abc import Collection
from datetime import date
from pathlib import Path

from ..papers.errors import ArchiveError, ListingError
from ..sources import parse
from ..sources.listing import Hint, Listing
from ..text.plain import one_line, replace_forbidden
from .add import Addition
from .archive import Archive


def pending(archive: Archive, today: date, leave_out: Collection[str] = ()) -> list[Listing]:
    """Give the listings in `content/listings/` that the archive has not taken in, by file name.

    Raises ArchiveError, naming the file, for one that is no listing or cannot be read.
    """
    if not archive.listings.is_dir():
        return []
    addition = Addition(archive, leave_out)
    listings = (
        _read(archive, path, today)
        for path in sorted(archive.listings.iterdir())
        if path.is_file() and not path.name.startswith(".")
    )
    return [listing for listing in listings if not addition.has(listing)]


def _read(archive: Archive, path: Path, today: date) -> Listing:
    try:
        return read_listing(path, today=today)
    except ListingError as error:
        raise ArchiveError(f"{archive.name(path.parent)}: {error}") from error


def read_listing(path: Path, *, today: date, day: date | None = None, year: int | None = None) -> Listing:
    """Read the listing in a file; raise ListingError when it is none, or cannot be read."""
    name, _ = replace_forbidden(one_line(path.name))
    hint = Hint(name, today, day, year)
    try:
        return parse(path.read_bytes(), hint)
    except OSError as error:
        raise ListingError(str(path), f"cannot be read: {error.strerror}; give a readable file") from error
