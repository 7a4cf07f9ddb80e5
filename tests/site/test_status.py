import json
from dataclasses import replace
from datetime import date

import pytest
from jinja2 import Environment, FileSystemLoader

from generator.archive.coverage import Coverage, State
from generator.archive.pages import DayPage, PaperPage, digest
from generator.papers.records import Day, Paper, Receipt
from generator.site.head import Site
from generator.site.library import Library
from generator.site.status import SourceStatus, status, status_json
from generator.site.templates import prepare
from generator.site.views.days import no_list_views
from generator.site.views.single import status_view
from generator.site.views.view import Neighbour
from tests.sites import ROOT

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


def test_status_for_programs_says_all_that_is_known_and_no_more() -> None:
    arxiv = Coverage("arxiv", MONDAY, categories=("cs.CL",))

    written = status_json(status(library(), [replace(COVERAGE, end=FRIDAY), arxiv]))

    assert written.startswith('{\n "newest": "2026-03-09",\n "papers": 2,\n') and written.endswith("}\n")
    report = json.loads(written)
    assert report["sources"] == [
        {
            "source": "huggingface",
            "list": None,
            "newest": "2026-03-09",
            "from": "2026-03-06",
            "until": "2026-03-06",
            "days": {"2026-03-06": "complete"},
        },
        {
            "source": "arxiv",
            "list": "cs.CL",
            "newest": None,
            "from": "2026-03-09",
            "until": None,
            "days": {"2026-03-09": "missing"},
        },
    ]
    problem = "promised, but there is no list"
    assert report["troubles"] == [
        {"day": "2026-03-09", "last": "2026-03-09", "source": "arxiv", "list": "cs.CL", "problem": problem}
    ]


def test_a_trouble_of_a_source_with_one_list_names_none() -> None:
    (trouble,) = json.loads(status_json(status(library(), [Coverage("jsonl", MONDAY)])))["troubles"]

    assert (trouble["source"], trouble["list"]) == ("jsonl", None)


@pytest.mark.parametrize(("state", "judged"), [("no list", False), ("missing", True), ("complete", True)])
def test_an_archive_is_judged_by_a_promised_day_with_or_without_its_list(state: State, judged: bool) -> None:
    found = replace(status(library(), []), sources=(SourceStatus(COVERAGE, {FRIDAY: state}),))

    assert found.judged is judged


def test_days_that_came_by_last_change_are_told() -> None:
    receipt = Receipt("huggingface", "daily_papers", "0" * 64, 1, ("b",), dated_by="datestamp")
    found = library()
    changed = replace(found, days={**found.days, MONDAY: DayPage(Day(MONDAY, (receipt,)))})

    (source,) = (judged := status(changed, [COVERAGE])).sources
    assert source.by_change == (MONDAY,)
    assert json.loads(status_json(judged))["sources"][0]["by_change"] == ["2026-03-09"]


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


EMPTY = Library({}, {}, {})
LATER = Coverage("huggingface", date(2026, 11, 23))
NOTHING_WRONG = "Nothing up to Monday, 9 March 2026: each day promised until then is there and whole."
CASES: dict[str, tuple[Library, list[Coverage], list[str]]] = {
    "whole": (
        library(),
        [COVERAGE],
        [NOTHING_WRONG, "from Friday, 6 March 2026.</p>", "Newest list: Monday, 9 March 2026."],
    ),
    "promised later": (
        library(),
        [LATER],
        [
            "Nothing can be said: no promised day has come yet.",
            "from Monday, 23 November 2026: none has come.",
            "Newest list: Monday, 9 March 2026.",
        ],
    ),
    "whole, and another that is promised later": (
        library(),
        [COVERAGE, Coverage("arxiv", date(2026, 11, 23), categories=("cs.CL",))],
        [NOTHING_WRONG, "<h2>arXiv (cs.CL)</h2>", "from Monday, 23 November 2026: none has come."],
    ),
    "no list of a category": (
        library(),
        [Coverage("arxiv", MONDAY, categories=("cs.CL", "cs.LG"))],
        ["<td>arXiv (cs.CL)</td>", "<td>arXiv (cs.LG)</td>", "from Monday, 9 March 2026: none has come."],
    ),
    "nothing promised": (library(), [], ["Nothing can be said: no day is promised yet."]),
    "empty": (
        EMPTY,
        [COVERAGE],
        [
            "0 papers on 0 days",
            "Nothing can be said: no promised day has come yet.",
            "from Friday, 6 March 2026: none has come.",
        ],
    ),
}


@pytest.mark.parametrize(("held", "sources", "told"), CASES.values(), ids=CASES)
def test_the_page_states_no_more_than_is_known(
    held: Library, sources: list[Coverage], told: list[str]
) -> None:
    env = Environment(loader=FileSystemLoader(ROOT / "site_theme"))  # noqa: S701 - it is made to escape
    prepare(env)
    judged = status(held, sources)

    page = env.get_template("status.html").render(view=status_view(held, SITE, judged), menu=())

    assert [text for text in told if text not in page] == []
    assert ("each day promised" in page) == (NOTHING_WRONG in told)
    assert page.count(f'data-age="{MONDAY}"') == (page.count("Newest list:") + 1 if held.days else 0)


def test_each_category_has_a_status_of_its_own() -> None:
    both = Coverage("arxiv", FRIDAY, categories=("cs.CL", "cs.LG"))
    receipt = Receipt("arxiv", "cs.CL", "0" * 64, 1, ("a",))
    held = Library({}, {}, {FRIDAY: DayPage(Day(FRIDAY, (receipt,)))})

    report = json.loads(status_json(status(held, [both])))

    assert [(each["list"], each["newest"], each["days"]) for each in report["sources"]] == [
        ("cs.CL", "2026-03-06", {"2026-03-06": "complete"}),
        ("cs.LG", None, {"2026-03-06": "missing"}),
    ]
    assert [(each["list"], each["problem"]) for each in report["troubles"]] == [
        ("cs.LG", "promised, but there is no list")
    ]
