"""Words that name no subject, and phrases that do although their words are among these."""

from importlib.resources import files

from ..text.analysis import analyse
from .phrases import key_of


def _read(name: str) -> str:
    return files(__package__).joinpath(name).read_text("utf-8")


MANNER = frozenset(_read("manner.txt").split())
"""Words that say how a paper goes about its subject; a phrase with one, as it is written, does not rise.

Of their stems as many say what it is: "general" is one with "generation".
"""

GENERIC = frozenset(_read("generic.txt").split()) | {term for word in MANNER for term in analyse(word)}
"""Stems; a phrase of none but these is no topic."""

HALVES = frozenset({"advanc", "anti", "co", "inter", "multi", "non", "off", "pre", "self", "tri"})
"""Stems that end no topic: the rest of a compound comes after them."""

INCLUDED = frozenset(map(key_of, _read("included.txt").splitlines()))
"""Keys of phrases that are topics although their words are generic."""
