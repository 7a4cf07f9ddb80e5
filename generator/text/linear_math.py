r"""Formulas as a line of characters, for places that know no markup: M$^2$CD is M²CD, 360$^\circ$ is 360°.

Only what keeps its meaning on one line is written so; a formula that needs more stays as its TeX.
"""

import unicodedata
from functools import cache, lru_cache
from xml.etree.ElementTree import Element, fromstring

from generator.text.bidi import balanced
from generator.text.formulas import Formula, segments
from generator.text.mathml import mathml


def linear(text: str) -> str:
    r"""Give the text with each of its formulas as characters, where that can be, else as it came.

    >>> linear(r"GenM$^3$ in $\mathbb{R}^n$, at $\sqrt{\frac{a}{b}}$")
    'GenM³ in ℝⁿ, at $\\sqrt{\\frac{a}{b}}$'
    """
    return balanced(
        "".join(
            (isinstance(segment, Formula) and _characters(segment.tex)) or segment.source
            for segment in segments(text)
        )
    )


class _NotLinearError(Exception):
    """A formula that one line of characters cannot tell."""


@lru_cache(maxsize=8192)
def _characters(tex: str) -> str | None:
    formula = mathml(tex)
    if formula is None:
        return None
    try:
        return _written(fromstring(formula)[0][0])  # noqa: S314 - our own, without entities
    except _NotLinearError:
        return None


def _written(element: Element) -> str:
    parts = list(element)
    match element.tag:
        case "mi" | "mn" | "mo" | "mtext":
            return "".join(map(_bare, element.text or ""))
        case "mspace":
            return " "
        case "mrow" | "mstyle" | "mpadded":
            return "".join(map(_written, parts))
        case "msup":
            return _written(parts[0]) + _shifted(parts[1], _raised())
        case "msub":
            return _written(parts[0]) + _shifted(parts[1], _lowered())
        case "msubsup":
            return _written(parts[0]) + _shifted(parts[1], _lowered()) + _shifted(parts[2], _raised())
        case _:
            raise _NotLinearError


def _bare(character: str) -> str:
    """Take a letter out of the mathematical alphabets, which few fonts have."""
    return (
        unicodedata.normalize("NFKC", character) if "\U0001d400" <= character <= "\U0001d7ff" else character
    )


def _shifted(element: Element, characters: dict[str, str]) -> str:
    try:
        return "".join(characters[character] for character in _written(element))
    except KeyError as error:
        raise _NotLinearError from error


@cache
def _raised() -> dict[str, str]:
    """Characters and their superscripts."""
    signs = {"∘": "°", "′": "′", "∗": "*", "*": "*", "-": "⁻", "⊤": "ᵀ"}
    return _compatible("<super>", (0xB2, 0xBA), (0x2070, 0x2080), (0x1D2C, 0x1D6B), (0x2B0, 0x2E5)) | signs


@cache
def _lowered() -> dict[str, str]:
    """Characters and their subscripts."""
    return _compatible("<sub>", (0x2080, 0x209D), (0x1D62, 0x1D6B), (0x2C7C, 0x2C7D)) | {"-": "₋"}


def _compatible(kind: str, *ranges: tuple[int, int]) -> dict[str, str]:
    compatible: dict[str, str] = {}
    for start, end in ranges:
        for character in map(chr, range(start, end)):
            tag, *plain = unicodedata.decomposition(character).split() or [""]
            if tag == kind and len(plain) == 1:
                compatible.setdefault(chr(int(plain[0], 16)), character)
    return compatible
