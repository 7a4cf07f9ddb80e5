"""The command that writes or sends a day's list as an email."""

import json
import os
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from datetime import date, timedelta
from pathlib import Path

import click

from ..archive.archive import Archive
from ..archive.files import written_after
from ..archive.pages import PaperPage
from ..papers.errors import ArchiveError, SettingsError
from ..papers.leave_out import without
from ..papers.records import Paper
from ..papers.wording import in_characters
from ..site.digest import Mailing, digest, message_id
from ..site.head import Site
from .days import METAVAR, to_day
from .mail import send, server
from .settings import read_settings, read_site_name, read_site_url
from .terminal import open_archive

_AGAIN = timedelta(days=7)
"""How long a digest that could not be sent is tried again."""


@click.command("digest")
@click.option("--date", "day", type=to_day, metavar=METAVAR, help="The listing day.  [default: the newest]")
@click.option("--send", "sending", is_flag=True, help="Send it over SMTP, instead of printing it.")
@click.pass_obj
def digest_command(project: Path, day: date | None, sending: bool) -> None:
    """Print the list of a day as an email, or send it to the address in mkdocs.yml.

    For example: dailypapers digest --date 2025-08-06 > day.eml

    --send asks SMTP_HOST, SMTP_PORT, SMTP_SECURITY (starttls, tls, none), SMTP_USER and SMTP_PASSWORD for the
    server. Without --date it sends the newest day, and those of the week before that an earlier run could not
    send; a day that was sent is not sent again.
    """
    archive = open_archive(project)
    mailing = read_settings(project).email
    if mailing is None:
        raise SettingsError("mkdocs.yml: email is not set; set from and to below it, for dailypapers")
    site = Site(read_site_name(project), "", read_site_url(project))
    if not site.url:
        raise SettingsError("mkdocs.yml: site_url is not set; a digest links to the site")
    days = archive.days()
    if not days or (day and day not in days):
        raise ArchiveError(f"found no list of {day}" if day else "found no list; add one first")
    if not sending:
        message = digest(day or days[-1], _papers(archive, project, day or days[-1]), site, mailing)
        click.echo(message.as_bytes(), nl=False)
        return
    to, sent = server(os.environ), _Sent(project / ".cache" / "digests.json")
    for each in [day] if day else _waiting(days, sent, site, mailing):
        message_name = message_id(each, site, mailing)
        if message_name in sent.names:
            click.echo(f"{each}: was sent before")
            continue
        message = digest(each, _papers(archive, project, each), site, mailing)
        with sent.adding(message_name):
            send(message, to)
        click.echo(f"{each}: sent to {mailing.recipient}")


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


def _waiting(days: Sequence[date], sent: _Sent, site: Site, mailing: Mailing) -> list[date]:
    """Give the days to send: the newest, and those since one that was sent, a week back at most."""
    recent = [day for day in days if day > days[-1] - _AGAIN]
    known = [place for place, day in enumerate(recent) if message_id(day, site, mailing) in sent.names]
    return recent[known[0] :] if known else recent[-1:]


def _papers(archive: Archive, project: Path, day: date) -> list[Paper]:
    """Give the papers of a day as they are shown."""
    page, leave_out = archive.day(day), read_settings(project).leave_out
    ids = page.day.ids() if page else ()
    pages = (archive.paper(paper_id) for paper_id in ids if paper_id in archive.files)
    return [in_characters(without(each.paper, leave_out)) for each in pages if isinstance(each, PaperPage)]
