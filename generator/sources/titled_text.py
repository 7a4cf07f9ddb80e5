"""The text of a Daily Papers page with abstracts: titles and abstracts take turns, each a block of lines.

A block is an abstract if it ends like a sentence, holds an address, or is longer than any title; anything
else is a title. The layout is found where the page's furniture stands around it, and else only where nearly
all blocks take turns and nothing bears the mark of another kind of text.
"""

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from functools import partial
from itertools import takewhile

from ..papers.errors import ListingError
from ..papers.identifiers import slug
from ..papers.records import Paper
from .daily_furniture import (
    date_lines,
    day_written,
    has_marks,
    is_furniture,
    is_heading,
    is_trending,
    read_head,
    refuse_span,
)
from .dates import WrittenDate, refuse_future, resolve, stated
from .foreign_text import kind_of, mark_of, opening_mark
from .links import links_in
from .listing import Hint, Listing
from .shared_marks import are_papers
from .text_lines import (
    LONGEST_TITLE,
    Block,
    Line,
    Piece,
    blocks,
    ends,
    ends_sentence,
    listing_of,
    piece,
    reads_like_abstract,
    width_of,
)

_SHARE_OF_BLOCKS = 0.9
"""That take turns, in a text without the page's furniture."""
_SHARE_OF_TURNS = 2 / 3
"""That can be read, in a text with it."""
_PARAGRAPHS = 2
"""An abstract has at most, on average."""
_HEAD = 50
"""Lines in which the furniture of a page without a day has to begin."""
_CUT_SHORT = "the end of the text, cut short? an abstract that stops inside a sentence"


@dataclass(frozen=True, slots=True)
class _Turn:
    """A title and the abstract that follows it, in one block or more; one of the two may be missing."""

    title: Block | None
    abstract: tuple[Block, ...]

    @property
    def blocks(self) -> tuple[Block, ...]:
        """All of it, a block at least."""
        return (self.title, *self.abstract) if self.title else self.abstract


_Judged = tuple[_Turn, str | None]
"""A turn, and the reason why it is no paper, or None."""


@dataclass(frozen=True, slots=True)
class _Text:
    """A text, cut up."""

    head: list[Line]
    """What stands before the day."""
    dated: list[tuple[Line, WrittenDate]]
    turns: list[_Turn]
    width: int


def recognises(lines: Sequence[Line]) -> bool:
    """Tell whether a text has this layout."""
    text = _cut_up(lines)
    turns = [pair for pair in _judged(text.turns) if not _is_furniture(pair[0])]
    above = [block for block in blocks(text.head, text.width, is_heading) if not is_heading(block)]
    head = text.head if text.dated else lines[:_HEAD]
    if is_trending(head) and not text.dated:
        return False
    if has_marks(head):
        return _is_framed(turns, above)
    return _is_alone(turns, above) and kind_of(lines) is None


def _is_framed(turns: Sequence[_Judged], above: Sequence[Block]) -> bool:
    """Tell whether turns are papers, where the page's furniture stands around them.

    A cut may leave an abstract without its title at the start, and a title and a piece of its abstract at
    the end.
    """
    read = [turn for turn, reason in turns if reason is None]
    unread = [turn for turn, reason in turns if reason and not _is_marked(turn)]
    cut = [
        *takewhile(lambda pair: pair[0].title is None, turns[:1]),
        *takewhile(lambda pair: not pair[0].abstract or pair[1] == _CUT_SHORT, turns[:-3:-1]),
    ]
    paragraphs = sum(len(turn.abstract) for turn in read)
    return (
        len(read) >= _SHARE_OF_TURNS * (len(turns) - len(cut))
        and paragraphs <= _PARAGRAPHS * len(read)
        and bool(read or not turns or turns[-1][1] == _CUT_SHORT)
        and not any(
            mark_of(block.text) for block in (*above, *(block for turn in unread for block in turn.blocks))
        )
    )


def _is_alone(turns: Sequence[_Judged], above: Sequence[Block]) -> bool:
    """Tell whether turns are papers, where only their order tells: a title of several words, an abstract."""
    pairs = [turn for turn, reason in turns if reason is None and turn.abstract]
    titles = [turn.blocks[0].text for turn in pairs]
    number = len(above) + sum(len(turn.blocks) for turn, reason in turns if reason != _CUT_SHORT)
    in_turns = 2 * sum(" " in title for title in titles)
    return (
        in_turns > 0
        and in_turns >= _SHARE_OF_BLOCKS * number
        and not _is_dialogue(titles)
        and are_papers(titles, [" ".join(block.text for block in turn.abstract) for turn in pairs])
    )


def read(lines: Sequence[Line], hint: Hint) -> Listing:
    """Read a text of this layout; raises ListingError when its day cannot be told, or no entry be read."""
    text = _cut_up(lines)
    head = text.head if text.dated else lines[:_HEAD]
    refuse_span(head, hint.name)
    if not has_marks(head) and stated(hint) is None:
        _refuse_date_alone(text.dated, hint.name)
    line = text.dated[0][0].number if text.dated else None
    day, dated_by = resolve(day_written(text.dated, hint.name), line, hint)
    refuse_future(day, hint)
    pieces = [
        *read_head(text.head, text.width, day),
        *(Piece(line.number, line.number, None, day) for line, _ in text.dated),
        *_read_turns(text.turns, day),
    ]
    return listing_of(pieces, lines, hint, source="text", scope=hint.name, dated_by=dated_by)


def _refuse_date_alone(dated: Sequence[tuple[Line, WrittenDate]], name: str) -> None:
    """Raise ListingError for a date without the page: diaries have dates over their paragraphs too."""
    for line, written in dated:
        raise ListingError(
            name,
            f'found "{written.text}", but no page around it, so any text may have it; copy the whole page, '
            "name the file 2025-08-06.txt or give --date 2025-08-06",
            line.number,
        )


def _cut_up(lines: Sequence[Line]) -> _Text:
    width = width_of(lines)
    dated = date_lines(lines, width)
    of_day = {line.number for line, _ in dated}
    start = min(of_day, default=0)
    body = (line for line in lines if line.number > start and line.number not in of_day)
    return _Text(
        head=[line for line in lines if line.number < start],
        dated=dated,
        turns=list(_turns(blocks(body, width, is_furniture))),
        width=width,
    )


def _read_turns(turns: Sequence[_Turn], day: date) -> Iterator[Piece]:
    for turn, reason in _judged(turns):
        first, last = turn.blocks[0].first, turn.blocks[-1].last
        if _is_furniture(turn):
            yield Piece(first, last, None, day)
        elif reason or turn.title is None:
            yield Piece(first, last, reason, day)
        else:
            title, abstract = turn.title.text, "\n\n".join(block.text for block in turn.abstract) or None
            yield piece(first, last, day, partial(_paper, title, abstract, day))


def _judged(turns: Sequence[_Turn]) -> list[_Judged]:
    """Give each turn with the reason why it is no paper, or None.

    Where titles and abstracts take turns, the end of the text may have cut the last one short.
    """
    taking_turns = any(turn.title and turn.abstract for turn in turns)
    reasons = [_reason(turn, taking_turns=taking_turns) for turn in turns]
    if taking_turns and turns[-1].title and not turns[-1].abstract:
        reasons[-1] = "the end of the text, cut short? a title without an abstract"
    elif turns and reasons[-1] is None and turns[-1].abstract and _is_open(turns[-1].abstract[-1].text):
        reasons[-1] = _CUT_SHORT
    return list(zip(turns, reasons, strict=True))


def _is_open(text: str) -> bool:
    """Tell whether a text stops inside a sentence; an address may end one too."""
    return not ends_sentence(text) and "://" not in text.rpartition(" ")[2]


def _reason(turn: _Turn, *, taking_turns: bool) -> str | None:
    if turn.title is None:
        return "an abstract without a title"
    if not turn.title.wrapped:
        return "several lines where one of title should be"
    if taking_turns and not turn.abstract:
        return "a title without an abstract"
    if kind := opening_mark(turn.title.text):
        return f"the mark of {kind.name} where a title should be"
    return None


def _is_marked(turn: _Turn) -> bool:
    """Tell whether a title with its abstract is another format's."""
    return turn.title is not None and bool(turn.abstract) and opening_mark(turn.title.text) is not None


def _turns(all_blocks: Iterable[Block]) -> Iterator[_Turn]:
    title: Block | None = None
    abstract: list[Block] = []
    for block in all_blocks:
        if is_furniture(block):
            if title or abstract:
                yield _Turn(title, tuple(abstract))
            yield _Turn(block, ())
            title, abstract = None, []
            continue
        if reads_like_abstract(block.text) and not (abstract and _is_neither(block.text)):
            abstract.append(block)
            continue
        if title or abstract:
            yield _Turn(title, tuple(abstract))
        title, abstract = (None, [block]) if _is_neither(block.text) else (block, [])
    if title or abstract:
        yield _Turn(title, tuple(abstract))


def _is_neither(text: str) -> bool:
    """Tell whether a block is too long for a title and yet no paragraph after an abstract: it has no end."""
    return len(text) > LONGEST_TITLE and not ends(text) and "://" not in text


def _is_dialogue(titles: Sequence[str]) -> bool:
    """Tell whether most titles are questions, or names that come again: somebody speaks in turns."""
    times = Counter(titles)
    odd = sum(title.endswith("?") or times[title] > 1 for title in titles)
    return len(titles) > 1 and 2 * odd > len(titles)


def _is_furniture(turn: _Turn) -> bool:
    return turn.title is not None and is_furniture(turn.title)


def _paper(title: str, abstract: str | None, day: date) -> Paper:
    return Paper(
        id=slug(title, abstract),
        title=title,
        abstract=abstract,
        listed=(day,),
        source="text",
        links=links_in(abstract or ""),
    )
