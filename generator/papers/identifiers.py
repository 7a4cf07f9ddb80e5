"""Identifiers and addresses: how a paper is named, and the forms people write those names in."""

import re
from functools import lru_cache
from hashlib import sha256

from slugify import slugify

from ..text.tex import readable
from .bounds import CHARACTERS
from .errors import RecordError

SLUG_LENGTH = CHARACTERS["id"]
"""Characters at most in a slug, as the address rules have it."""

_SUFFIXED_LENGTH = SLUG_LENGTH - len("-01234567")

RESERVED_SLUGS = frozenset({"index", "readme", "date", "week", "month", "year", "latest"})
"""Slugs that name other things under `/papers/`."""

_PORTS = (f"{port}{number}" for port in ("com", "lpt") for number in range(10))
_DEVICES = frozenset({"con", "prn", "aux", "nul", *_PORTS})
"""Slugs that no new paper gets: on Windows no file may have such a name, whatever it ends with."""

_NEW_STYLE = r"\d{2}(?:0[1-9]|1[0-2])\.\d{4,5}"
_OLD_STYLE = r"[a-z]+(?:-[a-z]+)*(?:\.[A-Z]{2})?/\d{2}(?:0[1-9]|1[0-2])\d{3}"
_BARE_ID = re.compile(rf"{_NEW_STYLE}|[a-z]+(?:-[a-z]+)*/\d{{2}}(?:0[1-9]|1[0-2])\d{{3}}")
_DOI = r"(?:doi:\s*|(?:https?://)?(?:dx\.)?doi\.org/)?10\.48550/arxiv\."
_SITE = (
    r"(?:https?://)?(?:[a-z0-9-]+\.)*"
    r"(?:(?:arxiv|alphaxiv|ar5iv)\.org/(?:abs|pdf|html|format|overview)|(?:huggingface|hf)\.co/papers)/"
)
_STAMP = r"\s+\[[a-z-]+(?:\.[a-z-]+)?\](?:\s+\d{1,2}\s+[a-z]+\s+\d{4})?"
"""What follows the identifier in the margin of a PDF: [cs.CV] 8 Apr 2026."""
_WRITTEN_ID = re.compile(
    rf"(?:arxiv:\s*|{_DOI}|{_SITE})?"
    rf"(?P<id>{_NEW_STYLE}|{_OLD_STYLE})(?:v[1-9]\d*)?(?:{_STAMP}|(?:\.pdf)?/?(?:[?#].*)?)",
    re.IGNORECASE,
)
_SLUG = re.compile(r"[a-z0-9]+(?:-[a-z0-9]+)*")
_WORD = re.compile(r"[a-z0-9]+")
_DOI_NAME = re.compile(r"10\.\d{4,9}/\S+")
_THOUSANDS = re.compile(r"(?<=\d),(?=\d)")
_HASH_SUFFIX = re.compile(r"-[0-9a-f]{8}$")


def parse_arxiv_id(text: str) -> str | None:
    """Give the bare arXiv identifier that `text` is a spelling of, or None.

    Bare means without version, in lower case, and for an old-style identifier without its subject class.
    Forms: https://info.arxiv.org/help/arxiv_identifier.html, https://info.arxiv.org/help/doi.html

    >>> parse_arxiv_id("https://arxiv.org/abs/2604.07429v2")
    '2604.07429'
    >>> parse_arxiv_id("math.GT/0309136")
    'math/0309136'
    """
    match = _WRITTEN_ID.fullmatch(text.strip())
    if not match:
        return None
    archive, slash, number = match["id"].lower().rpartition("/")
    return f"{archive.split('.')[0]}{slash}{number}"


def is_arxiv_id(text: str) -> bool:
    """Tell whether `text` is a bare arXiv identifier, as records keep it."""
    return len(text) <= SLUG_LENGTH and _BARE_ID.fullmatch(text) is not None


def arxiv_month(arxiv_id: str) -> str:
    """Give the month in a bare arXiv identifier as `YYMM`."""
    return arxiv_id.rpartition("/")[2][:4]


def is_address(text: str) -> bool:
    """Tell whether `text` can stand as a paper's id: a bare arXiv identifier or a slug."""
    return is_arxiv_id(text) or (
        len(text) <= SLUG_LENGTH and _SLUG.fullmatch(text) is not None and text not in RESERVED_SLUGS
    )


def hyphenated(text: str) -> str:
    """Give python-slugify's slug of `text`, uncut; what it does to ASCII without entities is quickly done.

    Of a text that is longer than any title may be only the beginning counts, since to put accents in order
    takes the square of their number.

    >>> hyphenated("Don't Müll 1,000 Words!")
    'don-t-mull-1000-words'
    """
    text = text[: CHARACTERS["title"]]
    if "&" in text or not text.isascii():
        return slugify(text)
    lower = text.lower()
    return "-".join(_WORD.findall(_THOUSANDS.sub("", lower) if "," in lower else lower))


@lru_cache(maxsize=1024)  # a paper's title is asked for again and again while it is added
def title_key(title: str) -> str:
    """Give the normalised title by which accounts of a paper without an arXiv id meet; uncut, never empty."""
    return _normalised(readable(title))


def title_keys(title: str) -> tuple[str, ...]:
    """Give the title key, and where TeX stands in the title also that by which an earlier version knew it."""
    return tuple(dict.fromkeys((title_key(title), _normalised(title))))


def is_doi(text: str) -> bool:
    """Tell whether `text` is a DOI, without the resolver's address."""
    return _DOI_NAME.fullmatch(text) is not None


def name_digest(name: str) -> str:
    """Give the SHA-256 (hexadecimal) of a title, or a DOI, in its normal form.

    A taken-down paper is known by such digests, which do not show its names.
    """
    return _digest(name.lower() if is_doi(name) else title_key(name))


def name_digests(name: str) -> tuple[str, ...]:
    """Give the digest of a name, and those by which an earlier version knew it."""
    return tuple(map(_digest, (name.lower(),) if is_doi(name) else title_keys(name)))


def slug(title: str, abstract: str | None) -> str:
    """Give the slug that a paper without an arXiv id gets, unless it is taken."""
    base = _cut(title, SLUG_LENGTH)
    if not base:
        return f"paper-{_short_hash(title, abstract)}"
    return suffixed_slug(title, abstract) if base in RESERVED_SLUGS | _DEVICES else base


def suffixed_slug(title: str, abstract: str | None) -> str:
    """Give the slug of a paper whose plain slug is reserved or belongs to another paper."""
    return f"{_cut(title, _SUFFIXED_LENGTH) or 'paper'}-{_short_hash(title, abstract)}"


def base_of_slug(paper_id: str) -> str:
    """Give what a slug keeps of the title: the slug without the hash that told it from another."""
    return _HASH_SUFFIX.sub("", paper_id)


def slug_bases(key: str) -> tuple[str, str]:
    """Give what slugs keep of the title that has the title key `key`: a plain one, and one with a hash."""
    return _cut(key, SLUG_LENGTH), _cut(key, _SUFFIXED_LENGTH)


def require_arxiv_id(text: str) -> str:
    """Give the bare arXiv identifier in `text`; raise RecordError when there is none."""
    arxiv_id = parse_arxiv_id(text)
    if arxiv_id is None:
        raise RecordError("arxiv_id", text, "an arXiv identifier such as 2604.07429 or math/0309136")
    return arxiv_id


def _digest(key: str) -> str:
    return sha256(key.encode()).hexdigest()


def _normalised(title: str) -> str:
    return hyphenated(title) or title.casefold()


def _cut(title: str, length: int) -> str:
    whole = hyphenated(readable(title))
    if len(whole) < length:
        return whole
    return slugify(whole, max_length=length, word_boundary=True, save_order=True)


def _short_hash(title: str, abstract: str | None) -> str:
    return sha256(f"{title}\n{abstract or ''}".encode()).hexdigest()[:8]
