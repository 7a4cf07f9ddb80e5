"""Postings -> shards, each a range of sorted terms with their postings."""

from generator.search.codec import PostingsWriter
from generator.search.postings import Postings
from generator.search.tables import Part, cut

SIZE = 9_000
"""Characters of a shard, at least: about 7 kB gzipped. Smaller ones cost files and names in the manifest,
larger ones cost each query; the whole is the same within 1 % from 8,000 to 24,000."""
MOST = 800


def shards(postings: Postings) -> list[Part]:
    """All terms in order, with their postings."""
    writer = PostingsWriter(postings.papers, postings.packed)
    return cut("shard", ((term, writer.write(postings.of(term))) for term in postings.terms), SIZE, MOST)
