"""Characters that turn the direction of text around (https://www.unicode.org/reports/tr9/, section 2)."""

import re

_OPENING = {
    **dict.fromkeys("\u202a\u202b\u202d\u202e", "\u202c"),
    **dict.fromkeys("\u2066\u2067\u2068", "\u2069"),
}
_CONTROL = re.compile("([\u202a-\u202e\u2066-\u2069])")


def balanced(text: str) -> str:
    r"""Give `text` so that what follows it is not turned around: all that it opens is closed, and no more.

    >>> balanced("a\u202eb"), balanced("a\u2069b"), balanced("\u2067a\u202eb\u2069c")
    ('a\u202eb\u202c', 'ab', '\u2067a\u202eb\u202c\u2069c')
    """
    if text.isascii() or not _CONTROL.search(text):
        return text
    open_: list[str] = []
    kept = [_closed(part, open_) for part in _CONTROL.split(text)]
    return "".join([*kept, *reversed(open_)])


def _closed(part: str, open_: list[str]) -> str:
    """Give what a control becomes, or a text between two; `open_` is what closes those that are open."""
    if part in _OPENING:
        open_.append(_OPENING[part])
    elif _CONTROL.fullmatch(part):
        last = max((place for place, closing in enumerate(open_) if closing == part), default=len(open_))
        closing = "".join(reversed(open_[last:]))
        del open_[last:]
        return closing
    return part


def undirected(text: str) -> str:
    r"""Give `text` without such controls, for programs that put it among other text.

    >>> undirected("a\u202eb\u2069")
    'ab'
    """
    return _CONTROL.sub("", text)
