from pathlib import Path

import pytest

from generator.papers.errors import ListingError
from generator.papers.records import Paper
from generator.sources.listing import Hint

from .reading_text import DAY, NAMED, TODAY, UNNAMED, read, read_or_refuse, reasons
from .text_samples import COUNTED

REAL = Path(__file__).parents[3] / "shared" / "data" / "hf_text" / "2024-08-01.txt"
GOOD = "Submitted by\ncarl\n7\nOn Clouds\n· 1 author\n"


def card(*lines: str) -> str:
    return "\n".join(lines) + "\n"


def papers(text: str) -> list[Paper]:
    return [entry.paper for entry in read(text).entries]


@pytest.mark.skipif(not REAL.exists(), reason="needs ../shared/data, which is not here")
def test_all_papers_of_the_real_page_come_out() -> None:
    data = REAL.read_bytes()

    listing = read_or_refuse(data, Hint(REAL.name, TODAY))

    assert listing
    first = listing.entries[0].paper
    assert len(listing.entries) == data.count("·".encode())
    assert (first.title, first.votes, first.submitted_by) == ("The Llama 3 Herd of Models", 94, "akhaliq")
    assert not listing.rejections


def test_an_entry_is_submitter_votes_title_organization_and_authors() -> None:
    listing = read(COUNTED)

    assert [
        (each.paper.title, each.paper.votes, each.paper.submitted_by, each.paper.organization)
        for each in listing.entries
    ] == [
        ("A Herd of Sheep", 94, "ada", "Example Lab"),
        ("Counting without Votes", None, "carl", None),
        ("Knitting for Transformers", None, "bo", None),
    ]
    assert not listing.rejections
    assert read_or_refuse(COUNTED.encode()) == listing


@pytest.mark.parametrize(
    ("lines", "title", "organization"),
    [
        (["Submitted by ada", "94", "A Herd of Sheep", "· 12 authors"], "A Herd of Sheep", None),
        (
            ["Submitted by ada", "94", "A Herd of Sheep", "Example Lab", "· 12 authors"],
            "A Herd of Sheep",
            "Example Lab",
        ),
        (
            ["Submitted by ada", "94", "A Herd of Sheep", "Example Lab · 12 authors"],
            "A Herd of Sheep",
            "Example Lab",
        ),
        (
            ["Submitted by ada", "94", "GitHub 1.2k", "A Herd of Sheep", "· 12 authors"],
            "A Herd of Sheep",
            None,
        ),
        (
            ["Submitted by ada", "94", "A Herd of Sheep", "GitHub", "840", "· 12 authors"],
            "A Herd of Sheep",
            None,
        ),
        (
            ["Submitted by ada", "-", "A Herd of Sheep", "· 1,200 authors", "GitHub", "840"],
            "A Herd of Sheep",
            None,
        ),
        (["Submitted by", "94", "94", "A Herd of Sheep", "· 12 authors"], "A Herd of Sheep", None),
        (["94", "A Herd of Sheep", "· 12 authors 5"], "A Herd of Sheep", None),
        (
            ["Submitted by Qinghong (Kevin) Lin", "94", "A Herd of Sheep", "•12 authors"],
            "A Herd of Sheep",
            None,
        ),
        (["Submitted by", "LI, XIAOTONG", "94", "A Herd of Sheep", "·12 authors"], "A Herd of Sheep", None),
        (
            ['Submitted by Bo "Shepherd" Lee', "9", "A Herd of Sheep", "Lab • 12 authors"],
            "A Herd of Sheep",
            "Lab",
        ),
        (["Submitted by ada", "", "94", "", "<think>", "", "· 12 authors"], "<think>", None),
    ],
)
def test_an_entry_is_read_with_what_stands_around_it(
    lines: list[str], title: str, organization: str | None
) -> None:
    first, second = papers("Daily Papers\nAug 6\n" + card(*lines) + GOOD)

    assert (first.title, first.organization) == (title, organization)
    assert (second.title, second.votes, second.organization) == ("On Clouds", 7, None)


@pytest.mark.parametrize(
    ("lines", "reason"),
    [
        (
            ["Submitted by ada", "94", "A Herd", "Lab", "Barn", "· 3 authors"],
            "line 6: found 'Barn'; allowed: who",
        ),
        (
            ["Submitted by ada", "94", "A Herd of Sheep", "Example Lab"],
            "line 5: found 'Example Lab'; allowed: who",
        ),
        (["Submitted by ada", "A Herd", "of Sheep", "94", "· 3 authors"], "line 5: found '94'; allowed: who"),
        (
            ["Submitted by ada", "94", "A Theory of", "Sheep", "· 3 authors"],
            "title: found 'A Theory of'; allowed:",
        ),
        (
            ["Submitted by ada", "94", "We count sheep.", "· 3 authors"],
            "title: found 'We count sheep.'; allowed: a",
        ),
        (
            ["Submitted by ada", "94", "Sheep", "We count.", "· 3 authors"],
            "organization: found 'We count.'; allowed:",
        ),
        (["Submitted by ada", "94", "· 3 authors"], "an entry without a title"),
        (
            ["Submitted by", "94", "A Herd of Sheep", "· 3 authors"],
            "submitted by is missing; allowed: a name",
        ),
        (["Stray words"], "neither an entry with its authors counted nor page furniture"),
    ],
)
def test_any_other_line_rejects_its_entry_whole(lines: list[str], reason: str) -> None:
    listing = read(f"Aug 6\n{card(*lines)}{GOOD}")

    (rejection,) = listing.rejected()
    assert rejection.reason.startswith(reason)
    assert (rejection.first, rejection.last) == (2, 1 + len(lines))
    assert rejection.text == " ".join(lines)
    assert [entry.paper.title for entry in listing.entries] == ["On Clouds"]


@pytest.mark.parametrize(
    "written", ["Week 32, 2025", "2025-W32", "August 2025", "Aug 4 - Aug 10", "Aug 4 – 10, 2025"]
)
def test_a_week_or_a_month_is_no_day(written: str) -> None:
    with pytest.raises(ListingError, match=r"line 2: found .* a week or a month"):
        read(f"Daily Papers\n{written}\n{GOOD}")


def test_the_day_may_come_from_the_name_or_an_option() -> None:
    assert read(GOOD, NAMED).days == read(GOOD, Hint("list.txt", TODAY, DAY)).days == (DAY,)
    with pytest.raises(ListingError, match="no date found"):
        read(GOOD, UNNAMED)


def test_a_page_of_which_no_entry_can_be_read_is_refused() -> None:
    with pytest.raises(ListingError, match=r"line 2: no entry can be read; the first: line 5: found 'Yard'"):
        read("Aug 6\nSubmitted by ada\nSheep\nBarn\nYard\n· 2 authors\n")


def test_titles_that_look_like_another_kind_of_text_are_refused() -> None:
    with pytest.raises(ListingError, match="this looks like Markdown"):
        read("Daily Papers\nAug 6\n" + card("Submitted by ada", "94", "### [Sheep](sheep)", "· 3 authors"))


def test_rejections_alone_do_not_change_the_day() -> None:
    listing = read(f"Aug 6\nStray words\n{GOOD}")

    assert list(listing.rejections) == [DAY]
    assert len(reasons(listing)) == 1
