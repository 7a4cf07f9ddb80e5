"""Terms -> the papers they stand in, with how often in each field."""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from generator.search.analysis import term_of, words
from generator.search.documents import Document
from generator.search.scoring import FIELDS
from generator.search.tables import in_javascript_order

Counts = tuple[int, ...]
"""How often a term stands in each field of one paper, in the order of FIELDS."""

_COUNT_BITS = 16
_COUNT = (1 << _COUNT_BITS) - 1


class _Entry:
    """The papers of one term, rising, and for each its counts, packed into one number."""

    __slots__ = ("counts", "papers")

    def __init__(self) -> None:
        self.papers: list[int] = []
        self.counts: list[int] = []


class _Entries(dict[str, _Entry]):
    """Word -> the entry of its term. One look-up a word is most of what indexing costs."""

    def __init__(self) -> None:
        super().__init__()
        self.terms: dict[str, _Entry] = {}

    def __missing__(self, word: str) -> _Entry:
        self[word] = entry = self.terms.setdefault(term_of(word), _Entry())
        return entry


@dataclass(frozen=True)
class Postings:
    """The inverted index. A posting is a paper's number and the place of its counts among all counts."""

    papers: int
    """How many papers are indexed."""
    terms: tuple[str, ...]
    """Sorted as JavaScript sorts: by UTF-16 unit."""
    counts: tuple[Counts, ...]
    """All counts that occur, larger ones later."""
    _entries: Mapping[str, _Entry]
    _places: Mapping[int, int]

    def of(self, term: str) -> tuple[Sequence[int], Iterable[int]]:
        """Return the papers with the term, rising, and for each the place of its counts."""
        entry = self._entries[term]
        return entry.papers, map(self._places.__getitem__, entry.counts)

    def frequency(self, term: str) -> int:
        """In how many papers the term stands."""
        return len(self._entries[term].papers)


def invert(documents: Sequence[Document]) -> Postings:
    """Invert documents, whose place in the sequence is their number."""
    entries = _Entries()
    for number, document in enumerate(documents):
        for entry, counts in _count(document, entries).items():
            entry.papers.append(number)
            entry.counts.append(counts)
    entries.terms.pop("", None)
    seen = set[int]().union(*(entry.counts for entry in entries.terms.values()))
    ordered = sorted((_unpacked(counts) for counts in seen), key=_by_size)
    place = {counts: index for index, counts in enumerate(ordered)}
    return Postings(
        papers=len(documents),
        terms=tuple(sorted(entries.terms, key=in_javascript_order)),
        counts=tuple(ordered),
        _entries=entries.terms,
        _places={counts: place[_unpacked(counts)] for counts in seen},
    )


def _count(document: Document, entries: _Entries) -> dict[_Entry, int]:
    fields = {
        "abstract": document.abstract,
        "title": document.searched_title,
        "authors": "\n".join(document.authors),
        "topics": "\n".join(document.topics),
        "arxiv": document.arxiv_id or "",
    }
    found: dict[_Entry, int] = Counter(map(entries.__getitem__, words(fields[FIELDS[0]])))
    for place, field in enumerate(FIELDS[1:], start=1):
        for entry in map(entries.__getitem__, words(fields[field])):
            found[entry] = found.get(entry, 0) + (1 << place * _COUNT_BITS)
    return found


def _by_size(counts: Counts) -> tuple[int, list[int]]:
    return sum(counts), [-count for count in counts]


def _unpacked(counts: int) -> Counts:
    return tuple(counts >> place * _COUNT_BITS & _COUNT for place in range(len(FIELDS)))
