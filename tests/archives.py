"""Small archives and listings, invented; and ways to look at what lies on a disk."""

from collections.abc import Iterable
from dataclasses import replace
from datetime import date
from pathlib import Path

from generator.archive.add import Addition, Tally
from generator.archive.archive import Archive
from generator.archive.files import LOCK
from generator.papers.identifiers import slug
from generator.papers.records import Paper, Source
from generator.sources.listing import Entry, Listing

REAL_LISTING = Path(__file__).parents[1] / "content" / "listings" / "2025-08-06.txt"
DAY = date(2025, 8, 6)
NEXT_DAY = date(2025, 8, 7)
TODAY = date(2025, 9, 1)

TEXT = """\
Daily Papers

Aug 6, 2025

Counting Sheep with Fewer Parameters

We count sheep. Code is at https://github.com/owner/sheep.

On the Shape of {{ clouds }}

Clouds have <b>shapes</b>, and $x_i$ says which.

Counting Sheep with Fewer Parameters

Another paper of that name, about wool, yarn and knitting patterns.
"""


def paper(
    title: str,
    abstract: str | None = None,
    *,
    arxiv_id: str | None = None,
    source: Source = "text",
    **more: object,
) -> Paper:
    """Give a paper as a source reports it, before the archive decides on its address."""
    return Paper(
        id=arxiv_id or slug(title, abstract),
        title=title,
        abstract=abstract,
        arxiv_id=arxiv_id,
        source=source,
        listed=(DAY,),
        **more,  # type: ignore[arg-type]
    )


def listing(papers: Iterable[Paper], day: date = DAY, scope: str = "list") -> Listing:
    """Give a listing of papers; its source is theirs."""
    reported = [replace(each, listed=(day,)) for each in papers]
    entries = tuple(Entry(each, number, number) for number, each in enumerate(reported, 1))
    source = reported[0].source if reported else "text"
    return Listing(source, scope, (day,), entries)


def add(archive: Path, *listings: Listing) -> Tally:
    """Add listings to the archive in a folder, all at once."""
    archive.mkdir(exist_ok=True, parents=True)
    addition = Addition(Archive(archive))
    for each in listings:
        addition.add(each)
    addition.write()
    return addition.tally


def files(folder: Path) -> dict[str, bytes]:
    """Give the bytes of every file below a folder, by path, but for the lock that a run leaves in .cache/."""
    return {
        path.relative_to(folder).as_posix(): path.read_bytes()
        for path in folder.rglob("*")
        if path.is_file() and path.suffix != LOCK
    }
