"""Records as Markdown pages, and back: `read_paper(write_paper(page)) == page`. Strings only.

A page is YAML front matter, then text, then a marker below which everything belongs to the maintainer.
"""

import json
import re
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from hashlib import sha256
from typing import Any, TypeVar, get_args

from ..papers.days import day_name
from ..papers.errors import PageError, RecordError, open_conflict
from ..papers.records import Announced, Author, Day, Link, Paper, Receipt, Rejection, Tombstone
from ..text.commonmark import escape, unescape
from ..text.plain import paragraphs
from . import front_matter
from .front_matter import flow, scalar

NOTES_MARKER = "<!-- notes: what stands below this line is yours and stays -->"
"""No listing can forge it: in an abstract its angle bracket is escaped."""

T = TypeVar("T")

_write_account = json.JSONEncoder(default=date.isoformat).encode
_FRONT_MATTER = re.compile(r"---\n(.*?\n)---(?:\n|$)", re.DOTALL)
_HALF_OF_A_CONFLICT = re.compile(r"(?<=[^\n]\n)={7}(?=\n)|^={7}(?=\n[^\n])", re.MULTILINE)
"""A paragraph of our own stands between blank lines, whatever it says."""
_PAPER_FIELDS = (
    "id",
    "title",
    "other_names",
    "authors",
    "organization",
    "arxiv_id",
    "doi",
    "published",
    "updated",
    "withdrawn",
    "categories",
    "comment",
    "journal_ref",
    "listed",
    "links",
    "topics",
    "summary",
    "votes",
    "submitted_by",
    "cite_key",
    "aliases",
    "source",
    "shortest_abstract",
)
_TUPLES = ("other_names", "authors", "categories", "listed", "links", "topics", "aliases")


@dataclass(frozen=True, slots=True)
class PaperPage:
    """The page of a paper: the record, and what a person added to it."""

    paper: Paper
    digest: str
    """Of the account as the generator last wrote it; see `digest`."""
    extra: str = ""
    """Lines of the front matter whose keys are not the generator's, as they stand."""
    notes: str = ""
    """Markdown by the maintainer."""

    @property
    def edited(self) -> bool:
        """Whether a person changed title, abstract, authors or dates; then theirs win over every listing."""
        return self.digest != digest(self.paper)


@dataclass(frozen=True, slots=True)
class DayPage:
    """The page of a day: the record, and what a person added to it."""

    day: Day
    extra: str = ""
    notes: str = ""


def digest(paper: Paper) -> str:
    """Give 16 hexadecimal digits that change when title, abstract, authors or dates do."""
    account = (
        paper.title,
        paper.abstract,
        [(author.name, author.family) for author in paper.authors],
        paper.published,
        paper.updated,
        paper.withdrawn,
    )
    return sha256(_write_account(account).encode()).hexdigest()[:16]


def write_paper(page: PaperPage) -> str:
    """Give the page of a paper; equal pages give equal text."""
    lines = []
    for name in _PAPER_FIELDS:
        value = getattr(page.paper, name)
        if value or (name == "votes" and value is not None):
            lines += _field(name, value)
    lines += _field("digest", page.digest)
    return _page(lines, page.extra, escape(page.paper.abstract or ""), page.notes)


def read_paper(text: str, path: str) -> PaperPage | Tombstone:
    """Read the page of a paper back, or the tombstone in its place.

    Raises PageError, naming `path`, when it is neither.
    """
    front, source, body, notes = _split(text, path)
    try:
        if "removed" in front:
            return _read_tombstone(front)
        if missing := [name for name in ("id", "title", "listed", "source") if name not in front]:
            raise PageError(path, f"the front matter lacks {', '.join(missing)}")
        values: dict[str, Any] = {
            name: _read_field(name, front[name]) for name in _PAPER_FIELDS if name in front
        }
        paper = Paper(abstract=paragraphs(unescape(body)) or None, **values)
        written = _expect(str, "digest", front.get("digest", ""))
        extra = front_matter.others(front, (*_PAPER_FIELDS, "digest"), source)
        return PaperPage(paper, written, extra, notes)
    except RecordError as error:
        raise PageError(path, error.problem, f"allowed: {error.allowed}") from error


def write_tombstone(tombstone: Tombstone) -> str:
    """Give the page that stands where a paper was taken down."""
    lines = [
        *_field("id", tombstone.id),
        *_field("removed", tombstone.reason),
        *_field("title_digest", tombstone.title_digest),
        *(_field("other_digests", tombstone.other_digests) if tombstone.other_digests else ()),
        *(_field("aliases", tombstone.aliases) if tombstone.aliases else ()),
    ]
    return "\n".join(["---", *lines, "---", ""])


def write_day(page: DayPage, titles: Mapping[str, tuple[str, str]]) -> str:
    """Give the page of a day.

    `titles` maps the id of each listed paper to its title and the relative path of its page; they make the
    list that people see on a code host. The receipts are what counts.
    """
    lines = _field("day", page.day.date)
    if page.day.receipts:
        lines.append("receipts:")
    for receipt in page.day.receipts:
        lines += _receipt(receipt)
    listed = (
        f"1. [{escape(titles[paper][0])}]({titles[paper][1]})" if paper in titles else f"1. {escape(paper)}"
        for paper in page.day.ids()
    )
    body = "\n".join([f"# {day_name(page.day.date)}", "", *listed])
    return _page(lines, page.extra, body, page.notes)


def read_day(text: str, path: str) -> DayPage:
    """Read the page of a day back; raise PageError, naming `path`, when it is none."""
    front, source, _, notes = _split(text, path)
    try:
        receipts = tuple(
            _read_receipt(_expect(dict, "receipts", receipt))
            for receipt in _expect(list, "receipts", front.get("receipts", []))
        )
        day = Day(_expect(date, "day", front.get("day")), receipts)
    except RecordError as error:
        raise PageError(path, error.problem, f"allowed: {error.allowed}") from error
    return DayPage(day, front_matter.others(front, ("day", "receipts"), source), notes)


def _page(lines: list[str], extra: str, body: str, notes: str) -> str:
    front = "\n".join(["---", *lines, ""])
    parts = [
        f"{front}{extra}---\n",
        *([f"{body}\n"] if body else []),
        f"{NOTES_MARKER}\n",
        *([notes] if notes else []),
    ]
    return "\n".join(parts)


def _split(text: str, path: str) -> tuple[dict[str, Any], str, str, str]:
    """Give front matter, its source, body and notes of a page."""
    text = text.replace("\r\n", "\n")
    match = _FRONT_MATTER.match(text)
    if not match:
        raise PageError(path, 'no front matter between two lines "---" at the top')
    front = front_matter.read(match[1], path)
    body, marker, notes = text[match.end() :].partition(f"{NOTES_MARKER}\n")
    half = "=======" in body and _HALF_OF_A_CONFLICT.search(body)
    if half:
        raise open_conflict(path, text.count("\n", 0, match.end() + half.end()) + 1)
    if not marker:
        body = body.removesuffix(NOTES_MARKER)
    return front, match[1], body, notes.removeprefix("\n")


def _field(name: str, value: object) -> list[str]:
    if isinstance(value, tuple):
        return [f"{name}:", *(f"- {_item(item)}" for item in value)]
    return [f"{name}: {scalar(value)}"]


def _item(item: object) -> str:
    if isinstance(item, Author):
        if item.family is None:
            return scalar(item.name)
        return f"{{name: {flow(item.name)}, family: {flow(item.family)}}}"
    if isinstance(item, Link):
        return f"{item.kind}: {scalar(item.url)}"
    return scalar(item)


def _receipt(receipt: Receipt) -> list[str]:
    lines = [
        *_field("source", receipt.source),
        *_field("scope", receipt.scope),
        *_field("sha256", receipt.sha256),
        *(_field("first_seen", receipt.first_seen) if receipt.first_seen else ()),
        *_field("dated_by", receipt.dated_by),
        *(_field("partial", True) if receipt.partial else ()),
        *_field("received", receipt.received),
        *(_field("papers", receipt.ids) if receipt.ids else ()),
        *(_field("earlier", receipt.earlier) if receipt.earlier else ()),
        *_announced(receipt),
    ]
    if receipt.rejections:
        lines.append("rejections:")
    for rejection in receipt.rejections:
        lines += [
            f"- first: {rejection.first}",
            f"  last: {rejection.last}",
            f"  reason: {scalar(rejection.reason)}",
            f"  text: {scalar(rejection.text)}",
        ]
    return [f"{'  ' if number else '- '}{line}" for number, line in enumerate(lines)]


def _announced(receipt: Receipt) -> list[str]:
    """Write how papers were announced: a line for each way, so that the page stays short."""
    lines = [
        f"  {how}: [{', '.join(map(flow, papers))}]"
        for how in get_args(Announced)
        if (papers := receipt.announced_as(how))
    ]
    return ["announced:", *lines] if lines else []


def _read_announced(values: object, papers: tuple[str, ...]) -> tuple[tuple[str, Announced], ...]:
    """Read how papers were announced; they stand in the order of `papers`."""
    announced = {
        _expect(str, "announced", paper): how
        for how, listed in _expect(dict, "announced", values).items()
        for paper in _expect(list, "announced", listed)
    }
    places = {paper: place for place, paper in enumerate(papers)}
    return tuple(sorted(announced.items(), key=lambda each: places.get(each[0], len(places))))


def _read_receipt(values: dict[str, Any]) -> Receipt:
    ids, earlier = _strings("papers", values), _strings("earlier", values)
    return Receipt(
        source=_expect(str, "source", values.get("source")),  # type: ignore[arg-type]
        scope=_expect(str, "scope", values.get("scope")),
        sha256=_expect(str, "sha256", values.get("sha256")),
        received=_expect(int, "received", values.get("received")),
        ids=ids,
        earlier=earlier,
        dated_by=_expect(str, "dated_by", values.get("dated_by")),  # type: ignore[arg-type]
        first_seen=values.get("first_seen") and _expect(str, "first_seen", values["first_seen"]),
        announced=_read_announced(values.get("announced", {}), (*ids, *earlier)),
        partial=_expect(bool, "partial", values.get("partial", False)),
        rejections=tuple(
            Rejection(
                first=_expect(int, "first", rejection.get("first")),
                last=_expect(int, "last", rejection.get("last")),
                reason=_expect(str, "reason", rejection.get("reason")),
                text=_expect(str, "text", rejection.get("text")),
            )
            for rejection in (
                _expect(dict, "rejections", item)
                for item in _expect(list, "rejections", values.get("rejections", []))
            )
        ),
    )


def _read_tombstone(front: dict[str, Any]) -> Tombstone:
    return Tombstone(
        id=_expect(str, "id", front.get("id")),
        reason=_expect(str, "removed", front["removed"]),
        title_digest=_expect(str, "title_digest", front.get("title_digest", "")),
        aliases=_strings("aliases", front),
        other_digests=_strings("other_digests", front),
    )


def _strings(name: str, values: Mapping[str, Any]) -> tuple[str, ...]:
    return tuple(_expect(str, name, item) for item in _expect(list, name, values.get(name, [])))


def _read_field(name: str, value: object) -> object:
    if name in _TUPLES:
        return tuple(_read_item(name, item) for item in _expect(list, name, value))
    if name in ("published", "updated"):
        return _expect(date, name, value)
    if name == "votes":
        return _expect(int, name, value)
    if name == "withdrawn":
        return _expect(bool, name, value)
    return _expect(str, name, value)


def _read_item(name: str, item: object) -> object:
    if name == "listed":
        return _expect(date, name, item)
    if name == "links":
        pairs = list(_expect(dict, name, item).items())
        if len(pairs) != 1:
            raise RecordError(name, item, "a kind and an address, such as - code: https://github.com/o/r")
        ((kind, url),) = pairs
        return Link(_expect(str, name, kind), _expect(str, name, url))  # type: ignore[arg-type]
    if name == "authors" and isinstance(item, dict):
        return Author(_expect(str, name, item.get("name")), _expect(str, name, item.get("family")))
    text = _expect(str, name, item)
    return Author(text) if name == "authors" else text


def _expect(kind: type[T], name: str, value: object) -> T:
    if type(value) is not kind:
        allowed = {str: "text; put it in double quotes", date: "a day such as 2025-08-06"}
        raise RecordError(name, value, allowed.get(kind, f"a {kind.__name__}"))
    return value
