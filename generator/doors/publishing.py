"""A built site comes to where it belongs: what differs is written, and nothing else.

What MkDocs made lies in a folder beside the site. Pages and files that the archive makes itself have keys:
what the site has is left alone, what an earlier build kept is taken from there, and the rest is made now.
"""

import shutil
from collections.abc import Callable, Iterable, Mapping, Sequence
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path

from ..archive.files import read
from ..site.store import Store, digest, packed
from ..site.views import View
from .ledger import fresh, ledger_file, read_ledger, stat_of, stats_of, write_ledger
from .rendering import made
from .staging import put_in_place


@dataclass(frozen=True, slots=True)
class Making:
    """What the archive makes itself, by path."""

    pages: Mapping[str, tuple[View, bytes]]
    """What each page shows, and its key."""
    files: Mapping[str, str | bytes]
    """What each file holds."""
    show: Callable[[View], bytes]
    """Makes a page."""
    causes: Mapping[str, str]
    """What all pages follow from besides, as keys by name."""


@dataclass(frozen=True, slots=True)
class Published:
    """What came of a build."""

    made: Sequence[str]
    """The paths of the pages that were made; of those that MkDocs shows, which are other than before."""
    why: str
    """Why they were; "" for none."""
    kept: int
    """How many were not."""
    sizes: Mapping[str, int]
    """The bytes of each file of the site, by path."""


def publish(making: Making, built: Path, site: Path, cache: Path, store: Store, served: bool) -> Published:
    """Complete what was built and bring it to the site, or to where it is `served` from."""
    file = ledger_file(cache, site, served)
    known, present, by_mkdocs = read_ledger(file), dict(stats_of(site)), {path for path, _ in stats_of(built)}
    pages = {path: each for path, each in making.pages.items() if path not in by_mkdocs}
    files = {path: _bytes(held) for path, held in making.files.items() if path not in by_mkdocs}
    keys = {
        **{path: key.hex() for path, (_, key) in pages.items()},
        **{path: digest(data).hex() for path, data in files.items()},
        **{path: digest(read(built / path)).hex() for path in by_mkdocs},
    }
    there = fresh(known, present, keys)
    store.use([key for path, (_, key) in pages.items() if path in there])
    missing = {path: each for path, each in pages.items() if path not in there}
    unkept = _complete(missing, making.show, built, store)
    for path in files.keys() - there:
        _write(built / path, files[path])
    store.close()
    if there:
        _bring(built, site, keys.keys() - there, present.keys() - keys.keys())
    else:
        put_in_place(built, site)
    # Whoever wrote to those that are there, since: the next build sees it.
    stats = {path: present[path] if path in there else stat_of(site / path) for path in keys}
    write_ledger(file, keys, stats, making.causes)
    shown = [path for path in by_mkdocs if path.endswith(".html")]
    made = [*unkept, *(path for path in shown if known.key(path) != keys[path])]
    return Published(
        made,
        known.why({path: keys[path] for path in made}, making.causes),
        len(pages) + len(shown) - len(made),
        {path: size for path, (size, *_) in stats.items()},
    )


def _bytes(held: str | bytes) -> bytes:
    return held.encode() if isinstance(held, str) else held


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
