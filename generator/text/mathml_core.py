"""The tree of a formula, built anew from what MathML Core knows (https://www.w3.org/TR/mathml-core/).

The converter's output is untrusted: it copies what a listing says into text and attributes. So nothing of it
is kept as it is; the new tree has elements and attributes that are listed here, and no others.
"""

import re
from xml.etree.ElementTree import Element

from .mathml_rows import letters_joined, tidied
from .mathml_tokens import TOKENS, UnconvertibleError, token

MAX_DEPTH = 40
"""Levels of elements in a formula; what is deeper is shown as its source."""

_LENGTH = r"0|\d{0,2}(?:\.\d{1,3})?(?:em|ex|px|pt)"
_UNDER_OVER = {"accent": "true", "accentunder": "true"}
_ATTRIBUTES: dict[str, dict[str, str]] = {
    "mrow": {},
    "mi": {"mathvariant": "normal"},
    "mn": {},
    "mo": {"stretchy": "false", "largeop": "false", "minsize": _LENGTH, "maxsize": _LENGTH,
           "lspace": _LENGTH, "rspace": _LENGTH},
    "mtext": {},
    "mspace": {"width": _LENGTH},
    "mpadded": {"width": _LENGTH, "height": _LENGTH, "depth": _LENGTH},
    "mphantom": {},
    "mstyle": {"displaystyle": "true|false", "scriptlevel": "[0-2]"},
    "mfrac": {"linethickness": "0"},
    "msqrt": {},
    "mroot": {},
    "msub": {},
    "msup": {},
    "msubsup": {},
    "munder": _UNDER_OVER,
    "mover": _UNDER_OVER,
    "munderover": _UNDER_OVER,
    "mtable": {"displaystyle": "true"},
    "mtr": {},
    "mtd": {},
}  # fmt: skip
"""The elements a formula may hold, their attributes, and the values those may have."""

_GROUPS = ("mrow", "mstyle", "mpadded")
_ROWS = (*_GROUPS, "mphantom", "msqrt", "mtd")
_ARITY = dict.fromkeys(("mfrac", "mroot", "msub", "msup", "munder", "mover"), 2) | {
    "msubsup": 3,
    "munderover": 3,
}
_PARENT = {"mtr": "mtable", "mtd": "mtr"}
_ACCENTS = frozenset("^~¯˙¨ˇ˘´`˚→←↔‾")


def rebuild(source: Element, depth: int = 0) -> Element:
    """Make a clean copy of what the converter made, as lean as it can be; raise UnconvertibleError."""
    if source.tag not in _ATTRIBUTES or depth > MAX_DEPTH:
        raise UnconvertibleError
    if source.tag in TOKENS and len(source) == 0:
        return _token(source)
    tag = "mrow" if source.tag in TOKENS else source.tag  # \mathbin{…} puts a row into a token
    parts = letters_joined(source) if tag in _ROWS else source
    children = [rebuild(part, depth + 1) for part in parts]
    if not _may_hold(tag, children):
        raise UnconvertibleError
    if tag in _ROWS:
        children = tidied(children)
    attributes = _attributes(source, tag)
    if tag in ("mover", "munder") and children[1].tag == "mo" and children[1].text in _ACCENTS:
        attributes["accent" if tag == "mover" else "accentunder"] = "true"
    return _element(tag, attributes, children)


def _token(source: Element) -> Element:
    element = token(source)
    rebuilt = Element(element.tag, _attributes(element, element.tag))
    rebuilt.text = element.text
    return rebuilt


def _may_hold(tag: str, children: list[Element]) -> bool:
    return len(children) == _ARITY.get(tag, len(children)) and all(
        _PARENT.get(child.tag, tag) == tag for child in children
    )


def _element(tag: str, attributes: dict[str, str], children: list[Element]) -> Element:
    """Give an element; a group that does nothing is its only child, or a row."""
    if tag in _GROUPS and not attributes:
        if len(children) == 1:
            return children[0]
        tag = "mrow"
    element = Element(tag, attributes)
    element.extend(children)
    return element


def _attributes(source: Element, tag: str) -> dict[str, str]:
    return {
        name: value
        for name, allowed in _ATTRIBUTES[tag].items()
        if (value := source.get(name)) is not None and re.fullmatch(allowed, value)
    }
