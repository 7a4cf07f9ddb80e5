"""Extra terms of an archive: which of them a segment keeps, decided by the words up to its papers.

A compound is kept where some papers have it, or where a paper writes it as one word. Where both spellings are
usual (fine-tuning, finetuning), papers with the one word count as having its parts too, so that each spelling
finds the papers with the other. Names with a version (Qwen3) have their letters as a part.
"""

import re
from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Self

from generator.search.documents import Document
from generator.text.analysis import term_of
from generator.text.compounds import Compounds, Extra

Entry = list[int]
"""The postings of a term: a paper, its packed counts, the next paper, its packed counts, and so on."""

FEWEST = 3
"""Papers with a compound: fewer are found by its parts as well."""
USUAL = 10
"""A compound is usual beside the one word where it is in one paper for so many with the word, at least."""
NAMED = 20
"""A name is in one paper for so many with its stem, at least: what is not was set in capitals by chance."""

_VERSIONED = re.compile("([a-z]{2,}?)v?[0-9][0-9a-z.]*")


class Extras(dict[str, Entry]):
    """Extra term -> its entry, as far as papers were taken in."""

    def __init__(self) -> None:
        super().__init__()
        self.parts: dict[str, tuple[str, ...]] = {}
        """Compound -> the terms of its parts, as they stood first."""

        self._compounds = Compounds()

    def of(self, document: Document) -> dict[str, list[Extra]]:
        """Give the extra terms of each field that has such."""
        find = self._compounds.of
        topics = find("\n".join(document.topics))
        return {"abstract": find(document.abstract), "title": find(document.title), "topics": topics}

    def entry(self, extra: Extra) -> Entry:
        """Give the entry of an extra term, which begins with a posting of no paper."""
        if extra.parts:
            self.parts.setdefault(extra.term, extra.parts)
        return self.setdefault(extra.term, [-1, 0])


@dataclass(frozen=True)
class Spellings:
    """How the papers of some segments spell: all that the next segment must know of them."""

    words: Mapping[str, int]
    """Term of a word -> how many papers have it."""
    extras: Mapping[str, int]
    """Extra term -> how many papers have it."""
    parts: Mapping[str, Sequence[str]]
    """Compound -> the terms of its parts, as they stood first."""

    def and_of(self, terms: Mapping[str, Entry], extras: Extras) -> Self:
        """Give these with those of a segment."""
        return type(self)(
            _summed(self.words, terms), _summed(self.extras, extras), {**extras.parts, **self.parts}
        )


NO_SPELLINGS = Spellings({}, {}, {})


def with_extras(terms: Mapping[str, Entry], extras: Extras, known: Spellings) -> dict[str, Entry]:
    """Give the entries of all terms: those of words, and the extra ones that are kept."""
    added = [(term, extras[term]) for term in extras if _is_kept(term, known)]
    added += [(part, terms[term]) for term in terms for part in _parts(term, known) if part in known.words]
    more = defaultdict[str, list[Entry]](list)
    for term, entry in added:
        more[term].append(entry)
    return {**terms, **{term: _merged([terms.get(term, []), *more[term]]) for term in more}}


def _is_kept(term: str, known: Spellings) -> bool:
    """Tell whether a compound is common enough, and a name no word that few papers have in capitals."""
    stem, name, _ = term.partition("'")
    if name:
        return known.extras[term] * NAMED >= known.words.get(stem, 0)
    return term in known.words or known.extras[term] >= FEWEST


def _parts(term: str, known: Spellings) -> Sequence[str]:
    """Give the terms that a term of one word stands for as well."""
    if not term.isalpha():
        # A name with a version, as Qwen3.
        versioned = _VERSIONED.fullmatch(term)
        return [term_of(versioned[1])] if versioned else ()
    if term not in known.parts:
        return ()
    is_usual = known.extras[term] >= max(FEWEST, known.words[term] // USUAL)
    return known.parts[term] if is_usual else ()


def _summed(papers: Mapping[str, int], entries: Mapping[str, Entry]) -> dict[str, int]:
    """Give how many papers have each term, here and there."""
    return {**papers, **{term: papers.get(term, 0) + len(entry) // 2 for term, entry in entries.items()}}


def _merged(entries: list[Entry]) -> Entry:
    """Give one entry of several: the counts of a paper that is in more than one are added."""
    counts = defaultdict[int, int](int)
    for entry in entries:
        for paper, packed in zip(entry[::2], entry[1::2], strict=True):
            counts[paper] += packed
    return [number for paper in sorted(counts) for number in (paper, counts[paper])]
