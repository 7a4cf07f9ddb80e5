import json
from datetime import date

from generator.archive.coverage import Coverage
from generator.archive.pages import DayPage, PaperPage, digest
from generator.papers.records import Day, Paper, Receipt
from generator.site.head import Site
from generator.site.library import Library
from generator.site.status import status, status_json
from generator.site.views.days import no_list_views
from generator.site.views.single import status_view
from generator.site.views.view import Neighbour

FRIDAY, MONDAY, TUESDAY = date(2026, 3, 6), date(2026, 3, 9), date(2026, 3, 10)
COVERAGE = Coverage("huggingface", FRIDAY)
SITE = Site("An Archive", "What it holds.", "https://archive.example/daily/")


def library(last: date = MONDAY) -> Library:
    papers = [Paper("a", "A", (FRIDAY,), "huggingface"), Paper("b", "B", (last,), "huggingface")]
    return Library(
        papers={paper.id: PaperPage(paper, digest(paper)) for paper in papers},
        tombstones={},
        days={
            paper.listed[0]: DayPage(
                Day(paper.listed[0], (Receipt("huggingface", "daily_papers", "0" * 64, 1, (paper.id,)),))
            )
            for paper in papers
        },
    )


def test_status_counts_what_is_held_of_what_is_promised() -> None:
    (source,) = status(library(), [COVERAGE]).sources

    assert source.counts() == {"complete": 2, "no list": 2}


def test_days_stand_under_their_weekday() -> None:
    (source,) = status(library(date(2026, 4, 1)), [COVERAGE]).sources

    (march, weeks), (april, april_weeks) = source.months()

    assert (march, april) == (FRIDAY, date(2026, 4, 1))
    assert weeks[0] == [None] * 4 + [date(2026, 3, day) for day in (6, 7, 8)]
    assert weeks[-1] == [date(2026, 3, 30), date(2026, 3, 31)] + [None] * 5
    assert [len(week) for week in weeks] == [7] * 5
    assert april_weeks == [[None, None, april, None, None, None, None]]


def test_status_for_programs_names_every_day() -> None:
    report = json.loads(status_json(status(library(), [COVERAGE])))

    assert report["newest"] == "2026-03-09"
    assert list(report["sources"][0]["days"].values()) == ["complete", "no list", "no list", "complete"]


def test_weekends_and_holidays_have_pages_that_lead_to_both_neighbours() -> None:
    coverage = Coverage("huggingface", FRIDAY, holidays=frozenset({MONDAY}))

    held = library(TUESDAY)

    views = list(no_list_views(held, SITE, status(held, [coverage]).without_list))

    assert [view.address for view in views] == [
        "papers/date/2026-03-07/",
        "papers/date/2026-03-08/",
        "papers/date/2026-03-09/",
    ]
    for view in views:
        assert view.previous == Neighbour("papers/date/2026-03-06/", "6 March 2026")
        assert view.following == Neighbour("papers/date/2026-03-10/", "10 March 2026")


def test_a_day_that_another_source_still_promises_has_no_page_to_link_to() -> None:
    every_day = Coverage("jsonl", FRIDAY, all_days=True)

    judged = status(library(), [COVERAGE, every_day])

    assert judged.without_list == ()
    assert status_view(library(), SITE, judged).shown == {FRIDAY, MONDAY}


def test_an_archive_without_days_has_a_status() -> None:
    assert status(Library({}, {}, {}), [COVERAGE]).newest is None
