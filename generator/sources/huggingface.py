"""The Daily Papers of Hugging Face: answers of its `api/daily_papers`.

An answer is a list of entries. An entry is an object with `title`, `submittedBy` and `paper`; its fields came
over the years, so each may be missing. It was listed on the day that was asked for, which is that of
`paper.submittedOnDailyAt` where there is one (from 2025-03-17; in 1,140 entries the two never differed): an
entry of another day is rejected, and a list of another day, which is what a weekend may give, is an error.
`publishedAt` outside `paper` is not the listing day. `hidden` keeps a paper off an author's profile, not the
author off the paper.

A list that spans days (of a week, a month, what is trending, what a search found) gives a part of each: only
a list all of whose entries are of one day is that day's.
Source: answers of 2024-05 to 2026-05; https://huggingface.co/docs/hub/paper-pages
"""

import json
import re
from collections.abc import Sequence
from dataclasses import replace
from datetime import date

from ..papers.errors import ListingError, RecordError
from ..papers.identifiers import require_arxiv_id
from ..papers.records import Author, Paper, ascending
from .cleaning import Texts
from .entries import DaySought, Reader, day_sought, read_listing
from .fields import Fields, load, read_day
from .links import links_of
from .listing import Hint, Listing, decode, opening

_SCOPE = "daily_papers"
_LONGEST_ERROR = 10_000
_STYLED = re.compile(r"\\(?:text(?:bf|it|md|rm|sc|sf|sl|tt|up)|emph)\{([^{}]*)\}")


def recognises(data: bytes) -> bool:
    """Tell whether `data` could be an answer of the API: a JSON array, or an object with an error."""
    return opening(data).startswith("[") or _is_error(data)


def parse(data: bytes, hint: Hint) -> Listing:
    """Read an answer of the API.

    Raises ListingError when it is none, when it is an error, or when its day cannot be told.
    """
    answer = load_json(decode(data, hint.name), hint.name, 1)
    if isinstance(answer, dict):
        raise ListingError(
            hint.name, f"the API answered with an error: {answer.get('error')!r}; fetch it again"
        )
    if not isinstance(answer, list):
        raise ListingError(hint.name, "found JSON that is no list of papers; fetch it again", 1)
    return read_entries(answer, day_sought(hint), hint)


def read_entries(entries: Sequence[object], sought: DaySought, hint: Hint) -> Listing:
    """Read the entries of a list; raises ListingError when its day cannot be told, or is another.

    Where they say several days, they know better than the file's name: it may say when the list was saved.
    """
    own = {_own_day(entry) for entry in entries}
    if sought.dated_by == "name" and len(own - {None}) > 1:
        sought = DaySought(None, "listing")
    texts = Texts()
    reader = Reader[object](
        paper=lambda entry: _paper(Fields(entry, texts), sought),
        own_day=_own_day,
        quote=lambda entry: json.dumps(entry, ensure_ascii=False),
    )
    raws = list(enumerate(entries, 1))
    listing = read_listing(raws, reader, sought, hint, source="huggingface", scope=_SCOPE, texts=texts)
    spans_days = len({day or sought.day for day in own}) > 1
    return replace(listing, partial=frozenset(listing.days)) if spans_days else listing


def load_json(text: str, name: str, line: int) -> object:
    """Give the JSON value in `text`, which starts on `line`; raise ListingError for what cannot be read."""
    try:
        return load(text)
    except json.JSONDecodeError as error:
        raise ListingError(
            name,
            f"found broken JSON in column {error.colno} ({error.msg}); fetch or save it again",
            line + error.lineno - 1,
        ) from error


def _is_error(data: bytes) -> bool:
    return (
        len(data) < _LONGEST_ERROR
        and opening(data).startswith("{")
        and b'"error"' in data
        and b'"title"' not in data
    )


def _paper(entry: Fields, sought: DaySought) -> Paper:
    paper = entry.child("paper")
    if paper is None:
        raise RecordError("paper", None, "an object with id and title")
    arxiv_id = require_arxiv_id(paper.required_line("id"))
    abstract = paper.paragraphs("summary") or entry.paragraphs("summary")
    stated = (*paper.link("githubRepo", "code"), *paper.link("projectPage", "project"))
    return Paper(
        id=arxiv_id,
        title=better_title(entry.line("title"), paper),
        listed=(sought.of(paper.day("submittedOnDailyAt")),),
        source="huggingface",
        abstract=abstract,
        authors=tuple(Author(name) for author in paper.children("authors") if (name := author.line("name"))),
        arxiv_id=arxiv_id,
        published=paper.day("publishedAt"),
        links=links_of(stated, abstract),
        topics=ascending(paper.lines("ai_keywords")),
        summary=paper.line("ai_summary"),
        votes=paper.count("upvotes"),
        submitted_by=_named(entry, "submittedBy", "name") or _named(paper, "submittedOnDailyBy", "user"),
        organization=_named(paper, "organization", "fullname") or _named(paper, "organization", "name"),
    )


def better_title(outer: str | None, paper: Fields) -> str:
    r"""Give the better of the two titles.

    The outer one is arXiv's, TeX and all. That of the paper has lost its TeX, sometimes badly: `$\times$`
    became `times`, `$^2$` became `^2`. Only where nothing but styling of words was lost (`\textsc{...}`)
    does it read better, and is as true.
    """
    if outer is None or _STYLED.sub(r"\1", outer) == paper.line("title"):
        return paper.required_line("title")
    return outer


def _named(fields: Fields, name: str, key: str) -> str | None:
    child = fields.child(name)
    return child.line(key) if child else None


def _own_day(entry: object) -> date | None:
    paper = entry.get("paper") if isinstance(entry, dict) else None
    submitted = paper.get("submittedOnDailyAt") if isinstance(paper, dict) else None
    try:
        return read_day(submitted) if isinstance(submitted, str) else None
    except RecordError:
        return None
