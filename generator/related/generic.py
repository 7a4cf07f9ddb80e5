"""Words that name no topic, and phrases that do although their words are among these."""

from importlib.resources import files

from .phrases import key_of

GENERIC = frozenset(files(__package__).joinpath("generic.txt").read_text("utf-8").split())
"""Stems; a phrase of none but these is no topic."""

HALVES = frozenset({"advanc", "anti", "co", "inter", "multi", "non", "off", "pre", "self", "tri"})
"""Stems that end no topic: the rest of a compound comes after them."""

INCLUDED = frozenset(map(key_of, files(__package__).joinpath("included.txt").read_text("utf-8").splitlines()))
"""Keys of phrases that are topics although their words are generic."""
