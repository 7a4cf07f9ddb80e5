"""An entry of arXiv's list pages, as the browser copies it.

It is "[3] arXiv:2508.94403 (cross-list from cs.AI) [pdf, html, other]", in one line or several; then
"Title:", a line of authors, "Comments:", "Journal-ref:" and "Subjects:", of which title and subjects are
never missing; on the page of new papers the abstract follows. A label stands before its text or above it.
Source: https://github.com/arXiv/arxiv-browse (browse/templates/list)
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from itertools import pairwise

from ..papers.categories import CATEGORY
from ..papers.errors import RecordError
from ..papers.identifiers import require_arxiv_id
from ..papers.records import Announced, Paper
from .arxiv import authors_in
from .cleaning import Texts
from .links import links_of
from .text_lines import Line, ends, goes_on, joined
from .withdrawn import is_withdrawn

_NUMBER = re.compile(r"\[\d{1,6}\]")
_BEGINS = re.compile(r"\[\d{1,6}\] ?arXiv:", re.IGNORECASE)
_IDENTIFIER = re.compile(r"arXiv: ?\S", re.IGNORECASE)
_HEAD = re.compile(
    r"\[\d{1,6}\] ?arXiv: ?(?P<id>\S+)"
    rf"(?: ?\((?:(?P<cross>cross-list from {CATEGORY})|(?P<replaced>replaced))\))?"
    r"(?: ?\[ ?[a-z]{2,9}(?: ?, ?[a-z]{2,9}){0,5} ?\])?",
    re.IGNORECASE,
)
_LABEL = re.compile(r"(Title|Authors?|Comments?|Journal-ref|Subjects?) ?: ?(.*)")
_SUBJECT = re.compile(rf"(?P<name>[^();]{{1,100}}) \((?P<code>{CATEGORY})\)")
_NOT_ABSTRACT = re.compile(
    r"(?:Title|Authors?|Comments?|Journal-ref|Subjects?) ?:|\[\d{1,6}\]|arXiv: ?\S+(?: ?[(\[].*)?$"
    r"|[\[(] ?(?:pdf|cross-list|replaced)\b",
    re.IGNORECASE,
)
"""A line of another entry, whose first line is missing."""
_NOT_ALL = re.compile(r"\bet al\b|additional authors? not shown|\bauthors? list is unavailable")
"""Authors that the page does not name all."""


@dataclass(frozen=True, slots=True)
class ListEntry:
    """What an entry says."""

    arxiv_id: str
    title: str
    authors: str
    """As the page has them, in one text; "" where it does not name all."""
    subjects: tuple[tuple[str, str], ...]
    """Each with its name and its category, the primary one first."""
    comment: str | None
    journal_ref: str | None
    abstract: str | None
    announced: Announced | None
    """What the entry itself says of how it was announced."""

    @property
    def categories(self) -> tuple[str, ...]:
        """The arXiv categories, the primary one first."""
        return tuple(dict.fromkeys(code for _, code in self.subjects))

    def paper(self, day: date) -> Paper:
        """Give the paper, as listed on `day`; raise RecordError where a record cannot hold it."""
        texts = Texts()
        return Paper(
            id=self.arxiv_id,
            title=self.title,
            listed=(day,),
            source="arxiv",
            abstract=self.abstract,
            authors=authors_in(self.authors, texts),
            arxiv_id=self.arxiv_id,
            withdrawn=is_withdrawn(self.abstract, self.comment),
            categories=self.categories,
            comment=self.comment,
            journal_ref=self.journal_ref,
            links=links_of((), self.abstract, self.comment),
        )


def begins_entry(line: Line, following: Line | None) -> bool:
    """Tell whether an entry begins with a line: its number, and its identifier there or in the next line."""
    if _NUMBER.fullmatch(line.text):
        return following is not None and _IDENTIFIER.match(following.text) is not None
    return _BEGINS.match(line.text) is not None


def has_subjects(line: Line) -> bool:
    """Tell whether a line is the last of those that every entry has."""
    return line.text.startswith("Subject")


def subjects_in(text: str) -> tuple[tuple[str, str], ...]:
    """Give the names and categories in the text of subjects; raise RecordError where one has no category."""
    subjects = []
    for part in text.split(";"):
        match = _SUBJECT.fullmatch(part.strip())
        if not match:
            raise RecordError("subjects", text, "such as Computation and Language (cs.CL); Robotics (cs.RO)")
        subjects.append((match["name"], match["code"]))
    return tuple(subjects)


def read_entry(lines: Sequence[Line], width: int, *, at_end: bool) -> ListEntry:
    """Read an entry; raise RecordError, naming the field, for one that is not understood.

    `at_end` tells that the text ends with it, so that it may be cut short.
    """
    fields = _fields(lines)
    head = _HEAD.fullmatch(" ".join(line.text for line in fields["head"]))
    if not head:
        text = " ".join(line.text for line in fields["head"])
        raise RecordError("entry", text, "a number, an identifier and formats before its title")
    return ListEntry(
        arxiv_id=require_arxiv_id(head["id"]),
        title=_one(fields, "Title"),
        authors=_authors(fields.get("Author", [])),
        subjects=subjects_in(_one(fields, "Subject")),
        comment=_all(fields, "Comment"),
        journal_ref=_all(fields, "Journal-ref"),
        abstract=_abstract(fields.get("abstract", []), width, at_end=at_end),
        announced="cross" if head["cross"] else "replace" if head["replaced"] else None,
    )


def _fields(lines: Sequence[Line]) -> dict[str, list[Line]]:
    """Give the lines of each field, without its label."""
    fields: dict[str, list[Line]] = {"head": []}
    at = "head"
    for line in lines:
        label = (
            _LABEL.fullmatch(line.text) if at != "abstract" and not (at == "Subject" and fields[at]) else None
        )
        if label:
            at = label[1].removesuffix("s")
            if at in fields:
                raise RecordError(f"line {line.number}", line.text, "each field of an entry once")
            fields[at] = [Line(line.number, label[2])] if label[2] else []
            continue
        if at == "Title" and fields[at]:
            at = "Author"
            fields[at] = []
        elif at == "Subject" and fields[at] and not _goes_on_after(";", fields[at][-1], line):
            at = "abstract"
            fields[at] = []
        if at == "abstract" and _NOT_ABSTRACT.match(line.text):
            raise RecordError(f"line {line.number}", line.text, "the abstract, or the first line of an entry")
        fields[at].append(line)
    return fields


def _one(fields: dict[str, list[Line]], name: str) -> str:
    """Give the text of a field that no entry lacks."""
    text = _all(fields, name)
    if text is None:
        raise RecordError(name.lower(), None, "every entry has it; is the text cut short?")
    return text


def _all(fields: dict[str, list[Line]], name: str) -> str | None:
    return joined(line.text for line in fields.get(name, [])) or None


def _authors(lines: Sequence[Line]) -> str:
    for line, following in pairwise(lines):
        if not _goes_on_after(",", line, following):
            raise RecordError(
                f"line {following.number}", following.text, "authors in one line, after the title's"
            )
    text = " ".join(line.text for line in lines)
    return "" if _NOT_ALL.search(text) else text


def _goes_on_after(mark: str, line: Line, following: Line) -> bool:
    return line.text.endswith(mark) or following.text.startswith(mark)


def _abstract(lines: Sequence[Line], width: int, *, at_end: bool) -> str | None:
    """Give the paragraphs of an abstract; raise RecordError for a line that does not go with it."""
    paragraphs: list[list[str]] = []
    before: Line | None = None
    for line in lines:
        goes_with = (
            before is not None and before.number == line.number - 1 and goes_on(before.text, line.text, width)
        )
        if goes_with:
            paragraphs[-1].append(line.text)
        elif before is None or _is_whole(before.text):
            paragraphs.append([line.text])
        else:
            raise RecordError(f"line {line.number}", line.text, "what goes on with the abstract")
        before = line
    if before and (at_end or len(paragraphs) > 1) and not _is_whole(before.text):
        raise RecordError(
            f"line {before.number}", before.text, "an abstract with an end; is the text cut short?"
        )
    return "\n\n".join(map(joined, paragraphs)) or None


def _is_whole(text: str) -> bool:
    return ends(text) or "://" in text or text.endswith("this https URL")
