"""Papers as JSON Lines, in the keys that `sources.jsonl` reads back: the same papers, field by field.

What only an archive knows of a paper (its address, cite key, other names) stands in an object of its own.
"""

import json
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import fields

from ...papers.records import Paper
from ...sources.jsonl import OWN, OWN_KEYS

_SAID = tuple(each.name for each in fields(Paper) if each.name not in OWN_KEYS)


def jsonl(papers: Iterable[Paper]) -> Iterator[str]:
    """Give a line for each paper."""
    for paper in papers:
        yield json.dumps(record(paper), ensure_ascii=False, separators=(",", ":"), default=str) + "\n"


def record(paper: Paper) -> Mapping[str, object]:
    """Give what a paper says and what the archive knows of it; days are left to be written as text."""
    said = _known(paper, _SAID)
    if paper.authors:
        said["authors"] = [
            {"name": each.name, "family": each.family} if each.family else each.name for each in paper.authors
        ]
    if paper.links:
        said["links"] = [{"kind": link.kind, "url": link.url} for link in paper.links]
    return {**said, OWN: _known(paper, OWN_KEYS)}


def _known(paper: Paper, names: Iterable[str]) -> dict[str, object]:
    """Give the fields that say something; no votes are said, too."""
    values = ((name, getattr(paper, name)) for name in names)
    return {name: value for name, value in values if value or (name == "votes" and value == 0)}
