"""A paper is known by every title and identifier that it ever had, also when it was taken down."""

from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from generator.archive.archive import Archive
from generator.archive.check import check_archive
from generator.archive.pages import PaperPage, write_tombstone
from generator.archive.remove import remove
from generator.papers.identifiers import name_digest, suffixed_slug
from generator.papers.records import Paper, Tombstone
from tests.archives import DAY, NEXT_DAY, add, files, listing, paper

ABSTRACT = "We count sheep with few parameters."
OLD = paper("Old Title", ABSTRACT, arxiv_id="2508.00001", source="huggingface", doi="10.1000/old")
NEW = paper("New Title of It", ABSTRACT, arxiv_id="2508.00001", source="arxiv", doi="10.48550/arXiv.2508.1")
LATER_DAY = date(2025, 8, 8)

SEEN = {
    "its title": paper("New Title of It", ABSTRACT),
    "its earlier title": paper("Old Title", ABSTRACT),
    "its earlier title alone": paper("OLD title!"),
    "its earlier title, a revised abstract": paper("Old Title", f"{ABSTRACT} Many sheep."),
    "its identifier": paper("Another Title", "Else.", arxiv_id="2508.00001", source="arxiv"),
    "arXiv's DOI of it": paper("Another Title", "Else.", doi="10.48550/arXiv.2508.00001"),
}
"""Accounts of that paper."""

BY_DOI = {
    "its DOI": paper("Another Title", "Else.", doi="10.48550/ARXIV.2508.1", source="jsonl"),
    "its earlier DOI": paper("Another Title", "Else.", doi="10.1000/old", source="jsonl"),
}
OTHERS = {
    "another paper of its earlier title": paper("Old Title", "Wool, yarn and knitting patterns."),
    "another paper": paper("Older Title", ABSTRACT),
    "another paper of its earlier title, by identifier": replace(OLD, id="2508.00009", arxiv_id="2508.00009"),
}


def known(folder: Path, *papers: Paper) -> Path:
    """Add each paper by a listing of its own."""
    for number, each in enumerate(papers):
        add(folder / "content", listing([each], (DAY, NEXT_DAY)[number % 2], f"list {number}"))
    return folder / "content"


@pytest.mark.parametrize("order", [(OLD, NEW), (NEW, OLD), (OLD, NEW, OLD)])
@pytest.mark.parametrize("seen", SEEN.values(), ids=SEEN)
def test_a_paper_is_found_by_every_name_it_had(tmp_path: Path, seen: Paper, order: tuple[Paper, ...]) -> None:
    content = known(tmp_path, *order)

    assert add(content, listing([seen], LATER_DAY)).relisted == ["2508.00001"]


@pytest.mark.parametrize("seen", OTHERS.values(), ids=OTHERS)
def test_another_paper_is_another(tmp_path: Path, seen: Paper) -> None:
    assert len(add(known(tmp_path, OLD, NEW), listing([seen], LATER_DAY)).new) == 1


@pytest.mark.parametrize("at_once", [True, False])
def test_the_paper_that_has_a_title_goes_before_one_that_had_it(tmp_path: Path, at_once: bool) -> None:
    content = tmp_path / "content"
    heir = paper("Old Title", "Wool, yarn and knitting patterns.", arxiv_id="2508.00002", source="arxiv")
    lists = [listing([each], scope=each.title + each.id) for each in (OLD, NEW, heir)]
    for batch in [lists] if at_once else [[each] for each in lists]:
        add(content, *batch)

    assert add(content, listing([paper("Old Title")], NEXT_DAY)).relisted == ["2508.00002"]


@pytest.mark.parametrize("seen", [*SEEN.values(), *BY_DOI.values()], ids=[*SEEN, *BY_DOI])
@pytest.mark.parametrize(
    "before", [(), (paper("Old Title", ABSTRACT),)], ids=["listed", "first known by its title"]
)
def test_what_was_taken_down_stays_so_under_every_name_it_had(
    tmp_path: Path, seen: Paper, before: tuple[Paper, ...]
) -> None:
    content = known(tmp_path, *before, OLD, NEW)
    remove(Archive(content), "2508.00001", "Asked for.")
    kept = files(content)

    tally = add(content, listing([seen], LATER_DAY))

    assert (tally.removed, tally.new) == (1, [])
    assert files(content).keys() - kept.keys() == {"papers/date/2025-08-08.md"}


@pytest.mark.parametrize("seen", OTHERS.values(), ids=OTHERS)
def test_a_living_paper_goes_before_a_tombstone(tmp_path: Path, seen: Paper) -> None:
    content = known(tmp_path, OLD, NEW, seen)
    remove(Archive(content), "2508.00001", "Asked for.")

    assert len(add(content, listing([seen], LATER_DAY)).relisted) == 1


def test_the_tombstone_shows_none_of_its_names(tmp_path: Path) -> None:
    content = known(tmp_path, OLD, NEW)
    remove(Archive(content), "2508.00001", "Asked for.")

    tombstone = Archive(content).paper("2508.00001")
    assert isinstance(tombstone, Tombstone)
    assert {*tombstone.digests} == {
        name_digest(name) for name in ("Old Title", "New Title of It", "10.1000/old", "10.48550/arXiv.2508.1")
    }
    assert not [name for name, data in files(content).items() if b"Title" in data or b"10.1000" in data]


def test_a_title_that_a_person_corrected_is_known_by_what_the_lists_call_it(tmp_path: Path) -> None:
    content = known(tmp_path, OLD)
    path = content / "papers/2508/2508.00001.md"
    path.write_text(path.read_text().replace("Old Title", "Title by Hand"))
    remove(Archive(content), "2508.00001", "Asked for.")

    assert add(content, listing([paper("Old Title", ABSTRACT)], NEXT_DAY)).removed == 1


@pytest.mark.parametrize(
    ("paper_id", "seen", "removed"),
    [
        ("old-title", paper("Old Title", ABSTRACT), 1),
        ("old-title-0123abcd", paper("Old Title", ABSTRACT), 0),
        ("old-title", paper("Old Title", arxiv_id="2508.00009"), 1),
        (suffixed_slug("Old Title", ABSTRACT), paper("Old Title", ABSTRACT), 1),
        ("report-20250806", paper("Report", ABSTRACT), 0),
        ("word-" * 14 + "word", paper("word " * 14 + "word and more", ABSTRACT), 0),
    ],
)
def test_a_tombstone_of_an_earlier_version_is_known_by_its_address_too(
    tmp_path: Path, paper_id: str, seen: Paper, removed: int
) -> None:
    content = known(tmp_path, paper("Clouds", "We watch clouds."))
    tombstone = Tombstone(paper_id, "Asked for", name_digest("New Title of It"))
    (content / f"papers/2508/{paper_id}.md").write_text(write_tombstone(tombstone))

    assert add(content, listing([seen], NEXT_DAY)).removed == removed


@pytest.mark.parametrize("named_in_full", [True, False])
def test_a_paper_taken_down_under_arxivs_doi_alone_stays_so(tmp_path: Path, named_in_full: bool) -> None:
    by_doi = paper("Old Title", ABSTRACT, doi="10.48550/arXiv.2508.00001", source="jsonl")
    others = [] if named_in_full else [paper("Clouds", arxiv_id="2508.00001", source="arxiv")]
    content = known(tmp_path, by_doi, *others)

    remove(Archive(content), "old-title", "Asked for.")

    assert add(content, listing([replace(NEW, title="Another Title")], LATER_DAY)).removed == named_in_full
    assert check_archive(Archive(content)) == []


def test_two_arxiv_identifiers_are_two_papers_also_when_one_was_taken_down(tmp_path: Path) -> None:
    content = known(tmp_path, paper("Old Title", ABSTRACT), OLD)
    remove(Archive(content), "2508.00001", "Asked for.")

    assert (
        len(add(content, listing([replace(OLD, id="2508.00009", arxiv_id="2508.00009")], LATER_DAY)).new) == 1
    )


def test_merging_pages_of_any_order_gives_the_same_names(tmp_path: Path) -> None:
    pages = []
    for name, order in (("one", (OLD, NEW)), ("other", (NEW, OLD))):
        page = Archive(known(tmp_path / name, *order)).paper("2508.00001")
        assert isinstance(page, PaperPage)
        pages.append(page.paper.other_names)

    assert pages == [("10.1000/old", "Old Title")] * 2
