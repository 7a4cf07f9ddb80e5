"""From paper to paper, and the gist of each, on the site."""

import json
import re
from collections.abc import Callable
from datetime import date, timedelta
from fnmatch import fnmatch
from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

from generator.archive.archive import Archive
from generator.archive.remove import remove
from generator.papers.records import Paper
from generator.related.lists import terms_of
from generator.site.related import find, newer
from generator.site.shown import Keys
from generator.site.store import Store
from tests.archives import add, listing
from tests.axe import WIDTHS, violations_in_both_schemes
from tests.reading_site import DAY, WITH_RELATED
from tests.related.papers import invented
from tests.sites import build_here, make_project, tree

FIRST = date(2025, 8, 6)
KEYS = Keys(b"")
DAYS = tuple(FIRST + timedelta(days=days) for days in (0, 20, 23, 26))
"""The last one is in a week and a month of its own."""
TITLE = "Counting <b>Quokkas</b> from the Air with Drones over Rottnest Island, Part {}"
ABSTRACT = (
    "Quokkas live on an island. Nobody knows how many there are, since counting on foot disturbs them. "
    "In this paper, we propose a method that counts $n < 5$ & more quokkas by their warmth. "
    "Experiments on three beaches show a mean error of 4 %. {} Rangers did check {} of the counts by hand, "
    "over all of one long and windy winter, in which few of the animals were seen, and found that the method "
    "counts more of them than people on foot do, by one in ten."
)
ALLOWED = (
    "papers/date/2025-09-01/*",  # the day
    "papers/2508.00003/index.html",  # its paper
    "papers/2508.00001/index.html",  # a paper that it lists again
    "papers/date/2025-08-29/index.html",  # the day, week and month before
    "papers/month/2025-08/index.html",
    "papers/week/*/index.html",  # its own, and those of its quarter, whose calendar they show
    "papers/month/2025-09/index.html",
    "papers/year/2025/index.html",
    "papers/date/latest/index.html",
    "papers/index.html",  # indexes
    "papers/date/index.html",
    "papers/week/index.html",
    "papers/month/index.html",
    "papers/year/index.html",
    "papers/date/*/newer.json",  # shards of newer papers
    "papers/date/2025-08-30/index.html",  # days between the two, which have no list
    "papers/date/2025-08-31/index.html",
    "index.html",
    "status/index.html",
    "status.json",
    "feed*",
    "feeds/*",
    "data/index.html",
    "data/SHA256SUMS",
    "data/papers-2025.*",
    "api/days.json",
    "llms.txt",
    "search/*",
    "assets/search/*",
    "about/index.html",  # its social card is that of the newest day
    "sitemap*",
    "cards/2025-09-01*.png",
)
"""What a new day may change."""


def related(number: int, day: int = 0) -> Paper:
    name = f"2508.{number:05}"
    return invented(name, TITLE.format(number), ABSTRACT.format("Good.", number), day)


@pytest.fixture(scope="module")
def project(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return a project of three days, on each of which a paper of the same kind came."""
    folder = make_project(tmp_path_factory.mktemp("related"))
    for place, day in enumerate(DAYS[:3]):
        add(folder / "content", listing([related(place)], day))
    return folder


@pytest.fixture(scope="module")
def built(project: Path) -> dict[str, bytes]:
    """Return the site of three days."""
    return tree(build_here(project))


def test_a_page_names_older_papers_with_date_and_reason(built: dict[str, bytes]) -> None:
    page = built["papers/2508.00002/index.html"].decode()
    section = page[page.index('<ol class="related">') :].partition("</small>")[0]

    assert section.index("2508.00001") > 0
    assert section.index("2508.00000") > 0
    assert "26 August 2025 · " in section
    assert "Counting &lt;b&gt;Quokkas&lt;/b&gt;" in section
    assert "Newer ones need JavaScript" in section
    assert b'class="related"' not in built["papers/2508.00000/index.html"]


def test_newer_papers_stand_beside_the_day_of_the_older_one(built: dict[str, bytes]) -> None:
    shard = json.loads(built["papers/date/2025-08-06/newer.json"])

    assert [row[:2] for row in shard["2508.00000"]] == [
        ["2508.00001", "2025-08-26"],
        ["2508.00002", "2025-08-29"],
    ]
    assert json.loads(built["papers/date/2025-08-29/newer.json"]) == {}


def test_the_gist_is_marked_in_the_abstract_and_stands_in_lists(built: dict[str, bytes]) -> None:
    page = built["papers/2508.00002/index.html"].decode()
    marked = page[page.index("<mark>") : page.index("</mark>")]
    day = built["papers/date/2025-08-29/index.html"].decode()

    assert page.count("<mark>") == 1
    assert marked.startswith("<mark>we propose a method that counts <math")
    assert marked.endswith("&amp; more quokkas by their warmth.")
    assert "From the abstract: </span>We propose a method that counts <math" in day
    assert "Nobody knows how many there are" in day


def test_a_paper_that_is_taken_down_is_in_no_list(tmp_path: Path) -> None:
    content = tmp_path / "content"
    for place, day in enumerate(DAYS[:3]):
        add(content, listing([related(place)], day))
    remove(Archive(content), "2508.00001", "Its authors asked for it.")
    papers = [page for page in Archive(content).papers() if hasattr(page, "paper")]

    found = find([page.paper for page in papers], terms_of, KEYS, Store())

    assert set(found.gists) == {"2508.00000", "2508.00002"}
    assert [other for rows in found.lists.values() for other, _ in rows] == ["2508.00000"]
    assert "2508.00001" not in str(newer([page.paper for page in papers], found.lists))


def test_a_paper_that_many_name_shows_the_newest() -> None:
    papers = [related(number, number) for number in range(9)]
    lists = {paper.id: [(papers[0].id, "sheep")] for paper in papers[1:]}

    (shard,) = filter(None, newer(papers, lists).values())

    assert [row[0] for row in shard[papers[0].id]] == [paper.id for paper in papers[4:]]


def test_what_was_found_is_kept(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    papers, store = [related(0), related(1, 1)], Store(tmp_path / "kept.db")
    found = find(papers, terms_of, KEYS, store)
    monkeypatch.setattr("generator.site.related.gist", lambda *_: pytest.fail("a gist was made again"))
    again = find(papers, lambda _: pytest.fail("terms were found again"), KEYS, store)

    assert (again.lists, again.gists, again.until) == (found.lists, found.gists, found.until)
    assert again.terms.of("2508.00001") == found.terms.of("2508.00001") != {}


def test_no_paper_leaves_no_empty_box() -> None:
    found = find([], terms_of, KEYS, Store())

    assert (found.lists, found.gists) == ({}, {})
    assert newer([], {}) == {}


def test_a_new_day_changes_only_what_tells_of_it(project: Path, built: dict[str, bytes]) -> None:
    add(project / "content", listing([related(3), related(1)], DAYS[3]))

    after = tree(build_here(project))

    changed = {name for name in {*built, *after} if built.get(name) != after.get(name)}
    assert {name for name in changed if not any(fnmatch(name, pattern) for pattern in ALLOWED)} == set()
    assert {"papers/date/2025-08-06/newer.json", "papers/2508.00001/index.html", "index.html"} <= changed


@pytest.mark.parametrize("width", WIDTHS)
def test_newer_papers_come_when_a_reader_is_there_and_can_be_starred(
    new_page: Callable[..., Page], address: str, site: Path, width: int
) -> None:
    page = new_page(viewport={"width": width, "height": 844})
    older = next(iter(json.loads((site / DAY / "newer.json").read_bytes())))
    page.goto(f"{address}papers/{older}/")
    newer_ones = page.get_by_role("heading", name="Newer related papers")
    page.get_by_role("button", name="Copy BibTeX").wait_for()  # all of the page is shown

    page.keyboard.press("End")

    expect(newer_ones).to_be_visible()
    entry = page.locator(".newer li").first
    entry.get_by_label("Star:").click()
    expect(entry.get_by_label("Star:")).to_have_attribute("aria-pressed", "true")
    assert violations_in_both_schemes(page) == []
    entry.get_by_role("link").click()
    expect(page.locator("[data-star]")).to_have_text("Starred")


def test_an_older_paper_can_be_starred_where_it_is_named(page: Page, address: str) -> None:
    page.goto(address + WITH_RELATED)
    entry = page.locator(".related li").first
    expect(page.get_by_text("Newer ones need JavaScript.")).to_be_hidden()

    entry.get_by_label("Star:").click()

    expect(entry.get_by_label("Star:")).to_have_attribute("aria-pressed", "true")
    entry.get_by_role("link").click()
    expect(page.locator("[data-star]")).to_have_text("Starred")


def test_without_javascript_a_list_says_what_it_lacks(new_page: Callable[..., Page], address: str) -> None:
    page = new_page(java_script_enabled=False)
    page.goto(address + WITH_RELATED)

    expect(page.locator(".related li").first).to_contain_text("2026 · ")
    expect(page.get_by_text("Newer ones need JavaScript.")).to_be_visible()


def test_an_opened_gist_shows_the_whole_abstract(page: Page, address: str) -> None:
    page.goto(address + DAY)
    lead = page.locator("details.gist").first

    lead.locator("summary").click()

    expect(lead.locator("summary")).to_have_text(re.compile("^From the abstract: We propose a memory"))
    expect(lead).to_contain_text("at a tenth of the cost")
    expect(lead.locator("mark")).to_have_text(re.compile("^we propose a memory"))
