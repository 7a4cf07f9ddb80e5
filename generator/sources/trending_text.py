"""The text of Hugging Face's Trending Papers, as a browser copies it.

A paper is who submitted it, where somebody did, a line of title, a line of abstract or of the site's own
summary, and an end: how many authors or which organization, the day it was published, votes, stars on
GitHub, "arXiv Page". Each stands there twice, for narrow windows and for wide ones. The page is of no day, so
it never gives one whole.
Source: https://huggingface.co/papers/trending in 2026
"""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date
from functools import partial
from itertools import dropwhile, takewhile

from ..papers.errors import RecordError
from ..papers.identifiers import slug
from ..papers.records import Paper
from .daily_furniture import (
    checked_name,
    checked_title,
    count_in,
    date_lines,
    is_count,
    is_furniture,
    is_heading,
    is_trending,
    star_counts,
    submitter_in,
    take_submitter,
)
from .dates import read_date, refuse_future, resolve
from .links import links_in
from .listing import Hint, Listing
from .text_lines import Line, Piece, followed, listing_of, piece, reads_like_abstract, width_of

_AUTHORS = re.compile(r"(?:[-·•+] ?)?[\d,.]+k? authors?", re.IGNORECASE)
_UPVOTE = re.compile(r"upvote(?: (\S+))?", re.IGNORECASE)
_BEFORE_DAY = frozenset({"published on", "·"})
_ENDS = _BEFORE_DAY | {"arxiv page", "project page"}
_SHORTEST_ABSTRACT = 400
"""Characters; of 1,075 summaries by the site one is as long, of 1,500 abstracts none shorter than 485."""
_ALLOWED = "who submitted it, one line of title, one of abstract, at most one of organization, and counts"


@dataclass(frozen=True, slots=True)
class _Published:
    """What a line says of when a paper was published."""

    organization: str | None
    day: date | None
    """None where it has no year."""


def recognises(lines: Sequence[Line]) -> bool:
    """Tell whether a text has this layout: the page's title, then ends of papers, with no day before them."""
    stars = star_counts(lines)
    first = next((place for place, line in enumerate(lines) if _is_end(line, stars)), None)
    if first is None:
        return False
    head = lines[: first + 1]
    return is_trending(head) and not date_lines(head, width_of(lines))


def read(lines: Sequence[Line], hint: Hint) -> Listing:
    """Read a text of this layout; raises ListingError when its day is not given, or no paper can be read."""
    day, dated_by = resolve(None, None, hint)
    refuse_future(day, hint)
    stars = star_counts(lines)
    filled = [line for line in lines if line.text]
    pieces = [each for group in _groups(filled, stars) for each in _read_group(group, stars, day)]
    return listing_of(
        list(_once(sorted(pieces, key=lambda each: each.first))),
        lines,
        hint,
        source="text",
        scope=hint.name,
        dated_by=dated_by,
        partial=frozenset({day}),
    )


def _groups(lines: Sequence[Line], stars: set[int]) -> Iterator[list[Line]]:
    """Give the lines of each paper: from who submitted it, or the end of the one before, to its own end."""
    group: list[Line] = []
    ended = False
    for line in lines:
        ends = _is_end(line, stars) or (ended and is_count(line.text))
        begins = submitter_in(line.text) is not None or (ended and not ends and not is_furniture(line))
        if group and begins:
            yield group
            group, ended = [], False
        group.append(line)
        ended = ended or ends
    if group:
        yield group


def _read_group(group: list[Line], stars: set[int], day: date) -> Iterator[Piece]:
    core = list(dropwhile(is_heading, group))
    while core and is_furniture(core[-1]):
        core.pop()
    inside = {line.number for line in core}
    for line in group:
        if line.number not in inside:
            yield Piece(line.number, line.number, None, day)
    if core:
        yield piece(core[0].number, core[-1].number, day, partial(_paper, core, stars, day))


def _once(pieces: Iterable[Piece]) -> Iterator[Piece]:
    """Give pieces, a paper that follows itself as one: its votes may change from card to card."""
    before: Piece | None = None
    for each in pieces:
        if before and _is_same(before, each):
            before = replace(before, last=each.last)
            continue
        if before:
            yield before
        before = each
    if before:
        yield before


def _is_same(one: Piece, other: Piece) -> bool:
    return (
        isinstance(one.content, Paper)
        and isinstance(other.content, Paper)
        and one.content.title == other.content.title
    )


def _paper(lines: Sequence[Line], stars: set[int], day: date) -> Paper | str:
    """Give the paper of a card, or the reason why it is none; raise RecordError for a line too many."""
    content = list(takewhile(lambda line: not _is_end(line, stars), lines))
    end = lines[len(content) :]
    if not content or not end:
        raise RecordError("entry", lines[0].text, _ALLOWED)
    submitter = take_submitter(content)
    votes = count_in(content.pop(0).text) if content and is_count(content[0].text) else _votes(end)
    if not content:
        return "an entry without a title"
    title = checked_title(content.pop(0).text)
    about = content.pop(0).text if content and reads_like_abstract(content[0].text) else ""
    published = next(filter(None, (_published(line.text) for line in end)), None)
    organization = published.organization if published else None
    if content and not organization and (end[0].text.casefold() in _BEFORE_DAY or _published(end[0].text)):
        organization = content.pop(0).text
    if content:
        raise RecordError(f"line {content[0].number}", content[0].text, _ALLOWED)
    abstract = about if len(about) >= _SHORTEST_ABSTRACT else None
    return Paper(
        id=slug(title, abstract),
        title=title,
        listed=(day,),
        source="text",
        abstract=abstract,
        published=published.day if published else None,
        links=links_in(about),
        summary=None if abstract else about or None,
        votes=votes,
        submitted_by=submitter,
        organization=checked_name(organization),
    )


def _votes(end: Sequence[Line]) -> int | None:
    for line, following in followed(end):
        if match := _UPVOTE.fullmatch(line.text):
            return count_in(match[1] or (following.text if following else ""))
    return None


def _is_end(line: Line, stars: set[int]) -> bool:
    text = line.text.casefold()
    return (
        text in _ENDS
        or line.number in stars
        or _AUTHORS.fullmatch(text) is not None
        or _UPVOTE.fullmatch(text) is not None
        or _published(line.text) is not None
    )


def _published(text: str) -> _Published | None:
    """Read "Example Lab · Published on Aug 4, 2026", of which only the day is never missing."""
    before, mark, after = text.rpartition("Published on ")
    if not mark:
        before, _, after = text.rpartition("· ")
    written = read_date(after)
    if written is None:
        return None
    before = before.strip("· ")
    day = written.on(written.year) if written.year else None
    return _Published(None if _AUTHORS.fullmatch(before) else before or None, day)
