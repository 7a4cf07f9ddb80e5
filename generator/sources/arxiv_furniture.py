"""What arXiv's list pages have around their entries: headings that count and date them, and furniture.

Source: https://github.com/arXiv/arxiv-browse (browse/templates/list, catchup.html); pages of 2023 to 2026
"""

import re
from dataclasses import dataclass
from typing import Final

from ..papers.categories import CATEGORY
from ..papers.records import Announced
from .dates import WrittenDate, read_date
from .text_lines import Line

_COUNTS = (
    r"\((?:continued, )?showing (?:(?:first|last) )?\d{1,6}(?:-\d{1,6})? of (?P<total>\d{1,6}) entries ?\)"
)
_SECTION = re.compile(
    rf"(?P<kind>new|cross|replacement)(?: submissions|-lists|s)(?: {_COUNTS}| for (?P<day>.+))?",
    re.IGNORECASE,
)
_DAY_HEADING = re.compile(rf"(?P<day>[^()]+?)(?: {_COUNTS})?", re.IGNORECASE)
_DAY_OF_ALL = re.compile(
    r"(?:Showing new listings for|Catchup results for (?P<name>.{1,80}) on) (?P<day>.+)", re.IGNORECASE
)
_TOTAL = re.compile(r"\[? ?total of (?P<total>\d{1,6}) entries\b[\d :|.\]–-]*", re.IGNORECASE)
_SHORT_YEAR = re.compile(r" (\d\d)$")
_ANNOUNCED: Final[dict[str, Announced]] = {"new": "new", "cross": "cross", "replacement": "replace"}
_LONGEST = 200
"""Characters of a line around a list."""

_FURNITURE = frozenset(
    {
        "skip to main content",
        "cornell university",
        "donate",
        "submit",
        "log in",
        "login",
        "search",
        "search arxiv",
        "press enter to search · advanced search",
        "advanced search",
        "help | advanced search",
        "all fields",
        "title",
        "author",
        "authors",
        "abstract",
        "comments",
        "journal reference",
        "acm classification",
        "msc classification",
        "report number",
        "arxiv identifier",
        "doi",
        "orcid",
        "arxiv author id",
        "help pages",
        "full text",
        "open search",
        "go",
        "open navigation menu",
        "quick links",
        "arxiv logo",
        "new submissions",
        "cross-lists",
        "replacements",
        "see recent articles",
        "see today's new changes",
        "authors and titles for recent submissions",
        "no updates today.",
        "no updates for this time period.",
        "about",
        "help",
        "contact",
        "contact arxiv",
        "click here to contact arxiv",
        "subscribe",
        "subscribe to arxiv mailings",
        "click here to subscribe",
        "copyright",
        "privacy policy",
        "web accessibility assistance",
        "arxiv operational status",
        "get status notifications via",
        "email",
        "or slack",
        "get status notifications via email or slack",
    }
)
_AROUND = re.compile(
    r"\[? ?showing up to [\d,]+ entries per page:?[fewermoral |\]]*|(?:fewer|more|all|[ |])+"
    r"|we gratefully acknowledge .*|submissions received from .*|continue catchup on .*|view page:[\d ]*"
    r"|[\d :|.\[\]–-]*\d[-–]\d[\d :|.\[\]–-]*",
    re.IGNORECASE,
)
_OF_MONTH = re.compile(r"Authors and titles for (?!recent)", re.IGNORECASE)
_BREADCRUMB = re.compile(rf".*> ?(?P<code>{CATEGORY})")


@dataclass(frozen=True, slots=True)
class Heading:
    """A heading inside a list."""

    section: Announced
    day: WrittenDate | None
    """None where the page as a whole has a day."""
    total: int | None
    """Entries that arXiv has under it, None where it does not say."""
    is_day: bool
    """Whether it is a day of the page of recent papers, which has no abstracts and no sections."""


def heading_in(line: Line, *, before_entry: bool) -> Heading | None:
    """Give the heading that a line is, or None; without a count it is one only before an entry."""
    if len(line.text) > _LONGEST:
        return None
    if section := _SECTION.fullmatch(line.text):
        total, day = section["total"], _day_in(section["day"] or "")
        if total or day or before_entry:
            return Heading(_ANNOUNCED[section["kind"].lower()], day, _number(total), is_day=False)
    heading = _DAY_HEADING.fullmatch(line.text)
    day = _day_in(heading["day"]) if heading else None
    if heading and day and (heading["total"] or before_entry):
        return Heading("new", day, _number(heading["total"]), is_day=True)
    return None


def day_of_all(line: Line) -> WrittenDate | None:
    """Give the day that a line says the whole page is of, or None."""
    match = _DAY_OF_ALL.fullmatch(line.text[:_LONGEST])
    return _day_in(match["day"]) if match else None


def total_in(line: Line) -> int | None:
    """Give how many entries a line says that the page has on all its pages, or None."""
    match = _TOTAL.fullmatch(line.text[:_LONGEST])
    return int(match["total"]) if match else None


def category_in(line: Line) -> str | None:
    """Give the category that a line leads to, as breadcrumbs do ("arXiv > cs > cs.CL"), or None."""
    match = _BREADCRUMB.fullmatch(line.text[:_LONGEST])
    return match["code"] if match else None


def name_in(line: Line) -> str:
    """Give the name of a category, if a line is one, such as the title of the page."""
    match = _DAY_OF_ALL.fullmatch(line.text[:_LONGEST])
    return (match and match["name"]) or line.text


def is_of_month(line: Line) -> bool:
    """Tell whether a line is the title of a page that lists a month, or a year, without its days."""
    return _OF_MONTH.match(line.text) is not None


def is_around(line: Line) -> bool:
    """Tell whether a line is furniture."""
    return len(line.text) <= _LONGEST and (
        line.text.casefold() in _FURNITURE
        or _AROUND.fullmatch(line.text) is not None
        or _TOTAL.fullmatch(line.text) is not None
        or day_of_all(line) is not None
        or category_in(line) is not None
        or read_date(line.text) is not None
    )


def _day_in(text: str) -> WrittenDate | None:
    """Give a date with its year, which may have two digits: "Wed, 6 Aug 25"."""
    written = read_date(_SHORT_YEAR.sub(r" 20\1", text))
    return written if written and written.year else None


def _number(text: str | None) -> int | None:
    return int(text) if text else None
