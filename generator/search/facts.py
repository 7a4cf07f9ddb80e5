"""What the filters and orders of the search page ask: days, votes, code and topics. Fetched only then."""

from collections import defaultdict
from collections.abc import Sequence
from itertools import groupby

from generator.search.codec import write_gaps
from generator.search.documents import Document
from generator.search.files import File, compact_json


def facts(documents: Sequence[Document]) -> File:
    """Days as [first listing day, papers] in order, later listings as [paper, day, ...], votes and code."""
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


def topics(documents: Sequence[Document]) -> File:
    """Rows of [topic, its papers as gaps], the commonest topic first."""
    papers: defaultdict[str, list[int]] = defaultdict(list)
    for number, document in enumerate(documents):
        for topic in dict.fromkeys(document.topics):
            papers[topic].append(number)
    ordered = sorted(papers.items(), key=lambda entry: (-len(entry[1]), entry[0]))
    return File("topics", compact_json([[topic, write_gaps(numbers)] for topic, numbers in ordered]))
