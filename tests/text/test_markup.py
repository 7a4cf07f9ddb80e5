import re
from html.parser import HTMLParser

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.text.formulas import Formula, segments
from generator.text.markup import escape, inline, paragraphs, plain, urls
from generator.text.mathml import mathml
from tests.cpu_time import seconds

PIECES = [
    *(
        "$x$",
        "$5",
        "$$y^2$$",
        r"\(z\)",
        r"$\foo$",
        "https://a.org/b_(c).",
        r"\url{http://a.org}",
        "github.com/a",
    ),
    *("<b>", "&amp;", '"', "`", "*", "{{x}}", r"\_", "\n", "\n\n", " "),
]
CHARACTERS = st.characters(exclude_categories=["Cc", "Cs", "Cn", "Co"])
TEXT = st.lists(st.sampled_from(PIECES) | st.text(CHARACTERS, max_size=4)).map("".join)


class Visible(HTMLParser):
    """What a reader of an HTML text sees, each formula as its TeX, and the elements it is made of."""

    def __init__(self, html: str) -> None:
        super().__init__()
        self.text = ""
        self.tags: set[str] = set()
        self.attributes: list[tuple[str, str | None]] = []
        self.open: list[str] = []
        self.feed(html)
        self.close()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.open.append(tag)
        if "math" not in self.open:
            self.tags.add(tag)
            self.attributes += attrs

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        assert "math" in self.open, (tag, attrs)

    def handle_endtag(self, tag: str) -> None:
        assert self.open.pop() == tag
        if tag == "p":
            self.text += "\n"

    def handle_data(self, data: str) -> None:
        if "math" not in self.open or self.open[-1] == "annotation":
            self.text += data


def shown(text: str) -> str:
    return "".join(
        segment.tex
        if isinstance(segment, Formula) and mathml(segment.tex, display=segment.display)
        else segment.source
        for segment in segments(text)
    )


@given(TEXT)
def test_a_title_shows_every_character(text: str) -> None:
    assert Visible(inline(text)).text.split() == shown(text).split()


@given(TEXT)
def test_an_abstract_shows_every_character(text: str) -> None:
    blocks = re.split(r"\n\s*\n", text)

    assert Visible(paragraphs(text)).text.split() == " ".join(shown(block) for block in blocks).split()


@given(TEXT)
def test_the_listed_urls_are_the_linked_ones(text: str) -> None:
    visible = Visible(paragraphs(text))

    assert tuple(dict.fromkeys(value for name, value in visible.attributes if name == "href")) == urls(text)


@pytest.mark.parametrize(
    "text", ["<think>", "{{x}}", "*a*", "1. foo", "`a`", "$5", r"\textbf{a}", r"$\foo$", "a & b"]
)
def test_what_looks_like_markup_is_literal(text: str) -> None:
    assert inline(text) == escape(text)
    assert paragraphs(text) == f"<p>{escape(text)}</p>"


def test_paragraphs_are_cut_at_blank_lines() -> None:
    assert paragraphs("a\nb\n\n \nc\n") == "<p>a\nb</p><p>c\n</p>"
    assert paragraphs(" \n") == ""


def test_a_link_names_only_its_address() -> None:
    link = '<a href="https://a.org/?b=1&amp;c=2" rel="nofollow">https://a.org/?b=1&amp;c=2</a>'

    assert paragraphs("(https://a.org/?b=1&c=2).") == f"<p>({link}).</p>"


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("see https://a.org/b. Or http://c.org/d, or https://a.org/b", ("https://a.org/b", "http://c.org/d")),
        ("(https://a.org/b_(c))", ("https://a.org/b_(c)",)),
        ('"https://a.org/b"', ("https://a.org/b",)),
        ("<https://a.org/b>", ("https://a.org/b",)),
        ("[b](https://a.org/b)", ("https://a.org/b",)),
        ("**https://a.org/b**", ("https://a.org/b",)),
        (r"\url{https://a.org/~b/}", ("https://a.org/~b/",)),
        (r"\href{https://a.org/b}{here}", ("https://a.org/b",)),
        (r"$\href{https://a.org/b}{here}$", ("https://a.org/b",)),
        (r"https://a.org/b\_c\%20", ("https://a.org/b_c%20",)),
        ("https://a.org:8080/b https://a.org?c#d", ("https://a.org:8080/b", "https://a.org?c#d")),
        ("code:github.com/a/b, huggingface.co/c.", ("https://github.com/a/b", "https://huggingface.co/c")),
        ("HTTPS://A.org/B", ("HTTPS://A.org/B",)),
        ("evil-github.com/a not.github.com/b me@github.com/c github.com", ()),
        ("https://localhost http://a https://-a.org http://1.2 https:// ftp://a.org", ()),
        ("http://a.org@b.org http://www.a.org@b.org http://a.org:80@b.org", ()),
        ("javascript:alert(1) data:text/html,x", ()),
        ('http://a"onmouseover=x', ()),
        ("https://a.org/b。c", ("https://a.org/b",)),
    ],
)
def test_urls(text: str, expected: tuple[str, ...]) -> None:
    assert urls(text) == expected


@pytest.mark.parametrize(
    ("text", "limit", "expected"),
    [
        ("a\n  b", 200, "a b"),
        ("one two three", 9, "one two…"),
        ("one, two", 6, "one…"),
        ("$x^2$ & y", 9, "x² & y"),
        (r"$\frac{a}{b}$ & y", 20, "a/b & y"),
        ("abcdefgh", 5, "abcd…"),
        ("ab cd", 4, "ab…"),
        ("ab cd", 3, "ab…"),
    ],
)
def test_plain(text: str, limit: int, expected: str) -> None:
    assert plain(text, limit) == expected


@given(TEXT, st.integers(1, 30))
def test_plain_keeps_its_limit(text: str, limit: int) -> None:
    assert len(plain(text, limit)) <= limit


HOSTILE = [
    "<script>alert(1)</script>",
    "</title><script>alert(1)</script>",
    "<img src=x onerror=alert(1)>",
    '" onmouseover="alert(1)',
    r"$\text{<script>alert(1)</script>}$",
    r"$\text{&#x0003C;script>}$",
    r"$\href{javascript:alert(1)}{x}$",
    r"$\style{background:url(//a.org)}{x}$",
    r"$\class{md-header}{x}$",
    r"$\color{red\"onclick=x}{x}$",
    r"$$</annotation></math><script>$$",
    "[a](javascript:alert(1))",
    "https://a.org/'><script>",
    'https://a.org/"onclick="x',
    "http://javascript:alert(1)",
    "\u202egnp.exe $\u202ex$",
    "a\0b\x1b[0m\x85\ud800\uffff",
]


@pytest.mark.parametrize("text", HOSTILE)
def test_hostile_text_is_only_text(text: str) -> None:
    for html in (inline(text), paragraphs(text)):
        visible = Visible(html)

        assert visible.tags <= {"p", "a", "math"}
        assert {name for name, _ in visible.attributes} <= {"href", "rel", "display"}
        assert all(
            re.match("https?://a.org|nofollow$|block$", value or "") for _, value in visible.attributes
        )
        html.encode()
        assert "<script" not in html and "\0" not in html


@pytest.mark.parametrize(
    "unit", ["a", "$", "$ ", "$x$", "{", r"\(", r"\[", "http://", "http://a.org/(", "\n ", "<", "$.", "a."]
)
def test_a_title_of_100_kb_takes_no_time(unit: str) -> None:
    text = (unit * 100_000)[:100_000]

    assert seconds(lambda: (inline(text), paragraphs(text), urls(text), plain(text))) < 4
