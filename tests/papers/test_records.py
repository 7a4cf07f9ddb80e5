from dataclasses import replace
from datetime import date
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.papers.errors import RecordError
from generator.papers.records import Author, Day, Link, Paper, Receipt, Rejection, Tombstone
from generator.text.plain import one_line, paragraphs, replace_forbidden

PAPER = Paper(id="a-title", title="A title", listed=(date(2025, 8, 6),), source="text")
RECEIPT = Receipt("text", "list.txt", "0" * 64, 2, ("a", "b"))


@pytest.mark.parametrize(
    ("field", "value", "message"),
    [
        ("id", "../../x", "id: found '../../x'; allowed: an arXiv identifier such as 2604.07429, or a slug"),
        ("id", "latest", "id: found 'latest'"),
        ("title", "", "title: found ''"),
        ("title", "two\nlines", "title: found"),
        ("title", "bell\x07", "no control characters"),
        ("title", "x" * 200 + "\n", "..."),
        ("abstract", "one\ntwo", "abstract: found"),
        ("summary", " x", "summary: found"),
        ("topics", ("b", "a"), "topics: found ('b', 'a'); allowed: ascending values, none twice"),
        ("listed", (), "allowed: at least one listing day"),
        ("listed", (date(2025, 8, 7), date(2025, 8, 6)), "ascending"),
        ("arxiv_id", "2604.07429v1", "arxiv_id: found '2604.07429v1'"),
        ("doi", "https://doi.org/10.1000/1", "allowed: a DOI such as"),
        ("votes", -1, "votes: found -1; allowed: a whole number from 0"),
        ("source", "rumour", "allowed: one of text, jsonl, huggingface, arxiv"),
        ("cite_key", "Knuth 1984", "allowed: lower-case words"),
        ("aliases", ("a-title",), "addresses other than the paper's own"),
        ("other_names", ("two\nlines",), "other_names: found 'two"),
    ],
)
def test_a_paper_cannot_hold(field: str, value: Any, message: str) -> None:
    with pytest.raises(RecordError) as caught:
        replace(PAPER, **{field: value})

    assert message in str(caught.value)
    assert len(str(caught.value)) < 250


@pytest.mark.parametrize(
    "url",
    [
        "javascript:alert(1)",
        "ftp://example.org/",
        "//example.org",
        "https://",
        "https://[x",
        "https://a b.org/",
        'https://example.org/"onclick',
        "https://example.org/\x7f",
        "https://example.org/\ud800",
    ],
)
def test_a_link_leads_to_the_web(url: str) -> None:
    with pytest.raises(RecordError, match="http or https"):
        Link("code", url)


@pytest.mark.parametrize(
    ("field", "value"),
    [
        ("source", "rumour"),
        ("scope", "two\nlines"),
        ("sha256", "ff"),
        ("received", -1),
        ("ids", ("../x",)),
        ("ids", ("a", "a")),
        ("earlier", ("a",)),
        ("dated_by", "guess"),
        ("first_seen", ""),
    ],
)
def test_a_receipt_cannot_hold(field: str, value: Any) -> None:
    with pytest.raises(RecordError):
        replace(RECEIPT, **{field: value})


def test_other_records_are_checked_too() -> None:
    for make in (
        lambda: Author(""),
        lambda: Author("Ada", family=" "),
        lambda: Link("blog", "https://example.org/"),  # type: ignore[arg-type]
        lambda: Rejection(2, 1, "reason", "text"),
        lambda: Tombstone("x", "", "0" * 64),
        lambda: Tombstone("x", "Asked for", "digest"),
        lambda: Tombstone("x", "Asked for", "0" * 64, (), ("digest",)),
        lambda: Tombstone("x", "Asked for", "0" * 64, (), ("2" * 64, "1" * 64)),
        lambda: Day(date(2025, 8, 6), (RECEIPT, RECEIPT)),
    ):
        with pytest.raises(RecordError):
            make()


def test_a_day_has_the_union_of_its_receipts_in_listed_order() -> None:
    other = Receipt("text", "other.txt", "1" * 64, 2, ("c", "a"), earlier=("d",))

    assert Day(date(2025, 8, 6), (RECEIPT, other)).ids() == ("a", "b", "c", "d")


def test_what_only_parts_of_lists_name_comes_last() -> None:
    part = Receipt("arxiv", "cs.CL", "2" * 64, 2, ("e", "b"), partial=True)
    other = replace(part, sha256="1" * 64, ids=("f", "d"))

    assert Day(date(2025, 8, 6), (RECEIPT, other, part)).ids() == ("a", "b", "d", "e", "f")


def test_a_day_holds_one_whole_reading_of_a_list_and_any_number_of_parts() -> None:
    part = replace(RECEIPT, partial=True)
    other = replace(part, rejections=(Rejection(1, 1, "reason", "text"),))
    newer = replace(part, sha256="1" * 64)

    assert Day(date(2025, 8, 6), (RECEIPT, part, other, newer)).receipts
    for receipts in ((part, part), (RECEIPT, replace(RECEIPT, sha256="1" * 64)), (part, RECEIPT)):
        with pytest.raises(RecordError):
            Day(date(2025, 8, 6), receipts)


@pytest.mark.parametrize(
    ("text", "allowed", "count"),
    [
        ("plain\ttext\n", "plain\ttext\n", 0),
        ("\x00a\x1bb\x7f", "\ufffda\ufffdb\ufffd", 3),
        ("\ud800\ufdd0\U0010ffff", "\ufffd\ufffd\ufffd", 3),
    ],
)
def test_characters_that_html_forbids_are_replaced_and_counted(text: str, allowed: str, count: int) -> None:
    assert replace_forbidden(text) == (allowed, count)


@given(st.text())
def test_what_is_normalised_is_normal(text: str) -> None:
    assert one_line(one_line(text)) == one_line(text)
    assert paragraphs(paragraphs(text)) == paragraphs(text)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("one\ntwo\n\nthree", "one two\n\nthree"),
        ("  one\u00a0two \n \t \n\n three\n", "one two\n\nthree"),
        (" \n\n ", ""),
    ],
)
def test_paragraphs_stand_each_on_one_line(text: str, expected: str) -> None:
    assert paragraphs(text) == expected


@pytest.mark.parametrize(
    "url",
    [
        "https://arxiv.org@evil.example/",
        "https://arxiv.org:443@evil.example/",
        "https://arxiv.org%2Fabs@evil.example/",
        "https://arxiv.org\\@evil.example/",
        "https://arxiv.org\\.evil.example/",
        "https://arxiv.org/\\evil.example",
        "https://аrxiv.org/",
        "https://arxiv。org/",
        "https://arxiv.org／abs.evil.example/",
        "https://xn--rxiv-53d.org/",
        "https://evil.XN--rxiv-53d.org/",
    ],
)
def test_an_address_that_may_lead_elsewhere_than_it_seems_is_not_plain(url: str) -> None:
    try:
        link = Link("project", url)
    except RecordError:
        return  # as where it is not even an address
    assert not link.is_plain


@pytest.mark.parametrize(
    "url",
    [
        "https://arxiv.org/abs/2604.00001",
        "http://127.0.0.1:8000/@user?a=b@c",
        "https://medium.com/@user/ä",
        "https://a-b.example.org/xn--x",
    ],
)
def test_other_addresses_are_plain(url: str) -> None:
    assert Link("project", url).is_plain
