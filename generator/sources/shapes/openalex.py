"""Works of OpenAlex. An abstract is an index: each word with the places at which it stands.

A work is at arXiv where one of its locations or its DOI is.
Source: https://developers.openalex.org/api-reference/works/get-a-single-work
"""

import re

from ...papers.errors import RecordError
from ...papers.identifiers import parse_arxiv_id
from ..arxiv import doi_in
from ..fields import Fields
from .shape import Record, Shape, named, one_of

_WORK = re.compile(r"https?://(?:api\.)?openalex\.org/(?:works/)?W\d+")


def _recognises(record: Record) -> bool:
    own_id = record.get("id")
    return isinstance(own_id, str) and _WORK.fullmatch(own_id) is not None


def _tell(work: Fields) -> Record:
    return {
        "arxiv_id": one_of(work.line("arxiv_id"), *filter(parse_arxiv_id, _addresses(work))),
        "title": work.line("display_name") or work.line("title"),
        "doi": doi_in(work.line("doi")),
        "abstract": work.paragraphs("abstract") or _in_order(work.get("abstract_inverted_index")),
        "authors": work.items("authors") or list(map(_author, work.children("authorships"))),
        "published": work.line("published") or work.line("publication_date"),
        "withdrawn": work.flag("withdrawn") or work.flag("is_retracted"),
        "topics": [
            each if isinstance(each, str) else each.line("display_name")
            for each in work.texts_or_children("topics")
        ],
    }


def _addresses(work: Fields) -> list[str]:
    """Give where a work can be found, its DOI first."""
    addresses = [work.line("doi"), named(work, "ids", "doi")]
    for place in (
        *work.children("locations"),
        work.child("primary_location"),
        work.child("best_oa_location"),
    ):
        if place:
            addresses += [place.line("landing_page_url"), place.line("pdf_url")]
    return [address for address in addresses if address]


def _author(authorship: Fields) -> Record:
    return {"name": named(authorship, "author", "display_name") or authorship.line("raw_author_name")}


def _in_order(index: object) -> str | None:
    """Give the text of an inverted index.

    >>> _in_order({"sheep": [1, 3], "Counting": [0], "by": [2]})
    'Counting sheep by sheep'
    """
    if index is None:
        return None
    if isinstance(index, dict) and all(isinstance(places, list) for places in index.values()):
        placed = [(place, word) for word, places in index.items() for place in places]
        if all(type(place) is int for place, _ in placed):
            return " ".join(word for _, word in sorted(placed)) or None
    raise RecordError("abstract_inverted_index", index, "each word with the list of its places")


SHAPE = Shape(_recognises, _tell)
