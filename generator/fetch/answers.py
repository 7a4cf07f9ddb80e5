"""What an HTTP answer has to be before anything reads it, and what a refusal asks of us."""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import UTC, datetime
from email.utils import parsedate_to_datetime
from typing import Literal, NoReturn, Protocol
from xml.parsers.expat import ExpatError, ParserCreate

from ..sources.fields import load
from ..text.plain import whole_number

Kind = Literal["json", "xml"]
"""What an answer has to be."""

_HTML = re.compile(rb"<!doctype\s+html|<(?:html|head|body)\b", re.IGNORECASE)
_PROLOG = re.compile(rb"(?:\s+|<\?.*?\?>|<!--.*?-->)*", re.DOTALL)
_TITLE = re.compile(rb"<title[^<>]*>\s*+([^<]{1,80})", re.IGNORECASE)
_HEAD = 10_000
"""Bytes of a page in which its title is looked for; in all of a broken one that could take minutes."""
_RESET = re.compile(r"(?:^|[;,\s])t=(\d+)")


@dataclass(frozen=True, slots=True)
class Answer:
    """What an address gave: whole, of the kind that was asked for, unpacked."""

    url: str
    """The address that answered, after redirects."""
    body: bytes
    retrieved: datetime
    """When it came (UTC, whole seconds)."""


class Get(Protocol):
    """A way to get an address, such as `Fetcher.get`; raises FetchError."""

    def __call__(self, url: str, kind: Kind) -> Answer:
        """Get `url`, which has to answer with `kind`."""


def fault(body: bytes, kind: Kind) -> str | None:
    """Say what is wrong with `body` as a whole, well-formed answer of `kind`, or None."""
    text = body.removeprefix(b"\xef\xbb\xbf")
    start = text[_prolog_length(text) :]
    if _HTML.match(start):
        title = _TITLE.search(start, 0, _HEAD)
        named = f' "{" ".join(title[1].decode(errors="replace").split())}"' if title else ""
        return f"found an HTML page{named} instead of {kind.upper()}"
    if not start.strip():
        return f"found nothing instead of {kind.upper()}"
    return _json_fault(text) if kind == "json" else _xml_fault(text)


def wait_asked_for(headers: Mapping[str, str], now: datetime) -> float | None:
    """Give the seconds that a server asks us to wait, or None where it does not say.

    `Retry-After` in either form (RFC 9110, section 10.2.3), else the reset time of `RateLimit`, which Hugging
    Face sends (draft-ietf-httpapi-ratelimit-headers-09, https://huggingface.co/docs/hub/rate-limits).

    >>> wait_asked_for({"Retry-After": "120"}, datetime(2026, 4, 10, tzinfo=UTC))
    120.0
    """
    asked = headers.get("Retry-After", "").strip()
    if (seconds := whole_number(asked)) is not None:
        return float(seconds)
    try:
        moment = parsedate_to_datetime(asked)
        if moment.tzinfo is None:
            moment = moment.replace(tzinfo=UTC)
        return max(0.0, (moment - now).total_seconds())
    except (ValueError, OverflowError):  # no date, or one that no calendar has
        reset = _RESET.search(headers.get("RateLimit", ""))
        return float(reset[1]) if reset else None


def _prolog_length(text: bytes) -> int:
    match = _PROLOG.match(text)
    return match.end() if match else 0


def _json_fault(text: bytes) -> str | None:
    try:
        load(text)
    except ValueError as error:
        return f"found JSON that is broken or cut short ({error})"
    return None


def _xml_fault(text: bytes) -> str | None:
    parser = ParserCreate()
    parser.StartDoctypeDeclHandler = _refuse_doctype
    try:
        parser.Parse(text, True)
    except (ExpatError, ValueError, LookupError) as error:  # the last for an encoding that nobody knows
        begins = text[:40].decode(errors="replace")
        return f"found XML that is broken or cut short ({error}); it begins with {begins!r}"
    return None


def _refuse_doctype(*_: object) -> NoReturn:
    raise ValueError("a document type, which could declare entities without end")
