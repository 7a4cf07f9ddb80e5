"""Every page of an archive that can be read, and why the others cannot."""

from datetime import date
from typing import NamedTuple

from ..papers.errors import PageError
from ..papers.records import Tombstone
from .archive import Archive
from .pages import DayPage, PaperPage


class Readable(NamedTuple):
    """All pages of an archive."""

    papers: dict[str, PaperPage | Tombstone]
    days: dict[date, DayPage]
    unreadable: list[PageError]
    """Why the others cannot be read."""
    lost_days: set[date]
    """Days whose pages cannot be read."""


def readable(archive: Archive) -> Readable:
    """Read every page of an archive once."""
    pages = Readable({}, {}, [], set())
    for paper_id in archive.files:
        try:
            pages.papers[paper_id] = archive.paper(paper_id)
        except PageError as error:
            pages.unreadable.append(error)
    for path in archive.day_files():
        try:
            day = archive.day_of(path)
        except PageError as error:
            pages.unreadable.append(error)
            continue
        try:
            page = archive.day(day)
        except PageError as error:
            pages.unreadable.append(error)
            pages.lost_days.add(day)
            continue
        if page:
            pages.days[day] = page
    return pages
