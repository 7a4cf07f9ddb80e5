"""How a formula is shown, for tests: its MathML without what stands around it."""

import re

from generator.text.mathml import mathml


def presentation(tex: str) -> str:
    """Give the elements that show a formula."""
    html = mathml(tex)
    assert html is not None
    return re.sub(r"<annotation.*", "", html).removeprefix("<math><semantics>")
