"""The weighted terms of papers, kept from build to build by what each paper says."""

import io
from collections.abc import Mapping, Sequence
from hashlib import sha256
from pathlib import Path

import numpy as np

from ..archive.kept import keep, recall
from ..papers.records import Paper
from ..related.lists import terms_of
from ..related.weighted import Weighted, joined, ordered, weighted

_NOTHING = weighted([])
_ARRAYS = {"terms": np.int32, "weights": np.int32, "lengths": np.int64}
_DIGEST = 16


class KeptVectors:
    """Gives the weighted terms of papers; those that an earlier build found are not found again."""

    def __init__(self, file: Path, program: bytes) -> None:
        """Take the file, and the key of the program that finds terms: another one's are of no use."""
        self._file, self._program = file, program
        self._asked = False

    def of(self, papers: Sequence[Paper]) -> Weighted:
        """Give the terms of papers in their order, and keep them."""
        self._asked = True
        digests = [_digest(paper) for paper in papers]
        known, rows = self._read()
        new = {each: paper for each, paper in zip(digests, papers, strict=True) if each not in known}
        found = joined(rows, terms_of(new.values())) if new else rows
        places = {**known, **{each: number for number, each in enumerate(new, len(rows.lengths))}}
        given = ordered(found, np.array([places[each] for each in digests], dtype=np.int64))
        if {*digests} != known.keys():
            self._keep(digests, given)
        return given

    def forget_others(self, papers: Sequence[Paper]) -> None:
        """Keep nothing of what none of all papers says, where nobody has asked for their terms."""
        if not self._asked:
            known, _ = self._read()
            if not known.keys() <= {*map(_digest, papers)}:
                self.of(papers)

    def _read(self) -> tuple[Mapping[bytes, int], Weighted]:
        if not (data := recall(self._file, self._program)):
            return {}, _NOTHING
        with np.load(io.BytesIO(data), allow_pickle=False) as kept:
            digests = kept["digests"].tobytes()
            names = kept["names"].tobytes().decode().split("\n") if kept["names"].size else []
            terms, weights, lengths = (kept[name].astype(kind) for name, kind in _ARRAYS.items())
        places = {digests[at : at + _DIGEST]: at // _DIGEST for at in range(0, len(digests), _DIGEST)}
        return places, Weighted(names, terms, weights, lengths)

    def _keep(self, digests: Sequence[bytes], rows: Weighted) -> None:
        data = io.BytesIO()
        np.savez(
            data,
            digests=np.frombuffer(b"".join(digests), dtype=np.uint8),
            names=np.frombuffer("\n".join(rows.names).encode(), dtype=np.uint8),
            terms=rows.terms.astype(np.int32),
            weights=rows.weights.astype(np.int16),
            lengths=rows.lengths.astype(np.int32),
        )
        keep(self._file, data.getvalue(), self._program)


def _digest(paper: Paper) -> bytes:
    return sha256(repr((paper.title, paper.abstract)).encode()).digest()[:_DIGEST]
