"""Papers that hold as much as they may, in every field: the site is built, in bounded time, and right."""

import time
from datetime import date, timedelta
from pathlib import Path

import pytest

from generator.archive.archive import Archive
from generator.archive.check import check_archive
from generator.archive.pages import PaperPage
from generator.papers.bounds import CHARACTERS, ENTRIES, NUMBERS
from generator.papers.records import Author, Link, Paper, ascending
from generator.site.check import check_site
from tests.archives import add, listing, paper
from tests.sites import build_here, make_project, shown_text

DAY = date(2025, 8, 6)
LISTED = 3
MOST_SECONDS = 90
"""CPU time of the build, on a slow machine; it takes some 10."""


def _filled(field: str, unit: str) -> str:
    """Give a text of as many characters as a field may have."""
    return (unit * CHARACTERS[field])[: CHARACTERS[field] - 1].strip() + "."


def _distinct(field: str, letter: str) -> tuple[str, ...]:
    """Give as many values as a field may have, each as long as it may be."""
    names = (f"{letter}{chr(97 + n // 26)}{chr(97 + n % 26)}" for n in range(ENTRIES[field]))
    return ascending(name.ljust(CHARACTERS[field], letter) for name in names)


def _authors(count: int) -> tuple[Author, ...]:
    """Give so many authors, whose names are together as long as they may be."""
    length = CHARACTERS["authors"] // count
    return tuple(Author(f"A{number:05}".ljust(length, "a")) for number in range(count))


def _full(title: str, abstract: str, authors: int) -> Paper:
    links = (f"https://a.co/{n:03}".ljust(CHARACTERS["link"], "a") for n in range(ENTRIES["links"]))
    return paper(
        _filled("title", title),
        _filled("abstract", abstract),
        source="jsonl",
        authors=_authors(authors),
        doi="10.1234/".ljust(CHARACTERS["doi"], "1"),
        published=DAY,
        updated=DAY,
        categories=_distinct("categories", "c"),
        comment=_filled("comment", "comment "),
        journal_ref=_filled("journal_ref", "journal"),
        links=ascending(Link("code", link) for link in links),
        topics=_distinct("topics", "t"),
        summary=_filled("summary", "$x^2$ "),
        votes=NUMBERS["votes"],
        submitted_by=_filled("submitted_by", "s"),
        organization=_filled("organization", "o "),
    )


LONG_NAMES = CHARACTERS["authors"] // CHARACTERS["author"]
PAPERS = [
    _full("a", "b", ENTRIES["authors"]),
    _full("A title ", "$a_1 + b^2$ ", LONG_NAMES),
    _full("$x$ ", "https://a.co/b ", LONG_NAMES),
    _full("\u0301\u0327a", "\u4e2d", LONG_NAMES),
    _full("<b>& ", "{{ x }} <i>&amp; ", LONG_NAMES),
]


@pytest.fixture(scope="module")
def project(tmp_path_factory: pytest.TempPathFactory) -> Path:
    project = make_project(tmp_path_factory.mktemp("bounds"))
    add(project / "content", *(listing(PAPERS, DAY + timedelta(days=later)) for later in range(LISTED)))
    start = time.process_time()
    build_here(project)
    assert time.process_time() - start < MOST_SECONDS
    return project


def test_an_archive_of_full_papers_is_whole(project: Path) -> None:
    archive = Archive(project / "content")

    assert len(archive.files) == len(PAPERS)
    assert [each for each in check_archive(archive) if not each.is_remark] == []
    assert check_site(archive, project / "site") == []


def test_full_papers_are_shown_whole(project: Path) -> None:
    pages = [page.paper for page in Archive(project / "content").papers() if isinstance(page, PaperPage)]
    for found in pages:
        html = (project / "site" / "papers" / found.id / "index.html").read_text()
        text = shown_text(html).replace("$", "")
        assert found.title.replace("$", "") in text
        assert (found.abstract or "").replace("$", "") in text
        assert all(author.name in text for author in found.authors[-10:])
        assert f"<dd>{NUMBERS['votes']:,}</dd>" in html


def test_each_category_of_full_papers_has_its_feed_and_each_day_its_card(project: Path) -> None:
    site = project / "site"

    feeds = {path.stem for path in (site / "feeds").iterdir()} - {"days", "weeks", "months"}
    assert len(feeds) == ENTRIES["categories"]
    assert len(list((site / "cards").iterdir())) == LISTED
