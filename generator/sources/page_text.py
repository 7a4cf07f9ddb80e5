"""The text of a Daily Papers page, as copied from a browser.

Two layouts are known. In one, titles and abstracts take turns, each a block of lines. In the other, without
abstracts, an entry is a submitter, a count of votes, a title and a count of authors. Both begin with page
furniture and the day. A block is an abstract if it ends like a sentence, holds an address, or is longer than
any title; anything else is a title. (Of 38,506 titles on Hugging Face and arXiv none was longer than 226
characters and none ended in a full stop.)
"""

import json
import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from datetime import date

from ..papers.errors import ListingError, RecordError
from ..papers.identifiers import slug
from ..papers.records import Paper, Rejection, one_line, replace_forbidden
from .dates import WrittenDate, read_date, refuse_future, resolve
from .fields import load
from .links import links_in
from .listing import Entry, Hint, Listing, decode

MAX_BYTES = 10_000_000
"""A day's page has some 150 kB of text; a file beyond this is something else."""

_DATA_NAME = re.compile(r".*\.(?:html?|xml|jsonl?)(?:\.gz)?", re.IGNORECASE)
_DATA_LINE = re.compile(
    r"""<.*>[,;]?|.*<[a-z][\w:.-]*\s+[\w:-]+\s*=\s*["'].*|.*"\w+"\s*:(?!//).*|[]{}[]+,?""", re.IGNORECASE
)
"""A line that is all markup, or has a tag with an attribute, or a key of JSON, or nothing but brackets."""

_LARGEST_SHARE_OF_DATA = 1 / 3
"""Of the lines of a text; listings have at most 0.005, the markup and JSON of sources at least 0.47."""

_LONGEST_TITLE = 240
_EXCERPT = 200
_FURNITURE = frozenset(
    {
        "new",
        "get trending papers in your email inbox!",
        "get trending papers in your email inbox once a day!",
        "get trending papers in your email inbox! subscribe",
        "get trending papers in your email inbox once a day! subscribe",
        "subscribe",
        "daily papers",
        "byak and the research community",
        "by ak and the research community",
        "search by arxiv id or title",
        "submit a paper",
        "previous",
        "next",
        "previous next",
    }
)
_AUTHOR_COUNT = re.compile(r"· [\d,.]+k? authors?(?: \d+)?")
_SUBMITTED_BY = re.compile(r"submitted by\b ?(.*)", re.IGNORECASE)
_COUNT = re.compile(r"\d{1,9}")


@dataclass(frozen=True, slots=True)
class _Block:
    """Lines that belong together, numbered from 1, joined to one."""

    first: int
    last: int
    text: str


@dataclass(frozen=True, slots=True)
class _Found:
    """What stands in a stretch of lines: an entry, or the reason why it is none."""

    first: int
    last: int
    title: str = ""
    abstract: str | None = None
    votes: int | None = None
    submitted_by: str | None = None
    rejected: str | None = None
    furniture: bool = False
    paper: Paper | None = None


def recognises(data: bytes) -> bool:
    """Tell whether `data` could be such a text; every text without markup can."""
    return data.lstrip()[:1] not in (b"{", b"[", b"<")


def parse(data: bytes, hint: Hint) -> Listing:
    """Read the text of a page; every line becomes part of an entry, furniture, or a rejection.

    Raises ListingError when it is no such text at all, or its day cannot be told.
    """
    if len(data) > MAX_BYTES:
        raise ListingError(
            hint.name, f"found {len(data):,} bytes; a text listing has at most {MAX_BYTES:,}; split it by day"
        )
    text, replaced = replace_forbidden(decode(data, hint.name))
    lines = [_Block(number, number, one_line(line)) for number, line in enumerate(text.split("\n"), 1)]
    if not any(line.text for line in lines):
        raise ListingError(hint.name, "found nothing but blank lines; save the page's text again")
    if kind := _kind_of_data(text, lines, hint.name):
        raise ListingError(
            hint.name,
            f"found {kind} in no known format, perhaps damaged; allowed are saved pages, feeds, JSON and "
            "JSON Lines in whole, and the text of a page in a .txt file: fetch or save it again",
        )
    written, dated = _find_date(lines, hint.name)
    day, dated_by = resolve(written, dated[0] if dated else None, hint)
    refuse_future(day, hint)
    head = [line for line in lines if dated and line.first < dated[0]]
    taken = set(dated)
    body = [line for line in lines if line.first not in taken and not (dated and line.first < dated[0])]
    counted = any(_AUTHOR_COUNT.fullmatch(line.text) for line in body)
    items = (*_read_head(head), *(_read_counted if counted else _read_titled)(body))
    found = [_with_paper(item, day) if item.title else item for item in items]
    if not any(item.paper or item.rejected for item in found):
        raise ListingError(hint.name, f"found no paper, only the page around {day}; save it again")
    return Listing(
        source="text",
        scope=hint.name,
        days=(day,),
        entries=tuple(Entry(item.paper, item.first, item.last) for item in found if item.paper),
        rejections=_rejections(found, lines, day),
        furniture=_furniture(found, lines, dated),
        dated_by=dated_by,
        replaced=replaced,
    )


def _kind_of_data(text: str, lines: list[_Block], name: str) -> str | None:
    """Say what shows that a text is markup or data instead of the text of a page; None where nothing does."""
    if found := _DATA_NAME.fullmatch(name):
        return f"a file named {found[0]}"
    try:
        load(text)
        return "a JSON value"
    except json.JSONDecodeError:
        pass
    filled = [line.text for line in lines if line.text]
    count = sum(_DATA_LINE.fullmatch(line) is not None for line in filled)
    if count > _LARGEST_SHARE_OF_DATA * len(filled):
        return f"markup or JSON in {count} of {len(filled)} lines"
    return None


def _find_date(lines: list[_Block], name: str) -> tuple[WrittenDate | None, list[int]]:
    """Give the day that the page states and the lines that state it.

    Such a line starts a block; a later one that an abstract follows is a title.
    """
    written: WrittenDate | None = None
    dated: list[int] = []
    for place, line in enumerate(lines):
        found = read_date(line.text)
        starts_block = place == 0 or not lines[place - 1].text or _is_furniture(lines[place - 1])
        following = (lines[later] for later in range(place + 1, len(lines)))
        if found is None or not starts_block or (written and _is_title(following)):
            continue
        both = written.joined(found) if written else found
        if written and not both:
            raise ListingError(
                name,
                f'found two days, "{written.text}" in line {dated[0]} and "{found.text}"; '
                "a text listing has one day: split it",
                line.first,
            )
        written = both
        dated.append(line.first)
    return written, dated


def _is_title(following: Iterable[_Block]) -> bool:
    """Tell whether the lines that follow a line make it a title: an abstract comes first."""
    block = next(_blocks(following), None)
    return block is not None and _reads_like_abstract(block.text)


def _read_head(lines: list[_Block]) -> Iterator[_Found]:
    for block in _blocks(lines):
        if _is_furniture(block):
            yield _Found(block.first, block.last, furniture=True)
        else:
            yield _Found(block.first, block.last, rejected="text before the day of the list")


def _read_titled(lines: list[_Block]) -> Iterator[_Found]:
    """Read the layout in which titles and abstracts take turns.

    Where they do, a title that ends the text may be one, or an abstract, that was cut short.
    """
    turns = list(_turns(_blocks(lines)))
    taking_turns = any(title and abstract for title, abstract in turns)
    for number, (title, abstract) in enumerate(turns, 1):
        stretch = [title, *abstract] if title else abstract
        first, last = stretch[0].first, stretch[-1].last
        if title is None:
            yield _Found(first, last, rejected="an abstract without a title")
        elif _is_furniture(title) and not abstract:
            yield _Found(first, last, furniture=True)
        elif taking_turns and number == len(turns) and not abstract:
            yield _Found(first, last, rejected="the end of the text, cut short? a title without an abstract")
        else:
            yield _Found(first, last, title.text, "\n\n".join(block.text for block in abstract) or None)


def _turns(blocks: Iterable[_Block]) -> Iterator[tuple[_Block | None, list[_Block]]]:
    title: _Block | None = None
    abstract: list[_Block] = []
    for block in blocks:
        if _reads_like_abstract(block.text) and not (abstract and _is_neither(block.text)):
            abstract.append(block)
            continue
        if title or abstract:
            yield title, abstract
        title, abstract = (None, [block]) if _is_neither(block.text) else (block, [])
    if title or abstract:
        yield title, abstract


def _is_neither(text: str) -> bool:
    """Tell whether a block is too long for a title and yet no paragraph after an abstract: it has no end."""
    return len(text) > _LONGEST_TITLE and not _ends(text) and "://" not in text


def _ends(text: str) -> bool:
    return text.rstrip("\"')]}”’")[-1:] in (".", ":", ";", ",", "!", "?", "…")


def _reads_like_abstract(text: str) -> bool:
    return len(text) > _LONGEST_TITLE or text[-1] in ".:;," or "://" in text


def _read_counted(lines: list[_Block]) -> Iterator[_Found]:
    """Read the layout in which each entry ends with its count of authors."""
    group: list[_Block] = []
    for line in lines:
        if not line.text:
            continue
        if group and _SUBMITTED_BY.fullmatch(line.text):
            yield from _read_group(group)
            group = []
        group.append(line)
        if _AUTHOR_COUNT.fullmatch(line.text):
            yield from _read_group(group)
            group = []
    yield from _read_group(group)


def _read_group(group: list[_Block]) -> Iterator[_Found]:
    rest = [line for line in group if not _is_furniture(line)]
    for line in group:
        if _is_furniture(line) and not (rest and rest[0].first < line.first < rest[-1].last):
            yield _Found(line.first, line.last, furniture=True)
    if not rest:
        return
    first, last = rest[0].first, rest[-1].last
    counted = _AUTHOR_COUNT.fullmatch(rest[-1].text) is not None
    titles = [line.text for line in (rest[:-1] if counted else rest)]
    submitter = _SUBMITTED_BY.fullmatch(titles[0]) if titles else None
    if submitter:
        titles.pop(0)
    submitted_by = submitter and (submitter[1] or (titles.pop(0) if titles else None))
    votes = int(titles.pop(0)) if titles and _COUNT.fullmatch(titles[0]) else None
    title = " ".join(titles)
    if not title:
        yield _Found(first, last, rejected="an entry without a title")
    elif not counted and not submitter:
        yield _Found(first, last, rejected="neither an entry with its authors counted nor page furniture")
    else:
        yield _Found(first, last, title, None, votes, submitted_by)


def _blocks(lines: Iterable[_Block]) -> Iterator[_Block]:
    """Join wrapped lines; a blank line, furniture, and a line too long to be wrapped stand alone."""
    group: list[_Block] = []
    for line in lines:
        alone = len(line.text) > _LONGEST_TITLE or _is_furniture(line)
        if group and (alone or not line.text):
            yield _joined(group)
            group = []
        if alone:
            yield line
        elif line.text:
            group.append(line)
    if group:
        yield _joined(group)


def _is_furniture(block: _Block) -> bool:
    return block.text.casefold() in _FURNITURE


def _joined(lines: list[_Block]) -> _Block:
    """Join the lines of one paragraph; a word that was broken at its hyphen is one word again."""
    parts, end = [lines[0].text], lines[0].text[-2:]
    for line in lines[1:]:
        gap = "" if re.fullmatch(r"\w-", end) else " "
        parts += (gap, line.text)
        end = f"{end}{gap}{line.text}"[-2:]
    return _Block(lines[0].first, lines[-1].last, "".join(parts))


def _with_paper(found: _Found, day: date) -> _Found:
    """Give what was found with its paper, or rejected where no record can hold it."""
    try:
        return replace(found, paper=_paper(found, day))
    except RecordError as error:
        return replace(found, rejected=one_line(str(error)))


def _paper(found: _Found, day: date) -> Paper:
    return Paper(
        id=slug(found.title, found.abstract),
        title=found.title,
        abstract=found.abstract,
        listed=(day,),
        source="text",
        links=links_in(found.abstract or ""),
        votes=found.votes,
        submitted_by=found.submitted_by,
    )


def _furniture(found: list[_Found], lines: list[_Block], dated: list[int]) -> tuple[int, ...]:
    inside = {number for item in found if not item.furniture for number in range(item.first, item.last + 1)}
    around = {number for item in found if item.furniture for number in range(item.first, item.last + 1)}
    blank = {line.first for line in lines if not line.text}
    return tuple(sorted((around | blank | set(dated)) - inside))


def _rejections(found: list[_Found], lines: list[_Block], day: date) -> dict[date, tuple[Rejection, ...]]:
    rejected = tuple(
        Rejection(
            item.first,
            item.last,
            item.rejected,
            one_line(" ".join(line.text for line in lines[item.first - 1 : item.last])[:_EXCERPT]),
        )
        for item in found
        if item.rejected
    )
    return {day: rejected} if rejected else {}
