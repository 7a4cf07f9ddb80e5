"""What filters, orders and links to authors ask: days, votes, code, topics, names. Fetched only then."""

from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence
from itertools import groupby

from generator.search.codec import write_gaps
from generator.search.documents import Document
from generator.search.files import File, compact_json
from generator.search.tables import Part, cut, in_javascript_order
from generator.text.analysis import key_of

SUGGESTED = 1000
"""Topics that the filter suggests: the commonest. It takes any other too."""
SIZE = 20_000
"""Characters of a file of topics or authors, at least."""
MOST = 200
COUNTED = 300
"""Names that facets count, of topics and of authors each: those of the most papers."""


def facts(documents: Sequence[Document]) -> File:
    """Give days as [first listing day, papers], later listings as [paper, day, ...], votes and code."""
    days = [
        [day.isoformat(), len(list(group))]
        for day, group in groupby(documents, key=lambda document: document.days[0])
    ]
    again = [
        [number, *(day.isoformat() for day in document.days[1:])]
        for number, document in enumerate(documents)
        if len(document.days) > 1
    ]
    code = write_gaps(number for number, document in enumerate(documents) if document.has_code)
    votes = [document.votes for document in documents]
    return File("facts", compact_json({"days": days, "again": again, "votes": votes, "code": code}))


def suggestions(documents: Sequence[Document]) -> File:
    """Give the names of the commonest topics, the commonest first."""
    papers = Counter(topic for document in documents for topic in set(document.topics))
    ordered = sorted(papers, key=lambda topic: (-papers[topic], topic))
    return File("suggestions", compact_json(ordered[:SUGGESTED]))


def facets(documents: Sequence[Document]) -> File:
    """Give the topics and authors with the most papers, these papers, and how many names there are."""
    kinds = {
        "topics": _counted(document.topics for document in documents),
        "authors": _counted(document.authors for document in documents),
    }
    return File("facets", compact_json(kinds))


def _counted(given: Iterable[Sequence[str]]) -> dict[str, object]:
    spellings: defaultdict[str, Counter[str]] = defaultdict(Counter)
    papers: defaultdict[str, list[int]] = defaultdict(list)
    for number, names in enumerate(given):
        for key, name in {key_of(name): name for name in names}.items():
            papers[key].append(number)
            spellings[key][name] += 1
    papers.pop("", None)
    keys = sorted(papers, key=lambda key: (-len(papers[key]), key))[:COUNTED]
    return {
        "names": [spellings[key].most_common(1)[0][0] for key in keys],
        "papers": [write_gaps(papers[key]) for key in keys],
        "of": len(papers),
    }


def topics(documents: Sequence[Document], first: int = 0) -> list[Part]:
    """Give the table of topics with their papers, which are numbered from `first` on."""
    return _names("topics", (document.topics for document in documents), first)


def authors(documents: Sequence[Document], first: int = 0) -> list[Part]:
    """Give the table of authors' whole names with their papers, in the same way."""
    return _names("authors", (document.authors for document in documents), first)


def _names(kind: str, names: Iterable[Sequence[str]], first: int) -> list[Part]:
    papers: defaultdict[str, list[int]] = defaultdict(list)
    for number, given in enumerate(names, first):
        for key in {key_of(name) for name in given}:
            papers[key].append(number)
    papers.pop("", None)
    rows = ((key, write_gaps(papers[key], first)) for key in sorted(papers, key=in_javascript_order))
    return cut(kind, rows, SIZE, MOST)
