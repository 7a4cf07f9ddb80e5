"""TeX as MathML, when the site is built.

What the converter gives is untrusted, and is built anew (see `mathml_core`).
"""

import re
from functools import lru_cache
from xml.etree.ElementTree import Element, SubElement, tostring

from latex2mathml.converter import convert_to_element

from .mathml_core import MAX_DEPTH, rebuild
from .mathml_tokens import UnconvertibleError, visible

MAX_TEX = 1000
"""Characters of TeX in a formula; what is longer is shown as its source."""


def mathml(tex: str, *, display: bool = False) -> str | None:
    """Convert TeX to a ``<math>`` element for HTML, the TeX as annotation; None if it cannot be done."""
    return _convert(tex, display) if len(tex) <= MAX_TEX else None


@lru_cache(maxsize=8192)
def _convert(tex: str, display: bool) -> str | None:
    if _REFUSED.search(tex) or _PROSE.search(_GROUP.sub("", tex)) or not (visible(tex) and _balanced(tex)):
        return None
    try:
        converted = convert_to_element(_prepare(tex), display="block" if display else "inline")
    except Exception:  # the converter says "no" with whatever its code runs into
        return None
    try:
        formula = rebuild(converted[0])
    except UnconvertibleError:
        return None
    math = Element("math", {"display": "block"} if display else {})
    semantics = SubElement(math, "semantics")
    semantics.append(formula)
    SubElement(semantics, "annotation", encoding="application/x-tex").text = tex
    return tostring(math, encoding="unicode")


# Macros can expand without bound; the other commands are not mathematics. Prose is money or lost backslashes.
_REFUSED = re.compile(
    r"\\ (?: def | (?:re)?new(?:command|environment) | DeclareMathOperator | href | url | style | class"
    r" | rule ) (?! [A-Za-z] )",
    re.VERBOSE,
)
_PROSE = re.compile(r"(?<![\\A-Za-z])[A-Za-z]{2,}(?:\s+[A-Za-z]{2,}){2}")
_GROUP = re.compile(r"\{[^{}]*\}")
_ESCAPED = re.compile(r"\\(.)", re.DOTALL)


def _balanced(tex: str) -> bool:
    depth = 0
    for brace in re.findall(r"[{}]", _ESCAPED.sub("", tex)):
        depth += 1 if brace == "{" else -1
        if not 0 <= depth <= MAX_DEPTH:
            return False
    return depth == 0


def _prepare(tex: str) -> str:
    """Say in the converter's words what it does not know. A percent sign starts no comment in an abstract."""
    for pattern, replacement in _REWORDED:
        tex = pattern.sub(replacement, tex)
    return tex


_REWORDED = tuple(
    (re.compile(pattern), replacement)
    for pattern, replacement in (
        (r"(?<!\\)%", r"\\%"),
        (r"\\operatorname\*?(?=\s*\{)", r"\\mathrm"),
        (r"\\arg(?![A-Za-z])", r"\\mathrm{arg}"),
        (r"\\not\s*=", r"\\ne "),
        (r"\\math(?:ds|bbm)(?![A-Za-z])", r"\\mathbb"),
        (r"\\[mh]box(?![A-Za-z])", r"\\text"),
        (r"\{align\}", "{align*}"),
    )
)
