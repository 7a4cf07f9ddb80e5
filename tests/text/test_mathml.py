import pytest

from generator.text.mathml import MAX_TEX, mathml
from generator.text.mathml_core import MAX_DEPTH
from tests.text.presentation import presentation


@pytest.mark.parametrize(
    ("tex", "same"),
    [
        ("5%", r"5\%"),
        (r"\operatorname*{max}", r"\mathrm{max}"),
        (r"\arg x", r"\mathrm{arg} x"),
        (r"a\not = b", r"a\ne b"),
        (r"\mathds{1}\mathbbm{R}", r"\mathbb{1}\mathbb{R}"),
        (r"\mbox{a}\hbox{b}", r"\text{a}\text{b}"),
        (r"\begin{align}x\end{align}", r"\begin{align*}x\end{align*}"),
    ],
)
def test_what_the_converter_does_not_know_is_said_in_its_words(tex: str, same: str) -> None:
    assert presentation(tex) == presentation(same)


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
