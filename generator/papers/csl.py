"""A paper as CSL-JSON, which citeproc, Pandoc, Zotero and Typst's tools read.

A preprint is an "article" there, and the archive that holds it its publisher.
Format: https://docs.citationstyles.org/en/stable/specification.html and its schema `csl-data.json`.
"""

from collections.abc import Mapping

from ..text.linear_math import linear
from .citation import doi_of, name_parts, url_of, year_of
from .records import Author, Paper


def csl(paper: Paper, site_url: str) -> Mapping[str, object]:
    """Give a paper as an item of CSL-JSON, with what is known of it.

    One that is not on arXiv is found at its page in the archive, below `site_url`.
    """
    item = {
        "id": paper.cite_key or paper.id,
        "type": "article",
        "title": linear(paper.title),
        "author": [_name(author) for author in paper.authors],
        "issued": _issued(paper),
        "abstract": paper.abstract and linear(paper.abstract),
        "DOI": doi_of(paper),
        "URL": url_of(paper, site_url),
        "publisher": paper.arxiv_id and "arXiv",
        "number": paper.arxiv_id and f"arXiv:{paper.arxiv_id}",
        "keyword": ", ".join((*paper.categories, *paper.topics)),
        "note": paper.journal_ref,
    }
    return {name: value for name, value in item.items() if value}


def _name(author: Author) -> Mapping[str, str]:
    given, family, suffix = name_parts(author)
    if not given:
        return {"literal": author.name}
    return {"family": family, "given": given, **({"suffix": suffix} if suffix else {})}


def _issued(paper: Paper) -> Mapping[str, object] | None:
    day = paper.published
    parts = [day.year, day.month, day.day] if day else [year_of(paper)]
    return {"date-parts": [parts]} if parts[0] else None
