"""How a paper is cited: its cite key, and its BibTeX entry.

A cite key is built as the ACL Anthology builds its own: one or two family names, or the first and "etal";
the year; the first word of the title that carries meaning. It ends with what tells the paper from all others,
its arXiv identifier or else the slug of its title. Without that, 1 paper in 20 of a large archive would meet
another's key; with it, a key depends on the paper only, never on what was added before.

    vaswani-etal-2017-attention-1706.03762
    knuth-1984-literate-programming

Entries are UTF-8, as LaTeX and Biber read it today. Format: https://ctan.org/pkg/bibtex (btxdoc), and for
papers on arXiv https://info.arxiv.org/help/hypertex/bibstyles/.
"""

import re
from itertools import takewhile

from ..text.formulas import Formula, segments
from ..text.mathml import mathml
from .addresses import paper_address
from .authors import is_group
from .identifiers import arxiv_month, hyphenated
from .records import Author, Paper

_LITTLE_WORDS = frozenset(
    """
    a an and are as at be beyond by can do does for from how in into is it its of on or over the their this to
    toward towards under using via we what when where which why with without
    """.split()  # noqa: SIM905 - reads as a list of words
)
"""Words that tell nothing of a paper when its title begins with them."""

_LONGEST_PART = 40
"""Letters of a name or a word in a cite key; in 44,000 keys two names together had at most 31."""

_SUFFIXES = frozenset({"jr", "sr", "ii", "iii", "iv"})
"""Last words of names that are no family name."""

_SUFFIX = re.compile(r"(?:jr|sr|[ivx]+|\d+(?:st|nd|rd|th)|ph\.?d|m\.?d|esq)\.?", re.IGNORECASE)
"""What may follow a family name that the source tells apart."""

_SEPARATOR = re.compile(r",|\band\b")
"""What a name must not hold outside braces."""

_SPECIAL = str.maketrans(
    {character: rf"\{character}" for character in "#$%&_"}
    | {
        "\\": r"\textbackslash{}",
        "^": r"\textasciicircum{}",
        "~": r"\textasciitilde{}",
        # BibTeX counts braces even behind a backslash.
        "{": r"\textbraceleft{}",
        "}": r"\textbraceright{}",
    }
)
_IN_ADDRESS = str.maketrans({character: f"%{ord(character):02X}" for character in "{}\\^`|"})


def cite_key(paper: Paper) -> str | None:
    """Give the key by which a paper is cited; None while its authors or its year are unknown."""
    year = _identifier_year(paper) or (paper.published and paper.published.year)
    if not paper.authors or year is None:
        return None
    names = [_family_key(author) for author in paper.authors[:2]]
    if len(paper.authors) > 2:
        names[1:] = ["etal"]
    if paper.arxiv_id:
        words = (word for word in hyphenated(paper.title).split("-") if word not in _LITTLE_WORDS)
        rest = [_cut(next(words, "")), paper.arxiv_id.replace("/", "-")]
    else:
        rest = [paper.id]
    return "-".join(filter(None, [*names, str(year), *rest]))


def bibtex(paper: Paper, site_url: str) -> str:
    """Give the BibTeX entry of a paper, with what is known of it.

    A paper without a cite key yet goes by its id. One that is not on arXiv is found at its page in the
    archive, below `site_url`.
    """
    fields = {
        "title": _title(paper.title),
        "author": " and ".join(map(_name, paper.authors)),
        "year": str(year_of(paper) or ""),
        "eprint": paper.arxiv_id,
        "archivePrefix": paper.arxiv_id and "arXiv",
        "eprinttype": paper.arxiv_id and "arxiv",
        "primaryClass": paper.arxiv_id and next(iter(paper.categories), None),
        "doi": (doi := doi_of(paper)) and doi.translate(_IN_ADDRESS),
        "url": url_of(paper, site_url),
    }
    lines = (f"  {name} = {{{value}}},\n" for name, value in fields.items() if value)
    return f"@misc{{{paper.cite_key or paper.id},\n{''.join(lines)}}}\n"


def doi_of(paper: Paper) -> str | None:
    """Give the DOI that is known of a paper, or else the one that arXiv registers for each of its papers.

    Source: https://blog.arxiv.org/2022/02/17/new-arxiv-articles-are-now-automatically-assigned-dois/
    """
    return paper.doi or (f"10.48550/arXiv.{paper.arxiv_id}" if paper.arxiv_id else None)


def url_of(paper: Paper, site_url: str) -> str:
    """Give where a paper is: at arXiv, else at its page in the archive, below `site_url`."""
    if paper.arxiv_id:
        return f"https://arxiv.org/abs/{paper.arxiv_id}"
    return f"{site_url}{paper_address(paper.id)}"


def year_of(paper: Paper) -> int | None:
    """Give the year of a paper's first version, or that in its arXiv identifier."""
    return paper.published.year if paper.published else _identifier_year(paper)


def family_name(author: Author) -> str:
    """Give an author's family name: as the source tells it, else the last word and the particles before it.

    >>> family_name(Author("Aaron van den Oord"))
    'van den Oord'
    """
    return _parts(author)[1]


def name_parts(author: Author) -> tuple[str, str, str]:
    """Give an author's given names, family name and suffix, as a citation tells them.

    The name of a group is all family name, and so is one that a comma or "and" would part at the wrong place.

    >>> name_parts(Author("Martin Luther King Jr."))
    ('Martin Luther', 'King', 'Jr.')
    """
    return ("", author.name, "") if _SEPARATOR.search(author.name) else _parts(author)


def _parts(author: Author) -> tuple[str, str, str]:
    if is_group(author):
        return "", author.name, ""
    if author.family:
        given, _, suffix = (part.strip() for part in f"{author.name} ".rpartition(f" {author.family} "))
        told = given and (not suffix or _SUFFIX.fullmatch(suffix))
        return (given, author.family, suffix) if told else ("", author.name, "")
    words = author.name.split()
    suffix = words.pop() if len(words) > 2 and words[-1].rstrip(".").lower() in _SUFFIXES else ""
    particles = list(takewhile(str.islower, reversed(words[1:-1])))
    first = len(words) - 1 - len(particles)
    return " ".join(words[:first]), " ".join(words[first:]), suffix


def _family_key(author: Author) -> str:
    name = author.name if is_group(author) else author.family or family_name(author)
    return _cut(hyphenated(name)) or "anonymous"


def _cut(part: str) -> str:
    return part[:_LONGEST_PART].rstrip("-")


def _name(author: Author) -> str:
    given, family, suffix = name_parts(author)
    if not given:
        return f"{{{author.name.translate(_SPECIAL)}}}"
    return ", ".join(filter(None, (family, suffix, given))).translate(_SPECIAL)


def _title(title: str) -> str:
    """Write a title: capitals that a style must not change in braces, text escaped, formulas as they are."""
    return "".join(
        (isinstance(part, Formula) and _formula(part)) or re.sub(r"\S+", _word, part.source)
        for part in segments(title)
    )


def _word(match: re.Match[str]) -> str:
    """Write one word, in braces when it has capitals that are not just a first letter: GPT-4, LoRA, Qwen3."""
    word = match[0].translate(_SPECIAL)
    return f"{{{word}}}" if any(map(_has_own_case, re.findall(r"\w+", match[0]))) else word


def _has_own_case(word: str) -> bool:
    return any(map(str.isupper, word[1:])) or (word[0].isupper() and any(map(str.isdigit, word)))


def _formula(formula: Formula) -> str | None:
    """Write a formula, or give None when only a part of TeX that no entry should hold would show it."""
    tex = re.sub(r"(?<!\\)%", r"\\%", formula.tex)
    tex = re.sub(r"\\([{}])", lambda brace: r"\lbrace " if brace[1] == "{" else r"\rbrace ", tex)
    return f"${tex.strip()}$" if mathml(formula.tex) and not re.search(r"\^\^|[#~]", tex) else None


def _identifier_year(paper: Paper) -> int | None:
    """Give the year in the arXiv identifier, which began in 1991."""
    if paper.arxiv_id is None:
        return None
    year = int(arxiv_month(paper.arxiv_id)[:2])
    return year + (1900 if year >= 91 else 2000)
