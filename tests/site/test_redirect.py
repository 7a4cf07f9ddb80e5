"""Pages that only lead to another address."""

from datetime import date

import pytest

from generator.archive.pages import DayPage, PaperPage
from generator.papers.records import Day, Paper, Tombstone
from generator.site.library import Library
from generator.site.redirect import redirect, redirects

PAGE = redirect("papers/date/latest/", "papers/date/2026-05-29/", "https://archive.example/daily/")
DAYS = [date(2026, 5, 28), date(2026, 5, 29)]


def test_aliases_lead_to_papers_and_tombstones() -> None:
    sheep = Paper("sheep", "Sheep", (DAYS[0],), "text", aliases=("lamb", "ram"))
    gone = Tombstone("wool", "It was asked for.", "0" * 64, aliases=("yarn",))
    days = {day: DayPage(Day(day, ())) for day in DAYS}

    assert redirects(Library({"sheep": PaperPage(sheep, "")}, {"wool": gone}, days)) == {
        "papers/lamb/": "papers/sheep/",
        "papers/ram/": "papers/sheep/",
        "papers/yarn/": "papers/wool/",
    }


def test_the_newest_day_of_an_archive_without_days_is_the_archive() -> None:
    assert redirects(Library({}, {}, {})) == {"papers/date/latest/": "papers/"}


def test_the_whole_page() -> None:
    assert (
        PAGE
        == """\
<!doctype html>
<html lang="en">
<meta charset="utf-8">
<meta name="viewport" content="width=device-width">
<meta name="color-scheme" content="light dark">
<title>Moved</title>
<link rel="canonical" href="https://archive.example/daily/papers/date/2026-05-29/">
<meta name="robots" content="noindex">
<meta http-equiv="refresh" content="0; url=../2026-05-29/">
<p>This page is at <a href="../2026-05-29/">papers/date/2026-05-29/</a>.</p>
</html>
"""
    )


def test_a_site_that_does_not_know_its_address_gives_no_canonical_one() -> None:
    page = redirect("papers/date/latest/", "papers/date/2026-05-29/", "")

    assert page == "".join(line for line in PAGE.splitlines(keepends=True) if "canonical" not in line)


@pytest.mark.parametrize(
    ("address", "target", "link"),
    [("papers/lamb/", "papers/sheep/", "../sheep/"), ("papers/date/latest/", "papers/", "../../")],
)
def test_it_leads_on_under_any_path(address: str, target: str, link: str) -> None:
    assert f'<a href="{link}">{target}</a>' in redirect(address, target, "")
