"""Taking a paper down."""

from dataclasses import replace

from ..papers.errors import ArchiveError
from ..papers.identifiers import parse_arxiv_id, title_digest, title_key
from ..papers.records import Tombstone
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
    found = archive.locate(parse_arxiv_id(name) or name.strip("/"))
    if found is None:
        raise ArchiveError(f"{name}: no such paper; give its id as in its address, for example 2604.07429")
    page = archive.paper(found)
    if isinstance(page, Tombstone):
        tombstone = replace(page, reason=one_line(reason))
    else:
        digest = title_digest(title_key(page.paper.title))
        tombstone = Tombstone(found, one_line(reason), digest, page.paper.aliases)
    days = (archive.day(day) for day in archive.days())
    archive.write([tombstone], [day for day in days if day and found in day.day.ids()])
    return found
