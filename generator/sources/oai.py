"""arXiv's OAI-PMH answers, in the metadata forms `arXiv`, `arXivRaw` and `oai_dc`.

A record was listed on the day of its `datestamp`: the day it was added or changed, by which OAI-PMH lists it.
The scope is the set that was asked for, otherwise `oai`; only the first page of a list tells it. `oai_dc` has
subjects but no categories, so it gives none. A deleted record is a rejection.
Sources: https://info.arxiv.org/help/oa/index.html, https://www.openarchives.org/OAI/openarchivesprotocol.html
"""

import re
from collections.abc import Iterator
from datetime import UTC, date
from email.utils import parsedate_to_datetime
from typing import NamedTuple
from xml.etree.ElementTree import Element

from ..papers.errors import ListingError, RecordError
from ..papers.identifiers import parse_arxiv_id, require_arxiv_id
from ..papers.records import Author, Paper, one_line
from .arxiv import authors_in, doi_in, is_withdrawn
from .cleaning import Texts
from .entries import DaySought, Reader, day_sought, read_listing
from .fields import read_day
from .links import links_of
from .listing import Hint, Listing, opening
from .xml import parse_xml, quote, text_of

_NO_RECORDS = "noRecordsMatch"
_ROOT = re.compile(r"<OAI-PMH[\s>]")
_COMMENT = "Comment:"


class Part(NamedTuple):
    """One answer of those that a long list comes in."""

    records: int
    """How many it has."""
    token: str | None
    """What the next part is asked for with, None at the end of the list."""
    announced: int | None
    """Records of the whole list, None where the answer does not say."""


def recognises(data: bytes) -> bool:
    """Tell whether `data` could be an OAI-PMH answer."""
    start = opening(data)
    return start.startswith("<") and _ROOT.search(start) is not None


def parse(data: bytes, hint: Hint) -> Listing:
    """Read an answer; raises ListingError when it is broken, an error, without records or without a day."""
    root = _answer(data, hint.name)
    request = root.find("{*}request")
    asked = {} if request is None else request.attrib
    answer = next(
        (part for verb in ("ListRecords", "GetRecord") for part in root.findall(f"{{*}}{verb}")), None
    )
    if answer is None and root.find("{*}error") is None:
        raise ListingError(hint.name, "found an OAI-PMH answer without records; ask for ListRecords", 1)
    records = [] if answer is None else answer.findall("{*}record")
    sought = day_sought(hint) if records else day_sought(hint, _day_asked(asked))
    texts = Texts()
    reader = Reader[Element](
        paper=lambda record: _paper(record, texts, sought), own_day=_own_day, quote=quote
    )
    scope = one_line(asked.get("set", "")) or "oai"
    raws = list(enumerate(records, 1))
    return read_listing(raws, reader, sought, hint, source="arxiv", scope=scope, texts=texts)


def part_of(data: bytes, name: str) -> Part:
    """Tell which part of a list an answer is; raises ListingError when it is broken or an error."""
    root = _answer(data, name)
    token = root.find("{*}ListRecords/{*}resumptionToken")
    size = "" if token is None else token.get("completeListSize", "").strip()
    return Part(
        records=len(root.findall("{*}ListRecords/{*}record")),
        token=text_of(token).strip() or None,
        announced=int(size) if re.fullmatch(r"[0-9]{1,9}", size) else None,
    )


def _answer(data: bytes, name: str) -> Element:
    """Give the root of an answer; raises ListingError for an error other than that nothing was found."""
    root = parse_xml(data, name)
    error = root.find("{*}error")
    if error is not None and error.get("code") != _NO_RECORDS:
        raise ListingError(
            name,
            f"arXiv answered with an error: {error.get('code')!r}, {one_line(text_of(error))!r}; "
            "correct the request",
        )
    return root


def _paper(record: Element, texts: Texts, sought: DaySought) -> Paper:
    header = record.find("{*}header")
    if header is not None and header.get("status") == "deleted":
        raise RecordError("record", "deleted", "a record that arXiv still has")
    stamp = text_of(record.find("{*}header/{*}datestamp")).strip()
    day = sought.of(read_day(stamp, "datestamp") if stamp else None)
    metadata = record.find("{*}metadata/*")
    if metadata is None:
        raise RecordError("metadata", None, "arXiv, arXivRaw or oai_dc")
    form = metadata.tag.rpartition("}")[2]
    if form in ("arXiv", "arXivRaw"):
        return _arxiv_paper(metadata, texts, day)
    if form == "dc":
        return _dublin_core_paper(metadata, texts, day)
    raise RecordError("metadata", form, "arXiv, arXivRaw or oai_dc")


def _arxiv_paper(metadata: Element, texts: Texts, day: date) -> Paper:
    """Read the forms `arXiv` and `arXivRaw`, which differ in how they give authors and dates."""
    arxiv_id = require_arxiv_id(_get(metadata, "id"))
    abstract, comment = texts.paragraphs(_get(metadata, "abstract")), texts.line(_get(metadata, "comments"))
    versions = metadata.findall("{*}version")
    days = list(_days_of_versions(versions) if versions else _days(metadata, "created", "updated"))
    return Paper(
        id=arxiv_id,
        title=texts.required(_get(metadata, "title"), "title"),
        listed=(day,),
        source="arxiv",
        abstract=abstract,
        authors=tuple(_authors(metadata, texts)) or authors_in(_get(metadata, "authors"), texts),
        arxiv_id=arxiv_id,
        doi=doi_in(texts.line(_get(metadata, "doi"))),
        published=min(days, default=None),
        updated=max(days, default=None),
        withdrawn=is_withdrawn(abstract, comment) or (bool(versions) and _is_ignored(versions[-1])),
        categories=tuple(dict.fromkeys(_get(metadata, "categories").split())),
        comment=comment,
        journal_ref=texts.line(_get(metadata, "journal-ref")),
        links=links_of((), abstract, comment),
    )


def _dublin_core_paper(metadata: Element, texts: Texts, day: date) -> Paper:
    """Read the form `oai_dc`, where only its words tell a comment, a journal or a DOI from its neighbours."""
    identifiers = _all(metadata, "identifier")
    arxiv_id = require_arxiv_id(next(filter(parse_arxiv_id, identifiers), ""))
    dois = [text for text in identifiers if text.lower().startswith("doi:")]
    journals = [text for text in identifiers if "://" not in text and text not in dois]
    descriptions = _all(metadata, "description")
    comments = [text.removeprefix(_COMMENT) for text in descriptions if text.startswith(_COMMENT)]
    abstract = texts.paragraphs("\n\n".join(text for text in descriptions if not text.startswith(_COMMENT)))
    comment = texts.line(" ".join(comments))
    days = [read_day(text) for text in _all(metadata, "date")]
    return Paper(
        id=arxiv_id,
        title=texts.required(next(iter(_all(metadata, "title")), ""), "title"),
        listed=(day,),
        source="arxiv",
        abstract=abstract,
        authors=tuple(_inverted(name) for text in _all(metadata, "creator") if (name := texts.line(text))),
        arxiv_id=arxiv_id,
        doi=doi_in(texts.line(dois[0])) if dois else None,
        published=min(days, default=None),
        updated=max(days, default=None),
        withdrawn=is_withdrawn(abstract, comment),
        comment=comment,
        journal_ref=texts.line("; ".join(journals)),
        links=links_of((), abstract, comment),
    )


def _authors(metadata: Element, texts: Texts) -> Iterator[Author]:
    for author in metadata.iterfind("{*}authors/{*}author"):
        family = texts.line(_get(author, "keyname"))
        forenames, suffix = texts.line(_get(author, "forenames")), texts.line(_get(author, "suffix"))
        if family:
            name = " ".join(filter(None, (forenames, family, suffix)))
            yield Author(name, family if forenames else None)


def _inverted(text: str) -> Author:
    """Give the author of `Family, Forenames` or `Family, Forenames, Suffix`.

    >>> _inverted("Lauda, Aaron D.")
    Author(name='Aaron D. Lauda', family='Lauda')
    """
    family, *rest = filter(None, (one_line(part) for part in text.split(",")))
    return Author(" ".join((*rest[:1], family, *rest[1:])), family if rest else None)


def _days(metadata: Element, *names: str) -> Iterator[date]:
    for name in names:
        if text := _get(metadata, name):
            yield read_day(text, name)


def _days_of_versions(versions: list[Element]) -> Iterator[date]:
    for version in versions:
        if text := _get(version, "date"):
            try:
                yield parsedate_to_datetime(text).astimezone(UTC).date()
            except (ValueError, OverflowError, TypeError, IndexError) as error:
                raise RecordError("version", text, "a time such as Mon, 12 Jun 2017 17:57:34 GMT") from error


def _is_ignored(version: Element) -> bool:
    """Tell whether a version has no files, as arXiv marks withdrawn ones: `I` among its source flags."""
    return "I" in _get(version, "source_type")


def _own_day(record: Element) -> date | None:
    try:
        return read_day(text_of(record.find("{*}header/{*}datestamp")).strip())
    except RecordError:
        return None


def _day_asked(asked: dict[str, str]) -> date | None:
    """Give the day that a request was for, None where it was for several."""
    since, until = asked.get("from"), asked.get("until")
    try:
        return read_day(since) if since and since == until else None
    except RecordError:
        return None


def _get(element: Element, name: str) -> str:
    return text_of(element.find(f"{{*}}{name}")).strip()


def _all(element: Element, name: str) -> list[str]:
    return [text for child in element.iterfind(f"{{*}}{name}") if (text := text_of(child).strip())]
