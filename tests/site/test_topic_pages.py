"""The pages and feeds of topics."""

import json
from collections.abc import Iterator
from dataclasses import replace
from datetime import timedelta
from pathlib import Path

import pytest

from generator.archive.archive import Archive
from generator.archive.remove import remove
from generator.papers.records import Paper
from generator.site.check import check_addresses, check_site
from generator.site.topics_file import publish_slugs, topics_of_archive
from tests.archives import DAY, add, listing
from tests.related.papers import invented
from tests.sites import build_here, make_project, tree

FILE = """\
- {slug: quokka-counting, label: Quokka counting, aliases: [QC]}
- {slug: wombat-holes, label: "Wombat <holes>"}
- {slug: burrows, label: Burrows, merged_into: wombat-holes}
- {slug: sheep, label: Sheep, withdrawn: true}
- {slug: nothing-yet, label: Bettong songs}
"""
TITLES = ("Quokka counting", "QC from the air", "Quokka counting for wombat holes", "Wombat holes", "Goats")


def papers() -> Iterator[Paper]:
    """Give papers about topics, one a day."""
    for number, title in enumerate(TITLES):
        paper = invented(f"2508.{number:05}", title, f"Paper {number} says so.", number)
        yield replace(paper, arxiv_id=paper.id, votes=number, source="huggingface")


def make(folder: Path, topics: str = FILE) -> Path:
    """Make a project of these papers, with a file of topics."""
    project = make_project(folder)
    for number, paper in enumerate(papers()):
        add(project / "content", listing([paper], DAY + timedelta(days=number)))
    if topics:
        (project / "content" / "topics.yml").write_text(topics)
    return project


@pytest.fixture(scope="module")
def project(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Build a project with topics."""
    project = make(tmp_path_factory.mktemp("topics"))
    build_here(project)
    return project


def page(project: Path, address: str) -> str:
    return (project / "site" / address / "index.html").read_text()


def test_a_topic_has_its_papers_its_aliases_and_its_feeds(project: Path) -> None:
    html = page(project, "topics/quokka-counting")

    assert html.index("2508.00002/") < html.index("2508.00001/") < html.index("2508.00000/")
    assert "2508.00003" not in html
    assert "also QC" in html
    assert 'href="../wombat-holes/">Wombat &lt;holes&gt;</a>' not in html  # they share one paper alone
    feed = json.loads((project / "site/feeds/topics/quokka-counting.json").read_text())
    assert [item["url"].split("/")[-2] for item in feed["items"]] == [
        "2508.00002",
        "2508.00001",
        "2508.00000",
    ]
    assert "quokka-counting.xml" in html


def test_a_feed_keeps_the_order_of_a_days_list_and_tells_votes(tmp_path: Path) -> None:
    project = make_project(tmp_path)
    listed = [
        replace(invented(name, f"Quokka counting {name}", "It counts.", number), votes=number + 5)
        for number, name in enumerate(("first", "second", "third"))
    ]
    add(project / "content", listing(listed, DAY))
    (project / "content" / "topics.yml").write_text(FILE)
    build_here(project)

    feed = json.loads((project / "site/feeds/topics/quokka-counting.json").read_text())

    assert [item["url"].split("/")[-2] for item in feed["items"]] == ["first", "second", "third"]
    assert [item["content_html"].rpartition("<p>")[2] for item in feed["items"]] == [
        "5 votes</p>",
        "6 votes</p>",
        "7 votes</p>",
    ]


def test_papers_and_lists_lead_to_topics(project: Path) -> None:
    assert '<a href="../../topics/quokka-counting/">Quokka counting</a>' in page(project, "papers/2508.00001")
    assert '<a href="../../../topics/quokka-counting/">' in page(project, f"papers/date/{DAY}")
    assert "/topics/" not in page(project, "papers/2508.00004").partition("</header>")[2]


def test_a_merged_topic_leads_on_and_a_withdrawn_one_says_so(project: Path) -> None:
    assert "url=../wombat-holes/" in page(project, "topics/burrows")
    assert "This topic was withdrawn" in page(project, "topics/sheep")
    assert "No paper of this archive" in page(project, "topics/nothing-yet")


def test_the_index_names_the_topics_that_lead_to_papers(project: Path) -> None:
    html = page(project, "topics")

    assert "2 topics" in html
    assert "Bettong" not in html
    assert "Sheep" not in html
    assert '<a href="../topics/">Topics</a>' in page(project, "about")


def test_programs_are_told_of_topics(project: Path) -> None:
    addresses = (project / "site/sitemap.xml").read_text()

    assert "topics/quokka-counting/</loc>" in addresses
    assert "topics/sheep/" not in addresses
    assert "topics/<slug>/" in (project / "site/llms.txt").read_text()
    assert not (project / "site/topics.yml").exists()
    assert not (project / "site/slugs.txt").exists()


def test_every_slug_is_answered_also_of_what_is_no_topic_any_more(project: Path) -> None:
    archive = Archive(project / "content")
    assert publish_slugs(archive, topics_of_archive(archive))[:2] == ["burrows", "nothing-yet"]
    assert publish_slugs(archive, topics_of_archive(archive)) == []

    assert check_addresses(archive, project / "site") == []


def test_no_link_is_dead(project: Path) -> None:
    assert not check_site(Archive(project / "content"), project / "site")


def test_a_paper_that_was_taken_down_is_in_no_topic(tmp_path: Path) -> None:
    project = make(tmp_path)
    remove(Archive(project / "content"), "2508.00001", "The authors asked for it.")
    build_here(project)

    for name, data in tree(project / "site").items():
        if "topics/" in name:
            assert b"2508.00001" not in data, name


def test_a_new_day_changes_the_pages_of_its_topics_alone(tmp_path: Path) -> None:
    project = make(tmp_path)
    before = tree(build_here(project) / "topics")
    add(
        project / "content",
        listing([invented("wombats-again", "More wombat holes", day=9)], DAY + timedelta(days=9)),
    )

    after = tree(build_here(project) / "topics")

    changed = {name for name in after if before.get(name) != after[name]}
    assert changed == {"index.html", "wombat-holes/index.html"}


def test_an_archive_without_topics_has_no_page_of_them(tmp_path: Path) -> None:
    site = build_here(make(tmp_path, topics=""))

    assert not (site / "topics").exists()
    assert not (site / "feeds" / "topics").exists()
    assert b"topics/" not in (site / "index.html").read_bytes()
