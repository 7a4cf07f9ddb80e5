"""Which papers are about which topic, and what is told of it."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import timedelta

from generator.papers.records import Paper
from generator.related.topics import Topic
from generator.site.shown import Keys
from generator.site.store import Store
from generator.site.topic_papers import TopicPapers, risers, topic_papers, weeks
from tests.archives import DAY
from tests.related.papers import invented

QUOKKAS = Topic("quokka-counting", "Quokka counting", ("QC",))
WOMBATS = Topic("wombat-holes", "Wombat holes")
BURROWS = Topic("burrows", "Burrows", merged_into="wombat-holes")
SHEEP = Topic("sheep", "Sheep", withdrawn=True)
TOPICS = (QUOKKAS, WOMBATS, BURROWS, SHEEP)


def held(papers: Sequence[Paper], store: Store | None = None) -> TopicPapers:
    return topic_papers(papers, TOPICS, Keys(b""), store or Store())


def about(title: str, count: int, day: int = 0, every: int = 1) -> list[Paper]:
    """Give papers of one title, one a day or so."""
    name = title.split()[0].lower()
    return [invented(f"{name}-{day}-{number}", title, day=day + every * number) for number in range(count)]


def test_papers_come_newest_first_and_merged_topics_give_theirs_away() -> None:
    found = held([*about("Quokka counting", 2), *about("Burrows", 1), *about("Sheep", 2)])

    assert [paper.id for paper in found.papers["quokka-counting"]] == ["quokka-0-1", "quokka-0-0"]
    assert [paper.id for paper in found.papers["wombat-holes"]] == ["burrows-0-0"]
    assert found.papers.keys() == {"quokka-counting", "wombat-holes"}
    assert found.shown == [QUOKKAS]
    assert found.of_paper["quokka-0-0"] == [QUOKKAS]
    assert found.of_paper["burrows-0-0"] == []  # it would lead to itself


def test_what_a_build_told_is_kept_until_the_paper_or_a_topic_changes() -> None:
    store = Store()
    papers = about("Quokka counting", 3)
    held(papers, store)
    edited = [replace(papers[0], title="Wombat holes"), *papers[1:]]

    assert held(papers, store) == held(papers)
    assert held(edited, store) == held(edited)


def test_weeks_end_with_the_newest_paper() -> None:
    papers = about("Quokka counting", 3, every=7)
    counted = weeks(papers[::-1])

    assert len(counted) == 104
    assert [count for _, count in counted[-4:]] == [0, 1, 1, 1]
    assert counted[-1][0] == papers[-1].listed[0] - timedelta(days=papers[-1].listed[0].weekday())


def test_weeks_of_older_papers_stay() -> None:
    older, newer = about("Quokka counting", 3), about("Wombat holes", 9, 30)

    assert weeks(held([*older, *newer]).papers["quokka-counting"]) == weeks(older[::-1])


def test_a_topic_rises_above_the_year_before() -> None:
    old = about("Wombat holes", 52, every=7)
    papers = [*old, *about("Wombat holes", 4, 366), *about("Quokka counting", 8, 366, 3)]
    found = held(papers)
    newest = DAY + timedelta(days=390)

    assert [topic for topic, _, _ in risers(found, papers, newest, DAY)] == [QUOKKAS]
    assert risers(found, papers, newest, DAY + timedelta(days=60)) == []


def test_no_topic_rises_only_because_the_archive_grows() -> None:
    both = [about(title, 52, every=7) for title in ("Wombat holes", "Quokka counting")]
    grown = [about(title, 24, 366) for title in ("Wombat holes", "Quokka counting")]
    papers = [paper for some in (*both, *grown) for paper in some]

    assert risers(held(papers), papers, DAY + timedelta(days=390), DAY) == []
