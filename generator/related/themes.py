"""What the papers of a day are about, in a few groups: phrases of titles that several of them name.

The phrases are taken greedily, each with the papers that no phrase before it has (the greedy set cover of
V. Chvatal, Math. Oper. Res. 4(3), 1979), the weightiest first: many papers, rare words, and a title of the
day that has it.
"""

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace

from ..papers.records import Paper
from .frequencies import table
from .reasons import Said
from .rising import Texts, subjects

MOST = 12
"""Themes of a day."""
LEAST = 2
"""Papers of a theme."""
LARGEST = 0.3
"""The share of a day's papers that a theme may have: more would say what the day is, not what is in it."""
KNOWN = 8
"""Earlier titles that name a phrase, from which it may be a theme that no title of the day names."""
_TITLED = 2
"""How many times the weight a phrase has that a title of the day names."""
_WEAK = frozenset(
    {
        "llm",
        "fine tune",
        "pre train",
        "post train",
        "trade off",
        "latent space",
        "test time",
        "context window",
    }
)
"""What papers of any subject name, by its terms."""


@dataclass(frozen=True, slots=True)
class Theme:
    """What several papers of a day are about."""

    name: str
    papers: tuple[str, ...]
    """Their ids, in the order of the day."""


def heads(papers: Iterable[Paper]) -> dict[str, tuple[str, int]]:
    """Give the phrases that end what a title names, by their terms: as one writes it, and in how many."""
    count: Counter[str] = Counter()
    written: dict[str, str] = {}
    for paper in papers:
        found = {
            phrase: form
            for run in Said(replace(paper, abstract=None)).runs
            for phrase, form, is_head in subjects(run)
            if is_head
        }
        count.update(found.keys())
        written = found | written
    return {phrase: (written[phrase], number) for phrase, number in count.items()}


def themes(papers: Iterable[Paper], known: Mapping[str, str], texts: Texts) -> list[Theme]:
    """Give the themes of the papers of a day; `known` are phrases of earlier titles, as they are written."""
    by_id = {paper.id: paper for paper in papers}
    own = {phrase: written for phrase, (written, _) in heads(by_id.values()).items()}
    named = texts.naming(by_id.values(), own.keys() | known.keys())
    named = {name: ids for name, ids in named.items() if LEAST <= len(ids) <= LARGEST * len(by_id)}
    named = {name: ids for name, ids in named.items() if name not in _WEAK}
    weight = {name: _weight(name) * (_TITLED if name in own else 1) for name in named}
    found: list[Theme] = []
    left = set(by_id)
    while named and len(found) < MOST:
        best = max(named, key=lambda name: (len(named[name] & left) * weight[name], name))
        group = named.pop(best) & left
        if len(group) < LEAST:
            break
        left -= group
        name = own.get(best) or known[best]
        found.append(Theme(name, tuple(each for each in by_id if each in group)))
    return found


def _weight(phrase: str) -> int:
    """Give the weight of the two commonest terms of a phrase, by the frequencies that never change."""
    return sum(sorted(table().weight(term) for term in phrase.split())[:2])
