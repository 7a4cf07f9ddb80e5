"""Documents -> the files of a search index, and what they cost."""

import gc
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from generator.search import scripts as script_files
from generator.search.budget import Sizes, cold_queries
from generator.search.documents import Document, Topic, in_order
from generator.search.facts import counted_topics, facets, facts, labels, suggestions, votes
from generator.search.files import FOLDER, gzipped_size
from generator.search.manifest import NAME, manifest
from generator.search.segments import NEWER, Keep, make_anew, segments
from generator.search.stored import stored_fields


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
        keep: Gives the tables of finished months as an earlier build made them.
        topics: Those of the archive, each at a place that stays.

    """
    numbered = in_order(documents)
    counted, of = counted_topics(numbered, topics)
    parts = segments(numbered, keep, counted)
    standing, newer = parts
    tables = {**standing.tables, **newer.tables}
    shown = stored_fields(numbered, topics)
    single = [
        facts(numbered),
        votes(numbered),
        suggestions(numbered),
        labels(numbered, counted, of),
        facets(numbered),
    ]
    always = {
        f"{FOLDER}worker.js": script_files.worker(scripts),
        NAME: manifest(
            script_files.format_read(scripts), (standing.papers, newer.papers), tables, shown, single
        ),
    }
    lists = [file for segment in parts for file in segment.lists.values()]
    files = [*(part.file for table in tables.values() for part in table), *shown, *single, *lists]
    size = {file.name: gzipped_size(file.data) for file in files}
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
                fixed + max(entered),
                [
                    [(part.first, size[part.file.name]) for part in tables[kind]]
                    for kind in ("shard", f"{NEWER}shard")
                ],
                [(term, size[file.name]) for segment in parts for term, file in segment.lists.items()],
                [size[file.name] for file in shown],
            ),
        ),
    )
