"""What does not hold in the built site."""

from pathlib import Path

from ..archive.archive import Archive
from ..archive.check import Problem
from ..papers.errors import PageError
from .dead_links import dead_links
from .topics_file import topics_of_archive

_REMEDY = "build the site again; where its listing was undone, delete its line in content/addresses.txt"


def check_addresses(archive: Archive, site: Path) -> list[Problem]:
    """Give the addresses that were published once, and that no page of the built site answers.

    Raises PageError where the list of addresses cannot be read.
    """
    return [
        Problem(address, "published once, and no page of the site answers it", _REMEDY)
        for address in sorted(archive.addresses)
        if not (site / address / "index.html").is_file()
    ]


def check_topics(archive: Archive) -> list[Problem]:
    """Give why the topics of an archive cannot be read, if so."""
    try:
        topics_of_archive(archive)
    except PageError as error:
        return [Problem(error.path, error.problem, error.remedy)]
    return []


def check_site(archive: Archive, site: Path) -> list[Problem]:
    """Give what does not hold in the built site: links that lead nowhere, addresses that answer no more."""
    files = {path.relative_to(site).as_posix() for path in site.rglob("*") if path.is_file()}
    dead = [Problem(link.page, link.problem, "correct the link") for link in dead_links(site, files)]
    try:
        return [*check_addresses(archive, site), *dead]
    except PageError:  # of which the check of the archive tells
        return dead
