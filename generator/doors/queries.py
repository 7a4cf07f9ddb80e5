"""The saved queries in `mkdocs.yml`.

queries:                      # searches with a page and feeds of their own, at queries/agents/
  agents:
    title: Agents with code
    query: agents memory      # in the search's syntax; left out for all papers that the rest lets pass
    from: 2025-01-01          # a listing day
    votes: 10                 # at least
    code: true
    category: cs.CL
  robots: withdrawn           # its page leads on, for those who had kept its address
"""

import re
from collections.abc import Collection, Mapping
from datetime import date
from typing import Any

from ..papers.categories import is_category
from ..papers.errors import SettingsError
from ..search.saved import QueryError, SavedQuery, check

WITHDRAWN = "withdrawn"
MOST = 100
"""Queries of an archive: each costs up to two pages and two feeds."""

_SLUG = re.compile(r"[a-z0-9]+(?:-[a-z0-9]+)*")
_LONGEST = 80
_KEYS = ("query", "from", "votes", "code", "category")


def read_queries(
    values: object, leave_out: Collection[str]
) -> tuple[tuple[SavedQuery, ...], tuple[str, ...]]:
    """Read the queries, in their order, and the names of those that were withdrawn.

    Raises SettingsError, naming the query, for what cannot be understood or could find nothing.
    """
    if not isinstance(values, dict):
        raise SettingsError(
            f"mkdocs.yml: queries: found {values!r}; allowed: queries by name, such as "
            "`agents: {title: Agents, query: agents}`"
        )
    for name in values:
        if not (isinstance(name, str) and _SLUG.fullmatch(name) and len(name) <= _LONGEST):
            raise SettingsError(
                f"mkdocs.yml: queries: found the name {name!r}; allowed: {_LONGEST} characters of a-z, 0-9 "
                "and - between them, as its address has them"
            )
    withdrawn = tuple(name for name, entry in values.items() if entry == WITHDRAWN)
    rest = {name: entry for name, entry in values.items() if entry != WITHDRAWN}
    if len(rest) > MOST:
        raise SettingsError(f"mkdocs.yml: queries: found {len(rest)}; allowed: {MOST}; withdraw some")
    return tuple(_query(name, entry, leave_out) for name, entry in rest.items()), withdrawn


def _query(name: str, entry: object, leave_out: Collection[str]) -> SavedQuery:
    where = f"mkdocs.yml: queries: {name}"
    if not isinstance(entry, dict) or not {"title"} < entry.keys() <= {"title", *_KEYS}:
        raise SettingsError(
            f"{where}: found {entry!r}; it takes title and one or more of {', '.join(_KEYS)}, "
            f"or is {WITHDRAWN}"
        )
    for key, is_right, allowed in (
        ("title", _is_title, "a text of 100 characters at most, on one line"),
        ("query", _is_line, "a text, in quotes where it begins with a sign"),
        ("from", lambda value: type(value) is date, "a day such as 2025-08-06, without quotes"),
        ("votes", lambda value: type(value) is int and value > 0, "a number, 1 or more"),
        ("code", lambda value: type(value) is bool, "true, false"),
        ("category", lambda value: is_category(str(value)), "one of arXiv's, such as cs.CL or hep-th"),
    ):
        if key in entry and not is_right(entry[key]):
            raise SettingsError(f"{where}: {key}: found {entry[key]!r}; allowed: {allowed}")
    if "votes" in entry and "votes" in leave_out:
        raise SettingsError(f"{where}: votes: found {entry['votes']}, but leave_out has votes; remove one")
    return _made(where, name, entry)


def _made(where: str, name: str, entry: Mapping[str, Any]) -> SavedQuery:
    text = " ".join(entry.get("query", "").split())
    try:
        if text:
            check(text)
    except QueryError as error:
        raise SettingsError(f"{where}: query: {error}") from error
    return SavedQuery(
        slug=name,
        title=" ".join(entry["title"].split()),
        text=text,
        since=entry.get("from"),
        votes=entry.get("votes", 0),
        code=entry.get("code", False),
        category=entry.get("category", ""),
    )


def _is_title(value: object) -> bool:
    return _is_line(value) and len(str(value)) <= 100


def _is_line(value: object) -> bool:
    return isinstance(value, str) and bool(value.strip()) and value.isprintable()
