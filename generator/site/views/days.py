"""The pages of days: those with a list, and those on which there is rightly none."""

from bisect import bisect
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date
from itertools import groupby
from typing import ClassVar

from ...papers.addresses import LATEST, day_address, month_address, week_address
from ...papers.days import day_long, day_name, month_name
from ...papers.records import Day, Receipt
from ..head import Site
from ..library import Library
from ..names import counted
from .entries import PAPERS_PER_PAGE, Listed, entries, seen_before
from .periods import Period, periods
from .view import ListView, Neighbour, View, card_of, with_neighbours


@dataclass(frozen=True, slots=True)
class Group:
    """What one list reported for a day."""

    receipt: Receipt
    """Of that list; the first one where it came in several parts."""
    entries: tuple[Listed, ...]


@dataclass(frozen=True, slots=True)
class DayTheme:
    """What several papers of a day are about, as a page of the day tells it."""

    name: str
    slug: str | None
    """Of the topic that it is, if it is one."""
    paper_count: int
    """Of the day."""
    places: Sequence[int]
    """In the list, of those on this page."""


@dataclass(frozen=True, slots=True, kw_only=True)
class DayView(ListView):
    """The page of a day, or one of the parts that a long list is split into."""

    template: ClassVar[str] = "day.html"

    day: Day
    day_before: Neighbour | None
    day_after: Neighbour | None
    week: Period
    month: Neighbour
    parts: Sequence[Neighbour]
    """All parts of the list, each named by the places it shows."""
    part: Neighbour
    """The one that this page is."""
    groups: Sequence[Group]
    """The entries of this part."""
    grouped: bool
    """Whether the day has several groups."""
    themes: Sequence[DayTheme]
    """What its papers are about; none for few."""
    others: Sequence[int]
    """The places on this page of those that no theme has."""
    has_votes: bool
    """Whether a paper of the day has votes."""
    has_code: bool
    """Whether a paper of the day leads to its code."""
    seen_before: int
    """How many of the day's papers an earlier day listed too."""

    @property
    def whole(self) -> bool:
        """Whether the page shows all of the list."""
        return len(self.parts) == 1

    @property
    def by_change(self) -> bool:
        """Whether the day has nothing but the papers that were last changed on it."""
        return {receipt.dated_by for receipt in self.day.receipts} == {"datestamp"}


@dataclass(frozen=True, slots=True, kw_only=True)
class NoListView(View):
    """The page of a promised day on which there is rightly no list."""

    template: ClassVar[str] = "no_list.html"
    indexed: ClassVar[bool] = False

    day: date


def day_views(library: Library, site: Site) -> Iterator[DayView]:
    """Give the page of each day, or the pages that its list is split into."""
    weeks = {week.address: week for week in periods(library.counts, "week")}
    for before, day, after in with_neighbours(list(library.days)):
        parts = [*_parts(library, site, day, _neighbour(before), _neighbour(after), weeks[week_address(day)])]
        yield from parts
        if not after:  # the same list, at an address that stays where the newest one is
            yield replace(parts[0], address=LATEST, canonical=parts[0].address)


def no_list_views(library: Library, site: Site, days: Sequence[date]) -> Iterator[NoListView]:
    """Give the pages of days without a list, which lead to the days around them."""
    listed = list(library.days)
    for day in days:
        place = bisect(listed, day)
        yield NoListView(
            site=site,
            address=day_address(day),
            title=day_name(day),
            description=f"There was no list on {day_name(day)}.",
            updated=day,
            previous=_neighbour(next(reversed(listed[:place]), None)),
            following=_neighbour(next(iter(listed[place:]), None)),
            day=day,
        )


def _neighbour(day: date | None) -> Neighbour | None:
    return Neighbour(day_address(day), day_long(day)) if day else None


def _parts(
    library: Library, site: Site, day: date, before: Neighbour | None, after: Neighbour | None, week: Period
) -> Iterator[DayView]:
    listed, page = entries(library, day), library.days[day]
    groups = _groups(listed, page.day.receipts)
    papers = [entry.paper for entry in listed if entry.paper]
    count = max(1, -(-len(listed) // PAPERS_PER_PAGE))
    parts = [_part(day, number, len(listed)) for number in range(1, count + 1)]
    for number, (previous, part, following) in enumerate(with_neighbours(parts), 1):
        shown = listed[(number - 1) * PAPERS_PER_PAGE : number * PAPERS_PER_PAGE]
        themes, others = _themes(library, day, shown)
        titles = (entry.paper.title for entry in shown[:3] if entry.paper)
        yield DayView(
            site=site,
            address=part.address,
            title=day_name(day) + (f", page {number}" if number > 1 else ""),
            description=f"{counted(len(listed), 'paper')} listed on {day_name(day)}: {'; '.join(titles)}",
            updated=day,
            card=card_of(library, day),
            notes=page.notes if number == 1 else "",
            previous=previous or before,
            following=following or after,
            paper_count=len(listed),
            day=page.day,
            day_before=before,
            day_after=after,
            week=week,
            month=Neighbour(month_address(day), month_name(day)),
            parts=parts,
            part=part,
            groups=_among(groups, shown),
            grouped=len(groups) > 1,
            themes=themes,
            others=others,
            has_votes=any(paper.votes for paper in papers),
            has_code=any(link.kind == "code" for paper in papers for link in paper.links),
            seen_before=seen_before(listed),
        )


def _themes(library: Library, day: date, shown: Sequence[Listed]) -> tuple[list[DayTheme], list[int]]:
    """Give the themes of a day with the papers that a page of it shows, and the places of the others."""
    places = {entry.id: entry.number for entry in shown if entry.paper}
    themes = [
        DayTheme(
            theme.name,
            theme.slug,
            len(theme.papers),
            [places.pop(name) for name in theme.papers if name in places],
        )
        for theme in library.themes.get(day, ())
    ]
    return themes, list(places.values()) if themes else []


def _part(day: date, number: int, papers: int) -> Neighbour:
    """Give one of the pages that the list of a day is split into, from 1, by the places it shows."""
    last = min(number * PAPERS_PER_PAGE, papers)
    address = day_address(day) + (f"{number}/" if number > 1 else "")
    return Neighbour(address, f"{(number - 1) * PAPERS_PER_PAGE + 1:,}–{last:,}")


def _groups(listed: list[Listed], receipts: tuple[Receipt, ...]) -> list[Group]:
    """Give the entries of a day by the first source that reported them, without sources that were second."""
    groups = []
    waiting = {entry.id: entry for entry in listed}
    for _, same in groupby(receipts, lambda receipt: (receipt.partial, receipt.source, receipt.scope)):
        of_list = list(same)
        named = {paper_id for receipt in of_list for paper_id in (*receipt.ids, *receipt.earlier)}
        own = tuple(waiting.pop(name) for name in list(waiting) if name in named)
        if own:
            groups.append(Group(of_list[0], own))
    return groups


def _among(groups: list[Group], shown: list[Listed]) -> list[Group]:
    """Give what groups have of the entries that a page shows."""
    numbers = {entry.number for entry in shown}
    parts = (
        Group(group.receipt, tuple(entry for entry in group.entries if entry.number in numbers))
        for group in groups
    )
    return [part for part in parts if part.entries]
