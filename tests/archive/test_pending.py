import json
import shutil
from datetime import date
from pathlib import Path

import pytest

from generator.archive import pending as module
from generator.archive.archive import Archive
from generator.archive.pending import read_listing
from generator.papers.errors import ArchiveError, ListingError
from generator.sources.listing import Listing
from tests.archives import TEXT, TODAY, add, files


def pending(content: Path, today: date = TODAY) -> list[Listing]:
    return module.pending(Archive(content), today, content.parent / "memory")


@pytest.fixture
def content(tmp_path: Path) -> Path:
    folder = tmp_path / "content" / "listings"
    folder.mkdir(parents=True)
    (folder / "b.txt").write_text(TEXT)
    (folder / "a.txt").write_text("Daily Papers\n\nAug 7, 2025\n\nOn Yarn\n\nYarn is wool.\n")
    (folder / ".gitkeep").touch()
    return tmp_path / "content"


def test_listings_are_pending_until_they_are_in(content: Path) -> None:
    waiting = pending(content)
    assert [listing.scope for listing in waiting] == ["a.txt", "b.txt"]

    add(content, waiting[0])
    assert [listing.scope for listing in pending(content)] == ["b.txt"]

    add(content, waiting[1])
    assert pending(content) == []


def test_looking_changes_nothing(content: Path) -> None:
    before = files(content)
    pending(content)

    assert files(content) == before


@pytest.fixture
def taken_in(content: Path) -> Path:
    """Return an archive whose listings are in: c has what could not be read, d gives a part of its days."""
    papers = [
        {"id": f"2508.000{day}", "title": "Hail", "submittedOnDailyAt": f"2025-08-{day}"} for day in (10, 11)
    ]
    (content / "listings" / "c.jsonl").write_text('{"date": "2025-08-08", "title": "Rain"}\n{"date": 1}\n')
    (content / "listings" / "d.json").write_text(json.dumps([{"paper": paper} for paper in papers]))
    waiting = pending(content)
    assert [bool(listing.partial) for listing in waiting] == [False, False, False, True]
    assert waiting[2].rejections
    add(content, *waiting)
    assert pending(content) == []
    return content


def test_what_is_in_is_not_read_again(taken_in: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(module, "parse", None)

    assert pending(taken_in) == []


def test_a_list_of_arxiv_is_remembered_by_its_category(
    content: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    shutil.copy(Path(__file__).parent / "earlier/0.1/listings/oai-cs.CL.xml", content / "listings")
    add(content, *pending(content))
    assert pending(content) == []
    monkeypatch.setattr(module, "parse", None)

    assert pending(content) == []


@pytest.mark.parametrize("damage", ["no cache", "empty cache", "no receipt", "no paper", "another text"])
def test_what_was_remembered_is_believed_only_with_the_receipts(taken_in: Path, damage: str) -> None:
    expected = [] if damage.endswith("cache") else ["a.txt"]
    if damage == "no cache":
        shutil.rmtree(taken_in.parent / "memory")
    elif damage == "empty cache":
        for file in (taken_in.parent / "memory").iterdir():
            file.write_text("")
    elif damage == "no receipt":
        (taken_in / "papers/date/2025-08-07.md").unlink()
    elif damage == "no paper":
        (taken_in / "papers/2508/on-yarn.md").unlink()
    else:
        (taken_in / "listings/a.txt").write_text("Daily Papers\n\nAug 7, 2025\n\nOn Yarn\n\nYarn is silk.\n")

    assert [listing.scope for listing in pending(taken_in)] == expected


def test_a_listing_without_a_year_stays_in_when_the_year_changes(content: Path) -> None:
    (content / "listings" / "b.txt").write_text(TEXT.replace(", 2025", ""))
    add(content, *pending(content))

    assert pending(content, TODAY.replace(year=2027)) == []


def test_an_archive_without_listings_has_none_pending(tmp_path: Path) -> None:
    assert module.pending(Archive(tmp_path), TODAY, tmp_path / "memory") == []


def test_what_is_no_listing_is_named(content: Path) -> None:
    (content / "listings" / "c.txt").write_bytes(b"\xff")

    with pytest.raises(ArchiveError, match=r"listings: c\.txt, line 1: found bytes that are not UTF-8"):
        pending(content)


def test_a_file_that_cannot_be_read_is_named(tmp_path: Path) -> None:
    with pytest.raises(ListingError, match=r"none.txt: cannot be read: No such file or directory; give"):
        read_listing(tmp_path / "none.txt", today=TODAY)


def test_a_files_name_becomes_a_scope_that_a_page_can_hold(tmp_path: Path) -> None:
    path = tmp_path / "my\n list\udcff.txt"
    path.write_text(TEXT)

    assert read_listing(path, today=TODAY).scope == "my list\ufffd.txt"
