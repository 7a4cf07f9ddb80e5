"""JSON Lines, one paper an object: the way in for every list that has no format of its own.

| key | value | meaning |
|---|---|---|
| `title` | text | required |
| `date` | day | the listing day |
| `listed` | list of days | all listing days, where there are several |
| `arxiv_id` | text | an arXiv identifier in any spelling; where it is missing, that in an arXiv DOI |
| `abstract` | text | wrapped lines are joined; a blank line starts a paragraph |
| `authors` | list | each a name in reading order, or an object with `name` and `family` |
| `doi` | text | with or without the resolver's address |
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
| `dailypapers` | object | what another archive knows: `id`, `source`, `cite_key` and the like |

A day is an ISO 8601 date or time; one without an offset is UTC. A record needs a listing day: its own, or
that given as `--date` (which its own must not contradict), or that in the file's name. A key that is missing,
null or blank says nothing. A line that breaks this is rejected.

Records as other programs write them are read as `shapes` says. Other keys are not looked at, and named. Where
an identifier, an abstract or authors stand under them, all is refused. So is the one address at arXiv among
the links of a record without an identifier, and a long summary without an abstract, which may be one;
`"abstract": null` in a record of no other keys says that there is none.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from datetime import date
from typing import Any, NamedTuple, NoReturn, cast

from ..papers.errors import ListingError, RecordError
from ..papers.identifiers import parse_arxiv_id, require_arxiv_id, slug
from ..papers.records import Author, Link, LinkKind, Paper, ascending
from .cleaning import Texts, excerpt
from .dates import stated
from .entries import DaySought, Reader, read_listing
from .fields import Fields
from .links import link_to, links_of
from .listing import Hint, Listing, decode, opening
from .losses import losses
from .shapes import shape_of
from .shapes.shape import Record, one_of
from .values import Broken, Value, values_in

OWN = "dailypapers"
"""The key of what another archive of this program knows of a paper, as `site.data.jsonl` writes it."""

OWN_KEYS = ("id", "source", "cite_key", "aliases", "other_names", "shortest_abstract")
"""The fields of a paper that it says there."""

KEYS = frozenset(
    {
        "title",
        "date",
        "listed",
        "arxiv_id",
        "abstract",
        "authors",
        "doi",
        "published",
        "updated",
        "withdrawn",
        "categories",
        "comment",
        "journal_ref",
        "links",
        "github",
        "project_page",
        "topics",
        "summary",
        "votes",
        "upvotes",
        "submitted_by",
        "organization",
        OWN,
    }
)
"""Ours."""

_ENTRY_OF_HUGGING_FACE = re.compile(r'"paper"\s*:')
_RESOLVER = re.compile(r"(?:doi:\s*|(?:https?://)?(?:dx\.|www\.)?doi\.org/)(?=10\.)", re.IGNORECASE)
_NAMED = 10
"""Keys that an error names."""


class _Line(NamedTuple):
    text: str
    json: object
    told: Record | None
    """What it says in our keys, None where it is no record."""
    unread: frozenset[str] = frozenset()
    """Its keys that are not looked at."""


def recognises(data: bytes) -> bool:
    """Tell whether `data` could be JSON Lines: it begins with an object."""
    return opening(data).startswith("{")


def recognises_array(data: bytes) -> bool:
    """Tell whether `data` could be an array of objects, and not of Hugging Face's entries."""
    array = re.match(r"\[\s*\{", opening(data)) is not None
    return array and _ENTRY_OF_HUGGING_FACE.search(opening(data, len(data))) is None


def refuse_array(_: bytes, hint: Hint) -> NoReturn:
    """Raise ListingError, telling how an array becomes JSON Lines."""
    raise ListingError(
        hint.name,
        "no entry can be read; found an array of objects, none of them an entry of Hugging Face: write each "
        "on a line of its own, as jq -c '.[]' does",
    )


def parse(data: bytes, hint: Hint) -> Listing:
    """Read JSON Lines; every line is an entry, a rejection, or blank.

    Raises ListingError when not one line can be read or dated, or when something would be lost.
    """
    texts = Texts()
    values, blank = values_in(decode(data, hint.name), hint.name)
    lines = [(value.number, _line(value, texts)) for value in values]
    _refuse_wrapped(lines, hint.name)
    _refuse_losses(lines, hint.name)
    told = stated(hint)
    sought = DaySought(hint.day, told[1] if told else "listing")
    reader = Reader[_Line](
        paper=lambda line: _paper(_fields(line, texts), sought, told[0] if told else None),
        own_day=_own_day,
        quote=lambda line: line.text,
    )
    listing = read_listing(
        lines, reader, sought, hint, source="jsonl", scope=hint.name, texts=texts, furniture=blank
    )
    unread = {excerpt(key) or '""' for _, line in lines for key in line.unread}
    return replace(listing, ignored=ascending(unread))


def _line(value: Value, texts: Texts) -> _Line:
    try:
        return _Line(value.text, value.json, *_told(value.json, texts))
    except RecordError:
        return _Line(value.text, value.json, None)


def _told(record: object, texts: Texts) -> tuple[Record, frozenset[str]]:
    """Give what a value says in our keys, and its unread keys; raise RecordError when it is no record."""
    if isinstance(record, Broken):
        raise RecordError("line", record.problem, "a JSON object on one line")
    if not isinstance(record, dict):
        raise RecordError("line", record, "a JSON object")
    if OWN in record:
        return record, frozenset(record.keys() - KEYS)
    others = frozenset(key for key, value in record.items() if key not in KEYS and _says(value))
    fields = Fields(record, texts, "line")
    shape = shape_of(record)
    told = {**record, **shape.tell(fields)} if shape else record
    return {**told, "arxiv_id": _identifier(told)}, others - fields.asked


def _identifier(told: Record) -> object:
    """Give the arXiv identifier, or the arXiv DOI that is one; raise RecordError where they differ."""
    own, doi = told.get("arxiv_id"), told.get("doi")
    at_arxiv = doi if isinstance(doi, str) and parse_arxiv_id(doi) else None
    return one_of(own, at_arxiv) if at_arxiv and (own is None or isinstance(own, str)) else own


def _says(value: object) -> bool:
    return bool(value.strip() if isinstance(value, str) else value not in (None, [], {}))


def _refuse_wrapped(lines: Sequence[tuple[int, _Line]], name: str) -> None:
    """Raise ListingError for one object that holds the papers in a list, as answers of APIs do."""
    if len(lines) != 1 or not isinstance(record := lines[0][1].json, dict) or "title" in record:
        return
    for key, value in record.items():
        if isinstance(value, list) and value and all(isinstance(each, dict) for each in value):
            raise ListingError(
                name,
                f"no entry can be read; found one object with {len(value):,} others in its list "
                f'"{excerpt(key)}": write each of those on a line of its own',
            )


def _refuse_losses(lines: Sequence[tuple[int, _Line]], name: str) -> None:
    """Raise ListingError where a record holds an identifier, abstract or authors that would not be read."""
    lost: dict[str, str] = {}
    where = 0
    for number, line in lines:
        if isinstance(line.json, dict) and OWN in line.json:
            continue
        if isinstance(line.json, dict) and line.told and (losing := losses(line.json, KEYS, line.told)):
            lost.update(losing)
            where = where or number
    if lost:
        keys = [f"{excerpt(key)} (call it {ours})" for key, ours in sorted(lost.items())]
        more = f" and {len(keys) - _NAMED:,} more" if len(keys) > _NAMED else ""
        raise ListingError(
            name,
            f"an identifier, an abstract or authors would be lost under the keys "
            f"{', '.join(keys[:_NAMED])}{more}; rename them, or leave out what is "
            f"something else (first in entry {where})",
        )


def _fields(line: _Line, texts: Texts) -> Fields:
    told = _told(line.json, Texts())[0] if line.told is None else line.told
    return Fields(told, texts, "line")


def _paper(line: Fields, sought: DaySought, fallback: date | None) -> Paper:
    title, abstract = line.required_line("title"), line.paragraphs("abstract")
    written_id = line.line("arxiv_id")
    arxiv_id = require_arxiv_id(written_id) if written_id else None
    stated_links = (*line.link("github", "code"), *line.link("project_page", "project"), *_links(line))
    votes = line.count("votes")
    known = _known(line)
    return Paper(
        id=known.pop("id", arxiv_id or slug(title, abstract)),
        title=title,
        listed=ascending(sought.of(day) for day in _own_days(line) or (fallback,)),
        source=known.pop("source", "jsonl"),
        abstract=abstract,
        authors=tuple(_authors(line)),
        arxiv_id=arxiv_id,
        doi=_RESOLVER.sub("", line.line("doi") or "", count=1) or None,
        published=line.day("published"),
        updated=line.day("updated"),
        withdrawn=line.flag("withdrawn"),
        categories=line.lines("categories"),
        comment=line.line("comment"),
        journal_ref=line.line("journal_ref"),
        links=ascending(stated_links) if line.child(OWN) else links_of(stated_links, abstract),
        topics=ascending(line.lines("topics")),
        summary=line.line("summary"),
        votes=line.count("upvotes") if votes is None else votes,
        submitted_by=line.line("submitted_by"),
        organization=line.line("organization"),
        **known,
    )


def _known(line: Fields) -> dict[str, Any]:
    """Give what another archive knows of a paper."""
    own = line.child(OWN)
    if own is None:
        return {}
    texts = {name: own.line(name) for name in ("id", "source", "cite_key", "shortest_abstract")}
    lists = {name: ascending(own.lines(name)) for name in ("aliases", "other_names")}
    return {name: value for name, value in {**texts, **lists}.items() if value}


def _own_days(line: Fields) -> tuple[date, ...]:
    day = line.day("date")
    return (*line.days("listed"), *([day] if day else []))


def _authors(line: Fields) -> Iterator[Author]:
    for author in line.texts_or_children("authors"):
        if isinstance(author, str):
            yield Author(author)
        else:
            yield Author(author.required_line("name"), author.line("family"))


def _links(line: Fields) -> Iterator[Link]:
    for link in line.texts_or_children("links"):
        if isinstance(link, str):
            yield link_to(link)
        else:
            url, kind = link.required_line("url"), link.line("kind")
            yield Link(cast(LinkKind, kind), url) if kind else link_to(url)


def _own_day(line: _Line) -> date | None:
    try:
        return next(iter(_own_days(_fields(line, Texts()))), None)
    except RecordError:
        return None
