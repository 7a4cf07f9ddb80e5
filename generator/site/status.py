"""How complete the archive is, and the same for programs: `status.json`."""

import json
from calendar import Calendar
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from itertools import groupby
from typing import get_args

from ..archive.coverage import (
    Coverage,
    State,
    Trouble,
    calendar,
    days_without_list,
    newest_list,
    receipts_of,
    troubles,
)
from ..papers.days import month_of
from ..papers.records import Day
from .library import Library

_SHEETS = 24
"""Months of a source that its page shows day by day."""


@dataclass(frozen=True, slots=True)
class SourceStatus:
    """How one source keeps what it promises; each category of arXiv by itself."""

    coverage: Coverage
    states: dict[date, State]
    """Each day of the promised period up to the newest receipt, ascending."""
    by_change: tuple[date, ...] = ()
    """Those, ascending, of which it gave no list but that of the papers last changed on them."""
    newest: date | None = None
    """The newest day with a whole list, promised or not."""

    @property
    def kept(self) -> bool:
        """Whether any list of the promised period has come."""
        return not {"complete", "partial", "empty"}.isdisjoint(self.states.values())

    def counts(self) -> dict[State, int]:
        """Give how many days are in each state that occurs, the best state first."""
        counts = Counter(self.states.values())
        return {state: counts[state] for state in get_args(State) if counts[state]}

    def months(self) -> list[tuple[date, list[list[date | None]]]]:
        """Give the newest days as sheets of a calendar: each month by its first day shown, with its weeks.

        All days are in `status.json`. A week has seven places from Monday on; None is a day of another month,
        or not of the promised period.
        """
        sheets = []
        months = [list(days) for _, days in groupby(self.states, month_of)]
        for days_of_month in months[-_SHEETS:]:
            days = {day.day: day for day in days_of_month}
            first = next(iter(days.values()))
            numbers = Calendar().monthdayscalendar(first.year, first.month)
            weeks = ([days.get(number) for number in week] for week in numbers)
            sheets.append((first, [week for week in weeks if any(week)]))
        return sheets


@dataclass(frozen=True, slots=True)
class Status:
    """How complete an archive is."""

    newest: date | None
    """The newest day with a receipt."""
    papers: int
    days: int
    rejected: int
    sources: tuple[SourceStatus, ...]
    troubles: tuple[Trouble, ...]
    without_list: tuple[date, ...]
    """Promised days, ascending, on which there is rightly no list."""

    @property
    def judged(self) -> bool:
        """Whether there is a promised day of which anything is known."""
        return any(state != "no list" for source in self.sources for state in source.states.values())


def status(library: Library, sources: Sequence[Coverage]) -> Status:
    """Judge an archive by what its sources promise."""
    days = {day: page.day for day, page in library.days.items()}
    return Status(
        newest=library.newest,
        papers=len(library.papers),
        days=len(days),
        rejected=sum(len(receipt.rejections) for day in days.values() for receipt in day.receipts),
        sources=tuple(_source_status(part, days) for coverage in sources for part in coverage.parts()),
        troubles=tuple(troubles(sources, days)),
        without_list=tuple(days_without_list(sources, days)),
    )


def _source_status(coverage: Coverage, days: Mapping[date, Day]) -> SourceStatus:
    states = calendar(coverage, days)
    dated = {day: {receipt.dated_by for receipt in receipts_of(days.get(day), coverage)} for day in states}
    by_change = tuple(day for day in dated if dated[day] == {"datestamp"})
    return SourceStatus(coverage, states, by_change, newest_list(coverage, days))


def status_json(judged: Status) -> str:
    """Give the status for programs."""
    report = {
        "newest": judged.newest,
        "papers": judged.papers,
        "days": judged.days,
        "rejected": judged.rejected,
        "sources": [
            {
                "source": source.coverage.source,
                "list": source.coverage.of_list or None,
                "newest": source.newest,
                "from": source.coverage.start,
                "until": source.coverage.end,
                "days": {day.isoformat(): state for day, state in source.states.items()},
                **({"by_change": source.by_change} if source.by_change else {}),
            }
            for source in judged.sources
        ],
        "troubles": [
            {
                "day": trouble.day,
                "last": trouble.last,
                "source": trouble.source,
                "list": trouble.of_list or None,
                "problem": trouble.problem,
            }
            for trouble in judged.troubles
        ],
    }
    return json.dumps(report, indent=1, default=date.isoformat) + "\n"
