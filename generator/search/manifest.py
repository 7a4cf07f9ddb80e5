"""The one file with a fixed name: what the index consists of, and the numbers that scores are made from."""

from collections.abc import Sequence

from generator.search.codec import COUNTS, GAPS, SHARED, write_words
from generator.search.files import FOLDER, File, compact_json
from generator.search.scoring import BOOSTS, K1, B
from generator.search.shards import Shard

FORMAT = 1
"""Raised when the browser's scripts can no longer read an older index."""
NAME = f"{FOLDER}manifest.json"


def manifest(
    papers: int,
    papers_in_a_text: int,
    counts: Sequence[Sequence[int]],
    shards: Sequence[Shard],
    texts: Sequence[File],
    single: Sequence[File],
) -> bytes:
    """JSON: file names are told by their digests, joined where a kind has many files."""
    return compact_json(
        {
            "format": FORMAT,
            "papers": papers,
            "k1": K1,
            "b": B,
            "boosts": BOOSTS,
            "alphabets": {"gaps": GAPS.characters, "counts": COUNTS.characters, "shared": SHARED},
            "counts": counts,
            "shards": {
                "first": write_words(shard.first for shard in shards),
                "digests": "".join(shard.file.digest for shard in shards),
            },
            "texts": {"papers": papers_in_a_text, "digests": "".join(file.digest for file in texts)},
            "single": {file.kind: file.name.removeprefix(FOLDER) for file in single},
        }
    )
