"""Extra terms of an archive: which of them its index keeps, decided by the archive's own words.

A compound is kept where some papers have it, or where a paper writes it as one word. Where both spellings are
usual (fine-tuning, finetuning), papers with the one word count as having its parts too, so that each spelling
finds the papers with the other. Names with a version (Qwen3) have their letters as a part.
"""

import re
from collections import defaultdict
from collections.abc import Mapping, Sequence

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
        """Return the extra terms of each field that has such."""
        find = self._compounds.of
        topics = find("\n".join(document.topics))
        return {"abstract": find(document.abstract), "title": find(document.title), "topics": topics}

    def entry(self, extra: Extra) -> Entry:
        """Return the entry of an extra term, which begins with a posting of no paper."""
        if extra.parts:
            self.parts.setdefault(extra.term, extra.parts)
        return self.setdefault(extra.term, [-1, 0])


def with_extras(terms: Mapping[str, Entry], extras: Extras) -> dict[str, Entry]:
    """Return the entries of all terms: those of words, and the extra ones that are kept."""
    added = [(term, extras[term]) for term in extras if _is_kept(term, terms, extras)]
    added += [(part, terms[term]) for term in terms for part in _parts(term, terms, extras) if part in terms]
    more = defaultdict[str, list[Entry]](list)
    for term, entry in added:
        more[term].append(entry)
    return {**terms, **{term: _merged([terms.get(term, []), *more[term]]) for term in more}}


def _is_kept(term: str, terms: Mapping[str, Entry], extras: Extras) -> bool:
    """Tell whether a compound is common enough, and a name no word that few papers have in capitals."""
    stem, name, _ = term.partition("'")
    if name:
        return _papers(extras[term]) * NAMED >= _papers(terms.get(stem, ()))
    return term in terms or _papers(extras[term]) >= FEWEST


def _parts(term: str, terms: Mapping[str, Entry], extras: Extras) -> Sequence[str]:
    """Return the terms that a term of one word stands for as well."""
    if not term.isalpha():
        # A name with a version, as Qwen3.
        versioned = _VERSIONED.fullmatch(term)
        return [term_of(versioned[1])] if versioned else ()
    if term not in extras.parts:
        return ()
    hyphenated = _papers(extras[term])
    is_usual = hyphenated >= max(FEWEST, _papers(terms[term]) // USUAL)
    return extras.parts[term] if is_usual else ()


def _papers(entry: Sequence[int]) -> int:
    return len(entry) // 2


def _merged(entries: list[Entry]) -> Entry:
    """Return one entry of several: the counts of a paper that is in more than one are added."""
    counts = defaultdict[int, int](int)
    for entry in entries:
        for paper, packed in zip(entry[::2], entry[1::2], strict=True):
            counts[paper] += packed
    return [number for paper in sorted(counts) for number in (paper, counts[paper])]
