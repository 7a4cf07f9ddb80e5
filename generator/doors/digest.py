"""The command that writes or sends a day's list as an email."""

import json
import os
from collections.abc import Collection, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import date, timedelta
from email.message import EmailMessage
from functools import cached_property
from pathlib import Path

import click

from ..archive.archive import Archive
from ..archive.files import written_after
from ..archive.pages import PaperPage
from ..papers.addresses import paper_address
from ..papers.errors import ArchiveError, SettingsError
from ..papers.leave_out import without
from ..papers.records import Paper
from ..papers.wording import in_characters
from ..search.saved import SavedQuery
from ..site.contents import documents, with_topics
from ..site.digest import Mailing, digest, message_id
from ..site.head import Site
from ..site.library import read_library
from ..site.queries import found
from ..site.shown import Keys
from ..site.store import Store
from .days import METAVAR, to_day
from .mail import send, server
from .settings import read_settings, read_site_name, read_site_url
from .terminal import open_archive

_AGAIN = timedelta(days=7)
"""How long a digest that could not be sent is tried again."""


@click.command("digest")
@click.option("--date", "day", type=to_day, metavar=METAVAR, help="The listing day.  [default: the newest]")
@click.option(
    "--query", "name", metavar="NAME", help="Only the day's papers that this saved query of mkdocs.yml finds."
)
@click.option("--send", "sending", is_flag=True, help="Send it over SMTP, instead of printing it.")
@click.pass_obj
def digest_command(project: Path, day: date | None, name: str | None, sending: bool) -> None:
    """Print the list of a day as an email, or send it to the address in mkdocs.yml.

    For example: dailypapers digest --date 2025-08-06 > day.eml

    --send asks SMTP_HOST, SMTP_PORT, SMTP_SECURITY (starttls, tls, none), SMTP_USER and SMTP_PASSWORD for the
    server. Without --date it sends the newest day, and those of the week before that an earlier run could not
    send; a day that was sent is not sent again. With --query a day without a paper for it is left out.
    """
    digests = _digests(project, name)
    days = digests.archive.days()
    if not days or (day and day not in days):
        raise ArchiveError(f"found no list of {day}" if day else "found no list; add one first")
    if not sending:
        message = digests.of(day or days[-1])
        if message is None:
            raise ArchiveError(f"{day or days[-1]}: found no paper for the query {name}")
        click.echo(message.as_bytes(), nl=False)
        return
    to, sent = server(os.environ), _Sent(project / ".cache" / "digests.json")
    for each in [day] if day else _waiting(days, sent, digests):
        if digests.name(each) in sent.names:
            click.echo(f"{each}: was sent before")
        elif (message := digests.of(each)) is None:
            click.echo(f"{each}: no paper for the query {name}")
        else:
            with sent.adding(digests.name(each)):
                send(message, to)
            click.echo(f"{each}: sent to {digests.mailing.recipient}")


@dataclass(frozen=True)
class _Digests:
    """The messages of an archive's days."""

    archive: Archive
    leave_out: Collection[str]
    site: Site
    mailing: Mailing
    query: SavedQuery | None

    def name(self, day: date) -> str:
        """Give the Message-ID of a day's."""
        return message_id(day, self.site, self.mailing, self.query)

    def of(self, day: date) -> EmailMessage | None:
        """Give a day's; None where its query finds none of the day's papers."""
        papers = self._papers(day)
        if self.query and not papers:
            return None
        return digest(day, papers, self.site, self.mailing, self.query)

    def _papers(self, day: date) -> list[Paper]:
        """Give the papers of a day as they are shown."""
        page, archive = self.archive.day(day), self.archive
        ids = [each for each in (page.day.ids() if page else ()) if each in archive.files]
        pages = (archive.paper(each) for each in ids if self._found is None or each in self._found)
        return [
            in_characters(without(each.paper, self.leave_out))
            for each in pages
            if isinstance(each, PaperPage)
        ]

    @cached_property
    def _found(self) -> frozenset[str] | None:
        """The ids of the papers that the query finds; None for all."""
        if not self.query:
            return None
        keys = Keys(b"")
        library = with_topics(read_library(self.archive, self.leave_out, keys=keys), keys, Store())
        (addresses,) = found([self.query], documents(library))
        ids = {paper_address(paper_id): paper_id for paper_id in library.papers}
        return frozenset(ids[address] for address in addresses)


def _digests(project: Path, name: str | None) -> _Digests:
    """Give the digests of a project, of all papers or a query; raise SettingsError for settings they lack."""
    chosen = read_settings(project)
    if chosen.email is None:
        raise SettingsError("mkdocs.yml: email is not set; set from and to below it, for dailypapers")
    site = Site(read_site_name(project), "", read_site_url(project))
    if not site.url:
        raise SettingsError("mkdocs.yml: site_url is not set; a digest links to the site")
    known = {query.slug: query for query in chosen.queries}
    if name is not None and name not in known:
        allowed = ", ".join(known) or "none, as queries is not set; set it below dailypapers"
        raise SettingsError(f"mkdocs.yml: found no query {name!r}; allowed: {allowed}")
    query = known[name] if name is not None else None
    return _Digests(open_archive(project), chosen.leave_out, site, chosen.email, query)


class _Sent:
    """The Message-IDs of what was sent, kept from run to run; where they are lost only the newest is sent."""

    def __init__(self, file: Path) -> None:
        self._file = file
        try:
            self.names: list[str] = [*map(str, json.loads(file.read_bytes()))]
        except (OSError, ValueError, TypeError):
            self.names = []

    @contextmanager
    def adding(self, name: str) -> Iterator[None]:
        """Keep that a message was sent; what could not be kept must not be sent, or it would be once more."""
        with written_after(self._file, json.dumps([*self.names, name], indent=0)):
            yield
        self.names.append(name)


def _waiting(days: Sequence[date], sent: _Sent, digests: _Digests) -> list[date]:
    """Give the days to send: the newest, and those since one that was sent, a week back at most."""
    recent = [day for day in days if day > days[-1] - _AGAIN]
    known = [place for place, day in enumerate(recent) if digests.name(day) in sent.names]
    return recent[known[0] :] if known else recent[-1:]
