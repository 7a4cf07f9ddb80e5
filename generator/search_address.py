"""Addresses of searches, in lunr's query syntax (https://lunrjs.com/guides/searching.html)."""

import re
from urllib.parse import quote


def search_for(text: str, field: str) -> str:
    """Give the address of a search for all words of `text` in one field, relative to the site's root.

    Initials are left out where a longer word is there: they say little, and sources differ in giving them.

    >>> search_for("Jean-Luc P. Picard", "authors")
    'search/?q=%2Bauthors:Jean+%2Bauthors:Luc+%2Bauthors:Picard'
    """
    words = re.findall(r"[^\W_]+", text)
    long_words = [word for word in words if len(word) > 1]
    return "search/?q=" + "+".join(f"%2B{field}:{quote(word)}" for word in long_words or words)
