"""Documents -> the files of a search index, and what they cost."""

import gc
import json
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from functools import partial
from itertools import chain
from pathlib import Path

from generator.search import scripts as script_files
from generator.search.budget import Sizes, cold_queries
from generator.search.documents import Document, Topic, in_order
from generator.search.facts import counted_topics, facets, facts, labels, suggestions, votes
from generator.search.files import FOLDER, File, compact_json, gzipped_size
from generator.search.kept import Keep, make_anew
from generator.search.manifest import NAME, manifest
from generator.search.prior import prior
from generator.search.segments import NEWER, segments
from generator.search.stored import stored_fields

_MEASURED = 256
"""Files whose sizes are kept together."""


@dataclass(frozen=True)
class SearchIndex:
    """A built index: nothing in it depends on the clock or on the order in which documents came."""

    files: Mapping[str, bytes]
    """Path relative to the site's root -> what stands there."""
    sizes: Sizes


@contextmanager
def _without_collector() -> Iterator[None]:
    """Spare the search for dead cycles: the objects of an index are many and alive, and make no cycles."""
    enabled = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if enabled:
            gc.enable()


@_without_collector()
def build(
    documents: Sequence[Document], scripts: Path, keep: Keep = make_anew, topics: Sequence[Topic] = ()
) -> SearchIndex:
    """Index the documents.

    Args:
        documents: Each address once, in any order.
        scripts: The theme's folder of search scripts, `site_theme/assets/search`.
        keep: Gives what an earlier build made: tables of finished months, rows of each, sizes of files.
        topics: Those of the archive, each at a place that stays.

    """
    numbered = in_order(documents)
    counted, of = counted_topics(numbered, topics)
    parts = segments(numbered, keep, counted)
    standing, newer = parts
    tables = {**standing.tables, **newer.tables}
    shown = stored_fields(numbered, topics, keep)
    named = labels(numbered, counted, of)
    single = [facts(numbered), votes(numbered), suggestions(numbered), named, facets(numbered)]
    always = {
        f"{FOLDER}worker.js": script_files.worker(scripts),
        NAME: manifest(
            script_files.format_read(scripts),
            (standing.papers, newer.papers),
            prior(numbered),
            tables,
            shown,
            single,
        ),
    }
    lists = [file for segment in parts for file in segment.lists.values()]
    of_tables = [[part.file for part in table] for table in tables.values()]
    files = [*chain(*of_tables), *shown, *single, *lists]
    size = dict(chain.from_iterable(_sizes(some, keep) for some in (*of_tables, shown, single, lists)))
    fixed = sum(map(gzipped_size, always.values()))
    either = {
        f"{FOLDER}box.js": script_files.box(scripts),
        f"{FOLDER}page.js": script_files.page(scripts),
    }
    entered = [*map(gzipped_size, either.values())]
    return SearchIndex(
        files=always | either | {file.name: file.data for file in files},
        sizes=Sizes(
            papers=len(numbered),
            terms=sum(segment.terms for segment in parts),
            files=len(always) + len(either) + len(size),
            total=fixed + sum(entered) + sum(size.values()),
            cold=cold_queries(
                fixed + max(entered) + (size[named.name] if topics else 0),
                [
                    [(part.first, size[part.file.name]) for part in tables[kind]]
                    for kind in ("shard", f"{NEWER}shard")
                ],
                [(term, size[file.name]) for segment in parts for term, file in segment.lists.items()],
                [size[file.name] for file in shown],
            ),
        ),
    )


def _sizes(files: Sequence[File], keep: Keep) -> Iterator[tuple[str, int]]:
    """Give the name of each file and its size; those of some files side by side are kept together."""
    for start in range(0, len(files), _MEASURED):
        some = files[start : start + _MEASURED]
        data = [file.data for file in some]
        sizes = json.loads(keep(["sizes", *data], (), partial(_gzipped_sizes, data)))
        yield from zip((file.name for file in some), sizes, strict=True)


def _gzipped_sizes(contents: Sequence[bytes]) -> bytes:
    return compact_json([*map(gzipped_size, contents)])
