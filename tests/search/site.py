"""The archive's own site of invented papers, built as a maintainer builds it."""

import shutil
from collections.abc import Sequence
from itertools import groupby
from pathlib import Path

from generator.archive.add import Addition
from generator.archive.archive import Archive
from generator.papers.records import Author, Link, Paper
from generator.search import Document
from generator.sources.listing import Entry, Listing
from tests.search.papers import invented
from tests.sites import build_here

PAPERS = invented(160)
ATTENTION, IDENTIFIED = PAPERS[-3], PAPERS[-1]

_PROJECT = Path(__file__).parents[2]


def site_with_search(folder: Path, documents: Sequence[Document], topics: str = "") -> Path:
    """Build the site in a folder, with these topics of its own; returns where it stands."""
    (folder / "content").mkdir()
    (folder / "site_theme").symlink_to(_PROJECT / "site_theme")
    shutil.copy(_PROJECT / "mkdocs.yml", folder)
    for page in ("index.md", "about.md"):
        shutil.copy(_PROJECT / "content" / page, folder / "content")
    addition = Addition(Archive(folder / "content"))
    for day, listed in groupby(documents, key=lambda document: document.days[0]):
        entries = tuple(Entry(_paper(document), number, number) for number, document in enumerate(listed, 1))
        addition.add(Listing("huggingface", "daily_papers", (day,), entries))
    addition.write()
    (folder / "content" / "topics.yml").write_text(topics)
    return build_here(folder)


def _paper(document: Document) -> Paper:
    assert document.arxiv_id
    return Paper(
        id=document.arxiv_id,
        arxiv_id=document.arxiv_id,
        title=document.title,
        abstract=document.abstract,
        authors=tuple(map(Author, document.authors)),
        listed=document.days,
        source="huggingface",
        links=(Link("code", "https://github.com/owner/code"),) if document.has_code else (),
        topics=document.topics,
        votes=document.votes,
    )
