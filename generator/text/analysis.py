r"""Text -> terms: one analysis for the index and for what readers type.

The browser's copy is `site_theme/assets/search/worker/analysis.js`; one table of examples is run in both:

1. TeX accents become their letters (`Poincar\'e`, `Erd\H{o}s`), as many abstracts write them.
2. Compatibility decomposition (NFKD), then marks are dropped: é is e, ﬁ is fi, 𝛽 is β.
   So is what is never seen: soft hyphens and joiners.
3. Lower case, and the letters that have no decomposition (ø, ß, ł).
4. An apostrophe inside a word is dropped.
5. A Greek letter that stands alone is its name, so that β-VAE, $\beta$-VAE and beta-VAE are one.
6. Terms are runs of letters and digits; numbers keep their inner points (3.5, 2508.01234). Scripts that set
   no spaces (Han, kana, Thai and its neighbours) give each two letters side by side: 语言, 言模 and 模型.
7. lunr's stop words are dropped, and words of ASCII letters are stemmed. Of a longer word than anybody types
   only the beginning counts.
"""

import re
import unicodedata
from functools import cache, lru_cache

from generator.text.stemming import stem

LONGEST = 100
"""Characters of a word; in 44,000 papers the longest had 65. Readers download the first word of each file."""

_TEX_ACCENT = re.compile(r"""\{?\\(?:['`^"~=.]|[uvHcdbkrt](?=\{))\{?\\?([A-Za-z])\}{0,2}""")
_TEX_LETTER = re.compile(r"\{?\\(ss|AE|ae|OE|oe|AA|aa|[OoLlij])(?![A-Za-z])\}?\s?")
_INNER_APOSTROPHE = re.compile(r"['’](?<=[^\W_].)(?=[^\W_])")
_GREEK = re.compile("[α-ω]+")
_UNSPACED = (
    "\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff\u3005-\u30ff"
    "\u31f0-\u31ff\u3400-\u9fff\uf900-\ufaff\U00020000-\U0003ffff"
)
_IS_UNSPACED = re.compile(f"[{_UNSPACED}]")
_TERM = re.compile(rf"[0-9]+(?:\.[0-9]+)+|(?:(?=[^\W_])[{_UNSPACED}])+|[^\W_{_UNSPACED}]+")
_ASCII_APART = "".join(char if char.isalnum() or char == "." else " " for char in map(chr, range(128)))
_OUTER_POINT = re.compile(r"\.(?:(?<![0-9]\.)|(?![0-9]))")

_LETTERS = str.maketrans({
    "ß": "ss", "æ": "ae", "œ": "oe", "ø": "o", "đ": "d", "ð": "d", "þ": "th", "ł": "l", "ħ": "h", "ı": "i",
    "ŋ": "n", "ς": "σ", "ʼ": "'", "ʹ": "'",
})  # fmt: skip
_UNSEEN = frozenset("\u00ad\u200c\u200d\u2060")
_GREEK_NAMES = {
    "α": "alpha", "β": "beta", "γ": "gamma", "δ": "delta", "ε": "epsilon", "ζ": "zeta", "η": "eta",
    "θ": "theta", "ι": "iota", "κ": "kappa",
    "λ": "lambda", "μ": "mu", "ν": "nu", "ξ": "xi", "ο": "omicron", "π": "pi",
    "ρ": "rho", "σ": "sigma", "τ": "tau", "υ": "upsilon", "φ": "phi", "χ": "chi", "ψ": "psi", "ω": "omega",
}  # fmt: skip


def fold(text: str) -> str:
    """Give the text in lower case, without accents: steps 1 to 3."""
    if "\\" in text:
        text = _TEX_LETTER.sub(r"\1", _TEX_ACCENT.sub(r"\1", text))
    if text.isascii():
        return text.lower()
    text = text.translate({ord(char): _decomposed(char) for char in set(text)})
    return unicodedata.normalize("NFC", text.lower()).translate(_LETTERS)


@cache
def _decomposed(char: str) -> str:
    """Give a character decomposed, without its marks; "" for one that is never seen.

    Marks are dropped one by one, since to put a long run of them in order takes the square of its length.
    """
    decomposed = unicodedata.normalize("NFKD", char) if char not in _UNSEEN else ""
    return "".join(part for part in decomposed if unicodedata.category(part)[0] != "M")


def words(text: str) -> list[str]:
    """Give the folded words of a text, before stop words and stemming: steps 1 to 6."""
    text = fold(text)
    if "'" in text or "’" in text:
        text = _INNER_APOSTROPHE.sub("", text)
    if not text.isascii():
        runs = _TERM.findall(_GREEK.sub(_spelled_out, text))
        return [word for run in runs for word in (_pairs(run) if _IS_UNSPACED.match(run) else (run,))]
    # Nearly every text is ASCII by now, and to split is twice as fast as to match.
    text = _OUTER_POINT.sub(" ", text.translate(_ASCII_APART))
    terms = text.split()
    if "." in text:
        for place in reversed([place for place, run in enumerate(terms) if "." in run]):
            terms[place : place + 1] = _TERM.findall(terms[place])
    return terms


def analyse(text: str) -> list[str]:
    """Give the terms of a text, in its order, with repetitions.

    >>> analyse("Poincaré's β-VAE at 3.5B")
    ['poincar', 'beta', 'vae', '3.5', 'b']
    """
    return [term for term in map(term_of, words(text)) if term]


@cache
def stop_words() -> frozenset[str]:
    """Give the words that are no terms."""
    # Where NLTK is installed, lunr loads all of it, which takes longer than what most commands do.
    from lunr.stop_word_filter import WORDS  # type: ignore[import-untyped]

    return frozenset(WORDS)


@cache
def key_of(name: str) -> str:
    """Give what a name is filed under: its folded words.

    >>> key_of("Vision-Language Models")
    'vision_language_models'
    """
    return "_".join(words(name))


@lru_cache(maxsize=1 << 17)
def term_of(word: str) -> str:
    """Give the term of a word that `words` gave, or "" for a stop word: step 7."""
    if word in stop_words():
        return ""
    word = word[:LONGEST]
    return stem(word) if word.isascii() and word.isalpha() else word


def _pairs(run: str) -> list[str]:
    return [run[at : at + 2] for at in range(max(len(run) - 1, 1))]


def _spelled_out(run: re.Match[str]) -> str:
    return f" {_GREEK_NAMES[run[0]]} " if len(run[0]) == 1 else run[0]
