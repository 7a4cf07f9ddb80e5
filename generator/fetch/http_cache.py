"""Answers kept between runs, so that a list which has not changed is not sent again.

Nothing kept is used without asking: an entry only makes a request conditional (RFC 9110, section 13), and is
used where the server says 304. Rules of freshness are left out: a list that moves must be seen moving.
"""

import gzip
import json
import zlib
from collections.abc import Mapping
from dataclasses import asdict, dataclass
from hashlib import sha256
from pathlib import Path

from ..archive.files import write
from ..papers.errors import FetchError

_LONGEST = 1_000
"""Characters of a validator: a server refuses requests whose headers are far longer."""


@dataclass(frozen=True, slots=True)
class Validators:
    """What a server gave to recognise a version of an answer by."""

    etag: str | None = None
    last_modified: str | None = None

    @classmethod
    def of(cls, headers: Mapping[str, str]) -> "Validators":
        """Read them from the headers of an answer; none that no request could send back."""
        return cls(*map(_sendable, (headers.get("ETag"), headers.get("Last-Modified"))))

    def conditions(self) -> dict[str, str]:
        """Give the request headers that ask for the answer only if it is another version."""
        conditions = {"If-None-Match": self.etag, "If-Modified-Since": self.last_modified}
        return {name: value for name, value in conditions.items() if value}


@dataclass(frozen=True, slots=True)
class Kept:
    """An answer from an earlier run."""

    validators: Validators
    body: bytes


class HttpCache:
    """A folder with one file an address: gzip of a line of JSON (the validators) and the body.

    A file that is cut short or altered counts as absent: gzip's checksum tells. Written beside its place and
    then moved there, so that an interruption leaves the old entry or the new one.
    """

    def __init__(self, folder: Path) -> None:
        self._folder = folder

    def read(self, url: str) -> Kept | None:
        """Give what is kept for `url`, or None."""
        try:
            head, _, body = gzip.decompress(self._path(url).read_bytes()).partition(b"\n")
            return Kept(Validators(**json.loads(head)), body)
        except (OSError, EOFError, zlib.error, ValueError, TypeError):
            return None

    def keep(self, url: str, answer: Kept) -> None:
        """Keep `answer` for `url` in place of what was kept, unless nothing could recognise it later.

        Raises FetchError where the folder cannot take it.
        """
        if not answer.validators.conditions():
            return
        head = json.dumps(asdict(answer.validators)).encode()
        try:
            write(self._path(url), gzip.compress(head + b"\n" + answer.body, mtime=0))
        except OSError as error:
            raise FetchError(url, f"cannot be kept in {self._folder} ({error}); make room there") from error

    def _path(self, url: str) -> Path:
        return self._folder / f"{sha256(url.encode()).hexdigest()}.gz"


def _sendable(value: str | None) -> str | None:
    return value if value and len(value) <= _LONGEST and value.isascii() and value.isprintable() else None
