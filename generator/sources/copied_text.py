"""The text of a page, as copied from a browser: its layout is found first, and anything else is refused."""

import json
import re
from collections.abc import Callable, Sequence
from dataclasses import replace
from typing import NamedTuple

from ..papers.errors import ListingError
from ..text.plain import replace_forbidden
from . import arxiv_list, counted_text, titled_text, trending_text
from .daily_furniture import date_lines, day_written
from .dates import refuse_future, resolve
from .fields import load
from .foreign_text import Kind, kind_of, kind_of_many
from .listing import Hint, Listing, decode, opening
from .text_lines import Line, lines_of, reads_like_abstract, width_of

MAX_BYTES = 10_000_000
"""A day's page has some 150 kB of text; a file beyond this is something else."""

_DATA_NAME = re.compile(r".*\.(?:html?|xml|jsonl?)(?:\.gz)?", re.IGNORECASE)
_DATA_LINE = re.compile(
    r"""<.*>[,;]?|.*<[a-z][\w:.-]*\s+[\w:-]+\s*=\s*["'].*|.*"\w+"\s*:(?!//).*|[]{}[]+,?""", re.IGNORECASE
)
"""A line that is all markup, or has a tag with an attribute, or a key of JSON, or nothing but brackets."""

_LARGEST_SHARE_OF_DATA = 1 / 3
"""Of the lines of a text; listings have at most 0.005, the markup and JSON of sources at least 0.47."""

_IN_BRACKETS = re.compile(r"""\[[^][{}"'\n]{0,80}\]\s*[^\s,\]}]""")
"""A text that begins with brackets, such as "[1] arXiv:2508.03320", where JSON would go on otherwise."""

_KNOWN = (
    "known are the text of Hugging Face's Daily Papers and Trending Papers and of arXiv's lists of new and "
    "recent papers, each copied whole from the browser, and JSON Lines"
)


class _Layout(NamedTuple):
    recognises: Callable[[Sequence[Line]], bool]
    read: Callable[[Sequence[Line], Hint], Listing]


_LAYOUTS = (
    _Layout(arxiv_list.recognises, arxiv_list.read),
    _Layout(trending_text.recognises, trending_text.read),
    _Layout(counted_text.recognises, counted_text.read),
    _Layout(titled_text.recognises, titled_text.read),
)
"""From the most to the least distinctive."""


def recognises(data: bytes) -> bool:
    """Tell whether `data` could be such a text: it does not begin as markup or JSON do."""
    start = opening(data)
    return start[:1] not in ("{", "[", "<") or _IN_BRACKETS.match(start) is not None


def parse(data: bytes, hint: Hint) -> Listing:
    """Read the text of a page; every line becomes part of an entry, furniture, or a rejection.

    Raises ListingError when no known layout is found in it, its day cannot be told, or nothing can be read.
    """
    if len(data) > MAX_BYTES:
        raise ListingError(
            hint.name, f"found {len(data):,} bytes; a text listing has at most {MAX_BYTES:,}; split it by day"
        )
    text, replaced = replace_forbidden(decode(data, hint.name))
    lines = lines_of(text)
    _refuse_data(text, lines, hint.name)
    layout = next((layout for layout in _LAYOUTS if layout.recognises(lines)), None)
    if layout is None:
        raise _no_layout(lines, hint)
    listing = layout.read(lines, hint)
    titles = [entry.paper.title for entry in listing.entries]
    if kind := kind_of_many(titles):
        raise _is_foreign(kind, titles[0], None, hint)
    return replace(listing, replaced=replaced)


def _refuse_data(text: str, lines: Sequence[Line], name: str) -> None:
    if not any(line.text for line in lines):
        raise ListingError(name, "found nothing but blank lines; save the page's text again")
    if kind := _kind_of_data(text, lines, name):
        raise ListingError(
            name,
            f"found {kind} in no known format, perhaps damaged; allowed are saved pages, feeds, JSON and "
            "JSON Lines in whole, and the text of a page in a .txt file: fetch or save it again",
        )


def _kind_of_data(text: str, lines: Sequence[Line], name: str) -> str | None:
    """Say what shows that a text is markup or data instead of the text of a page; None where nothing does."""
    if match := _DATA_NAME.fullmatch(name):
        return f"a file named {match[0]}"
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


def _no_layout(lines: Sequence[Line], hint: Hint) -> ListingError:
    """Give the error of a text in which no known layout is found: what it looks like, and what to give."""
    if foreign := kind_of(lines):
        kind, line = foreign
        return _is_foreign(kind, line.text, line.number, hint)
    if dated := date_lines(lines, width_of(lines)):
        day, _ = resolve(day_written(dated, hint.name), dated[0][0].number, hint)
        refuse_future(day, hint)
    filled = [line for line in lines if line.text]
    prose = all(reads_like_abstract(line.text) for line in filled)
    return ListingError(
        hint.name,
        f"found no list of papers in this {'prose' if prose else 'text'}, neither a known page around it nor "
        f"only titles and whole abstracts in turns; {_KNOWN}",
    )


def _is_foreign(kind: Kind, text: str, line: int | None, hint: Hint) -> ListingError:
    return ListingError(
        hint.name,
        f'this looks like {kind.name} ("{text[:60]}"), not like a list of papers; give {kind.instead}: '
        f"{_KNOWN}",
        line,
    )
