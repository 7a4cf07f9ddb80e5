"""Listings of every kind, told apart by looking at their bytes."""

import gzip
import io
import zlib
from collections.abc import Callable, Iterable
from dataclasses import replace
from datetime import date
from typing import NamedTuple

from ..papers.bounds import ENTRIES
from ..papers.errors import ListingError
from ..papers.records import Rejection, ascending
from . import arxiv, huggingface, huggingface_html, jsonl, oai
from . import copied_text as text
from .listing import Hint, Listing

MAX_BYTES = 300_000_000
"""Of a listing, unpacked; 30,000 papers have some 50 MB."""

_CHUNK = 1 << 20
_GZIP = b"\x1f\x8b"


class _Format(NamedTuple):
    recognises: Callable[[bytes], bool]
    parse: Callable[[bytes, Hint], Listing]


_FORMATS = (
    _Format(text.recognises, text.parse),
    _Format(jsonl.recognises_array, jsonl.refuse_array),
    _Format(huggingface.recognises, huggingface.parse),
    _Format(oai.recognises, oai.parse),
    _Format(arxiv.recognises, arxiv.parse),
    _Format(huggingface_html.recognises, huggingface_html.parse),
    _Format(jsonl.recognises, jsonl.parse),
)
"""In the order in which they are tried.

Text begins neither as markup nor as JSON; Hugging Face takes any other array, its pages any other markup.
"""


def parse(data: bytes, hint: Hint) -> Listing:
    """Read a listing in whichever format it is, in gzip or not.

    Raises ListingError when it is none, also when it has entries and not one of them can be read.
    """
    return _readable(_parse(data, hint), hint)


def parse_answers(answers: Iterable[tuple[bytes, Hint]]) -> Listing:
    """Read the answers that make up a listing, at least one, each with its hint.

    Entries are numbered through; one that moved to the next answer while it was asked for stands there
    once. Raises ListingError for an answer that is none, and for one after the first without entries: the
    list was cut short there.
    """
    (data, hint), *others = answers
    whole = _parse(data, hint)
    for data, hint in others:
        part = _parse(data, hint)
        if not part.entries and not part.rejections:
            raise ListingError(hint.name, "found no entry on a page after the first; fetch the list again")
        whole = _joined(whole, part)
    return _readable(whole, hint)


def _parse(data: bytes, hint: Hint) -> Listing:
    data = unpack(data, hint.name)
    if not data.strip():
        raise ListingError(hint.name, "the listing is empty; save it again")
    return next(form for form in _FORMATS if form.recognises(data)).parse(data, hint)


def _readable(listing: Listing, hint: Hint) -> Listing:
    rejected, most = list(listing.rejected()), ENTRIES["rejections"]
    first = rejected[0] if rejected else None
    if first and len(rejected) > most:
        raise ListingError(
            hint.name,
            f"found {len(rejected):,} entries that cannot be read; allowed: at most {most:,}; "
            f"{first.reason} (entry {first.first}: {first.text})",
        )
    if first and not listing.entries:
        raise ListingError(
            hint.name, f"no entry can be read; {first.reason} (entry {first.first}: {first.text})"
        )
    return listing


def _joined(whole: Listing, part: Listing) -> Listing:
    before, known = _length(whole), {entry.paper.id for entry in whole.entries}
    entries = (
        replace(entry, first=entry.first + before, last=entry.last + before)
        for entry in part.entries
        if entry.paper.id not in known
    )
    rejections: dict[date, tuple[Rejection, ...]] = dict(whole.rejections)
    for day, refused in part.rejections.items():
        moved = (replace(each, first=each.first + before, last=each.last + before) for each in refused)
        rejections[day] = (*rejections.get(day, ()), *moved)
    return replace(
        whole,
        days=ascending((*whole.days, *part.days)),
        partial=whole.partial | part.partial,
        entries=(*whole.entries, *entries),
        rejections=rejections,
        replaced=whole.replaced + part.replaced,
        ignored=ascending((*whole.ignored, *part.ignored)),
    )


def _length(listing: Listing) -> int:
    """Give the number of its last entry."""
    return max(
        [each.last for each in listing.entries] + [each.last for each in listing.rejected()], default=0
    )


def unpack(data: bytes, name: str) -> bytes:
    """Give what is in gzip data, other data as it is; raise ListingError if damaged or over MAX_BYTES."""
    if not data.startswith(_GZIP):
        return _within(data, name)
    unpacked = bytearray()
    try:
        with gzip.open(io.BytesIO(data)) as file:
            while (chunk := file.read(_CHUNK)) and len(unpacked) <= MAX_BYTES:
                unpacked += chunk
    except (OSError, EOFError, zlib.error) as error:
        raise ListingError(
            name, f"found damaged gzip data after {len(unpacked):,} unpacked bytes ({error}); fetch it again"
        ) from error
    return _within(bytes(unpacked), name)


def _within(data: bytes, name: str) -> bytes:
    if len(data) > MAX_BYTES:
        raise ListingError(name, f"found more than {MAX_BYTES:,} bytes; split the listing")
    return data
