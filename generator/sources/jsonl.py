"""JSON Lines, one paper an object: the way in for every list that has no format of its own.

| key | value | meaning |
|---|---|---|
| `title` | text | required |
| `date` | day | the listing day |
| `listed` | list of days | all listing days, where there are several |
| `arxiv_id` | text | an arXiv identifier in any spelling |
| `abstract` | text | wrapped lines are joined; a blank line starts a paragraph |
| `authors` | list | each a name in reading order, or an object with `name` and `family` |
| `doi` | text | without the resolver's address |
| `published`, `updated` | day | of the first version, and of this one |
| `withdrawn` | true or false | |
| `categories` | list of texts | arXiv categories, the primary one first |
| `comment`, `journal_ref` | text | as arXiv gives them |
| `links` | list | each an address, or an object with `kind` and `url` |
| `github`, `project_page` | address | links of the kinds code and project |
| `topics` | list of texts | keywords |
| `summary` | text | one paragraph by the source |
| `votes` or `upvotes` | whole number | |
| `submitted_by`, `organization` | text | |

A day is an ISO 8601 date or time; one without an offset is UTC. A record needs a listing day: its own, or
that given as `--date` (which its own must not contradict), or that in the file's name. A key that is missing,
null or blank says nothing; other keys are not looked at. A line that breaks this is rejected.
"""

import json
from collections.abc import Iterator
from datetime import date
from typing import cast

from ..papers.errors import RecordError
from ..papers.identifiers import require_arxiv_id, slug
from ..papers.records import Author, Link, LinkKind, Paper, ascending
from .cleaning import Texts
from .dates import stated
from .entries import DaySought, Reader, read_listing
from .fields import Fields, load
from .links import link_to, links_of
from .listing import Hint, Listing, decode, opening


def recognises(data: bytes) -> bool:
    """Tell whether `data` could be JSON Lines: it begins with an object."""
    return opening(data).startswith("{")


def parse(data: bytes, hint: Hint) -> Listing:
    """Read JSON Lines; every line is an entry, a rejection, or blank.

    Raises ListingError when not one line can be read or dated.
    """
    texts = Texts()
    told = stated(hint)
    sought = DaySought(hint.day, told[1] if told else "listing")
    reader = Reader[str](
        paper=lambda line: _paper(_fields(line, texts), sought, told[0] if told else None),
        own_day=_own_day,
        quote=str,
    )
    lines = list(enumerate(decode(data, hint.name).removesuffix("\n").split("\n"), 1))
    return read_listing(
        [(number, line) for number, line in lines if line.strip()],
        reader,
        sought,
        hint,
        source="jsonl",
        scope=hint.name,
        texts=texts,
        furniture=tuple(number for number, line in lines if not line.strip()),
    )


def _fields(line: str, texts: Texts) -> Fields:
    try:
        return Fields(load(line), texts, "line")
    except json.JSONDecodeError as error:
        raise RecordError(
            "line", f"{error.msg} in column {error.colno}", "a JSON object on one line"
        ) from error


def _paper(line: Fields, sought: DaySought, fallback: date | None) -> Paper:
    title, abstract = line.required_line("title"), line.paragraphs("abstract")
    written_id = line.line("arxiv_id")
    arxiv_id = require_arxiv_id(written_id) if written_id else None
    stated_links = (*line.link("github", "code"), *line.link("project_page", "project"), *_links(line))
    votes = line.count("votes")
    return Paper(
        id=arxiv_id or slug(title, abstract),
        title=title,
        listed=ascending(sought.of(day) for day in _own_days(line) or (fallback,)),
        source="jsonl",
        abstract=abstract,
        authors=tuple(_authors(line)),
        arxiv_id=arxiv_id,
        doi=line.line("doi"),
        published=line.day("published"),
        updated=line.day("updated"),
        withdrawn=line.flag("withdrawn"),
        categories=line.lines("categories"),
        comment=line.line("comment"),
        journal_ref=line.line("journal_ref"),
        links=links_of(stated_links, abstract),
        topics=ascending(line.lines("topics")),
        summary=line.line("summary"),
        votes=line.count("upvotes") if votes is None else votes,
        submitted_by=line.line("submitted_by"),
        organization=line.line("organization"),
    )


def _own_days(line: Fields) -> tuple[date, ...]:
    day = line.day("date")
    return (*line.days("listed"), *([day] if day else []))


def _authors(line: Fields) -> Iterator[Author]:
    for author in line.texts_or_children("authors"):
        if isinstance(author, str):
            yield Author(author)
        elif name := author.line("name"):
            yield Author(name, author.line("family"))


def _links(line: Fields) -> Iterator[Link]:
    for link in line.texts_or_children("links"):
        if isinstance(link, str):
            yield link_to(link)
        else:
            url, kind = link.required_line("url"), link.line("kind")
            yield Link(cast(LinkKind, kind), url) if kind else link_to(url)


def _own_day(line: str) -> date | None:
    try:
        return next(iter(_own_days(_fields(line, Texts()))), None)
    except RecordError:
        return None
