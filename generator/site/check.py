"""What does not hold in the built site."""

from pathlib import Path

from ..archive.archive import Archive
from ..archive.check import REPAIR, Problem
from ..papers.addresses import topic_address
from ..papers.errors import PageError
from .dead_links import dead_links
from .topics_file import publish_slugs, published_slugs, topics_of_archive

_REMEDY = "build the site again; where its listing was undone, delete its line in content/addresses.txt"
_RESTORE = "restore it in content/topics.yml, with `merged_into` or `withdrawn: true` if it is to be none"


def check_addresses(archive: Archive, site: Path) -> list[Problem]:
    """Give the addresses that were published once, and that no page of the built site answers.

    Raises PageError where the list of addresses, or that of slugs, cannot be read.
    """
    of_topics = {topic_address(slug): _RESTORE for slug in published_slugs(archive)}
    remedies = dict.fromkeys(archive.addresses, _REMEDY) | of_topics
    return [
        Problem(address, "published once, and no page of the site answers it", remedies[address])
        for address in sorted(remedies)
        if not (site / address / "index.html").is_file()
    ]


def check_topics(archive: Archive) -> list[Problem]:
    """Give why the topics of an archive cannot be read, if so, and the slugs that are lost or not listed."""
    try:
        slugs, published = {topic.slug for topic in topics_of_archive(archive)}, published_slugs(archive)
    except PageError as error:
        return [Problem(error.path, error.problem, error.remedy)]
    file, listed = archive.name(archive.topics_file), archive.name(archive.slugs_file)
    lost, unlisted = sorted(published - slugs), sorted(slugs - published)
    return [
        *(Problem(file, f"{slug} was a topic once, and is none", _RESTORE) for slug in lost),
        *(Problem(listed, f"{slug} is missing", REPAIR) for slug in unlisted),
    ]


def repair_topics(archive: Archive) -> list[str]:
    """Enter the slugs that are not listed; gives what was done. What cannot be read needs a person."""
    try:
        with archive.locked():
            entered = publish_slugs(archive, topics_of_archive(archive))
    except PageError:
        return []
    return [f"{archive.name(archive.slugs_file)}: entered {slug}" for slug in entered]


def check_site(archive: Archive, site: Path) -> list[Problem]:
    """Give what does not hold in the built site: links that lead nowhere, addresses that answer no more."""
    files = {path.relative_to(site).as_posix() for path in site.rglob("*") if path.is_file()}
    dead = [Problem(link.page, link.problem, "correct the link") for link in dead_links(site, files)]
    try:
        return [*check_addresses(archive, site), *dead]
    except PageError:  # of which the check of the archive tells
        return dead
