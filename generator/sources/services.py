"""What is known of the services that lists are fetched from, beside how to read their answers."""

from collections.abc import Mapping

from ..papers.records import Source

FETCHED: Mapping[str, Source] = {"hf": "huggingface", "arxiv": "arxiv"}
"""The sources that can be fetched, by their names on the command line."""

OF_NO_CATEGORY = frozenset({"api", "oai"})
"""Scopes of answers by arXiv that are of no one category; they come by hand only."""

ANSWER_LIMIT = 100
"""The most entries that Hugging Face gives at once."""

ANSWER_SHAPE = 50
"""Entries of an answer where no limit is asked for or heeded: a multiple of it may be a day cut short."""
