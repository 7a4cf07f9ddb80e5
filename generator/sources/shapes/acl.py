"""Papers of the ACL Anthology, from its BibTeX or made from it (ACL OCL); the page there is a link.

`author` is a list, or one text as BibTeX has it: `Lamb, Ada and Peep, Bo`. A year alone is no day.
Sources: https://aclanthology.org/info/development, https://github.com/shauryr/ACL-anthology-corpus
"""

import re

from ..arxiv import doi_in
from ..fields import Fields
from .shape import Record, Shape, links

_THERE = re.compile(r"https?://(?:www\.)?(?:aclanthology\.org|aclweb\.org/anthology)/\S+")


def _recognises(record: Record) -> bool:
    url = record.get("url")
    own_id = record.get("acl_id") or record.get("anthology_id")
    return isinstance(own_id, str) or (isinstance(url, str) and _THERE.fullmatch(url) is not None)


def _tell(line: Fields) -> Record:
    own_id = line.line("acl_id") or line.line("anthology_id")
    page = line.line("url") or f"https://aclanthology.org/{own_id}/"
    return {
        "authors": _authors(line, "author" if line.get("author") else "authors"),
        "doi": doi_in(line.line("doi")),
        "journal_ref": line.line("journal_ref") or line.line("booktitle") or line.line("journal"),
        "links": [*links(line), page],
    }


def _authors(line: Fields, name: str) -> list[object]:
    given = line.get(name)
    authors = (
        (line.line(name) or "").split(" and ") if isinstance(given, str) else line.texts_or_children(name)
    )
    return [_of_text(each) if isinstance(each, str) else _of_parts(each) for each in authors]


def _of_text(author: str) -> object:
    """Give the author of `Family, Forenames`, or of a name in reading order."""
    family, comma, forenames = author.partition(", ")
    return {"name": f"{forenames} {family}", "family": family} if comma else author


def _of_parts(author: Fields) -> Record:
    first, last = author.line("first"), author.line("last")
    whole = " ".join(filter(None, (first, last)))
    return {
        "name": author.line("name") or whole or author.line("full"),
        "family": author.line("family") or (last if first else None),
    }


SHAPE = Shape(_recognises, _tell)
