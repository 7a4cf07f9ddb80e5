"""What filters, orders, facets and links to authors ask: days, votes, code, names. Fetched only then."""

import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence
from heapq import nsmallest
from itertools import groupby

from generator.search.codec import write_gaps
from generator.search.documents import Document, Topic
from generator.search.files import File, compact_json
from generator.search.tables import Part, cut, in_javascript_order
from generator.text.analysis import key_of

SUGGESTED = 1000
"""Topics that the filter suggests: the commonest. It takes any other too."""
SIZE = 20_000
"""Characters of a file of topics or authors, at least."""
MOST = 200
COUNTED = 300
"""Names that facets count: the commonest authors and, in an archive without topics of its own, keywords."""

_OTHER = re.compile("[^a-z0-9]+")


def facts(documents: Sequence[Document]) -> File:
    """Give days as [first listing day, papers] in order, later listings as [paper, day, ...], and code."""
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
    return File("facts", compact_json({"days": days, "again": again, "code": code}))


def votes(documents: Sequence[Document]) -> File:
    """Give the votes of each paper, in order."""
    return File("votes", compact_json([document.votes for document in documents]))


def suggestions(documents: Sequence[Document]) -> File:
    """Give the names of the commonest topics, the commonest first: those of the archive, then keywords."""
    own = _Named([topic.names[0] for topic in document.about] for document in documents)
    keywords = _Named(document.topics for document in documents)
    names: dict[str, str] = {}
    for name, _ in (*own.commonest(SUGGESTED), *keywords.commonest(SUGGESTED)):
        names.setdefault(key_of(name), name)
    return File("suggestions", compact_json([*names.values()][:SUGGESTED]))


def counted_topics(documents: Sequence[Document], topics: Sequence[Topic]) -> tuple[Sequence[Topic], int]:
    """Give the topics that facets count, and of how many: all of the archive, or the commonest keywords."""
    if topics:
        return topics, len(topics)
    keywords = _Named(document.topics for document in documents)
    return [Topic("", (name,)) for name, _ in keywords.commonest(COUNTED)], keywords.of


def labels(documents: Sequence[Document], topics: Sequence[Topic], of: int) -> File:
    """Give the names of the counted topics, each at its place: the name alone where its page is called by it.

    Else it is [name, slug], the slug "" for a keyword; "" stands for a topic without papers.
    """
    having = {topic.slug for document in documents for topic in document.about} | {""}
    names = [_label(topic) if topic.slug in having else "" for topic in topics]
    return File("labels", compact_json({"names": names, "of": of}))


def _label(topic: Topic) -> str | list[str]:
    name = topic.names[0]
    return name if topic.slug == _OTHER.sub("-", name.lower()) else [name, topic.slug]


def about(documents: Sequence[Document], topics: Sequence[Topic], first: int = 0) -> list[Part]:
    """Give the table of names of the counted topics with their papers, numbered from `first` on."""
    counted = {key_of(name) for topic in topics for name in topic.names}
    return _table(
        "about",
        ({key_of(name) for name in document.named_topics} & counted for document in documents),
        first,
    )


def facets(documents: Sequence[Document]) -> File:
    """Give the authors with the most papers, these papers, and how many names there are."""
    authors = _Named(document.authors for document in documents)
    shown = authors.commonest(COUNTED)
    kept = {"names": [name for name, _ in shown], "papers": [write_gaps(papers) for _, papers in shown]}
    return File("facets", compact_json(kept | {"of": authors.of}))


class _Named:
    """The papers of each name, however they spell it, the names with the most papers first."""

    def __init__(self, given: Iterable[Sequence[str]]) -> None:
        self._given = list(given)
        self._papers: defaultdict[str, list[int]] = defaultdict(list)
        for number, names in enumerate(self._given):
            for key in {*map(key_of, names)}:
                self._papers[key].append(number)
        self._papers.pop("", None)
        self.of = len(self._papers)
        """How many names there are."""

    def commonest(self, most: int) -> list[tuple[str, list[int]]]:
        """Give so many names, as they are mostly spelled, and their papers."""
        papers = self._papers
        keys = nsmallest(most, papers, key=lambda key: (-len(papers[key]), key))
        return [(self._spelled(key), papers[key]) for key in keys]

    def _spelled(self, key: str) -> str:
        spellings = Counter(
            next(name for name in reversed(self._given[number]) if key_of(name) == key)
            for number in self._papers[key]
        )
        return spellings.most_common(1)[0][0]


def topics(documents: Sequence[Document], first: int = 0) -> list[Part]:
    """Give the table of keywords with their papers, which are numbered from `first` on."""
    return _table("topics", (set(map(key_of, document.topics)) for document in documents), first)


def authors(documents: Sequence[Document], first: int = 0) -> list[Part]:
    """Give the table of authors' whole names with their papers, in the same way."""
    return _table("authors", (set(map(key_of, document.authors)) for document in documents), first)


def _table(kind: str, keys: Iterable[set[str]], first: int) -> list[Part]:
    papers: defaultdict[str, list[int]] = defaultdict(list)
    for number, of_paper in enumerate(keys, first):
        for key in of_paper:
            papers[key].append(number)
    papers.pop("", None)
    rows = ((key, write_gaps(papers[key], first)) for key in sorted(papers, key=in_javascript_order))
    return cut(kind, rows, SIZE, MOST)
