"""Postings -> shards, each a range of sorted terms with their postings."""

from collections.abc import Sequence

from generator.search.codec import PostingsWriter, spell_kind
from generator.search.postings import Postings, unpacked
from generator.search.scoring import Means, kind_of
from generator.search.tables import Part, cut

SIZE = 9_000
"""Characters of a shard, at least: about 7 kB gzipped. Smaller ones cost files and names in the manifest,
larger ones cost each query; the whole is the same within 1 % from 8,000 to 24,000."""
MOST = 800


class _Kinds(dict[int, str]):
    """Packed counts -> the spelling of their kind, in papers of some lengths."""

    def __init__(self, lengths: Sequence[int], means: Means) -> None:
        super().__init__()
        self._lengths = lengths
        self._means = means

    def __missing__(self, packed: int) -> str:
        self[packed] = spelled = spell_kind(kind_of(unpacked(packed), self._lengths, self._means))
        return spelled


def shards(postings: Postings, means: Means) -> list[Part]:
    """All terms in order, with their postings."""
    kinds = {lengths: _Kinds(lengths, means) for lengths in set(postings.lengths)}
    writer = PostingsWriter([kinds[lengths] for lengths in postings.lengths])
    return cut("shard", ((term, writer.write(postings.of(term))) for term in postings.terms), SIZE, MOST)
