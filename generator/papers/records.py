"""What the archive knows: papers, the days that listed them, and the receipts of what was read.

Records are frozen and checked when made, so every record is valid and everything that writes may trust it.
Absence is absence: None or an empty tuple, never an empty string or a zero for unknown.
"""

import re
from collections.abc import Callable, Iterable
from dataclasses import dataclass, replace
from datetime import date
from typing import Final, Literal, TypeVar, get_args
from urllib.parse import urlsplit

from ..text.plain import is_line, one_line, paragraphs, replace_forbidden
from .bounds import CHARACTERS, check_count, check_day, check_length, check_number
from .categories import category_of
from .errors import RecordError
from .identifiers import is_address, is_arxiv_id, is_doi

Source = Literal["text", "jsonl", "huggingface", "arxiv"]
"""Where an account of a paper comes from, from the least to the most trusted."""

LinkKind = Literal["code", "project", "dataset", "model", "demo", "other"]

SOURCES: Final[tuple[Source, ...]] = get_args(Source)
LINK_KINDS: Final[tuple[LinkKind, ...]] = get_args(LinkKind)

T = TypeVar("T", str, date, "Link")
_CITE_KEY = re.compile(r"[a-z0-9]+(?:[-.][a-z0-9]+)*")
_SHA256 = re.compile(r"[0-9a-f]{64}")
_PUNYCODE = re.compile(r"(?:^|\.)xn--", re.IGNORECASE)
_LINES = ("title", "comment", "journal_ref", "summary", "submitted_by", "organization", "shortest_abstract")
_NOT_IN_ADDRESS = re.compile(r'[\s"<>]')


@dataclass(frozen=True, slots=True)
class Author:
    """One author of a paper, as the source names them."""

    name: str
    """The name in reading order."""
    family: str | None = None
    """The family name, where the source tells it apart."""

    def __post_init__(self) -> None:
        # Asked here already, since papers have many authors.
        if not is_line(self.name) or len(self.name) > CHARACTERS["author"]:
            _check_text("author", self.name)
        if self.family is not None:
            _check_text("author's family name", self.family)


@dataclass(frozen=True, slots=True, order=True)
class Link:
    """Something on the web that belongs to a paper."""

    kind: LinkKind
    url: str
    """An absolute http or https address."""

    def __post_init__(self) -> None:
        if self.kind not in LINK_KINDS:
            raise RecordError("link", self.kind, f"one of {', '.join(LINK_KINDS)}")
        check_length("link", self.url)
        if not _is_web_address(self.url):
            raise RecordError("link", self.url, "an http or https address without spaces")

    @property
    def is_plain(self) -> bool:
        """Whether the address leads where it seems to lead; one that may not is shown as text.

        In `https://arxiv.org@evil.example/` the first host is the name of a user, browsers take a backslash
        for a slash, and a host in other letters than ASCII, `xn--` or not, may look like any other.
        """
        host = urlsplit(self.url).netloc
        disguised = "@" in host or "\\" in self.url or not host.isascii()
        return not disguised and not _PUNYCODE.search(host)


@dataclass(frozen=True, slots=True)
class Paper:
    """One paper: what it says of itself, and where it was listed."""

    id: str
    """Its address under `/papers/`: a bare arXiv identifier or a slug. For ever."""
    title: str
    """One line of text, never markup; TeX between dollar signs is mathematics."""
    listed: tuple[date, ...]
    """All days (UTC) it was listed on, ascending; at least one."""
    source: Source
    """Whose account title, abstract, authors and dates are."""
    abstract: str | None = None
    """Paragraphs of text, each on one line, a blank line between two."""
    authors: tuple[Author, ...] = ()
    """In the paper's order."""
    arxiv_id: str | None = None
    """Bare: no version, no subject class."""
    doi: str | None = None
    """Without the resolver's address."""
    published: date | None = None
    """Day of the first version."""
    updated: date | None = None
    """Day of the version that this account describes."""
    withdrawn: bool = False
    """Whether the authors or the archive that holds it withdrew it."""
    categories: tuple[str, ...] = ()
    """arXiv categories, the primary one first."""
    comment: str | None = None
    """The authors' remark on arXiv: pages, figures, venue."""
    journal_ref: str | None = None
    """Where it appeared, as arXiv gives it."""
    links: tuple[Link, ...] = ()
    """Ascending, no two alike."""
    topics: tuple[str, ...] = ()
    """Keywords, ascending, no two alike."""
    summary: str | None = None
    """One paragraph by the source, not by the authors."""
    votes: int | None = None
    """The largest count seen."""
    submitted_by: str | None = None
    """Who put it on the list."""
    organization: str | None = None
    """Whose paper it is, as the source says."""
    cite_key: str | None = None
    """Made once, when authors and year are known; never changed."""
    aliases: tuple[str, ...] = ()
    """Other addresses under `/papers/` that lead here, ascending."""
    other_names: tuple[str, ...] = ()
    """Titles and DOIs by which it was also listed, earlier or by another account, ascending."""
    shortest_abstract: str | None = None
    """How the shortest abstract of accounts that stand as high as this one begins; None if it is this."""

    def __post_init__(self) -> None:
        _check_bounds(self)
        for alias in (self.id, *self.aliases):
            _check_address(alias)
        for name in _LINES:
            if (text := getattr(self, name)) is not None:
                _check_text(name, text)
        _check_text("abstract", self.abstract, paragraphs)
        for name in ("categories", "topics", "other_names"):
            for value in getattr(self, name):
                _check_text(name, value)
        if self.arxiv_id is not None and not is_arxiv_id(self.arxiv_id):
            raise RecordError("arxiv_id", self.arxiv_id, "a bare arXiv identifier such as 2604.07429")
        if self.doi is not None and not is_doi(self.doi):
            raise RecordError("doi", self.doi, "a DOI such as 10.48550/arXiv.1706.03762")
        if self.cite_key is not None and not _CITE_KEY.fullmatch(self.cite_key):
            raise RecordError("cite_key", self.cite_key, "lower-case words with hyphens between them")
        if self.source not in SOURCES:
            raise RecordError("source", self.source, f"one of {', '.join(SOURCES)}")
        if not self.listed:
            raise RecordError("listed", self.listed, "at least one listing day")
        for name in ("listed", "links", "topics", "aliases", "other_names"):
            _check_ascending(name, getattr(self, name))
        if self.id in self.aliases:
            raise RecordError("aliases", self.id, "addresses other than the paper's own")


@dataclass(frozen=True, slots=True)
class Tombstone:
    """What stands where a paper was taken down: its address stays, later listings do not bring it back."""

    id: str
    reason: str
    title_digest: str
    """Of the removed paper's title (see `name_digest`), by which a listing without identifiers is known."""
    aliases: tuple[str, ...] = ()
    other_digests: tuple[str, ...] = ()
    """Of its DOI, and of all other names it ever had, ascending."""

    def __post_init__(self) -> None:
        check_count("aliases", self.aliases)
        for alias in (self.id, *self.aliases):
            _check_address(alias)
        _check_text("reason", self.reason)
        for value in self.digests:
            if not _SHA256.fullmatch(value):
                raise RecordError("title_digest", value, "64 hexadecimal digits")
        _check_ascending("aliases", self.aliases)
        _check_ascending("other_digests", self.other_digests)

    @property
    def digests(self) -> tuple[str, ...]:
        """Of all its names."""
        return (self.title_digest, *self.other_digests)


@dataclass(frozen=True, slots=True, order=True)
class Rejection:
    """A stretch of a listing that is neither a paper nor known furniture."""

    first: int
    """Where it starts, from 1: a line of a text, an entry of anything else."""
    last: int
    reason: str
    text: str
    """Its beginning."""

    def __post_init__(self) -> None:
        if not 1 <= self.first <= self.last:
            raise RecordError("rejection", (self.first, self.last), "a range that starts at 1 or later")
        check_number("rejection", self.last)
        _check_text("rejection's reason", self.reason)
        _check_text("rejection's text", self.text)


DatedBy = Literal["listing", "name", "option", "today", "datestamp"]
"""What gave a listing day its year: the listing, its file's name, the command line, or the clock.

By its datestamp a paper is on the day when arXiv last changed its record, which need not be one when it was
announced.
"""

Announced = Literal["new", "cross", "replace"]
"""How arXiv announced a paper: as new, as listed under one more category, or as having a new version."""


@dataclass(frozen=True, slots=True)
class Receipt:
    """What one source reported for one day."""

    source: Source
    scope: str
    """Which of the source's lists: a file's name, a category, an endpoint."""
    sha256: str
    """Of the canonical record set that was read."""
    received: int
    """Entries that became records, repetitions included."""
    ids: tuple[str, ...]
    """The papers, each once: in listed order, those of a part by identifier."""
    rejections: tuple[Rejection, ...] = ()
    dated_by: DatedBy = "listing"
    earlier: tuple[str, ...] = ()
    """Papers that an earlier reading of the same list had and this one has not."""
    first_seen: str | None = None
    """When this record set was first fetched (UTC, ISO 8601); None for a listing dropped in by hand."""
    announced: tuple[tuple[str, Announced], ...] = ()
    """How papers in `ids` or `earlier` were announced, in their order, where the list says so."""
    partial: bool = False
    """Whether the list gave only a part of the day, as one of a week does."""

    def __post_init__(self) -> None:
        if self.source not in SOURCES:
            raise RecordError("source", self.source, f"one of {', '.join(SOURCES)}")
        _check_text("scope", self.scope)
        if not _SHA256.fullmatch(self.sha256):
            raise RecordError("sha256", self.sha256, "64 hexadecimal digits")
        if self.dated_by not in get_args(DatedBy):
            raise RecordError("dated_by", self.dated_by, f"one of {', '.join(get_args(DatedBy))}")
        check_number("received", self.received)
        check_count("rejections", self.rejections)
        papers = (*self.ids, *self.earlier)
        check_count("papers", papers)
        for paper_id in papers:
            _check_address(paper_id)
        if len(set(papers)) < len(papers):
            raise RecordError("papers", papers, "each paper once")
        announced = dict(self.announced)
        if [paper_id for paper_id, _ in self.announced] != [each for each in papers if each in announced]:
            raise RecordError("announced", self.announced, "papers of the list, in its order")
        if wrong := {*announced.values()} - {*get_args(Announced)}:
            raise RecordError("announced", wrong.pop(), f"one of {', '.join(get_args(Announced))}")
        _check_text("first_seen", self.first_seen)

    @property
    def of_list(self) -> str:
        """Which list of its source it is of, as `list_of` has it."""
        return list_of(self.source, self.scope)

    @property
    def record_set(self) -> tuple[object, ...]:
        """What tells that a record set of a list was read, whatever the name of the file it came in."""
        return (self.source, self.of_list, self.sha256, self.partial)

    @property
    def key(self) -> tuple[object, ...]:
        """What no two receipts of a day share, and what they are sorted by: whole lists come first.

        A list is whole in its last reading; of its parts each counts, since none says what another lacks. A
        list of changes stands beside the one that announced papers.
        """
        of_list = (self.partial, self.source, self.scope, self.dated_by == "datestamp")
        return (*of_list, self.sha256, self.rejections) if self.partial else of_list

    def after(self, others: Iterable["Receipt"], papers: Iterable[str]) -> "Receipt":
        """Give it with those `papers` as earlier ones that it has not itself, announced as `others` say."""
        earlier = ascending({*papers} - {*self.ids})
        how = dict(each for receipt in (*others, self) for each in receipt.announced)
        announced = tuple((paper_id, how[paper_id]) for paper_id in (*self.ids, *earlier) if paper_id in how)
        return replace(self, earlier=earlier, announced=announced)

    def announced_as(self, how: Announced) -> tuple[str, ...]:
        """Give the papers that were announced so, in order."""
        return tuple(paper_id for paper_id, announced in self.announced if announced == how)


@dataclass(frozen=True, slots=True)
class Day:
    """One listing day: who reported it, and what they reported."""

    date: date
    receipts: tuple[Receipt, ...]
    """Ascending by their keys, no two of one key."""

    def __post_init__(self) -> None:
        check_day("day", self.date)
        check_count("receipts", self.receipts)
        _check_ascending("receipts", tuple(receipt.key for receipt in self.receipts))

    def ids(self) -> tuple[str, ...]:
        """Give the papers of the day, each once: in listed order, then those that only parts of lists name.

        Those stand list by list and by identifier, since the order in a part says nothing about the day.
        """
        named = [(each, id) for each in self.receipts for id in (*each.ids, *each.earlier)]
        whole = [id for each, id in named if not each.partial]
        parts = sorted((each.source, each.scope, id) for each, id in named if each.partial)
        return tuple(dict.fromkeys([*whole, *(id for _, _, id in parts)]))


def list_of(source: Source, scope: str) -> str:
    """Give which list of a source a scope names: of arXiv a category, or the OAI-PMH set of one.

    Any other source is one list, "": its scope is the name of a file, or always the same.
    """
    return category_of(scope) if source == "arxiv" else ""


def ascending(values: Iterable[T]) -> tuple[T, ...]:
    """Give `values` sorted, each once."""
    return tuple(sorted(set(values)))


def _check_bounds(paper: Paper) -> None:
    """Raise RecordError where a paper holds more than it may; lines are measured as their form is checked."""
    for name in ("authors", "categories", "listed", "links", "topics", "aliases", "other_names"):
        check_count(name, getattr(paper, name))
    for name, text in (("doi", paper.doi), ("cite_key", paper.cite_key)):
        check_length(name, text or "")
    check_length("authors", "".join(f"{author.name}{author.family or ''}" for author in paper.authors))
    check_number("votes", paper.votes or 0)
    for day in paper.listed:
        check_day("listed", day)
    check_day("published", paper.published)
    check_day("updated", paper.updated)


def _check_address(text: str) -> None:
    if not is_address(text):
        raise RecordError("id", text, "an arXiv identifier such as 2604.07429, or a slug")


def _check_text(field: str, text: str | None, form: Callable[[str], str] = one_line) -> None:
    if text is None:
        return
    check_length(field, text)
    if is_line(text):
        return
    if not text or form(text) != text or replace_forbidden(text)[1]:
        raise RecordError(field, text, "text with single spaces and no control characters, or none at all")


def _check_ascending(field: str, values: tuple[object, ...]) -> None:
    if len(values) > 1 and list(values) != sorted(set(values)):  # type: ignore[type-var]
        raise RecordError(field, values, "ascending values, none twice")


def _is_web_address(url: str) -> bool:
    try:
        parts = urlsplit(url)
    except ValueError:
        return False
    return (
        parts.scheme in ("http", "https")
        and bool(parts.hostname)
        and not _NOT_IN_ADDRESS.search(url)
        and not replace_forbidden(url)[1]
    )
