"""Papers of the ACL Anthology, from its BibTeX or made from it (ACL OCL); the page there is a link.

`author` is a list, or one text as BibTeX has it: `Lamb, Ada and Peep, Bo`. A year alone is no day.
Sources: https://aclanthology.org/info/development, https://github.com/shauryr/ACL-anthology-corpus
"""

import re

from ..arxiv import doi_in
from ..fields import Fields
from .shape import Record, Shape, links

_THERE = re.compile(r"https?://(?:www\.)?(?:aclanthology\.org|aclweb\.org/anthology)/\S+")
_ID = r"\d{4}\.[a-z0-9_]+-[a-z0-9_]+\.\d+|[A-Z]\d\d-\d{4}"
_OWN_ID = re.compile(_ID)
_OWN_DOI = re.compile(
    rf"(?:doi:\s*|https?://(?:dx\.)?doi\.org/)?10\.(?:18653/v1|3115(?:/v1)?)/(?P<id>{_ID})?.*", re.IGNORECASE
)


def _recognises(record: Record) -> bool:
    own_id = record.get("acl_id") or record.get("anthology_id")
    return isinstance(own_id, str) or _is(_THERE, record.get("url")) or _is_bibliographic(record)


def _is_bibliographic(record: Record) -> bool:
    """Tell whether a record is of the Anthology's own files, which give an identifier as the address."""
    own_doi = "author" in record and _is(_OWN_DOI, record.get("doi"))
    return own_doi or _is(_OWN_ID, record.get("url"))


def _is(pattern: re.Pattern[str], value: object) -> bool:
    return isinstance(value, str) and pattern.fullmatch(value.strip()) is not None


def _tell(line: Fields) -> Record:
    landing_page = _landing_page(line)
    return {
        "authors": _authors(line, "author" if line.get("author") else "authors"),
        "doi": doi_in(line.line("doi")),
        "journal_ref": line.line("journal_ref") or line.line("booktitle") or line.line("journal"),
        "links": [*links(line), *([landing_page] if landing_page else [])],
    }


def _landing_page(line: Fields) -> str | None:
    """Give the address of the paper's landing page: as it stands, or made from its identifier."""
    url = line.line("url") or line.line("acl_id") or line.line("anthology_id")
    if url is None and (of_doi := _OWN_DOI.fullmatch(line.line("doi") or "")):
        url = of_doi["id"]
    return f"https://aclanthology.org/{url}/" if url and "/" not in url else url


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
