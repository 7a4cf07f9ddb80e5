"""Queries drawn from papers: words and phrases, and every kind of lunr's syntax."""

import random
from collections.abc import Sequence

from generator.search import Document
from generator.text.analysis import analyse

SYNTAX = (
    "{a}", "{a} {b}", "{a} {b} {c}", "+{a} +{b}", "+{a} {b} -{c}", "-{a}", "-{a} -{b}", "title:{a}",
    "+title:{a} abstract:{b}", "-authors:{n} {a}", "authors:{n}", "arxiv:{i}", "{a}^5 {b}", "{a}^0 {b}",
    "{p}*", "title:{p}* {b}", "+{p}* -{c}", "{a}~1", "+{a}~1 {b}", "{a}~2^3 {b}", "{p}*^2 {b}",
    "{a}/{b}", "{a}-{b}", "the {a}", "-the {a}", "zzqqxx {a}", "+zzqqxx {a}", "{i}", "{n}é {a}",
    "topics:{a} {b}", "{a} {b} {a}",
)  # fmt: skip
"""a, b, c: words; p: the beginning of one; n: a name; i: an identifier."""

WORDS = ("{a}", "{a} {b}", "{a} {b} {c}")

UNANCHORED = ("*{s}", "abstract:*{s}", "*{p}*", "{h}*{s}", "{i}~1", "{h}~1")
"""s: the end of a word; h: its first letters. A full lunr.js index takes long for these."""


def drawn(papers: Sequence[Document], count: int, kinds: Sequence[str] = SYNTAX) -> list[str]:
    """So many queries, the kinds in turn, always the same."""
    chance = random.Random(9)
    return [kinds[number % len(kinds)].format_map(_parts(chance, papers)) for number in range(count)]


def _parts(chance: random.Random, papers: Sequence[Document]) -> dict[str, str]:
    paper = chance.choice(papers)
    # lunr.js 2.3.9 itself fails on a required stop word.
    words = [word for word in f"{paper.title} {paper.abstract}".split() if word.isalpha() and analyse(word)]
    a, b, c = (chance.choice(words) for _ in "abc")
    name = chance.choice(paper.authors or ("Smith",)).split()[-1]
    long = chance.choice([word for word in words if len(word) > 6] or words)
    return {
        "a": a, "b": b, "c": c, "n": "".join(filter(str.isalpha, name)) or "Li",
        "i": paper.arxiv_id or "2401.00001",
        "p": long[:5].lower(), "s": long[-4:].lower(), "h": long[:2].lower(),
    }  # fmt: skip
