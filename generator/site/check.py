"""What does not hold in the built site."""

from pathlib import Path

from ..archive.archive import Archive
from ..archive.check import Problem
from .dead_links import dead_links


def check_site(archive: Archive, site: Path) -> list[Problem]:
    """Give what does not hold in the built site: links that lead nowhere, addresses that answer no more."""
    files = {path.relative_to(site).as_posix() for path in site.rglob("*") if path.is_file()}
    unanswered = (
        Problem(address, "published once, and no page of the site answers it", "build the site again")
        for address in sorted(archive.addresses)
        if f"{address}index.html" not in files
    )
    dead = (Problem(link.page, link.problem, "correct the link") for link in dead_links(site, files))
    return [*unanswered, *dead]
