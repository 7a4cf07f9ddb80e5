from datetime import date

import pytest

from generator.papers.errors import ListingError
from generator.sources.listing import Hint

from .reading_text import DAY, TODAY, UNNAMED, read, read_or_refuse
from .text_samples import TRENDING

ASKED = Hint("list.txt", TODAY, DAY)
HEAD = (
    "Get trending papers in your email inbox once a day!\nTrending Papers\nby AK and the research community\n"
)
GOOD = "On the Shape of Clouds\nClouds have shapes.\n3 authors\nGitHub 1.1k\narXiv Page\n"


def test_each_paper_of_the_page_comes_out_once() -> None:
    listing = read(TRENDING, ASKED)

    first, second = (entry.paper for entry in listing.entries)
    assert (first.title, first.votes, first.submitted_by, first.organization, first.published) == (
        "Agent Thunder: Train Any Agent",
        117,
        "ada",
        "Example Lab",
        date(2025, 8, 4),
    )
    assert (second.title, second.votes, second.submitted_by, second.organization, second.published) == (
        "TradingSheep: A Framework for Markets of Wool",
        None,
        None,
        None,
        date(2024, 12, 28),
    )
    assert not listing.rejections
    assert read_or_refuse(TRENDING.encode(), ASKED) == listing


def test_what_is_too_short_for_an_abstract_is_the_sites_summary() -> None:
    first, second = (entry.paper for entry in read(TRENDING, ASKED).entries)

    assert (first.abstract or "").startswith("Agents are trained to herd sheep")
    assert (first.summary, second.abstract) == (None, None)
    assert second.summary == "A framework of sheep simulates markets of wool."


def test_the_page_gives_no_day_whole_and_has_none_of_its_own() -> None:
    listing = read(TRENDING, ASKED)

    assert (listing.days, listing.dated_by, listing.partial) == ((DAY,), "option", frozenset({DAY}))
    with pytest.raises(ListingError, match="no date found"):
        read(TRENDING, UNNAMED)


@pytest.mark.parametrize(
    "card",
    [
        "Agent Thunder\nIt trains agents.\n8 authors\nGitHub 11.3k\n",
        "Agent Thunder\n\nIt trains agents.\n\n8 authors\n\n· Aug 4, 2025\n\nUpvote\n\n9\n\nGitHub\n\n2\n",
        "Agent Thunder\nIt trains agents.\n8 authors · Published on Aug 4, 2025\nUpvote 9\narXiv Page\n",
        "Submitted by\nada\nAgent Thunder\nIt trains agents.\nExample Lab · Published on Aug 4\nUpvote\n9\n",
        "Submitted by ada\nAgent Thunder\nIt trains agents.\nExample Lab\n·\nAug 4, 2025\nGitHub 11.3k\n",
        "Agent Thunder\nGitHub 11.3k\narXiv Page\n",
        "Submitted by ada\n117\nAgent Thunder\nIt trains agents.\n8 authors\nGitHub 11.3k\n",
    ],
)
def test_the_end_of_a_paper_has_many_forms(card: str) -> None:
    listing = read_or_refuse(f"{HEAD}{card}{card}{GOOD}{GOOD}Previous\nNext\n".encode(), ASKED)

    assert listing
    assert [entry.paper.title for entry in listing.entries] == ["Agent Thunder", "On the Shape of Clouds"]
    assert not listing.rejections


def test_a_card_that_gained_a_vote_is_the_same_paper() -> None:
    card = "Submitted by ada\n{}\nAgent Thunder\nIt trains.\n8 authors\nGitHub 11.3k\n"

    listing = read(HEAD + card.format(117) + card.format(118) + GOOD, ASKED)

    assert [(entry.paper.title, entry.paper.votes) for entry in listing.entries] == [
        ("Agent Thunder", 117),
        ("On the Shape of Clouds", None),
    ]


@pytest.mark.parametrize(
    ("card", "reason"),
    [
        (
            "Agent Thunder\nIt trains.\nExample Lab\nStray words\n8 authors\n",
            "line 6: found 'Example Lab'; allowed",
        ),
        (
            "Agent\nThunder\nIt trains.\n8 authors\nGitHub 2\n",
            "line 5: found 'Thunder'; allowed: who submitted",
        ),
        ("It trains.\n8 authors\nGitHub 2\n", "title: found 'It trains.'; allowed: a title on one line"),
        ("Submitted by ada\n8 authors\nGitHub 2\n", "an entry without a title"),
        (
            "Agent Thunder\nIt trains.\nLab.\n· Aug 4, 2025\n",
            "organization: found 'Lab.'; allowed: a name on one",
        ),
    ],
)
def test_a_paper_that_is_not_understood_is_rejected_whole(card: str, reason: str) -> None:
    listing = read(f"{HEAD}{card}{GOOD}", ASKED)

    (rejection,) = listing.rejected()
    assert rejection.reason.startswith(reason)
    assert (rejection.first, rejection.last) == (4, 3 + card.count("\n"))
    assert [entry.paper.title for entry in listing.entries] == ["On the Shape of Clouds"]


def test_a_daily_page_that_leads_to_this_one_is_no_such_page() -> None:
    listing = read(
        "Daily Papers\nTrending Papers\nAug 6\nSubmitted by ada\n9\nSheep\n· 2 authors\nGitHub 3\n"
    )

    assert (listing.partial, [entry.paper.title for entry in listing.entries]) == (frozenset(), ["Sheep"])
