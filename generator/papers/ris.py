"""A paper as a RIS record, which reference managers read.

A preprint is "unpublished work" there, the one type that all take for a paper without a journal. Lines end as
the format asks, and a value is one line.
Format: https://en.wikipedia.org/wiki/RIS_(file_format), after Research Information Systems (2001).
"""

from collections.abc import Iterator

from ..text.linear_math import linear
from ..text.plain import one_line
from .citation import doi_of, name_parts, url_of, year_of
from .records import Author, Paper


def ris(paper: Paper, site_url: str) -> str:
    """Give the RIS record of a paper, with what is known of it.

    One that is not on arXiv is found at its page in the archive, below `site_url`.
    """
    return "".join(f"{tag}  - {one_line(value)}\r\n" for tag, value in _fields(paper, site_url))


def _fields(paper: Paper, site_url: str) -> Iterator[tuple[str, str]]:
    yield "TY", "UNPB"
    yield "ID", paper.cite_key or paper.id
    yield "TI", linear(paper.title)
    for author in paper.authors:
        yield "AU", _name(author)
    known = {
        "PY": str(year_of(paper) or ""),
        "DA": paper.published and f"{paper.published:%Y/%m/%d}",
        "AB": paper.abstract and linear(paper.abstract),
        "DO": doi_of(paper),
        "PB": paper.arxiv_id and "arXiv",
        "AN": paper.arxiv_id and f"arXiv:{paper.arxiv_id}",
        "M1": paper.journal_ref,
        "UR": url_of(paper, site_url),
    }
    yield from ((tag, value) for tag, value in known.items() if value)
    for keyword in (*paper.categories, *paper.topics):
        yield "KW", keyword
    yield "ER", ""


def _name(author: Author) -> str:
    """Give `Family, Given, Suffix`; a name that is not taken apart has no comma that would part it."""
    given, family, suffix = name_parts(author)
    return ", ".join(filter(None, (family, given, suffix))) if given else author.name.replace(",", "")
