"""The lines of a page's text, and what becomes of them: papers, furniture, or rejections with reasons."""

import re
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from itertools import pairwise
from typing import TypeVar

from ..papers.errors import ListingError, RecordError
from ..papers.records import Announced, DatedBy, Paper, Rejection, Source, ascending
from ..text.plain import one_line
from .listing import Entry, Hint, Listing

T = TypeVar("T")

LONGEST_TITLE = 240
"""Characters. Of 38,506 titles on Hugging Face and arXiv none was longer than 226."""

_EXCERPT = 200
_FEWEST_LENGTHS = 3
_NARROWEST = 40
_SHARE_WRAPPED = 3 / 4
_UNWRAPPED = 10**9
_STOPS = (".", "!", "?", "…", "。", "！", "？")
_ENDS = (*_STOPS, ":", ";", ",")
_CLOSING = "\"')]}”’"


@dataclass(frozen=True, slots=True)
class Line:
    """A line with single spaces, numbered from 1; its text may be empty."""

    number: int
    text: str
    columns: bool = False
    """Whether tabs, or runs of spaces, hold its words apart."""


@dataclass(frozen=True, slots=True)
class Block:
    """Lines that belong together, joined to one."""

    first: int
    last: int
    text: str
    wrapped: bool = True
    """Whether it is one line, or lines that break where the text's width leaves no room for the next word."""


@dataclass(frozen=True, slots=True)
class Piece:
    """A stretch of lines, and what it is."""

    first: int
    last: int
    content: Paper | str | None
    """A paper, the reason why it is none, or None for the furniture of the page."""
    day: date
    announced: Announced | None = None


def followed(items: Sequence[T]) -> Iterator[tuple[T, T | None]]:
    """Give each item with the one that follows it, None after the last."""
    return zip(items, [*items[1:], None], strict=False)


def lines_of(text: str) -> list[Line]:
    """Give the lines of a text."""
    return [
        Line(number, one_line(line), "\t" in line.strip() or "   " in line.strip())
        for number, line in enumerate(text.split("\n"), 1)
    ]


def width_of(lines: Sequence[Line]) -> int:
    """Give the width that a text is wrapped at: that of its longest line of several words.

    It is wrapped where nearly all lines that another one follows have no room for its first word, and are not
    all alike; the width of any other text is that of no line.
    """
    width = max((len(line.text) for line in lines if " " in line.text), default=0)
    pairs = [
        (line.text, following.text) for line, following in pairwise(lines) if line.text and following.text
    ]
    full = [len(text) for text, following in pairs if goes_on(text, following, width)]
    wrapped = len(set(full)) >= _FEWEST_LENGTHS and len(full) >= _SHARE_WRAPPED * len(pairs)
    return width if wrapped and _NARROWEST <= width <= LONGEST_TITLE else _UNWRAPPED


def goes_on(text: str, following: str, width: int) -> bool:
    """Tell whether a line ends for want of room: the next one's first word does not fit into the width.

    A line without a letter or digit, such as a row of dashes, goes on with nothing.
    """
    if not any(map(str.isalnum, following)):
        return False
    room = width - len(text) - (not text.endswith("-"))
    return len(following.partition(" ")[0]) > room


def blocks(lines: Iterable[Line], width: int, alone: Callable[[Line], bool]) -> Iterator[Block]:
    """Join wrapped lines; a blank line and one that stands `alone` end a block."""
    held: list[Line] = []
    for line in lines:
        apart = len(line.text) > LONGEST_TITLE or alone(line)
        if held and (apart or not line.text):
            yield _block(held, width)
            held = []
        if apart:
            yield _block([line], width)
        elif line.text:
            held.append(line)
    if held:
        yield _block(held, width)


def _block(lines: list[Line], width: int) -> Block:
    return Block(
        lines[0].number,
        lines[-1].number,
        joined(line.text for line in lines),
        all(goes_on(line.text, following.text, width) for line, following in pairwise(lines)),
    )


def joined(lines: Iterable[str]) -> str:
    """Join the lines of one paragraph; a word that was broken at its hyphen is one word again."""
    parts: list[str] = []
    for line in lines:
        if parts and not re.search(r"\w-$", parts[-1][-2:]):
            parts.append(" ")
        parts.append(line)
    return "".join(parts)


def ends(text: str) -> bool:
    """Tell whether a text ends as sentences and their parts do."""
    return text.rstrip(_CLOSING).endswith(_ENDS)


def ends_sentence(text: str) -> bool:
    """Tell whether a text ends as a whole sentence does."""
    return text.rstrip(_CLOSING).endswith(_STOPS)


def reads_like_abstract(text: str) -> bool:
    """Tell whether a text is an abstract: it ends as a sentence does, has an address, or is long.

    Of 38,506 titles on Hugging Face and arXiv none ended in a full stop.
    """
    return len(text) > LONGEST_TITLE or text[-1] in ".:;,。；：" or "://" in text


def piece(
    first: int, last: int, day: date, make: Callable[[], Paper | str], announced: Announced | None = None
) -> Piece:
    """Give the piece of a paper, of a reason why it is none, or of what no record can hold."""
    try:
        return Piece(first, last, make(), day, announced)
    except RecordError as error:
        return Piece(first, last, one_line(str(error)), day)


def listing_of(
    pieces: Sequence[Piece],
    lines: Sequence[Line],
    hint: Hint,
    *,
    source: Source,
    scope: str,
    dated_by: DatedBy,
    partial: frozenset[date] = frozenset(),
) -> Listing:
    """Give the listing that pieces make; raise ListingError where none of them is a paper."""
    entries = tuple(
        Entry(each.content, each.first, each.last, each.announced)
        for each in pieces
        if isinstance(each.content, Paper)
    )
    rejections = _rejections(pieces, lines)
    if not entries:
        raise _nothing_read(rejections, pieces[0].day, hint)
    inside = _numbers(each for each in pieces if each.content is not None)
    around = _numbers(each for each in pieces if each.content is None)
    blank = {line.number for line in lines if not line.text}
    days = ascending((*rejections, *(day for entry in entries for day in entry.paper.listed)))
    return Listing(
        source=source,
        scope=scope,
        days=days,
        entries=entries,
        rejections=rejections,
        furniture=tuple(sorted((around | blank) - inside)),
        dated_by=dated_by,
        partial=partial.intersection(days),
    )


def _numbers(pieces: Iterable[Piece]) -> set[int]:
    return {number for each in pieces for number in range(each.first, each.last + 1)}


def _rejections(pieces: Iterable[Piece], lines: Sequence[Line]) -> dict[date, tuple[Rejection, ...]]:
    rejected: dict[date, list[Rejection]] = defaultdict(list)
    for each in pieces:
        if isinstance(each.content, str):
            rejected[each.day].append(_rejection(each, each.content, lines))
    return {day: tuple(refused) for day, refused in rejected.items()}


def _rejection(stretch: Piece, reason: str, lines: Sequence[Line]) -> Rejection:
    quoted: list[str] = []
    length = 0
    for line in lines[stretch.first - 1 : stretch.last]:
        quoted.append(line.text[:_EXCERPT])
        length += len(quoted[-1]) + 1
        if length > _EXCERPT:
            break
    return Rejection(stretch.first, stretch.last, reason, one_line(" ".join(quoted)[:_EXCERPT]))


def _nothing_read(rejections: Mapping[date, Sequence[Rejection]], day: date, hint: Hint) -> ListingError:
    first = min(
        (each for refused in rejections.values() for each in refused),
        key=lambda each: each.first,
        default=None,
    )
    if first is None:
        return ListingError(hint.name, f"found no paper, only the page around {day}; save it again")
    return ListingError(
        hint.name, f'no entry can be read; the first: {first.reason} ("{first.text}")', first.first
    )
