"""The command that gives papers in the formats of other programs."""

import json
import sys
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path

import click

from ..archive.archive import Archive
from ..archive.files import write
from ..archive.pages import PaperPage
from ..papers.citation import bibtex
from ..papers.csl import csl
from ..papers.leave_out import without
from ..papers.records import Paper
from ..papers.ris import ris
from ..papers.wording import in_characters
from ..site.data.jsonl import jsonl
from ..site.data.sqlite import sqlite
from .days import METAVAR, to_day
from .settings import read_settings, read_site_url
from .terminal import open_archive

Writer = Callable[[Sequence[Paper], str], str | bytes]
"""Gives papers in a format; the text is the address of the site, where it matters."""


def _csl(papers: Sequence[Paper], site_url: str) -> str:
    return json.dumps([csl(paper, site_url) for paper in papers], ensure_ascii=False, indent=1) + "\n"


FORMATS: dict[str, Writer] = {
    "jsonl": lambda papers, _: "".join(jsonl(papers)),
    "bibtex": lambda papers, site_url: "\n".join(bibtex(in_characters(each), site_url) for each in papers),
    "ris": lambda papers, site_url: "".join(ris(in_characters(each), site_url) for each in papers),
    "csl": lambda papers, site_url: _csl([*map(in_characters, papers)], site_url),
    "sqlite": lambda papers, _: sqlite(map(in_characters, papers)),
}


@dataclass(frozen=True, slots=True)
class Choice:
    """Which papers are wanted: those that all of it fits, as with the filters of the search."""

    since: date | None = None
    until: date | None = None
    topics: tuple[str, ...] = ()
    """Topics or categories, whatever their case: each has to be the paper's."""
    votes: int = 0
    code: bool = False

    def fits(self, paper: Paper) -> bool:
        """Tell whether a paper is one of them."""
        since, until = self.since or date.min, self.until or date.max
        known = {topic.casefold() for topic in (*paper.topics, *paper.categories)}
        return (
            any(since <= day <= until for day in paper.listed)
            and known.issuperset(topic.casefold() for topic in self.topics)
            and (paper.votes or 0) >= self.votes
            and (not self.code or any(link.kind == "code" for link in paper.links))
        )


@click.command()
@click.option("--format", "name", type=click.Choice(list(FORMATS)), required=True, help="What to write.")
@click.option(
    "--since", type=to_day, metavar=METAVAR, help="Only papers that were listed on this day or later."
)
@click.option(
    "--until", type=to_day, metavar=METAVAR, help="Only papers that were listed on this day or earlier."
)
@click.option("--topic", "topics", multiple=True, help="Only papers of a topic or category; may be repeated.")
@click.option("--votes", type=click.IntRange(0), default=0, help="Only papers with as many votes or more.")
@click.option("--code", is_flag=True, help="Only papers with code.")
@click.option(
    "-o",
    "--output",
    type=click.Path(dir_okay=False, path_type=Path),
    help="The file to write.  [default: standard output]",
)
@click.pass_obj
def export(
    project: Path,
    name: str,
    since: date | None,
    until: date | None,
    topics: tuple[str, ...],
    votes: int,
    code: bool,
    output: Path | None,
) -> None:
    """Give papers in a format of other programs, in the order in which they were first listed.

    For example: dailypapers export --format bibtex --since 2025-08-01 --topic cs.CL -o august.bib

    What jsonl writes, `dailypapers add` reads back. Papers that were taken down are not among them.
    """
    if since and until and since > until:
        raise click.UsageError(f"--since {since} is after --until {until}; no day is between them")
    settings = read_settings(project)
    choice = Choice(since, until, topics, votes, code)
    shown = (without(paper, settings.leave_out) for paper in _as_listed(open_archive(project)))
    papers = [*filter(choice.fits, shown)]
    written = FORMATS[name](papers, read_site_url(project))
    data = written if isinstance(written, bytes) else written.encode()
    if output and output.exists() and not output.is_file():
        output.write_bytes(data)  # a device or a pipe, which nothing may take the place of
    elif output:
        write(output.resolve(), data)
    elif isinstance(written, bytes) and sys.stdout.isatty():
        raise click.UsageError("a database is nothing for a terminal; name a file: -o papers.db")
    else:
        click.echo(data, nl=False)
    click.echo(f"{len(papers):,} paper{'s' * (len(papers) != 1)}", err=True)


def _as_listed(archive: Archive) -> Iterator[Paper]:
    """Give each paper of the archive once, the oldest day first, each day in its order."""
    days = (archive.day(day) for day in archive.days())
    ids = dict.fromkeys(paper_id for page in days if page for paper_id in page.day.ids())
    for paper_id in ids:
        page = archive.paper(paper_id) if paper_id in archive.files else None
        if isinstance(page, PaperPage):
            yield page.paper
