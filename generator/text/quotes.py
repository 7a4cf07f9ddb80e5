"""The quotation marks of TeX outside formulas as characters: ``so'' is “so”.

Source: https://latexref.xyz/Text-symbols.html
"""

import re

from .formulas import Formula, segments

_MARK = re.compile(r"(?<!`)``(?!`)|(?<=\S)''(?!')|(?<=\S)\"|\n\n")
_OPENS = re.compile(r"[^\s`]|$")


def quoted(text: str) -> str:
    """Give a text with its pairs of `` and '' (or ") as “ and ”; what has no counterpart stays.

    >>> quoted("``so'' and ``$x$-like'', not ``code`` on a 5'' disk")
    "“so” and “$x$-like”, not ``code`` on a 5'' disk"
    """
    if "``" not in text:
        return text
    pieces: list[str] = []
    opened: int | None = None
    for segment in segments(text):
        if isinstance(segment, Formula):
            pieces.append(segment.source)
            continue
        end = 0
        for mark in _MARK.finditer(segment.source):
            pieces += (segment.source[end : mark.start()], mark[0])
            end = mark.end()
            if mark[0] == "``":
                opened = len(pieces) - 1 if opened is None and _OPENS.match(segment.source, end) else None
            elif opened is not None:
                if mark[0] != "\n\n":
                    pieces[opened], pieces[-1] = "“", "”"
                opened = None
        pieces.append(segment.source[end:])
    return "".join(pieces)
