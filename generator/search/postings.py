"""Terms -> the papers they stand in, with how often in each field."""

from array import array
from collections import Counter, defaultdict
from collections.abc import Sequence
from dataclasses import dataclass

from generator.search.analysis import term_of, words
from generator.search.documents import Document
from generator.search.scoring import FIELDS

Counts = tuple[int, ...]
"""How often a term stands in each field of one paper, in the order of FIELDS."""

_PLACE_BITS = 20
_PLACE = (1 << _PLACE_BITS) - 1
_COUNT_BITS = 16
_COUNT = (1 << _COUNT_BITS) - 1


@dataclass(frozen=True)
class Postings:
    """The inverted index. A posting is a paper's number and the place of its counts among all counts."""

    papers: int
    """How many papers are indexed."""
    terms: tuple[str, ...]
    """Sorted as JavaScript sorts: by UTF-16 unit."""
    counts: tuple[Counts, ...]
    """All counts that occur, larger ones later."""
    _packed: dict[str, "array[int]"]
    _places: tuple[int, ...]

    def of(self, term: str) -> list[tuple[int, int]]:
        """(paper, place of its counts) for each paper with the term, by rising number of the paper."""
        places = self._places
        return [(packed >> _PLACE_BITS, places[packed & _PLACE]) for packed in self._packed[term]]

    def frequency(self, term: str) -> int:
        """In how many papers the term stands."""
        return len(self._packed[term])


def invert(documents: Sequence[Document]) -> Postings:
    """Invert documents, whose place in the sequence is their number."""
    # Numbers are packed, as an archive of 40,000 papers has four million postings.
    seen: dict[int, int] = {}
    packed: dict[str, array[int]] = {}
    for number, document in enumerate(documents):
        base = number << _PLACE_BITS
        for term, counts in _count(document).items():
            posting = base | seen.setdefault(counts, len(seen))
            try:
                packed[term].append(posting)
            except KeyError:
                packed[term] = array("Q", (posting,))
    counts_seen = [_unpacked(counts) for counts in seen]
    ordered = sorted(counts_seen, key=lambda counts: (sum(counts), [-count for count in counts]))
    place = {counts: index for index, counts in enumerate(ordered)}
    return Postings(
        papers=len(documents),
        terms=tuple(sorted(packed, key=lambda term: term.encode("utf-16-be"))),
        counts=tuple(ordered),
        _packed=packed,
        _places=tuple(place[counts] for counts in counts_seen),
    )


def _count(document: Document) -> dict[str, int]:
    fields = {
        "abstract": document.abstract,
        "title": document.title,
        "authors": "\n".join(document.authors),
        "topics": "\n".join(document.topics),
        "arxiv": document.arxiv_id or "",
    }
    found: defaultdict[str, int] = defaultdict(int)
    for place, field in enumerate(FIELDS):
        once = 1 << place * _COUNT_BITS
        # Counted before they become terms: a text repeats its words.
        for word, count in Counter(words(fields[field])).items():
            found[term_of(word)] += count * once
    found.pop("", None)
    return found


def _unpacked(counts: int) -> Counts:
    return tuple(counts >> place * _COUNT_BITS & _COUNT for place in range(len(FIELDS)))
