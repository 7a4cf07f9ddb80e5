"""A built site comes to where it belongs: what differs is written, and nothing else.

What MkDocs made lies in a folder beside the site. Pages and files that the archive makes itself have keys:
what the site has is left alone, what an earlier build kept is taken from there, and the rest is made now.
"""

import shutil
from collections.abc import Callable, Collection, Container, Iterable, Mapping, Sequence
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path

from ..archive.files import read
from ..site.store import Content, Store, Stores, bytes_of, digest, digest_of, packed
from ..site.views import View
from .ledger import Ledger, Standing, ledger_file, standing, stat_of, stats_of, write_ledger
from .rendering import made
from .staging import put_in_place


@dataclass(frozen=True, slots=True)
class Making:
    """What the archive makes itself, by path."""

    pages: Mapping[str, tuple[View, bytes]]
    """What each page shows, and its key."""
    files: Mapping[str, Content]
    """What each file holds."""
    show: Callable[[View], bytes]
    """Makes a page."""

    def without(self, paths: Container[str]) -> "Making":
        """Give what is made but for some paths."""
        pages = {path: page for path, page in self.pages.items() if path not in paths}
        files = {path: held for path, held in self.files.items() if path not in paths}
        return Making(pages, files, self.show)

    @property
    def keys(self) -> Mapping[str, str]:
        """The keys of all, by path."""
        pages = {path: key.hex() for path, (_, key) in self.pages.items()}
        return pages | {path: digest_of(held).hex() for path, held in self.files.items()}


NOTHING = Making({}, {}, lambda _: b"")


@dataclass(frozen=True, slots=True)
class Place:
    """Where a site is brought to."""

    site: Path
    """Its folder."""
    ledger: Path
    """The file that tells what it holds."""
    found: Standing
    """What was found there."""


@dataclass(frozen=True, slots=True)
class Published:
    """What came of a build."""

    made: Sequence[str]
    """The paths of the pages that were made; of those that MkDocs shows, which are other than before."""
    shown: Sequence[str]
    """The paths of all pages that MkDocs shows."""
    why: str
    """Why pages were made; "" for none."""
    sizes: Mapping[str, int]
    """The bytes of each file of the site, by path."""
    all_kept: bool
    """Whether all that the build made is kept for the next one, and nothing else."""


def place(site: Path, cache: Path, served: bool) -> Place:
    """Look at where a site belongs, or is `served` from; `cache` is the folder of what builds keep."""
    ledger = ledger_file(cache, site, served)
    return Place(site, ledger, standing(ledger, site))


def publish(
    make: Callable[[], Making], causes: Mapping[str, str], built: Path, place: Place, stores: Stores
) -> Published:
    """Complete what was built and bring it to its place.

    `make` is asked where what is in that place does not follow from `causes`, which are keys by name.
    """
    found, by_mkdocs = place.found, {path for path, _ in stats_of(built)}
    # What MkDocs made and makes no more may have stood in the place of the archive's own.
    whole = found.own(causes) if by_mkdocs.issuperset(found.known.others) else None
    making = NOTHING if whole is not None else make().without(by_mkdocs)
    keys = {**(whole or {}), **making.keys, **{path: digest(read(built / path)).hex() for path in by_mkdocs}}
    there = found.fresh(keys)
    unkept = _complete(making, there, built, stores.made)
    if whole is None:
        all_kept = stores.close()
    else:  # where nobody asked for what is kept
        all_kept = True
        stores.leave()
    if there:
        _bring(built, place.site, keys.keys() - there, found.present.keys() - keys.keys())
    else:
        put_in_place(built, place.site)
    # Whoever wrote to those that are there, since: the next build sees it.
    stats = {path: found.present[path] if path in there else stat_of(place.site / path) for path in keys}
    files = {path: (key, stats[path]) for path, key in keys.items()}
    write_ledger(place.ledger, Ledger(files, causes, by_mkdocs))
    shown = [path for path in by_mkdocs if path.endswith(".html")]
    made = [*unkept, *(path for path in shown if found.known.key(path) != keys[path])]
    return Published(
        made,
        shown,
        found.known.why({path: keys[path] for path in made}, causes),
        {path: size for path, (size, *_) in stats.items()},
        all_kept,
    )


def _complete(making: Making, there: Collection[str], built: Path, store: Store) -> Sequence[str]:
    """Write what the site has not, pages that are kept and those that are not; give the latter's paths."""
    store.use([key for path, (_, key) in making.pages.items() if path in there])
    pages = {path: each for path, each in making.pages.items() if path not in there}
    unkept = []
    for path, (_, key) in pages.items():
        if (data := store.get(key)) is None:
            unkept.append(path)
        else:
            _write(built / path, data)

    def make(path: str) -> bytes:
        view, key = pages[path]
        page = making.show(view)
        _write(built / path, page)
        return packed(key, page)

    for path, small in zip(unkept, made(unkept, make), strict=True):
        store.put_packed(pages[path][1], small)
    for path in making.files.keys() - there:
        _write(built / path, bytes_of(making.files[path]))
    return unkept


def _bring(built: Path, site: Path, changed: Iterable[str], gone: Iterable[str]) -> None:
    """Delete what is no more in a site, and move into it what differs; each file is whole at any moment."""
    for path in gone:
        (site / path).unlink()
        with suppress(OSError):  # a folder that is not empty
            for folder in (site / path).relative_to(site).parents[:-1]:
                (site / folder).rmdir()
    for path in changed:
        if (site / path).is_dir() and not (site / path).is_symlink():  # empty: what was in it is gone by now
            shutil.rmtree(site / path)
        try:
            (built / path).replace(site / path)
        except FileNotFoundError:
            (site / path).parent.mkdir(parents=True, exist_ok=True)
            (built / path).replace(site / path)
    shutil.rmtree(built)


def _write(file: Path, data: bytes) -> None:
    try:
        file.write_bytes(data)
    except FileNotFoundError:
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_bytes(data)
