"""Filling the archive over the network: what a source lists, day by day, and what text listings lack."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from datetime import date
from pathlib import Path

from .add import Addition, Tally
from .answers import Get
from .archive import Archive
from .coverage import Coverage
from .endpoints import Arxiv, HuggingFace, Plan
from .enrich import LeftOpen, Proposal, lacking, look_up
from .errors import DailyPapersError
from .harvest import Missed, Received, fetch_days
from .listing import Hint, Listing
from .merge import agree
from .pages import PaperPage
from .records import Paper, Source
from .settings import Settings, SettingsError
from .sources import oai, parse

FETCHED: Mapping[str, Source] = {"hf": "huggingface", "arxiv": "arxiv"}
"""The sources that can be fetched, by the names that the command line has for them."""


@dataclass
class Gathered:
    """What a run over the network brought."""

    tally: Tally = field(default_factory=Tally)
    missed: list[Missed] = field(default_factory=list)
    unpublished: list[date] = field(default_factory=list)
    """Days that are not over and have no list yet."""


@dataclass(frozen=True, slots=True)
class Errand:
    """One list to fetch, and the days it promises."""

    source: Source
    plan: Plan
    coverage: Coverage


def errands(
    settings: Settings, source: Source | None, categories: Iterable[str], today: date
) -> list[Errand]:
    """Give the lists to fetch: those in the settings, or of one source only.

    A source that the settings do not name promises weekdays. Raises SettingsError for nothing to fetch.
    """
    wanted = (
        [source] if source else [each.source for each in settings.sources if each.source in FETCHED.values()]
    )
    if not wanted:
        raise SettingsError(
            "mkdocs.yml: sources: names none that can be fetched; add huggingface or arxiv, or give --source"
        )
    found = []
    for name in dict.fromkeys(wanted):
        coverage = next((each for each in settings.sources if each.source == name), Coverage(name, date.min))
        plans: list[Plan] = [HuggingFace()]
        if name == "arxiv":
            chosen = tuple(categories) or coverage.categories
            if not chosen:
                raise SettingsError("arxiv: found no category; give --category, or categories in mkdocs.yml")
            plans = [Arxiv(category, today, oai.resumption_token) for category in chosen]
        found += [Errand(name, plan, coverage) for plan in plans]
    return found


def gather(
    root: Path,
    settings: Settings,
    errand: Errand,
    days: Iterable[date],
    get: Get,
    today: date,
    gathered: Gathered,
    *,
    again: bool,
) -> Iterator[date]:
    """Fetch and add a list's promised days, giving each when it is dealt with; `gathered` takes the outcome.

    Every day is written before the next is asked for, so a run that was cut short goes on where it ended:
    without `again`, days with a receipt of this list are not asked for. Raises DailyPapersError when the
    source is down.
    """
    promised = [day for day in days if errand.coverage.promises(day)]
    archive = Archive(root)

    def done(day: date) -> bool:
        page = None if again else archive.day(day)
        return page is not None and any(
            (receipt.source, receipt.scope) == (errand.source, errand.plan.scope)
            for receipt in page.day.receipts
        )

    for result in fetch_days(promised, errand.plan, get, done):
        if isinstance(result, Received):
            try:
                _add(root, settings, result, today, gathered)
            except DailyPapersError as error:
                gathered.missed.append(Missed(result.day, result.scope, error))
        else:
            gathered.missed.append(result)
        yield result.day


def lacking_papers(archive: Archive) -> list[Paper]:
    """Give the papers that lack an arXiv identifier, authors or a date."""
    return list(lacking(page.paper for page in archive.papers() if isinstance(page, PaperPage)))


def enrich(
    root: Path, settings: Settings, papers: Iterable[Paper], get: Get, today: date, *, dry_run: bool
) -> Iterator[Proposal | LeftOpen]:
    """Look up what `papers` lack, giving each outcome; without `dry_run`, a sure match is merged at once."""
    for outcome in look_up(papers, get, lambda answer: _read(answer.body, answer.url, today, today), agree):
        if isinstance(outcome, Proposal) and not dry_run:
            archive = Archive(root)
            with archive.locked():
                addition = Addition(archive, settings)
                addition.merge(outcome.paper.id, outcome.account)
                addition.write()
        yield outcome


def _add(root: Path, settings: Settings, received: Received, today: date, gathered: Gathered) -> None:
    day = received.day if received.scope == HuggingFace().scope else None
    listing = _read(received.data, received.url, today, day)
    if not listing.entries and not listing.rejections and received.day >= today:
        gathered.unpublished.append(received.day)
        return
    archive = Archive(root)
    with archive.locked():
        addition = Addition(archive, settings, gathered.tally)
        addition.add(replace(listing, scope=received.scope, retrieved=received.retrieved))
        addition.write()


def _read(data: bytes, url: str, today: date, day: date | None) -> Listing:
    return parse(data, Hint(url, today, day))
