"""Queries that a maintainer names: what they may say, and what is refused.

A saved query finds what the search finds first for the same text and filters: its words as they stand, not
what an unfinished word may become, or a slip may stand for. So it says one of these:

    agents memory              papers with all of the words, five at most
    "world model" robots       and with those in quotes one after the other
    authors: Ada Lovelace      papers by that name, or with all of its words among the authors; topics too
    +title:agent* -survey      lunr's signs, fields, and beginnings of words
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from generator.papers.errors import DailyPapersError
from generator.papers.identifiers import parse_arxiv_id
from generator.search.documents import Document
from generator.search.scoring import FIELDS
from generator.search.typed import field_of, spaced_field, uses_syntax, whole_name, words_of
from generator.text.analysis import analyse, fold, key_of, term_of

MOST_WORDS = 5
"""Plain words: of more the search requires none."""
LONGEST = 200
"""Characters of a query."""

_CLAUSE = re.compile(
    r"(?P<sign>[+-]?)(?:(?P<field>[^\W\d_]+):)?(?P<word>[^\s:~^*+\\\"-]+)(?P<star>(?<=..)\*)?"
)
_MONTH = (
    r"(?:jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?"
    r"|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)\.?"
)
_YEAR = "(?:19|20)[0-9]{2}"
_DAYS = (
    rf"(?:(?:[0-9]{{1,2}}(?:st|nd|rd|th)? )?{_MONTH}(?: [0-9]{{1,2}}(?:st|nd|rd|th)?)?,? {_YEAR}"
    rf"|{_YEAR}[-/](?:0[1-9]|1[0-2])(?:[-/][0-3][0-9])?|yesterday|today|(?:this|last) (?:week|month|year)"
    r"|(?:last|past) [1-9][0-9]{0,2} days)"
)
_DATED = re.compile(rf"^{_DAYS}(?=$|[\s,:])|(?:^|\s){_DAYS}$", re.IGNORECASE)


class QueryError(DailyPapersError):
    """What a saved query cannot say: `found`, and what is `allowed`."""

    def __init__(self, found: str, allowed: str) -> None:
        super().__init__(f"found {found}; {allowed}")


@dataclass(frozen=True, slots=True)
class SavedQuery:
    """A query with a name, and its filters. Those that are as they stand let all papers pass."""

    slug: str
    """What its page and feeds are called, for ever."""
    title: str
    text: str = ""
    """In the search's syntax; "" for all papers that pass the filters."""
    since: date | None = None
    """The first listing day, one of which a paper must have had since."""
    votes: int = 0
    """The least votes."""
    code: bool = False
    category: str = ""

    def passes(self, document: Document) -> bool:
        """Tell whether the filters let a paper pass."""
        return (
            (not self.since or document.days[-1] >= self.since)
            and (document.votes or 0) >= self.votes
            and (document.has_code or not self.code)
            and (not self.category or key_of(self.category) in map(key_of, document.named_topics))
        )


def check(text: str) -> None:
    """Raise QueryError for a text that a saved query cannot be."""
    typed = " ".join(text.split())
    if len(typed) > LONGEST:
        raise QueryError(f"{len(typed)} characters", f"allowed: {LONGEST}")
    if parse_arxiv_id(typed):
        raise QueryError(f"{typed!r}, one paper", "allowed: what finds papers to come")
    if _DATED.search(typed):
        raise QueryError(f"{typed!r}, which tells days", "set `from` to a day instead")
    if uses_syntax(typed) and not whole_name(typed):
        clauses_of(typed)
    elif not words_of(typed):
        raise QueryError(f"{typed!r}", "allowed: a word that is not too common to be searched")
    elif not whole_name(typed) and len({*map(term_of, words_of(typed))}) > MOST_WORDS:
        raise QueryError(
            f"{len(words_of(typed))} words in {typed!r}",
            f"allowed: {MOST_WORDS}, or a + before each that a paper must have",
        )


@dataclass(frozen=True, slots=True)
class Clause:
    """A word in lunr's syntax."""

    sign: str
    fields: Sequence[str]
    word: str
    """A term, or what one begins with."""
    is_beginning: bool


def clauses_of(text: str) -> list[Clause]:
    """Read a text in lunr's syntax; raise QueryError for what a saved query may not use of it."""
    if '"' in text or "“" in text:
        raise QueryError(f"quotes beside signs or fields in {text!r}", "allowed: one or the other")
    clauses = [_clause(part) for part in fold(spaced_field(text)).split()]
    if all(clause.sign == "-" for clause in clauses):
        raise QueryError(f"{text!r}, which asks for nothing", "add a word that papers should have")
    return clauses


def _clause(part: str) -> Clause:
    found = _CLAUSE.fullmatch(part)
    if not found:
        raise QueryError(
            f"{part!r}",
            "allowed: word, +word, -word, field:word and word*; put a sign before each part of a word with "
            "hyphens; ~, ^ and a * in front are for searches only",
        )
    field = found["field"] and field_of(found["field"])
    if field and field not in FIELDS:
        raise QueryError(f"the field {field!r} in {part!r}", f"allowed: {', '.join(FIELDS)}")
    terms = [found["word"]] if found["star"] else analyse(found["word"])
    if len(terms) != 1:
        raise QueryError(
            f"{part!r}", "allowed: one word, none that is too common to be searched; `category` is for cs.CL"
        )
    return Clause(found["sign"], [field] if field else [*FIELDS], terms[0], bool(found["star"]))
