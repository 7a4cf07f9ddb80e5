"""Listings of every kind, told apart by looking at their bytes."""

from collections.abc import Callable
from typing import NamedTuple

from ..errors import ListingError
from ..listing import Hint, Listing
from . import text


class _Format(NamedTuple):
    recognises: Callable[[bytes], bool]
    parse: Callable[[bytes, Hint], Listing]


_FORMATS = (_Format(text.recognises, text.parse),)
"""In the order in which they are tried; text takes what no other format knows."""


def parse(data: bytes, hint: Hint) -> Listing:
    """Read a listing in whichever format it is; raise ListingError when it is none."""
    if not data.strip():
        raise ListingError(hint.name, "the listing is empty; save it again")
    for form in _FORMATS:
        if form.recognises(data):
            return form.parse(data, hint)
    raise ListingError(hint.name, "found no known kind of listing; known is the text of a Daily Papers page")
