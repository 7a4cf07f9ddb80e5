import json
from collections.abc import Mapping
from dataclasses import replace
from datetime import date, timedelta

import feedparser  # type: ignore[import-untyped]

from generator.archive.pages import DayPage, PaperPage
from generator.papers.records import Author, Day, Paper, Receipt
from generator.site.feed import CATEGORIES, PAPERS, categories, feeds, newest
from generator.site.head import Site
from generator.site.library import Library

SITE = Site("An Archive", "What it holds.", "https://archive.example/daily/")
DAY = date(2025, 8, 6)
PAPER = Paper(
    id="2508.00001",
    title="Attention & <wallabies> of $O(n^2)$",
    listed=(DAY,),
    source="huggingface",
    abstract="One & two.\n\n<script>alert(1)</script>",
    authors=(Author("Yuanhao Cai"), Author("Zihao Xiao")),
    arxiv_id="2508.00001",
    categories=("cs.CL", "../cs.AI"),
    topics=("rendering",),
)


def library(days: Mapping[date, list[Paper]]) -> Library:
    receipts = {
        day: Receipt(
            source="text",
            scope="x",
            sha256="0" * 64,
            received=len(papers),
            ids=tuple(paper.id for paper in papers),
            dated_by="name",
        )
        for day, papers in days.items()
    }
    return Library(
        papers={paper.id: PaperPage(paper, "") for papers in days.values() for paper in papers},
        tombstones={},
        days={day: DayPage(Day(day, (receipts[day],))) for day in sorted(days)},
    )


def papers(count: int, day: date) -> list[Paper]:
    return [Paper(id=f"p-{day}-{n}", title="A title", listed=(day,), source="text") for n in range(count)]


def test_atom() -> None:
    feed = feedparser.parse(feeds(library({DAY: [PAPER]}), SITE)["feed.xml"])
    (entry,) = feed.entries

    assert not feed.bozo
    assert feed.version == "atom10"
    assert (feed.feed.title, feed.feed.updated) == ("An Archive", "2025-08-06T00:00:00Z")
    assert {link.rel: link.href for link in feed.feed.links} == {
        "self": "https://archive.example/daily/feed.xml",
        "alternate": "https://archive.example/daily/",
    }
    assert entry.title_detail.value == "Attention & <wallabies> of O(n²)"
    assert [author.name for author in entry.authors] == ["Yuanhao Cai", "Zihao Xiao"]
    assert entry.link == "https://archive.example/daily/papers/2508.00001/"
    assert [tag.term for tag in entry.tags] == ["cs.CL", "../cs.AI", "rendering"]
    assert "<p>One &amp; two.</p>" in entry.content[0].value


def test_the_abstract_is_text() -> None:
    files = feeds(library({DAY: [PAPER]}), SITE)
    (item,) = json.loads(files["feed.json"])["items"]

    assert "<p>&lt;script&gt;alert(1)&lt;/script&gt;</p>" in item["content_html"]
    assert "&lt;p&gt;&amp;lt;script&amp;gt;" in files["feed.xml"]


def test_json_feed() -> None:
    data = json.loads(feeds(library({DAY: [PAPER]}), SITE)["feed.json"])
    (item,) = data["items"]

    assert data["version"] == "https://jsonfeed.org/version/1.1"
    assert data["feed_url"] == "https://archive.example/daily/feed.json"
    assert item["url"] == "https://archive.example/daily/papers/2508.00001/"
    assert item["external_url"] == "https://arxiv.org/abs/2508.00001"
    assert item["authors"] == [{"name": "Yuanhao Cai"}, {"name": "Zihao Xiao"}]


def test_ids_survive_a_move_and_a_new_title() -> None:
    changed = replace(PAPER, title="Another title")
    before = json.loads(feeds(library({DAY: [PAPER]}), SITE)["feed.json"])
    after = json.loads(feeds(library({DAY: [changed]}), replace(SITE, url="https://b.example/"))["feed.json"])

    assert (
        before["items"][0]["id"] == after["items"][0]["id"] == "urn:uuid:63a3d736-19a2-5278-a92f-3acb26dc9bf2"
    )


def test_a_feed_holds_whole_days() -> None:
    days = {DAY - timedelta(days=ago): papers(40, DAY - timedelta(days=ago)) for ago in range(4)}

    assert [paper.listed[0] for paper in newest(library(days))] == [DAY] * 40 + [DAY - timedelta(days=1)] * 40


def test_a_feed_holds_the_newest_day_however_long_it_is() -> None:
    assert len(newest(library({DAY: papers(PAPERS + 50, DAY)}))) == PAPERS + 50


def test_a_paper_listed_again_is_new_once() -> None:
    later = DAY + timedelta(days=6)
    paper = replace(PAPER, listed=(DAY, later))

    (item,) = json.loads(feeds(library({DAY: [paper], later: [paper]}), SITE)["feed.json"])["items"]

    assert (item["date_published"][:10], item["date_modified"][:10]) == ("2025-08-06", "2025-08-12")


def test_each_category_has_a_feed() -> None:
    other = replace(PAPER, id="2508.00002", arxiv_id="2508.00002", categories=("cs.CV",))
    files = feeds(library({DAY: [PAPER, other]}), SITE)

    assert files.keys() == {"feed.xml", "feed.json", "feeds/cs.CL.xml", "feeds/cs.CV.xml"}
    assert [entry.link[-11:] for entry in feedparser.parse(files["feeds/cs.CV.xml"]).entries] == [
        "2508.00002/"
    ]


def test_a_category_in_two_spellings_has_one_feed() -> None:
    other = replace(PAPER, id="2508.00002", arxiv_id="2508.00002", categories=("cs.cl", "cs.CL"))
    files = feeds(library({DAY: [PAPER, other]}), SITE)

    assert files.keys() == {"feed.xml", "feed.json", "feeds/cs.CL.xml"}
    assert len(feedparser.parse(files["feeds/cs.CL.xml"]).entries) == 2


def test_only_the_commonest_categories_have_a_feed() -> None:
    names = [f"cs.{chr(97 + n // 676)}{chr(97 + n // 26 % 26)}{chr(97 + n % 26)}" for n in range(CATEGORIES)]
    rare = [
        replace(PAPER, id=f"p-{n}", categories=tuple(names[n : n + 20])) for n in range(0, CATEGORIES, 20)
    ]
    common = [replace(PAPER, id=f"q-{n}", categories=("math",)) for n in range(2)]

    found = categories(library({DAY: [*rare, *common]}))

    assert found == [*sorted(names)[:-1], "math"]


def test_an_empty_archive_and_one_without_an_address() -> None:
    assert feedparser.parse(feeds(library({}), SITE)["feed.xml"]).entries == []
    assert feeds(library({DAY: [PAPER]}), replace(SITE, url="")) == {}
