"""Files by what they hold: a changed file has a new name, an unchanged one stays in every cache."""

import base64
import gzip
import hashlib
import json
from dataclasses import dataclass
from functools import cached_property

FOLDER = "assets/search/"
"""Where the browser finds the index, relative to the site's root."""

_DIGEST_LENGTH = 6


@dataclass(frozen=True)
class File:
    """A file of the index, named by its kind, its place among its kind, and a hash of what it holds."""

    kind: str
    data: bytes
    place: int | None = None

    @cached_property
    def digest(self) -> str:
        """Six characters: among the versions of one file, two that collide are one in 10^9."""
        return base64.b32encode(hashlib.sha256(self.data).digest()).decode()[:_DIGEST_LENGTH].lower()

    @property
    def name(self) -> str:
        """Relative to the site's root."""
        number = "" if self.place is None else f"-{self.place}"
        return f"{FOLDER}{self.kind}{number}-{self.digest}.{'txt' if self.kind in _TEXT else 'json'}"


_TEXT = {"shard", "words", "endings", "numbers", "topics", "authors"}


def gzipped_size(data: bytes) -> int:
    """Return what a file costs on the wire, in bytes, from a host that compresses as GitHub Pages does."""
    return len(gzip.compress(data, compresslevel=6, mtime=0))


def compact_json(value: object) -> bytes:
    """JSON in UTF-8 without spaces."""
    return json.dumps(value, ensure_ascii=False, separators=(",", ":")).encode()
