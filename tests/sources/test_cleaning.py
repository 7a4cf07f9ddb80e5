import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.sources.cleaning import Texts, excerpt
from generator.text.plain import one_line, replace_forbidden


@given(st.text() | st.text(alphabet=" ab\u00a0\u200b\u0085\ufffe\n"))
def test_a_line_has_single_spaces_and_no_forbidden_characters(text: str) -> None:
    texts = Texts()

    allowed, replaced = replace_forbidden(text)

    assert texts.line(text) == (one_line(allowed) or None)
    assert texts.replaced == replaced


@pytest.mark.parametrize(
    ("text", "paragraphs"),
    [
        ("  We count\nsheep.\n", "We count sheep."),
        ("We count.\n  In this paper, twice.", "We count.\n\nIn this paper, twice."),
        ('(We "count.")\n  Twice.', '(We "count.")\n\nTwice.'),
        ("Page: https://sheep.example\n  Code: none", "Page: https://sheep.example\n\nCode: none"),
        ("We count\n  sheep with\n  care.", "We count sheep with care."),
        ("We count.\n is one space.", "We count. is one space."),
        ("We count:\n- sheep\n22. goats", "We count: - sheep 22. goats"),
        ("One.\n\nTwo.\n \nThree.", "One.\n\nTwo.\n\nThree."),
        (" \n ", None),
        ("", None),
        (None, None),
    ],
)
def test_wrapped_lines_are_joined_and_paragraphs_kept(text: str | None, paragraphs: str | None) -> None:
    assert Texts().paragraphs(text) == paragraphs


def test_an_excerpt_is_one_short_line() -> None:
    assert excerpt("a\n\0 b " + "c" * 300) == "a \ufffd b " + "c" * 194
