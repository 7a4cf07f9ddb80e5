"""What each page shows."""

from dataclasses import replace
from datetime import date, timedelta
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.archive.archive import Archive
from generator.archive.remove import remove
from generator.papers.records import Announced
from generator.site.head import Site
from generator.site.library import Library, read_library
from generator.site.names import list_name
from generator.site.status import status
from generator.site.views import View, views
from generator.site.views.days import DayView, day_views
from generator.site.views.entries import PAPERS_PER_PAGE
from generator.site.views.papers import PaperView, Place, TombstoneView
from generator.site.views.periods import Period, period_views, periods
from generator.site.views.single import home_view
from generator.site.views.view import Neighbour, with_neighbours
from tests.archives import DAY, NEXT_DAY, add, listing, paper

SITE = Site("An Archive", "What it holds.", "https://archive.example/daily/")
THIRD_DAY = NEXT_DAY + timedelta(days=1)
TITLES = [f"Sheep number {number}" for number in range(PAPERS_PER_PAGE + 5)]


def library(content: Path) -> Library:
    return read_library(Archive(content))


def shown(content: Path) -> dict[str, View]:
    """Give the views of the archive in a folder by address."""
    read = library(content)
    return {view.address: view for view in views(read, SITE, status(read, ()))}


def day(found: dict[str, View], address: str) -> DayView:
    view = found[address]
    assert isinstance(view, DayView)
    return view


def groups(view: DayView) -> list[tuple[str, int]]:
    """Give the headings of a day's list, and how many entries stand under each."""
    return [(group.receipt.scope, len(group.entries)) for group in view.groups]


@pytest.fixture
def split(tmp_path: Path) -> dict[str, View]:
    """Return the views of three days, the second in two parts."""
    titles = (TITLES[:1], TITLES, TITLES[:2])
    days = (DAY, NEXT_DAY, THIRD_DAY)
    add(tmp_path, *(listing(map(paper, own), day) for own, day in zip(titles, days, strict=True)))
    return shown(tmp_path)


@given(st.lists(st.integers(), max_size=5))
def test_each_item_stands_between_its_neighbours(items: list[int]) -> None:
    before, own, after = map(list, zip(*with_neighbours(items), strict=True)) if items else ([], [], [])

    assert own == items
    assert before == [None, *items][: len(items)]
    assert after == [*items, None][1:]


@pytest.mark.parametrize("part", ["", "2/"])
def test_each_part_of_a_day_leads_to_the_days_around_it(split: dict[str, View], part: str) -> None:
    view = day(split, f"papers/date/2025-08-07/{part}")

    assert view.day_before == Neighbour("papers/date/2025-08-06/", "6 August 2025")
    assert view.day_after == Neighbour("papers/date/2025-08-08/", "8 August 2025")


def test_the_parts_of_a_day_follow_each_other(split: dict[str, View]) -> None:
    first, second = split["papers/date/2025-08-07/"], split["papers/date/2025-08-07/2/"]

    assert first.previous and first.previous.address == "papers/date/2025-08-06/"
    assert first.following and first.following.address == "papers/date/2025-08-07/2/"
    assert second.previous and second.previous.address == "papers/date/2025-08-07/"
    assert second.following and second.following.address == "papers/date/2025-08-08/"


def test_each_part_of_a_day_shows_its_own_places(split: dict[str, View]) -> None:
    parts = [day(split, f"papers/date/2025-08-07/{part}") for part in ("", "2/")]

    shown = [[entry.number for group in part.groups for entry in group.entries] for part in parts]
    assert shown == [list(range(1, 101)), list(range(101, 106))]
    assert (
        [part.part.name for part in parts] == [part.name for part in parts[0].parts] == ["1–100", "101–105"]
    )
    assert [part.title for part in parts] == ["Thursday, 7 August 2025", "Thursday, 7 August 2025, page 2"]


def test_a_day_without_papers_has_its_page(tmp_path: Path) -> None:
    add(tmp_path, listing([]))

    view = day(shown(tmp_path), "papers/date/2025-08-06/")

    assert (view.paper_count, view.groups, view.whole) == (0, [], True)


def test_a_day_of_just_as_many_papers_as_a_page_shows_is_whole(tmp_path: Path) -> None:
    add(tmp_path, listing(map(paper, TITLES[:PAPERS_PER_PAGE])))

    view = day(shown(tmp_path), "papers/date/2025-08-06/")

    assert view.whole
    assert groups(view) == [("list", PAPERS_PER_PAGE)]


def test_a_second_list_without_papers_of_its_own_has_no_heading(tmp_path: Path) -> None:
    same = [paper("Counting Sheep", "Wool."), paper("Clouds", "Rain.")]
    add(tmp_path, listing(same, scope="a.txt"), listing(same[:1], scope="b.txt"))

    view = day(shown(tmp_path), "papers/date/2025-08-06/")

    assert groups(view) == [("a.txt", 2)]
    assert view.grouped is False


def test_parts_of_a_list_stand_together_after_it(tmp_path: Path) -> None:
    whole = listing([paper("Sheep"), paper("Clouds")], scope="a.txt")
    parts = [listing([paper(title), paper("Clouds")], scope="a.txt") for title in ("Wool", "Yarn", "Hay")]
    add(tmp_path, whole, *(replace(part, partial=frozenset({DAY})) for part in parts))

    view = day(shown(tmp_path), "papers/date/2025-08-06/")
    found = view.groups

    assert found[1].receipt == next(receipt for receipt in view.day.receipts if receipt.partial)
    assert [list_name(group.receipt) for group in found] == [
        "the text of a page (a.txt)",
        "the text of a page (a.txt), part of a list",
    ]
    assert [[entry.paper and entry.paper.title for entry in group.entries] for group in found] == [
        ["Sheep", "Clouds"],
        ["Hay", "Wool", "Yarn"],
    ]


def test_a_part_with_one_of_several_lists_names_it(tmp_path: Path) -> None:
    add(
        tmp_path,
        listing(map(paper, TITLES[:-1]), scope="a.txt"),
        listing([paper(TITLES[-1])], scope="b.txt"),
    )

    found = shown(tmp_path)
    first, second = (day(found, f"papers/date/2025-08-06/{part}") for part in ("", "2/"))

    assert groups(first) == [("a.txt", PAPERS_PER_PAGE)]
    assert groups(second) == [("a.txt", 4), ("b.txt", 1)]
    assert first.grouped and second.grouped


def test_notes_stand_on_the_first_part_of_a_day(tmp_path: Path) -> None:
    add(tmp_path, listing(map(paper, TITLES)))
    read = library(tmp_path)
    noted = replace(read, days={DAY: replace(read.days[DAY], notes="A note.")})

    assert [view.notes for view in day_views(noted, SITE)] == ["A note.", "", "A note."]


def test_the_newest_list_stands_at_latest_too_with_the_address_of_its_day(tmp_path: Path) -> None:
    add(tmp_path, listing([paper("Sheep")]), listing([paper("Rain")], NEXT_DAY))

    *days, latest = day_views(library(tmp_path), SITE)

    assert [day.address for day in days] == ["papers/date/2025-08-06/", "papers/date/2025-08-07/"]
    assert replace(latest, address=days[-1].address, canonical="") == days[-1]
    assert latest.address == "papers/date/latest/"
    assert latest.head.url == days[-1].head.url


def test_a_paper_has_its_place_in_the_newest_of_its_lists(tmp_path: Path) -> None:
    add(
        tmp_path,
        listing(map(paper, ["Clouds", "Sheep"])),
        listing(map(paper, ["Rain", "Snow", "Sheep"]), NEXT_DAY),
    )
    remove(Archive(tmp_path), "rain", "It was asked for.")

    found = shown(tmp_path)
    clouds, sheep = found["papers/clouds/"], found["papers/sheep/"]

    assert isinstance(clouds, PaperView)
    assert isinstance(sheep, PaperView)
    assert clouds.place == Place(1, 2, None, Neighbour("papers/sheep/", "Sheep"))
    assert sheep.place == Place(3, 3, Neighbour("papers/snow/", "Snow"), None)
    assert (clouds.updated, sheep.updated) == (DAY, NEXT_DAY)
    assert clouds.citation.startswith("@misc{clouds,")


def test_a_removed_paper_names_the_days_that_listed_it(tmp_path: Path) -> None:
    add(tmp_path, *(listing([paper("Sheep")], day) for day in (DAY, THIRD_DAY)))
    add(tmp_path, listing([paper("Clouds")], NEXT_DAY))
    remove(Archive(tmp_path), "sheep", "It was asked for.")

    view = shown(tmp_path)["papers/sheep/"]

    assert isinstance(view, TombstoneView)
    assert view.listed == (DAY, THIRD_DAY)


def test_the_home_page_shows_the_newest_list_and_the_six_days_before_it(tmp_path: Path) -> None:
    days = [DAY + timedelta(days=number) for number in range(8)]
    add(tmp_path, *(listing(map(paper, TITLES[:number]), day) for number, day in enumerate(days, 1)))

    view = home_view(library(tmp_path), SITE, ("cs.CL",))

    assert (view.latest, view.first, view.day_count, view.paper_count) == (days[-1], DAY, 8, 8)
    assert view.recent == [(day, number) for number, day in reversed([*enumerate(days, 1)][1:7])]
    assert (view.entry_count, view.seen_before, view.whole) == (8, 7, True)


def test_the_home_page_shows_four_quarters(tmp_path: Path) -> None:
    days = [date(2024, 8, 6), date(2024, 11, 6), date(2025, 2, 6), date(2025, 5, 6), DAY]
    add(tmp_path, *(listing([paper("Sheep")], day) for day in days))

    first = [quarter.first for quarter in home_view(library(tmp_path), SITE, ()).quarters]
    assert first == [date(2025, 7, 1), date(2025, 4, 1), date(2025, 1, 1), date(2024, 10, 1)]


def test_the_home_page_shows_the_beginning_of_a_long_list(tmp_path: Path) -> None:
    add(tmp_path, listing(map(paper, TITLES)))

    view = home_view(library(tmp_path), SITE, ())

    assert (len(view.entries), view.entry_count, view.whole) == (PAPERS_PER_PAGE, len(TITLES), False)


def test_each_entry_says_how_it_was_announced(tmp_path: Path) -> None:
    found = listing([paper("Counting Sheep", "Wool."), paper("Clouds", "Rain.")], scope="cs.CL")
    how: tuple[Announced | None, ...] = ("cross", None)
    entries = (replace(entry, announced=each) for entry, each in zip(found.entries, how, strict=True))
    add(tmp_path, replace(found, entries=tuple(entries)))

    view = day(shown(tmp_path), "papers/date/2025-08-06/")

    assert [entry.announced for group in view.groups for entry in group.entries] == ["cross", None]
    assert not view.by_change


def test_no_two_indexes_are_described_alike(tmp_path: Path) -> None:
    add(tmp_path, listing([paper("Counting Sheep")]), listing([paper("Clouds")], NEXT_DAY))

    found = shown(tmp_path)
    told = [found[f"papers/{index}"].description for index in ("", "date/", "week/", "month/", "year/")]

    assert told[3] == "2 papers on 2 days, 6 to 7 August 2025, by month."
    assert len(set(told)) == 5


def test_an_archive_without_days_has_its_indexes(tmp_path: Path) -> None:
    index = shown(tmp_path)["papers/"]

    assert index.description == "0 papers on 0 days, on a calendar."
    assert (index.updated, index.card) == (None, None)


def test_of_a_full_period_the_longest_days_are_cut(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("generator.site.views.periods.TITLES", 6)
    add(tmp_path, *(listing(map(paper, TITLES[:number]), day) for number, day in ((1, DAY), (8, NEXT_DAY))))
    add(tmp_path, listing(map(paper, TITLES[:3]), THIRD_DAY))

    (week,) = period_views(library(tmp_path), SITE, "week")

    assert [len(listed) for _, listed in week.days] == [1, 2, 2]
    assert week.paper_count == 12


def test_a_week_is_from_monday_to_sunday() -> None:
    week = Period("papers/week/2026-W01/", "Week 2026-W01", ((date(2025, 12, 31), 3), (date(2026, 1, 2), 4)))

    assert week.whole_week == "29 December 2025 to 4 January 2026"


def test_periods_are_ascending_whatever_the_order_of_their_days() -> None:
    counts = {date(2026, 1, 2): 4, date(2025, 12, 31): 3, date(2026, 1, 1): 5}

    found = {period.name: [day.day for day, _ in period.days] for period in periods(counts, "month")}

    assert list(found.items()) == [("December 2025", [31]), ("January 2026", [1, 2])]
