import pytest

from generator.papers.categories import is_category


@pytest.mark.parametrize(
    ("text", "form"),
    [
        ("cs.CL", True),
        ("hep-th", True),
        ("cond-mat.mtrl-sci", True),
        ("physics.ao-ph", True),
        ("math", True),
        ("cs.", False),
        ("CS.CL", False),
        ("68T50", False),
        ("cs.CL cs.LG", False),
        ("", False),
    ],
)
def test_the_form_of_a_category_is_known(text: str, form: bool) -> None:
    assert is_category(text) is form
