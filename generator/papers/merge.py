"""Two accounts of one paper become one, whatever the order they come in.

Title, abstract, authors and dates come together from the best account; every other field is joined on its
own. Each join is commutative, associative and idempotent: also where listing days, links or topics come to
more than a paper may have, since the first of a union are those of the first of its parts. Of accounts that
stand equally high the longest is the best, which may be the worse: so that a person can choose, the beginning
of the shortest abstract is kept beside it. Only what is kept for ever (address, cite key) stays the known
paper's own.
"""

import re
from collections import Counter
from collections.abc import Hashable, Iterator
from dataclasses import replace
from datetime import date
from functools import lru_cache
from typing import Any, Final, TypeVar

from ..text.plain import one_line
from ..text.tex import readable
from .bounds import ENTRIES
from .records import SOURCES, Paper, ascending

Text = TypeVar("Text", str, tuple[str, ...])

ACCOUNT = ("title", "abstract", "authors", "published", "updated", "withdrawn", "source")
"""The fields of one account, which are never mixed with those of another."""

UNIONS: Final = ("listed", "links", "topics")
"""The fields that grow by merging; the first that a paper may have are kept."""

_BEGINNING = 400
"""Characters that are kept of an abstract that was not taken."""
_AGREEMENT = 0.6
"""Share of common words from which two abstracts are taken for versions of one."""

_COMPARED = 10_000
"""Characters of an abstract that are compared with those of another."""


def merge(known: Paper, seen: Paper) -> Paper:
    """Give what both accounts of one paper say, under the address and cite key of `known`."""
    best = min(known, seen, key=_account_rank)
    aliases = {*known.aliases, *seen.aliases, *filter(None, (known.arxiv_id, seen.arxiv_id))}
    doi = _longer(known.doi, seen.doi)
    return replace(
        known,
        **{name: getattr(best, name) for name in ACCOUNT},
        **{name: union[: ENTRIES[name]] for name, union in _unions(known, seen).items()},
        arxiv_id=known.arxiv_id or seen.arxiv_id,
        votes=max((votes for votes in (known.votes, seen.votes) if votes is not None), default=None),
        doi=doi,
        comment=_longer(known.comment, seen.comment),
        journal_ref=_longer(known.journal_ref, seen.journal_ref),
        summary=_longer(known.summary, seen.summary),
        submitted_by=_longer(known.submitted_by, seen.submitted_by),
        organization=_longer(known.organization, seen.organization),
        categories=_longer(known.categories, seen.categories) or (),
        cite_key=known.cite_key or seen.cite_key,
        aliases=ascending(aliases - {known.id}),
        other_names=ascending({*names(known), *names(seen)} - {best.title, doi})[: ENTRIES["other_names"]],
        shortest_abstract=_shortest(best, known, seen),
    )


def is_disputed(paper: Paper) -> bool:
    """Tell whether accounts that stand equally high give abstracts that are no versions of one."""
    if not paper.abstract or not paper.shortest_abstract:
        return False
    return not agree(one_line(paper.abstract)[: len(paper.shortest_abstract)], paper.shortest_abstract)


def names(paper: Paper) -> Iterator[str]:
    """Give all titles and DOIs that a paper has or had."""
    yield from filter(None, (paper.title, paper.doi, *paper.other_names))


def left_out(known: Paper, seen: Paper) -> int:
    """Give how many listing days, links and topics `merge` leaves out, as a paper may not have so many."""
    return sum(max(0, len(union) - ENTRIES[name]) for name, union in _unions(known, seen).items())


def same_paper(known: Paper, seen: Paper) -> bool:
    """Tell whether two accounts are of one paper: by arXiv identifier, else by title and abstract."""
    if known.arxiv_id and seen.arxiv_id:
        return known.arxiv_id == seen.arxiv_id
    if known.abstract and seen.abstract:
        return agree(known.abstract, seen.abstract)
    return not set(map(_letters, names(known))).isdisjoint(map(_letters, names(seen)))


def agree(abstract: str, other: str) -> bool:
    """Tell whether two abstracts are versions of one: most of their words are the same.

    Measured as the Dice coefficient of their word counts; of a text that is longer than any abstract was only
    the beginning counts.
    """
    words, others = _words(abstract[:_COMPARED]), _words(other[:_COMPARED])
    return 2 * len(words & others) >= _AGREEMENT * (len(words) + len(others))


def _unions(known: Paper, seen: Paper) -> dict[str, Any]:
    return {name: ascending((*getattr(known, name), *getattr(seen, name))) for name in UNIONS}


def _letters(title: str) -> str:
    """Give what is compared of titles: letters and digits, or all of a title that has none."""
    return re.sub(r"[\W_]+", "", readable(title).casefold()) or title


@lru_cache(maxsize=1024)  # papers of one title are compared with each other
def _words(text: str) -> frozenset[tuple[str, int]]:
    """Give the words of a text, each with how often it stood there before."""
    seen = Counter[str]()
    counted = set()
    for word in re.findall(r"\w+", text.casefold()):
        counted.add((word, seen[word]))
        seen[word] += 1
    return frozenset(counted)


def _shortest(best: Paper, *accounts: Paper) -> str | None:
    """Give how the shortest abstract of those as high as the best account begins, if not as its own does."""
    texts = (
        each.shortest_abstract or _beginning(each) for each in accounts if _standing(each) == _standing(best)
    )
    shortest = min(filter(None, texts), key=lambda text: (len(text), text), default=None)
    return None if shortest == _beginning(best) else shortest


def _beginning(paper: Paper) -> str | None:
    return one_line(paper.abstract)[:_BEGINNING].rstrip() if paper.abstract else None


def _account_rank(paper: Paper) -> tuple[Hashable, ...]:
    """Order accounts, the best first.

    With an abstract, of a trusted source, of a later version, with more family names told apart, with longer,
    then smaller text. Of two that agree in all this, one says that the paper was withdrawn and one does not.
    """
    text = (paper.title, paper.abstract or "", *(author.name for author in paper.authors))
    return (
        *_standing(paper),
        -sum(author.family is not None for author in paper.authors),
        -sum(map(len, text)),
        text,
        tuple(author.family or "" for author in paper.authors),
        paper.published or date.min,
        not paper.withdrawn,
    )


def _standing(paper: Paper) -> tuple[Hashable, ...]:
    """Order accounts by what they are, not by what they say."""
    return (
        paper.abstract is None,
        -SOURCES.index(paper.source),
        -(paper.updated or date.min).toordinal(),
    )


def _longer(known: Text | None, seen: Text | None) -> Text | None:
    """Give the longer of two, among equals the smaller in code-point order."""
    if known and seen:
        return min(known, seen, key=lambda text: (-len(text), text))
    return known or seen
