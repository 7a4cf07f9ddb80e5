"""arXiv's categories: https://arxiv.org/category_taxonomy."""

import re

CATEGORY = r"[a-z]+(?:-[a-z]+)*(?:\.[A-Za-z]+(?:-[A-Za-z]+)*)?"
"""A pattern of their form, such as cs.CL, hep-th or physics.ao-ph."""

_CATEGORY = re.compile(CATEGORY)


def is_category(text: str) -> bool:
    """Tell whether `text` has the form of an arXiv category."""
    return _CATEGORY.fullmatch(text) is not None
