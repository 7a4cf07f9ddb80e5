from datetime import date

import pytest

from generator.archive.pages import DayPage
from generator.papers.records import Day
from generator.site.head import Site
from generator.site.library import Library
from generator.site.views.view import View, card_of

SITE = Site("An Archive", "What it holds.", "https://archive.example/daily/")


def view(address: str, site: Site = SITE) -> View:
    return View(site=site, address=address, title="A page", description="", updated=date(2025, 8, 6))


@pytest.mark.parametrize(
    ("page", "to", "written"),
    [
        ("papers/2508.00001/", ".", "../.."),
        ("", ".", "."),
        ("papers/2508.00001/", "", "../../"),
        ("papers/2508.00001/", "papers/date/2025-08-06/", "../date/2025-08-06/"),
    ],
)
def test_links_are_relative_to_the_page(page: str, to: str, written: str) -> None:
    assert view(page).link(to) == written


def test_a_permalink_is_as_absolute_as_the_site_knows() -> None:
    assert view("papers/x/").permalink == "https://archive.example/daily/papers/x/"
    assert view("papers/x/", Site("An Archive", "", "")).permalink == "papers/x/"


def test_a_page_has_no_notes_where_nobody_wrote_any() -> None:
    assert view("").notes == ""


def test_only_a_day_with_a_list_has_a_card() -> None:
    listed, other = date(2025, 8, 6), date(2025, 8, 7)
    library = Library({}, {}, {listed: DayPage(Day(listed, ()))})

    assert [card_of(library, day) for day in (listed, other, None)] == ["cards/2025-08-06.png", None, None]
