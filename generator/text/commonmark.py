"""Plain text as CommonMark that shows it literally, and back: `unescape(escape(text)) == text`.

Only what CommonMark (https://spec.commonmark.org/0.31.2/) or GitHub's dialect takes for markup is escaped,
so that an abstract stays readable in an editor. TeX keeps its backslashes: before a letter they mean nothing.
"""

import re

_PUNCTUATION = r"[!-/:-@\[-`{-~]"
_SPECIAL = "*`[]<>&~|"
_ESCAPES = re.compile(rf"\\(?={_PUNCTUATION}|$)", re.MULTILINE)  # or would, at the end of a link's text
_EMPHASIS = re.compile(r"_(?:(?<![^\W_]_)|(?![^\W_]))")  # an underscore inside a word is none
_AT_START = re.compile(r"(\d{1,9}(?=[.)]))?((?(1)[.)]|[#+-]))")  # headings and lists
_ESCAPED = re.compile(rf"\\({_PUNCTUATION})")


def escape(text: str) -> str:
    """Give `text` as CommonMark source that renders as exactly `text`.

    `text` is paragraphs as records keep them: each on one line, single spaces, none at the ends.
    """
    if "\\" in text:
        text = _ESCAPES.sub(r"\\\\", text)
    if "_" in text:
        text = _EMPHASIS.sub(r"\\_", text)
    for character in _SPECIAL:
        if character in text:  # most texts have few of them
            text = text.replace(character, f"\\{character}")
    return "\n".join(map(_escaped_start, text.split("\n")))


def unescape(source: str) -> str:
    """Give the text that `escape` made `source` from; what a person wrote without escapes stays as it is."""
    return _ESCAPED.sub(r"\1", source)


def _escaped_start(line: str) -> str:
    match = _AT_START.match(line)
    return f"{match[1] or ''}\\{line[match.start(2) :]}" if match else line
