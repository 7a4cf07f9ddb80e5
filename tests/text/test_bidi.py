from hypothesis import given
from hypothesis import strategies as st

from generator.text.bidi import balanced
from generator.text.linear_math import linear
from generator.text.markup import inline

CONTROLS = "\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069"


def is_balanced(text: str) -> bool:
    depth: list[str] = []
    for character in text:
        if character in "\u202a\u202b\u202d\u202e":
            depth.append("\u202c")
        elif character in "\u2066\u2067\u2068":
            depth.append("\u2069")
        elif character in CONTROLS and (not depth or depth.pop() != character):
            return False
    return not depth


@given(st.text(st.sampled_from(f"aא {CONTROLS}")))
def test_all_that_is_opened_is_closed_and_nothing_else_changes(text: str) -> None:
    found = balanced(text)

    assert is_balanced(found)
    assert balanced(found) == found
    assert [each for each in found if each not in CONTROLS] == [each for each in text if each not in CONTROLS]
    assert found == text or not is_balanced(text)


def test_titles_are_balanced_with_and_without_markup() -> None:
    assert linear("A \u202eB $x^2$") == "A \u202eB x²\u202c"
    assert inline("A \u202e<b>").endswith("&lt;b&gt;\u202c")
