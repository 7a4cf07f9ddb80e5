"""What Hugging Face's pages of papers have around their lists: furniture, counts, and a day."""

import re
from collections.abc import Iterator, Sequence
from datetime import date

from ..papers.errors import ListingError, RecordError
from ..text.plain import whole_number
from .dates import WrittenDate, read_date
from .text_lines import Block, Line, Piece, blocks, followed, reads_like_abstract

TRENDING = "trending papers"
"""The title of that page, and what leads to it."""

_MARKS = frozenset(
    {
        "daily papers",
        "get trending papers in your email inbox!",
        "get trending papers in your email inbox once a day!",
        "get trending papers in your email inbox! subscribe",
        "get trending papers in your email inbox once a day! subscribe",
        "byak and the research community",
        "by ak and the research community",
        "search by arxiv id or title",
        "submit a paper",
    }
)
"""Furniture that no other page has."""

_FURNITURE = _MARKS | {"new", "subscribe", "previous", "next", "previous next"}

_NAVIGATION = frozenset(
    {
        "hugging face",
        "models",
        "datasets",
        "spaces",
        "buckets",
        "buckets new",
        "docs",
        "community",
        "enterprise",
        "pricing",
        "log in",
        "sign up",
        "by",
        "ak",
        "and the research community",
        "daily",
        "weekly",
        "monthly",
        "daily weekly monthly",
        TRENDING,
    }
)
"""Furniture before the list; further down the same words end wrapped titles."""

_COUNT = r"(?:\d{1,9}|\d{1,3}(?:,\d{3}){1,2}|\d{1,3}(?:\.\d{1,2})?[km])"
_GITHUB = re.compile(rf"github(?: {_COUNT})?", re.IGNORECASE)
_IS_COUNT = re.compile(rf"{_COUNT}|-", re.IGNORECASE)
_SUBMITTED_BY = re.compile(r"submitted by(?: (.*))?", re.IGNORECASE)
_NAME = re.compile(r"(?=.*\w)[^<>{}\[\]|\\:;?!]{1,60}")
"""Of who submitted a paper, brackets, commas, quotes and emoji included."""
_MONTH = r"(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]*\.?"
_SPAN = re.compile(
    rf"week (?:of )?\d.*|week of {_MONTH}.*|\d{{4}}-w\d\d|{_MONTH} \d{{4}}"
    rf"|{_MONTH} \d{{1,2}}(?:, \d{{4}})? ?(?:-|–|—|to) ?(?:{_MONTH} )?\d{{1,2}}(?:,? \d{{4}})?",
    re.IGNORECASE,
)
"""How pages of a week or a month say what they are of."""


def has_marks(lines: Sequence[Line]) -> bool:
    """Tell whether furniture stands in a text that only these pages have."""
    return any(line.text.casefold() in _MARKS for line in lines)


def is_trending(lines: Sequence[Line]) -> bool:
    """Tell whether the head of a page has the title of Trending Papers, and not that of Daily Papers."""
    texts = {line.text.casefold() for line in lines}
    return TRENDING in texts and "daily papers" not in texts


def is_furniture(line: Line | Block) -> bool:
    """Tell whether a line is furniture wherever it stands."""
    return line.text.casefold() in _FURNITURE


def is_heading(line: Line | Block) -> bool:
    """Tell whether a line before the list is furniture."""
    return is_furniture(line) or line.text.casefold() in _NAVIGATION


def submitter_in(text: str) -> str | None:
    """Give who submitted a paper, as a line says; "" where the next one names them, None for other lines."""
    match = _SUBMITTED_BY.fullmatch(text)
    return match and (match[1] or "")


def take_submitter(lines: list[Line]) -> str | None:
    """Take who submitted a paper from its lines, the first or the first two; None where they do not say."""
    name = submitter_in(lines[0].text)
    if name is None:
        return None
    del lines[0]
    if not name and lines and not _is_votes(lines):
        name = lines.pop(0).text
    if not _NAME.fullmatch(name):
        raise RecordError("submitted by", name or None, "a name, in the same line or the next")
    return name


def _is_votes(lines: Sequence[Line]) -> bool:
    """Tell whether lines begin with votes; a name may be a number too, and has them after it."""
    return is_count(lines[0].text) and not (len(lines) > 1 and is_count(lines[1].text))


def checked_title(text: str) -> str:
    """Give the line of a title; raise RecordError for one that is none, as far as its form tells."""
    if reads_like_abstract(text):
        raise RecordError("title", text, "a title on one line")
    return text


def checked_name(text: str | None) -> str | None:
    """Give the line of an organization; raise RecordError for one that is none, as far as its form tells."""
    if text and reads_like_abstract(text):
        raise RecordError("organization", text, "a name on one line")
    return text


def is_count(text: str) -> bool:
    """Tell whether a line is a count of votes, stars or comments; "-" is none yet."""
    return _IS_COUNT.fullmatch(text) is not None


def count_in(text: str) -> int | None:
    """Give the number of a count, or None where it is rounded (1.2k)."""
    return whole_number(text.replace(",", ""))


def star_counts(lines: Sequence[Line]) -> set[int]:
    """Give the numbers of the lines that count stars: "GitHub 1.2k", or "GitHub" and a count in the next."""
    counts: set[int] = set()
    for line, following in followed(lines):
        if _GITHUB.fullmatch(line.text):
            counts.add(line.number)
            if " " not in line.text and following and is_count(following.text):
                counts.add(following.number)
    return counts


def date_lines(lines: Sequence[Line], width: int) -> list[tuple[Line, WrittenDate]]:
    """Give the lines that state the day of a page, each with its date.

    Such a line starts a block; a later one that an abstract follows is a title.
    """
    dated: list[tuple[Line, WrittenDate]] = []
    for place, line in enumerate(lines):
        written = read_date(line.text) if line.text else None
        before = lines[place - 1]
        starts_block = place == 0 or not before.text or (is_furniture if dated else is_heading)(before)
        if written and starts_block and not (dated and _is_title(lines, place, width)):
            dated.append((line, written))
    return dated


def _is_title(lines: Sequence[Line], place: int, width: int) -> bool:
    """Tell whether the lines that follow a line make it a title: an abstract comes first."""
    following = (lines[number] for number in range(place + 1, len(lines)))
    block = next(blocks(following, width, is_furniture), None)
    return block is not None and reads_like_abstract(block.text)


def day_written(dated: Sequence[tuple[Line, WrittenDate]], name: str) -> WrittenDate | None:
    """Give the day that the date lines of a page state together, or None where there is none.

    Raises ListingError where they contradict one another.
    """
    written: WrittenDate | None = None
    for line, told in dated:
        both = written.joined(told) if written else told
        if written and not both:
            raise ListingError(
                name,
                f'found two days, "{written.text}" in line {dated[0][0].number} and "{told.text}"; '
                "a text listing has one day: split it",
                line.number,
            )
        written = both
    return written


def refuse_span(lines: Sequence[Line], name: str) -> None:
    """Raise ListingError where the lines before a list say that it is of a week or a month."""
    for line in lines:
        if _SPAN.fullmatch(line.text) and not read_date(line.text):
            raise ListingError(
                name,
                f'found "{line.text}", as pages of a week or a month have it, which do not tell the day of a '
                "paper; give the page of each day",
                line.number,
            )


def read_head(head: Sequence[Line], width: int, day: date) -> Iterator[Piece]:
    """Read what stands before the day: furniture, or text that nobody knows."""
    for block in blocks(head, width, is_heading):
        reason = None if is_heading(block) else "text before the day of the list"
        yield Piece(block.first, block.last, reason, day)
