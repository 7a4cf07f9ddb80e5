from pathlib import Path

import pytest

from generator.archive.archive import Archive
from generator.archive.pending import pending, read_listing
from generator.papers.errors import ArchiveError, ListingError
from tests.archives import TEXT, TODAY, add, files


@pytest.fixture
def content(tmp_path: Path) -> Path:
    folder = tmp_path / "content" / "listings"
    folder.mkdir(parents=True)
    (folder / "b.txt").write_text(TEXT)
    (folder / "a.txt").write_text("Aug 7, 2025\n\nOn Yarn\n\nYarn is wool.\n")
    (folder / ".gitkeep").touch()
    return tmp_path / "content"


def test_listings_are_pending_until_they_are_in(content: Path) -> None:
    waiting = pending(Archive(content), TODAY)
    assert [listing.scope for listing in waiting] == ["a.txt", "b.txt"]

    add(content, waiting[0])
    assert [listing.scope for listing in pending(Archive(content), TODAY)] == ["b.txt"]

    add(content, waiting[1])
    assert pending(Archive(content), TODAY) == []


def test_looking_changes_nothing(content: Path) -> None:
    before = files(content)
    pending(Archive(content), TODAY)

    assert files(content) == before


def test_a_listing_without_a_year_stays_in_when_the_year_changes(content: Path) -> None:
    (content / "listings" / "b.txt").write_text(TEXT.replace(", 2025", ""))
    add(content, *pending(Archive(content), TODAY))

    assert pending(Archive(content), TODAY.replace(year=2027)) == []


def test_an_archive_without_listings_has_none_pending(tmp_path: Path) -> None:
    assert pending(Archive(tmp_path), TODAY) == []


def test_what_is_no_listing_is_named(content: Path) -> None:
    (content / "listings" / "c.txt").write_bytes(b"\xff")

    with pytest.raises(ArchiveError, match=r"listings: c\.txt, line 1: found bytes that are not UTF-8"):
        pending(Archive(content), TODAY)


def test_a_file_that_cannot_be_read_is_named(tmp_path: Path) -> None:
    with pytest.raises(ListingError, match=r"none.txt: cannot be read: No such file or directory; give"):
        read_listing(tmp_path / "none.txt", today=TODAY)


def test_a_files_name_becomes_a_scope_that_a_page_can_hold(tmp_path: Path) -> None:
    path = tmp_path / "my\n list\udcff.txt"
    path.write_text(TEXT)

    assert read_listing(path, today=TODAY).scope == "my list\ufffd.txt"
