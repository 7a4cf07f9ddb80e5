"""What the shapes have in common."""

import re
from collections.abc import Callable, Mapping
from typing import NamedTuple

from ...papers.categories import is_category
from ...papers.errors import RecordError
from ...papers.identifiers import parse_arxiv_id
from ...text.markup import urls
from ..arxiv import authors_in
from ..cleaning import Texts
from ..fields import Fields
from ..withdrawn import is_withdrawn

Record = Mapping[str, object]
"""A paper as it stands in JSON, or as it is told in our keys; a value of None says nothing."""


class Shape(NamedTuple):
    """How one program writes a paper."""

    recognises: Callable[[Record], bool]
    tell: Callable[[Fields], Record]
    """Gives what it says in our keys; raises RecordError for a value of another kind.

    Keys of ours that it does not tell mean what they mean with us.
    """


def is_arxiv_id(value: object) -> bool:
    """Tell whether a value is an arXiv identifier in any spelling."""
    return isinstance(value, str) and parse_arxiv_id(value) is not None


def identifier(line: Fields, *names: str) -> str | None:
    """Give the arXiv identifier, as written under our own key or the first of theirs that says anything."""
    return one_of(*map(line.line, ("arxiv_id", *names)))


def one_of(*written: str | None) -> str | None:
    """Give the first that is not None; raise RecordError where others are identifiers of other papers."""
    said = [text for text in written if text]
    arxiv_ids = sorted({arxiv_id for text in said if (arxiv_id := parse_arxiv_id(text))})
    if len(arxiv_ids) > 1:
        raise RecordError("arxiv_id", " and ".join(arxiv_ids), "the identifier of one paper")
    return said[0] if said else None


def named(fields: Fields, name: str, key: str) -> str | None:
    """Give the text under a key of an object inside."""
    child = fields.child(name)
    return child.line(key) if child else None


def abstract_in_summary(line: Fields, summary: str | None = None) -> dict[str, str | None]:
    """Tell the abstract, which stands under `summary` unless the record has both, and the summary."""
    if own := line.paragraphs("abstract"):
        return {"abstract": own, "summary": summary or line.line("summary")}
    return {"abstract": line.paragraphs("summary"), "summary": summary}


def of_arxiv(line: Fields, abstract: str | None, comment: str | None) -> Record:
    """Tell what is read of arXiv's own metadata as the parsers of arXiv's answers read it."""
    given = line.get("categories")
    terms = given if isinstance(given, str) else " ".join(line.lines("categories"))
    categories = dict.fromkeys(
        filter(is_category, [line.line("primary_category") or "", *re.split(r"[\s,]+", terms)])
    )
    return {
        "authors": authors(line),
        "withdrawn": line.flag("withdrawn") or is_withdrawn(abstract, comment),
        "categories": list(categories),
        "comment": comment,
        "links": [*links(line), *urls(comment or "")],
    }


def authors(line: Fields) -> list[object]:
    """Give the authors of a list, or of one text that names them all."""
    if isinstance(line.get("authors"), str):
        return [each.name for each in authors_in(line.line("authors") or "", Texts())]
    return line.items("authors")


def links(line: Fields) -> list[object]:
    """Give the links that somebody added; under the same key arxiv.py has those of the paper at arXiv."""
    return [
        each
        for each in line.items("links")
        if not (is_arxiv_id(each) or (isinstance(each, dict) and "href" in each))
    ]
