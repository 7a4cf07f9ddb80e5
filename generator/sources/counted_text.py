"""The text of a Daily Papers page without abstracts, whose entries count votes and authors.

An entry is who submitted it, a count of votes, one line of title, the organization where there is one, and
"· 12 authors"; counts of stars and comments stand around these. Any other line rejects its entry.
Source: the visible text of pages of 2024-08 to 2026-05.
"""

import re
from collections.abc import Iterator, Sequence
from datetime import date
from itertools import takewhile

from ..papers.errors import RecordError
from ..papers.identifiers import slug
from ..papers.records import Paper
from .daily_furniture import (
    checked_name,
    checked_title,
    count_in,
    date_lines,
    day_written,
    has_marks,
    is_count,
    is_furniture,
    is_heading,
    read_head,
    refuse_span,
    star_counts,
    submitter_in,
    take_submitter,
)
from .dates import refuse_future, resolve
from .listing import Hint, Listing
from .text_lines import Line, Piece, listing_of, piece, width_of

_AUTHORS = re.compile(r"(.*)[·•] ?[\d,.]+k? authors?(?: [\d,.]+k?)?", re.IGNORECASE)
"""The count, after the organization where it is in the same line."""
_NO_END = re.compile(
    r"(?:[-–—:,;&]|\b(?:a|an|and|as|at|by|for|from|in|of|on|or|the|to|via|with))$", re.IGNORECASE
)
"""The end of a title that has no end: the line after it is its other half, not an organization."""
_LONGEST_END = 5
_ALLOWED = (
    "who submitted it, a count, one line of title, at most one of organization, and the count of authors"
)


def recognises(lines: Sequence[Line]) -> bool:
    """Tell whether a text has this layout: it counts authors, and names submitters or has furniture."""
    return any(map(_counts_authors, lines)) and (any(map(_says_submitter, lines)) or has_marks(lines))


def read(lines: Sequence[Line], hint: Hint) -> Listing:
    """Read a text of this layout; raises ListingError when its day cannot be told, or no entry be read."""
    width = width_of(lines)
    dated = date_lines(lines, width)
    stated = {line.number for line, _ in dated}
    start = min(stated, default=0)
    head = [line for line in lines if line.number < start]
    body = [line for line in lines if line.text and line.number > start and line.number not in stated]
    refuse_span([*head, *takewhile(lambda line: not _says_submitter(line), body)], hint.name)
    day, dated_by = resolve(day_written(dated, hint.name), start or None, hint)
    refuse_future(day, hint)
    pieces = [
        *read_head(head, width, day),
        *(Piece(number, number, None, day) for number in sorted(stated)),
        *_read_body(body, day),
    ]
    return listing_of(pieces, lines, hint, source="text", scope=hint.name, dated_by=dated_by)


def _read_body(lines: Sequence[Line], day: date) -> Iterator[Piece]:
    stars = star_counts(lines)
    for group in _groups(lines, stars):
        yield from _read_group(group, stars, day)


def _groups(lines: Sequence[Line], stars: set[int]) -> Iterator[list[Line]]:
    """Give the lines of each entry: from who submitted it, or the last end, to its own last count."""
    group: list[Line] = []
    ended = False
    for line in lines:
        follows = line.number in stars or is_count(line.text) or is_furniture(line)
        if group and (_says_submitter(line) or (ended and not follows)):
            yield group
            group, ended = [], False
        group.append(line)
        ended = ended or _counts_authors(line)
    if group:
        yield group


def _read_group(group: list[Line], stars: set[int], day: date) -> Iterator[Piece]:
    is_entry = any(_says_submitter(line) or _counts_authors(line) for line in group)
    is_around = is_furniture if is_entry else is_heading
    around = {line.number for line in group if line.number in stars or is_around(line)}
    counted = next((line.number for line in group if _counts_authors(line)), None)
    if counted:
        around |= {line.number for line in group if line.number > counted}
    core = [line for line in group if line.number not in around]
    first, last = (core[0].number, core[-1].number) if core else (0, -1)
    for line in group:
        if not first <= line.number <= last:
            yield Piece(line.number, line.number, None, day)
    if core:
        yield piece(first, last, day, lambda: _paper(core, day))


def _paper(lines: Sequence[Line], day: date) -> Paper | str:
    """Give the paper of an entry, or the reason why it is none; raise RecordError for a line too many."""
    rest = list(lines)
    submitter = take_submitter(rest)
    votes = count_in(rest.pop(0).text) if rest and is_count(rest[0].text) else None
    inside = _take_organization(rest) if rest and _counts_authors(rest[-1]) else None
    if inside is None and submitter is None:
        return "neither an entry with its authors counted nor page furniture"
    if not rest:
        return "an entry without a title"
    title, organization = checked_title(rest.pop(0).text), inside or None
    if rest and inside == "":
        organization = rest.pop(0).text
    if rest:
        raise RecordError(f"line {rest[0].number}", rest[0].text, _ALLOWED)
    if organization and _NO_END.search(title[-_LONGEST_END:]):
        raise RecordError("title", title, "a title on one line")
    return Paper(
        id=slug(title, None),
        title=title,
        listed=(day,),
        source="text",
        votes=votes,
        submitted_by=submitter,
        organization=checked_name(organization),
    )


def _take_organization(lines: list[Line]) -> str:
    """Take the count of authors, and give the organization that stands before it in its line, or ""."""
    match = _AUTHORS.fullmatch(lines.pop().text)
    return match[1].strip() if match else ""


def _says_submitter(line: Line) -> bool:
    return submitter_in(line.text) is not None


def _counts_authors(line: Line) -> bool:
    return _AUTHORS.fullmatch(line.text) is not None
