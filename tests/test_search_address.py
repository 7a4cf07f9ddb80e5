"""Addresses of searches."""

from urllib.parse import parse_qs, urlsplit

import pytest

from generator.search_address import search_for


@pytest.mark.parametrize(
    ("text", "query"),
    [
        ("Yuchen Li", "+authors:Yuchen +authors:Li"),
        ("Jean-Luc P. Picard", "+authors:Jean +authors:Luc +authors:Picard"),
        ("J. P.", "+authors:J +authors:P"),
        ("Ðorđe O'Brien: ~*^+x", "+authors:Ðorđe +authors:Brien"),
    ],
)
def test_all_words_of_a_name_are_required(text: str, query: str) -> None:
    address = search_for(text, "authors")

    assert parse_qs(urlsplit(address).query)["q"] == [query]
