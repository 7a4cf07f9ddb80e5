"""Ways from a paper to other sites: searches for it, and the form by which readers report it.

They are plain links: nothing is asked of those sites before a reader follows one.
"""

import re
from collections.abc import Iterable
from typing import Final
from urllib.parse import quote_plus, urlencode

from ..papers.records import Paper
from ..text.linear_math import linear

_SEARCHES: Final = (
    ("arXiv", "https://arxiv.org/search/?searchtype=title&query="),
    ("Google Scholar", "https://scholar.google.com/scholar?q="),
    ("Semantic Scholar", "https://www.semanticscholar.org/search?q="),
)
_TO_FIND = 200
"""Characters of a title that are enough to find it; an address has to stay short."""

_TO_KNOW = 60
"""Characters of a title that are enough to know it by; every page of a paper has them once more."""

_WORD = re.compile(r"\w+(?:[-'’.]\w+)*")
_REPOSITORY = re.compile(r"(?P<base>https?://(?P<host>[\w.-]+)(?::\d+)?/[^\s?#]+?)(?:\.git)?/?")
_LIKE_GITHUB = frozenset({"github", "codeberg", "gitea", "forgejo"})
"""Names of hosts that take `title` and `body`."""


def searches(title: str) -> list[tuple[str, str]]:
    """Give sites that know papers, each with the address of a search for a title.

    Only its words are searched for: to the one site or the other, signs such as ? * : - are syntax.

    >>> searches("Do Sheep Count?")[1]
    ('Google Scholar', 'https://scholar.google.com/scholar?q=Do+Sheep+Count')
    """
    words = " ".join(_WORD.findall(linear(title))) or title
    query = quote_plus(_cut(words, _TO_FIND))
    return [(name, address + query) for name, address in _SEARCHES]


def readings(arxiv_id: str, readers: Iterable[tuple[str, str]]) -> list[tuple[str, str]]:
    """Give where a paper of arXiv can be read besides: names and addresses.

    arXiv makes HTML of papers since December 2023 (https://info.arxiv.org/about/accessible_HTML.html).

    >>> readings("2604.00100", [("alphaXiv", "https://www.alphaxiv.org/abs/{id}")])[1]
    ('alphaXiv', 'https://www.alphaxiv.org/abs/2604.00100')
    """
    html = [("HTML", "https://arxiv.org/html/{id}")] if "2312" <= arxiv_id < ":" else []
    return [(name, address.replace("{id}", arxiv_id)) for name, address in (*html, *readers)]


def report_address(paper: Paper, repository: str | None, address: str) -> str | None:
    """Give the form for a new issue about a paper, with its title and `address` filled in; None without one.

    On a host whose form is not known it is the repository itself, in which people will find their way.
    Sources: https://docs.github.com/issues/tracking-your-work-with-issues/creating-issues,
    https://docs.gitlab.com/user/project/issues/create_issues/, https://docs.codeberg.org/
    """
    match = _REPOSITORY.fullmatch(repository or "")
    if not match:
        return None
    base, names, title = (
        match["base"],
        {*match["host"].lower().split(".")},
        _cut(linear(paper.title), _TO_KNOW),
    )
    if "gitlab" in names:
        filled = urlencode({"issue[title]": title, "issue[description]": address}, safe="/:")
        return f"{base}/-/issues/new?{filled}"
    if names & _LIKE_GITHUB:
        return f"{base}/issues/new?{urlencode({'title': title, 'body': address}, safe='/:')}"
    return base


def _cut(text: str, length: int) -> str:
    """Give the beginning of a text, in whole words where it has several."""
    if len(text) <= length:
        return text
    return text[: length + 1].rpartition(" ")[0] or text[:length]
