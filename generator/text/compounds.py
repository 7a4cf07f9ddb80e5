"""What a text names by more than single words: its extra terms, beside those of analysis.py.

The browser's copy is `site_theme/assets/search/worker/compounds.js`; one table of examples is run in both.

- A compound is what hyphens join, or a point within a version, or a space between a capitalised name and its
  version; its term is that of its letters and digits written together. So GPT-5, GPT 5 and GPT5 are one term.
- C++ and C# keep their signs.
- A name in capitals, or with a capital within, whose stem is another word keeps its form, behind its stem and
  an apostrophe, which is in no other term: AIME is `aim'aime`, which lies beside `aim` in the index.
"""

import re
from functools import lru_cache

from generator.text.analysis import STOP_WORDS, term_of

MOST_PARTS = 4
"""Of a compound; of a longer run only the beginning counts."""

_OUTER = "A-Za-z0-9_\u00c0-\u024f"
_PART = r"[A-Za-z0-9]+(?:(?<=[0-9])\.[0-9]+[A-Za-z]?)*"
_RUN = re.compile(f"(?<![{_OUTER}]){_PART}(?:[-\u2010\u2011]{_PART})*(?![{_OUTER}])")
_HYPHEN = re.compile("[-\u2010\u2011]")
_SIGNED = re.compile(f"(?<![{_OUTER}])[A-Za-z]+(?:\\+\\+|#)(?![{_OUTER}#+])")
_NAME = re.compile(f"(?<![{_OUTER}])[A-Za-z][a-z]*[A-Z][A-Za-z]*(?![{_OUTER}])")
_VERSIONED = re.compile(
    f"(?<![{_OUTER}-])[A-Z][A-Za-z]+ [vV]?[0-9]{{1,2}}(?:\\.[0-9]{{1,2}})?[A-Za-z]?(?![{_OUTER}])"
)


def compounds(text: str) -> list[str]:
    """Return the extra terms of a text, with repetitions.

    >>> compounds("GPT-5, Gemma 3 and C++ on AIME")
    ['gpt5', 'c++', "aim'aime", 'gemma3']
    """
    found = [term for word in text.split() for term in _of_word(word)]
    return [*found, *(term_of(name.replace(" ", "").lower()) for name in _VERSIONED.findall(text))]


@lru_cache(maxsize=1 << 19)
def _of_word(word: str) -> tuple[str, ...]:
    """Return the extra terms of what stands between two spaces."""
    if word.isalpha() and word[1:].islower():
        return ()
    joined = [term for run in _RUN.findall(word) for term in _joined(_HYPHEN.split(run)[:MOST_PARTS])]
    signed = [sign.lower() for sign in _SIGNED.findall(word)]
    return (*joined, *signed, *filter(None, map(_kept, _NAME.findall(word))))


def _joined(parts: list[str]) -> list[str]:
    """Return the terms of the beginnings of a run that are compounds, as GPT-4o is of GPT-4o-mini."""
    wholes = ["".join(parts[:end]).lower() for end in range(1, len(parts) + 1)]
    return [
        term_of(whole)
        for whole, part in zip(wholes, parts, strict=True)
        if (whole != parts[0].lower() or "." in part)
        and part.lower() not in STOP_WORDS
        and _has_letter(whole)
    ]


def _has_letter(word: str) -> bool:
    return not word.replace(".", "").isdigit()


def _kept(name: str) -> str:
    """Return a name's own form as a term, or "" where its stem is no other word. LLMs are as LLM."""
    word = (name[:-1] if name.endswith("s") and name[:-1].isupper() else name).lower()
    term = term_of(word)
    return f"{term}'{word}" if term not in ("", word) else ""
