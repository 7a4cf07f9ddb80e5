import pytest

from tests.text.presentation import presentation


@pytest.mark.parametrize(
    ("tex", "expected"),
    [
        (r"\mathrm{max}", "<mi>max</mi>"),
        (r"\operatorname{arg\,max}", '<mrow><mi>arg</mi><mspace width="0.167em" /><mi>max</mi></mrow>'),
        (r"\log n", '<mrow><mi>log</mi><mspace width=".17em" /><mi>n</mi></mrow>'),
        ("(x)", "<mrow><mo>(</mo><mi>x</mi><mo>)</mo></mrow>"),
        (
            "(x_i)",
            '<mrow><mo stretchy="false">(</mo><msub><mi>x</mi><mi>i</mi></msub>'
            '<mo stretchy="false">)</mo></mrow>',
        ),
        (r"\left(x_i\right.", "<mrow><mo>(</mo><msub><mi>x</mi><mi>i</mi></msub></mrow>"),
        (r"a\!b\hspace{99999em}c", "<mrow><mi>a</mi><mi>b</mi><mi>c</mi></mrow>"),
    ],
)
def test_a_row_is_lean(tex: str, expected: str) -> None:
    assert presentation(tex) == expected
