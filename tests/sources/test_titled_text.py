import textwrap
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.papers.errors import ListingError
from generator.papers.records import Link
from generator.sources import parse
from generator.sources.listing import Hint
from tests.archives import REAL_LISTING

from .reading_text import DAY, NAMED, TODAY, UNNAMED, read, read_or_refuse, reasons, said
from .text_samples import TITLED

REAL = REAL_LISTING.read_bytes()
REAL_SAYS = said(parse(REAL, NAMED))
FROM_DAY = REAL[REAL.index(b"Aug 6\n") :]
AFTER_DAY = FROM_DAY.removeprefix(b"Aug 6\n")
ABSTRACT = "We count sheep, and we count them well."
LONG = "They graze on a meadow that no model has seen before. " * 8
CLOUDS = "\n\nOn Clouds\n\nThey float."


def page(body: str) -> str:
    return f"Daily Papers\n\nAug 6\n\n{body}\n"


def test_all_papers_of_the_real_listing_come_out() -> None:
    listing = parse(REAL, NAMED)

    assert len(listing.entries) == 89
    assert len({entry.paper.id for entry in listing.entries}) == 89
    assert all(entry.paper.abstract for entry in listing.entries)
    assert not listing.rejections
    assert (listing.days, listing.dated_by, listing.partial) == ((DAY,), "name", frozenset())


def test_nothing_of_the_real_listing_disappears() -> None:
    listing = read_or_refuse(REAL)

    assert listing
    lines = REAL.decode().split("\n")
    read = " ".join(f"{title} {abstract}" for title, abstract in REAL_SAYS)
    left = [lines[number - 1] for number in listing.furniture if lines[number - 1].strip()]
    assert read.split() == " ".join(line for line in lines if line.strip() and line not in left).split()
    assert left == [
        "new",
        "Get trending papers in your email inbox!",
        "Subscribe",
        "Daily Papers",
        "byAK and the research community",
        "Aug 6",
    ]


@pytest.mark.parametrize(
    ("data", "hint"),
    [
        (FROM_DAY, NAMED),
        (FROM_DAY, Hint("list.txt", TODAY, DAY)),
        (AFTER_DAY, NAMED),
        (AFTER_DAY, Hint("list.txt", TODAY, DAY)),
    ],
    ids=["from the day", "from the day with an option", "after the day", "with an option"],
)
def test_the_real_listing_needs_no_page_around_it(data: bytes, hint: Hint) -> None:
    listing = parse(data, hint)

    assert said(listing) == REAL_SAYS
    assert (listing.days, listing.rejections) == ((DAY,), {})


@pytest.mark.parametrize(
    "changed",
    [
        REAL.replace(b"\n", b"\r\n"),
        REAL.replace(b"\n", b"\r"),
        b"\xef\xbb\xbf" + REAL,
        REAL.decode().encode("utf-16"),
        REAL.replace(b" ", "\u00a0".encode()),
        REAL.replace(b"\n\n", b"\n \t\n\n"),
        REAL.replace(b"\n\n", b"\n"),
        "\n".join(
            textwrap.fill(line, 80, break_long_words=False) for line in REAL.decode().split("\n")
        ).encode(),
        "\n".join(
            textwrap.fill(line, 60, break_on_hyphens=False, break_long_words=False)
            for line in REAL.decode().split("\n")
        ).encode(),
    ],
    ids=[
        "CRLF",
        "CR",
        "BOM",
        "UTF-16",
        "no-break",
        "blank lines",
        "no blank lines",
        "wrapped",
        "wrapped at spaces",
    ],
)
def test_how_a_listing_was_saved_changes_nothing(changed: bytes) -> None:
    assert said(parse(changed, NAMED)) == REAL_SAYS


@pytest.mark.parametrize(
    ("body", "papers", "rejected"),
    [
        (f"A Title\n\n{ABSTRACT}", [("A Title", ABSTRACT)], []),
        (
            f"A Title\n\n{ABSTRACT}\n\nA second paragraph.",
            [("A Title", f"{ABSTRACT}\n\nA second paragraph.")],
            [],
        ),
        ("A Title\n\nAnother Title", [("A Title", None), ("Another Title", None)], []),
        (f"{ABSTRACT}\n\nA Title", [("A Title", None)], ["an abstract without a title"]),
        (f"A Title\n\n{ABSTRACT}\n\nA Title\n\n{ABSTRACT}", [("A Title", ABSTRACT)] * 2, []),
        ("A Title\n\n1. foo\n2. bar.", [("A Title", "1. foo 2. bar.")], []),
        ("Is It?\n\nIt is <b>\x07bold</b>.", [("Is It?", "It is <b>\ufffdbold</b>.")], []),
        (f"<think>\n\n{ABSTRACT}", [("<think>", ABSTRACT)], []),
        (f"A Title\n\n{ABSTRACT}\n\nPrevious\n\nNext", [("A Title", ABSTRACT)], []),
        (
            f"A Title\n\n{ABSTRACT}{CLOUDS * 2}\n\nSubscribe\n\nTo our letters.",
            [("A Title", ABSTRACT), *[("On Clouds", "They float.")] * 2],
            ["an abstract without a title"],
        ),
        (
            f"A Title\n\n{ABSTRACT}\n\nStray Words{CLOUDS * 2}",
            [("A Title", ABSTRACT), *[("On Clouds", "They float.")] * 2],
            ["a title without an abstract"],
        ),
        (
            f"Counting Sheep\nAda Lovelace\n\n{ABSTRACT}{CLOUDS * 2}",
            [("On Clouds", "They float.")] * 2,
            ["several lines where one of title should be"],
        ),
    ],
)
def test_titles_and_abstracts_take_turns(
    body: str, papers: list[tuple[str, str | None]], rejected: list[str]
) -> None:
    listing = read(page(body))

    assert said(listing) == papers
    assert reasons(listing) == rejected


@pytest.mark.parametrize("pairs", [1, 9, 20])
def test_without_a_page_one_block_in_ten_may_be_odd(pairs: int) -> None:
    turns = "\n\n".join(
        f"Counting Sheep, Part {number}\n\nWe count {number} sheep. {LONG}" for number in range(pairs)
    )

    assert len(read(turns).entries) == pairs
    enough = read_or_refuse(f"{turns}\n\nStray words\n\nMore of them\n\nEven more".encode())
    assert (enough is not None) is (pairs == 20)


@pytest.mark.parametrize("end", ["An abstract that was cut", "An abs"])
def test_what_a_cut_leaves_of_an_abstract_is_no_paper(end: str) -> None:
    listing = read(page(f"A Title\n\n{ABSTRACT}{CLOUDS * 2}\n\nAnother Title\n\n{end}"))

    assert said(listing) == [("A Title", ABSTRACT), *[("On Clouds", "They float.")] * 2]
    assert reasons(listing) == [
        "a title without an abstract",
        "the end of the text, cut short? a title without an abstract",
    ]


@given(st.integers(3000, len(REAL)), st.sampled_from([b"", b"Daily Papers\n\n"]))
def test_a_cut_listing_has_no_paper_that_the_whole_one_has_not(end: int, head: bytes) -> None:
    cut = REAL[:end].decode(errors="ignore").encode()
    read = [title for title, _ in said(parse(head + cut, NAMED))]

    assert read == [title for title, _ in REAL_SAYS][: len(read)]


def test_what_precedes_the_day_is_furniture_or_rejected() -> None:
    listing = read(f"Daily Papers\n\nWhat is this?\n\nTrending Papers\nAug 6\n\nA Title\n\n{ABSTRACT}\n")

    (rejection,) = listing.rejected()
    assert (rejection.first, rejection.last) == (3, 3)
    assert (rejection.reason, rejection.text) == ("text before the day of the list", "What is this?")


def test_links_of_an_abstract_are_recognised_without_the_full_stop() -> None:
    text = page(
        "A Title\n\nSee https://github.com/o/r. Data: https://huggingface.co/datasets/o/d, demo at "
        "https://huggingface.co/spaces/o/s; model https://huggingface.co/o/m (https://o.github.io/p/)."
    )

    (entry,) = read(text).entries

    assert entry.paper.links == (
        Link("code", "https://github.com/o/r"),
        Link("dataset", "https://huggingface.co/datasets/o/d"),
        Link("demo", "https://huggingface.co/spaces/o/s"),
        Link("model", "https://huggingface.co/o/m"),
        Link("project", "https://o.github.io/p/"),
    )


@pytest.mark.parametrize(
    ("head", "hint", "day", "dated_by"),
    [
        ("Aug 6", NAMED, DAY, "name"),
        ("Wednesday, Aug 6, 2025", UNNAMED, DAY, "listing"),
        ("Aug 6", UNNAMED, DAY, "today"),
        ("Sep 2", UNNAMED, date(2025, 9, 2), "today"),
        ("Sep 3", UNNAMED, date(2024, 9, 3), "today"),
        ("Wed, Aug 6\n\nAug 6, 2025", UNNAMED, DAY, "listing"),
        ("", NAMED, DAY, "name"),
        ("Thu, Aug 6", UNNAMED, date(2020, 8, 6), "today"),
    ],
)
def test_the_day_is_the_pages_own(head: str, hint: Hint, day: date, dated_by: str) -> None:
    listing = read(f"Daily Papers\n\n{head}\n\nA Title\n\n{ABSTRACT}\n", hint)

    assert (listing.days, listing.dated_by) == ((day,), dated_by)
    assert len(listing.entries) == 1


def test_a_day_inside_a_list_is_text_unless_another_list_begins_with_it() -> None:
    text = "Daily Papers\n\nAug 6, 2025\n\nOn Dates\n\nWe saw this on\nAug 6\nand more followed.\n"
    text += "\n2025-01-01\n\nA title that is a day.\n"

    assert said(read(text, UNNAMED)) == [
        ("On Dates", "We saw this on Aug 6 and more followed."),
        ("2025-01-01", "A title that is a day."),
    ]


def test_a_title_longer_than_any_is_rejected_with_its_abstract() -> None:
    listing = read(
        page(f"A Title\n\nAn abstract.\n\n{'word ' * 60}\n\nIts abstract.\n\nAnother\n\nOne more.\n")
    )

    assert [title for title, _ in said(listing)] == ["A Title", "Another"]
    assert [(rejection.first, rejection.last) for rejection in listing.rejected()] == [(9, 11)]


@pytest.mark.parametrize("rule", ["-" * 78, "=" * 60, "\u2500" * 70, "_" * 50, "* * *"])
def test_a_row_of_dashes_below_a_title_is_no_part_of_it(rule: str) -> None:
    above = f'"""Count sheep."""\n{"-" * 78}\n{"-" * 12}\n'  # as if the text were wrapped
    listing = read(above + TITLED.replace("{{ clouds }}\n", f"{{{{ clouds }}}}\n{rule}\n"))

    assert [title for title, _ in said(listing)] == [
        "Counting Sheep with Fewer Parameters",
        "A Theory of Wool",
    ]
    assert "several lines where one of title should be" in reasons(listing)


def test_a_date_alone_is_no_page() -> None:
    with pytest.raises(ListingError, match=r'line 1: found "Aug 6", but no page around it'):
        read(FROM_DAY.decode(), UNNAMED)


@pytest.mark.parametrize("title", ["### On Rain", "= On Rain", "*On Rain*", "h2. On Rain", "12. On Rain"])
def test_a_title_with_the_mark_of_another_format_rejects_its_entry(title: str) -> None:
    listing = read(page(f"A Title\n\n{ABSTRACT}\n\n{title}\n\nIt falls.{CLOUDS}\n\nOn Wool\n\nIt is."))

    assert [found for found, _ in said(listing)] == ["A Title", "On Clouds", "On Wool"]
    (reason,) = reasons(listing)
    assert reason.startswith("the mark of ")


@pytest.mark.parametrize(
    "end", ["We count the sheep that", "We count sheep, goats,", "See https://a.org/b for"]
)
def test_an_abstract_that_stops_inside_a_sentence_at_the_end_was_cut(end: str) -> None:
    listing = read(page(f"A Title\n\n{ABSTRACT}\n\nAnother Title\n\n{LONG}{end}"))

    assert said(listing) == [("A Title", ABSTRACT)]
    assert reasons(listing) == ["the end of the text, cut short? an abstract that stops inside a sentence"]


def test_an_abstract_may_end_in_an_address_or_before_the_pages_end() -> None:
    for end in ("Code: https://a.org/b", "We count all of them\n\nPrevious"):
        assert len(read(page(f"A Title\n\n{LONG}{end}")).entries) == 1


def test_a_page_with_nothing_but_a_cut_entry_says_so() -> None:
    with pytest.raises(ListingError, match="no entry can be read; the first: the end of the text, cut short"):
        read(page(f"A Title\n\n{LONG}We count"))
