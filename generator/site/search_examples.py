"""Searches that find something in this archive, for a reader who looks at an empty search page."""

from collections import Counter
from collections.abc import Iterable
from urllib.parse import quote

from ..papers.records import Paper
from ..text.markup import plain
from .names import keywords
from .search_address import search_for

TITLE_LENGTH = 80
"""Characters of a title, at most."""


def search_examples(papers: Iterable[Paper]) -> list[tuple[str, str]]:
    """Give what may be typed, and the address of that search, relative to the site's root.

    They are the title with the most votes, the author with the most papers, the commonest topic, which seldom
    change, and an identifier. What no paper has is left out.
    """
    papers = sorted(papers, key=lambda paper: (-(paper.votes or 0), paper.id))
    if not papers:
        return []
    title = plain(papers[0].title, TITLE_LENGTH).rstrip("…")
    examples = [(title, f"search/?q={quote(title)}")]
    author = _commonest(author.name for paper in papers for author in paper.authors)
    topic = _commonest(topic for paper in papers for topic in keywords(paper))
    examples += [(author, search_for(author, "authors"))] if author else []
    examples += [(f"topic: {topic}", f"search/?topic={quote(topic)}")] if topic else []
    examples += [(identifier, f"search/?q={quote(identifier)}") for identifier in _identifiers(papers)[:1]]
    return examples


def _commonest(names: Iterable[str]) -> str:
    counts = Counter(names)
    return min(counts, key=lambda name: (-counts[name], name), default="")


def _identifiers(papers: Iterable[Paper]) -> list[str]:
    return [paper.arxiv_id for paper in papers if paper.arxiv_id]
