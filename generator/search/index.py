"""Documents -> the files of a search index, and what they cost."""

import gc
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from generator.search import scripts as script_files
from generator.search.budget import Sizes, cold_queries
from generator.search.documents import Document, before_newest_year, in_order
from generator.search.facts import authors, facets, facts, suggestions, topics
from generator.search.files import FOLDER, gzipped_size
from generator.search.manifest import NAME, manifest
from generator.search.postings import invert
from generator.search.scoring import means
from generator.search.shards import shards
from generator.search.stored import papers_in_a_file, stored_fields
from generator.search.vocabulary import vocabulary


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
def build(documents: Sequence[Document], scripts: Path) -> SearchIndex:
    """Index the documents.

    Args:
        documents: Each address once, in any order.
        scripts: The theme's folder of search scripts, `site_theme/assets/search`.

    """
    numbered = in_order(documents)
    postings = invert(numbered)
    shard, lists = shards(postings, means(postings.lengths, before_newest_year(numbered)))
    tables = {
        "shard": shard,
        **vocabulary(postings),
        "topics": topics(numbered),
        "authors": authors(numbered),
    }
    shown = stored_fields(numbered)
    single = [facts(numbered), suggestions(numbered), facets(numbered)]
    always = {
        f"{FOLDER}worker.js": script_files.worker(scripts),
        f"{FOLDER}page.js": script_files.page(scripts),
        NAME: manifest(len(numbered), papers_in_a_file(len(numbered)), tables, shown, single),
    }
    files = [*(part.file for parts in tables.values() for part in parts), *shown, *single, *lists.values()]
    size = {file.name: gzipped_size(file.data) for file in files}
    fixed = sum(map(gzipped_size, always.values()))
    return SearchIndex(
        files=always | {file.name: file.data for file in files},
        sizes=Sizes(
            papers=len(numbered),
            terms=len(postings.terms),
            files=len(always) + len(size),
            total=fixed + sum(size.values()),
            cold=cold_queries(
                fixed,
                [part.first for part in shard],
                [size[part.file.name] for part in shard],
                {term: size[file.name] for term, file in lists.items()},
                [size[file.name] for file in shown],
            ),
        ),
    )
