"""Files in gzip, the same bytes at every build (RFC 1952)."""

from collections.abc import Iterable
from datetime import date
from gzip import GzipFile
from io import BytesIO

_EPOCH = date(1970, 1, 1)


def packed(name: str, parts: Iterable[str], day: date | None) -> bytes:
    """Give a file in gzip with a day of the data for its time, which has 32 bits (MTIME).

    Its parts need not be there at once: those of a year are tens of megabytes.
    """
    seconds = ((day or _EPOCH) - _EPOCH).days * 86_400
    written = BytesIO()
    with GzipFile(name, "wb", fileobj=written, mtime=min(max(seconds, 0), 2**32 - 1)) as file:
        for part in parts:
            file.write(part.encode())
    return written.getvalue()
