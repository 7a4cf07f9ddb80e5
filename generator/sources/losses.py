"""What would be lost of a record whose keys are not ours: the paper's identifier, its abstract."""

import re
from collections.abc import Iterator, Set
from typing import NamedTuple

from ..papers.identifiers import parse_arxiv_id
from ..text.plain import one_line
from .shapes.shape import Record

_DEEPEST = 5
_IDENTIFIER = 300
"""Characters up to which a text may be an identifier, or the address of one."""
_PROSE = 200
"""Characters from which a text under a key that is not ours may be an abstract."""
_SUMMARY = 400
"""Characters from which a summary may be one.

Of 1,075 summaries that a model wrote for Hugging Face 99 % have at most 315; of 38,506 abstracts 99.9 % have
400 or more.
"""

_OF_THE_PAPER = frozenset(
    {
        "id",
        "arxiv",
        "arxivid",
        "arxivurl",
        "eprint",
        "entryid",
        "paperid",
        "url",
        "link",
        "pdf",
        "abs",
        "pdfurl",
        "absurl",
    }
)
"""Names, their letters alone, of what identifies the paper itself and no other."""

_OF_ARXIV = frozenset({"arxiv", "arxivid", "arxivnumber", "eprint", "eprintid"})
"""Those under which it is arXiv's, however it is written."""

_BESIDE_IT = re.compile(r"notes?$|remark|comment|(?<!p)review|bib|citation|cited|refer|related|fulltext")
"""Names of what may hold identifiers and long texts that are not the paper's own."""

_AS_NUMBER = re.compile(r"\d{3,4}\.\d{1,5}")
"""An identifier that a program took for a number, so that zeros are lost."""

_NEW_STYLE = re.compile(r"(?<!\d)\d{2}(?:0[1-9]|1[0-2])\.\d{4,5}(?!\d)")
_OLD_STYLE = re.compile(r"/\d{2}(?:0[1-9]|1[0-2])\d{3}(?!\d)")
_DOI = re.compile(r"(?:doi:\s*|https?://(?:dx\.)?doi\.org/)?10\.\d{4,9}/\S+", re.IGNORECASE)


class _Text(NamedTuple):
    path: tuple[str, ...]
    """The keys that lead to it."""
    name: str
    """The letters of the last of them."""
    text: str


def losses(record: Record, ours: Set[str], told: Record) -> dict[str, str]:
    """Give the keys under which an identifier or an abstract would be lost, each with our key for it.

    `ours` are our keys, `told` is what the record says in them. A long summary may be the abstract that is
    missing, but not in a record of our keys alone that has `abstract` among them.
    """
    others = {key: record[key] for key in record.keys() - ours}
    found = {}
    for text in _texts(others):
        if key := _identifier(told, text) or _abstract(told, text):
            found[".".join(text.path)] = key
    settled = _says(told, "abstract") or ("abstract" in record and not others)
    summary = record.get("summary")
    if not settled and isinstance(summary, str) and (found or len(summary) >= _SUMMARY):
        found["summary"] = "abstract"
    return found


def _texts(record: Record, path: tuple[str, ...] = ()) -> Iterator[_Text]:
    """Give the texts in a record and in objects inside.

    Lists of several are mostly of other papers, and numbers of other things: they count where the name is the
    paper's, and lists of sentences.
    """
    for key, value in record.items():
        here, name = (*path, key), re.sub("[^a-z]", "", key.lower())
        if _BESIDE_IT.search(name):
            continue
        if isinstance(value, list) and len(value) == 1:
            value = value[0]
        its_own = name in _OF_THE_PAPER or "abstract" in name
        if isinstance(value, str) or (isinstance(value, float) and its_own):
            yield _Text(here, name, str(value))
        elif isinstance(value, (list, dict)) and (its_own or all(map(_is_sentence, value))):
            yield _Text(here, name, " ".join(str(each) for each in value if isinstance(each, (str, float))))
        if isinstance(value, dict) and len(path) < _DEEPEST:
            yield from _texts(value, here)


def _is_sentence(value: object) -> bool:
    return isinstance(value, str) and value.rstrip().endswith((".", "!", "?", "。"))


def _identifier(told: Record, found: _Text) -> str | None:
    """Give our key for the identifier in a text, None where there is none or nothing would be lost."""
    if len(found.text) > _IDENTIFIER:
        return None
    arxiv_id, written = told.get("arxiv_id"), parse_arxiv_id(found.text)
    if known := parse_arxiv_id(arxiv_id) if isinstance(arxiv_id, str) else None:
        its_own = found.name in _OF_THE_PAPER and (len(found.path) == 1 or "arxiv" in found.name)
        return "arxiv_id" if its_own and written not in (None, known) else None
    if written or _names_paper_at_arxiv(found):
        return "arxiv_id"
    return "doi" if not _says(told, "doi") and _DOI.fullmatch(found.text.strip()) else None


def _names_paper_at_arxiv(found: _Text) -> bool:
    """Tell whether a text has an arXiv identifier in it, in a spelling that we do not know."""
    at_arxiv = "arxiv" in found.name or "arxiv" in found.text.lower()
    its_own = found.name in _OF_THE_PAPER
    return bool(
        ((at_arxiv or its_own) and _NEW_STYLE.search(found.text))
        or (at_arxiv and _OLD_STYLE.search(found.text))
        or (its_own and _AS_NUMBER.fullmatch(found.text))
        or (found.name in _OF_ARXIV and any(map(str.isdigit, found.text)))
    )


def _abstract(told: Record, found: _Text) -> str | None:
    """Give our key for the abstract that a text may be, None where it is none or there is one."""
    if _says(told, "abstract") or one_line(found.text) == told.get("summary"):
        return None
    text = found.text.strip()
    words = sum(each.isspace() or each > "\x7f" for each in text)  # of scripts without blanks, their letters
    named_so, prose = words and "abstract" in found.name, len(text) >= _PROSE and 10 * words >= len(text)
    return "abstract" if named_so or prose else None


def _says(told: Record, key: str) -> bool:
    return bool(str(told.get(key) or "").strip())
