import re
from dataclasses import replace
from datetime import date
from email import message_from_bytes
from email.message import EmailMessage
from email.policy import default

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.papers.records import Author, Link, Paper
from generator.site.digest import PAPERS, Mailing, digest, message_id
from tests.strategies import papers

from .test_feed import SITE

DAY = date(2025, 8, 6)
MAILING = Mailing("digest@archive.example", "list@lists.example")
PAPER = Paper(
    id="2508.00001",
    title="Attention & <wallabies> of $O(n^2)$",
    listed=(DAY,),
    source="huggingface",
    abstract="Counting animals that hop is a hard problem. In this paper, we propose a new method that "
    "counts wallabies <fast> and well in every pen. Experiments show that it is right in most pens of farms.",
    authors=tuple(Author(name) for name in ("Ada Lamb", "Bo Peep", "Cy Ram", "Di Ewe")),
    links=(Link("code", "https://github.com/lamb/wallabies"),),
    votes=1200,
)


def parts(message: EmailMessage) -> tuple[str, str]:
    """Give text and HTML as a client reads them back from the wire."""
    read = message_from_bytes(message.as_bytes(), policy=default)
    assert isinstance(read, EmailMessage)
    text, html = read.iter_parts()
    return str(text.get_content()), str(html.get_content())


def test_a_message_says_who_it_is_from_and_how_to_leave() -> None:
    message = digest(DAY, [PAPER], SITE, MAILING)

    assert {name: str(message[name]) for name in ("Subject", "From", "To", "Date", "Message-ID")} == {
        "Subject": "An Archive: 1 paper, Wednesday, 6 August 2025",
        "From": "An Archive <digest@archive.example>",
        "To": "list@lists.example",
        "Date": "Wed, 06 Aug 2025 12:00:00 +0000",
        "Message-ID": "<digest.daily.2025-08-06@archive.example>",
    }
    assert message["List-Unsubscribe"] == "<mailto:digest@archive.example?subject=unsubscribe>"
    leave = digest(DAY, [PAPER], SITE, replace(MAILING, unsubscribe="https://lists.example/leave"))
    assert leave["List-Unsubscribe"] == "<https://lists.example/leave>"


def test_both_parts_say_what_the_paper_says() -> None:
    text, html = parts(digest(DAY, [PAPER], SITE, MAILING))

    assert text.splitlines() == [
        "Wednesday, 6 August 2025: 1 paper",
        f"{SITE.url}papers/date/2025-08-06/",
        "",
        "1. Attention & <wallabies> of O(n²)",
        "   Ada Lamb, Bo Peep, Cy Ram and 1 more · 1,200 votes",
        "   We propose a new method that counts wallabies <fast> and well in every pen.",
        f"   {SITE.url}papers/2508.00001/",
        "   Code: https://github.com/lamb/wallabies",
    ]
    for said in (
        ">Attention &amp; &lt;wallabies&gt; of O(n²)</a>",
        "counts wallabies &lt;fast&gt; and well",
        'href="https://github.com/lamb/wallabies"',
        "prefers-color-scheme: dark",
    ):
        assert said in html


def test_nothing_is_fetched_when_it_is_opened() -> None:
    _, html = parts(digest(DAY, [PAPER] * 3, SITE, MAILING))

    assert not re.search(r"<img|<link|<script|src=|url\(|@import", html)


def test_a_long_list_is_cut_before_clients_cut_it() -> None:
    long = replace(PAPER, abstract=None, title="a" * 300)
    message = digest(DAY, [long] * (PAPERS + 5), SITE, MAILING)
    text, html = parts(message)

    assert "And 5 more" in text
    assert "And 5 more" in html
    assert len(html.encode()) < 102_000


@pytest.mark.parametrize(("count", "more"), [(100, False), (101, True)])
def test_a_list_of_a_hundred_is_told_whole(count: int, more: bool) -> None:
    for part in parts(digest(DAY, [PAPER] * count, SITE, MAILING)):
        assert part.count("wallabies> of O") + part.count("wallabies&gt; of O") == 100
        assert ("And 1 more" in part) == more


def test_one_plain_link_to_code_is_given_and_three_authors_are_named() -> None:
    links = (
        Link("code", "https://a.example@b.example/"),
        Link("code", "https://github.com/lamb/a"),
        Link("code", "https://github.com/lamb/b"),
        Link("project", "https://lamb.example/"),
    )
    text, _ = parts(digest(DAY, [replace(PAPER, links=links, authors=PAPER.authors[:3])], SITE, MAILING))

    assert [line.strip() for line in text.splitlines() if "Code" in line] == [
        "Code: https://github.com/lamb/a"
    ]
    assert "   Ada Lamb, Bo Peep, Cy Ram · 1,200 votes" in text


def test_what_is_not_known_takes_no_line() -> None:
    bare = Paper(id="sheep", title="Sheep", listed=(DAY,), source="text")
    text, _ = parts(digest(DAY, [bare], SITE, MAILING))

    assert text.splitlines()[3:] == ["1. Sheep", f"   {SITE.url}papers/sheep/"]


def test_a_message_keeps_its_name_when_its_list_grows() -> None:
    short, long = digest(DAY, [PAPER], SITE, MAILING), digest(DAY, [PAPER] * 2, SITE, MAILING)

    assert short["Message-ID"] == long["Message-ID"] == message_id(DAY, SITE, MAILING)
    assert message_id(DAY, replace(SITE, url=""), MAILING) == "<digest.2025-08-06@archive.example>"


@given(st.lists(papers(), max_size=3))
def test_the_same_list_gives_the_same_bytes_and_no_text_breaks_out(found: list[Paper]) -> None:
    message = digest(DAY, found, SITE, MAILING)

    assert message.as_bytes() == digest(DAY, found, SITE, MAILING).as_bytes()
    assert [part.get_content_type() for part in message.walk()][1:] == ["text/plain", "text/html"]
    assert "<script" not in parts(message)[1]


@pytest.mark.parametrize("count", [0, 1])
def test_an_empty_list_is_a_message_too(count: int) -> None:
    assert f"{count} paper" in str(digest(DAY, [PAPER] * count, SITE, MAILING)["Subject"])
