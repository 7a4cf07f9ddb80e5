"""arXiv's metadata at Kaggle, as it is and as data sets made from it: OAI-PMH's arXivRaw as JSON.

The first snapshots gave versions by their names alone. `update_date` is of the metadata, not of a version.
Source: https://www.kaggle.com/datasets/Cornell-University/arxiv
"""

from collections.abc import Iterable, Iterator
from datetime import UTC, date
from email.utils import parsedate_to_datetime

from ...papers.errors import RecordError
from ..arxiv import doi_in
from ..fields import Fields
from .shape import Record, Shape, identifier, is_arxiv_id, of_arxiv


def _recognises(record: Record) -> bool:
    of_it = {"authors_parsed", "versions", "update_date"}
    return is_arxiv_id(record.get("id")) and not of_it.isdisjoint(record)


def _tell(line: Fields) -> Record:
    abstract = line.paragraphs("abstract")
    told = of_arxiv(line, abstract, line.line("comments") or line.line("comment"))
    created = [each.get("created") for each in line.items("versions") if isinstance(each, dict)]
    days = [_day(text) for text in created if text]
    return {
        **told,
        "arxiv_id": identifier(line, "id"),
        "abstract": abstract,
        "authors": list(_apart(line.items("authors_parsed"))) or told["authors"],
        "doi": doi_in(line.line("doi")),
        "journal_ref": line.line("journal-ref") or line.line("journal_ref"),
        "published": min(days).isoformat() if days else line.line("published"),
        "updated": max(days).isoformat() if days else line.line("updated"),
    }


def _apart(authors: Iterable[object]) -> Iterator[Record]:
    """Give authors whose family name is told apart; the colon behind a collaboration is none."""
    for author in authors:
        if not (isinstance(author, list) and author and all(isinstance(part, str) for part in author)):
            raise RecordError("authors_parsed", author, "a list of family name, forenames and suffix")
        family, forenames, suffix = (*author, "", "")[:3]
        if any(map(str.isalnum, family)):
            name = " ".join(filter(None, (forenames, family, suffix)))
            yield {"name": name, "family": family if forenames else None}


def _day(text: object) -> date:
    try:
        return parsedate_to_datetime(str(text)).astimezone(UTC).date()
    except (ValueError, OverflowError, TypeError, IndexError) as error:
        raise RecordError("versions", text, "a time such as Mon, 12 Jun 2017 17:57:34 GMT") from error


SHAPE = Shape(_recognises, _tell)
