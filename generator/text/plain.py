"""Plain text as records keep it: no characters that HTML forbids, no wrapped lines."""

import re

_FORBIDDEN = re.compile(
    "[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\ud800-\udfff\ufdd0-\ufdef\ufffe\uffff"
    + "".join(f"{chr(plane + 0xFFFE)}{chr(plane + 0xFFFF)}" for plane in range(0x10000, 0x110000, 0x10000))
    + "]"
)
_LONGEST_NUMBER = 18
"""Digits; a number that has more is taken for the smallest that has."""
_MARKERS = ("<<<<<<<", ">>>>>>>", "|||||||")
_MARKER = re.compile(r"^(?:<{7}|>{7}|\|{7})(?: .*)?\r?$", re.MULTILINE)
_BLANK_LINE = re.compile(r"\n[^\S\n]*\n")


def replace_forbidden(text: str) -> tuple[str, int]:
    """Put U+FFFD for each character that HTML forbids; give the text and how many were replaced.

    Source: https://html.spec.whatwg.org/multipage/syntax.html#text-2 (controls, surrogates, noncharacters).
    """
    if text.isprintable() or text.replace("\n", "").isprintable():
        return text, 0  # nothing printable is forbidden, and to ask for that is 50 times as fast as to search
    return _FORBIDDEN.subn("\ufffd", text)


def is_line(text: str) -> bool:
    """Tell whether `text` is one line of printable text as records keep it; quick, since most texts are.

    The space is the only blank that is printable. False for text that only the other functions can judge.
    """
    return bool(text) and text.isprintable() and "  " not in text and text[0] != " " and text[-1] != " "


def printable(text: str) -> str:
    r"""Give `text` as a terminal may show it: what is not printable, but for line breaks, as an escape.

    >>> printable("\x1b[2J\u202eevil")
    '\\x1b[2J\\u202eevil'
    """
    if text.replace("\n", "").isprintable():
        return text
    shown = (each if each.isprintable() or each == "\n" else ascii(each)[1:-1] for each in text)
    return "".join(shown)


def whole_number(text: str) -> int | None:
    """Give the number that `text` writes in ASCII digits, or None; of any length, as `int` would not take it.

    >>> whole_number("120"), whole_number("-1"), whole_number("9" * 5000) == 10**18
    (120, None, True)
    """
    if not (text.isascii() and text.isdigit()):
        return None
    return int(text) if len(text) <= _LONGEST_NUMBER else 10**_LONGEST_NUMBER


def conflict_line(text: str) -> int | None:
    r"""Give the number of the first line that git put where it could not merge, or None.

    The line between both sides, `=======`, is none: below a heading it is Markdown.

    >>> conflict_line("A\n<<<<<<< HEAD\nB\n=======\nC\n>>>>>>> other\n")
    2
    """
    if not any(marker in text for marker in _MARKERS):
        return None
    match = _MARKER.search(text)
    return text.count("\n", 0, match.start()) + 1 if match else None


def one_line(text: str) -> str:
    """Give `text` as titles are kept: no line breaks, single spaces, none at the ends."""
    return " ".join(text.split())


def paragraphs(text: str) -> str:
    """Give `text` as abstracts are kept: each paragraph on one line, a blank line between two."""
    return "\n\n".join(filter(None, map(one_line, _BLANK_LINE.split(text))))
