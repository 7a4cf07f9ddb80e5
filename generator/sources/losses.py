"""What would be lost of a record whose keys are not ours: the paper's identifier, abstract and authors."""

import re
from collections.abc import Collection, Iterator, Set
from typing import NamedTuple

from ..papers.identifiers import parse_arxiv_id
from ..text.plain import one_line
from .shapes.shape import Record

_DEEPEST = 5
_IDENTIFIER = 300
"""Characters up to which a text may be an identifier, or the address of one."""
_PROSE = 200
"""Letters from which a text under a key that is not ours, or a summary, may be an abstract."""
_DENSE = re.compile(
    r"[\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff\u3040-\u30ff\u3400-\u9fff\uac00-\ud7af\uf900-\ufaff]"
)
"""Letters of scripts that say more with each, mostly without blanks."""
_DENSITY = 3
"""Letters of an alphabet that say as much as one of them."""

_OF_THE_PAPER = frozenset(
    {
        "id",
        "identifier",
        "uri",
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

_OF_AUTHORS = frozenset({"author", "authornames", "authorlist", "authorsparsed", "creator", "creators"})

_OF_ARXIV = frozenset({"arxiv", "arxivid", "arxivnumber", "eprint", "eprintid"})
"""Those under which it is arXiv's, however it is written."""

_OF_TEXT = re.compile(r"sentence|paragraph|section|lines|text|content|body|description|chunk|token|words")
"""Names of texts in parts."""

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
    """Give the keys under which identifier, abstract or authors would be lost, each with our key for it.

    `ours` are our keys, `told` is what the record says in them. A long summary may be the abstract that is
    missing, but not in a record of our keys alone that has `abstract` among them.
    """
    others = {key: record[key] for key in record.keys() - ours}
    lost = {}
    for text in _texts(others):
        if key := _identifier(told, text) or _abstract(told, text):
            lost[".".join(text.path)] = key
    settled = _says(told, "abstract") or ("abstract" in record and not others)
    summary = record.get("summary")
    if not settled and isinstance(summary, str) and (lost or _length(summary) >= _PROSE):
        lost["summary"] = "abstract"
    return lost | _authors(told, others) | _links(told)


def _authors(told: Record, others: Record) -> dict[str, str]:
    """Give the keys of authors, where there are none in ours."""
    names = {key for key, value in others.items() if value and _letters(key) in _OF_AUTHORS}
    return {} if told.get("authors") else dict.fromkeys(names, "authors")


def _links(told: Record) -> dict[str, str]:
    """Give where the one address at arXiv stands among the links of a record without an identifier.

    It may be the paper's, or that of a paper it cites; several are mostly of others.
    """
    if _says(told, "arxiv_id") or _says(told, "doi"):
        return {}
    links = told.get("links")
    stated = [("links", each) for each in (links if isinstance(links, list) else ())]
    stated += [(key, told.get(key)) for key in ("project_page", "github")]
    addresses = [(key, each.get("url") if isinstance(each, dict) else each) for key, each in stated]
    arxiv_ids = [
        (key, arxiv_id)
        for key, url in addresses
        if isinstance(url, str) and "/" in url and (arxiv_id := parse_arxiv_id(url))
    ]
    return (
        {key: "arxiv_id" for key, _ in arxiv_ids} if len({arxiv_id for _, arxiv_id in arxiv_ids}) == 1 else {}
    )


def _texts(record: Record, path: tuple[str, ...] = ()) -> Iterator[_Text]:
    """Give the texts in a record and in objects inside.

    Lists of several are mostly of other papers, and numbers of other things: they count where the name is the
    paper's, and lists of sentences.
    """
    for key, value in record.items():
        here, name = (*path, key), _letters(key)
        if _BESIDE_IT.search(name):
            continue
        if isinstance(value, list) and len(value) == 1:
            value = value[0]
        identifies = name in _OF_THE_PAPER or name.removesuffix("s") in _OF_THE_PAPER
        its_own = identifies or "abstract" in name
        if isinstance(value, str) or (isinstance(value, float) and its_own):
            yield _Text(here, name, str(value))
        elif isinstance(value, (list, dict)) and (its_own or _is_text(name, value)):
            yield _Text(here, name, " ".join(str(each) for each in value if isinstance(each, (str, float))))
        if isinstance(value, list) and identifies and len(path) < _DEEPEST:
            for each in value:
                if isinstance(each, dict):
                    yield from _texts(each, here)
                elif isinstance(each, str):
                    yield _Text(here, name, each)
        if isinstance(value, dict) and len(path) < _DEEPEST:
            yield from _texts(value, here)


def _letters(key: str) -> str:
    return re.sub("[^a-z]", "", key.lower())


def _is_text(name: str, values: Collection[object]) -> bool:
    """Tell whether values are the parts of a text: by their name, or as most are sentences."""
    named_so = _OF_TEXT.search(name) is not None and isinstance(values, list)
    return named_so or 2 * sum(map(_is_sentence, values)) >= len(values)


def _is_sentence(value: object) -> bool:
    return isinstance(value, str) and value.rstrip("\"'”’») \n").endswith((".", "!", "?", "。", "！", "？"))


def _identifier(told: Record, said: _Text) -> str | None:
    """Give our key for the identifier in a text, None where there is none or nothing would be lost."""
    if len(said.text) > _IDENTIFIER:
        return None
    arxiv_id, written = told.get("arxiv_id"), parse_arxiv_id(said.text)
    if known := parse_arxiv_id(arxiv_id) if isinstance(arxiv_id, str) else None:
        its_own = said.name in _OF_THE_PAPER and (len(said.path) == 1 or "arxiv" in said.name)
        return "arxiv_id" if its_own and written not in (None, known) else None
    if written or _names_paper_at_arxiv(said):
        return "arxiv_id"
    return "doi" if not _says(told, "doi") and _DOI.fullmatch(said.text.strip()) else None


def _names_paper_at_arxiv(said: _Text) -> bool:
    """Tell whether a text has an arXiv identifier in it, in a spelling that we do not know."""
    at_arxiv = "arxiv" in said.name or "arxiv" in said.text.lower()
    its_own = said.name in _OF_THE_PAPER
    return bool(
        ((at_arxiv or its_own) and _NEW_STYLE.search(said.text))
        or (at_arxiv and _OLD_STYLE.search(said.text))
        or (its_own and _AS_NUMBER.fullmatch(said.text))
        or (said.name in _OF_ARXIV and any(map(str.isdigit, said.text)))
    )


def _abstract(told: Record, said: _Text) -> str | None:
    """Give our key for the abstract that a text may be, None where it is none or there is one."""
    if _says(told, "abstract") or one_line(said.text) == told.get("summary"):
        return None
    text = said.text.strip()
    words = sum(each.isspace() or each > "\x7f" for each in text)  # of scripts without blanks, their letters
    named_so, prose = words and "abstract" in said.name, _length(text) >= _PROSE and 10 * words >= len(text)
    return "abstract" if named_so or prose else None


def _length(text: str) -> int:
    """Give the length of a text, as long as it would be in letters of an alphabet."""
    return len(text) + (_DENSITY - 1) * len(_DENSE.findall(text))


def _says(told: Record, key: str) -> bool:
    return bool(str(told.get(key) or "").strip())
