"""What the saved queries of an archive find, where their pages are, and where the search finds the same."""

from collections.abc import Sequence
from dataclasses import dataclass
from urllib.parse import urlencode

from ..papers.addresses import paper_address
from ..papers.days import day_long
from ..papers.records import Paper
from ..search import Document
from ..search.matching import Papers
from ..search.saved import SavedQuery
from .names import counted

INDEX = "queries/"
"""The page of all queries."""


@dataclass(frozen=True, slots=True)
class Answer:
    """What a saved query finds."""

    query: SavedQuery
    papers: tuple[Paper, ...]
    """By the first day that listed them, the newest first, each day's in its order."""

    @property
    def address(self) -> str:
        """Where its page is."""
        return query_address(self.query.slug)

    @property
    def feed(self) -> tuple[str, str]:
        """Its feeds' title, and their path without its ending."""
        return self.query.title, f"feeds/queries/{self.query.slug}"

    @property
    def said(self) -> str:
        """What it asks for, in words."""
        query = self.query
        known = (
            query.text,
            query.since and f"since {day_long(query.since)}",
            query.votes and f"at least {counted(query.votes, 'vote')}",
            query.code and "with code",
            query.category and f"in {query.category}",
        )
        return ", ".join(filter(None, map(str, filter(None, known))))

    @property
    def search(self) -> str:
        """The address of a search for the same, but for votes, which it has no filter of."""
        query = self.query
        known = {
            "q": query.text,
            "from": query.since or "",
            "code": "1" if query.code else "",
            "topic": query.category,
            "order": "newest",
        }
        return f"search/?{urlencode({name: value for name, value in known.items() if value})}"


def query_address(slug: str) -> str:
    """Give where the page of a saved query is."""
    return f"{INDEX}{slug}/"


def found(queries: Sequence[SavedQuery], documents: Sequence[Document]) -> list[list[str]]:
    """Give the addresses of the papers that each query finds."""
    papers = Papers(documents)
    return [papers.matching(query) for query in queries]


def answers(
    queries: Sequence[SavedQuery], addresses: Sequence[Sequence[str]], papers: Sequence[Paper]
) -> tuple[Answer, ...]:
    """Give what queries find, by the addresses that `found` gives; `papers` are in the order of answers."""
    return tuple(
        Answer(query, tuple(paper for paper in papers if paper_address(paper.id) in own))
        for query, own in zip(queries, map(frozenset, addresses), strict=True)
    )
