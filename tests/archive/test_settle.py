from dataclasses import replace
from datetime import date
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from generator.archive.pages import DayPage, PaperPage, digest
from generator.archive.settle import OpenError, Versions, settle_addresses, settle_day, settle_paper
from generator.papers.merge import merge
from generator.papers.records import Day, Link, Paper, Receipt, Tombstone
from tests.archives import DAY, NEXT_DAY, paper
from tests.strategies import day_pages, paper_pages

SHEEP = paper("Sheep", "We count sheep.", arxiv_id="2508.00001", source="huggingface", votes=3)
LATER = date(2025, 8, 8)


def page(paper: Paper, notes: str = "") -> PaperPage:
    return PaperPage(paper, digest(paper), notes=notes)


def told(known: Paper, **said: Any) -> Paper:
    """Give `known` with one more account of it, which says this."""
    return merge(known, replace(SHEEP, **{"votes": None, **said}))


@given(paper_pages(), paper_pages())
@settings(max_examples=50)
def test_what_one_side_changed_is_taken_from_it(base: PaperPage, changed: PaperPage) -> None:
    changed = replace(changed, paper=replace(changed.paper, id=base.paper.id, aliases=()), digest="0" * 16)
    clean = replace(changed, paper=merge(changed.paper, changed.paper))

    for versions in ((base, base, clean), (base, clean, base), (base, clean, clean)):
        assert settle_paper(Versions(*versions)) == replace(
            clean, paper=replace(clean.paper, id=base.paper.id)
        )


@given(day_pages(), day_pages())
@settings(max_examples=50)
def test_a_day_that_one_side_changed_is_taken_from_it(base: DayPage, changed: DayPage) -> None:
    changed = replace(changed, day=replace(changed.day, date=base.day.date))
    expected = changed if changed.day.receipts else None

    for versions in ((base, base, changed), (base, changed, base), (base, changed, changed)):
        assert settle_day(Versions(*versions)) == expected


@pytest.mark.parametrize(
    ("junk", "later"),
    [
        ({"listed": (NEXT_DAY,)}, {"listed": (LATER,)}),
        (
            {"links": (Link("code", "https://junk.example/"),)},
            {"links": (Link("code", "https://o.example/"),)},
        ),
        ({"title": "Junk", "source": "text"}, {"title": "Sheep, Revised", "source": "arxiv"}),
        (
            {"title": "Junk", "source": "arxiv"},
            {"title": "Sheep, Revised", "source": "arxiv", "updated": LATER},
        ),
        ({"doi": "10.1000/junk"}, {"doi": "10.1000/sheep-and-lambs"}),
        ({"votes": 9}, {"votes": 12}),
        ({"topics": ("junk",)}, {"topics": ("sheep",), "abstract": "We count many more sheep."}),
    ],
)
def test_what_came_in_between_is_taken_out(junk: dict[str, Any], later: dict[str, Any]) -> None:
    base = told(SHEEP, **junk)

    settled = settle_paper(Versions(page(base), page(told(base, **later)), page(SHEEP)))

    assert settled == page(told(SHEEP, **later))


RECEIPT = Receipt("text", "a", "0" * 64, 2, ("sheep", "goats"))


def day(*receipts: Receipt, notes: str = "") -> DayPage:
    return DayPage(Day(DAY, receipts), notes=notes)


@pytest.mark.parametrize(
    ("base", "ours", "theirs", "settled"),
    [
        ((RECEIPT,), (RECEIPT, replace(RECEIPT, scope="b")), None, (replace(RECEIPT, scope="b"),)),
        ((RECEIPT,), (), (RECEIPT,), None),
        (
            (replace(RECEIPT, ids=("junk",), earlier=("sheep",)),),
            (replace(RECEIPT, ids=("cows",), earlier=("junk", "sheep")),),
            (replace(RECEIPT, ids=("sheep",)),),
            (replace(RECEIPT, ids=("cows",), earlier=("sheep",)),),
        ),
        (None, (RECEIPT,), (replace(RECEIPT, ids=("cows",)),), (replace(RECEIPT, earlier=("cows",)),)),
    ],
    ids=["a list added", "a list taken away", "a list replaced twice", "a list on both sides"],
)
def test_a_day_is_settled_list_by_list(
    base: tuple[Receipt, ...] | None,
    ours: tuple[Receipt, ...],
    theirs: tuple[Receipt, ...] | None,
    settled: tuple[Receipt, ...] | None,
) -> None:
    versions = Versions(*(None if each is None else day(*each) for each in (base, ours, theirs)))

    assert settle_day(versions) == (settled and day(*settled))


def test_notes_stay_where_the_other_side_deleted_the_page() -> None:
    other = replace(RECEIPT, scope="b")

    versions = Versions(day(RECEIPT, notes="Mine.\n"), day(RECEIPT, other, notes="Mine.\n"), None)

    assert settle_day(versions) == day(other, notes="Mine.\n")


STONE = Tombstone("sheep", "Asked for", "0" * 64)


@pytest.mark.parametrize(
    ("base", "ours", "theirs", "settled"),
    [
        (page(SHEEP), STONE, page(told(SHEEP, listed=(LATER,))), STONE),
        (page(SHEEP), page(told(SHEEP, listed=(LATER,))), STONE, STONE),
        (page(SHEEP), page(told(SHEEP, listed=(LATER,))), None, page(told(SHEEP, listed=(LATER,)))),
        (STONE, replace(STONE, reason="Else"), page(SHEEP), replace(STONE, reason="Else")),
    ],
)
def test_a_tombstone_stays_and_so_does_what_a_side_changed(
    base: PaperPage | Tombstone,
    ours: PaperPage | Tombstone | None,
    theirs: PaperPage | Tombstone | None,
    settled: PaperPage | Tombstone,
) -> None:
    assert settle_paper(Versions(base, ours, theirs)) == settled


EDITED = replace(page(SHEEP), paper=replace(SHEEP, title="Sheep by Hand"))


def test_an_edited_account_wins_over_one_that_lists_changed() -> None:
    listed = page(told(SHEEP, title="Sheep, Revised", source="arxiv"))

    for versions in ((page(SHEEP), EDITED, listed), (page(SHEEP), listed, EDITED)):
        settled = settle_paper(Versions(*versions))
        assert isinstance(settled, PaperPage)
        assert (settled.paper.title, settled.edited) == ("Sheep by Hand", True)
        assert settled.paper.other_names == ("Sheep, Revised",)


@pytest.mark.parametrize(
    ("ours", "theirs", "message"),
    [
        (
            EDITED,
            replace(EDITED, paper=replace(SHEEP, title="By another hand")),
            "both sides edited the paper",
        ),
        (page(SHEEP, "Ours.\n"), page(SHEEP, "Theirs.\n"), "both sides changed its notes or own keys"),
    ],
)
def test_what_people_wrote_in_two_ways_stays_open(ours: PaperPage, theirs: PaperPage, message: str) -> None:
    with pytest.raises(OpenError, match=message):
        settle_paper(Versions(page(SHEEP), ours, theirs))


lists = st.dictionaries(st.sampled_from("abcd"), st.sampled_from(["", "x", "y"]))


@given(lists, lists, lists)
def test_addresses_are_settled_one_by_one(
    base: dict[str, str], ours: dict[str, str], theirs: dict[str, str]
) -> None:
    settled = settle_addresses(Versions(base, ours, theirs))

    assert settle_addresses(Versions(base, theirs, ours)).keys() == settled.keys()
    for address in "abcd":
        in_base, in_ours, in_theirs = (address in each for each in (base, ours, theirs))
        if in_ours == in_theirs:
            assert (address in settled) == in_ours
        elif ours.get(address) == base.get(address) or theirs.get(address) == base.get(address):
            assert (address in settled) != in_base
