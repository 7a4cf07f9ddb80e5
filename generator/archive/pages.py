"""Records as Markdown pages, and back: `read_paper(write_paper(page)) == page`. Strings only.

A page is YAML front matter, then text, then a marker below which everything belongs to the maintainer. The
front matter is written here, not by a YAML library, so that its bytes depend on no library's version; PyYAML
reads it. Every scalar that YAML could take for something else stands in double quotes, as JSON writes it.
"""

import json
import re
from collections.abc import Container, Mapping
from dataclasses import dataclass
from datetime import date
from hashlib import sha256
from typing import Any, TypeVar, get_args

import yaml

from ..papers.days import day_name
from ..papers.errors import PageError, RecordError, open_conflict
from ..papers.records import Announced, Author, Day, Link, Paper, Receipt, Rejection, Tombstone
from ..text.commonmark import escape, unescape
from ..text.plain import paragraphs

try:
    from yaml import CSafeLoader as Loader
except ImportError:  # PyYAML without libyaml reads the same, more slowly
    from yaml import SafeLoader as Loader  # type: ignore[assignment]

NOTES_MARKER = "<!-- notes: what stands below this line is yours and stays -->"
"""No listing can forge it: in an abstract its angle bracket is escaped."""

T = TypeVar("T")

_quote = json.JSONEncoder(ensure_ascii=False).encode
_write_account = json.JSONEncoder(default=date.isoformat).encode
_FRONT_MATTER = re.compile(r"---\n(.*?\n)---(?:\n|$)", re.DOTALL)
_HALF_OF_A_CONFLICT = re.compile(r"(?<=[^\n]\n)={7}(?=\n)|^={7}(?=\n[^\n])", re.MULTILINE)
"""A paragraph of our own stands between blank lines, whatever it says."""
_PLAIN = re.compile(r"[A-Za-z][\w.()'/+-]*(?: (?=[^ ])[\w.()'/+&-]+)*|https?://[\w./~%+-]+", re.ASCII)
_DEEPEST = 20
"""Levels of a front matter, and references in it to other parts of it. Ours has two levels, and none."""
_RESERVED = frozenset({"true", "false", "yes", "no", "on", "off", "null", "y", "n"})
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
        return PaperPage(paper, written, _extra(front, (*_PAPER_FIELDS, "digest"), source), notes)
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
    return DayPage(day, _extra(front, ("day", "receipts"), source), notes)


def _page(lines: list[str], extra: str, body: str, notes: str) -> str:
    front = "\n".join(["---", *lines, ""])
    parts = [
        f"{front}{extra}---\n",
        *([f"{body}\n"] if body else []),
        f"{NOTES_MARKER}\n",
        *([notes] if notes else []),
    ]
    return "\n".join(parts)


def _extra(front: Mapping[str, object], known: Container[str], source: str) -> str:
    """Give the lines of the front matter in `source` that hold other keys than the `known` ones.

    What a person wrote stays as it is, comments above it too; only where it cannot stand alone, as when it is
    all on one line with our own keys, it is written anew.
    """
    extra = {key: value for key, value in front.items() if key not in known}
    if not extra:
        return ""
    mapping: Any = yaml.compose(source, Loader)
    keys = [key for key, _ in mapping.value]
    starts = [_commented(source, key.start_mark.index) for key in keys] + [len(source)]
    lines = "".join(
        source[start:end]
        for key, start, end in zip(keys, starts, starts[1:], strict=False)
        if key.value in extra
    )
    try:
        if yaml.load(lines, Loader) == extra:
            return lines
    except (yaml.YAMLError, RecursionError):  # a part that another refers to, or itself
        pass
    return yaml.safe_dump(extra, allow_unicode=True, sort_keys=False, width=10**9)


def _commented(source: str, start: int) -> int:
    """Give the place where the comments above the line at `start` begin."""
    while start and source[before := source.rfind("\n", 0, start - 1) + 1] == "#":
        start = before
    return start


def _split(text: str, path: str) -> tuple[dict[str, Any], str, str, str]:
    """Give front matter, its source, body and notes of a page."""
    text = text.replace("\r\n", "\n")
    match = _FRONT_MATTER.match(text)
    if not match:
        raise PageError(path, 'no front matter between two lines "---" at the top')
    try:
        if _is_tangled(match[1]):
            problem = f"the front matter has more than {_DEEPEST} levels or aliases; write it out"
            raise PageError(path, problem)
        front = yaml.load(match[1], Loader)
    except yaml.YAMLError as error:
        where = (
            f", line {error.problem_mark.line + 2}"
            if isinstance(error, yaml.MarkedYAMLError) and error.problem_mark
            else ""
        )
        raise PageError(
            path + where, "the front matter is not YAML", "put the value in double quotes"
        ) from error
    except ValueError as error:  # an impossible date such as 2025-02-30
        raise PageError(path, f"the front matter holds an impossible value: {error}") from error
    if not isinstance(front, dict):
        raise PageError(path, "the front matter is not a list of keys and values")
    body, marker, notes = text[match.end() :].partition(f"{NOTES_MARKER}\n")
    if half := _HALF_OF_A_CONFLICT.search(body):
        raise open_conflict(path, text.count("\n", 0, match.end() + half.end()) + 1)
    if not marker:
        body = body.removesuffix(NOTES_MARKER)
    return front, match[1], body, notes.removeprefix("\n")


def _is_tangled(source: str) -> bool:
    """Tell whether YAML nests too deep for its loader, which crashes, or refers to itself too often.

    Levels of aliases multiply: ten of them, each named nine times in the next, are 10^9 values.
    """
    depth = aliases = 0
    for event in yaml.parse(source, Loader):
        depth += isinstance(event, yaml.CollectionStartEvent) - isinstance(event, yaml.CollectionEndEvent)
        aliases += isinstance(event, yaml.AliasEvent)
        if max(depth, aliases) > _DEEPEST:
            return True
    return False


def _field(name: str, value: object) -> list[str]:
    if isinstance(value, tuple):
        return [f"{name}:", *(f"- {_item(item)}" for item in value)]
    return [f"{name}: {_scalar(value)}"]


def _item(item: object) -> str:
    if isinstance(item, Author):
        if item.family is None:
            return _scalar(item.name)
        return f"{{name: {_flow(item.name)}, family: {_flow(item.family)}}}"
    if isinstance(item, Link):
        return f"{item.kind}: {_scalar(item.url)}"
    return _scalar(item)


def _scalar(value: object) -> str:
    if isinstance(value, str):
        plain = _PLAIN.fullmatch(value) and value.lower() not in _RESERVED
        return value if plain else _flow(value)
    if isinstance(value, date):
        return value.isoformat()
    return json.dumps(value)


def _flow(text: str) -> str:
    return _quote(text).replace("\ufeff", r"\ufeff")


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
            f"  reason: {_scalar(rejection.reason)}",
            f"  text: {_scalar(rejection.text)}",
        ]
    return [f"{'  ' if number else '- '}{line}" for number, line in enumerate(lines)]


def _announced(receipt: Receipt) -> list[str]:
    """Write how papers were announced: a line for each way, so that the page stays short."""
    lines = [
        f"  {how}: [{', '.join(map(_flow, papers))}]"
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
