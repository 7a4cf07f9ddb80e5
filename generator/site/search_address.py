"""Addresses of searches, in lunr's query syntax (https://lunrjs.com/guides/searching.html)."""

import re
from urllib.parse import quote

_SPACE_OR_SYNTAX = re.compile(r"[\s:~^*+_-]+")


def search_for(text: str, field: str) -> str:
    """Give the address of a search for a whole name in one field, relative to the site's root.

    Joined words stand for a whole name, whose papers come first: see the search worker's `ranking.js`.

    >>> search_for("Jean-Luc P. Picard", "authors")
    'search/?q=authors:Jean_Luc_P._Picard'
    """
    name = _SPACE_OR_SYNTAX.sub("_", text).strip("_")
    return f"search/?q={field}:{quote(name)}"


def search_for_phrase(phrase: str) -> str:
    """Give the address of a search for papers that name a phrase, relative to the site's root.

    >>> search_for_phrase("agent harness")
    'search/?q=%22agent%20harness%22'
    """
    return f"search/?q=%22{quote(phrase)}%22"
