import re
from html.parser import HTMLParser

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.text.mathml import mathml
from tests.text.presentation import presentation


@pytest.mark.parametrize(
    ("tex", "expected"),
    [
        ("x_{i}^2", "<msubsup><mi>x</mi><mi>i</mi><mn>2</mn></msubsup>"),
        (r"\bar x", '<mover accent="true"><mi>x</mi><mo>¯</mo></mover>'),
        (r"\textcolor{red}{x}", "<mi>x</mi>"),
        (r"‖\frac12", "<mrow><mi>‖</mi><mfrac><mn>1</mn><mn>2</mn></mfrac></mrow>"),
    ],
)
def test_a_formula_has_no_more_elements_than_it_needs(tex: str, expected: str) -> None:
    assert presentation(tex) == expected


class Parsed(HTMLParser):
    """The elements of an HTML text, their attributes, each with its element, and the values of those."""

    def __init__(self, html: str) -> None:
        super().__init__()
        self.elements: set[str] = set()
        self.attributes: set[str] = set()
        self.values: set[str] = set()
        self.feed(html)
        self.close()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.elements.add(tag)
        self.attributes.update(f"{tag} {name}" for name, _ in attrs)
        self.values.update(value or "" for _, value in attrs)


ATTRIBUTES = {
    "math": "display",
    "annotation": "encoding",
    "mi": "mathvariant",
    "mo": "stretchy largeop minsize maxsize lspace rspace",
    "mspace": "width",
    "mpadded": "width height depth",
    "mstyle": "displaystyle scriptlevel",
    "mfrac": "linethickness",
    "mtable": "displaystyle",
    **dict.fromkeys(("munder", "mover", "munderover"), "accent accentunder"),
    **dict.fromkeys(
        [
            "semantics",
            "mrow",
            "mn",
            "mtext",
            "mphantom",
            "msqrt",
            "mroot",
            "msub",
            "msup",
            "msubsup",
            "mtr",
            "mtd",
        ],
        "",
    ),
}
"""The attributes that elements of a formula may have."""
WITHOUT = "semantics mrow mn mtext mphantom msqrt mroot msub msup msubsup mtr mtd"
"""Elements without attributes."""
ALLOWED = {f"{element} {name}" for element, names in ATTRIBUTES.items() for name in names.split()}
VALUES = r"application/x-tex|block|normal|true|false|[0-2]|\d{0,2}(\.\d{1,3})?(em|ex|px|pt)"
COMMANDS = r"\text \href \style \color \hspace \rule \frac \sqrt \left( \right) \mathrm \mathbf \hat \, \bigl"
PIECES = [
    *COMMANDS.split(),
    *(r"\begin{matrix}", r"\end{matrix}", "{", "}", "{x}", "x", "_", "^", "(", "‖", "1", "red", "9em"),
    *("&", "<script>", '"', "'", "=", " ", "&#x0003C;", "{<img onerror=x>}"),
]


@given(st.lists(st.sampled_from(PIECES), max_size=15).map("".join), st.booleans())
def test_only_allowed_elements_and_attributes_come_out(tex: str, display: bool) -> None:
    parsed = Parsed(mathml(tex, display=display) or "")

    assert parsed.elements <= {*ATTRIBUTES, *WITHOUT.split()}
    assert parsed.attributes <= ALLOWED
    assert all(re.fullmatch(VALUES, value) for value in parsed.values)
