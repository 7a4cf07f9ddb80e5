import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.text.formulas import Formula, segments

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
