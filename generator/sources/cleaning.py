"""Text of a listing, made fit for records: no characters that HTML forbids, no wrapped lines."""

import re

from ..papers.errors import RecordError
from ..text.plain import is_line, one_line, paragraphs, replace_forbidden

_INDENTED = re.compile(r"([.?!:][\"')\]}’”]*|://\S+)[^\S\n]*\n[^\S\n]{2,}(?=\S)")
"""Where a paragraph starts: at an indented line after the end of a sentence, or after an address.

arXiv wraps abstracts and indents the first line of a paragraph by two spaces; some authors indent every line.
In 38,506 abstracts, 1,753 of 1,958 indented lines follow the end of a sentence.
"""
_EXCERPT = 200


class Texts:
    """The texts of one listing; counts the characters that had to be replaced."""

    def __init__(self) -> None:
        self.replaced = 0

    def line(self, text: str | None) -> str | None:
        """Give `text` as one line, or None when nothing is left of it."""
        if not text or is_line(text):
            return text or None
        return one_line(self._allowed(text)) or None

    def required(self, text: str | None, name: str) -> str:
        """Give `text` as one line; raise RecordError, naming the field, when nothing is left of it."""
        line = self.line(text)
        if line is None:
            raise RecordError(name, text or None, "text")
        return line

    def paragraphs(self, text: str | None) -> str | None:
        """Give `text` as paragraphs, its wrapped lines joined, or None when nothing is left of it."""
        if not text or is_line(text):
            return text or None
        allowed = self._allowed(text)
        return paragraphs(_INDENTED.sub(r"\1\n\n", allowed) if "\n  " in allowed else allowed) or None

    def _allowed(self, text: str) -> str:
        allowed, replaced = replace_forbidden(text)
        self.replaced += replaced
        return allowed


def excerpt(text: str) -> str:
    """Give the beginning of `text`, as rejections quote it."""
    return one_line(replace_forbidden(one_line(text)[:_EXCERPT])[0])
