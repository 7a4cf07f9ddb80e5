"""arXiv's feeds: Atom answers of its API, and the daily listings as RSS 2.0 or Atom.

The daily listings say their day (`pubDate`, in Atom `published`; midnight in New York, so the same day in
UTC). Everything that is announced is an entry, and says how: new papers, cross-lists and replacements. An
answer of the API says no listing day, and the dates of its papers are none: it needs `--date`, or a day in
the file's name. The scope is the category, or `api` for an answer to any other question.
Sources: https://info.arxiv.org/help/api/user-manual.html, https://info.arxiv.org/help/rss_specifications.html
"""

import re
from collections.abc import Callable, Mapping
from datetime import UTC, date
from email.utils import parsedate_to_datetime
from xml.etree.ElementTree import Element

from ..papers.authors import groups_out_of_parentheses
from ..papers.categories import is_category
from ..papers.errors import ListingError, RecordError
from ..papers.identifiers import require_arxiv_id
from ..papers.records import Announced, Author, Paper
from ..text.plain import one_line
from .cleaning import Texts
from .entries import DaySought, Reader, day_sought, read_listing
from .fields import read_day
from .links import links_of
from .listing import Hint, Listing, opening
from .withdrawn import is_withdrawn
from .xml import entries_of, local_name, parse_xml, quote, require_entry, text_of

_ATOM = "{http://www.w3.org/2005/Atom}"
_ARXIV = "{http://arxiv.org/schemas/atom}"
_DC = "{http://purl.org/dc/elements/1.1/}"

_ROOT = re.compile(r"<(?:rss|feed)[\s>]")
_OF_CATEGORY = re.compile(r"search_query=cat:([A-Za-z-]+(?:\.[A-Za-z-]+)?)&id_list=(?:&|$)")
_ERROR = "arxiv.org/api/errors"
_DAILY = re.compile(r"//(?:rss|export)\.arxiv\.org/(?:rss|atom)/([\w.+-]+)")
_HEADED = re.compile(r"arXiv:\S+\s+Announce Type:\s*(\S+)\s+Abstract:\s*")
"""What stands before an abstract in a daily listing."""
_ANNOUNCED: Mapping[str, Announced] = {
    "new": "new",
    "cross": "cross",
    "replace": "replace",
    "replace-cross": "replace",
}
"""How a paper is announced, by what a daily listing says."""

_ENTRY = ("item", "entry")
_LIST = "channel"
_FURNITURE = ("author", "contributor", "image", "textInput", "skipDays", "skipHours", "Query")
"""Elements of a feed that hold others and are no entries."""

_DOI = re.compile(r"10\.\d{4,9}/\S*[^\s,;]")
_AFFILIATION = re.compile(r"\([^()]*\)")
_AFFILIATIONS_NESTED = 3
_SUFFIX = r"(?:jr|sr|ii|iii|iv)\b"
_BEFORE_SUFFIX = re.compile(rf", ?(?={_SUFFIX})", re.IGNORECASE)
_BETWEEN_NAMES = re.compile(r", ?and |,| and ")


def recognises(data: bytes) -> bool:
    """Tell whether `data` could be a feed: Atom or RSS."""
    start = opening(data)
    return start.startswith("<") and _ROOT.search(start) is not None


def parse(data: bytes, hint: Hint) -> Listing:
    """Read a feed; raises ListingError when it is broken, is not arXiv's or an error, or tells no day."""
    root = parse_xml(data, hint.name)
    lists = [each for each in root if local_name(each) == _LIST] if root.tag == "rss" else [root]
    feed = next(iter(lists), None)
    if feed is None or (feed is root and root.tag != f"{_ATOM}feed"):
        raise ListingError(hint.name, "found neither Atom nor an RSS channel; fetch it again", 1)
    title, address = one_line(_first(feed, "title")), _first(feed, "link", "id")
    if "error for query" in title:
        raise ListingError(hint.name, f"arXiv answered with an error: {title!r}; correct the categories")
    beside = [] if feed is root else entries_of([root], _ENTRY, (*_FURNITURE, _LIST))
    entries = [*entries_of(lists, _ENTRY, _FURNITURE), *beside]
    if daily := _DAILY.search(address):
        return _read_daily(entries, _day(_first(feed, "pubDate", "updated")), daily[1], hint)
    if "//arxiv.org/" not in address:
        raise ListingError(hint.name, f"found a feed of {address!r}; known are those of arXiv", 1)
    return _read_answer(entries, title, hint)


def authors_in(text: str, texts: Texts) -> tuple[Author, ...]:
    """Give the authors that one text names, without their affiliations.

    >>> [author.name for author in authors_in("A. Gould (1), B. Dorsher, Jr. and C. Udal ((1) CfA)", Texts())]
    ['A. Gould', 'B. Dorsher Jr.', 'C. Udal']
    """
    text = groups_out_of_parentheses(one_line(text))
    for _ in range(_AFFILIATIONS_NESTED):
        text = _AFFILIATION.sub(" ", text)
    names = map(texts.line, _BETWEEN_NAMES.split(_BEFORE_SUFFIX.sub(" ", text)))
    return tuple(Author(name) for name in names if name)


def doi_in(text: str | None) -> str | None:
    """Give the first DOI in `text`, or all of it when there is none: a record will not take it."""
    match = _DOI.search(text or "")
    return match[0] if match else text


def _read_answer(entries: list[Element], title: str, hint: Hint) -> Listing:
    """Read an answer of the API."""
    for entry in entries:
        if _ERROR in _first(entry, "id"):
            raise ListingError(
                hint.name,
                f"arXiv answered with an error: {one_line(_first(entry, 'summary'))!r}; correct the query",
            )
    sought = day_sought(hint)
    if sought.day is None and not entries:
        raise ListingError(
            hint.name,
            "the answer of arXiv's API is empty: no paper was found; correct the query, or give "
            "--date 2025-08-06 if that day had none",
        )
    if sought.day is None:
        raise ListingError(
            hint.name,
            "an answer of arXiv's API tells no listing day; give --date 2025-08-06, or name the file "
            "2025-08-06.xml",
        )
    category = _OF_CATEGORY.search(title)
    return _read(entries, _paper, _no_day, lambda _: None, sought, hint, category[1] if category else "api")


def _read_daily(items: list[Element], day: date | None, scope: str, hint: Hint) -> Listing:
    """Read a daily listing; on a day without one it has no items, and only the feed itself is dated."""
    sought = day_sought(hint) if items else day_sought(hint, day)

    def own_day(item: Element) -> date | None:
        return _day(_first(item, "pubDate", "published")) or day

    return _read(items, _announced_paper, own_day, _announced, sought, hint, scope)


def _read(
    items: list[Element],
    read: Callable[[Element, Texts, date], Paper],
    own_day: Callable[[Element], date | None],
    announced: Callable[[Element], Announced | None],
    sought: DaySought,
    hint: Hint,
    scope: str,
) -> Listing:
    texts = Texts()

    def paper(item: Element) -> Paper:
        require_entry(item, _ENTRY)
        return read(item, texts, sought.of(own_day(item)))

    reader = Reader[Element](
        paper=paper,
        own_day=own_day,
        quote=quote,
        announced=announced,
    )
    raws = list(enumerate(items, 1))
    return read_listing(raws, reader, sought, hint, source="arxiv", scope=scope, texts=texts)


def _paper(entry: Element, texts: Texts, day: date) -> Paper:
    arxiv_id = require_arxiv_id(_first(entry, "id"))
    abstract, comment = texts.paragraphs(_first(entry, "summary")), texts.line(_first(entry, "comment"))
    names = (texts.line(_first(author, "name")) for author in entry.findall("{*}author"))
    published, updated = _first(entry, "published"), _first(entry, "updated")
    return Paper(
        id=arxiv_id,
        title=texts.required(_first(entry, "title"), "title"),
        listed=(day,),
        source="arxiv",
        abstract=abstract,
        authors=tuple(Author(name) for name in names if name),
        arxiv_id=arxiv_id,
        doi=doi_in(texts.line(_first(entry, "doi"))),
        published=read_day(published, "published") if published else None,
        updated=read_day(updated, "updated") if updated else None,
        withdrawn=is_withdrawn(abstract, comment),
        categories=_categories(entry),
        comment=comment,
        journal_ref=texts.line(_first(entry, "journal_ref")),
        links=links_of((), abstract, comment),
    )


def _announced_paper(item: Element, texts: Texts, day: date) -> Paper:
    arxiv_id = require_arxiv_id(_first(item, "guid", "id", "link").removeprefix("oai:arXiv.org:"))
    described = _first(item, "description", "summary")
    headed = _HEADED.match(described)
    abstract = texts.paragraphs(described[headed.end() :] if headed else described)
    return Paper(
        id=arxiv_id,
        title=texts.required(_first(item, "title"), "title"),
        listed=(day,),
        source="arxiv",
        abstract=abstract,
        authors=authors_in(_first(item, "creator"), texts),
        arxiv_id=arxiv_id,
        doi=doi_in(texts.line(_first(item, "DOI"))),
        withdrawn=is_withdrawn(abstract, None),
        categories=_categories(item),
        journal_ref=texts.line(_first(item, "journal_reference")),
        links=links_of((), abstract),
    )


def _announced(item: Element) -> Announced | None:
    headed = _HEADED.match(_first(item, "description", "summary"))
    said = _first(item, "announce_type") or (headed[1] if headed else "")
    return _ANNOUNCED.get(said.lower())


def _categories(item: Element) -> tuple[str, ...]:
    """Give the arXiv categories, the primary one first, without classes of other schemes (MSC, ACM)."""
    elements = (
        *item.findall(f"{_ARXIV}primary_category"),
        *item.findall(f"{_ATOM}category"),
        *item.findall("category"),
    )
    terms = (element.get("term") or text_of(element).strip() for element in elements)
    return tuple(dict.fromkeys(term for term in terms if is_category(term)))


def _first(item: Element, *names: str) -> str:
    """Give the text of the first child that has one of the names and any text; "" for none."""
    for name in names:
        for tag in (name, f"{_ATOM}{name}", f"{_ARXIV}{name}", f"{_DC}{name}"):
            if text := text_of(item.find(tag)).strip():
                return text
    return ""


def _day(text: str) -> date | None:
    """Give the day (UTC) in RSS's or Atom's way of writing a time, or None."""
    try:
        return read_day(text)
    except RecordError:
        pass
    try:
        return parsedate_to_datetime(text).astimezone(UTC).date()
    except (ValueError, OverflowError, TypeError, IndexError):
        return None


def _no_day(_: Element) -> date | None:
    return None
