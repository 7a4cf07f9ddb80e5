"""What a text names by more than single words: its extra terms, beside those of analysis.py.

The browser's copy is `site_theme/assets/search/worker/compounds.js`; one table of examples is run in both.

- A compound is what hyphens join, or a point within a version, or a space between a capitalised name and its
  version; its term is that of its letters and digits written together. So GPT-5, GPT 5 and GPT5 are one term.
- C++ and C# keep their signs.
- A name in capitals, or with a capital within, whose stem is another word keeps its form, behind its stem and
  an apostrophe, which is in no other term: AIME is `aim'aime`, which lies beside `aim` in the index.
"""

import re
from collections.abc import Iterator
from typing import NamedTuple

from generator.text.analysis import stop_words, term_of

MOST_PARTS = 4
"""Of a compound; of a longer run only the beginning counts."""

_OUTER = "A-Za-z0-9_\u00c0-\u024f"
_PART = r"[A-Za-z0-9]+(?:(?<=[0-9])\.[0-9]+[A-Za-z]?)*"
_RUN = re.compile(f"(?<![{_OUTER}]){_PART}(?:[-\u2010\u2011]{_PART})*(?![{_OUTER}])")
_JOINING = re.compile("[-‐‑.][A-Za-z0-9]")
_PUNCTUATION = ".,;:!?()'\""
_HYPHEN = re.compile("[-\u2010\u2011]")
_SIGNED = re.compile(f"(?<![{_OUTER}])[A-Za-z]+(?:\\+\\+|#)(?![{_OUTER}#+])")
_NAME = re.compile(f"(?<![{_OUTER}])[A-Za-z][a-z]*[A-Z][A-Za-z]*(?![{_OUTER}])")
_VERSIONED = re.compile(
    f"(?<![{_OUTER}-])[A-Z][A-Za-z]+ [vV]?[0-9]{{1,2}}(?:\\.[0-9]{{1,2}})?[A-Za-z]?(?![{_OUTER}])"
)


class Extra(NamedTuple):
    """An extra term of a text."""

    term: str
    parts: tuple[str, ...] = ()
    """The terms of what hyphens join; empty for others."""


class Compounds:
    """Finds the extra terms of texts, of each word once: most of them come again and have none."""

    def __init__(self) -> None:
        self._plain = set[str]()
        self._known: dict[str, tuple[Extra, ...]] = {}

    def of(self, text: str) -> list[Extra]:
        """Give the extra terms of a text, with repetitions.

        >>> [extra.term for extra in Compounds().of("GPT-5, Gemma 3 and C++ on AIME")]
        ['gpt5', 'c++', "aim'aime", 'gemma3']
        """
        plain = self._plain
        found = [extra for word in text.split() if word not in plain for extra in self._of_word(word)]
        versions = _VERSIONED.findall(text)
        return found + [Extra(term_of(name.replace(" ", "").lower())) for name in versions]

    def _of_word(self, word: str) -> tuple[Extra, ...]:
        if word not in self._known:
            found = _of_word(word)
            if not found:
                self._plain.add(word)
                return found
            self._known[word] = found
        return self._known[word]


def _of_word(word: str) -> tuple[Extra, ...]:
    """Give the extra terms of what stands between two spaces."""
    core = word.strip(_PUNCTUATION)
    if core.isalpha() and core[1:].islower():
        return ()
    runs = _RUN.findall(word) if _JOINING.search(word) else ()
    names = _NAME.findall(word) if not word[1:].islower() else ()
    single = [*map(str.lower, _SIGNED.findall(word)), *filter(None, map(_kept, names))]
    return (*(extra for run in runs for extra in _joined(run)), *map(Extra, single))


def _joined(run: str) -> Iterator[Extra]:
    """Give the beginnings of a run that are compounds, as GPT-4o is of GPT-4o-mini."""
    parts = _HYPHEN.split(run.lower())[:MOST_PARTS]
    for count, part in enumerate(parts, start=1):
        whole = "".join(parts[:count])
        is_compound = (count > 1 or "." in part) and not whole.replace(".", "").isdigit()
        if is_compound and part not in stop_words():
            yield Extra(term_of(whole), tuple(filter(None, map(term_of, parts[:count]))) if count > 1 else ())


def _kept(name: str) -> str:
    """Give a name's own form as a term, or "" where its stem is no other word. LLMs are as LLM."""
    word = (name[:-1] if name.endswith("s") and name[:-1].isupper() else name).lower()
    term = term_of(word)
    return f"{term}'{word}" if term not in ("", word) else ""
