r"""The commands of TeX that have a form in characters, by name without the backslash.

Sources: https://latexref.xyz/Accents.html, https://latexref.xyz/Additional-Latin-letters.html,
https://latexref.xyz/Text-symbols.html, https://latexref.xyz/Font-styles.html
"""

import re
from collections.abc import Callable
from typing import Final, NamedTuple

LETTERS: Final = {
    "ss": "ß", "SS": "ẞ", "o": "ø", "O": "Ø", "l": "ł", "L": "Ł", "ae": "æ", "AE": "Æ", "oe": "œ",
    "OE": "Œ", "aa": "å", "AA": "Å", "i": "ı", "j": "ȷ", "dh": "ð", "DH": "Ð", "th": "þ", "TH": "Þ",
    "dj": "đ", "DJ": "Đ", "ng": "ŋ", "NG": "Ŋ",
}  # fmt: skip

MARKS: Final = {
    "`": "\u0300", "'": "\u0301", "^": "\u0302", "~": "\u0303", '"': "\u0308", "=": "\u0304", ".": "\u0307",
    "u": "\u0306", "v": "\u030c", "H": "\u030b", "r": "\u030a", "c": "\u0327", "k": "\u0328", "d": "\u0323",
    "b": "\u0331", "t": "\u0361",
}  # fmt: skip
"""Accents, as the characters of Unicode that put one on the letter before."""

GREEK: Final = dict(
    zip(
        (
            *(
                "alpha",
                "beta",
                "gamma",
                "delta",
                "epsilon",
                "zeta",
                "eta",
                "theta",
                "iota",
                "kappa",
                "lambda",
            ),
            *("mu", "nu", "xi", "pi", "rho", "sigma", "tau", "upsilon", "phi", "chi", "psi", "omega"),
            *("Gamma", "Delta", "Theta", "Lambda", "Xi", "Pi", "Sigma", "Upsilon", "Phi", "Psi", "Omega"),
        ),
        "αβγδεζηθικλμνξπρστυφχψωΓΔΘΛΞΠΣΥΦΨΩ",
        strict=True,
    )
)

SYMBOLS: Final = GREEK | {
    "deg": "°", "degree": "°", "textdegree": "°", "times": "×", "pm": "±", "cdot": "·", "approx": "≈",
    "sim": "∼",
    "leq": "≤", "geq": "≥", "neq": "≠", "infty": "∞", "rightarrow": "→", "leftarrow": "←", "slash": "/",
    "copyright": "©", "textcopyright": "©", "textregistered": "®", "texttrademark": "™", "S": "§",
    "pounds": "£", "euro": "€", "texteuro": "€", "dag": "†", "ddag": "‡", "ldots": "…", "dots": "…",
    "textellipsis": "…", "textemdash": "—", "textendash": "–", "textasciitilde": "∼", "textgreater": ">",
    "textless": "<", "textbar": "|", "textperthousand": "‰", "textpertenthousand": "‱", "textmu": "µ",
    "textquotedblleft": "“", "textquotedblright": "”", "textquoteleft": "‘", "textquoteright": "’",
    "TeX": "TeX", "LaTeX": "LaTeX", "BibTeX": "BibTeX", "xspace": "", "noindent": "", "allowbreak": "",
    "footnote": "", "footnotemark": "",
    " ": " ", ",": " ", ";": " ", "/": "", "%": "%", "&": "&", "#": "#", "_": "_", "{": "{", "}": "}",
}  # fmt: skip

ABBREVIATIONS: Final = {
    "eg": "e.g.", "Eg": "E.g.", "ie": "i.e.", "Ie": "I.e.", "etal": "et al.", "etc": "etc.", "vs": "vs.",
    "cf": "cf.", "Cf": "Cf.", "wrt": "w.r.t.", "iid": "i.i.d.", "aka": "a.k.a.", "viz": "viz.",
}  # fmt: skip
"""Macros that the style files of conferences define; a full stop of the text's own is the same one."""

SWITCHES: Final = frozenset(
    (
        *("em", "bf", "it", "sc", "sf", "tt", "rm", "sl", "bfseries", "itshape", "scshape", "sffamily"),
        *("ttfamily", "tiny", "small", "footnotesize", "normalsize", "large", "Large", "LARGE", "huge"),
    )
)
"""Commands that style the rest of their group."""

_RAISED = str.maketrans("0123456789+-n", "⁰¹²³⁴⁵⁶⁷⁸⁹⁺⁻ⁿ")
_LOWERED = str.maketrans("0123456789+-", "₀₁₂₃₄₅₆₇₈₉₊₋")
_ORDINALS = ("st", "nd", "rd", "th")


class Styled(NamedTuple):
    """A command with arguments in braces."""

    least: int
    """Arguments without which it is not rewritten."""
    most: int
    written: Callable[..., str | None]
    """Gives the text that is left of the arguments; None where that has no form in characters."""


def _link(address: str, text: str = "") -> str:
    """Write a link: its text, and its address where the text is another.

    >>> _link("https://a.example/b", "a.example/b"), _link("https://a.example", "here")
    ('https://a.example/b', 'here (https://a.example)')
    """
    if "://" not in address or not text:
        return text or address
    return address if text.rstrip("/.") in address else f"{text} ({address})"


def _raised(text: str) -> str | None:
    return text if text in _ORDINALS else _shifted(text, _RAISED) or _beside("^", text)


def _lowered(text: str) -> str | None:
    return _shifted(text, _LOWERED) or _beside("_", text)


def _shifted(text: str, characters: dict[int, int]) -> str | None:
    known = all(ord(each) in characters or not each.isascii() for each in text)
    return text.translate(characters) if known else None


def _beside(sign: str, text: str) -> str | None:
    """Write what no characters are small enough for: mAP_50:95.

    >>> _beside("_", "50:95")
    '_50:95'
    """
    return sign + text if re.fullmatch(r"[\w:.+-]+", text) else None


STYLES: Final = {
    **dict.fromkeys(
        (
            *("emph", "textbf", "textit", "texttt", "textsc", "textsf", "textrm", "textsl", "textmd"),
            *("textup", "textnormal", "text", "underline", "uline", "mbox", "url", "path", "nolinkurl"),
            *("mathrm", "mathbf", "mathit", "mathsf", "mathtt"),
            *SWITCHES,
        ),
        Styled(1, 1, str),
    ),
    **dict.fromkeys(("cite", "citep", "citet"), Styled(1, 1, "[{}]".format)),
    **dict.fromkeys(("href", "hyperlink"), Styled(1, 2, _link)),
    **dict.fromkeys(("textcolor", "texorpdfstring"), Styled(2, 2, lambda _, text: text)),
    "footnote": Styled(1, 1, " ({})".format),
    "textsuperscript": Styled(1, 1, _raised),
    "textsubscript": Styled(1, 1, _lowered),
}
