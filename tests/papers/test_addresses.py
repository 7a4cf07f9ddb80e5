"""Addresses of the site."""

from urllib.parse import urljoin

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.papers.addresses import relative_address

ROOT = "https://daily-papers.example/archive/"
ADDRESSES = st.lists(st.sampled_from(["papers", "paper", "date", "2508.00001", "math"]), max_size=4).map(
    lambda parts: "".join(f"{part}/" for part in parts)
)


@pytest.mark.parametrize(
    ("address", "page", "expected"),
    [
        ("papers/2508.00002/", "papers/2508.00001/", "../2508.00002/"),
        ("papers/date/2025-08-06/", "papers/date/2025-08-06/2/", "../"),
        ("papers/", "papers/", "./"),
        ("feed.xml", "papers/math/0309136/", "../../../feed.xml"),
        ("search/?q=a/b", "", "search/?q=a/b"),
    ],
)
def test_a_relative_address_is_as_short_as_it_can_be(address: str, page: str, expected: str) -> None:
    assert relative_address(address, page) == expected


@given(ADDRESSES, ADDRESSES)
def test_a_relative_address_leads_from_its_page_to_the_address(address: str, page: str) -> None:
    assert urljoin(ROOT + page, relative_address(address, page)) == ROOT + address
