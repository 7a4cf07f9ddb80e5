"""What each page of a small archive says of itself, and holds."""

from dataclasses import replace
from datetime import date
from typing import Any

import pytest

from generator.archive.archive import Archive
from generator.archive.coverage import Coverage
from generator.archive.remove import remove
from generator.related.gist import Gist
from generator.site.elsewhere import searches
from generator.site.head import Site
from generator.site.library import Library, read_library
from generator.site.pickled import pickled, unpickled
from generator.site.related import Discovery
from generator.site.status import Status, status
from generator.site.terms import NO_TERMS
from generator.site.views import View, views
from generator.site.views.entries import PAPERS_PER_PAGE
from generator.site.views.papers import Related
from generator.site.views.single import data_view, home_view, lost_view, status_view, written_view
from generator.site.views.view import Neighbour
from tests.archives import add, listing, paper

SITE = Site("An Archive", "What it holds.", "https://archive.example/daily/")
DAYS = OLD, MIDDLE, NEW = date(2025, 12, 30), date(2026, 1, 2), date(2026, 4, 6)
WITHOUT_LIST = (date(2025, 12, 29), date(2026, 1, 1), date(2026, 4, 7))
HELD = "5 papers on 3 days, 30 December 2025 to 6 April 2026, "

# Address, title, description; the day it tells of, maybe with a card; the pages before and after it.
PAGES = """
papers/hay/ | Hay | Hay, listed on Monday, 6 April 2026. | 2026-04-06 card | - | -
papers/sheep/ | Sheep | On sheep. | 2026-01-02 card | - | -
papers/wool/ | Removed paper | This paper was removed from the archive. | 2026-04-06 card | - | -
papers/date/2025-12-30/ | Tuesday, 30 December 2025 | 2 papers listed on Tuesday, 30 December 2025: Sheep \
 | 2025-12-30 card | - | papers/date/2026-01-02/
papers/date/2026-01-02/ | Friday, 2 January 2026 | 1 paper listed on Friday, 2 January 2026: Sheep \
 | 2026-01-02 card | papers/date/2025-12-30/ | papers/date/2026-04-06/
papers/date/2026-04-06/ | Monday, 6 April 2026 | 4 papers listed on Monday, 6 April 2026: Rain; Hay; Snow \
 | 2026-04-06 card | papers/date/2026-01-02/ | -
papers/date/2025-12-29/ | Monday, 29 December 2025 | There was no list on Monday, 29 December 2025. \
 | 2025-12-29 | - | papers/date/2025-12-30/
papers/date/2026-01-01/ | Thursday, 1 January 2026 | There was no list on Thursday, 1 January 2026. \
 | 2026-01-01 | papers/date/2025-12-30/ | papers/date/2026-01-02/
papers/date/2026-04-07/ | Tuesday, 7 April 2026 | There was no list on Tuesday, 7 April 2026. \
 | 2026-04-07 | papers/date/2026-04-06/ | -
papers/week/2026-W01/ | Week 2026-W01 | 3 papers listed on 2 days, 30 December 2025 to 2 January 2026. \
 | 2026-01-02 card | - | papers/week/2026-W15/
papers/week/2026-W15/ | Week 2026-W15 | 4 papers listed on 1 day, 6 April 2026. \
 | 2026-04-06 card | papers/week/2026-W01/ | -
papers/month/2025-12/ | December 2025 | 2 papers listed on 1 day, 30 December 2025. \
 | 2025-12-30 card | - | papers/month/2026-01/
papers/month/2026-01/ | January 2026 | 1 paper listed on 1 day, 2 January 2026. \
 | 2026-01-02 card | papers/month/2025-12/ | papers/month/2026-04/
papers/year/2025/ | 2025 | 2 papers listed on 1 day, 30 December 2025. \
 | 2025-12-30 card | - | papers/year/2026/
papers/year/2026/ | 2026 | 5 papers listed on 2 days, 2 January to 6 April 2026. \
 | 2026-04-06 card | papers/year/2025/ | -
papers/ | Archive | HELD on a calendar. | 2026-04-06 card | - | -
papers/date/ | All days | HELD by day. | 2026-04-06 card | - | -
papers/week/ | All weeks | HELD by week. | 2026-04-06 card | - | -
papers/month/ | All months | HELD by month. | 2026-04-06 card | - | -
papers/year/ | All years | HELD by year. | 2026-04-06 card | - | -
status/ | Status | How complete this archive is: the days it promises, and what it holds of them. \
 | 2026-04-06 card | - | -
search/ | Search | Search all papers of this archive. | 2026-04-06 card | - | -
starred/ | Starred papers | The papers you starred, kept in your browser. | 2026-04-06 card | - | -
data/ | Data | All papers of this archive as files: JSON Lines and BibTeX, a year each. \
 | 2026-04-06 card | - | -
about/ | About | What it holds. | - cards/2026-04-06.png | - | -
404.html | Page not found | What it holds. | - | - | -
 | An Archive | What it holds. | 2026-04-06 card | - | -
"""


def told(view: View) -> str:
    """Write what a view says of itself as a line of PAGES."""
    day = str(view.updated or "-")
    card = (view.card or "").replace(f"cards/{day}.png", "card")
    around = (beside.address if beside else "-" for beside in (view.previous, view.following))
    return " | ".join([view.address, view.title, view.description, f"{day} {card}".strip(), *around])


@pytest.fixture(scope="module")
def library(tmp_path_factory: pytest.TempPathFactory) -> Library:
    content = tmp_path_factory.mktemp("archive")
    sheep, wool, rest = paper("Sheep", "On sheep."), paper("Wool"), map(paper, ("Rain", "Hay", "Snow", "Ice"))
    add(content, *(listing(own, day) for own, day in zip(([sheep, wool], [sheep], rest), DAYS, strict=True)))
    remove(Archive(content), "wool", "It was asked for.")
    found = read_library(Archive(content))
    gists = {"hay": Gist(0, 11, "Hay is dry.")}
    return replace(found, discovery=Discovery({"hay": (("sheep", "farms"),)}, gists, NO_TERMS, {}))


@pytest.fixture(scope="module")
def judged(library: Library) -> Status:
    return replace(status(library, ()), without_list=WITHOUT_LIST)


@pytest.fixture(scope="module")
def shown(library: Library, judged: Status) -> dict[str, Any]:
    """Return all views by address."""
    single = (
        home_view(library, SITE, ("cs.CL",)),
        data_view(library, SITE, ()),
        written_view(SITE, "cards/2026-04-06.png", "about/", "About", ""),
        lost_view(SITE),
    )
    return {view.address: view for view in (*views(library, SITE, judged), *single)}


@pytest.mark.parametrize("line", PAGES.replace("HELD ", HELD).strip("\n").splitlines())
def test_a_page_says_what_it_is(shown: dict[str, Any], line: str) -> None:
    assert told(shown[line.partition(" | ")[0].strip()]) == line.replace("  | ", " | ")


def test_every_view_can_be_kept(shown: dict[str, Any], library: Library) -> None:
    status_of_sources = status(library, [Coverage("arxiv", DAYS[0], categories=("cs.CL",))])

    for view in (*shown.values(), status_view(library, SITE, status_of_sources)):
        assert unpickled(pickled(view)) == view


def test_only_pages_that_hold_something_are_indexed(shown: dict[str, Any]) -> None:
    hidden = {address for address, view in shown.items() if not view.indexed}

    days = {f"papers/date/{day}/" for day in WITHOUT_LIST}
    assert hidden == {"papers/wool/", "starred/", "404.html", *days}
    assert {address for address, view in shown.items() if not view.head.indexed} == hidden


def test_lists_name_the_feeds_of_days_weeks_and_months(shown: dict[str, Any]) -> None:
    latest = (("Latest papers", "feed"),)
    lists = (*latest, ("Days", "feeds/days"), ("Weeks", "feeds/weeks"), ("Months", "feeds/months"))

    for address in (
        "",
        "papers/date/2026-01-02/",
        "papers/week/2026-W01/",
        "papers/year/2026/",
        "papers/date/",
    ):
        assert shown[address].feeds == lists
    for address in ("papers/hay/", "status/", "papers/wool/"):
        assert shown[address].feeds == latest


def test_a_page_names_all_its_days(shown: dict[str, Any]) -> None:
    week, january = shown["papers/week/2026-W01/"], shown["papers/month/2026-01/"]
    december, april = shown["papers/month/2025-12/"], shown["papers/month/2026-04/"]

    assert [(day, [(each.number, each.id) for each in listed]) for day, listed in week.days] == [
        (OLD, [(1, "sheep"), (2, "wool")]),
        (MIDDLE, [(1, "sheep")]),
    ]
    assert [each.before for _, listed in week.days for each in listed] == [(), (), (OLD,)]
    assert (week.kind, january.kind) == ("week", "month")
    assert week.within == [
        Neighbour("papers/month/2025-12/", "December 2025"),
        Neighbour("papers/month/2026-01/", "January 2026"),
        Neighbour("papers/year/2025/", "2025"),
        Neighbour("papers/year/2026/", "2026"),
    ]
    assert january.within == [Neighbour("papers/year/2026/", "2026")]
    assert [quarter.first for quarter in week.quarters] == [date(2025, 10, 1), date(2026, 1, 1)]
    assert [(each.period.first, each.period.last) for each in (december, april)] == [(OLD, OLD), (NEW, NEW)]
    assert (week.paper_count, week.period.span) == (3, "30 December 2025 to 2 January 2026")


def test_a_year_has_its_quarters_months_and_weeks(shown: dict[str, Any]) -> None:
    old, new = shown["papers/year/2025/"], shown["papers/year/2026/"]

    assert [quarter.first for quarter in new.quarters] == [date(2026, 4, 1), date(2026, 1, 1)]
    assert [month.name for month in new.months] == ["April 2026", "January 2026"]
    assert [week.name for week in new.weeks] == ["Week 2026-W15", "Week 2026-W01"]
    assert [month.name for month in old.months] == ["December 2025"]
    assert old.weeks == []  # its only week is the first one of the year after
    assert (old.paper_count, new.paper_count) == (2, 5)


def test_the_indexes_are_the_newest_first(shown: dict[str, Any]) -> None:
    archive, weeks = shown["papers/"], shown["papers/week/"]
    months = {"2026": ["April 2026", "January 2026"], "2025": ["December 2025"]}

    assert [year.name for year in archive.years] == ["2026", "2025"]
    for groups in (archive.months, shown["papers/month/"].groups):
        assert {year: [month.name for month in own] for year, own in groups.items()} == months
    assert list(groups) == list(months)
    assert {year: [quarter.first for quarter in own] for year, own in archive.calendar.items()} == {
        "2026": [date(2026, 4, 1), date(2026, 1, 1)],
        "2025": [date(2025, 10, 1)],
    }
    assert {year: [week.name for week in own] for year, own in weeks.groups.items()} == {
        "2026": ["Week 2026-W15", "Week 2026-W01"]
    }
    assert [month.name for month in shown["papers/date/"].months] == [*months["2026"], *months["2025"]]
    assert [year.name for year in shown["papers/year/"].groups[""]] == ["2026", "2025"]
    assert [shown[f"papers/{kind}/"].kind for kind in ("week", "month", "year")] == ["week", "month", "year"]
    assert (archive.paper_count, archive.day_count) == (5, 3)


def test_the_home_page_counts_the_archive(shown: dict[str, Any], library: Library) -> None:
    home = shown[""]

    assert (home.latest, home.first, home.paper_count, home.day_count) == (NEW, OLD, 5, 3)
    assert home.recent == [(MIDDLE, 1), (OLD, 2)]
    assert home.quarters == library.calendar
    assert home.feed_categories == ("cs.CL",)


def test_a_paper_has_its_gist_and_leads_to_related_ones(shown: dict[str, Any], library: Library) -> None:
    hay = shown["papers/hay/"]
    (listed,) = (each for group in shown["papers/date/2026-04-06/"].groups for each in group.entries[1:2])

    assert hay.related == [Related(library.papers["sheep"].paper, "farms")]
    assert hay.gist == listed.gist == Gist(0, 11, "Hay is dry.")
    assert shown["papers/sheep/"].related == []


def test_a_paper_that_is_not_known_to_be_on_arxiv_is_searched_for(shown: dict[str, Any]) -> None:
    hay = shown["papers/hay/"]

    assert hay.searches == searches("Hay") != []
    assert replace(hay, paper=replace(hay.paper, arxiv_id="2604.00001")).searches == []


def test_the_status_page_leads_to_every_day_with_a_page(shown: dict[str, Any], judged: Status) -> None:
    assert shown["status/"].shown == {*DAYS, *WITHOUT_LIST}
    assert shown["status/"].status is judged


def test_a_page_shows_a_hundred_papers() -> None:
    assert PAPERS_PER_PAGE == 100


def test_the_lost_page_leads_on_from_the_root_of_its_host(shown: dict[str, Any]) -> None:
    assert shown["404.html"].link("search/") == "/daily/search/"
    assert lost_view(Site("An Archive", "", "")).link("search/") == "/search/"


def test_a_day_that_has_only_changes_says_so(shown: dict[str, Any]) -> None:
    day = shown["papers/date/2026-04-06/"]
    (receipt,) = day.day.receipts
    changed = replace(receipt, dated_by="datestamp")

    assert replace(day, day=replace(day.day, receipts=(changed,))).by_change
    assert not day.by_change
