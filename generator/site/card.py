"""The social card of a day: the picture that shows when somebody shares a page, a PNG of 1200 by 630 pixels.

It is drawn with fonts that come with the program (`fonts/`), so that the same day gives the same bytes.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from functools import cache
from io import BytesIO
from itertools import accumulate, islice, takewhile
from pathlib import Path

from PIL import Image, ImageDraw, ImageFont

from ..archive.pages import PaperPage
from ..papers.days import day_long, weekday_name
from ..text.formulas import Formula, segments
from ..text.linear_math import linear
from .colours import INK, MARK, PAPER, channels
from .library import Library

SIZE = (1200, 630)
_MARGIN = 80
_LINES = 5
_SHADES = 9
_INK, _PAPER, _MARK = (channels(colours["light"]) for colours in (INK, PAPER, MARK))
_GREY = 100
_POINTS = " ,;:.-–"
_CANDIDATES = 30
"""Titles that are looked at to find as many as fit: some hold formulas, or characters that the fonts lack."""

_FONTS = Path(__file__).parent / "fonts"


@dataclass(frozen=True, slots=True)
class Card:
    """What a card says."""

    site: str
    day: date
    count: int
    """Papers on the day."""
    titles: tuple[str, ...]
    """The first of them."""


def card_address(day: date) -> str:
    """Give the address of a day's card, relative to the site's root."""
    return f"cards/{day.isoformat()}.png"


def cards(library: Library, site_name: str) -> Iterator[Card]:
    """Give the card of each day."""
    for day in library.days:
        listed = library.listed(day)
        titles = (linear(page.paper.title) for page in listed if isinstance(page, PaperPage))
        yield Card(site_name, day, len(listed), tuple(islice(titles, _CANDIDATES)))


def draw(card: Card) -> bytes:
    """Draw a card: site, day, number of papers, and the first titles that can be drawn."""
    image = Image.new("L", SIZE, 255)
    pen = ImageDraw.Draw(image)
    papers = "1 paper" if card.count == 1 else f"{card.count:,} papers"
    _write(pen, 64, card.site, "SemiBold", 30, _GREY)
    _write(pen, 116, day_long(card.day), "SemiBold", 84)
    _write(pen, 226, f"{weekday_name(card.day)} · {papers}", "Regular", 36, _GREY)
    for place, title in enumerate(islice(filter(_drawable, card.titles), _LINES)):
        _write(pen, 320 + 50 * place, title, "Regular", 31, 40)
    # The greys become shades between two colours; the accent is one colour more.
    picture = image.point([value * (_SHADES - 1) // 255 for value in range(256)])
    ImageDraw.Draw(picture).rectangle((0, 0, 15, SIZE[1]), fill=_SHADES)
    picture.putpalette([value for colour in (*_shades(), _MARK) for value in colour])
    out = BytesIO()
    picture.save(out, "PNG", compress_level=4, bits=4)
    return out.getvalue()


def _write(pen: ImageDraw.ImageDraw, top: int, text: str, weight: str, size: int, grey: int = 0) -> None:
    """Write one line, cut after a word where it would leave the card."""
    right = SIZE[0] - _MARGIN
    left = float(_MARGIN)
    for character in _fitting(text, weight, size, right - _MARGIN):
        glyph = _glyph(weight, size, character)
        pen.bitmap((round(left) + glyph.left, top + glyph.top), glyph.picture, fill=grey)
        left += glyph.advance


def _fitting(text: str, weight: str, size: int, width: int) -> str:
    """Give as much of a text as there is room for, cut after a word where there is one, with an ellipsis."""
    if _count_fitting(text, weight, size, width) == len(text):
        return text
    room = _count_fitting(text, weight, size, width - _glyph(weight, size, "…").advance)
    rest = text[room:]
    after_points = room + len(rest) - len(rest.lstrip(_POINTS))  # which a word loses before the ellipsis
    end = text.rfind(" ", 0, after_points + 1)
    return text[: end if end > 0 else room].rstrip(_POINTS) + "…"


def _count_fitting(text: str, weight: str, size: int, width: float) -> int:
    """Give how many characters from a text's beginning there is room for."""
    ends = accumulate(_glyph(weight, size, character).advance for character in text)
    return sum(1 for _ in takewhile(lambda end: end <= width, ends))


def _shades() -> Iterator[tuple[int, ...]]:
    for shade in range(_SHADES):
        part = shade / (_SHADES - 1)
        yield tuple(round(ink + (paper - ink) * part) for ink, paper in zip(_INK, _PAPER, strict=True))


def _drawable(title: str) -> bool:
    """Tell whether a title is plain text in characters that the fonts have."""
    return not any(isinstance(part, Formula) for part in segments(title)) and all(map(_has_glyph, title))


@cache
def _has_glyph(character: str) -> bool:
    missing = _glyph("Regular", 31, "\U0010fffd").picture.tobytes()
    return _glyph("Regular", 31, character).picture.tobytes() != missing


@dataclass(frozen=True, slots=True)
class _Glyph:
    """A character, drawn once: to have a line of text drawn takes ten times as long as to put it together."""

    picture: Image.Image
    left: int
    top: int
    advance: float


@cache
def _glyph(weight: str, size: int, character: str) -> _Glyph:
    font = _font(weight, size)
    left, top, right, bottom = map(int, font.getbbox(character))
    picture = Image.new("L", (max(1, right - left), max(1, bottom - top)))
    ImageDraw.Draw(picture).text((-left, -top), character, font=font, fill=255)
    return _Glyph(picture, left, top, font.getlength(character))


@cache
def _font(weight: str, size: int) -> ImageFont.FreeTypeFont:
    # The other layout engine depends on libraries of the machine.
    path = _FONTS / f"InterDisplay-{weight}.otf"
    return ImageFont.truetype(path, size, layout_engine=ImageFont.Layout.BASIC)
