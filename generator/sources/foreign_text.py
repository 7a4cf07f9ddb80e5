"""Texts that are no list of papers known here: told by their marks, so that an error can say what to give.

Of 38,506 titles and as many abstracts on Hugging Face and arXiv, two abstracts bear a mark.
"""

import re
from collections.abc import Iterator, Sequence
from typing import Literal, NamedTuple

from .text_lines import Line

_LOOKED_AT = 200
"""Characters of a line; marks stand at its start."""
_MANY = 1 / 3
"""Share of the lines."""

_JSON_LINES = "JSON Lines, an object with title, abstract and date for each paper"
_ARXIV = "the text of arXiv's page /list/cs.CL/new, its RSS feed, or dailypapers fetch --source arxiv"
_COPIED = "the text of the page itself, as the browser copies it, or JSON Lines"


class Kind(NamedTuple):
    """A kind of text that is no list known here."""

    name: str
    """What it looks like."""
    instead: str
    """What to give instead."""
    where: Literal["line", "block", "many"]
    """What has to bear the mark: one line, the start of one block of lines, or many lines.

    Wrapped prose may begin a line with anything, but not many; many lines are enough for any kind."""
    mark: re.Pattern[str]


_NAMES = (
    r"[\"']?(?i:index|no|nr|rank|id|arxiv(?:[_ ]?id)?|doi|title|name|paper|abstract|summary|authors?|date"
    r"|published|year|url|link|pdf|venue|votes|upvotes|score|categor(?:y|ies)|subjects?|keywords|tags|source)"
    r"[\"']?"
)
"""Of columns."""
_TIME = r"(?:[01]?\d|2[0-3]):[0-5]\d(?::[0-5]\d)?(?:[ \u202f]?[AaPp]\.?[Mm]\.?)?"
_LABELS = (
    r"(?:Paper )?(?:Titles?|Authors?|Abstract|Subjects?|Comments?|Keywords?|Index Terms|Date|Published"
    r"|Submitted|Summary|Categor(?:y|ies)|Tags|URL|Link|Code|PDF|DOI|arXiv|arXiv ID|ID|Venue|Conference"
    r"|Journal|Year|Source|Affiliations?|Notes?|Why it matters|What's new) ?[:：—–]"
)

_TABLE: tuple[tuple[str, str, Literal["line", "block", "many"], str], ...] = (
    ("BibTeX", _JSON_LINES, "line", r"@[A-Za-z]+ ?[{(]"),
    ("citations for a reference manager", _JSON_LINES, "line", r"(?:TY|ER|AU|T1|PMID|PT|FN) ?- |%[0A-Z] \S"),
    (
        "LaTeX",
        _JSON_LINES,
        "line",
        r"\\(?:documentclass|usepackage|begin|end|(?:sub)*section|title|bibitem|item)\b",
    ),
    ("arXiv's mailing", _ARXIV, "line", r"\\\\(?: ?\(.*)?$|\(\*cross-listing\*\)|Subj-class:"),
    ("papers.cool", _ARXIV, "line", r".*\[(?:Copy|Kimi|REL)[ \d]*\]|Publish ?: \d{4}-"),
    (
        "another page of arXiv than a list of new or recent papers",
        _ARXIV,
        "line",
        r"Authors and titles for (?!recent)|Catchup results for |Showing \d+[-–]\d+ of [\d,]+ results"
        r"|arXiv:\S+ \[|\[Submitted on |Cite as ?:|Submission history",
    ),
    (
        "results of Google Scholar or Semantic Scholar",
        _JSON_LINES,
        "line",
        r".*\bCited by \d|.*\bAll \d+ versions|Related articles|\d+ Citations?$|.*, \+\d+ authors\b|TLDR$"
        r"|\[PDF\] ",
    ),
    (
        "a newsletter",
        _COPIED,
        "line",
        r"(?i:.*\bunsubscribe\b|.*\bin (?:your |a )?browser$|forwarded this|read online$)",
    ),
    (
        "a mail",
        _ARXIV,
        "line",
        r"(?:From|To|Subject|Cc|Reply-To|Sent|Message-ID|MIME-Version|Content-Type): |On .* wrote:$"
        r"|(?:Dear|Hi|Hello) [\w ]+[,!]$|(?:(?:Best|Kind|Warm) )?(?:[Rr]egards|[Ww]ishes),?$|Best,$"
        r"|-{3,} ?(?:Original|Forwarded)",
    ),
    (
        "changes to source code",
        _JSON_LINES,
        "line",
        r"diff --git |@@ -\d|commit [0-9a-f]{7,40}\b|(?:\+\+\+|---) [ab]/",
    ),
    (
        "a log",
        _JSON_LINES,
        "line",
        r"\[?\d{4}[-/]\d\d[-/]\d\d[T ]\d\d:\d\d|\[?(?:DEBUG|INFO|ERROR|FATAL)\b\]? ?[:\[]"
        r"|[A-Z][a-z]{2} +\d+ \d\d:\d\d:\d\d |\[(?:debug|info|warn(?:ing)?|error)\]",
    ),
    ("subtitles", _JSON_LINES, "line", r"\d\d:\d\d:\d\d[,.]\d{3} --> |WEBVTT"),
    ("a calendar or an address book", _JSON_LINES, "line", r"BEGIN:V|DTSTART"),
    (
        "a page of comments",
        _JSON_LINES,
        "line",
        r"\d+ points? by |(?:.*[ |])?\d+ (?:comments?|replies|reply)$|Posted by u/|Reply$",
    ),
    (
        "a chat",
        _COPIED,
        "line",
        rf"(?:.* )?\[?{_TIME}\]?$|\[(?:\d[\d/.-]+,? )?{_TIME}\] |\d[\d/.-]+, {_TIME} - ",
    ),
    ("Markdown", _COPIED, "line", r"#{1,6} \S|```|~~~|!\[|[-*+] \[[ x]\] |[-*+] (?:\*\*|\[[^\]]*\]\()"),
    (
        "Markdown",
        _COPIED,
        "block",
        r"\*\*\S.*\*\*|__\S.*__|> \S|\[[^\]]*\]\(|.*\]\(https?:"
        r"|\*[^\s*].*\*$|_[^\s_].*_$|`[^`]+`$",
    ),
    ("text with marked headings", _COPIED, "block", r"={1,6} \S|\*{1,6} \S|h[1-6]\. \S|\.\. [\w-]+::"),
    ("text with ruled headings", _COPIED, "line", r"([=\-~^\"'`#*+_.:])\1{2,}$|={2,} \S.* ={2,}$"),
    ("a table", _JSON_LINES, "line", r"\|.*\|$|.*[│┃║┌┐└┘├┤╔╗╚╝]|\+[-=+]+\+$"),
    ("a table", _JSON_LINES, "many", r".* \| "),
    ("CSV", _JSON_LINES, "line", rf"{_NAMES} ?[,;|] ?{_NAMES}(?: ?[,;|].*)?$|\"[^\"]*\"[,;]\""),
    ("CSV", _JSON_LINES, "many", r"[^,;]*[^\s,;][,;][^\s\d]"),
    (
        "labelled fields",
        _JSON_LINES,
        "block",
        rf"{_LABELS}|(?:arXiv:)?\d{{4}}\.\d{{4,5}}\b|[Bb]y [A-Z][\w.'-]+(?:(?:,|,? and)? [A-Z][\w.'-]+)+$",
    ),
    (
        "a document with headings",
        _JSON_LINES,
        "block",
        r"(?:\d[\d.]* )?(?i:introduction|background|related work|methods?|methodology|experiments?|results"
        r"|evaluation|discussion|limitations|conclusions?|future work|references|bibliography|appendix"
        r"|acknowledge?ments?|contents|table of contents|overview|summary|installation|requirements|usage"
        r"|getting started|quick ?start|examples?|features|configuration|contributing|license|changelog|faq"
        r"|contact|about|news|highlights)$",
    ),
    ("a list of versions", _JSON_LINES, "block", r"[Vv]ersion \d|v\d+\.\d|\[?\d+\.\d+\.\d+\]?"),
    ("filler text", _COPIED, "block", r"[Ll]orem ipsum"),
    ("a list of addresses", _JSON_LINES, "block", r"(?:https?://|www\.)\S+$|\S+@\S+\.\w+$"),
    ("a list of points", _COPIED, "block", r"[-*+•‣▪–—·] \S|(?:\d{1,3}|[a-z]|[ivx]+)[.)] |\[\d+\] |#\d+\b"),
    (
        "a configuration",
        _JSON_LINES,
        "many",
        r"(?:- )?[a-z_][a-z\d_.-]*:(?: \S|$)|\[\w[\w.-]*\]$|\w[\w.-]* ?= ?\S|---$",
    ),
    (
        "source code",
        _JSON_LINES,
        "many",
        r"(?:def|class|import|from|return|func|fn|public|static|const|let|var|if|for|#include|//|/\*|\*/|#)\b.*"
        r"|.*[;{}]$|.*\)[:;]$|\w[\w.]*\(.*\)$|\w+ ?= ?\S",
    ),
)

KINDS = tuple(Kind(name, instead, where, re.compile(mark)) for name, instead, where, mark in _TABLE)
"""From the most to the least distinctive."""
_COLUMNS = Kind("a table, its columns apart by tabs or spaces", _JSON_LINES, "many", re.compile(""))


def mark_of(text: str) -> Kind | None:
    """Give the kind of text that one line shows by itself, None where it does not."""
    start = text[:_LOOKED_AT]
    return next((kind for kind in KINDS if kind.where == "line" and kind.mark.match(start)), None)


def opening_mark(text: str) -> Kind | None:
    """Give the kind of text that one block shows by its start, None where it does not."""
    start = text[:_LOOKED_AT]
    return next((kind for kind in KINDS if kind.where != "many" and kind.mark.match(start)), None)


def kind_of_many(texts: Sequence[str]) -> Kind | None:
    """Give the kind whose mark many of `texts` bear, None where there is none."""
    starts = [text[:_LOOKED_AT] for text in texts]
    for kind in KINDS:
        if sum(kind.mark.match(start) is not None for start in starts) > _MANY * len(starts):
            return kind
    return None


def kind_of(lines: Sequence[Line]) -> tuple[Kind, Line] | None:
    """Give the kind of a text and the first line that shows it, None where nothing does."""
    filled = list(_filled(lines))
    for kind in KINDS:
        bearing = [(line, starts) for line, starts in filled if kind.mark.match(line.text[:_LOOKED_AT])]
        telling = [
            line for line, starts in bearing if kind.where == "line" or (kind.where == "block" and starts)
        ]
        if telling:
            return kind, telling[0]
        if len(bearing) > _MANY * len(filled):
            return kind, bearing[0][0]
    columns = [line for line, _ in filled if line.columns]
    if len(columns) > _MANY * len(filled):
        return _COLUMNS, columns[0]
    return None


def _filled(lines: Sequence[Line]) -> Iterator[tuple[Line, bool]]:
    """Give the lines that are not blank, and whether each starts a block."""
    before = -1
    for line in lines:
        if line.text:
            yield line, line.number != before + 1
            before = line.number
