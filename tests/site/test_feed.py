import json
from collections.abc import Mapping
from dataclasses import replace
from datetime import date, timedelta

import feedparser  # type: ignore[import-untyped]
import pytest

from generator.archive.pages import DayPage, PaperPage
from generator.papers.records import Author, Day, Link, Paper, Receipt, Tombstone
from generator.related.gist import Gist
from generator.site.feeds import CATEGORIES, PAPERS, categories, feeds, newest
from generator.site.head import Site
from generator.site.library import Library
from generator.site.related import Discovery
from generator.site.terms import NO_TERMS

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
    links=(
        Link("code", "https://github.com/lamb/wallabies"),
        Link("other", "https://arxiv.org@evil.example/"),
    ),
    votes=1200,
)
ALWAYS = {
    f"{path}.{form}"
    for path in ("feed", "feeds/days", "feeds/weeks", "feeds/months")
    for form in ("xml", "json")
}


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
    assert (feed.feed.title, feed.feed.updated) == ("An Archive", "2025-08-06T12:00:00Z")
    assert {link.rel: link.href for link in feed.feed.links} == {
        "self": "https://archive.example/daily/feed.xml",
        "alternate": "https://archive.example/daily/",
    }
    assert entry.title_detail.value == "Attention & <wallabies> of O(n²)"
    assert [author.name for author in entry.authors] == ["Yuanhao Cai", "Zihao Xiao"]
    assert entry.link == "https://archive.example/daily/papers/2508.00001/"
    assert [(link.get("title"), link.href) for link in entry.links[1:]] == [
        (None, "https://arxiv.org/abs/2508.00001"),
        ("code", "https://github.com/lamb/wallabies"),
    ]
    assert [tag.term for tag in entry.tags] == ["cs.CL", "../cs.AI", "rendering"]
    assert (entry.published, entry.updated) == ("2025-08-06T12:00:00Z", "2025-08-06T12:00:00Z")
    assert entry.content[0].value.startswith("<p>One &amp; two.</p>")
    assert entry.content[0].value.endswith(
        '<p><a href="https://arxiv.org/abs/2508.00001">arXiv:2508.00001</a> · '
        '<a href="https://github.com/lamb/wallabies">Code</a> · 1,200 votes</p>'
    )


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


def test_papers_of_a_day_are_dated_in_its_order_a_second_apart() -> None:
    listed = papers(3, DAY)
    before = papers(2, DAY - timedelta(days=1))
    data = json.loads(feeds(library({DAY: listed, before[0].listed[0]: before}), SITE)["feed.json"])
    dates = [item["date_published"] for item in data["items"]]

    assert dates[:3] == ["2025-08-06T12:00:00Z", "2025-08-06T11:59:59Z", "2025-08-06T11:59:58Z"]
    assert dates == sorted(set(dates), reverse=True)


@pytest.mark.parametrize(("count", "named"), [(20, 20), (21, 21), (3303, 21)])
def test_many_authors_are_counted(count: int, named: int) -> None:
    paper = replace(PAPER, authors=tuple(Author(f"A{n}") for n in range(count)))
    (item,) = json.loads(feeds(library({DAY: [paper]}), SITE)["feed.json"])["items"]
    (entry,) = feedparser.parse(feeds(library({DAY: [paper]}), SITE)["feed.xml"]).entries

    assert len(item["authors"]) == len(entry.authors) == named
    if count > 20:
        assert item["authors"][-1]["name"] == f"and {count - 20:,} more"


def test_a_list_is_one_entry_and_a_week_only_when_it_has_ended() -> None:
    monday = DAY + timedelta(days=5)
    voted = [replace(paper, votes=votes) for votes, paper in enumerate(papers(30, DAY))]
    best = voted[-1].id
    known = Discovery({}, {best: Gist(0, 4, "It is <so>.")}, NO_TERMS, {})
    files = feeds(replace(library({DAY: voted, monday: [PAPER]}), discovery=known), SITE)
    days, weeks, months = (
        feedparser.parse(files[f"feeds/{kind}.xml"]).entries for kind in ("days", "weeks", "months")
    )

    assert [entry.title for entry in days] == [
        "Monday, 11 August 2025: 1 paper",
        "Wednesday, 6 August 2025: 30 papers",
    ]
    assert [(entry.title, entry.link) for entry in weeks] == [
        ("Week 2025-W32: 30 papers", f"{SITE.url}papers/week/2025-W32/")
    ]
    assert months == []
    content = weeks[0].content[0].value
    first, *others = content.split("</li>")
    link = f'<a href="{SITE.url}papers/{best}/">A title</a>'
    assert first == f"<ol><li>{link} (29 votes)<br />It is &lt;so&gt;."
    assert len(others) == 20
    assert ">All 30 papers</a>" in content


def test_a_new_day_changes_no_old_entry() -> None:
    before = {DAY: papers(3, DAY), DAY + timedelta(days=6): papers(3, DAY + timedelta(days=6))}
    new = DAY + timedelta(days=30)
    old, now = feeds(library(before), SITE), feeds(library({**before, new: papers(2, new)}), SITE)

    for path in (path for path in ALWAYS if path.endswith(".json")):
        items = {item["id"]: item for item in json.loads(now[path])["items"]}
        assert all(items[item["id"]] == item for item in json.loads(old[path])["items"])


def test_each_category_has_a_feed() -> None:
    other = replace(PAPER, id="2508.00002", arxiv_id="2508.00002", categories=("cs.CV",))
    files = feeds(library({DAY: [PAPER, other]}), SITE)

    assert files.keys() == {*ALWAYS, "feeds/cs.CL.xml", "feeds/cs.CV.xml"}
    assert [entry.link[-11:] for entry in feedparser.parse(files["feeds/cs.CV.xml"]).entries] == [
        "2508.00002/"
    ]


def test_a_category_in_two_spellings_has_one_feed() -> None:
    other = replace(PAPER, id="2508.00002", arxiv_id="2508.00002", categories=("cs.cl", "cs.CL"))
    files = feeds(library({DAY: [PAPER, other]}), SITE)

    assert files.keys() == {*ALWAYS, "feeds/cs.CL.xml"}
    assert len(feedparser.parse(files["feeds/cs.CL.xml"]).entries) == 2


def test_only_the_commonest_categories_have_a_feed() -> None:
    names = [f"cs.{chr(97 + n // 676)}{chr(97 + n // 26 % 26)}{chr(97 + n % 26)}" for n in range(CATEGORIES)]
    rare = [
        replace(PAPER, id=f"p-{n}", categories=tuple(names[n : n + 20])) for n in range(0, CATEGORIES, 20)
    ]
    common = [replace(PAPER, id=f"q-{n}", categories=("math",)) for n in range(2)]

    found = categories(library({DAY: [*rare, *common]}))

    assert found == [*sorted(names)[:-1], "math"]


def test_a_feed_of_lists_holds_the_newest_twenty() -> None:
    days = {DAY + timedelta(days=ago): papers(1, DAY + timedelta(days=ago)) for ago in range(21)}
    entries = feedparser.parse(feeds(library(days), SITE)["feeds/days.xml"]).entries

    assert len(entries) == 20
    assert entries[0].link == f"{SITE.url}papers/date/2025-08-26/"


@pytest.mark.parametrize(("count", "named"), [(100, 100), (101, 100)])
def test_a_day_of_a_hundred_papers_is_told_whole(count: int, named: int) -> None:
    (entry,) = feedparser.parse(feeds(library({DAY: papers(count, DAY)}), SITE)["feeds/days.xml"]).entries

    assert entry.content[0].value.count("<li>") == named
    assert (f">All {count} papers</a>" in entry.content[0].value) == (count > named)


def test_a_month_of_few_papers_is_told_whole_once_it_has_ended() -> None:
    september = date(2025, 9, 1)
    days = {DAY: papers(20, DAY), september: papers(1, september)}
    (month,) = feedparser.parse(feeds(library(days), SITE)["feeds/months.xml"]).entries

    assert (month.title, month.updated) == ("August 2025: 20 papers", "2025-08-06T12:00:00Z")
    assert "All 20" not in month.content[0].value


def test_a_feed_takes_days_until_it_has_a_hundred_papers() -> None:
    days = {DAY - timedelta(days=ago): papers(50, DAY - timedelta(days=ago)) for ago in range(3)}

    assert len(newest(library(days))) == PAPERS == 100


def test_a_paper_that_was_taken_down_is_in_no_feed() -> None:
    gone = Tombstone("2508.00002", "Asked for.", "0" * 64)
    held = library({DAY: [PAPER, replace(PAPER, id=gone.id, title="Gone")]})
    files = feeds(replace(held, papers={PAPER.id: held.papers[PAPER.id]}, tombstones={gone.id: gone}), SITE)

    assert not any("Gone" in text or gone.id in text for text in files.values())
    assert "Wednesday, 6 August 2025: 1 paper" in files["feeds/days.xml"]


def test_an_empty_archive_and_one_without_an_address() -> None:
    assert feedparser.parse(feeds(library({}), SITE)["feed.xml"]).entries == []
    assert feeds(library({DAY: [PAPER]}), replace(SITE, url="")) == {}
