"""An archive that an earlier version made is read and whole; its listings bring nothing but corrections."""

import shutil
from datetime import date
from pathlib import Path

import pytest

from generator.archive.add import Addition
from generator.archive.archive import Archive
from generator.archive.check import check_archive
from generator.archive.pages import PaperPage, read_day, read_paper, write_day, write_paper, write_tombstone
from generator.archive.pending import read_listing
from generator.archive.remove import remove
from tests.archives import add, files, listing, paper

EARLIER = Path(__file__).parent / "earlier" / "0.1"
PAPERS = sorted(EARLIER.glob("content/papers/[0-9]*/**/*.md"))
DAYS = sorted(EARLIER.glob("content/papers/date/*.md"))
LISTINGS = sorted(EARLIER.glob("listings/*"))
MADE_ON = date(2025, 8, 15)

BY_HAND = {
    "papers/2508/2508.00002.md": "edited",
    "papers/2508/on-the-shape-of-clouds.md": "edited",
    "papers/2508/taken-down.md": "taken down",
    "papers/2508/the-goat-s-complaint.md": "taken down",
    "papers/date/2025-08-07.md": "has notes",
    "papers/date/2025-08-09.md": "fetched, not added from a file",
    "papers/date/2025-08-11.md": "lists a paper that was taken down",
    "papers/date/2025-08-13.md": "lists papers that were taken down",
}
"""Files that the listings alone do not give, and why."""

CORRECTED: dict[str, str] = {}
"""Files that adding the listings again changes, each with what is corrected."""

CORRECTED_AFRESH: dict[str, str] = {
    "papers/2508/2508.00001.md": "names its earlier title",
    "papers/2508/2508.00004.md": "names its earlier title",
    "papers/2508/2508.00013.md": "names its earlier title",
    "papers/2508/2508.00007.md": "has its accents as characters",
    "papers/date/2025-08-08.md": "names a paper whose title has its accents as characters",
    "papers/date/2025-08-12.md": "is of changes, and of a category",
}
"""Files that differ where the listings are added to an empty archive, each with what is corrected."""


def add_all(content: Path) -> None:
    """Add the listings one by one, as they were when the archive was made."""
    for path in LISTINGS:
        addition = Addition(Archive(content))
        addition.add(read_listing(path, today=MADE_ON))
        addition.write()


def differing(one: dict[str, bytes], other: dict[str, bytes]) -> set[str]:
    return {path for path in one.keys() | other.keys() if one.get(path) != other.get(path)}


@pytest.mark.parametrize("path", PAPERS, ids=lambda path: path.stem)
def test_each_paper_is_read_and_written_back(path: Path) -> None:
    text = path.read_text()
    page = read_paper(text, path.name)

    assert (write_paper(page) if isinstance(page, PaperPage) else write_tombstone(page)) == text


@pytest.mark.parametrize("path", DAYS, ids=lambda path: path.stem)
def test_each_day_is_read_and_written_back(path: Path) -> None:
    """The list in its body shows titles as they were when the day was written."""
    front, _, body = path.read_text().partition("\n# ")
    page = read_day(f"{front}\n# {body}", path.name)

    assert write_day(page, {}).partition("\n# ")[0] == front
    assert read_day(write_day(page, {}), path.name) == page


def test_it_has_every_kind_of_page_and_is_whole() -> None:
    assert (len(PAPERS), len(DAYS), len(LISTINGS)) == (26, 7, 13)
    assert check_archive(Archive(EARLIER / "content")) == []


def test_adding_its_listings_again_changes_nothing_but_what_is_corrected(tmp_path: Path) -> None:
    content = shutil.copytree(EARLIER / "content", tmp_path / "content")
    before = files(content)

    add_all(content)

    assert differing(before, files(content)) == CORRECTED.keys()
    assert check_archive(Archive(content)) == []


@pytest.mark.parametrize(
    ("paper_id", "earlier_title"),
    [
        ("2508.00001", "Counting Sheep with Fewer Parameters"),
        ("2508.00004", "The Shepherd's Almanac"),
        ("2508.00002", "Ewes $\\times$ Rams: A Very Long Title"),
    ],
)
def test_what_had_another_title_in_it_and_is_taken_down_stays_so(
    tmp_path: Path, paper_id: str, earlier_title: str
) -> None:
    content = shutil.copytree(EARLIER / "content", tmp_path / "content")
    remove(Archive(content), paper_id, "Asked for.")

    assert add(content, listing([paper(earlier_title, "Words of its own.")])).removed == 1


def test_its_listings_give_the_same_archive_but_for_what_is_corrected(tmp_path: Path) -> None:
    content = tmp_path / "content"
    content.mkdir()

    add_all(content)

    changed = differing(files(EARLIER / "content"), files(content))
    assert changed == BY_HAND.keys() | CORRECTED_AFRESH.keys()
    assert check_archive(Archive(content)) == []
