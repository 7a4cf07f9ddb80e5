"""The themes of each day; what an earlier build found need not be found again."""

import json
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import asdict
from datetime import date
from functools import partial
from hashlib import sha256
from itertools import groupby

from ..papers.records import Paper
from ..related.rising import Texts
from ..related.themes import KNOWN, Theme, heads, themes
from ..related.topics import Settled
from .shown import Keys
from .store import Store


def themes_by_day(
    days: Mapping[date, Sequence[Paper]], settled: Settled, keys: Keys, store: Store
) -> Mapping[date, Sequence[Theme]]:
    """Give the themes of the papers of each day; days come ascending.

    Those of a day follow from its papers, from those that the months before it listed, and from the topics.
    """
    topics = keys.of("settled topics", settled.topics)
    known: dict[str, str] = {}
    titles: Counter[str] = Counter()
    running, found = sha256(), {}
    for _, month in groupby(days.items(), lambda each: (each[0].year, each[0].month)):
        common = {name: written for name, written in known.items() if titles[name] >= KNOWN}
        before = running.hexdigest()
        first: list[Paper] = []
        for day, papers in month:
            said = [(paper.id, paper.title, paper.abstract, _slugs(settled, paper)) for paper in papers]
            key = keys.of("themes", topics, before, said)
            kept = store.one(key, partial(_made, papers, common, settled))
            found[day] = list(_read(kept))
            first += [paper for paper in papers if paper.listed[0] == day]
        running.update(repr([(paper.id, paper.title) for paper in first]).encode())
        made = store.one(keys.of("heads", running.hexdigest()), partial(_heads, first))
        for name, (written, count) in json.loads(made).items():
            known.setdefault(name, written)
            titles[name] += count
    return found


def _slugs(settled: Settled, paper: Paper) -> list[str]:
    return [topic.slug for topic in settled.of_paper.get(paper.id, ())]


def _made(papers: Sequence[Paper], known: Mapping[str, str], settled: Settled) -> bytes:
    return json.dumps([asdict(theme) for theme in themes(papers, known, Texts(), settled)]).encode()


def _heads(papers: Sequence[Paper]) -> bytes:
    return json.dumps(heads(papers)).encode()


def _read(kept: bytes) -> Iterator[Theme]:
    for theme in json.loads(kept):
        yield Theme(theme["name"], theme["slug"], tuple(theme["papers"]))
