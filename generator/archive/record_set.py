"""What the entries of a listing say, by day and as one digest: by it a list is known when it comes again."""

import json
from collections.abc import Iterable
from dataclasses import fields
from datetime import date
from hashlib import sha256

from ..papers.records import Paper
from ..sources.listing import Entry, Listing

_OURS = ("id", "listed", "aliases", "cite_key", "other_names", "shortest_abstract")
_READ = tuple(item.name for item in fields(Paper) if item.name not in _OURS)
"""Fields of a paper that the listing decides on, not the archive."""

_write_canonical = json.JSONEncoder(sort_keys=True, ensure_ascii=False, default=date.isoformat).encode


def by_day(listing: Listing) -> dict[date, list[Entry]]:
    """Give the entries of a listing by listing day; a day without entries has an empty list."""
    entries: dict[date, list[Entry]] = {day: [] for day in listing.days}
    for entry in listing.entries:
        for day in entry.paper.listed:
            entries[day].append(entry)
    return entries


def read_by_day(listing: Listing) -> dict[date, str]:
    """Give the record set of each day of a listing."""
    return {day: record_set(entries) for day, entries in by_day(listing).items()}


def record_set(entries: Iterable[Entry]) -> str:
    """Give the SHA-256 (hexadecimal) of what entries say, whatever their order and day."""
    return sha256("\n".join(sorted(_canonical(entry.paper) for entry in entries)).encode()).hexdigest()


def _canonical(paper: Paper) -> str:
    """Give a paper as JSON without what it does not say: a field added later changes no old receipt."""
    said: dict[str, object] = {name: value for name in _READ if (value := getattr(paper, name))}
    said["authors"] = [[each.name, each.family] if each.family else each.name for each in paper.authors]
    said["links"] = [[link.kind, link.url] for link in paper.links]
    return _write_canonical({name: value for name, value in said.items() if value})
