import re
from html.parser import HTMLParser

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.text.mathml import MAX_DEPTH, MAX_TEX, Formula, mathml, segments

DELIMITERS = [
    "$",
    "$$",
    "\\",
    r"\(",
    r"\)",
    r"\[",
    r"\]",
    "{",
    "}",
    "x",
    "^2",
    r"\times",
    " ",
    "\n",
    "5",
    "<",
    "&",
]
TEXT = st.lists(st.sampled_from(DELIMITERS) | st.text(max_size=3)).map("".join)


@given(TEXT)
def test_segments_lose_no_character(text: str) -> None:
    assert "".join(segment.source for segment in segments(text)) == text


@pytest.mark.parametrize(
    ("text", "formulas"),
    [
        ("a $x$ b", ["x"]),
        ("$$x$$", ["x"]),
        (r"\(x\) and \[y\]", ["x", "y"]),
        ("$x$, $y$", ["x", "y"]),
        (r"4.64$\times$4 at $\sim$77 and $<$1M", [r"\times", r"\sim", "<"]),
        (r"$ \textbf{4.8}$ and $\textit{near} $", [r" \textbf{4.8}", r"\textit{near} "]),
        ("$10^5$ and $50\\%$", ["10^5", "50\\%"]),
        ("$a\nb$", ["a\nb"]),
        ("$a\n\nb$", []),
        ("$5 and $10", []),
        ("$1B/$2B", []),
        ("US$5-$10", []),
        ("$1.61/hour versus 5GB and $0.16/hour", []),
        ("paid in A$, the rest in US$.", []),
        (r"\$500 vs. \$100", []),
        (r"min-\$p\$ and $q$", ["q"]),
        (r"$\$5$", [r"\$5"]),
        ("$$ $ $$$ \\( \\[ x", []),
        (r"\\(x\\)", []),
    ],
)
def test_formulas_are_told_from_money(text: str, formulas: list[str]) -> None:
    assert [segment.tex for segment in segments(text) if isinstance(segment, Formula)] == formulas


def test_display_is_told_by_the_delimiters() -> None:
    found = [segment.display for segment in segments(r"$a$\(b\)$$c$$\[d\]") if isinstance(segment, Formula)]

    assert found == [False, False, True, True]


def presentation(tex: str) -> str:
    html = mathml(tex)
    assert html is not None
    return re.sub(r"<annotation.*", "", html).removeprefix("<math><semantics>")


@pytest.mark.parametrize(
    ("tex", "expected"),
    [
        ("x", "<mi>x</mi>"),
        ("x_{i}^2", "<msubsup><mi>x</mi><mi>i</mi><mn>2</mn></msubsup>"),
        (r"\mathrm{max}", "<mi>max</mi>"),
        (r"\operatorname{arg\,max}", '<mrow><mi>arg</mi><mspace width="0.167em" /><mi>max</mi></mrow>'),
        (r"\mathrm{d}", '<mi mathvariant="normal">d</mi>'),
        (r"\mathbf{ab1}", "<mrow><mi>𝐚𝐛</mi><mn>𝟏</mn></mrow>"),
        (r"\mathbb{RX}", "<mi>ℝ𝕏</mi>"),
        (r"\mathfrak{CA}", "<mi>ℭ𝔄</mi>"),
        (r"\mathit{hi}", "<mi>ℎ𝑖</mi>"),
        (r"\boldsymbol{\theta}", "<mi>𝜽</mi>"),
        (r"\log n", '<mrow><mi>log</mi><mspace width=".17em" /><mi>n</mi></mrow>'),
        (r"\sim5", "<mrow><mo>∼</mo><mn>5</mn></mrow>"),
        (r"5%", "<mrow><mn>5</mn><mi>%</mi></mrow>"),
        (r"\text{R\&D }", "<mtext>R&amp;D\N{NO-BREAK SPACE}</mtext>"),
        ("(x)", "<mrow><mo>(</mo><mi>x</mi><mo>)</mo></mrow>"),
        (
            "(x_i)",
            '<mrow><mo stretchy="false">(</mo><msub><mi>x</mi><mi>i</mi></msub>'
            '<mo stretchy="false">)</mo></mrow>',
        ),
        (r"\left(x_i\right.", "<mrow><mo>(</mo><msub><mi>x</mi><mi>i</mi></msub></mrow>"),
        (r"\bar x", '<mover accent="true"><mi>x</mi><mo>¯</mo></mover>'),
        (r"\unicode{x2013}", "<mi>–</mi>"),
        (r"a\!b\hspace{99999em}c", "<mrow><mi>a</mi><mi>b</mi><mi>c</mi></mrow>"),
        (r"\textcolor{red}{x}", "<mi>x</mi>"),
        ("a<b", "<mrow><mi>a</mi><mo>&lt;</mo><mi>b</mi></mrow>"),
    ],
)
def test_mathml_is_lean(tex: str, expected: str) -> None:
    assert presentation(tex) == expected


def test_the_tex_is_kept_as_annotation() -> None:
    assert mathml("a<b", display=True) == (
        '<math display="block"><semantics><mrow><mi>a</mi><mo>&lt;</mo><mi>b</mi></mrow>'
        '<annotation encoding="application/x-tex">a&lt;b</annotation></semantics></math>'
    )


@pytest.mark.parametrize(
    "tex",
    [
        r"\foo",
        r"\'e",
        "{",
        "}",
        r"\text{a_{b}}",
        r"\left(x",
        "x_",
        "a & b",
        "a # b",
        r"\href{javascript:alert(1)}{x}",
        r"\style{color:red}{x}",
        r"\class{a}{x}",
        r"\boxed{x}",
        r"\rule{9em}{9em}",
        r"\def\a{\b\b}\a",
        r"\newcommand{\a}{x}\a",
        r"\unicode{x202E}",
        "x\u202e",
        "x\0",
        "x\ud800",
        r"\text{&#xD800;}",
        r"\text{&#x110000;}",
        "P(final output is incorrect)",
        "textbf{specialist} and textbf{generalist}",
        "x" * (MAX_TEX + 1),
        "{" * (MAX_DEPTH + 1) + "x" + "}" * (MAX_DEPTH + 1),
        r"\sqrt" * (MAX_DEPTH + 1) + "x",
        r"\sqrt" * 190 + "x",
    ],
)
def test_what_cannot_be_converted_is_refused(tex: str) -> None:
    assert mathml(tex) is None


class Parsed(HTMLParser):
    """The names and attributes of the elements of an HTML text."""

    def __init__(self, html: str) -> None:
        super().__init__()
        self.tags: set[str] = set()
        self.attributes: set[tuple[str, str | None]] = set()
        self.feed(html)
        self.close()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.add(tag)
        self.attributes.update(attrs)


ELEMENTS = (
    "math semantics annotation mrow mi mn mo mtext mspace mpadded mphantom mstyle mfrac msqrt mroot msub msup"
    " msubsup munder mover munderover mtable mtr mtd"
)
VALUES = r"application/x-tex|block|normal|true|false|[0-2]|\d{0,2}(\.\d{1,3})?(em|ex|px|pt)"
PIECES = [
    *(
        r"\text",
        r"\href",
        r"\style",
        r"\color",
        r"\hspace",
        r"\rule",
        r"\frac",
        r"\sqrt",
        r"\left(",
        r"\right)",
    ),
    *(
        r"\mathrm",
        r"\mathbf",
        r"\hat",
        r"\,",
        r"\begin{matrix}",
        r"\end{matrix}",
        "{",
        "}",
        "{x}",
        "x",
        "_",
        "^",
    ),
    *("&", "<script>", '"', "'", "=", " ", "red", "9em", "&#x0003C;", "{<img onerror=x>}", "1"),
]


@given(st.lists(st.sampled_from(PIECES), max_size=15).map("".join))
def test_only_allowed_elements_and_attributes_come_out(tex: str) -> None:
    parsed = Parsed(mathml(tex) or "")

    assert parsed.tags <= set(ELEMENTS.split())
    assert all(re.fullmatch(VALUES, value or "") for _, value in parsed.attributes)
    assert not {name for name, _ in parsed.attributes} & {"href", "style", "class", "id"}
