"""What stands in a row of a formula: names made of letters, fences, and the space around functions."""

from collections.abc import Iterable, Iterator
from itertools import groupby, pairwise
from xml.etree.ElementTree import Element

from .mathml_tokens import FENCES, TOKENS

_BIG_OPERATORS = frozenset("∏∐∑∫∬∭∮⋀⋁⋂⋃⨁⨂")
_FUNCTIONS = frozenset(
    """
    arccos arcsin arctan arg cos cosh cot coth csc deg det dim exp gcd inf ker lg lim ln log max min Pr sec
    sin sinh sup tan tanh
    """.split()  # noqa: SIM905 - reads as a list of words
)
_WITH_SCRIPTS = ("msub", "msup", "msubsup", "munder", "mover", "munderover")


def letters_joined(row: Iterable[Element]) -> Iterator[Element]:
    r"""Make one identifier of the letters of ``\mathrm{max}``, as the converter gives them."""
    for (tag, variant), run in groupby(row, key=lambda child: (child.tag, child.get("mathvariant"))):
        if tag == "mi" and variant:
            joined = Element("mi", mathvariant=variant)
            joined.text = "".join(letter.text or "" for letter in run)
            yield joined
        else:
            yield from run


def tidied(row: Iterable[Element]) -> list[Element]:
    """Give the clean elements of a row without void ones, with lean fences, functions set apart."""
    return list(_spaced(_unstretched([child for child in row if not _is_void(child)])))


def _is_void(child: Element) -> bool:
    return (child.tag == "mspace" and not child.attrib) or (child.tag == "mo" and not child.text)


def _unstretched(row: list[Element]) -> list[Element]:
    """Tell fences not to grow only where something tall stands beside them."""
    tall = any(child.tag not in (*TOKENS, "mspace") or child.text in _BIG_OPERATORS for child in row)
    for child in row:
        if child.text in FENCES and not tall:
            child.attrib.pop("stretchy", None)
    return row


def _spaced(row: list[Element]) -> Iterator[Element]:
    r"""Set a function's name apart from what it is applied to: ``\log n``."""
    yield from row[:1]
    for before, child in pairwise(row):
        if (_names(before) and _is_operand(child)) or (_names(child) and _is_operand(before)):
            yield Element("mspace", width=".17em")
        yield child


def _names(child: Element) -> bool:
    return _base(child).text in _FUNCTIONS


def _is_operand(child: Element) -> bool:
    return _base(child).tag not in ("mo", "mtext", "mspace")


def _base(child: Element) -> Element:
    while child.tag in _WITH_SCRIPTS:
        child = child[0]
    return child
