"""Listings that lie in `content/listings/` and are in no receipt yet.

Whether one is in, receipts tell by what was read in it. What was read in a file that is in is remembered in
a cache, by the file's bytes, its name and this program, so that no build need read the file again. What
receipts do not confirm is not believed: the outcome is the same without the cache.
"""

import json
import sys
from collections.abc import Iterator, Mapping
from dataclasses import astuple
from datetime import date
from functools import cache
from hashlib import sha256
from pathlib import Path

from ..papers.errors import ArchiveError, ListingError
from ..papers.records import Rejection
from ..sources import parse
from ..sources.listing import Hint, Listing
from ..text.plain import one_line, replace_forbidden
from .add import Addition
from .archive import Archive
from .kept import keep, recall
from .record_set import read_by_day


def pending(archive: Archive, today: date, memory: Path) -> list[Listing]:
    """Give the listings in `content/listings/` that the archive has not taken in, by file name.

    `memory` is the folder of the cache. Raises ArchiveError, naming the file, for one that is no listing or
    cannot be read.
    """
    addition = Addition(archive)
    try:
        listings = [_pending(addition, path, today, memory) for path in _files(archive.listings)]
    except ListingError as error:
        raise ArchiveError(f"{archive.name(archive.listings)}: {error}") from error
    return [listing for listing in listings if listing]


def read_listing(path: Path, *, today: date, day: date | None = None, year: int | None = None) -> Listing:
    """Read the listing in a file; raise ListingError when it is none, or cannot be read."""
    return parse(_bytes(path), Hint(_name(path), today, day, year))


def _files(folder: Path) -> Iterator[Path]:
    for path in sorted(folder.iterdir()) if folder.is_dir() else ():
        if path.is_file() and not path.name.startswith("."):
            yield path


def _pending(addition: Addition, path: Path, today: date, memory: Path) -> Listing | None:
    """Give the listing in a file, unless it is in."""
    data, name = _bytes(path), _name(path)
    remembered = memory / _file_of(data, name)
    if (known := _recall(remembered)) and addition.has_read(*known):
        return None
    listing = parse(data, Hint(name, today))
    if not addition.has(listing):
        return listing
    if listing.entries:
        keep(remembered, _what_was_read(listing).encode(), _program())
    return None


def _what_was_read(listing: Listing) -> str:
    """Give what receipts tell a listing by, as JSON."""
    days = {
        day.isoformat(): {
            "read": read,
            "rejections": [astuple(rejection) for rejection in listing.rejections.get(day, ())],
            "partial": day in listing.partial,
        }
        for day, read in read_by_day(listing).items()
    }
    return json.dumps({"source": listing.source, "scope": listing.scope, "days": days})


def _recall(file: Path) -> tuple[Listing, Mapping[date, str]] | None:
    """Give a listing without its entries, and the record set of each day; None for one that is not known."""
    if not (data := recall(file, _program())):
        return None
    known = json.loads(data)
    days = {date.fromisoformat(day): told for day, told in known["days"].items()}
    listing = Listing(
        source=known["source"],
        scope=known["scope"],
        days=tuple(days),
        entries=(),
        rejections={day: tuple(Rejection(*each) for each in days[day]["rejections"]) for day in days},
        partial=frozenset(day for day in days if days[day]["partial"]),
    )
    return listing, {day: days[day]["read"] for day in days}


def _file_of(data: bytes, name: str) -> str:
    """Give the name of the file in the cache that tells of a listing in these bytes, under this name."""
    return sha256(_program() + sha256(data).digest() + name.encode()).hexdigest() + ".json"


def _name(path: Path) -> str:
    return replace_forbidden(one_line(path.name))[0]


def _bytes(path: Path) -> bytes:
    try:
        return path.read_bytes()
    except OSError as error:
        raise ListingError(str(path), f"cannot be read: {error.strerror}; give a readable file") from error


@cache
def _program() -> bytes:
    """Give the SHA-256 of this program, and of the Python that runs it."""
    sources = sorted(Path(__file__).parents[1].rglob("*.py"))
    return sha256(b"".join(path.read_bytes() for path in sources) + sys.version.encode()).digest()
