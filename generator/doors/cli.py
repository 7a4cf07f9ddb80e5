"""The door of the command line: `dailypapers`, or `python -m generator`."""

import json
import os
import shutil
import subprocess
import sys
from collections import Counter
from collections.abc import Collection, Iterable, Iterator, Sequence
from contextlib import nullcontext
from datetime import UTC, date, datetime
from importlib.metadata import version
from pathlib import Path
from typing import TextIO, TypeVar

import click

from ..archive import remove as removal
from ..archive.add import Addition, Tally
from ..archive.archive import Archive
from ..archive.check import Problem, check_archive, repair_archive
from ..archive.clear import clear
from ..archive.files import LOCK
from ..archive.pending import pending, read_listing
from ..archive.recover import refuse_conflicts
from ..fetch.enrich import Identified, LeftOpen, NotAsked, Outcome, lacking_papers
from ..fetch.enrich import enrich as look_up
from ..fetch.fetcher import Fetcher, user_agent
from ..fetch.gather import Gathered, days_between, due_days, errands, gather, lacking_days, recent_days
from ..papers.categories import is_category
from ..papers.errors import DailyPapersError, ListingError
from ..site.check import check_addresses, check_site
from ..sources import parse
from ..sources.listing import Hint, Listing
from ..sources.services import FETCHED
from ..text.plain import printable
from .days import METAVAR, to_day
from .digest import digest_command
from .export import export
from .init import init, upgrade
from .settings import read_settings
from .summary import as_json, describe, some, summary

STDIN = "standard input"
_DASH = Path("-")
T = TypeVar("T")


class _Commands(click.Group):
    """Commands whose faults end with one clear message and exit code 1."""

    def invoke(self, ctx: click.Context) -> object:
        try:
            return super().invoke(ctx)
        except DailyPapersError as error:
            raise click.ClickException(str(error)) from error
        except OSError as error:
            if isinstance(error, BrokenPipeError):  # which click ends quietly
                raise
            where = f"{error.filename}: " if error.filename else ""
            remedy = "see to the folder's permissions and the disk's space, then run the same command again"
            raise click.ClickException(printable(f"{where}{error.strerror or error}; {remedy}")) from error


@click.group(cls=_Commands, context_settings={"help_option_names": ["-h", "--help"]})
@click.option(
    "-C",
    "--project",
    type=click.Path(exists=True, file_okay=False, path_type=Path),
    default=".",
    help="Folder that holds mkdocs.yml and content/.  [default: the current one]",
)
@click.version_option(package_name="dailypapers")
@click.pass_context
def main(ctx: click.Context, project: Path) -> None:
    """Turn listings of research papers into a permanent, searchable archive.

    Exit codes: 0 done, 1 the input or the archive is at fault, 2 the command was called wrongly.
    """
    ctx.obj = project


@main.command()
@click.argument("files", nargs=-1, required=True, type=click.Path(path_type=Path))
@click.option(
    "--date",
    "day",
    type=to_day,
    metavar=METAVAR,
    help="The listing day, where the listing does not state it.",
)
@click.option("--year", type=click.IntRange(1990, 2200), help="The year of a listing day without one.")
@click.option(
    "--dry-run", is_flag=True, help="Show what would be added, changed and rejected; write nothing."
)
@click.option("--strict", is_flag=True, help="Take any rejection for an error, before anything is written.")
@click.option("--json", "to_programs", is_flag=True, help="Print the summary as JSON.")
@click.pass_obj
def add(
    project: Path,
    files: Sequence[Path],
    day: date | None,
    year: int | None,
    dry_run: bool,
    strict: bool,
    to_programs: bool,
) -> None:
    """Add the listings in FILES (- for standard input) to the archive.

    For example: dailypapers add 2025-08-07.txt

    Adding a listing twice changes nothing. What a person edited in a page is kept.
    """
    if files.count(_DASH) > 1:
        raise click.UsageError("- names standard input, which can be read once; give it once")
    listings = (_read(file, day, year) for file in _progress(files, "Adding listings", len(files)))
    tally = _add(
        _archive(project), read_settings(project).leave_out, listings, dry_run=dry_run, strict=strict
    )
    _say(as_json(tally) if to_programs else summary(tally, dry_run=dry_run))


@main.command()
@click.option("--json", "to_programs", is_flag=True, help="Print what was added and built as JSON.")
@click.pass_obj
def build(project: Path, to_programs: bool) -> None:
    """Add new listings from content/listings/, then build the site.

    For example: dailypapers build

    The same as `mkdocs build --strict`, once all listings are in.
    """
    archive = _archive(project)
    leave_out = read_settings(project).leave_out
    waiting = pending(archive, _today(), project / ".cache" / "listings")
    tally = Tally()
    if waiting:
        added = f"Adding {some([listing.scope for listing in waiting])} from {archive.listings}"
        _say(added, err=to_programs)
        tally = _add(
            archive,
            leave_out,
            _progress(waiting, "Adding listings", len(waiting)),
            dry_run=False,
            strict=False,
        )
        _say(summary(tally, dry_run=False), err=to_programs)
    _mkdocs(project, "build", "--strict", output=sys.stderr if to_programs else None)
    site = (project / "site").resolve()
    files = [path for path in site.rglob("*") if path.is_file()]
    size = sum(path.stat().st_size for path in files)
    if to_programs:
        built = {"papers": len(archive.files), "files": len(files), "bytes": size, "site": str(site)}
        click.echo(as_json(tally, built=built))
        return
    _say(
        f"\nPapers: {len(archive.files):,}; days: {len(archive.days()):,};"
        f" files: {len(files):,}; {size / 1e6:,.1f} MB."
        f"\nThe site is in {site}"
        "\nLook at it with: dailypapers serve"
    )


@main.command()
@click.option("--address", default="127.0.0.1:8000", show_default=True, help="Where to serve it.")
@click.pass_obj
def serve(project: Path, address: str) -> None:
    """Show the site in a browser and keep it up to date while files change.

    For example: dailypapers serve --address 127.0.0.1:8001
    """
    _archive(project)  # says what is missing where there is none
    _mkdocs(project, "serve", "--dev-addr", address)


@main.command()
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

    And that of a fortnight ago, for its votes, which have settled by then.

    A backfill (--since) asks only for days that are not in yet, so that it goes on where it was cut short,
    and not for weekends and holidays. Neither it nor --date needs days to be promised in mkdocs.yml.
    """
    today = _today()
    days = _days_to_fetch(day, since, until, today)
    if categories and source != "arxiv":
        raise click.UsageError("--category is of arXiv; give --source arxiv too")
    for category in categories:
        if not is_category(category):
            raise click.UsageError(f"--category {category!r} is no arXiv category such as cs.CL or hep-th")
    _archive(project)  # says what is missing where there is none
    settings = read_settings(project)
    if source == "arxiv" and not categories and not any(each.categories for each in settings.sources):
        raise click.UsageError("--source arxiv: mkdocs.yml names no categories; give --category")
    gathered = Gathered()
    with _fetcher(project) as fetcher:
        for errand in errands(settings.sources, FETCHED[source] if source else None, categories, today):
            archive, scope = _archive(project), errand.plan.scope
            if day:
                wanted = days
            elif since:
                listing_days = [each for each in days if errand.coverage.is_listing_day(each)]
                if skipped := len(days) - len(listing_days):
                    left_out = f"{skipped:,} of {len(days):,} days are weekends or holidays"
                    _say(f"{scope}: {left_out} and are not asked for", err=True)
                wanted = lacking_days(archive, errand, listing_days)
            else:
                wanted = due_days(archive, errand, filter(errand.coverage.promises, days))
            asked = _progress(wanted, f"Fetching {scope}", len(wanted))
            gather(archive.root, settings.leave_out, errand, asked, fetcher.get, today, gathered)
    _say(_report(gathered) if to_programs else summary(gathered.tally, dry_run=False))
    for unlisted in gathered.unlisted:
        _say(f"{unlisted.day}, {unlisted.scope}: no list yet", err=True)
    for missed in gathered.missed:
        _say(f"Error: {missed.day}, {missed.scope}: {missed.error}", err=True)
    if gathered.missed:
        sys.exit(1)


@main.command()
@click.option("--dry-run", is_flag=True, help="List what was found; write nothing.")
@click.option("--json", "to_programs", is_flag=True, help="Print what came of each paper as JSON.")
@click.pass_obj
def enrich(project: Path, dry_run: bool, to_programs: bool) -> None:
    """Look up on arXiv what papers lack: identifier, authors, dates.

    For example: dailypapers enrich --dry-run

    Only a sure match is taken: the title is the same and the abstracts agree. The others are named.
    """
    archive = _archive(project)
    leave_out = read_settings(project).leave_out
    papers = lacking_papers(archive)
    outcomes: list[Outcome] = []
    with _fetcher(project) as fetcher:
        asked = look_up(archive.root, leave_out, papers, fetcher.get, _today(), dry_run=dry_run)
        for outcome in _progress(asked, "Asking arXiv", len(papers)):
            outcomes.append(outcome)
            if not to_programs:
                _say(f"{outcome.paper.id}: {_said(outcome)}", err=isinstance(outcome, NotAsked))
    counts = Counter(map(type, outcomes))
    identified, left_open = counts[Identified], counts[LeftOpen]
    unasked = len(papers) - identified - left_open
    if to_programs:
        click.echo(json.dumps([*map(_outcome, outcomes)], indent=2))
    else:
        _say(f"{identified:,} found, {left_open:,} left open, {unasked:,} without an answer.")
        if dry_run:
            _say("Nothing was written (--dry-run).")
    if unasked:
        sys.exit(1)


@main.command()
@click.option(
    "--repair",
    is_flag=True,
    help="First mend what needs no person: what git could not merge, lost pages, listing days, addresses.",
)
@click.option(
    "--addresses",
    is_flag=True,
    help="Look only at whether the built site answers all that was ever published.",
)
@click.option("--json", "to_programs", is_flag=True, help="Print the findings as JSON.")
@click.pass_obj
def check(project: Path, repair: bool, addresses: bool, to_programs: bool) -> None:
    """Report what does not hold in the archive and, where it is built, in the site.

    For example: dailypapers check --repair

    That includes the days that mkdocs.yml promises: missing, cut short, repeated, or too old.
    What is only odd is a remark. The exit code is 1 when a problem remains.
    """
    repaired = repair_archive(_archive(project)) if repair else []
    archive = _archive(project)
    site = project / "site"
    built = site.is_dir()
    if addresses:
        findings = check_addresses(archive, site)
    else:
        findings = check_archive(archive, read_settings(project).sources, _today())
        findings += check_site(archive, site) if built else []
    problems = [each for each in findings if not each.is_remark]
    remarks = [each for each in findings if each.is_remark]
    if to_programs:
        report = {
            "site": built,
            "repaired": repaired,
            "problems": [_finding(problem) for problem in problems],
            "remarks": [_finding(remark) for remark in remarks],
        }
        _say(json.dumps(report, indent=2))
    else:
        for line in (*repaired, *problems, *(f"Remark: {remark}" for remark in remarks)):
            _say(line)
        looked = "the archive and the site" if built else "the archive (the site is not built)"
        looked = "the addresses of the site" if addresses else looked
        counts = f"{len(problems) or 'no'} problem{'s' * (len(problems) != 1)}"
        if remarks:
            counts += f", {len(remarks)} remark{'s' * (len(remarks) != 1)}"
        _say(f"Looked at {looked}: {counts}.")
    if problems:
        sys.exit(1)


@main.command()
@click.argument("paper")
@click.option("--reason", required=True, help="Why; shown in the paper's place.")
@click.option("--json", "to_programs", is_flag=True, help="Print what was taken down as JSON.")
@click.pass_obj
def remove(project: Path, paper: str, reason: str, to_programs: bool) -> None:
    """Take down PAPER (its id, alias or arXiv identifier) and leave a tombstone.

    For example: dailypapers remove 2508.01234 --reason "The authors asked for it."

    Its address stays, and later listings do not bring it back.
    """
    if not reason.strip():
        raise click.UsageError("--reason is empty; say why, since it stands in the paper's place")
    removed = removal.remove(_archive(project), paper, reason)
    _forget(project / ".cache")
    if to_programs:
        click.echo(json.dumps({"removed": removed}, indent=2))
        return
    _say(f"Took down {removed}; its page now gives the reason.")
    _say(
        "The listing it came in may still hold its text: see content/listings/ and the repository's history."
    )


@main.command("clear")
@click.option("--yes", is_flag=True, help="Do not ask before papers and listings are deleted.")
@click.pass_obj
def clear_command(project: Path, yes: bool) -> None:
    """Empty the archive: delete all papers, days and listings; keep pages written by hand.

    For example: dailypapers clear --yes

    For a fork of the program's repository, which begins as an archive of its own.
    """
    archive = _archive(project)
    if (archive.files or archive.days()) and not yes:
        click.confirm(
            f"Delete {len(archive.files):,} papers and {len(archive.days()):,} days from {archive.root}?",
            abort=True,
        )
    with archive.locked():
        clear(archive.root)
    _say(
        f"{archive.root} is an empty archive now."
        f" Put a listing into {archive.listings}, or use dailypapers add."
    )


main.add_command(init)
main.add_command(upgrade)
main.add_command(export)
main.add_command(digest_command)


def _say(text: object, *, err: bool = False) -> None:
    """Print `text`; what came from elsewhere cannot steer the terminal it is shown in."""
    click.echo(printable(str(text)), err=err)


def _forget(cache: Path) -> None:
    """Delete answers and cards, which may hold what was taken down; the lock of a run stays."""
    for path in cache.glob("*"):
        if path.is_dir():
            shutil.rmtree(path, ignore_errors=True)
        elif not path.name.endswith(LOCK):
            path.unlink()


def _archive(project: Path) -> Archive:
    return Archive(project / "content")


def _today() -> date:
    return datetime.now(UTC).date()


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


def _finding(problem: Problem) -> dict[str, str]:
    """Give a problem or remark for programs."""
    return {"where": problem.where, "found": problem.found, "remedy": problem.remedy}


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


def _read(file: Path, day: date | None, year: int | None) -> Listing:
    if file == _DASH:
        return parse(sys.stdin.buffer.read(), Hint(STDIN, _today(), day, year))
    return read_listing(file, today=_today(), day=day, year=year)


def _progress(items: Iterable[T], label: str, count: int) -> Iterator[T]:
    """Give `items`, with a progress bar where there are several and a terminal to show it."""
    if count < 2 or not sys.stderr.isatty():
        yield from items
        return
    with click.progressbar(items, length=count, label=label, file=sys.stderr) as bar:
        yield from bar


def _fetcher(project: Path) -> Fetcher:
    name = user_agent(version("dailypapers"), os.environ.get("REPOSITORY_URL"))
    return Fetcher(project / ".cache" / "http", name)


def _add(
    archive: Archive, leave_out: Collection[str], listings: Iterable[Listing], *, dry_run: bool, strict: bool
) -> Tally:
    with nullcontext() if dry_run else archive.locked():
        refuse_conflicts(archive)
        addition = Addition(archive, leave_out)
        for listing in listings:
            addition.add(listing)
        rejected = addition.tally.rejected
        if strict and rejected:
            shown = "\n".join(describe(name, rejection) for name, rejection in rejected)
            raise ListingError(
                rejected[0][0], f"{len(rejected)} rejected under --strict; nothing was written\n{shown}"
            )
        if not dry_run:
            addition.write()
    return addition.tally


def _mkdocs(project: Path, *arguments: str, output: TextIO | None = None) -> None:
    """Run MkDocs in the project's folder; its output is the user's, and so is its exit code."""
    quiet = {**os.environ, "NO_MKDOCS_2_WARNING": "1"}  # the theme's advertisement of its successor
    command = [sys.executable, "-m", "mkdocs", *arguments]
    done = subprocess.run(command, cwd=project, env=quiet, stdout=output)  # noqa: S603
    if done.returncode:
        sys.exit(1)
