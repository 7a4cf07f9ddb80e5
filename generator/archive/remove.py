"""Taking a paper down."""

from collections.abc import Iterable
from dataclasses import replace

from ..papers.errors import ArchiveError
from ..papers.identifiers import is_doi, name_digest, parse_arxiv_id, title_key
from ..papers.leave_out import UNQUOTED
from ..papers.merge import names
from ..papers.records import Day, Paper, Rejection, Tombstone, ascending
from ..text.plain import one_line
from .archive import Archive


def remove(archive: Archive, name: str, reason: str) -> str:
    """Put a tombstone in the place of the paper that `name` (id, alias, arXiv identifier) names; give its id.

    The days that listed it are written anew, without its title, and
    quotes of it go. Repeating it finishes what was cut short.
    Raises ArchiveError when there is no such paper.
    """
    with archive.locked():
        return _remove(archive, name, reason)


def _remove(archive: Archive, name: str, reason: str) -> str:
    paper_id = archive.locate(parse_arxiv_id(name) or name.strip("/"))
    if paper_id is None:
        raise ArchiveError(f"{name}: no such paper; give its id as in its address, for example 2604.07429")
    page = archive.paper(paper_id)
    pages = [*filter(None, map(archive.day, archive.days()))]
    days = [each for each in pages if paper_id in each.day.ids()]
    shown = [title for each in days for title in archive.shown_titles(each.day.date, paper_id)]
    if isinstance(page, Tombstone):
        tombstone = replace(page, reason=one_line(reason))
    else:
        tombstone = _tombstone(page.paper, shown, reason)
        free = (alias for alias in tombstone.aliases if archive.locate(alias) in (None, paper_id))
        tombstone = replace(tombstone, aliases=tuple(free))
    known = [paper_id] if isinstance(page, Tombstone) else [paper_id, *names(page.paper), *shown]
    quiet = [replace(each, day=_unquoted(each.day, paper_id, known)) for each in pages]
    changed = [new for new, old in zip(quiet, pages, strict=True) if new != old or old in days]
    archive.write([tombstone], changed)
    return paper_id


def _unquoted(day: Day, paper_id: str, known: Iterable[str]) -> Day:
    """Give `day` without quotes of a paper; where it is listed without any, as one may be of any part."""
    keys = [f"-{title_key(name)}-" for name in known]
    listed = paper_id in day.ids()

    def says(text: str) -> bool:
        return any(key in f"-{title_key(text)}-" for key in keys)

    def quiet(rejection: Rejection) -> Rejection:
        if says(rejection.reason) or says(rejection.text):
            return replace(rejection, reason="an account of a paper that was taken down", text=UNQUOTED)
        return replace(rejection, text=UNQUOTED) if listed else rejection

    receipts = (replace(each, rejections=tuple(map(quiet, each.rejections))) for each in day.receipts)
    return replace(day, receipts=tuple(receipts))


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
