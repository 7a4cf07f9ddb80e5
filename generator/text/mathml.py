r"""Mathematics in plain text: find TeX formulas, turn them into MathML when the site is built.

Formulas stand between ``$…$``, ``$$…$$``, ``\(…\)`` or ``\[…\]``. The converter's output is untrusted: it
copies what a listing says into text and attributes. So nothing of it is kept as it is; a new tree is built
from those elements and attributes of MathML Core (https://www.w3.org/TR/mathml-core/) that are listed here.
"""

import re
import unicodedata
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import lru_cache
from itertools import groupby, pairwise
from xml.etree.ElementTree import Element, SubElement, tostring

from latex2mathml.converter import convert_to_element

MAX_TEX = 1000
"""Characters of TeX in a formula; what is longer is shown as its source."""

MAX_DEPTH = 40
"""Levels of elements in a formula; what is deeper is shown as its source."""


@dataclass(frozen=True)
class Text:
    """A run of text without formulas."""

    source: str
    """The characters as they came."""


@dataclass(frozen=True)
class Formula:
    """A formula, whether or not it can be converted."""

    source: str
    """The characters as they came, delimiters included."""

    tex: str
    """The TeX between the delimiters."""

    display: bool
    r"""True for a formula on a line of its own: ``$$…$$`` and ``\[…\]``."""


def segments(text: str) -> list[Text | Formula]:
    """Cut text at its formulas. The sources, joined, are the text."""
    if "$" not in text and "\\" not in text:
        return [Text(text)] if text else []
    found: list[Text | Formula] = []
    end = 0
    for match in _FORMULA.finditer(text):
        kind = match.lastgroup
        if kind is None:
            continue
        if end < match.start():
            found.append(Text(text[end : match.start()]))
        found.append(Formula(match[0], match[kind], display=kind in ("dollars", "brackets")))
        end = match.end()
    if end < len(text):
        found.append(Text(text[end:]))
    return found


# Each alternative runs to the next delimiter of its kind and, if that does not close it, fails for good: a
# scan is linear in the text. A blank line ends a formula. Dollars are told from money: a formula that begins
# like an amount ends where no digit follows ($5-$10); only one that begins with a command may have spaces at
# its ends.
_IN_DOLLARS = r"(?: [^\\$\n] | \\. | \n (?! [^\S\n]* \n ) )*+"
_IN_BRACKETS = r"(?: [^\\\n] | \\ [^()\[\]] | \n (?! [^\S\n]* \n ) )++"
_FORMULA = re.compile(
    rf"""
      \\ [\\$]
    | \$\$ (?P<dollars> {_IN_DOLLARS} ) (?<! \$ ) \$\$
    | \$ (?P<command> \s?+ (?= \\ [A-Za-z] ) {_IN_DOLLARS} ) \$
    | \$ (?P<amount> (?= [\d.] ) {_IN_DOLLARS} ) (?<! \s ) \$ (?! \d )
    | \$ (?P<dollar> (?! [\s\d.,;:!?)\]}}$] ) {_IN_DOLLARS} ) (?<! \s ) \$
    | \\ \( (?P<parentheses> {_IN_BRACKETS} ) \\ \)
    | \\ \[ (?P<brackets> {_IN_BRACKETS} ) \\ \]
    """,
    re.VERBOSE | re.DOTALL,
)


def mathml(tex: str, *, display: bool = False) -> str | None:
    """Convert TeX to a ``<math>`` element for HTML, the TeX as annotation; None if it cannot be done."""
    return _convert(tex, display) if len(tex) <= MAX_TEX else None


@lru_cache(maxsize=8192)
def _convert(tex: str, display: bool) -> str | None:
    if _REFUSED.search(tex) or _PROSE.search(_GROUP.sub("", tex)) or not (_visible(tex) and _balanced(tex)):
        return None
    try:
        converted = convert_to_element(_prepare(tex), display="block" if display else "inline")
    except Exception:  # the converter says "no" with whatever its code runs into
        return None
    try:
        formula = _rebuild(converted[0])
    except _UnconvertibleError:
        return None
    math = Element("math", {"display": "block"} if display else {})
    semantics = SubElement(math, "semantics")
    semantics.append(formula)
    SubElement(semantics, "annotation", encoding="application/x-tex").text = tex
    return tostring(math, encoding="unicode")


class _UnconvertibleError(Exception):
    """The converter gave something that is not plain mathematics."""


# Macros can expand without bound; the other commands are not mathematics. Prose is money or lost backslashes.
_REFUSED = re.compile(
    r"\\ (?: def | (?:re)?new(?:command|environment) | DeclareMathOperator | href | url | style | class"
    r" | rule ) (?! [A-Za-z] )",
    re.VERBOSE,
)
_PROSE = re.compile(r"(?<![\\A-Za-z])[A-Za-z]{2,}(?:\s+[A-Za-z]{2,}){2}")
_GROUP = re.compile(r"\{[^{}]*\}")
_ESCAPED = re.compile(r"\\(.)", re.DOTALL)


def _visible(text: str) -> bool:
    return not any(
        unicodedata.category(character).startswith("C") for character in text if character not in "\n\t"
    )


def _balanced(tex: str) -> bool:
    depth = 0
    for brace in re.findall(r"[{}]", _ESCAPED.sub("", tex)):
        depth += 1 if brace == "{" else -1
        if not 0 <= depth <= MAX_DEPTH:
            return False
    return depth == 0


def _prepare(tex: str) -> str:
    """Say in the converter's words what it does not know. A percent sign starts no comment in an abstract."""
    for pattern, replacement in _REWORDED:
        tex = pattern.sub(replacement, tex)
    return tex


_REWORDED = tuple(
    (re.compile(pattern), replacement)
    for pattern, replacement in (
        (r"(?<!\\)%", r"\\%"),
        (r"\\operatorname\*?(?=\s*\{)", r"\\mathrm"),
        (r"\\arg(?![A-Za-z])", r"\\mathrm{arg}"),
        (r"\\not\s*=", r"\\ne "),
        (r"\\math(?:ds|bbm)(?![A-Za-z])", r"\\mathbb"),
        (r"\\[mh]box(?![A-Za-z])", r"\\text"),
        (r"\{align\}", "{align*}"),
    )
)

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

_TOKENS = ("mi", "mn", "mo", "mtext")
_GROUPS = ("mrow", "mstyle", "mpadded")
_ROWS = (*_GROUPS, "mphantom", "msqrt", "mtd")
_ARITY = {
    "mfrac": 2,
    "mroot": 2,
    "msub": 2,
    "msup": 2,
    "munder": 2,
    "mover": 2,
    "msubsup": 3,
    "munderover": 3,
}
_PARENT = {"mtr": "mtable", "mtd": "mtr"}


def _rebuild(source: Element, depth: int = 0) -> Element:
    """Make a clean copy of what the converter made, as lean as it can be."""
    if source.tag not in _ATTRIBUTES or depth > MAX_DEPTH:
        raise _UnconvertibleError
    if source.tag in _TOKENS and len(source) == 0:
        return _token(source)
    tag = "mrow" if source.tag in _TOKENS else source.tag  # \mathbin{…} puts a row into a token
    children = [_rebuild(child, depth + 1) for child in (_letters_joined(source) if tag in _ROWS else source)]
    if len(children) != _ARITY.get(tag, len(children)) or any(
        _PARENT.get(c.tag, tag) != tag for c in children
    ):
        raise _UnconvertibleError
    if tag in _ROWS:
        children = list(_spaced(_unstretched([child for child in children if not _is_void(child)])))
    attributes = _attributes(source, tag)
    if tag in ("mover", "munder") and children[1].tag == "mo" and children[1].text in _ACCENTS:
        attributes["accent" if tag == "mover" else "accentunder"] = "true"
    if tag in _GROUPS and not attributes:
        if len(children) == 1:
            return children[0]
        tag = "mrow"
    rebuilt = Element(tag, attributes)
    rebuilt.extend(children)
    return rebuilt


def _attributes(source: Element, tag: str) -> dict[str, str]:
    return {
        name: value
        for name, allowed in _ATTRIBUTES[tag].items()
        if (value := source.get(name)) is not None and re.fullmatch(allowed, value)
    }


_REFERENCE = re.compile(r"&#x([0-9A-Fa-f]{4,5});")
_TEXT_ESCAPE = re.compile(r"\\([%&#$_ ])")
_FENCES = frozenset("()[]{}|‖⟨⟩⌊⌋⌈⌉")
_ACCENTS = frozenset("^~¯˙¨ˇ˘´`˚→←↔‾")
_BIG_OPERATORS = frozenset("∏∐∑∫∬∭∮⋀⋁⋂⋃⨁⨂")


def _token(source: Element) -> Element:
    """Make an identifier, number, operator or text: its characters tell which, better than the converter."""
    raw = source.text or ""
    if re.search(r"[\\{}$&#^]", _TEXT_ESCAPE.sub("", _REFERENCE.sub("", raw))):
        raise _UnconvertibleError  # an unknown macro or a brace out of place, copied to the output
    text = _REFERENCE.sub(lambda match: chr(int(match[1], 16)), _TEXT_ESCAPE.sub(r"\1", raw)).replace(
        "\n", " "
    )
    if not _visible(text):
        raise _UnconvertibleError
    if source.tag == "mi" and text == "~":
        text = "∼"
    if source.tag == "mo" and text == "―":
        text = "‾"
    variant = source.get("mathvariant", "normal")
    if source.tag in ("mi", "mn") and variant in _ALPHABETS:
        text = "".join(_in_alphabet(character, _ALPHABETS[variant]) for character in text)
    tag = _token_tag(source.tag, text)
    token = Element(tag, _attributes(source, tag))
    if tag == "mi" and len(text) > 1:
        token.attrib.clear()
    elif (
        tag == "mi" and text.isascii() and text.isalpha() and raw != text
    ):  # \mathrm{d}, looked up as a symbol
        token.set("mathvariant", "normal")
    if text in _FENCES and source.get("stretchy") != "true" and not source.get("minsize"):
        token.set("stretchy", "false")
    token.text = text
    return token


def _token_tag(tag: str, text: str) -> str:
    if tag not in ("mi", "mo"):
        return tag
    if text in ("∞", "∅") or (len(text) > 1 and text.replace("\u2009", "").isalpha()):
        return "mi"
    if text in (":", ";") or (len(text) == 1 and unicodedata.category(text) in ("Sm", "Ps", "Pe")):
        return "mo"
    return tag


# Browsers know one mathvariant, "normal"; the other alphabets are characters, named after their letters.
_ALPHABETS = {
    "bold": "BOLD",
    "italic": "ITALIC",
    "bold-italic": "BOLD ITALIC",
    "script": "SCRIPT",
    "fraktur": "FRAKTUR",
    "double-struck": "DOUBLE-STRUCK",
    "sans-serif": "SANS-SERIF",
    "sans-serif-italic": "SANS-SERIF ITALIC",
    "monospace": "MONOSPACE",
}


def _in_alphabet(character: str, alphabet: str) -> str:
    name = re.sub(r"^(?:LATIN|GREEK) |LETTER ", "", unicodedata.name(character, ""))
    old = {"FRAKTUR": "BLACK-LETTER"}.get(
        alphabet, alphabet
    )  # in Unicode before the alphabets were: ℝ, ℒ, ℭ, ℎ
    for candidate in (f"MATHEMATICAL {alphabet} {name}", f"{old} {name}"):
        try:
            return unicodedata.lookup(candidate)
        except KeyError:
            continue
    return "ℎ" if (alphabet, character) == ("ITALIC", "h") else character


def _letters_joined(source: Iterable[Element]) -> Iterator[Element]:
    r"""Make one identifier of the letters of ``\mathrm{max}``."""
    for (tag, variant), run in groupby(source, key=lambda child: (child.tag, child.get("mathvariant"))):
        if tag == "mi" and variant:
            joined = Element("mi", mathvariant=variant)
            joined.text = "".join(letter.text or "" for letter in run)
            yield joined
        else:
            yield from run


def _is_void(child: Element) -> bool:
    return (child.tag == "mspace" and not child.attrib) or (child.tag == "mo" and not child.text)


def _unstretched(row: list[Element]) -> list[Element]:
    """Fences grow with what stands beside them: only there must they be told not to."""
    tall = any(child.tag not in (*_TOKENS, "mspace") or child.text in _BIG_OPERATORS for child in row)
    for child in row:
        if child.text in _FENCES and not tall:
            child.attrib.pop("stretchy", None)
    return row


_FUNCTIONS = frozenset(
    [
        *(
            "arccos",
            "arcsin",
            "arctan",
            "arg",
            "cos",
            "cosh",
            "cot",
            "coth",
            "csc",
            "deg",
            "det",
            "dim",
            "exp",
            "gcd",
        ),
        *(
            "inf",
            "ker",
            "lg",
            "lim",
            "ln",
            "log",
            "max",
            "min",
            "Pr",
            "sec",
            "sin",
            "sinh",
            "sup",
            "tan",
            "tanh",
        ),
    ]
)


def _spaced(row: list[Element]) -> Iterator[Element]:
    r"""Set a function's name apart from what it is applied to: ``\log n``."""
    yield from row[:1]
    for before, child in pairwise(row):
        if (_names(before) and _is_operand(child)) or (_names(child) and _is_operand(before)):
            yield Element("mspace", width=".17em")
        yield child


def _names(child: Element) -> bool:
    return _base(child).text in _FUNCTIONS


def _is_operand(child: Element) -> bool:
    return _base(child).tag not in ("mo", "mtext", "mspace")


def _base(child: Element) -> Element:
    while child.tag in ("msub", "msup", "msubsup", "munder", "mover", "munderover"):
        child = child[0]
    return child
