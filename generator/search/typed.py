"""What a reader types: which text uses lunr's syntax, and what it names by more than single words.

The browser's copies are `worker/syntax.js` and `worker/compounds.js` in `site_theme/assets/search/`; one
table of examples is run in both.
"""

import re
from collections.abc import Iterable, Iterator
from typing import NamedTuple

from generator.text.analysis import term_of, words
from generator.text.compounds import MOST_PARTS

_FIELDS = "titles?|abstracts?|authors?|topics?|arxiv|id"
_ALIASES = {"titles": "title", "abstracts": "abstract", "author": "authors", "topic": "topics", "id": "arxiv"}

_PLAIN = r"[^\s:~^*+]+"
_WHOLE_NAME = re.compile(
    rf"\+?(author|topic)s?:(?:({_PLAIN}_{_PLAIN})|\s+({_PLAIN}(?:\s+{_PLAIN})+))", re.IGNORECASE
)
_SPACED_FIELD = re.compile(rf"({_FIELDS}):((?:\s+{_PLAIN}){{1,12}})", re.IGNORECASE)
_WORD = r"[^\W_]"
_SYNTAX = re.compile(
    rf"(?:^|\s)[+-](?={_WORD})"  # +required -prohibited
    r"|(?:^|[\s+-])[^\W\d_]+:(?!//)(?=\S)"  # field:word; not an address
    rf"|^(?:{_FIELDS}):$"
    rf"|{_WORD}{{2}}\*|\*{_WORD}{{2}}"  # wild*; titles have A* and Q*
    rf"|{_WORD}{{2}}(?:[~^][0-9]*)+(?=\s|$)"  # fuzzy~1 boosted^2; titles have R^2
)

_OUTER = "A-Za-z0-9_\u00c0-\u024f"
_PART = r"[A-Za-z0-9]+(?:(?<=[0-9])\.[0-9]+[A-Za-z]?)*"
_RUN = re.compile(rf"(?<![{_OUTER}]){_PART}(?:[-\u2010\u2011]{_PART})*(?![{_OUTER}])")
_SIGNED = re.compile(rf"(?<![{_OUTER}])[A-Za-z]+(?:\+\+|#)(?![#+])(?![{_OUTER}])")
_VERSIONED = re.compile(
    rf"(?<![{_OUTER}])(?<!-)[A-Za-z]+ [A-Za-z]?[vV]?[0-9]{{1,2}}(?:\.[0-9]{{1,2}})?[A-Za-z]?(?![{_OUTER}])"
)
_HYPHEN = re.compile("[-\u2010\u2011]")


class Named(NamedTuple):
    """What a part of a text names, as GPT-5 in "agents of GPT-5"."""

    start: int
    end: int
    term: str


def uses_syntax(text: str) -> bool:
    """Tell whether a text uses lunr's syntax, as search reads it."""
    return bool(_SPACED_FIELD.fullmatch(text) or _SYNTAX.search(text))


def field_of(name: str) -> str:
    """Give the field that a name in a text means."""
    return _ALIASES.get(name.lower(), name.lower())


def whole_name(text: str) -> tuple[str, str] | None:
    """Give field and name of a text that asks for all papers with a whole name.

    >>> whole_name("author: Ada Lovelace")
    ('authors', 'Ada Lovelace')
    """
    found = _WHOLE_NAME.fullmatch(text)
    return (field_of(found[1]), (found[2] or found[3]).replace("_", " ")) if found else None


def spaced_field(text: str) -> str:
    """Give "title: two words" as both words there, and any other text as it is.

    >>> spaced_field("title: flow matching")
    '+title:flow +title:matching'
    """
    found = _SPACED_FIELD.fullmatch(text)
    return " ".join(f"+{field_of(found[1])}:{word}" for word in found[2].split()) if found else text


def named_in(text: str) -> list[Named]:
    """Give what is joined in a text as readers type it, without capitals too."""
    runs = (named for run in _RUN.finditer(text) for named in _beginnings(run[0], run.start()))
    signed = (Named(*found.span(), found[0].lower()) for found in _SIGNED.finditer(text))
    versions = (
        Named(*found.span(), term_of(found[0].replace(" ", "").lower()))
        for found in _VERSIONED.finditer(text)
    )
    return [*runs, *signed, *versions]


def longest(names: Iterable[Named]) -> list[Named]:
    """Give the longest of names, where some overlap."""
    chosen: list[Named] = []
    for name in sorted(names, key=lambda name: name.start - name.end):
        if all(name.start >= other.end or name.end <= other.start for other in chosen):
            chosen.append(name)
    return chosen


def kept(word: str) -> str:
    """Give a folded word's own form as a term, as names have it; "" where its stem is no other word."""
    term = term_of(word)
    return f"{term}'{word}" if term not in ("", word) else ""


def words_of(text: str) -> list[str]:
    """Give the distinct words of a text that are searched for, in its order."""
    return [*dict.fromkeys(filter(term_of, words(text)))]


def _beginnings(run: str, start: int) -> Iterator[Named]:
    """Give those of the beginnings of a run that are compounds, as GPT-4o is of GPT-4o-mini."""
    parts = _HYPHEN.split(run)[:MOST_PARTS]
    for count, part in enumerate(parts, 1):
        whole = "".join(parts[:count]).lower()
        is_compound = (whole != parts[0].lower() or "." in part) and re.search("[a-z]", whole)
        if is_compound and term_of(part.lower()):
            yield Named(start, start + len("-".join(parts[:count])), term_of(whole))
