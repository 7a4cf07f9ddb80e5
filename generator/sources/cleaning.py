"""Text of a listing, made fit for records: no characters that HTML forbids, no wrapped lines."""

from itertools import pairwise

from ..papers.errors import RecordError
from ..text.plain import is_line, one_line, paragraphs, replace_forbidden

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
        return paragraphs(_parted(allowed) if "\n  " in allowed else allowed) or None

    def _allowed(self, text: str) -> str:
        allowed, replaced = replace_forbidden(text)
        self.replaced += replaced
        return allowed


def _parted(text: str) -> str:
    """Put a blank line before each line that starts a paragraph."""
    lines = text.split("\n")
    others = (f"\n{line}" if _starts(line, before) else line for before, line in pairwise(lines))
    return "\n".join((lines[0], *others))


def _starts(line: str, before: str) -> bool:
    """Tell whether a paragraph starts: at an indented line after the end of a sentence, or after an address.

    arXiv wraps abstracts and indents the first line of a paragraph by two spaces; some authors indent every
    line. In 38,506 abstracts, 1,753 of 1,958 indented lines follow the end of a sentence.
    """
    start = line.lstrip()
    if not start or len(line) - len(start) < 2:
        return False
    word = "".join(before.split()[-1:])
    return word.rstrip("\"')]}’”").endswith((".", "?", "!", ":")) or bool(word.partition("://")[2])


def excerpt(text: str) -> str:
    """Give the beginning of `text`, as rejections quote it."""
    return one_line(replace_forbidden(one_line(text)[:_EXCERPT])[0])
