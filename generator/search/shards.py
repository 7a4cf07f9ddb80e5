"""Postings -> shards, each a range of sorted terms, and the vocabulary for what no range can answer.

A shard is two lines of text: its terms, front-coded and separated by spaces, and their postings in the same
order, separated by spaces. The vocabulary is one line of terms and one of how common each is; terms that are
all digits and points (most are arXiv identifiers) are in a file of their own, as no pattern with a letter can
mean them.
"""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from generator.search.codec import PostingsWriter, write_words
from generator.search.files import File
from generator.search.postings import Postings

SHARD_SIZE = 12_000
"""Characters of postings in a shard, at least: about 9 kB gzipped. Smaller ones cost names in the manifest,
larger ones cost each query; the whole is the same within 1 % from 8,000 to 24,000."""
MOST_SHARDS = 400
"""A bigger archive has bigger shards."""

_NUMBER = re.compile(r"[0-9.]+")


@dataclass(frozen=True)
class Shard:
    """A range of terms."""

    first: str
    """Its first term: the range ends where the next shard begins."""
    file: File


def cut(postings: Postings) -> list[Shard]:
    """All terms in order, in shards of about equal size."""
    writer = PostingsWriter(postings.papers, len(postings.counts))
    written = [(term, writer.write(*postings.of(term))) for term in postings.terms]
    size = max(SHARD_SIZE, sum(_cost(*entry) for entry in written) // MOST_SHARDS)
    return [
        Shard(first=part[0][0], file=File("shard", _shard(part), place))
        for place, part in enumerate(_parts(written, size))
    ]


def vocabulary(postings: Postings) -> tuple[File, File]:
    """Return the words and the numbers of the index, for what no range of terms answers."""
    numbers = [term for term in postings.terms if _NUMBER.fullmatch(term)]
    words = [term for term in postings.terms if not _NUMBER.fullmatch(term)]
    return File("words", _vocabulary(words, postings)), File("numbers", _vocabulary(numbers, postings))


def _parts(written: Iterable[tuple[str, str]], size: int) -> Iterator[list[tuple[str, str]]]:
    part: list[tuple[str, str]] = []
    filled = 0
    for entry in written:
        part.append(entry)
        filled += _cost(*entry)
        if filled >= size:
            yield part
            part, filled = [], 0
    if part:
        yield part


def _cost(term: str, posting: str) -> int:
    return len(posting) + len(term) // 2


def _shard(part: list[tuple[str, str]]) -> bytes:
    return f"{write_words(term for term, _ in part)}\n{' '.join(posting for _, posting in part)}".encode()


def _vocabulary(terms: list[str], postings: Postings) -> bytes:
    # One hexadecimal digit a term: 0 for one paper, 1 for two or three, 2 for four to seven, and so on.
    common = "".join(f"{min(postings.frequency(term).bit_length() - 1, 15):x}" for term in terms)
    return f"{write_words(terms)}\n{common}".encode()
