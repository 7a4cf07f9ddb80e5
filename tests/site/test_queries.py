"""The pages and feeds of saved queries."""

import json
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from generator.archive.archive import Archive
from generator.archive.remove import remove
from generator.search.saved import SavedQuery
from generator.site.contents import Contents, Folders, contents
from generator.site.head import Site
from generator.site.library import read_library
from generator.site.shown import Keys
from generator.site.store import Stores
from generator.site.views.entries import PAPERS_PER_PAGE
from generator.site.views.queries import SHOWN, QueriesView, QueryView
from tests.archives import add, listing, paper
from tests.search.papers import SCRIPTS
from tests.sites import build_here, call, make_project

OLD, NEW = date(2025, 12, 30), date(2026, 1, 2)
SHEEP = SavedQuery("sheep", "Sheep & co", "sheep")
SITE = Site("An Archive", "", "https://a.example/", queries=(SHEEP,), withdrawn_queries=("cows",))


def _contents(folder: Path, titles: dict[date, list[str]], site: Site = SITE) -> Contents:
    add(folder / "content", *(listing([*map(paper, own)], day) for day, own in titles.items()))
    library = read_library(Archive(folder / "content"))
    return contents(library, site, (), Folders(SCRIPTS, folder / "cache"), (), Keys(b""), Stores.within(None))


def test_a_query_shows_its_papers_the_newest_day_first_each_day_in_its_order(tmp_path: Path) -> None:
    made = _contents(tmp_path, {OLD: ["Wool of sheep", "Goats"], NEW: ["Sheep two", "A sheep"]})
    view = made.views["queries/sheep/"]

    assert isinstance(view, QueryView)
    assert [(day, [(each.number, each.id) for each in listed]) for day, listed in view.days] == [
        (NEW, [(1, "sheep-two"), (2, "a-sheep")]),
        (OLD, [(3, "wool-of-sheep")]),
    ]
    assert (view.paper_count, view.more, view.parts) == (3, 0, [])
    assert view.feeds == (("Latest papers", "feed"), ("Sheep & co", "feeds/queries/sheep"))
    assert view.answer.search == "search/?q=sheep&order=newest"


def test_a_query_has_a_pair_of_feeds(tmp_path: Path) -> None:
    files = _contents(tmp_path, {OLD: ["Wool of sheep"], NEW: ["Goats", "A sheep"]}).files
    items = json.loads(str(files["feeds/queries/sheep.json"]))["items"]

    assert [item["url"] for item in items] == [
        "https://a.example/papers/a-sheep/",
        "https://a.example/papers/wool-of-sheep/",
    ]
    assert items[0]["date_published"] == "2026-01-02T11:59:59Z"  # the second of its day
    assert "<title>Sheep &amp; co · An Archive</title>" in str(files["feeds/queries/sheep.xml"])


def test_queries_are_named_where_programs_look(tmp_path: Path) -> None:
    made = _contents(tmp_path, {OLD: ["A sheep"]})

    index = made.views["queries/"]
    assert isinstance(index, QueriesView)
    assert [answer.query for answer in index.answers] == [SHEEP]
    assert "Sheep & co, a saved query (sheep): https://a.example/queries/sheep/" in str(
        made.files["llms.txt"]
    )
    assert "https://a.example/queries/sheep/" in str(made.files["sitemap.xml"])


@pytest.mark.parametrize(("queries", "target"), [((SHEEP,), "../"), ((), "../../search/")])
def test_a_withdrawn_query_leads_on(tmp_path: Path, queries: tuple[SavedQuery, ...], target: str) -> None:
    made = _contents(tmp_path, {OLD: ["A sheep"]}, replace(SITE, queries=queries))

    assert f'content="0; url={target}"' in str(made.files["queries/cows/index.html"])
    assert ("queries/" in made.views) == bool(queries)


def test_a_query_without_papers_has_a_page(tmp_path: Path) -> None:
    view = _contents(tmp_path, {OLD: ["Goats"]}).views["queries/sheep/"]

    assert isinstance(view, QueryView)
    assert (view.days, view.paper_count, view.description) == ([], 0, "0 papers: sheep")


def test_a_query_of_many_papers_shows_the_newest_and_counts_the_rest(tmp_path: Path) -> None:
    made = _contents(tmp_path, {OLD: [f"Sheep {number}" for number in range(SHOWN + 7)]})
    first, second = made.views["queries/sheep/"], made.views["queries/sheep/2/"]

    assert isinstance(first, QueryView)
    assert isinstance(second, QueryView)
    assert "queries/sheep/3/" not in made.views
    assert (first.more, second.parts) == (7, first.parts)
    assert [part.name for part in first.parts] == ["1–100", "101–200"]
    assert second.days[0][1][0].number == PAPERS_PER_PAGE + 1


def test_what_was_taken_down_is_in_no_query(tmp_path: Path) -> None:
    add(tmp_path / "content", listing([paper("A sheep"), paper("Sheep two")], OLD))
    remove(Archive(tmp_path / "content"), "a-sheep", "It was asked for.")
    made = _contents(tmp_path, {})

    view = made.views["queries/sheep/"]
    assert isinstance(view, QueryView)
    assert view.paper_count == 1
    assert not any("a-sheep" in str(made.files[f"feeds/queries/sheep.{end}"]) for end in ("xml", "json"))


def test_readers_are_led_to_queries(tmp_path: Path) -> None:
    project = make_project(tmp_path)
    settings = project / "mkdocs.yml"
    query = '      queries: {agents: {title: "Agents <i>", query: agents}, old: withdrawn}\n      sources:'
    settings.write_text(settings.read_text().replace("      sources:", query, 1))
    listed = Path(__file__).parents[2] / "content" / "listings" / "2025-08-06.txt"
    call(project, "add", str(listed))

    site = build_here(project)

    page = (site / "queries/agents/index.html").read_text()
    assert "<h1>Agents &lt;i&gt;</h1>" in page
    assert 'title="Agents &lt;i&gt;" href="../../feeds/queries/agents.xml"' in page
    for address, link in (("", "feeds/queries/agents.xml"), ("search/", "../queries/agents/")):
        assert f'href="{link}">Agents &lt;i&gt;</a>' in (site / address / "index.html").read_text()
    assert 'href="../queries/">Queries</a>' in (site / "status/index.html").read_text()
