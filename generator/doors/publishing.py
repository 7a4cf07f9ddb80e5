"""A built site comes to where it belongs: what differs is written, and nothing else.

What MkDocs made lies in a folder beside the site. Pages and files that the archive makes itself have keys:
what the site has is left alone, what an earlier build kept is taken from there, and the rest is made now.
"""

import shutil
from collections.abc import Callable, Iterable, Mapping, Sequence
from contextlib import suppress
from dataclasses import dataclass, field
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
    show: Callable[[View], bytes] = field(default=lambda _: b"")
    """Makes a page."""


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
    site, found, by_mkdocs = place.site, place.found, {path for path, _ in stats_of(built)}
    known, present = found.known, found.present
    # What MkDocs made and makes no more may have stood in the place of the archive's own.
    own = found.own(causes) if by_mkdocs.issuperset(known.others) else None
    making = make() if own is None else Making({}, {})
    pages = {path: each for path, each in making.pages.items() if path not in by_mkdocs}
    files = {path: held for path, held in making.files.items() if path not in by_mkdocs}
    keys = {
        **(own or {}),
        **{path: key.hex() for path, (_, key) in pages.items()},
        **{path: digest_of(held).hex() for path, held in files.items()},
        **{path: digest(read(built / path)).hex() for path in by_mkdocs},
    }
    there = found.fresh(keys)
    stores.made.use([key for path, (_, key) in pages.items() if path in there])
    missing = {path: each for path, each in pages.items() if path not in there}
    unkept = _complete(missing, making.show, built, stores.made)
    for path in files.keys() - there:
        _write(built / path, bytes_of(files[path]))
    if own is None:
        stores.close()
    else:  # whose pages are all kept, though nobody asked for them
        stores.leave()
    if there:
        _bring(built, site, keys.keys() - there, present.keys() - keys.keys())
    else:
        put_in_place(built, site)
    # Whoever wrote to those that are there, since: the next build sees it.
    stats = {path: present[path] if path in there else stat_of(site / path) for path in keys}
    files_now = {path: (key, stats[path]) for path, key in keys.items()}
    write_ledger(place.ledger, Ledger(files_now, causes, by_mkdocs))
    shown = [path for path in by_mkdocs if path.endswith(".html")]
    made = [*unkept, *(path for path in shown if known.key(path) != keys[path])]
    return Published(
        made,
        shown,
        known.why({path: keys[path] for path in made}, causes),
        {path: size for path, (size, *_) in stats.items()},
    )


def _complete(
    pages: Mapping[str, tuple[View, bytes]],
    show: Callable[[View], bytes],
    built: Path,
    store: Store,
) -> Sequence[str]:
    """Write pages, those that are kept and those that are not; give the latter's paths."""
    unkept = []
    for path, (_, key) in pages.items():
        if (data := store.get(key)) is None:
            unkept.append(path)
        else:
            _write(built / path, data)

    def make(path: str) -> bytes:
        view, key = pages[path]
        page = show(view)
        _write(built / path, page)
        return packed(key, page)

    for path, small in zip(unkept, made(unkept, make), strict=True):
        store.put_packed(pages[path][1], small)
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
