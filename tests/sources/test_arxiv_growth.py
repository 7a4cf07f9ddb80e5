"""What names, TeX and words of withdrawal cost when repeated without end: no more than their length."""

from collections.abc import Callable
from functools import partial

import pytest

from generator.papers.authors import is_group, listed_authors
from generator.papers.bounds import CHARACTERS
from generator.papers.citation import bibtex, cite_key
from generator.papers.records import Author, Paper
from generator.sources import parse
from generator.sources.withdrawn import is_withdrawn
from generator.text.plain import one_line
from generator.text.tex import LONGEST as LONGEST_TEXT
from generator.text.tex import readable, readable_name
from tests.cpu_time import grows_too_fast

from .samples import ATOM, OAI, RSS, hint

SIZES = (1 << 16, 1 << 18)
DAY_NAMED = "2026-04-02.xml"


def named(text: str) -> None:
    """Name as many authors as the text is long for: each name has a bound of its own."""
    most = CHARACTERS["author"]
    names = (one_line(text[start : start + most]) or "x" for start in range(0, len(text), most))
    authors = listed_authors(map(Author, names))
    for author in authors[:3]:
        is_group(author)
    paper = Paper(
        "a",
        "A",
        (hint().today,),
        "arxiv",
        authors=authors[:3] or (Author("x"),),
        published=hint().today,
    )
    cite_key(paper)
    bibtex(paper, "")


def in_parts(function: Callable[[str], object]) -> Callable[[str], None]:
    """Measure what has a bound of its own up to that: the longer text is four times the shorter."""

    def call(text: str) -> None:
        function(text[: len(text) * LONGEST_TEXT // SIZES[1]])

    return call


def within(data: bytes, found: bytes) -> Callable[[str], None]:
    """Read a sample with a text in place of what was `found` in it."""

    def read(text: str) -> None:
        assert found in data
        parse(
            data.replace(found, text.replace("&", "&amp;").replace("<", "&lt;").encode(), 1), hint(DAY_NAMED)
        )

    return read


TEX = [
    *(
        "\\'",
        "\\'e",
        "{\\'e}",
        '\\"',
        "\\v ",
        "\\c{",
        "\\ss ",
        "{\\o}",
        "\\i",
        "{",
        "}",
        "{}",
        "\\",
        "\\\\",
        "\\\\a",
    ),
    *(
        "\\emph{",
        "\\emph{a}",
        "\\emph{{a}",
        "\\href{",
        "\\href{a}",
        "\\href{a}{b}",
        "{\\em ",
        "\\eg",
        "\\eg ",
        "\\$",
    ),
    *(
        "\\$5 ",
        "$",
        "$a$",
        "\\(",
        "~",
        "a~",
        "a~1 ",
        "C:\\",
        "C:\\a b ",
        "https://",
        "https://a\\_",
        "\\textsuperscript{2}",
    ),
    *("\\ ", "\\%", "\\method", "a\\'s ", '\\"a\\" '),
    *("``", "``a", "``a''", '``a" ', "''", "\\textbf{", "\\footnote", "\\footnote[1]", "{\\' a}"),
]
NAMES = [
    *(
        ",",
        "A, ",
        ", and ",
        " and ",
        "and ",
        "et al. ",
        "et al., ",
        ", Jr.",
        "(",
        "()",
        "(a)",
        "((",
        ":",
        "A: ",
        " : ",
    ),
    *(
        "Team ",
        "Collaboration: ",
        "for the ",
        "on behalf of ",
        "on behalf of the A ",
        "AI ",
        "others ",
        "& ",
        " ",
        "\n",
    ),
    *("A. ", "van ", "Jr. ", "working ", "ai", ". ai"),
    *(
        "(for the A Collaboration)",
        "(collaboration",
        "(on behalf of ",
        "$^1$",
        "$^",
        "&amp;",
        "&amp",
        "*",
        "*,",
    ),
    *("a*,", "\\thanks{", "Bai AI "),
]
REMARKS = [
    *(
        "withdrawn ",
        "withdrawn, ",
        "withdrawn from ",
        "this paper ",
        "This paper has been ",
        "We have have withdraw ",
    ),
    *(
        "withdrawn. ",
        "arXiv:1901.00001, withdrawn ",
        "submitted to, ",
        "[",
        "(",
        ". ",
        "removed by ",
        "the authors have ",
    ),
    *("[withdrawn from ICML, ", "we ", " - "),
    *("because of ", "this paper contains an error ", "there is an error, so we withdraw ", "withdrawal: "),
]


CASES: list[tuple[Callable[[str], object], list[str]]] = [
    (in_parts(readable), TEX),
    (in_parts(readable_name), TEX[:12]),
    (named, NAMES),
    (lambda text: is_withdrawn(text, text), REMARKS),
    (within(RSS, b"Ada Lamb (Meadow), Bo Peep"), NAMES[:14]),
    (within(OAI, b"Ada Lamb (1), Bo Peep, Jr. (2) ((1) Meadow, (2) Hill)"), ["((1) ", "A: "]),
    (within(RSS, b"arXiv:2604.00001v1 Announce Type: new"), ["arXiv:", "arXiv:a ", " ", "a\n"]),
    (within(ATOM, b"9 pages, code"), REMARKS[:4]),
]


@pytest.mark.parametrize(
    ("function", "fragment"),
    [(function, fragment) for function, fragments in CASES for fragment in fragments],
)
def test_four_times_the_length_takes_at_most_eight_times_as_long(
    function: Callable[[str], object], fragment: str
) -> None:
    small, large = (fragment * (size // len(fragment)) for size in SIZES)

    assert not grows_too_fast(partial(function, small), partial(function, large))
