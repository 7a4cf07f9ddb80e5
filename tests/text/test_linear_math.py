import json
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.text.formulas import Formula, segments
from generator.text.linear_math import linear
from generator.text.mathml import mathml

# The scripts of pages write formulas by the same cases.
CASES = json.loads(Path(__file__).with_name("linear_math.json").read_text(encoding="utf-8"))


@pytest.mark.parametrize("case", CASES, ids=[case["tex"] for case in CASES])
def test_formulas_are_written_on_a_line(case: dict[str, str]) -> None:
    assert mathml(case["tex"]) == case["mathml"]
    assert linear(f"${case['tex']}$") == case["line"]


@pytest.mark.parametrize(
    ("text", "line"),
    [
        ("", ""),
        ("No formula, $5 and 3 < 4", "No formula, $5 and 3 < 4"),
        ("M$^2$CD", "M²CD"),
        (r"LLM$\times$MapReduce", "LLM×MapReduce"),
        (r"$\beta$-VAE and \(X\)-evolve", "β-VAE and X-evolve"),
        (r"360$^\circ$, MoS$_2$, $x_i^2$, $x^{-1}$", "360°, MoS₂, xᵢ², x⁻¹"),
        (r"T$^\text{3}$SVFND, $A^\top$, $f'$, SAM$^{*}$", "T³SVFND, Aᵀ, f′, SAM*"),
        (r"$\mathbf{x} \in \mathbb{R}^n$ in $O(n\log n)$", "x∈ℝⁿ in O(n log n)"),
        (r"Don't Pass$\mathtt{@}k$", "Don't Pass@k"),
        (r"$MV_{Hybrid}$ with $\frac{1}{2}$", "MV_Hybrid with 1/2"),
        (r"$\unknown{x}$", r"$\unknown{x}$"),
        (r"$\text{<script>}$", "<script>"),
    ],
)
def test_formulas_of_a_text_are_written_on_its_line(text: str, line: str) -> None:
    assert linear(text) == line


@given(st.text(st.sampled_from(r"ab12 \{}$^_<>&frct")))
def test_text_without_formulas_stays_as_it_is(text: str) -> None:
    if not any(isinstance(segment, Formula) for segment in segments(text)):
        assert linear(text) == text


@given(st.text(st.sampled_from(r"ab12\{}^_<>&frct")))
def test_what_has_mathml_shows_no_tex(text: str) -> None:
    if mathml(text):
        assert not {"\\", "\0"} & set(linear(rf"\({text}\)"))


@given(st.text(st.sampled_from(r"ab12 \{}$^_<>&frct")))
def test_what_stands_around_formulas_stays(text: str) -> None:
    line = linear(text)

    for segment in segments(text):
        if not isinstance(segment, Formula):
            assert segment.source in line
            line = line.partition(segment.source)[2]
