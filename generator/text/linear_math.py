r"""Formulas as a line of characters, for places that know no markup: M$^2$CD is M²CD, $\frac{a}{b}$ is a/b.

What has no raised or lowered form in Unicode is written as its notation for mathematics on a line has it,
`x_θ`, `(a+b)/c`, `∑_(i∈S)`: https://www.unicode.org/notes/tn28/. A formula without MathML stays as its TeX.
"""

import re
import unicodedata
from collections.abc import Callable, Mapping
from functools import cache, lru_cache
from xml.etree.ElementTree import Element, fromstring

from generator.text.bidi import balanced
from generator.text.formulas import Formula, Text, segments
from generator.text.mathml import mathml
from generator.text.mathml_tokens import TOKENS

_EDGE = "\0"
"""Stands beside an operand without brackets; a space takes its place between letters or numbers."""
_MEETING = re.compile(rf"(?<=[^\W_]){_EDGE}+(?=[^\W_])")
_OVER = {
    "^": "\u0302", "~": "\u0303", "¯": "\u0304", "‾": "\u0305", "˙": "\u0307", "¨": "\u0308", "ˇ": "\u030c",
    "˘": "\u0306", "´": "\u0301", "`": "\u0300", "˚": "\u030a", "→": "\u20d7", "←": "\u20d6", "↔": "\u20e1",
    "⏞": "",
}  # fmt: skip
"""What may stand over a letter, as the character that combines with it; a brace only groups letters."""
_UNDER = {"‾": "\u0332", "⏟": ""}


def linear(text: str) -> str:
    r"""Give the text with each of its formulas as characters.

    >>> linear(r"GenM$^3$ in $\mathbb{R}^n$, at $\sqrt{\frac{a}{b}}$ for $\pi_\theta$")
    'GenM³ in ℝⁿ, at √(a/b) for π_θ'
    """
    if "$" in text or "\\" in text:
        text = "".join(map(_on_a_line, segments(text)))
    return balanced(text)


def _on_a_line(segment: Text | Formula) -> str:
    written = _characters(segment.tex) if isinstance(segment, Formula) else None
    return segment.source if written is None else written


@lru_cache(maxsize=8192)
def _characters(tex: str) -> str | None:
    formula = mathml(tex)
    if formula is None:
        return None
    written = _written(fromstring(formula)[0][0])  # noqa: S314 - our own, without entities
    return _MEETING.sub(" ", written).replace(_EDGE, "")


def _written(element: Element) -> str:
    if element.tag in TOKENS:
        return "".join(map(_bare, element.text or ""))
    kind = "atop" if element.get("linethickness") else element.tag
    return _WRITERS.get(kind, _row)(*map(_written, element))


def _bare(character: str) -> str:
    """Take a letter out of the mathematical alphabets, which few fonts have."""
    return (
        unicodedata.normalize("NFKC", character) if "\U0001d400" <= character <= "\U0001d7ff" else character
    )


def _row(*parts: str) -> str:
    return "".join(parts)


def _operand(text: str) -> str:
    return f"{text}{_EDGE}" if _atoms()[0].fullmatch(text) else f"({text})"


@cache
def _atoms() -> tuple[re.Pattern[str], re.Pattern[str]]:
    """Give what is an operand without brackets, a letter with its scripts or a number, and what a script."""
    shifted = re.escape("".join(sorted({*_raised().values(), *_lowered().values()})))
    number = r"\d+(?:\.\d+)?"
    return (
        re.compile(rf"[^\W\d_][\u0300-\u036f\u20d0-\u20ff{shifted}]*|{number}"),
        re.compile(rf"[^\W\d_{shifted}]+|{number}|."),
    )


def _fraction(above: str, below: str, sign: str = "/") -> str:
    return f"{_EDGE}{_operand(above)}{sign}{_operand(below)}"


def _root(base: str, index: str) -> str:
    raised = _shifted(index, _raised())
    return f"{_operand(base)}^(1/{_operand(index)})" if raised is None else f"{raised}√{_operand(base)}"


def _with_scripts(base: str, low: str, high: str) -> str:
    lowered, raised = _shifted(low, _lowered()), _shifted(high, _raised())
    if lowered is None or raised is None:
        return f"{base}{_script('_', low)}{_script('^', high)}"
    return f"{base}{lowered}{raised}"


def _script(sign: str, text: str) -> str:
    if not text:
        return ""
    return f"{sign}{text}{_EDGE}" if _atoms()[1].fullmatch(text) else f"{sign}({text})"


def _marked(base: str, mark: str) -> str:
    return unicodedata.normalize("NFC", (base if len(base) == 1 else f"({base})") + mark)


def _over(base: str, above: str) -> str:
    return _marked(base, _OVER[above]) if above in _OVER else _with_scripts(base, "", above)


def _under(base: str, below: str) -> str:
    return _marked(base, _UNDER[below]) if below in _UNDER else _with_scripts(base, below, "")


def _shifted(text: str, characters: Mapping[str, str]) -> str | None:
    shifted = [characters.get(character, "") for character in text]
    return "".join(shifted) if all(shifted) else None


@cache
def _raised() -> dict[str, str]:
    """Give characters and their superscripts."""
    signs = {"∘": "°", "′": "′", "∗": "*", "*": "*", "-": "⁻", "⊤": "ᵀ", "⊺": "ᵀ"}
    as_it_is = {character: character for character in "″‴†‡"}
    letters = _compatible("<super>", (0xB2, 0xBA), (0x2070, 0x2080), (0x1D2C, 0x1D6B), (0x2B0, 0x2E5))
    return letters | signs | as_it_is


@cache
def _lowered() -> dict[str, str]:
    """Give characters and their subscripts."""
    return _compatible("<sub>", (0x2080, 0x209D), (0x1D62, 0x1D6B), (0x2C7C, 0x2C7D)) | {"-": "₋"}


def _compatible(kind: str, *ranges: tuple[int, int]) -> dict[str, str]:
    compatible: dict[str, str] = {}
    for start, end in ranges:
        for character in map(chr, range(start, end)):
            tag, *plain = unicodedata.decomposition(character).split() or [""]
            if tag == kind and len(plain) == 1:
                compatible.setdefault(chr(int(plain[0], 16)), character)
    return compatible


_WRITERS: Mapping[str, Callable[..., str]] = {
    "mspace": lambda: " ",
    "mphantom": lambda *_: "",
    "mfrac": _fraction,
    "atop": lambda above, below: _fraction(above, below, "¦"),
    "msqrt": lambda *parts: f"√{_operand(_row(*parts))}",
    "mroot": _root,
    "msub": lambda base, low: _with_scripts(base, low, ""),
    "msup": lambda base, high: _with_scripts(base, "", high),
    "msubsup": _with_scripts,
    "munder": _under,
    "mover": _over,
    "munderover": _with_scripts,
    "mtr": lambda *cells: " ".join(cells),
    "mtable": lambda *rows: "; ".join(rows),
}
"""What each element makes of what stands in it; the others are rows."""
