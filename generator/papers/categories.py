"""arXiv's categories: https://arxiv.org/category_taxonomy."""

import re

CATEGORY = r"[a-z]+(?:-[a-z]+)*(?:\.[A-Za-z]+(?:-[A-Za-z]+)*)?"
"""A pattern of their form, such as cs.CL, hep-th or physics.ao-ph."""

_CATEGORY = re.compile(CATEGORY)


def is_category(text: str) -> bool:
    """Tell whether `text` has the form of an arXiv category."""
    return _CATEGORY.fullmatch(text) is not None


def category_of(oai_set: str) -> str:
    """Give the category of an OAI-PMH set, which names group, archive and subject class; else its name.

    >>> [category_of(name) for name in ("cs:cs:CL", "physics:hep-th", "physics:astro-ph:GA", "math")]
    ['cs.CL', 'hep-th', 'astro-ph.GA', 'math']
    """
    _, *within = oai_set.split(":")
    return ".".join(within) if within and is_category(".".join(within)) else oai_set
