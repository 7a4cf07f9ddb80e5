"""Days of a source, one by one: what was received and what was missed."""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from typing import TypeVar

from .answers import Get
from .endpoints import Plan, join
from .errors import DailyPapersError

MISSES = 3
"""Failures in a row after which a source counts as down."""

T = TypeVar("T")
R = TypeVar("R")


@dataclass(frozen=True, slots=True)
class Received:
    """The listing of one day, as one document."""

    day: date
    """The day that was asked for."""
    scope: str
    data: bytes
    retrieved: datetime
    """When its last page came (UTC, whole seconds)."""
    url: str
    """Where its first page came from."""


@dataclass(frozen=True, slots=True)
class Missed:
    """A day whose listing could not be had."""

    day: date
    scope: str
    error: DailyPapersError
    """Of fetching, or of reading a page in order to find the next."""


def recent_days(today: date, back: int = 3) -> tuple[date, ...]:
    """Give today and the days before it, ascending: lists move, so the last ones are asked for again."""
    return days_between(today - timedelta(days=back), today)


def days_between(since: date, until: date) -> tuple[date, ...]:
    """Give all days from `since` to `until`, both included, ascending."""
    return tuple(since + timedelta(days=n) for n in range((until - since).days + 1))


def fetch_days(
    days: Iterable[date], plan: Plan, get: Get, done: Callable[[date], bool]
) -> Iterator[Received | Missed]:
    """Fetch days one by one, without those that are `done`; a day is asked for when it is wanted, not before.

    A day that fails is given as Missed and the next one is tried; the third failure in a row is raised.
    """
    wanted = (day for day in days if not done(day))
    for day, result in each(wanted, lambda day: fetch_day(day, plan, get)):
        yield Missed(day, plan.scope, result) if isinstance(result, DailyPapersError) else result


def fetch_day(day: date, plan: Plan, get: Get) -> Received:
    """Fetch one day with all its pages; raises DailyPapersError."""
    pages = list(plan.pages_of(day, get))
    data = join([page.body for page in pages])
    return Received(day, plan.scope, data, pages[-1].retrieved, pages[0].url)


def each(items: Iterable[T], ask: Callable[[T], R]) -> Iterator[tuple[T, R | DailyPapersError]]:
    """Ask for each item, with the error in place of its result; raise the third error in a row."""
    misses = 0
    for item in items:
        result: R | DailyPapersError
        try:
            result = ask(item)
            misses = 0
        except DailyPapersError as error:
            misses += 1
            if misses == MISSES:
                raise
            result = error
        yield item, result
