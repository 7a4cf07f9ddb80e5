"""Terms -> the papers they stand in, with how often in each field."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from generator.search.documents import Document
from generator.search.scoring import FIELDS
from generator.search.tables import in_javascript_order
from generator.text.analysis import key_of, term_of, words

Counts = tuple[int, ...]
"""How often a term stands in each field of one paper, in the order of FIELDS."""

_COUNT_BITS = 20  # the names of a paper's authors, of which all may be one, have fewer characters
_COUNT = (1 << _COUNT_BITS) - 1
_ONCE = {field: 1 << place * _COUNT_BITS for place, field in enumerate(FIELDS)}
"""Field -> the packed counts of a term that stands in it once."""

_Entry = list[int]
"""The postings of a term: a paper, its packed counts, the next paper, its packed counts, and so on."""


class _Entries(dict[str, _Entry]):
    """Word -> the entry of its term. One look-up a word is most of what indexing costs."""

    def __init__(self) -> None:
        super().__init__()
        self.terms: dict[str, _Entry] = {}

    def __missing__(self, word: str) -> _Entry:
        # No paper is -1: every entry has a last posting to compare with.
        self[word] = entry = self.terms.setdefault(term_of(word), [-1, 0])
        return entry


@dataclass(frozen=True)
class Postings:
    """The inverted index. A posting is a paper's number and its counts, packed into one number."""

    papers: int
    """How many papers are indexed."""
    terms: tuple[str, ...]
    """Sorted as JavaScript sorts: by UTF-16 unit."""
    packed: tuple[int, ...]
    """All packed counts that occur, larger ones later."""
    _entries: Mapping[str, _Entry]

    @property
    def counts(self) -> list[Counts]:
        """All counts that occur, in the order of `packed`."""
        return list(map(_unpacked, self.packed))

    def of(self, term: str) -> Iterable[tuple[int, int]]:
        """Return the papers with the term, rising, each with its packed counts."""
        numbers = iter(self._entries[term])
        return zip(numbers, numbers, strict=True)

    def frequency(self, term: str) -> int:
        """In how many papers the term stands."""
        return len(self._entries[term]) // 2


def invert(documents: Sequence[Document]) -> Postings:
    """Invert documents, whose place in the sequence is their number."""
    entries = _Entries()
    for number, document in enumerate(documents):
        counts = _words(document)
        for field, once in _ONCE.items():
            for entry in map(entries.__getitem__, counts[field]):
                if entry[-2] == number:
                    entry[-1] += once
                else:
                    entry.append(number)
                    entry.append(once)
    terms = entries.terms
    terms.pop("", None)
    for entry in terms.values():
        del entry[:2]
    return Postings(
        papers=len(documents),
        terms=tuple(sorted(terms, key=in_javascript_order)),
        packed=tuple(sorted(set[int]().union(*(entry[1::2] for entry in terms.values())), key=_by_size)),
        _entries=terms,
    )


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


def _by_size(packed: int) -> tuple[int, list[int]]:
    counts = _unpacked(packed)
    return sum(counts), [-count for count in counts]


def _unpacked(packed: int) -> Counts:
    return tuple(packed >> place * _COUNT_BITS & _COUNT for place in range(len(FIELDS)))
