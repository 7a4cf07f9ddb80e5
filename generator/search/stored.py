"""What a result shows, in files of a few papers each.

Ten results lie in about ten files, so a file should be small; but each is a request, and its name costs bytes
in the manifest. Measured over 8,506 papers, ten results cost 10 x 2.5 kB in files of 14 papers, 10 x 4.1 kB
in files of 24.
"""

from collections.abc import Sequence

from generator.search.documents import Document
from generator.search.files import File, compact_json
from generator.text.markup import plain

PAPERS = 14
"""Papers in a file, at least."""
MOST_FILES = 3000
"""A bigger archive has more papers in a file."""
AUTHORS = 3
"""Names shown before "et al."."""
TITLE_LENGTH, NAME_LENGTH = 300, 100
"""Characters of a title and of a name, at most; nearly all are shown whole."""
ABSTRACT_LENGTH = 220
"""Characters of the abstract, at most, cut at a word: two lines of the widest list."""


def papers_in_a_file(papers: int) -> int:
    """How many papers one file of them holds, in an archive of so many."""
    return max(PAPERS, -(-papers // MOST_FILES))


def stored_fields(documents: Sequence[Document]) -> list[File]:
    """Rows of [address, title, first day, authors, how many authors, abstract, votes, has code], in order."""
    rows = [_row(document) for document in documents]
    size = papers_in_a_file(len(rows))
    return [
        File("texts", compact_json(rows[start : start + size]), start // size)
        for start in range(0, len(rows), size)
    ]


def _row(document: Document) -> list[object]:
    first = document.authors[:AUTHORS]
    return [
        document.address,
        plain(document.title, TITLE_LENGTH),
        document.days[0].isoformat(),
        [name if len(name) <= NAME_LENGTH else plain(name, NAME_LENGTH) for name in first],
        len(document.authors),
        plain(document.abstract, ABSTRACT_LENGTH),
        document.votes,
        int(document.has_code),
    ]
