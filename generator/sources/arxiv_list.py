"""The text of arXiv's list pages, `/list/cs.CL/new` and `/list/cs.CL/recent`, as a browser copies it.

The page of new papers is of one day; sections keep cross-lists and replacements apart, as the entries do
themselves. The page of recent ones has days as headings, and no abstracts. Headings count what arXiv has:
where the text has another number of entries, the list is partial. The scope is the category.
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field, replace
from datetime import date
from functools import partial
from typing import Final

from ..papers.errors import ListingError, RecordError
from ..papers.records import Announced, DatedBy
from ..text.plain import one_line
from .arxiv_entry import ListEntry, begins_entry, has_subjects, read_entry
from .arxiv_furniture import (
    Heading,
    category_in,
    day_of_all,
    heading_in,
    is_around,
    is_of_month,
    name_in,
    total_in,
)
from .dates import WrittenDate, refuse_future, resolve, stated
from .listing import Hint, Listing
from .text_lines import Line, Piece, followed, listing_of, piece, width_of

_ARCHIVES: Final = {
    "Astrophysics": "astro-ph",
    "Computer Science": "cs",
    "Condensed Matter": "cond-mat",
    "Economics": "econ",
    "Electrical Engineering and Systems Science": "eess",
    "Mathematics": "math",
    "Nonlinear Sciences": "nlin",
    "Physics": "physics",
    "Quantitative Biology": "q-bio",
    "Quantitative Finance": "q-fin",
    "Statistics": "stat",
}
"""Archives of several categories, by name. Source: https://arxiv.org/category_taxonomy"""


@dataclass
class _Group:
    """The entries under a heading, each as its lines."""

    heading: Heading
    entries: list[list[Line]] = field(default_factory=list)


@dataclass
class _Text:
    """A text, cut up."""

    groups: list[_Group] = field(default_factory=lambda: [_Group(Heading("new", None, None, is_day=False))])
    """The first is of the entries that stand before any heading."""
    days: list[tuple[Line, WrittenDate]] = field(default_factory=list)
    """The lines that say which day the page is of."""
    totals: set[int] = field(default_factory=set)
    """How many entries it says that there are."""
    around: list[Line] = field(default_factory=list)
    """The lines outside of entries."""
    unknown: list[Line] = field(default_factory=list)
    """Those of them that are neither headings nor furniture; names of categories among them."""


@dataclass(frozen=True, slots=True)
class _Read:
    """What became of an entry."""

    lines: list[Line]
    heading: Heading
    day: date | None
    """None where it stands before the first day of the page."""
    said: ListEntry | RecordError

    @property
    def announced(self) -> Announced:
        """How arXiv announced it: as the entry says, or else the section that it stands in."""
        said = None if isinstance(self.said, RecordError) else self.said.announced
        return said or self.heading.section


def recognises(lines: Sequence[Line]) -> bool:
    """Tell whether a text has this layout: numbered entries, and not of a month."""
    text = _cut_up(lines)
    return any(group.entries for group in text.groups) and not any(map(is_of_month, text.around))


def read(lines: Sequence[Line], hint: Hint) -> Listing:
    """Read a page; raises ListingError when its day or category cannot be told, or no entry be read."""
    text = _cut_up(lines)
    days, dated_by = _days(text, hint)
    entries = list(_read_entries(text, days, lines))
    first_day = min(day for day in days if day)
    names = _names(entries)
    unknown = [line for line in text.unknown if line.text not in names]
    _refuse_mostly_unknown(unknown, text, hint.name)
    listing = listing_of(
        [*(_piece(entry, first_day) for entry in entries), *_read_around(text.around, unknown, first_day)],
        lines,
        hint,
        source="arxiv",
        scope="arxiv",
        dated_by=dated_by,
        partial=_partial_days(text, days),
    )
    return replace(listing, scope=_scope(text, entries, names, hint.name))


def _cut_up(lines: Sequence[Line]) -> _Text:
    text = _Text()
    filled = [line for line in lines if line.text]
    beginnings = [begins_entry(*pair) for pair in followed(filled)]
    entry: list[Line] | None = None
    could_end = False
    for line, begins, next_begins in zip(filled, beginnings, [*beginnings[1:], False], strict=True):
        heading = heading_in(line, before_entry=next_begins)
        if begins:
            entry, could_end = [line], False
            text.groups[-1].entries.append(entry)
        elif entry is not None and not heading and not (could_end and is_around(line)):
            entry.append(line)
            could_end = could_end or has_subjects(line)
        else:
            entry = None
            _take(text, line, heading)
    return text


def _take(text: _Text, line: Line, heading: Heading | None) -> None:
    """Take a line outside of entries into a text."""
    text.around.append(line)
    if heading:
        text.groups.append(_Group(heading))
    elif day := day_of_all(line):
        text.days.append((line, day))
    elif (total := total_in(line)) is not None:
        text.totals.add(total)
    elif not is_around(line):
        text.unknown.append(line)


def _days(text: _Text, hint: Hint) -> tuple[list[date | None], DatedBy]:
    """Give the day of each group, and what gave the days their year.

    The name of a file may say when a page of several days was saved. Raises ListingError where a day does not
    exist, has not come, or contradicts another or what is asked for.
    """
    of_all: date | None = None
    dated_by: DatedBy = "listing"
    if text.days or not any(group.heading.day for group in text.groups):
        of_all, dated_by = _day_of(text, hint)
    days = [_on(group.heading.day, hint) if group.heading.day else of_all for group in text.groups]
    known = sorted({day for day in days if day})
    refuse_future(known[-1], hint)
    told = stated(hint)
    saved = told and told[1] == "name" and len(known) > 1
    if told and told[0] not in known and len(known) > 1 and not saved:
        raise ListingError(
            hint.name,
            f"the page is of {', '.join(map(str, known))}, but --date says {told[0]}; leave --date out",
        )
    if told and told[0] not in known and not saved:
        raise ListingError(hint.name, f"the page is of {known[-1]}, but {told[0]} is asked for; correct one")
    if wrong := [day for day in known if hint.year and day.year != hint.year]:
        raise ListingError(hint.name, f"the page is of {wrong[0]}, but --year says {hint.year}; correct one")
    return days, dated_by


def _day_of(text: _Text, hint: Hint) -> tuple[date, DatedBy]:
    """Give the day that a page says it is of, or that which is given for it."""
    if not text.days:
        return resolve(None, None, hint)
    (line, written), *others = text.days
    for other, day in others:
        if not written.joined(day):
            raise ListingError(
                hint.name, f'found two pages, of "{written.text}" and "{day.text}"; split them', other.number
            )
    return resolve(written, line.number, hint)


def _on(written: WrittenDate, hint: Hint) -> date:
    day = written.on(written.year) if written.year else None
    if day is None:
        raise ListingError(hint.name, f'"{written.text}" is not a day of {written.year}; correct the date')
    return day


def _read_entries(text: _Text, days: Sequence[date | None], lines: Sequence[Line]) -> Iterator[_Read]:
    width, last = width_of(lines), max(line.number for line in lines if line.text)
    for group, day in zip(text.groups, days, strict=True):
        for entry in group.entries:
            yield _Read(
                entry, group.heading, day, _said(entry, width, group.heading, entry[-1].number == last)
            )


def _said(entry: list[Line], width: int, heading: Heading, at_end: bool) -> ListEntry | RecordError:
    try:
        said = read_entry(entry, width, at_end=at_end)
    except RecordError as error:
        return error
    if heading.is_day and said.abstract:
        return RecordError("abstract", said.abstract, "none on a page of recent papers")
    return said


def _piece(entry: _Read, first_day: date) -> Piece:
    first, last, day = entry.lines[0].number, entry.lines[-1].number, entry.day or first_day
    if isinstance(entry.said, RecordError):
        return Piece(first, last, one_line(str(entry.said)), day)
    if entry.day is None:
        return Piece(first, last, "an entry before the first day of the page", day)
    return piece(first, last, day, partial(entry.said.paper, day), entry.announced)


def _read_around(around: Iterable[Line], unknown: Sequence[Line], day: date) -> Iterator[Piece]:
    """Read the lines outside of entries; unknown ones are rejected, together where they follow each other."""
    numbers = [line.number for line in unknown]
    for number in {line.number for line in around} - set(numbers):
        yield Piece(number, number, None, day)
    first: int | None = None
    for number, following in followed(numbers):
        first = first or number
        if following != number + 1:
            yield Piece(first, number, "neither an entry nor the page around the list", day)
            first = None


def _refuse_mostly_unknown(unknown: Sequence[Line], text: _Text, name: str) -> None:
    if len(unknown) > sum(len(entry) for group in text.groups for entry in group.entries):
        raise ListingError(
            name,
            f"found {len(unknown):,} lines that are no part of arXiv's list, more than it has itself; give "
            "the text of one page, as the browser copies it",
            unknown[0].number,
        )


def _partial_days(text: _Text, days: Sequence[date | None]) -> frozenset[date]:
    """Give the days of which the text lacks entries, or does not say how many there are."""
    has_all = text.totals == {sum(len(group.entries) for group in text.groups)}
    lacks = bool(text.totals) and not has_all and not any(group.heading.is_day for group in text.groups)
    return frozenset(
        day
        for group, day in zip(text.groups, days, strict=True)
        if day and (group.entries or group.heading.total) and (lacks or not _is_whole(group, has_all))
    )


def _is_whole(group: _Group, text_has_all: bool) -> bool:
    """Tell whether all entries stand under a heading, as it counts them or else the page does."""
    if group.heading.total is not None:
        return group.heading.total == len(group.entries)
    return text_has_all and not group.heading.is_day


def _names(entries: Iterable[_Read]) -> dict[str, set[str]]:
    """Give the names of categories, as the entries have them, and of archives."""
    names: dict[str, set[str]] = defaultdict(set)
    for name, archive in _ARCHIVES.items():
        names[name].add(archive)
    for entry in entries:
        if isinstance(entry.said, ListEntry):
            for name, category in entry.said.subjects:
                names[name].add(category)
    return names


def _scope(text: _Text, entries: Sequence[_Read], names: dict[str, set[str]], hint_name: str) -> str:
    """Give the category of a page: as its head says, or that which all entries have and new ones have first.

    The head has a name, which two categories may share (Machine Learning).
    """
    said = [entry.said for entry in entries if isinstance(entry.said, ListEntry)]
    codes = {code for line in text.around if (code := category_in(line))}
    if not codes:
        codes = {code for line in text.around for code in names.get(name_in(line), ())}
    if not codes:
        codes = set.intersection(*(set(each.categories) for each in said))
    if len(codes) > 1:
        codes &= {
            entry.said.categories[0]
            for entry in entries
            if isinstance(entry.said, ListEntry) and entry.announced == "new"
        }
    if len(codes) != 1:
        raise ListingError(
            hint_name, "the page does not tell which category it is of; copy it from its top, with its title"
        )
    return codes.pop()
