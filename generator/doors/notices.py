"""What a build tells the maintainer: one line each, and no warning where nothing is wrong."""

import logging
from collections import Counter
from collections.abc import Sequence
from datetime import UTC, datetime
from pathlib import Path
from urllib.parse import urlsplit

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import PluginError

from ..archive.archive import Archive
from ..archive.pending import pending
from ..papers.errors import ArchiveError
from ..site.head import Site
from ..site.names import counted
from ..site.views import View
from ..site.views.days import DayView
from ..site.views.papers import PaperView
from ..text.plain import printable

_OTHER = "other page"
_KINDS = {PaperView: "paper", DayView: "day"}

log = logging.getLogger("mkdocs.plugins.dailypapers")

PLACEHOLDER = ".example"
"""The end of host names that nobody has (RFC 2606); that of the address in a new mkdocs.yml."""


def tell_placeholder(config: MkDocsConfig, command: str) -> None:
    """Say that the site does not know its address; raise PluginError where it is about to be published so."""
    if not (urlsplit(config.site_url or "").hostname or "").endswith(PLACEHOLDER):
        return
    told = f"site_url is {config.site_url}, which is nobody's; set SITE_URL, or site_url in mkdocs.yml"
    if command == "gh-deploy":
        raise PluginError(f"{told}, before the site is published: its pages name it as their address")
    log.info("%s, before you publish the site", told)


def tell_no_repository(config: MkDocsConfig) -> None:
    """Say why pages have no link for reports.

    The remote of a clone is not asked: builds of one commit are the same in every clone.
    """
    if not config.extra.get("repository"):
        log.info(
            "repository is unset, so no page has a link to report or correct a paper; set REPOSITORY_URL, "
            "or repository below extra in mkdocs.yml, to the web address of the archive's repository"
        )


def tell_notices(site: Site) -> None:
    """Say what is set that pages cannot honour, in one notice."""
    if site.look.notices:
        log.info("Set in mkdocs.yml, and not or only partly honoured:\n  %s", "\n  ".join(site.look.notices))


def tell_script(page: str) -> None:
    """Say that what a page by hand would run does not run."""
    remedy = "name the file under extra_javascript in mkdocs.yml"
    log.info("%s: its <script> does not run; %s", printable(page), remedy)


def tell_pending(archive: Archive, cache: Path, strict: bool) -> None:
    """Warn of listings that are not in; raise ArchiveError for one where warnings are errors."""
    for listing in pending(archive, datetime.now(UTC).date(), cache / "listings"):
        problem = f"listings/{listing.scope} is in no receipt yet; `dailypapers build` adds it"
        if strict:
            raise ArchiveError(problem)
        log.warning("%s", printable(problem))


def tell_made(made: Sequence[View | None], why: str, kept: int) -> None:
    """Say how many pages of each kind were made and why, and how many stayed as they were.

    None is a page that the archive does not make.
    """
    counts = Counter(
        _OTHER if not view or view.canonical else _KINDS.get(type(view), _OTHER) for view in made
    )
    kinds = ", ".join(counted(counts[kind], kind) for kind in ("day", "paper", _OTHER) if counts[kind])
    told = f"{kinds} ({why})" if kinds else "no page"
    log.info("Made %s; %s kept", told, counted(kept, "page"))
