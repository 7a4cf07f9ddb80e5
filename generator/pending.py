"""Listings that lie in `content/listings/` and are in no receipt yet."""

from datetime import date

from .add import by_day, record_set
from .archive import Archive
from .listing import Hint, Listing
from .sources import parse


def pending(archive: Archive, today: date) -> list[Listing]:
    """Give the listings in `content/listings/` that the archive has not taken in, by file name.

    Raises ListingError for a file that is no listing.
    """
    if not archive.listings.is_dir():
        return []
    read = archive.record_sets()
    listings = (
        parse(path.read_bytes(), Hint(path.name, today))
        for path in sorted(archive.listings.iterdir())
        if path.is_file() and not path.name.startswith(".")
    )
    return [
        listing
        for listing in listings
        if any((listing.source, record_set(entries)) not in read for entries in by_day(listing).values())
    ]
