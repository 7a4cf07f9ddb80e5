"""What each page shows."""

from dataclasses import replace
from datetime import date, timedelta
from pathlib import Path

import pytest

from generator.archive.archive import Archive
from generator.site.library import read_library
from generator.site.names import list_name
from generator.site.views import PAPERS_PER_PAGE, Group, Neighbour, Period, View, views
from tests.archives import DAY, NEXT_DAY, add, listing, paper

TITLES = [f"Sheep number {number}" for number in range(PAPERS_PER_PAGE + 5)]


def shown(content: Path) -> dict[str, View]:
    """Give the views of the archive in a folder by address."""
    return {view.address: view for view in views(read_library(Archive(content)))}


def groups(view: View) -> list[tuple[str, int]]:
    """Give the headings of a day's list, and how many entries stand under each."""
    found: list[Group] = view.data["groups"]  # type: ignore[assignment]
    return [(group.receipt.scope, len(group.entries)) for group in found]


@pytest.fixture
def split(tmp_path: Path) -> dict[str, View]:
    """Return the views of three days, the second in two parts."""
    days = (DAY, NEXT_DAY, NEXT_DAY + timedelta(days=1))
    titles = (TITLES[:1], TITLES, TITLES[:2])
    add(tmp_path, *(listing(map(paper, own), day) for own, day in zip(titles, days, strict=True)))
    return shown(tmp_path)


@pytest.mark.parametrize("part", ["", "2/"])
def test_each_part_of_a_day_leads_to_the_days_around_it(split: dict[str, View], part: str) -> None:
    data = split[f"papers/date/2025-08-07/{part}"].data

    assert data["day_before"] == Neighbour("papers/date/2025-08-06/", "6 August 2025")
    assert data["day_after"] == Neighbour("papers/date/2025-08-08/", "8 August 2025")


def test_the_parts_of_a_day_follow_each_other(split: dict[str, View]) -> None:
    first, second = split["papers/date/2025-08-07/"], split["papers/date/2025-08-07/2/"]

    assert first.previous and first.previous.address == "papers/date/2025-08-06/"
    assert first.following and first.following.address == "papers/date/2025-08-07/2/"
    assert second.previous and second.previous.address == "papers/date/2025-08-07/"
    assert second.following and second.following.address == "papers/date/2025-08-08/"


def test_a_second_list_without_papers_of_its_own_has_no_heading(tmp_path: Path) -> None:
    same = [paper("Counting Sheep", "Wool."), paper("Clouds", "Rain.")]
    add(tmp_path, listing(same, scope="a.txt"), listing(same[:1], scope="b.txt"))

    view = shown(tmp_path)["papers/date/2025-08-06/"]

    assert groups(view) == [("a.txt", 2)]
    assert view.data["grouped"] is False


def test_parts_of_a_list_stand_together_after_it(tmp_path: Path) -> None:
    whole = listing([paper("Sheep"), paper("Clouds")], scope="a.txt")
    parts = [listing([paper(title), paper("Clouds")], scope="a.txt") for title in ("Wool", "Yarn", "Hay")]
    add(tmp_path, whole, *(replace(part, partial=frozenset({DAY})) for part in parts))

    view = shown(tmp_path)["papers/date/2025-08-06/"]

    found: list[Group] = view.data["groups"]  # type: ignore[assignment]
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

    view = shown(tmp_path)["papers/date/2025-08-06/2/"]

    assert groups(view) == [("a.txt", 4), ("b.txt", 1)]
    assert view.data["grouped"] is True


def test_no_two_indexes_are_described_alike(tmp_path: Path) -> None:
    add(tmp_path, listing([paper("Counting Sheep")]), listing([paper("Clouds")], NEXT_DAY))

    found = shown(tmp_path)
    told = [found[f"papers/{index}"].description for index in ("", "date/", "week/", "month/", "year/")]

    assert told[3] == "2 papers on 2 days, 6 to 7 August 2025, by month."
    assert len(set(told)) == 5


def test_an_archive_without_days_has_its_indexes(tmp_path: Path) -> None:
    assert shown(tmp_path)["papers/"].description == "0 papers on 0 days, on a calendar."


def test_a_week_is_from_monday_to_sunday() -> None:
    week = Period("papers/week/2026-W01/", "Week 2026-W01", ((date(2025, 12, 31), 3), (date(2026, 1, 2), 4)))

    assert week.whole_week == "29 December 2025 to 4 January 2026"
