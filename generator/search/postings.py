"""Terms -> the papers they stand in, with how often in each field; and how long the fields are."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from itertools import chain

from generator.search.documents import Document
from generator.search.scoring import FIELDS, MEASURED
from generator.search.spellings import NO_SPELLINGS, Entry, Extras, Spellings, with_extras
from generator.search.tables import in_javascript_order
from generator.text.analysis import key_of, term_of, words

Counts = tuple[int, ...]
"""How often a term stands in each field of one paper, in the order of FIELDS."""

_COUNT_BITS = 20  # the names of a paper's authors, of which all may be one, have fewer characters
_COUNT = (1 << _COUNT_BITS) - 1
_ONCE = {field: 1 << place * _COUNT_BITS for place, field in enumerate(FIELDS)}
"""Field -> the packed counts of a term that stands in it once."""


class _Entries(dict[str, Entry]):
    """Word -> the entry of its term. One look-up a word is most of what indexing costs."""

    def __init__(self) -> None:
        super().__init__()
        self.terms: dict[str, Entry] = {}

    def __missing__(self, word: str) -> Entry:
        # No paper is -1: every entry has a last posting to compare with.
        self[word] = entry = self.terms.setdefault(term_of(word), [-1, 0])
        return entry


@dataclass(frozen=True)
class Postings:
    """The inverted index. A posting is a paper's number and its counts, packed into one number."""

    first: int
    """The number of the first paper."""
    terms: tuple[str, ...]
    """Sorted as JavaScript sorts: by UTF-16 unit."""
    lengths: Sequence[tuple[int, ...]]
    """Of each paper: how many terms of words each of MEASURED has, those that come again counted again."""
    known: Spellings
    """How common the terms are, those of earlier segments counted as well."""
    _entries: Mapping[str, Entry]

    def of(self, term: str) -> Iterable[tuple[int, int]]:
        """Give the papers with the term, rising, each with its packed counts; none of an unknown term."""
        numbers = iter(self._entries.get(term, ()))
        return zip(numbers, numbers, strict=True)

    def frequency(self, term: str) -> int:
        """Count the papers in which the term stands."""
        return len(self._entries[term]) // 2


def invert(documents: Sequence[Document], first: int = 0, earlier: Spellings = NO_SPELLINGS) -> Postings:
    """Invert documents, numbered in their order from `first` on, after those of earlier segments."""
    entries, extras = _Entries(), Extras()
    lengths = []
    for number, document in enumerate(documents, first):
        in_field, extra = _words(document), extras.of(document)
        for field, once in _ONCE.items():
            known = map(entries.__getitem__, in_field[field])
            for entry in chain(known, map(extras.entry, extra.get(field, ()))):
                if entry[-2] == number:
                    entry[-1] += once
                else:
                    entry.append(number)
                    entry.append(once)
        lengths.append(_lengths(in_field, entries.terms.get("", [-1, 0]), number))
    terms = entries.terms
    terms.pop("", None)
    for entry in chain(terms.values(), extras.values()):
        del entry[:2]
    spellings = earlier.and_of(terms, extras)
    kept = with_extras(terms, extras, spellings)
    return Postings(
        first=first,
        terms=tuple(sorted(kept, key=in_javascript_order)),
        lengths=lengths,
        known=spellings,
        _entries=kept,
    )


def _lengths(in_field: Mapping[str, list[str]], unsearched: Entry, number: int) -> tuple[int, ...]:
    """Give how many words of a paper's measured fields are terms, and not stop words."""
    dropped = dict(zip(FIELDS, unpacked(unsearched[-1] if unsearched[-2] == number else 0), strict=True))
    return tuple(len(in_field[field]) - dropped[field] for field in MEASURED)


def _words(document: Document) -> dict[str, list[str]]:
    return {
        "abstract": words(document.abstract),
        "title": words(document.searched_title),
        "authors": _words_of_names(document.authors),
        "topics": _words_of_names(document.topics),
        "arxiv": words(document.arxiv_id or ""),
    }


def _words_of_names(names: Iterable[str]) -> list[str]:
    # A name comes back, with other papers and in its table: to take its key apart is quicker than to fold it.
    return "_".join(map(key_of, names)).split("_")


def unpacked(packed: int) -> Counts:
    """Give the counts that one number holds."""
    return tuple(packed >> place * _COUNT_BITS & _COUNT for place in range(len(FIELDS)))
