"""Papers of Semantic Scholar's Graph API and data sets; `tldr` is a model's summary.

A `venue` of "arXiv.org" is no place of publication. A year alone is no day.
Source: https://api.semanticscholar.org/api-docs/graph
"""

import re
from collections.abc import Mapping

from ...papers.identifiers import parse_arxiv_id
from ..fields import Fields
from .shape import Record, Shape, links, named, one_of

_PAPER_ID = re.compile(r"[0-9a-f]{40}")


def _recognises(record: Record) -> bool:
    own_id = record.get("paperId")
    return isinstance(record.get("externalIds"), Mapping) or (
        isinstance(own_id, str) and _PAPER_ID.fullmatch(own_id) is not None
    )


def _tell(line: Fields) -> Record:
    doi = line.line("doi") or named(line, "externalIds", "DOI")
    pdf, venue = named(line, "openAccessPdf", "url"), line.line("venue")
    there = [text for text in (doi, pdf) if text and parse_arxiv_id(text)]
    return {
        "arxiv_id": one_of(
            line.line("arxiv_id"), named(line, "externalIds", "ArXiv"), line.line("arxivId"), *there
        ),
        "doi": doi,
        "published": line.line("published") or line.line("publicationDate"),
        "journal_ref": line.line("journal_ref") or (None if venue == "arXiv.org" else venue),
        "links": [*links(line), *([pdf] if pdf and pdf not in there else [])],
        "summary": line.line("summary") or named(line, "tldr", "text"),
    }


SHAPE = Shape(_recognises, _tell)
