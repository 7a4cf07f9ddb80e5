from dataclasses import replace
from datetime import date

import pytest
import yaml
from hypothesis import given, settings
from mkdocs.utils.meta import get_data

from generator.archive.pages import (
    NOTES_MARKER,
    DayPage,
    PaperPage,
    digest,
    read_day,
    read_paper,
    write_day,
    write_paper,
    write_tombstone,
)
from generator.papers.days import day_name
from generator.papers.errors import PageError
from generator.papers.records import Author, Day, Link, Paper, Receipt, Tombstone
from generator.sources import parse
from generator.sources.listing import Hint
from tests.real_papers import SAMPLE
from tests.strategies import HOSTILE, day_pages, paper_pages, tombstones

PAPER = Paper(id="a-title", title="A title", listed=(date(2025, 8, 6),), source="text", abstract="Words.")
PAGE = PaperPage(PAPER, digest(PAPER))
SCALARS = (
    "title",
    "doi",
    "arxiv_id",
    "comment",
    "journal_ref",
    "summary",
    "votes",
    "submitted_by",
    "organization",
)


@given(paper_pages())
def test_a_paper_is_read_back_as_it_was_written(page: PaperPage) -> None:
    assert read_paper(write_paper(page), "p.md") == page


def test_real_papers_are_read_back_as_they_were_written() -> None:
    for entry in parse(SAMPLE.read_bytes(), Hint(SAMPLE.name, date(2026, 6, 1))).entries:
        page = PaperPage(entry.paper, digest(entry.paper))
        assert read_paper(write_paper(page), "p.md") == page


@given(day_pages())
@settings(max_examples=50)
def test_a_day_is_read_back_as_it_was_written(page: DayPage) -> None:
    assert read_day(write_day(page, {}), "d.md") == page


@given(tombstones)
def test_a_tombstone_is_read_back_as_it_was_written(tombstone: Tombstone) -> None:
    assert read_paper(write_tombstone(tombstone), "p.md") == tombstone


@given(paper_pages())
@settings(max_examples=50)
def test_mkdocs_reads_the_same_front_matter(page: PaperPage) -> None:
    body, front = get_data(write_paper(page))

    paper = page.paper
    written = {name: getattr(paper, name) for name in SCALARS if getattr(paper, name) is not None}
    assert {name: front[name] for name in SCALARS if name in front} == written
    assert front["id"] == paper.id
    assert tuple(front["listed"]) == paper.listed
    assert [next(iter(link.items())) for link in front.get("links", ())] == [
        (link.kind, link.url) for link in paper.links
    ]
    assert [each if isinstance(each, str) else each["name"] for each in front.get("authors", ())] == [
        author.name for author in paper.authors
    ]
    assert front.items() >= (yaml.safe_load(page.extra) or {}).items()
    assert NOTES_MARKER in body


@pytest.mark.parametrize("text", HOSTILE)
def test_hostile_text_survives_in_title_author_abstract_and_notes(text: str) -> None:
    line = " ".join(text.split())
    paper = Paper(
        id="x", title=line, abstract=line, authors=(Author(line, line),), listed=PAPER.listed, source="text"
    )
    page = PaperPage(paper, digest(paper), yaml.safe_dump({"mine": text}), f"{text}\n")

    assert read_paper(write_paper(page), "p.md") == page


def test_a_page_reads_well_in_an_editor() -> None:
    paper = Paper(
        id="2508.00001",
        arxiv_id="2508.00001",
        title="A title: with a colon",
        authors=(Author("Ada Lovelace"), Author("Carl Friedrich Gauß", "Gauß")),
        listed=(date(2025, 8, 6), date(2025, 8, 7)),
        links=(Link("code", "https://github.com/o/r"),),
        source="arxiv",
        abstract="We use `code`, x_i and snake_case.\n\n1. A list?",
        votes=0,
    )
    assert (
        write_paper(PaperPage(paper, "0123456789abcdef", "reviewed: true\n", "My notes.\n"))
        == f"""---
id: "2508.00001"
title: "A title: with a colon"
authors:
- Ada Lovelace
- {{name: "Carl Friedrich Gauß", family: "Gauß"}}
arxiv_id: "2508.00001"
listed:
- 2025-08-06
- 2025-08-07
links:
- code: https://github.com/o/r
votes: 0
source: arxiv
digest: "0123456789abcdef"
reviewed: true
---

We use \\`code\\`, x_i and snake_case.

1\\. A list?

{NOTES_MARKER}

My notes.
"""
    )


@pytest.mark.parametrize(
    ("extra", "kept"),
    [
        ("# why\nmine:   'as it is'  # so\n", None),
        ("mine: |\n  # one\n\n  two\nyours: [1,   2]\n", None),
        ("mine: &a {x: 1}\nyours: *a\n", None),
        ("mine: \U0001f600 é\nyours: 2\n", None),
        ("1: 0x10\n", "1: 16\n"),
    ],
)
def test_a_key_of_one_s_own_keeps_its_lines(extra: str, kept: str | None) -> None:
    written = write_paper(PAGE).replace("source: text\n", f"{extra}source: text\n")

    page = read_paper(written, "p.md")

    assert isinstance(page, PaperPage)
    assert page == replace(PAGE, extra=kept or extra)
    assert read_paper(write_paper(page), "p.md") == page


def test_keys_of_one_s_own_that_cannot_stand_alone_are_written_anew() -> None:
    anchored = write_paper(PAGE).replace("title: A title\n", "title: &t A title\nmine: *t\n")
    on_one_line = "---\n{id: x, title: T, listed: [2025-08-06], source: text, mine: 'one'}\n---\n"

    for text, extra in ((anchored, "mine: A title\n"), (on_one_line, "mine: one\n")):
        page = read_paper(text, "p.md")
        assert isinstance(page, PaperPage)
        assert page.extra == extra


@pytest.mark.parametrize(
    ("old", "new", "edited"),
    [
        ("A title", "A better title", True),
        ("Words.", "Other words.", True),
        ("Words.", "Words.\n\n" + NOTES_MARKER, False),
        ("source: text", "source: text\nvotes: 3", False),
        ("title: A title", "title: 'A title'", False),
        ("\n", "\r\n", False),
    ],
)
def test_a_page_is_edited_where_the_account_no_longer_matches_its_digest(
    old: str, new: str, edited: bool
) -> None:
    page = read_paper(write_paper(PAGE).replace(old, new), "p.md")

    assert isinstance(page, PaperPage)
    assert page.edited is edited


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("no front matter", 'no front matter between two lines "---"'),
        ("---\ntitle: a: b\n---\n", "p.md, line 2: the front matter is not YAML"),
        ("---\nlisted: 2025-02-30\n---\n", "an impossible value"),
        ("---\njust text\n---\n", "not a list of keys and values"),
        ("---\ntitle: A\n---\n", "lacks id, listed, source"),
        (
            write_paper(PAGE).replace("title: A title", "title: no"),
            "title: found False; allowed: text; put it in",
        ),
        (write_paper(PAGE).replace("- 2025-08-06", "- soon"), "listed: found 'soon'; allowed: a day"),
        (write_paper(PAGE).replace("id: a-title", "id: ../../x"), "id: found '../../x'"),
        (write_paper(PAGE).replace("source: text", "source: text\nlinks: [{}]"), "a kind and an address"),
        (write_paper(PAGE).replace("source: text", "source: text\nlinks:\n- {a: b, c: d}"), "a kind and an"),
        (
            write_paper(PAGE).replace("source: text", "source: text\nauthors: Ada"),
            "authors: found 'Ada'; allowed: a list",
        ),
        ("---\nid: x\nremoved: Why\n---\n", "title_digest"),
    ],
)
def test_a_page_that_is_none_says_where_and_what_to_do(text: str, message: str) -> None:
    with pytest.raises(PageError, match=r"^p\.md") as caught:
        read_paper(text, "p.md")

    assert message in str(caught.value)


@pytest.mark.parametrize(
    ("front", "message"),
    [
        ("day: soon", "day: found 'soon'"),
        ("day: 2025-08-06\nreceipts: 1", "receipts: found 1"),
        ("day: 2025-08-06\nreceipts: [x]", "receipts: found 'x'"),
        ("day: 2025-08-06\nreceipts:\n- source: text", "scope is missing; allowed: text"),
        (
            "day: 2025-08-06\nreceipts:\n- {source: text, scope: a, sha256: ff, received: 1, dated_by: name}",
            "sha256: found 'ff'",
        ),
        (
            "day: 2025-08-06\nreceipts:\n- {source: text, scope: a, sha256: ff, received: 1, dated_by: name, "
            "rejections: [x]}",
            "rejections: found 'x'",
        ),
        (
            "day: 2025-08-06\nreceipts:\n- {source: text, scope: a, sha256: ff, received: 1, dated_by: name, "
            "partial: 1}",
            "partial: found 1",
        ),
    ],
)
def test_a_day_that_is_none_says_where(front: str, message: str) -> None:
    with pytest.raises(PageError, match=r"^d\.md") as caught:
        read_day(f"---\n{front}\n---\n", "d.md")

    assert message in str(caught.value)


def test_the_list_of_a_day_links_titles_as_text() -> None:
    page = DayPage(Day(date(2025, 8, 6), (Receipt("text", "f", "0" * 64, 2, ("a", "b")),)))

    text = write_day(page, {"a": ("[x](y) \\", "../2508/a.md")})

    assert "# Wednesday, 6 August 2025\n\n1. [\\[x\\](y) \\\\](../2508/a.md)\n1. b\n" in text


def test_names_of_days_do_not_depend_on_the_machine() -> None:
    assert day_name(date(2026, 12, 31)) == "Thursday, 31 December 2026"


def test_front_matter_is_yaml_of_any_reader() -> None:
    front = yaml.safe_load(write_paper(PAGE).split("---")[1])

    assert front["listed"] == [date(2025, 8, 6)]


def test_a_tombstone_holds_no_text_of_the_paper() -> None:
    assert write_tombstone(Tombstone("x", "Asked for", "0" * 64)) == (
        '---\nid: x\nremoved: Asked for\ntitle_digest: "' + "0" * 64 + '"\n---\n'
    )


@pytest.mark.parametrize(
    ("lines", "message"),
    [
        (f"summary: {'a' * 9_000}", "summary: found 9,000 characters; allowed: at most 5,000"),
        (f"categories:\n- {'c' * 300}", "categories: found 300 characters; allowed: at most 100"),
        (
            "topics:" + "".join(f"\n- t{n:03}" for n in range(101)),
            "topics: found 101 entries; allowed: at most 100",
        ),
        ("votes: 99999999999", "votes: found 99999999999; allowed: a whole number from 0 to 1,000,000"),
        (f"votes: 0x{'f' * 5_000}", "votes: found a value too large to be shown; allowed: a whole number"),
        (f"x: {'[' * 100_000}", "the front matter has more than 20 levels or aliases; write it out"),
        (f"x: {'{a: ' * 5_000}", "the front matter has more than 20 levels or aliases; write it out"),
        (
            "x: &a [1]\ny:" + "\n- *a" * 21,
            "the front matter has more than 20 levels or aliases; write it out",
        ),
    ],
    ids=lambda value: value[:12],
)
def test_a_page_that_holds_too_much_says_what_on_one_line(lines: str, message: str) -> None:
    text = write_paper(PAGE).replace("source: text\n", f"source: text\n{lines}\n")

    with pytest.raises(PageError) as caught:
        read_paper(text, "content/papers/2508/a-title.md")

    assert str(caught.value).startswith(f"content/papers/2508/a-title.md: {message}")
    assert "\n" not in str(caught.value)


def test_a_key_that_refers_to_itself_is_kept() -> None:
    text = write_paper(PAGE).replace("source: text\n", "source: text\nx: &a [*a]\n")

    page = read_paper(text, "a.md")

    assert isinstance(page, PaperPage)
    assert page.extra == "x: &id001\n- *id001\n"
