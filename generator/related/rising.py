"""Phrases that the papers of a month name more often than those of the year before it.

A phrase is measured by the log-odds of naming it, in standard errors (B. L. Monroe, M. P. Colaresi and
K. M. Quinn, "Fightin' Words", Political Analysis 16(4), 2008; here of papers, not of words). What rose in a
month follows from the papers until its end alone, so that later ones never change it.
"""

import math
import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import lru_cache

from ..papers.records import Paper
from ..text.analysis import analyse
from .generic import MANNER
from .reasons import Said, Words, parts

PAPERS, TITLES = 5, 2
"""Papers of the month that name a phrase, and titles, at least."""
SURE = 3.0
"""Standard errors between the month and the year before, at least."""
TIMES = 2
"""How many times as often, at least: what half of all papers name rises surely, and tells nothing."""
MOST = 12
"""Phrases of a month."""
MONTHS = 12
"""Months before that a month is compared with."""

_ALIKE = 0.6
"""Shared papers of all that two phrases have, from which they are one to a reader."""
_HEADS = 5
"""Of this many titles, in one at least nothing follows that the phrase would belong to."""
_OPENING, _CLOSING = '([{"“', ')]}"”.,;:?!'
_ACRONYM = re.compile(r"[A-Z].*[A-Z]")
_WORDS = re.compile(r"\W+")


@dataclass(frozen=True, slots=True)
class Rising:
    """A phrase that rose in a month."""

    phrase: str
    """As most papers write it."""
    counts: tuple[int, ...]
    """The papers that name it in each of the months before, and in the month itself."""
    first: str
    """The id of the first paper of the archive that names it."""

    @property
    def count(self) -> int:
        """How many papers of the month name it."""
        return self.counts[-1]


class Texts:
    """What papers say, as terms, a bar where no phrase goes on; each is analysed once."""

    def __init__(self) -> None:
        self._lines: dict[str, str] = {}

    def line(self, paper: Paper) -> str:
        """Give the terms of a paper."""
        found = self._lines.get(paper.id)
        if found is None:
            text = f"{paper.title} . {paper.abstract or ''}"
            found = self._lines[paper.id] = f" {' '.join(map(_token, text.split()))} "
        return found

    def naming(self, papers: Iterable[Paper], phrases: Iterable[str]) -> dict[str, set[str]]:
        """Give the ids of the papers that name each phrase, which is given by its terms."""
        by_term: dict[str, list[str]] = defaultdict(list)
        for phrase in phrases:
            by_term[phrase.partition(" ")[0]].append(phrase)
        found: dict[str, set[str]] = {phrase: set() for some in by_term.values() for phrase in some}
        for paper in papers:
            line = self.line(paper)
            for term in by_term.keys() & set(line.split(" ")):
                for phrase in by_term[term]:
                    if f" {phrase} " in line:
                        found[phrase].add(paper.id)
        return found


def rising(months: Sequence[Sequence[Paper]], older: Sequence[Paper], texts: Texts) -> list[Rising]:
    """Give what rose in the last of some months, the surest first.

    Before it come the MONTHS months that it is compared with, and before these the `older` papers, ascending.
    """
    *past, now = months
    named = {phrase: ids for phrase, ids in texts.naming(now, _titled(now)).items() if len(ids) >= PAPERS}
    before = [texts.naming(month, named) for month in past]
    counts = {phrase: (*(len(month[phrase]) for month in before), len(ids)) for phrase, ids in named.items()}
    total = sum(map(len, past))
    scores = {phrase: score(each[-1], len(now), sum(each[:-1]), total) for phrase, each in counts.items()}
    rose = [phrase for phrase in named if scores[phrase] >= SURE and _twice(counts[phrase], len(now), total)]
    kept = _distinct(sorted(rose, key=lambda phrase: (-scores[phrase], phrase)), named)[:MOST]
    first = _first([*older, *(paper for month in months for paper in month)], kept, texts)
    by_id = {paper.id: paper for paper in now}
    return [
        Rising(
            _written(phrase, [by_id[each] for each in sorted(named[phrase])]), counts[phrase], first[phrase]
        )
        for phrase in kept
    ]


@lru_cache(maxsize=1 << 17)
def _token(token: str) -> str:
    """Give the terms of what stands between two spaces, with bars for stop words and punctuation."""
    terms = " ".join(analyse(token)) or "|"
    return f"{'| ' * (token[0] in _OPENING)}{terms}{' |' * (token[-1] in _CLOSING)}"


def _titled(papers: Iterable[Paper]) -> list[str]:
    """Give the phrases that several titles name, by their terms, where they may be a subject."""
    titles: Counter[str] = Counter()
    heads: Counter[str] = Counter()
    for paper in papers:
        found: dict[str, bool] = {}
        for run in Said(replace(paper, abstract=None)).runs:
            for phrase, _, is_head in subjects(run):
                found[phrase] = found.get(phrase, False) or is_head
        titles.update(found.keys())
        heads.update(phrase for phrase, is_head in found.items() if is_head)
    return [name for name, count in titles.items() if count >= TITLES and heads[name] * _HEADS >= count]


def subjects(run: Words) -> Iterator[tuple[str, str, bool]]:
    """Give the parts of a run that may be a subject: their terms, how they are written, which end the run."""
    for terms, written, is_head in parts(run):
        if _is_subject(terms, written):
            yield " ".join(terms), written, is_head


def _is_subject(terms: Sequence[str], written: str) -> bool:
    if len(terms) == 1:
        return _ACRONYM.search(written) is not None
    return MANNER.isdisjoint(_WORDS.split(written.lower())) and not any(term.isdigit() for term in terms)


def score(now: int, month: int, before: int, year: int) -> float:
    """Give how many standard errors lie between the log-odds of a month and of the year before it."""
    odds = math.log((now + 0.5) / (month - now + 0.5)) - math.log((before + 0.5) / (year - before + 0.5))
    return odds / math.sqrt(1 / (now + 0.5) + 1 / (before + 0.5))


def _twice(counts: Sequence[int], month: int, year: int) -> bool:
    return counts[-1] * year >= TIMES * sum(counts[:-1]) * month


def _distinct(phrases: Iterable[str], named: Mapping[str, set[str]]) -> list[str]:
    """Leave out the phrases that lie in one before them, or around it, or mean the same."""
    kept: list[str] = []
    for phrase in phrases:
        if not any(_same(phrase, other, named) for other in kept):
            kept.append(phrase)
    return kept


def _same(one: str, other: str, named: Mapping[str, set[str]]) -> bool:
    short, long = sorted((f" {one} ", f" {other} "), key=len)
    if short.strip() == "".join(term[0] for term in long.split()):
        return True
    shared = len(named[one] & named[other])
    return short in long or shared >= _ALIKE * len(named[one] | named[other])


def _first(papers: Iterable[Paper], phrases: Iterable[str], texts: Texts) -> dict[str, str]:
    """Give the first paper that names each phrase."""
    waiting, found = set(phrases), {}
    for paper in papers:
        if not waiting:
            break
        for phrase, ids in texts.naming([paper], waiting).items():
            if ids:
                found[phrase] = paper.id
                waiting.discard(phrase)
    return found


def _written(phrase: str, papers: Iterable[Paper]) -> str:
    """Give how a phrase is written most; of forms that differ in case alone, as most of those are."""
    forms = Counter(form for paper in papers for form in _forms(phrase, paper))
    folded: Counter[str] = Counter()
    for form, count in forms.items():
        folded[form.casefold()] += count
    return max(forms, key=lambda form: (folded[form.casefold()], form.casefold(), forms[form], form))


def _forms(phrase: str, paper: Paper) -> Iterator[str]:
    for run in Said(paper).runs:
        yield from (written for terms, written, _ in subjects(run) if terms == phrase)
