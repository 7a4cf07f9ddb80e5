r"""TeX formulas in plain text: between ``$…$``, ``$$…$$``, ``\(…\)`` or ``\[…\]``."""

import re
from dataclasses import dataclass


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
    parts: list[Text | Formula] = []
    end = 0
    for match in _FORMULA.finditer(text):
        kind = match.lastgroup
        if kind is None:
            continue
        if end < match.start():
            parts.append(Text(text[end : match.start()]))
        parts.append(Formula(match[0], match[kind], display=kind in ("dollars", "brackets")))
        end = match.end()
    if end < len(text):
        parts.append(Text(text[end:]))
    return parts


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
