"""Numbered entries of a source become a listing: each is a record or a rejection with its reason."""

from collections import defaultdict
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Generic, NamedTuple, TypeVar

from ..papers.errors import ListingError, RecordError
from ..papers.records import Announced, DatedBy, Paper, Rejection, Source, ascending
from ..text.plain import one_line
from .cleaning import Texts, excerpt
from .dates import refuse_future, stated
from .listing import Entry, Hint, Listing

Raw = TypeVar("Raw")


@dataclass(frozen=True, slots=True)
class DaySought:
    """The day that a listing should be of."""

    day: date | None
    """None where nothing but the entries themselves can tell."""
    dated_by: DatedBy
    within: tuple[date, date] = (date.min, date.max)
    """The first and the last day that entries may say."""

    def of(self, own: date | None) -> date:
        """Give the listing day of an entry that says `own`; raise RecordError for none, or another."""
        if self.day and own and own != self.day:
            raise RecordError("listing day", own.isoformat(), f"{self.day}, the day of this listing")
        first, last = self.within
        if own and not first <= own <= last:
            raise RecordError("listing day", own.isoformat(), f"{first} to {last}, the days of this listing")
        if day := own or self.day:
            return day
        of_one_day = "for a list of one day, in the file's name or given as --date"
        raise RecordError("listing day", None, f"a day in the entry or, {of_one_day}")


class Reader(NamedTuple, Generic[Raw]):
    """How the entries of a source are read."""

    paper: Callable[[Raw], Paper]
    """Raises RecordError for an entry that is no paper."""
    own_day: Callable[[Raw], date | None]
    """The day that an entry says it was listed on, None where it does not or cannot be read."""
    quote: Callable[[Raw], str]
    """The text of an entry, for its rejection."""
    announced: Callable[[Raw], Announced | None] = lambda _: None
    """How an entry says that arXiv announced its paper."""


@dataclass(frozen=True, slots=True)
class _Refused:
    rejection: Rejection
    day: date | None


def day_sought(hint: Hint, of_listing: date | None = None) -> DaySought:
    """Give the day that a listing should be of; `of_listing` is what it says of itself as a whole.

    Raises ListingError where the listing, the file's name and the command line contradict one another.
    """
    told = stated(hint)
    if of_listing and told and told[0] != of_listing:
        raise _other_day(hint, of_listing, told[0])
    if of_listing:
        return DaySought(of_listing, "listing")
    return DaySought(*told) if told else DaySought(None, "listing")


def read_listing(
    raws: Sequence[tuple[int, Raw]],
    reader: Reader[Raw],
    sought: DaySought,
    hint: Hint,
    *,
    source: Source,
    scope: str,
    texts: Texts,
    furniture: tuple[int, ...] = (),
) -> Listing:
    """Read numbered entries; one that is refused without a day belongs to that of its neighbours.

    An entry of a day that has not come is refused. Raises ListingError when no day is known, when the day
    sought has not come, when all entries are of one other day than that sought, or when a day is not of the
    year that the maintainer states.
    """
    if sought.day:
        refuse_future(sought.day, hint)
        if day := _only_day(raws, reader, sought.day):
            raise _other_day(hint, day, sought.day)
    read = [_read(number, raw, reader, sought, hint.latest) for number, raw in raws]
    entries = tuple(item for item in read if isinstance(item, Entry))
    rejections = _by_day(read, sought.day, hint)
    days = ascending((*rejections, *_days_of(entries), *([sought.day] if sought.day else [])))
    if not days:
        raise ListingError(
            hint.name, "the listing is empty and tells no day; give --date, or name the file by its day"
        )
    if wrong := [day for day in days if hint.year and day.year != hint.year]:
        raise ListingError(
            hint.name, f"the listing is of {wrong[0]}, but --year says {hint.year}; correct one"
        )
    return Listing(
        source=source,
        scope=scope,
        days=days,
        entries=entries,
        rejections=rejections,
        furniture=furniture,
        dated_by=sought.dated_by,
        replaced=texts.replaced,
    )


def _only_day(raws: Sequence[tuple[int, Raw]], reader: Reader[Raw], sought: date) -> date | None:
    """Give the one day that all entries say, unless it is that sought; the first entry mostly settles it."""
    first = reader.own_day(raws[0][1]) if raws else None
    if first in (None, sought) or any(reader.own_day(raw) != first for _, raw in raws[1:]):
        return None
    return first


def _read(number: int, raw: Raw, reader: Reader[Raw], sought: DaySought, latest: date) -> Entry | _Refused:
    try:
        paper = reader.paper(raw)
        if paper.listed[-1] > latest:
            raise RecordError("listing day", paper.listed[-1].isoformat(), f"a day up to {latest}, tomorrow")
        return Entry(paper, number, number, reader.announced(raw))
    except RecordError as error:
        rejection = Rejection(number, number, one_line(str(error)), excerpt(reader.quote(raw)))
        own = sought.day or reader.own_day(raw)
        first, last = sought.within
        return _Refused(rejection, own if own and first <= own <= min(last, latest) else None)


def _by_day(
    read: Sequence[Entry | _Refused], sought: date | None, hint: Hint
) -> dict[date, tuple[Rejection, ...]]:
    day = sought or next(filter(None, map(_day, read)), None)
    rejections: dict[date, list[Rejection]] = defaultdict(list)
    for item in read:
        day = _day(item) or day
        if isinstance(item, _Refused):
            if day is None:
                first = item.rejection
                raise ListingError(
                    hint.name,
                    f"no entry can be read or dated; {first.reason} (entry {first.first}: {first.text})",
                )
            rejections[day].append(item.rejection)
    return {day: tuple(refused) for day, refused in rejections.items()}


def _day(item: Entry | _Refused) -> date | None:
    return item.paper.listed[0] if isinstance(item, Entry) else item.day


def _days_of(entries: Sequence[Entry]) -> Iterator[date]:
    for entry in entries:
        yield from entry.paper.listed


def _other_day(hint: Hint, listed: date, sought: date) -> ListingError:
    return ListingError(
        hint.name,
        f"the list is of {listed}, but {sought} is asked for; on a day without a list the last one is shown "
        "again: leave it out, or correct the date",
    )
