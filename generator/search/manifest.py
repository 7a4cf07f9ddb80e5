"""The one file with a fixed name: what the index consists of, and the numbers that scores are made from."""

from collections.abc import Mapping, Sequence

from generator.search.budget import COMPLETED
from generator.search.codec import COUNTS, GAPS, SHARED, write_words
from generator.search.files import DIGEST, FOLDER, RUN, File, compact_json, run_digests
from generator.search.scoring import K1, weights
from generator.search.segments import NEWER
from generator.search.stored import COLUMNS, papers_in_a_file
from generator.search.tables import Part, beginnings

NAME = f"{FOLDER}manifest.json"


def manifest(
    version: int,
    papers: tuple[int, int],
    tables: Mapping[str, Sequence[Part]],
    texts: Sequence[File],
    single: Sequence[File],
) -> bytes:
    """Write JSON that tells file names by their digests, those of runs joined where a kind has many files.

    Args:
        version: That of the format which the worker's scripts read.
        papers: How many the standing segment has, and how many there are in all.
        tables: Those of both segments.
        texts: What results show.
        single: Files that are there once.

    """
    return compact_json(
        {
            "format": version,
            "papers": papers[1],
            "standing": papers[0],
            "newer": NEWER,
            "run": RUN,
            "digest": DIGEST,
            "completed": COMPLETED,
            "k1": K1,
            "weights": weights(),
            "alphabets": {"gaps": GAPS.characters, "counts": COUNTS.characters, "shared": SHARED},
            "tables": {
                kind: {
                    "first": write_words(beginnings(parts)),
                    "digests": run_digests([part.file for part in parts]),
                }
                for kind, parts in tables.items()
            },
            "texts": {
                "papers": papers_in_a_file(papers[1]),
                "columns": COLUMNS,
                "digests": run_digests(texts),
            },
            "single": {file.kind: file.name.removeprefix(FOLDER) for file in single},
        }
    )
