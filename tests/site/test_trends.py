"""What rose, month by month, as the site tells it."""

from dataclasses import replace
from datetime import date

from generator.archive.pages import DayPage, PaperPage
from generator.papers.records import Day, Paper, Tombstone
from generator.related.rising import Rising
from generator.related.topics import Settled, Topic
from generator.site.head import Site
from generator.site.library import Library
from generator.site.shown import Keys
from generator.site.store import Store
from generator.site.trends import FIRST, Trend, Trends
from generator.site.views.trends import TrendView, trend_views

SITE = Site("An Archive", "What it holds.", "https://archive.example/daily/")
NOTHING = Settled()
NAMED = [f"Tale {number}: Quokka Harnesses" for number in range(12)]


def paper(day: date, number: int, title: str) -> Paper:
    return Paper(f"{day}-{number}", title, (day,), "text")


def month(number: int, titles: list[str] | None = None) -> list[Paper]:
    day = date(2025 + number // 12, number % 12 + 1, 20)
    lone = [f"Lone {chr(97 + at % 26)}{chr(97 + at // 26)}{chr(97 + number)}q" for at in range(104)]
    return [paper(day, at, title) for at, title in enumerate([*lone, *(titles or [])])]


def told(papers: list[Paper], store: Store | None = None, settled: Settled = NOTHING) -> Trends:
    return Trends(papers, settled, Keys(b""), store or Store())


def found(papers: list[Paper], store: Store | None = None, settled: Settled = NOTHING) -> list[Trend]:
    return told(papers, store, settled).of_months()


def pages(papers: list[Paper]) -> dict[str, TrendView]:
    days = {each.listed[0]: DayPage(Day(each.listed[0], ())) for each in papers}
    library = Library({each.id: PaperPage(each, "") for each in papers}, {}, days, trends=found(papers))
    return {view.address: view for view in trend_views(library, SITE)}


ARCHIVE = [each for number in range(5) for each in month(number, NAMED if number == 4 else None)]


def test_of_the_first_months_nothing_is_told() -> None:
    young = [each for each in ARCHIVE if each.listed[0].month <= FIRST]

    assert found(young) == []
    assert pages(young) == {}
    assert found([]) == []


def test_a_month_has_a_page_and_the_newest_stands_first_too() -> None:
    made = pages(ARCHIVE)

    assert list(made) == ["trends/2025-04/", "trends/2025-05/", "trends/"]
    assert [rise.rising.name for rise in made["trends/2025-05/"].rises] == ["Quokka Harnesses"]
    assert made["trends/"].rises == made["trends/2025-05/"].rises
    assert [name.name for name, _ in made["trends/"].all_months] == ["May 2025", "April 2025"]


def test_later_days_change_no_month_that_has_ended() -> None:
    later = [*ARCHIVE, *month(5, NAMED), *month(6)]

    before, after = pages(ARCHIVE), pages(later)

    for address in ("trends/2025-04/", "trends/2025-05/"):
        assert replace(after[address]) == before[address]


def test_what_was_kept_is_what_would_be_found() -> None:
    store = Store()

    assert found(ARCHIVE, store) == found(ARCHIVE, store) == found(ARCHIVE)


def test_a_paper_that_was_taken_down_is_named_nowhere() -> None:
    gone = next(each for each in ARCHIVE if each.title == NAMED[0])

    made = pages([each for each in ARCHIVE if each is not gone])

    (rise,) = made["trends/2025-05/"].rises
    assert rise.first.title == NAMED[1]
    assert rise.rising.count == 11
    assert Tombstone(gone.id, "It was asked for.", "0" * 64).id not in str(made)


def test_a_week_says_what_rose_against_the_year_before_it_and_later_ones_change_nothing() -> None:
    weeks = told(ARCHIVE).of_weeks()
    later = told([*ARCHIVE, *month(5, NAMED)]).of_weeks()

    assert list(weeks) == [date(2025, 4, 14), date(2025, 5, 19)]  # the third month is too young
    assert weeks[date(2025, 5, 19)] == [Rising("Quokka Harnesses", None, (0, 12))]
    assert later.items() >= weeks.items()


def test_a_topic_that_gets_another_name_rises_under_that() -> None:
    store = Store()
    phrase = ("quokka harness",)
    titled = [each for each in ARCHIVE if each.title in NAMED]

    for topic in (Topic("gear", "Quokka gear", phrase), Topic("gear", "Harnesses", phrase)):
        settled = Settled([topic], {each.id: [topic] for each in titled})
        (rise,) = found(ARCHIVE, store, settled)[-1].rising
        assert (rise.name, rise.slug, rise.count) == (topic.label, "gear", 12)
