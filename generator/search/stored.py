"""What a result shows, in files of a few papers each.

Ten results lie in about ten files, so a file should be small. Measured over 8,506 papers, ten results cost
10 x 1.6 kB in files of 8 papers, 10 x 2.5 kB in files of 14; but all of these are 7 % smaller.
"""

from collections.abc import Sequence
from functools import partial

from generator.search.documents import Document, Topic
from generator.search.files import File, in_runs
from generator.search.kept import Keep, by_month, make_anew
from generator.text.markup import plain

PAPERS = 8
"""Papers in a file, at least."""
MOST_FILES = 12_500
"""A bigger archive has more papers in a file."""
AUTHORS = 3
"""Names shown before "et al."."""
TOPICS = 3
"""Topics shown."""
TITLE_LENGTH, NAME_LENGTH = 300, 100
"""Characters of a title and of a name, at most; nearly all are shown whole."""
ABSTRACT_LENGTH = 220
"""Characters of the abstract, at most, cut at a word: two lines of the widest list."""


COLUMNS = ("address", "title", "day", "abstract", "votes", "code", "topics", "authors")
"""Of a row; the names of the first authors stand behind these cells. `authors` is how many there are."""


def papers_in_a_file(papers: int) -> int:
    """Say how many papers one file of them holds, in an archive of so many."""
    return max(PAPERS, -(-papers // MOST_FILES))


def stored_fields(
    documents: Sequence[Document], topics: Sequence[Topic] = (), keep: Keep = make_anew
) -> list[File]:
    """Give the documents, which are in order, as lines of cells with a tab between two.

    Votes that are not known are empty; code is 1 or 0. A topic is told by its place among those of the
    archive.
    """
    places = {topic.slug: str(place) for place, topic in enumerate(topics)}
    rows: list[bytes] = []
    for month in by_month(documents):
        # Whether a topic is told follows from all papers: one that no other paper has is not.
        about = [" ".join(places[topic.slug] for topic in each.about[:TOPICS]) for each in month]
        rows += keep(["rows", about], month, partial(_rows, month, about)).split(b"\n")
    size = papers_in_a_file(len(rows))
    return list(
        in_runs("texts", [b"\n".join(rows[start : start + size]) for start in range(0, len(rows), size)])
    )


def _rows(documents: Sequence[Document], about: Sequence[str]) -> bytes:
    return "\n".join(map(_row, documents, about)).encode()


def _row(document: Document, about: str) -> str:
    return "\t".join(
        (
            document.address,
            plain(document.title, TITLE_LENGTH),
            document.days[0].isoformat(),
            plain(document.abstract, ABSTRACT_LENGTH),
            "" if document.votes is None else str(document.votes),
            str(int(document.has_code)),
            about,
            str(len(document.authors)),
            *map(_name, document.authors[:AUTHORS]),
        )
    )


def _name(name: str) -> str:
    # Hardly a name needs the slow way.
    return name if name.isprintable() and len(name) <= NAME_LENGTH else plain(name, NAME_LENGTH)
