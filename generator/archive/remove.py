"""Taking a paper down."""

from collections.abc import Iterable
from dataclasses import replace

from ..papers.errors import ArchiveError
from ..papers.identifiers import is_doi, name_digest, parse_arxiv_id
from ..papers.merge import names
from ..papers.records import Paper, Tombstone, ascending
from ..text.plain import one_line
from .archive import Archive


def remove(archive: Archive, name: str, reason: str) -> str:
    """Put a tombstone in the place of the paper that `name` (id, alias, arXiv identifier) names; give its id.

    The days that listed it are written anew, without its title. Repeating it finishes what was cut short.
    Raises ArchiveError when there is no such paper.
    """
    with archive.locked():
        return _remove(archive, name, reason)


def _remove(archive: Archive, name: str, reason: str) -> str:
    paper_id = archive.locate(parse_arxiv_id(name) or name.strip("/"))
    if paper_id is None:
        raise ArchiveError(f"{name}: no such paper; give its id as in its address, for example 2604.07429")
    page = archive.paper(paper_id)
    pages = (archive.day(day) for day in archive.days())
    days = [page for page in pages if page and paper_id in page.day.ids()]
    shown = [title for page in days for title in archive.shown_titles(page.day.date, paper_id)]
    if isinstance(page, Tombstone):
        tombstone = replace(page, reason=one_line(reason))
    else:
        tombstone = _tombstone(page.paper, shown, reason)
        free = (alias for alias in tombstone.aliases if archive.locate(alias) in (None, paper_id))
        tombstone = replace(tombstone, aliases=tuple(free))
    archive.write([tombstone], days)
    return paper_id


def _tombstone(paper: Paper, shown: Iterable[str], reason: str) -> Tombstone:
    """Give the tombstone of a paper that days show under the titles `shown`."""
    title = name_digest(paper.title)
    others = {name_digest(name) for name in (*names(paper), *shown)}
    identifiers = (paper.arxiv_id, *map(parse_arxiv_id, filter(is_doi, names(paper))))
    aliases = {*paper.aliases, *filter(None, identifiers)}
    return Tombstone(
        id=paper.id,
        reason=one_line(reason),
        title_digest=title,
        aliases=ascending(aliases - {paper.id}),
        other_digests=ascending(others - {title}),
    )
