"""Plain text as CommonMark that shows it literally, and back: `unescape(escape(text)) == text`.

Only what CommonMark (https://spec.commonmark.org/0.31.2/) or GitHub's dialect takes for markup is escaped,
so that an abstract stays readable in an editor. TeX keeps its backslashes: before a letter they mean nothing.
"""

import re

_PUNCTUATION = r"[!-/:-@\[-`{-~]"
_SPECIAL = re.compile(r"[\\_*`\[\]<>&~|]")
_ESCAPES = re.compile(rf"\\(?={_PUNCTUATION}|$)", re.MULTILINE)  # or would, at the end of a link's text
_EMPHASIS = re.compile(r"(?<![^\W_])_|_(?![^\W_])")  # an underscore inside a word is none
_AT_START = re.compile(r"^(\d{1,9}(?=[.)]))?((?(1)[.)]|[#+-]))", re.MULTILINE)  # headings and lists
_ESCAPED = re.compile(rf"\\({_PUNCTUATION})")


def escape(text: str) -> str:
    """Give `text` as CommonMark source that renders as exactly `text`.

    `text` is paragraphs as records keep them: each on one line, single spaces, none at the ends.
    """
    return _AT_START.sub(r"\1\\\2", _SPECIAL.sub(_escaped, text))


def unescape(source: str) -> str:
    """Give the text that `escape` made `source` from; what a person wrote without escapes stays as it is."""
    return _ESCAPED.sub(r"\1", source)


def _escaped(found: re.Match[str]) -> str:
    rule = {"\\": _ESCAPES, "_": _EMPHASIS}.get(found[0])
    literal = rule and not rule.match(found.string, found.start())
    return found[0] if literal else f"\\{found[0]}"
