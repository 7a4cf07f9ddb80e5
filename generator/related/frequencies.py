"""How rare a word is: how many papers have it, frozen for an epoch, so that a new day changes no old list.

An epoch is a year. Its frequencies are those of the papers first listed before the year began; where these
are too few to tell, those of a table that comes with the program, made from arXiv's metadata (CC0) by
`training/frequencies.py`.
"""

import gzip
import json
import math
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from importlib.resources import files

STEPS = 64
"""A weight of 1 in whole numbers."""

ENOUGH = 5_000
"""Papers from which their own frequencies tell more than the table's."""

UNSEEN = 30
"""The most papers that a term which the table lacks is taken to be in."""

_TABLE = "frequencies.json.gz"


@dataclass(frozen=True, slots=True)
class Frequencies:
    """Of terms, in some number of papers."""

    papers: int
    counts: Mapping[str, int]
    """In how many of them a term is; a term that is not here is in `rare` of them."""
    rare: int = 1

    def weight(self, term: str) -> int:
        """Give the root of a term's inverse document frequency, sqrt(ln(papers / count)), in 1/STEPS."""
        return _weight(self.papers, self.counts.get(term, self.rare))


def frequencies(counts: Mapping[str, int], papers: int) -> Frequencies:
    """Give the frequencies in an epoch before which there were so many papers, some with each term."""
    return Frequencies(papers, counts) if papers >= ENOUGH else table()


@cache
def table() -> Frequencies:
    """Read the table that comes with the program."""
    stored = json.loads(gzip.decompress(files(__package__).joinpath(_TABLE).read_bytes()))
    return Frequencies(stored["papers"], stored["counts"], UNSEEN)


@cache
def _weight(papers: int, count: int) -> int:
    return round(STEPS * math.sqrt(math.log(papers / count))) if count < papers else 0
