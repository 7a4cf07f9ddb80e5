"""Results of arxiv.py, dumped by their attributes; `summary` is its name, and arXiv's, for the abstract.

Source: https://lukasschwab.me/arxiv.py/arxiv.html#Result
"""

from ..arxiv import doi_in
from ..fields import Fields
from .shape import Record, Shape, abstract_in_summary, identifier, is_arxiv_id, of_arxiv


def _recognises(record: Record) -> bool:
    return is_arxiv_id(record.get("entry_id"))


def _tell(line: Fields) -> Record:
    told = abstract_in_summary(line)
    return {
        "arxiv_id": identifier(line, "entry_id", "pdf_url"),
        "doi": doi_in(line.line("doi")),
        **told,
        **of_arxiv(line, told["abstract"], line.line("comment")),
    }


SHAPE = Shape(_recognises, _tell)
