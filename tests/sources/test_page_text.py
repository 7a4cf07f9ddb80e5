import re
import textwrap
from collections import Counter
from datetime import date
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from generator.papers.errors import ListingError
from generator.papers.records import Link
from generator.sources import parse
from generator.sources.listing import Hint, Listing
from generator.sources.page_text import MAX_BYTES
from tests.archives import DAY, REAL_LISTING, TEXT, TODAY

OTHER_LAYOUT = Path(__file__).parents[3] / "shared" / "data" / "hf_text" / "2024-08-01.txt"
NAMED = Hint("2025-08-06.txt", TODAY)
UNNAMED = Hint("list.txt", TODAY)

COUNTED = """\
Daily Papers
Aug 6
Submitted by  ada
94
A Herd of Sheep
· 533 authors    5
Submitted by
carl
Counting without Votes
· 1 author
"""


def accounted(listing: Listing) -> Counter[int]:
    """Count how often each line of a text ended as part of an entry, of a rejection, or as furniture."""
    return Counter(
        number
        for first, last in [
            *((entry.first, entry.last) for entry in listing.entries),
            *((rejection.first, rejection.last) for rejection in listing.rejected()),
            *((number, number) for number in listing.furniture),
        ]
        for number in range(first, last + 1)
    )


def assert_all_accounted(data: bytes, hint: Hint) -> None:
    """Every line ends in exactly one place, or the listing as a whole is refused."""
    try:
        listing = parse(data, hint)
    except ListingError as error:
        assert str(error).startswith(hint.name)
        return
    text = data.decode("utf-8-sig").replace("\r\n", "\n").replace("\r", "\n")
    assert accounted(listing) == dict.fromkeys(range(1, text.count("\n") + 2), 1)


def said(listing: Listing) -> list[tuple[str, str | None]]:
    return [(entry.paper.title, entry.paper.abstract) for entry in listing.entries]


REAL = REAL_LISTING.read_bytes()
REAL_SAYS = said(parse(REAL, NAMED))


def test_all_papers_of_the_real_listing_come_out() -> None:
    listing = parse(REAL, NAMED)

    assert len(listing.entries) == 89
    assert len({entry.paper.id for entry in listing.entries}) == 89
    assert all(entry.paper.abstract for entry in listing.entries)
    assert not listing.rejections
    assert (listing.days, listing.dated_by) == ((DAY,), "name")


def test_nothing_of_the_real_listing_disappears() -> None:
    listing = parse(REAL, NAMED)

    lines = REAL.decode().split("\n")
    read = " ".join(f"{title} {abstract}" for title, abstract in REAL_SAYS)
    left = [lines[number - 1] for number in listing.furniture if lines[number - 1].strip()]
    assert_all_accounted(REAL, NAMED)
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


@given(st.data())
@settings(max_examples=40)
def test_every_line_of_a_shuffled_listing_is_accounted_for(data: st.DataObject) -> None:
    lines = REAL.decode().split("\n")[:60]
    shuffled = data.draw(st.permutations(lines))

    assert_all_accounted("\n".join(shuffled).encode(), NAMED)


damage = st.tuples(st.integers(0, 10**6), st.integers(0, 40), st.text(max_size=6))


def damaged(text: str, places: list[tuple[int, int, str]]) -> str:
    for place, length, put in places:
        at = place % (len(text) + 1)
        text = text[:at] + put + text[at + length :]
    return text


@given(st.lists(damage, max_size=8), st.sampled_from([TEXT, COUNTED, REAL.decode()[:9000]]))
def test_every_line_of_a_damaged_listing_is_accounted_for(
    places: list[tuple[int, int, str]], text: str
) -> None:
    assert_all_accounted(damaged(text, places).encode("utf-8", "replace"), NAMED)


needs_data = pytest.mark.skipif(not OTHER_LAYOUT.exists(), reason="needs ../shared/data, which is not here")


@needs_data
def test_all_papers_of_the_other_layout_come_out() -> None:
    data = OTHER_LAYOUT.read_bytes()

    listing = parse(data, Hint("2024-08-01.txt", TODAY))

    assert len(listing.entries) == data.count("·".encode())
    assert (listing.entries[0].paper.title, listing.entries[0].paper.votes) == (
        "The Llama 3 Herd of Models",
        94,
    )
    assert listing.entries[0].paper.submitted_by == "akhaliq"
    assert not listing.rejections
    assert_all_accounted(data, Hint("2024-08-01.txt", TODAY))


@needs_data
@given(st.data())
@settings(max_examples=40)
def test_every_line_of_the_other_layout_damaged_is_accounted_for(data: st.DataObject) -> None:
    text = OTHER_LAYOUT.read_text("utf-8")
    shuffled = "\n".join(data.draw(st.permutations(text.split("\n")[:40])))

    for changed in (shuffled, damaged(text, data.draw(st.lists(damage, max_size=8)))):
        assert_all_accounted(changed.encode("utf-8", "replace"), Hint("2024-08-01.txt", TODAY))


def test_the_other_layout_has_votes_and_submitters() -> None:
    listing = parse(COUNTED.encode(), NAMED)

    assert [(e.paper.title, e.paper.votes, e.paper.submitted_by) for e in listing.entries] == [
        ("A Herd of Sheep", 94, "ada"),
        ("Counting without Votes", None, "carl"),
    ]


ABSTRACT = "We count sheep, and we count them well."


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
        (f"A Wrapped\nTitle\n\n{ABSTRACT}\n\nPrevious\n\nNext", [("A Wrapped Title", ABSTRACT)], []),
    ],
)
def test_titles_and_abstracts_take_turns(
    body: str, papers: list[tuple[str, str | None]], rejected: list[str]
) -> None:
    listing = parse(f"Daily Papers\n\nAug 6\n\n{body}\n".encode(), NAMED)

    assert said(listing) == papers
    assert [rejection.reason for rejection in listing.rejected()] == rejected


CUT_SHORT = "the end of the text, cut short? a title without an abstract"


@pytest.mark.parametrize("end", ["An abstract that was cut", "An abs", "An\nabstract that was cut"])
def test_what_a_cut_leaves_of_an_abstract_is_no_paper(end: str) -> None:
    text = f"Aug 6\n\nA Title\n\n{ABSTRACT}\n\nAnother Title\n\n{end}"

    listing = parse(text.encode(), NAMED)

    assert said(listing) == [("A Title", ABSTRACT), ("Another Title", None)]
    assert [(r.reason, r.text) for r in listing.rejected()] == [(CUT_SHORT, end.replace("\n", " "))]


@given(st.integers(3000, len(REAL)))
def test_a_cut_listing_has_no_paper_that_the_whole_one_has_not(end: int) -> None:
    read = [title for title, _ in said(parse(REAL[:end].decode(errors="ignore").encode(), NAMED))]

    assert read == [title for title, _ in REAL_SAYS][: len(read)]


def test_what_precedes_the_day_is_furniture_or_rejected() -> None:
    listing = parse(f"Daily Papers\n\nWhat is this?\n\nAug 6\n\nA Title\n\n{ABSTRACT}\n".encode(), NAMED)

    (rejection,) = listing.rejected()
    assert (rejection.first, rejection.last) == (3, 3)
    assert (rejection.reason, rejection.text) == ("text before the day of the list", "What is this?")


def test_links_of_an_abstract_are_recognised_without_the_full_stop() -> None:
    text = (
        "Aug 6\n\nA Title\n\nSee https://github.com/o/r. Data: https://huggingface.co/datasets/o/d, demo at "
        "https://huggingface.co/spaces/o/s; model https://huggingface.co/o/m (https://o.github.io/p/)."
    )

    (entry,) = parse(text.encode(), NAMED).entries

    assert entry.paper.links == (
        Link("code", "https://github.com/o/r"),
        Link("dataset", "https://huggingface.co/datasets/o/d"),
        Link("demo", "https://huggingface.co/spaces/o/s"),
        Link("model", "https://huggingface.co/o/m"),
        Link("project", "https://o.github.io/p/"),
    )


def test_replaced_characters_are_counted() -> None:
    assert parse(b"Aug 6\n\nA\x00 Title\x1b\n".replace(b"\0", b"\x01"), NAMED).replaced == 2


@pytest.mark.parametrize(
    ("head", "hint", "day", "dated_by"),
    [
        ("Aug 6", NAMED, DAY, "name"),
        ("Wednesday, Aug 6, 2025", UNNAMED, DAY, "listing"),
        ("Aug 6", UNNAMED, DAY, "today"),
        ("Wed, Aug 6\n\nAug 6, 2025", UNNAMED, DAY, "listing"),
        ("", NAMED, DAY, "name"),
        ("Thu, Aug 6", UNNAMED, date(2020, 8, 6), "today"),
    ],
)
def test_the_day_is_the_pages_own(head: str, hint: Hint, day: date, dated_by: str) -> None:
    listing = parse(f"Daily Papers\n\n{head}\n\nA Title\n\n{ABSTRACT}\n".encode(), hint)

    assert (listing.days, listing.dated_by) == ((day,), dated_by)
    assert len(listing.entries) == 1


@pytest.mark.parametrize(
    ("data", "hint", "message"),
    [
        (b"", NAMED, "2025-08-06.txt: the listing is empty; save it again"),
        (b" \n\t\n", NAMED, "the listing is empty"),
        ("\u00a0\n".encode(), NAMED, "nothing but blank lines"),
        (
            b"\x89PNG\r\n\x1a\n\xff",
            NAMED,
            "line 1: found bytes that are not UTF-8 text (byte 0); save it as UTF-8",
        ),
        (b"A title\nAug\x00 6", NAMED, "line 2: found binary data"),
        (b"x" * (MAX_BYTES + 1), NAMED, "10,000,001 bytes; a text listing has at most 10,000,000; split it"),
        (b"A Title\n\nAn abstract.", UNNAMED, "list.txt: no date found"),
        (b"Daily Papers\n\nAug 6\n", NAMED, "found no paper, only the page around 2025-08-06"),
        (
            b"Aug 7\n\nA Title",
            NAMED,
            '2025-08-06.txt, line 1: "Aug 7" is 2025-08-07, but the file\'s name says',
        ),
        (b"Aug 6\n\nA\n\nAug 7\n\nB", UNNAMED, 'line 5: found two days, "Aug 6" in line 1 and "Aug 7"'),
        (b"Aug 6, 2024\n\nA\n\nAug 6, 2025", UNNAMED, "line 5: found two days"),
        (b"Aug 6, 2262\n\nA", UNNAMED, "list.txt: the list is of 2262-08-06, which has not come"),
        (b"5", NAMED, "2025-08-06.txt: found a JSON value in no known format"),
        (b"null\n", NAMED, "found a JSON value"),
        (b'Z"title": "Sheep"}', NAMED, "found markup or JSON in 1 of 1 lines"),
        (b"=html>\n<p>Sheep</p>\n<p>Goats</p>", NAMED, "found markup or JSON in 2 of 3 lines"),
        (b"Aug 6\n\nA", Hint("2025-08-06.HTML", TODAY), "found a file named 2025-08-06.HTML"),
    ],
)
def test_what_is_no_listing_is_one_clear_error(data: bytes, hint: Hint, message: str) -> None:
    with pytest.raises(ListingError) as caught:
        parse(data, hint)

    assert message in str(caught.value)
    assert not re.search(r"[\x00-\x09\x0b-\x1f]", str(caught.value))


def test_a_day_inside_a_list_is_text_unless_another_list_begins_with_it() -> None:
    text = "Aug 6, 2025\n\nOn Dates\n\nWe saw this on\nAug 6\nand more followed.\n"
    text += "\n2025-01-01\n\nA title that is a day.\n"

    listing = parse(text.encode(), UNNAMED)

    assert [(entry.paper.title, entry.paper.abstract) for entry in listing.entries] == [
        ("On Dates", "We saw this on Aug 6 and more followed."),
        ("2025-01-01", "A title that is a day."),
    ]


def test_a_title_longer_than_any_is_rejected_with_its_abstract() -> None:
    text = (
        f"Aug 6, 2025\n\nA Title\n\nAn abstract.\n\n{'word ' * 60}\n\nIts abstract.\n\nAnother\n\nOne more.\n"
    )

    listing = parse(text.encode(), UNNAMED)

    assert [entry.paper.title for entry in listing.entries] == ["A Title", "Another"]
    assert [(rejection.first, rejection.last) for rejection in listing.rejected()] == [(7, 9)]
