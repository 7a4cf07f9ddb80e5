import pytest

from tests.text.presentation import presentation


@pytest.mark.parametrize(
    ("tex", "expected"),
    [
        ("x", "<mi>x</mi>"),
        (r"\mathrm{d}", '<mi mathvariant="normal">d</mi>'),
        (r"\mathbb{RX}", "<mi>ℝ𝕏</mi>"),
        (r"\mathfrak{CA}", "<mi>ℭ𝔄</mi>"),
        (r"\mathit{hi}", "<mi>ℎ𝑖</mi>"),
        (r"\boldsymbol{\theta}", "<mi>𝜽</mi>"),
        (r"\mathbf{ab1}", "<mrow><mi>𝐚𝐛</mi><mn>𝟏</mn></mrow>"),
        (r"\sim5", "<mrow><mo>∼</mo><mn>5</mn></mrow>"),
        (r"5%", "<mrow><mn>5</mn><mi>%</mi></mrow>"),
        (r"\text{R\&D }", "<mtext>R&amp;D\N{NO-BREAK SPACE}</mtext>"),
        (r"\unicode{x2013}", "<mi>–</mi>"),
        ("a<b", "<mrow><mi>a</mi><mo>&lt;</mo><mi>b</mi></mrow>"),
    ],
)
def test_a_token_is_told_by_its_characters(tex: str, expected: str) -> None:
    assert presentation(tex) == expected
