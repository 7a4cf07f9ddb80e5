"""What a paper says, in characters instead of TeX: see `text.tex` and `papers.authors`.

Title and names are so from the day a paper is added: addresses and cite keys are made of them. The abstract
is kept as its source gives it, like the formulas in it; in characters it is only shown, so that what is
rewritten better one day needs no listing again, and papers added before are shown as well as new ones.
"""

from dataclasses import replace

from ..text.tex import readable
from .authors import listed_authors
from .records import Paper


def heading_in_characters(paper: Paper) -> Paper:
    """Give a paper with its title and the names of its authors in characters."""
    title, authors = readable(paper.title), listed_authors(paper.authors)
    if title == paper.title and authors == paper.authors:
        return paper
    return replace(paper, title=title, authors=authors)


def in_characters(paper: Paper) -> Paper:
    """Give a paper as it is shown: all that its authors wrote in characters."""
    paper = heading_in_characters(paper)
    kept = (paper.abstract, paper.comment, paper.journal_ref)
    shown = tuple(text and readable(text) for text in kept)
    if shown == kept:
        return paper
    return replace(paper, abstract=shown[0], comment=shown[1], journal_ref=shown[2])
