"""The first lines of an abstract, and the rest."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.text.formulas import Formula, segments
from generator.text.lead import LONGEST, lead

FIRST = (
    "Large models forget what they have read, and they forget it faster "
    "the longer the text that they read becomes."
)
ABBREVIATED = f"{FIRST[:-1]}, e.g. Transformers do so (see Fig. 3)."


@pytest.mark.parametrize(
    ("abstract", "first"),
    [
        ("We present a method.", "We present a method."),
        (f"{FIRST} We mend this. Then {'word ' * 80}end.", f"{FIRST} We mend this."),
        (f"{FIRST} Then {'word ' * 80}end.", FIRST),
        (f"{ABBREVIATED} Then {'word ' * 80}end.", ABBREVIATED),
        ("word " * 100 + "end.", ("word " * 60).strip()),
    ],
)
def test_a_lead_ends_with_a_sentence_or_else_with_a_word(abstract: str, first: str) -> None:
    found, _ = lead(abstract)

    assert found == first
    assert len(found) <= LONGEST


def test_a_formula_is_never_cut() -> None:
    abstract = f"{FIRST} We show $x = {'a + ' * 60} b$. {'word ' * 80}end."

    first, rest = lead(abstract)

    assert not any(isinstance(segment, Formula) for segment in segments(first))
    assert any(isinstance(segment, Formula) for segment in segments(rest))


@given(
    st.lists(
        st.sampled_from([FIRST, "Short one.", "$a b$", "an", "e.g. So", "\n\n", "$", "end!"]), max_size=60
    )
)
def test_lead_and_rest_are_the_abstract(parts: list[str]) -> None:
    abstract = " ".join(parts).strip()

    first, rest = lead(abstract)

    assert f"{first} {rest}".split() == abstract.split()
