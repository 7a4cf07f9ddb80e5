"""The door of the command line: `dailypapers`, or `python -m generator`."""

import json
import os
import shutil
import subprocess
import sys
from collections.abc import Collection, Iterable, Sequence
from contextlib import nullcontext
from datetime import date
from importlib import import_module
from pathlib import Path
from typing import TextIO

import click

from ..archive import remove as removal
from ..archive.add import Addition, Tally
from ..archive.archive import Archive
from ..archive.check import Problem, check_archive, repair_archive
from ..archive.clear import clear
from ..archive.files import LOCK
from ..archive.pending import pending, read_listing
from ..archive.recover import refuse_conflicts
from ..papers.errors import DailyPapersError, ListingError
from ..site.check import check_addresses, check_site, check_topics, repair_topics
from ..sources import parse
from ..sources.listing import Hint, Listing
from ..text.plain import printable
from .collector import no_collector
from .days import METAVAR, to_day
from .settings import read_settings
from .summary import as_json, describe, some, summary
from .terminal import open_archive, progress, say, today_utc

STDIN = "standard input"
_DASH = Path("-")
_ELSEWHERE = {
    "digest": (".digest", "digest_command"),
    "enrich": (".network", "enrich"),
    "export": (".export", "export"),
    "fetch": (".network", "fetch"),
    "init": (".init", "init"),
    "topics": (".topics", "topics_command"),
    "upgrade": (".init", "upgrade"),
}
"""Commands with a module of their own, loaded when they are asked for: each needs much that others do not."""


class _Commands(click.Group):
    """Commands whose faults end with one clear message and exit code 1."""

    def list_commands(self, ctx: click.Context) -> list[str]:
        return sorted([*self.commands, *_ELSEWHERE])

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        if cmd_name not in _ELSEWHERE:
            return super().get_command(ctx, cmd_name)
        module, name = _ELSEWHERE[cmd_name]
        command: click.Command = getattr(import_module(module, __package__), name)
        return command

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
    listings = (_read(file, day, year) for file in progress(files, "Adding listings", len(files)))
    tally = _add(
        open_archive(project), read_settings(project).leave_out, listings, dry_run=dry_run, strict=strict
    )
    say(as_json(tally) if to_programs else summary(tally, dry_run=dry_run))


@main.command()
@click.option("--json", "to_programs", is_flag=True, help="Print what was added and built as JSON.")
@click.pass_obj
def build(project: Path, to_programs: bool) -> None:
    """Add new listings from content/listings/, then build the site.

    For example: dailypapers build

    The same as `mkdocs build --strict`, once all listings are in.
    """
    archive = open_archive(project)
    leave_out = read_settings(project).leave_out
    waiting = pending(archive, today_utc(), project / ".cache" / "listings")
    tally = Tally()
    if waiting:
        added = f"Adding {some([listing.scope for listing in waiting])} from {archive.listings}"
        say(added, err=to_programs)
        tally = _add(
            archive,
            leave_out,
            progress(waiting, "Adding listings", len(waiting)),
            dry_run=False,
            strict=False,
        )
        say(summary(tally, dry_run=False), err=to_programs)
    _mkdocs(project, "build", "--strict", output=sys.stderr if to_programs else None)
    site = (project / "site").resolve()
    files = [path for path in site.rglob("*") if path.is_file()]
    size = sum(path.stat().st_size for path in files)
    if to_programs:
        built = {"papers": len(archive.files), "files": len(files), "bytes": size, "site": str(site)}
        click.echo(as_json(tally, built=built))
        return
    say(
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
    open_archive(project)  # says what is missing where there is none
    _mkdocs(project, "serve", "--dev-addr", address)


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
    repaired = []
    if repair:
        repaired += repair_archive(open_archive(project), read_settings(project).leave_out)
        repaired += repair_topics(open_archive(project))
    archive = open_archive(project)
    site = project / "site"
    built = site.is_dir()
    if addresses:
        findings = check_addresses(archive, site)
    else:
        chosen = read_settings(project)
        findings = check_archive(archive, chosen.sources, today_utc(), chosen.leave_out)
        findings += check_topics(archive) + (check_site(archive, site) if built else [])
    problems = [each for each in findings if not each.is_remark]
    remarks = [each for each in findings if each.is_remark]
    if to_programs:
        report = {
            "site": built,
            "repaired": repaired,
            "problems": [_finding(problem) for problem in problems],
            "remarks": [_finding(remark) for remark in remarks],
        }
        say(json.dumps(report, indent=2))
    else:
        for line in (*repaired, *problems, *(f"Remark: {remark}" for remark in remarks)):
            say(line)
        looked = "the archive and the site" if built else "the archive (the site is not built)"
        looked = "the addresses of the site" if addresses else looked
        counts = f"{len(problems) or 'no'} problem{'s' * (len(problems) != 1)}"
        if remarks:
            counts += f", {len(remarks)} remark{'s' * (len(remarks) != 1)}"
        say(f"Looked at {looked}: {counts}.")
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
    removed = removal.remove(open_archive(project), paper, reason)
    _forget(project / ".cache")
    if to_programs:
        click.echo(json.dumps({"removed": removed}, indent=2))
        return
    say(f"Took down {removed}; its page now gives the reason.")
    say("The listing it came in may still hold its text: see content/listings/ and the repository's history.")


@main.command("clear")
@click.option("--yes", is_flag=True, help="Do not ask before papers and listings are deleted.")
@click.pass_obj
def clear_command(project: Path, yes: bool) -> None:
    """Empty the archive: delete all papers, days and listings; keep pages written by hand.

    For example: dailypapers clear --yes

    For a fork of the program's repository, which begins as an archive of its own.
    """
    archive = open_archive(project)
    if (archive.files or archive.days()) and not yes:
        click.confirm(
            f"Delete {len(archive.files):,} papers and {len(archive.days()):,} days from {archive.root}?",
            abort=True,
        )
    with archive.locked():
        clear(archive.root)
    say(
        f"{archive.root} is an empty archive now."
        f" Put a listing into {archive.listings}, or use dailypapers add."
    )


def _forget(cache: Path) -> None:
    """Delete answers and cards, which may hold what was taken down; the lock of a run stays."""
    for path in cache.glob("*"):
        if path.is_dir():
            shutil.rmtree(path, ignore_errors=True)
        elif not path.name.endswith(LOCK):
            path.unlink()


def _finding(problem: Problem) -> dict[str, str]:
    """Give a problem or remark for programs."""
    return {"where": problem.where, "found": problem.found, "remedy": problem.remedy}


def _read(file: Path, day: date | None, year: int | None) -> Listing:
    if file == _DASH:
        return parse(sys.stdin.buffer.read(), Hint(STDIN, today_utc(), day, year))
    return read_listing(file, today=today_utc(), day=day, year=year)


def _add(
    archive: Archive, leave_out: Collection[str], listings: Iterable[Listing], *, dry_run: bool, strict: bool
) -> Tally:
    with no_collector(), nullcontext() if dry_run else archive.locked():
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
