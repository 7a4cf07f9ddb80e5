"""What papers of a week or a month are about more often than those of the year before: topics and phrases.

It is measured by the log-odds of a paper's being about it, in standard errors (B. L. Monroe, M. P. Colaresi
and K. M. Quinn, "Fightin' Words", Political Analysis 16(4), 2008; here of papers, not of words). What rose
follows from the papers until then alone, so that later ones never change it. Where the archive has a topic,
its papers are counted, and no phrase that means it rises beside it.
"""

import math
import re
from collections import Counter, defaultdict
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import lru_cache

from ..papers.records import Paper
from ..text.analysis import analyse
from .generic import MANNER
from .reasons import Said, Words, parts
from .topics import Settled, Topic, phrase_terms, topics_of

PAPERS, TITLES = 5, 2
"""Papers about it, and titles that name it, at least."""
SURE = 3.0
"""Standard errors above the year before, at least."""
TIMES = 2
"""How many times as often, at least: what half of all papers name rises surely, and tells nothing."""
MOST = 12
"""Topics and phrases that rise at once."""

_ALIKE = 0.6
"""Shared papers of all that two of them have, from which they are one to a reader."""
_HEADS = 5
"""Of this many titles, in one at least nothing follows that the phrase would belong to."""
_FEW = 16
"""First terms of phrases that are sooner looked for than all terms of a paper are told apart."""
_OPENING, _CLOSING = '([{"“', ')]}"”.,;:?!'
_ACRONYM = re.compile(r"[A-Z].*[A-Z]")
_WORDS = re.compile(r"\W+")


@dataclass(frozen=True, slots=True)
class Rising:
    """A topic or a phrase that rose."""

    name: str
    """The topic's, or the phrase as most papers write it."""
    slug: str | None
    """The topic's."""
    counts: tuple[int, ...]
    """The papers about it in each of the periods before, and in the one that it rose in."""

    @property
    def count(self) -> int:
        """How many papers of the period are about it."""
        return self.counts[-1]


class Texts:
    """What papers say, as terms, a bar where no phrase goes on; each is analysed once."""

    def __init__(self) -> None:
        self._lines: dict[str, str] = {}

    def line(self, paper: Paper) -> str:
        """Give the terms of a paper."""
        found = self._lines.get(paper.id)
        if found is None:
            self._lines |= self._read(paper)
            found = self._lines[paper.id]
        return found

    def _read(self, paper: Paper) -> Mapping[str, str]:
        """Give the terms of a paper, and of others if that costs nothing more, by id."""
        return {paper.id: line_of(paper)}

    def naming(self, papers: Iterable[Paper], phrases: Iterable[str]) -> dict[str, set[str]]:
        """Give the ids of the papers that name each phrase, which is given by its terms."""
        by_term: dict[str, list[tuple[str, str]]] = defaultdict(list)
        for phrase in phrases:
            by_term[phrase.partition(" ")[0]].append((phrase, f" {phrase} "))
        found: dict[str, set[str]] = {phrase: set() for some in by_term.values() for phrase, _ in some}
        for paper in papers:
            line = self.line(paper)
            asked = by_term if len(by_term) <= _FEW else by_term.keys() & set(line.split(" "))
            for term in asked:
                for phrase, spaced in by_term[term]:
                    if spaced in line:
                        found[phrase].add(paper.id)
        return found


@dataclass(frozen=True, slots=True)
class _Candidate:
    """What may rise."""

    topic: Topic | None
    """None for a phrase."""
    phrases: tuple[str, ...]
    """All that mean it, by their terms, the one that it is named by first."""
    papers: Collection[str]
    """The ids of those that are about it, of the period that it may rise in."""
    counts: tuple[int, ...]
    """How many papers of each period are."""


def rising(periods: Sequence[Sequence[Paper]], texts: Texts, settled: Settled) -> list[Rising]:
    """Give what rose in the last of some periods, compared with all those before it, the surest first."""
    *past, now = periods
    total = sum(map(len, past))
    found = []
    for each in (*_topics(periods, settled), *_phrases(periods, texts, settled)):
        *before, count = each.counts
        sure = score(count, len(now), sum(before), total)
        if sure >= SURE and count * total >= TIMES * sum(before) * len(now):
            found.append((sure, each))
    ordered = sorted(found, key=lambda pair: (-pair[0], pair[1].phrases[0]))
    by_id = {paper.id: paper for paper in now}
    return [_told(each, by_id) for each in _distinct(each for _, each in ordered)[:MOST]]


def _told(risen: _Candidate, papers: Mapping[str, Paper]) -> Rising:
    if risen.topic:
        return Rising(risen.topic.label, risen.topic.slug, risen.counts)
    return Rising(_written(risen.phrases[0], map(papers.__getitem__, risen.papers)), None, risen.counts)


def _topics(periods: Sequence[Sequence[Paper]], settled: Settled) -> Iterator[_Candidate]:
    """Give the topics that enough papers of the last period are about."""
    *past, now = ({paper.id: paper for paper in period} for period in periods)
    having, before = settled.having(now), [settled.having(period) for period in past]
    for topic, ids in having.items():
        if len(ids) < PAPERS:
            continue
        titles = sum(topic.slug in topics_of(now[each].title, None, settled.slugs) for each in ids)
        if titles >= TITLES:
            terms = tuple(map(phrase_terms, (topic.label, *topic.aliases)))
            counts = (*(len(period.get(topic, ())) for period in before), len(ids))
            yield _Candidate(topic, terms, ids, counts)


def _phrases(periods: Sequence[Sequence[Paper]], texts: Texts, settled: Settled) -> Iterator[_Candidate]:
    """Give the phrases that enough papers of the last period name, but for those that mean a topic."""
    *past, now = periods
    named = texts.naming(now, set(_titled(now)) - settled.terms)
    named = {phrase: ids for phrase, ids in named.items() if len(ids) >= PAPERS}
    before = [texts.naming(period, named) for period in past]
    for phrase, ids in named.items():
        counts = (*(len(period[phrase]) for period in before), len(ids))
        yield _Candidate(None, (phrase,), sorted(ids), counts)


def firsts(
    rises: Iterable[Rising], papers: Iterable[Paper], texts: Texts, settled: Settled
) -> dict[str, str]:
    """Give the id of the first paper that is about each of what rose, by its name; papers come ascending."""
    slugs = {each.slug: each.name for each in rises if each.slug}
    phrases = {phrase_terms(each.name): each.name for each in rises if not each.slug}
    found: dict[str, str] = {}
    for paper in papers:
        if not (slugs or phrases):
            break
        for topic in settled.of_paper.get(paper.id, ()):
            if topic.slug in slugs:
                found[slugs.pop(topic.slug)] = paper.id
        for phrase, ids in texts.naming([paper], phrases).items():
            if ids:
                found[phrases.pop(phrase)] = paper.id
    return found


def line_of(paper: Paper) -> str:
    """Give the terms of a paper, a bar where no phrase goes on."""
    text = f"{paper.title} . {paper.abstract or ''}"
    return f" {' '.join(map(_token, text.split()))} "


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


def score(now: int, papers: int, before: int, year: int) -> float:
    """Give how many standard errors a period's log-odds, `now` of its `papers`, are above the year before."""
    odds = math.log((now + 0.5) / (papers - now + 0.5)) - math.log((before + 0.5) / (year - before + 0.5))
    return odds / math.sqrt(1 / (now + 0.5) + 1 / (before + 0.5))


def _distinct(candidates: Iterable[_Candidate]) -> list[_Candidate]:
    """Leave out those that lie in one before them, or around it, or mean the same."""
    kept: list[_Candidate] = []
    for each in candidates:
        if not any(_same(each, other) for other in kept):
            kept.append(each)
    return kept


def _same(one: _Candidate, other: _Candidate) -> bool:
    mine, theirs = set(one.papers), set(other.papers)
    if len(mine & theirs) >= _ALIKE * len(mine | theirs):
        return True
    return any(_overlap(phrase, another) for phrase in one.phrases for another in other.phrases)


def _overlap(one: str, other: str) -> bool:
    """Tell whether one phrase is a part of the other, or its acronym."""
    short, long = sorted((f" {one} ", f" {other} "), key=len)
    return short in long or short.strip() == "".join(term[0] for term in long.split())


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
