"""Files by what they hold: a changed file has a new name, an unchanged one stays in every cache.

Who has an older manifest finds the older files in a cache or none at all, but never a newer one. The digests
would be most of a manifest, so files that lie beside each other share one: a run of them changes its names
together.
"""

import base64
import gzip
import hashlib
import json
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property

FOLDER = "assets/search/"
"""Where the browser finds the index, relative to the site's root."""

DIGEST = 6
"""Characters: among the versions of one file, two that collide are one in 10^9."""
LONG_DIGEST = 10
"""Characters, where all that tells a file from others is what it holds."""
RUN = 32
"""Files that share a digest."""


@dataclass(frozen=True)
class File:
    """A file of the index, named by its kind, its place among its kind, and a digest."""

    kind: str
    data: bytes
    place: int | None = None
    """None where its kind has no order."""
    run: str | None = None
    """The digest of the run that it lies in; None: its name tells its own."""

    @cached_property
    def digest(self) -> str:
        """What of its name changes."""
        return self.run or digest_of([self.data], LONG_DIGEST)

    @property
    def name(self) -> str:
        """Relative to the site's root."""
        number = "" if self.place is None else f"-{self.place}"
        return f"{FOLDER}{self.kind}{number}-{self.digest}.{'json' if self.kind in _JSON else 'txt'}"


def in_runs(kind: str, contents: Sequence[bytes]) -> Iterator[File]:
    """Give the files of a kind, numbered in order."""
    for start in range(0, len(contents), RUN):
        run = contents[start : start + RUN]
        digest = digest_of(run, DIGEST)
        for place, data in enumerate(run, start):
            yield File(kind, data, place, digest)


def run_digests(files: Sequence[File]) -> str:
    """Give the digests of the runs of files that `in_runs` gave, joined."""
    return "".join(file.digest for file in files[::RUN])


def digest_of(contents: Iterable[bytes], length: int) -> str:
    """Give so many characters that tell what files hold, in their order."""
    hashes = b"".join(hashlib.sha256(data).digest() for data in contents)
    return base64.b32encode(hashlib.sha256(hashes).digest()).decode()[:length].lower()


_JSON = {"facts", "votes", "suggestions", "labels", "facets"}


def gzipped_size(data: bytes) -> int:
    """Give what a file costs on the wire, in bytes, from a host that compresses as GitHub Pages does."""
    return len(gzip.compress(data, compresslevel=6, mtime=0))


def compact_json(value: object) -> bytes:
    """Write JSON in UTF-8, without spaces."""
    return json.dumps(value, ensure_ascii=False, separators=(",", ":")).encode()
