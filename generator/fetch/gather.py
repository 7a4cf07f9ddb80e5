"""Filling the archive with what its sources list, day by day.

`endpoints` says where a list is asked for and in what steps, `fetch` asks, `sources` reads the answer, `add`
merges it.
"""

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, field, replace
from datetime import date, timedelta
from pathlib import Path
from typing import TypeVar

from ..archive.add import Addition, Tally
from ..archive.archive import Archive
from ..archive.coverage import Coverage
from ..papers.errors import FetchError, ListingError, SettingsError
from ..papers.records import Source, list_of
from ..sources import oai, parse_answers
from ..sources.listing import Hint, Listing
from ..sources.services import FETCHED
from .answers import Get
from .endpoints import Arxiv, HuggingFace, Plan

_SETTLED = 14
"""Days after which hardly anybody votes for a paper of a list any more."""
_MADE_UP = 7
"""Days by which a run may come late to take the votes that have settled."""
MISSES = 3
"""Items in a row without an answer after which a source counts as down."""

T = TypeVar("T")
R = TypeVar("R")


@dataclass(frozen=True, slots=True)
class Errand:
    """One list to fetch, and the days it promises."""

    source: Source
    plan: Plan
    coverage: Coverage


@dataclass(frozen=True, slots=True)
class Unlisted:
    """A day that is not over and has no list yet."""

    day: date
    scope: str


@dataclass(frozen=True, slots=True)
class Missed:
    """A day whose list could not be had."""

    day: date
    scope: str
    error: FetchError | ListingError


@dataclass
class Gathered:
    """What a run over the network brought."""

    tally: Tally = field(default_factory=Tally)
    unlisted: list[Unlisted] = field(default_factory=list)
    missed: list[Missed] = field(default_factory=list)


def errands(
    sources: Sequence[Coverage], source: Source | None, categories: Iterable[str], today: date
) -> list[Errand]:
    """Give the lists to fetch: those of the sources in the settings, or of one source only.

    A source that the settings do not name promises weekdays. Raises SettingsError for nothing to fetch.
    """
    wanted = [source] if source else [each.source for each in sources if each.source in FETCHED.values()]
    if not wanted:
        raise SettingsError(
            "mkdocs.yml: sources: names none that can be fetched; add huggingface or arxiv, or give --source"
        )
    asked = []
    for name in wanted:
        coverage = next((each for each in sources if each.source == name), Coverage(name, date.min))
        plans: list[Plan] = [HuggingFace()]
        if name == "arxiv":
            chosen = tuple(categories) or coverage.categories
            if not chosen:
                raise SettingsError("arxiv: found no category; give --category, or categories in mkdocs.yml")
            plans = [Arxiv(category, today, oai.part_of) for category in chosen]
        asked += [Errand(name, plan, coverage) for plan in plans]
    return asked


def recent_days(today: date, back: int = 3) -> list[date]:
    """Give the days that are asked for every day, ascending: today and those before it, since lists move."""
    return days_between(today - timedelta(days=back), today)


def days_between(since: date, until: date) -> list[date]:
    """Give all days from `since` to `until`, both included, ascending."""
    return [since + timedelta(days=number) for number in range((until - since).days + 1)]


def lacking_days(archive: Archive, errand: Errand, days: Iterable[date]) -> list[date]:
    """Give those of `days` of which there is no receipt of this whole list, so that a backfill can go on."""
    receipts = ((day, page.day.receipts if (page := archive.day(day)) else ()) for day in days)
    wanted = (errand.source, list_of(errand.source, errand.plan.scope), False)
    return [
        day
        for day, receipts_of_day in receipts
        if wanted not in [(receipt.source, receipt.of_list, receipt.partial) for receipt in receipts_of_day]
    ]


def due_days(archive: Archive, errand: Errand, today: date) -> list[date]:
    """Give the days to ask for every day: recent ones that lack this list, or whose list may have grown.

    Then those whose votes, which rank weeks and months, have settled by now, and were last taken before. A
    week is asked for, in case that a run came late.
    """
    promises, may_grow = errand.coverage.promises, errand.plan.may_grow
    days = list(filter(promises, recent_days(today)))
    lacking = lacking_days(archive, errand, days)
    settled = today - timedelta(days=_SETTLED)
    week = filter(promises, days_between(settled - timedelta(days=_MADE_UP - 1), settled))
    return [
        *(day for day in days if day in lacking or may_grow(day)),
        *(day for day in week if may_grow(day) and _is_unsettled(archive, errand, day)),
    ]


def _is_unsettled(archive: Archive, errand: Errand, day: date) -> bool:
    """Tell whether a list is in, and what it says is from before its votes had settled."""
    page, settled = archive.day(day), (day + timedelta(days=_SETTLED)).isoformat()
    seen = [each.first_seen for each in (page.day.receipts if page else ()) if each.source == errand.source]
    return bool(seen) and max(each or "" for each in seen) < settled


def gather(
    root: Path,
    leave_out: Sequence[str],
    errand: Errand,
    days: Iterable[date],
    get: Get,
    today: date,
    gathered: Gathered,
) -> None:
    """Fetch and add a list, day by day; `gathered` takes the outcome.

    A day is written before the next is asked for, so that an interruption costs one day. A day whose list
    could not be had is missed. Raises DailyPapersError where the archive cannot take a list.
    """

    def ask(day: date) -> None:
        listing = fetch_day(day, errand.plan, get, today)
        empty = not listing.entries and not listing.rejections
        if day >= today and (empty or day not in listing.days):
            gathered.unlisted.append(Unlisted(day, errand.plan.scope))
            if empty:
                return
        elif day not in listing.days:
            days_of_listing = ", ".join(map(str, listing.days))
            raise ListingError(
                errand.plan.scope, f"the list is of {days_of_listing}, but {day} is asked for; fetch it again"
            )
        archive = Archive(root)
        with archive.locked():
            addition = Addition(archive, leave_out, gathered.tally)
            addition.add(listing)
            addition.write()

    for day, error in ask_each(days, ask):
        if error:
            gathered.missed.append(Missed(day, errand.plan.scope, error))


def fetch_day(day: date, plan: Plan, get: Get, today: date) -> Listing:
    """Fetch the list of one day in all its answers, and read it; raises DailyPapersError."""
    answers = list(plan.answers_of(day, get))
    listing = parse_answers((each.body, Hint(each.url, today, plan.stated(day))) for each in answers)
    return replace(listing, scope=plan.scope, retrieved=answers[-1].retrieved)


def ask_each(items: Iterable[T], ask: Callable[[T], R]) -> Iterator[tuple[T, R | FetchError | ListingError]]:
    """Ask for each item, with the error in place of its result where there is no answer or none to be read.

    After so many items in a row without an answer that the source counts as down, no more is asked for.
    """
    misses = 0
    for item in items:
        try:
            result = ask(item)
        except ListingError as error:
            misses = 0
            yield item, error
        except FetchError as error:
            misses += 1
            if misses == MISSES:
                ended = f"{error.problem}; {misses} failures in a row: nothing more was asked for"
                yield item, FetchError(error.url, ended)
                return
            yield item, error
        else:
            misses = 0
            yield item, result
