"""Saved queries -> the papers that they find: the terms, fields and names of the search's own index.

The browser's way from a text to papers is `worker/ranking.js` in `site_theme/assets/search/`; a test holds
both to the same answers.
"""

import re
from collections.abc import Iterable, Mapping, Sequence
from functools import cached_property

from generator.search.budget import RESULTS
from generator.search.documents import Document, in_order
from generator.search.postings import Postings, unpacked
from generator.search.saved import Clause, SavedQuery, clauses_of
from generator.search.scoring import FIELDS
from generator.search.segments import inverted
from generator.search.typed import kept, longest, named_in, uses_syntax, whole_name, words_of
from generator.text.analysis import analyse, key_of, term_of, words

_QUOTED = re.compile(r'"([^"]+)"|“([^”]+)”')


class Papers:
    """The papers of an archive, to be matched by queries; they are analysed when the first is asked."""

    def __init__(self, documents: Iterable[Document]) -> None:
        self._documents = in_order([*documents])

    def matching(self, query: SavedQuery) -> list[str]:
        """Give the addresses of the papers that a query finds, those listed first first."""
        passing = {number for number, document in enumerate(self._documents) if query.passes(document)}
        typed = " ".join(query.text.split())
        found = self._found(typed, passing) if typed else passing
        return [self._documents[number].address for number in sorted(found & passing)]

    def _found(self, typed: str, passing: set[int]) -> set[int]:
        if name := whole_name(typed):
            return self._named(*name)
        return self._by_clauses(clauses_of(typed)) if uses_syntax(typed) else self._by_words(typed, passing)

    @cached_property
    def _postings(self) -> tuple[Postings, ...]:
        return inverted(self._documents)

    @cached_property
    def _terms(self) -> frozenset[str]:
        return frozenset(term for postings in self._postings for term in postings.terms)

    def _having(self, term: str) -> set[int]:
        return {number for number, _ in self._counts(term)}

    def _counts(self, term: str) -> Iterable[tuple[int, int]]:
        """Give the papers with a term, each with its packed counts."""
        return (posting for postings in self._postings for posting in postings.of(term))

    def _named(self, field: str, name: str) -> set[int]:
        """Find the papers with a whole name, or with all of its words in its field; initials say little."""
        typed = words(name)
        terms = {*map(term_of, [word for word in typed if len(word) > 1] or typed)} - {""}
        clauses = [Clause("+", [field], term, is_beginning=False) for term in terms]
        whole = {
            number
            for number, document in enumerate(self._documents)
            if key_of(name) in map(key_of, document.authors if field == "authors" else document.named_topics)
        }
        return whole | (self._by_clauses(clauses) if clauses else set())

    def _by_clauses(self, clauses: Sequence[Clause]) -> set[int]:
        signed: dict[str, list[set[int]]] = {"+": [], "-": [], "": []}
        for clause in clauses:
            signed[clause.sign].append(self._matching(clause))
        found = set.intersection(*signed["+"]) if signed["+"] else set().union(*signed[""])
        return found.difference(*signed["-"])

    def _matching(self, clause: Clause) -> set[int]:
        places = [place for place, field in enumerate(FIELDS) if field in clause.fields]
        terms = [clause.word]
        if clause.is_beginning:
            terms = [term for term in self._terms if term.startswith(clause.word) and "'" not in term]
        return {
            number
            for term in terms
            for number, packed in self._counts(term)
            if any(unpacked(packed)[place] for place in places)
        }

    def _by_words(self, typed: str, passing: set[int]) -> set[int]:
        asked = {term_of(word): {term_of(word)} for word in words_of(typed)}
        found = self._with_all(asked.values())
        quoted = [words(straight or curly) for straight, curly in _QUOTED.findall(typed)]
        if phrases := [phrase for phrase in quoted if phrase]:
            return {number for number in found if _has_phrases(self._documents[number], phrases)}
        named = self._with_names(typed, asked)
        having = self._with_all(named.values()) if named else set()
        # Papers with the names in a query that fill a list leave out those with the parts of these names.
        return having if len(having & passing) >= RESULTS else found | having

    def _with_all(self, alternatives: Iterable[set[str]]) -> set[int]:
        return set.intersection(*(set().union(*map(self._having, terms)) for terms in alternatives))

    def _with_names(self, typed: str, asked: Mapping[str, set[str]]) -> Mapping[str, set[str]] | None:
        """Give the terms of a text with what they name in the place of its parts and of stems.

        None where the index knows none of it.
        """
        joined = longest(name for name in named_in(typed) if name.term in self._terms)
        parts = {term for name in joined for term in analyse(typed[name.start : name.end])}
        alone = [word for word in words(typed) if term_of(word) not in parts and kept(word) in self._terms]
        named = {term: terms for term, terms in asked.items() if term not in parts}
        named |= {name.term: {name.term} for name in joined}
        named |= {term_of(word): {kept(word)} for word in alone}
        return named if joined or alone else None


def _has_phrases(document: Document, phrases: Iterable[Sequence[str]]) -> bool:
    """Tell whether a paper has all phrases, each within its title, its abstract or a name."""
    texts = [f" {' '.join(words(text))} " for text in (document.title, document.abstract, *document.authors)]
    return all(any(f" {' '.join(phrase)} " in text for text in texts) for phrase in phrases)
