"""The topics of a week or a month."""

from collections.abc import Sequence
from datetime import timedelta

from generator.papers.records import Paper
from generator.related.topics import Topic
from generator.site.shown import Keys
from generator.site.store import Store
from generator.site.topic_papers import topic_papers
from generator.site.views.period_topics import MOST, PeriodTopic, PeriodTopics
from tests.archives import DAY
from tests.related.papers import invented

QUOKKAS, WOMBATS = Topic("quokka-counting", "Quokka counting"), Topic("wombat-holes", "Wombat holes")
GONE = Topic("goats", "Goats", withdrawn=True)
MONTH = 200
"""The first day of the period, as days after the archive's first."""


def about(title: str, count: int, day: int) -> list[Paper]:
    return [invented(f"{title[:3].lower()}-{day}-{number}", title, day=day) for number in range(count)]


def told(
    now: Sequence[Paper], before: Sequence[Paper] = (), topics: Sequence[Topic] = (QUOKKAS, WOMBATS, GONE)
) -> list[PeriodTopic]:
    papers = [*before, *now]
    held = topic_papers(papers, topics, Keys(b""), Store())
    return PeriodTopics(held, papers).of([paper.id for paper in now], DAY + timedelta(days=MONTH))


def test_topics_come_by_their_papers_and_one_of_a_single_paper_is_none() -> None:
    now = [*about("Quokka counting", 2, MONTH), *about("Wombat holes", 3, MONTH), *about("Goats", 4, MONTH)]

    assert told(now) == [PeriodTopic(WOMBATS, 3, ""), PeriodTopic(QUOKKAS, 2, "")]
    assert told(now[1:]) == [PeriodTopic(WOMBATS, 3, "")]
    assert told([]) == []


def test_what_is_surely_more_than_usual_says_how_much_more() -> None:
    before = [*about("Quokka counting", 20, 0), *about("Wombat holes", 20, 0), *about("Sheep", 160, 0)]
    now = [
        *about("Quokka counting", 30, MONTH),
        *about("Wombat holes", 10, MONTH),
        *about("Sheep", 60, MONTH),
    ]

    assert told(now, before) == [PeriodTopic(QUOKKAS, 30, "3.0"), PeriodTopic(WOMBATS, 10, "")]


def test_a_young_archive_knows_nothing_as_usual() -> None:
    before = [*about("Quokka counting", 20, MONTH - 30), *about("Sheep", 180, MONTH - 30)]
    now = [*about("Quokka counting", 30, MONTH), *about("Sheep", 70, MONTH)]

    assert told(now, before) == [PeriodTopic(QUOKKAS, 30, "")]


def test_later_papers_change_nothing() -> None:
    now = about("Quokka counting", 3, MONTH)
    held = topic_papers(
        all_ := [*now, *about("Quokka counting", 9, MONTH + 40)], [QUOKKAS], Keys(b""), Store()
    )

    assert PeriodTopics(held, all_).of([p.id for p in now], DAY + timedelta(days=MONTH)) == told(now)


def test_no_more_than_a_dozen_are_named() -> None:
    topics = [Topic(f"thing-{chr(97 + at)}", f"Thing {chr(97 + at) * 3}") for at in range(MOST + 3)]
    now = [paper for topic in topics for paper in about(f"{topic.label[-3:]} thing {topic.label}", 2, MONTH)]

    assert len(told(now, topics=topics)) == MOST
