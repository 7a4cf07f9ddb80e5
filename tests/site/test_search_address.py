"""Addresses of searches."""

from urllib.parse import parse_qs, urlsplit

import pytest

from generator.site.search_address import search_for


@pytest.mark.parametrize(
    ("text", "query"),
    [
        ("Yuchen Li", "authors:Yuchen_Li"),
        ("Jean-Luc P. Picard", "authors:Jean_Luc_P._Picard"),
        ("Madonna", "authors:Madonna"),
        ("Ðorđe O'Brien: ~*^+x", "authors:Ðorđe_O'Brien_x"),
    ],
)
def test_the_words_of_a_name_are_joined(text: str, query: str) -> None:
    address = search_for(text, "authors")

    assert parse_qs(urlsplit(address).query)["q"] == [query]
