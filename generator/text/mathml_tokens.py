"""The tokens of a formula: identifiers, numbers, operators and text, told apart by their characters."""

import re
import unicodedata
from xml.etree.ElementTree import Element

TOKENS = ("mi", "mn", "mo", "mtext")
FENCES = frozenset("()[]{}|‖⟨⟩⌊⌋⌈⌉")

_REFERENCE = re.compile(r"&#x([0-9A-Fa-f]{4,5});")
_ESCAPED = re.compile(r"\\([%&#$_ ])")
_SAME = {("mi", "~"): "∼", ("mo", "―"): "‾"}


class UnconvertibleError(Exception):
    """The converter gave something that is not plain mathematics."""


def visible(text: str) -> bool:
    """Tell whether a text has no control, format, private or unassigned character but tabs and newlines."""
    return not any(
        unicodedata.category(character).startswith("C") for character in text if character not in "\n\t"
    )


def token(source: Element) -> Element:
    """Make a token anew; of its attributes, those of the converter are not judged yet.

    Raises UnconvertibleError for characters that are no mathematics.
    """
    raw = source.text or ""
    variant = source.get("mathvariant", "normal")
    text = _characters(raw)
    text = _SAME.get((source.tag, text), text)
    if source.tag in ("mi", "mn") and variant in _ALPHABETS:
        text = "".join(_in_alphabet(character, _ALPHABETS[variant]) for character in text)
    made = Element(_tag(source.tag, text), source.attrib)
    made.text = text
    if made.tag == "mi" and len(text) > 1:
        made.attrib.clear()
    elif made.tag == "mi" and text.isascii() and text.isalpha() and raw != text:
        made.set("mathvariant", "normal")  # \mathrm{d}, looked up as a symbol
    if text in FENCES and source.get("stretchy") != "true" and not source.get("minsize"):
        made.set("stretchy", "false")
    return made


def _characters(raw: str) -> str:
    if re.search(r"[\\{}$&#^]", _ESCAPED.sub("", _REFERENCE.sub("", raw))):
        raise UnconvertibleError  # an unknown macro or a brace out of place, copied to the output
    text = _REFERENCE.sub(lambda match: chr(int(match[1], 16)), _ESCAPED.sub(r"\1", raw))
    if not visible(text):
        raise UnconvertibleError
    return text.replace("\n", " ")


def _tag(tag: str, text: str) -> str:
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
    old = {"FRAKTUR": "BLACK-LETTER"}.get(alphabet, alphabet)
    for candidate in (
        f"MATHEMATICAL {alphabet} {name}",
        f"{old} {name}",  # in Unicode before the alphabets were: ℝ, ℒ, ℭ
    ):
        try:
            return unicodedata.lookup(candidate)
        except KeyError:
            continue
    return "ℎ" if (alphabet, character) == ("ITALIC", "h") else character
