"""Postings -> shards, each a range of sorted terms with their postings, and lists of common terms.

A query reads a shard for each of its terms, so a shard should be small. The postings of a common term would
make it large for its neighbours: they are a file of one row, a list, and the shard tells its digest.
"""

from collections.abc import Sequence

from generator.search.codec import PostingsWriter, spell_kind
from generator.search.files import File
from generator.search.postings import Postings, unpacked
from generator.search.scoring import Means, kind_of
from generator.search.tables import Part, cut, written

SIZE = 3_900
"""Characters of a shard, at least: about 3 kB gzipped. Smaller ones cost files and names in the manifest,
larger ones cost each query."""
MOST = 4_000
COMMON = 384
"""Papers, at most, of a term whose postings stand in a shard."""
LISTED = "§"
"""Begins the text of a term with a list: how many papers have the term follows, then the list's digest."""


class _Kinds(dict[int, str]):
    """Packed counts -> the spelling of their kind, in papers of some lengths."""

    def __init__(self, lengths: Sequence[int], means: Means) -> None:
        super().__init__()
        self._lengths = lengths
        self._means = means

    def __missing__(self, packed: int) -> str:
        self[packed] = spelled = spell_kind(kind_of(unpacked(packed), self._lengths, self._means))
        return spelled


def shards(postings: Postings, means: Means, size: int = SIZE) -> tuple[list[Part], dict[str, File]]:
    """Give the shards, of a size, which hold all terms in order, and term -> list of the common ones."""
    kinds = {lengths: _Kinds(lengths, means) for lengths in set(postings.lengths)}
    writer = PostingsWriter([kinds[lengths] for lengths in postings.lengths], postings.first)
    lists: dict[str, File] = {}
    rows = []
    for term in postings.terms:
        text = writer.write(postings.of(term))
        if postings.frequency(term) > COMMON:
            lists[term] = File("list", written([(term, text)]))
            text = f"{LISTED}{postings.frequency(term)}-{lists[term].digest}"
        rows.append((term, text))
    return cut("shard", rows, size, MOST), lists
