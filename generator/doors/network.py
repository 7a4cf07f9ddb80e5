"""The commands that ask the web: for lists, and for what papers lack."""

import json
import os
import sys
from collections import Counter
from datetime import date
from importlib.metadata import version
from pathlib import Path

import click

from ..fetch.enrich import Identified, LeftOpen, NotAsked, Outcome, lacking_papers
from ..fetch.enrich import enrich as look_up
from ..fetch.fetcher import Fetcher, user_agent
from ..fetch.gather import Gathered, days_between, due_days, errands, gather, lacking_days, recent_days
from ..papers.categories import is_category
from ..sources.services import FETCHED
from .days import METAVAR, to_day
from .settings import read_settings
from .summary import as_json, summary
from .terminal import open_archive, progress, say, today_utc


@click.command()
@click.option("--date", "day", type=to_day, metavar=METAVAR, help="One day only.")
@click.option("--since", type=to_day, metavar=METAVAR, help="The first day of a backfill.")
@click.option("--until", type=to_day, metavar=METAVAR, help="Its last day.  [default: today]")
@click.option(
    "--source", type=click.Choice(list(FETCHED)), help="One source only.  [default: those in mkdocs.yml]"
)
@click.option(
    "--category",
    "categories",
    multiple=True,
    help="An arXiv category such as cs.CL, with --source arxiv; may be repeated.",
)
@click.option("--json", "to_programs", is_flag=True, help="Print the summary as JSON.")
@click.pass_obj
def fetch(
    project: Path,
    day: date | None,
    since: date | None,
    until: date | None,
    source: str | None,
    categories: tuple[str, ...],
    to_programs: bool,
) -> None:
    """Fetch lists and add them: today's and those of the three days before, since lists move.

    For example: dailypapers fetch --source arxiv --category cs.CL --date 2025-08-06

    And those of a fortnight ago, for their votes, which have settled by then.

    A backfill (--since) asks only for days that are not in yet, so that it goes on where it was cut short,
    and not for weekends and holidays. Neither it nor --date needs days to be promised in mkdocs.yml.
    """
    today = today_utc()
    days = _days_to_fetch(day, since, until, today)
    if categories and source != "arxiv":
        raise click.UsageError("--category is of arXiv; give --source arxiv too")
    for category in categories:
        if not is_category(category):
            raise click.UsageError(f"--category {category!r} is no arXiv category such as cs.CL or hep-th")
    open_archive(project)  # says what is missing where there is none
    settings = read_settings(project)
    if source == "arxiv" and not categories and not any(each.categories for each in settings.sources):
        raise click.UsageError("--source arxiv: mkdocs.yml names no categories; give --category")
    gathered = Gathered()
    with _fetcher(project) as fetcher:
        for errand in errands(settings.sources, FETCHED[source] if source else None, categories, today):
            archive, scope = open_archive(project), errand.plan.scope
            if day:
                wanted = days
            elif since:
                listing_days = [each for each in days if errand.coverage.is_listing_day(each)]
                if skipped := len(days) - len(listing_days):
                    left_out = f"{skipped:,} of {len(days):,} days are weekends or holidays"
                    say(f"{scope}: {left_out} and are not asked for", err=True)
                wanted = lacking_days(archive, errand, listing_days)
            else:
                wanted = due_days(archive, errand, today)
            asked = progress(wanted, f"Fetching {scope}", len(wanted))
            gather(archive.root, settings.leave_out, errand, asked, fetcher.get, today, gathered)
    say(_report(gathered) if to_programs else summary(gathered.tally, dry_run=False))
    for unlisted in gathered.unlisted:
        say(f"{unlisted.day}, {unlisted.scope}: no list yet", err=True)
    for missed in gathered.missed:
        say(f"Error: {missed.day}, {missed.scope}: {missed.error}", err=True)
    if gathered.missed:
        sys.exit(1)


@click.command()
@click.option("--dry-run", is_flag=True, help="List what was found; write nothing.")
@click.option("--json", "to_programs", is_flag=True, help="Print what came of each paper as JSON.")
@click.pass_obj
def enrich(project: Path, dry_run: bool, to_programs: bool) -> None:
    """Look up on arXiv what papers lack: identifier, authors, dates.

    For example: dailypapers enrich --dry-run

    Only a sure match is taken: the title is the same and the abstracts agree. The others are named.
    """
    archive = open_archive(project)
    leave_out = read_settings(project).leave_out
    papers = lacking_papers(archive)
    outcomes: list[Outcome] = []
    with _fetcher(project) as fetcher:
        asked = look_up(archive.root, leave_out, papers, fetcher.get, today_utc(), dry_run=dry_run)
        for outcome in progress(asked, "Asking arXiv", len(papers)):
            outcomes.append(outcome)
            if not to_programs:
                say(f"{outcome.paper.id}: {_said(outcome)}", err=isinstance(outcome, NotAsked))
    counts = Counter(map(type, outcomes))
    identified, left_open = counts[Identified], counts[LeftOpen]
    unasked = len(papers) - identified - left_open
    if to_programs:
        click.echo(json.dumps([*map(_outcome, outcomes)], indent=2))
    else:
        say(f"{identified:,} found, {left_open:,} left open, {unasked:,} without an answer.")
        if dry_run:
            say("Nothing was written (--dry-run).")
    if unasked:
        sys.exit(1)


def _days_to_fetch(day: date | None, since: date | None, until: date | None, today: date) -> list[date]:
    """Give the days that the options of `fetch` name; raise UsageError where they do not go together."""
    if day and (since or until):
        raise click.UsageError("--date is one day; give either it or --since and --until")
    if day and day > today:
        raise click.UsageError(f"--date {day} is after today ({today})")
    if until and not since:
        raise click.UsageError("--until ends a backfill; give --since too")
    if since and not since <= (until or today) <= today:
        raise click.UsageError(f"--since must not be after --until, nor --until after today ({today})")
    if day:
        return [day]
    return days_between(since, until or today) if since else recent_days(today)


def _report(gathered: Gathered) -> str:
    """Give what a fetch brought, for programs."""
    missed = [
        {"day": str(each.day), "list": each.scope, "error": str(each.error)} for each in gathered.missed
    ]
    unlisted = [{"day": str(each.day), "list": each.scope} for each in gathered.unlisted]
    return as_json(gathered.tally, missed=missed, unlisted=unlisted)


def _outcome(outcome: Outcome) -> dict[str, str]:
    """Give what came of looking up a paper, for programs."""
    match outcome:
        case Identified(paper, account):
            return {"paper": paper.id, "arxiv_id": account.arxiv_id or ""}
        case LeftOpen(paper, reason):
            return {"paper": paper.id, "left_open": reason}
        case NotAsked(paper, error):
            return {"paper": paper.id, "error": str(error)}


def _said(outcome: Outcome) -> str:
    """Say what came of looking up a paper."""
    match outcome:
        case Identified(_, account):
            authors = f"{len(account.authors)} author{'s' * (len(account.authors) != 1)}"
            return f"{account.arxiv_id}, {authors}, {account.published}"
        case LeftOpen(_, reason):
            return f"left open, {reason}"
        case NotAsked(_, error):
            return f"Error: {error}"


def _fetcher(project: Path) -> Fetcher:
    name = user_agent(version("dailypapers"), os.environ.get("REPOSITORY_URL"))
    return Fetcher(project / ".cache" / "http", name)
