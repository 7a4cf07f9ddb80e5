"""The one file with a fixed name: what the index consists of, and the numbers that scores are made from."""

from collections.abc import Mapping, Sequence

from generator.search.codec import COUNTS, GAPS, SHARED, write_words
from generator.search.files import FOLDER, RUN, File, compact_json, run_digests
from generator.search.scoring import K1, weights
from generator.search.tables import Part, beginnings

FORMAT = 5
"""Raised when the browser's scripts can no longer read an older index."""
NAME = f"{FOLDER}manifest.json"


def manifest(
    papers: tuple[int, int],
    prior: Mapping[str, object],
    papers_in_a_text: int,
    tables: Mapping[str, Sequence[Part]],
    texts: Sequence[File],
    single: Sequence[File],
) -> bytes:
    """JSON; file names are told by their digests, those of runs joined where a kind has many files.

    Args:
        papers: How many the standing segment has, and how many there are in all.
        prior: What is added to scores.
        papers_in_a_text: How many a file of texts has.
        tables: Those of both segments.
        texts: What results show.
        single: Files that are there once.

    """
    return compact_json(
        {
            "format": FORMAT,
            "papers": papers[1],
            "standing": papers[0],
            "run": RUN,
            "k1": K1,
            "weights": weights(),
            "prior": prior,
            "alphabets": {"gaps": GAPS.characters, "counts": COUNTS.characters, "shared": SHARED},
            "tables": {
                kind: {
                    "first": write_words(beginnings(parts)),
                    "digests": run_digests([part.file for part in parts]),
                }
                for kind, parts in tables.items()
            },
            "texts": {"papers": papers_in_a_text, "digests": run_digests(texts)},
            "single": {file.kind: file.name.removeprefix(FOLDER) for file in single},
        }
    )
