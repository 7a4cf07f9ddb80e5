from pathlib import Path

import pytest

from generator.archive.archive import Archive
from generator.archive.remove import remove
from generator.papers.errors import ArchiveError, RecordError
from generator.papers.identifiers import name_digest
from generator.papers.records import Tombstone
from tests.archives import NEXT_DAY, add, files, listing, paper

SHEEP = paper("Counting Sheep", "We count sheep.")
CLOUDS = paper("Clouds", "We watch clouds.", arxiv_id="2508.00001", source="arxiv")


@pytest.fixture
def content(tmp_path: Path) -> Path:
    add(
        tmp_path / "content",
        listing([SHEEP], scope="a"),
        listing([CLOUDS], scope="b"),
        listing([CLOUDS], NEXT_DAY),
    )
    return tmp_path / "content"


@pytest.mark.parametrize("name", ["2508.00001", "https://arxiv.org/abs/2508.00001v3", "/2508.00001/"])
def test_a_tombstone_stands_where_the_paper_was(content: Path, name: str) -> None:
    assert remove(Archive(content), name, "Asked for\nby the authors.") == "2508.00001"

    assert Archive(content).paper("2508.00001") == Tombstone(
        "2508.00001", "Asked for by the authors.", name_digest("clouds")
    )
    assert not [path for path, data in files(content).items() if b"Clouds" in data or b"watch" in data]
    assert b"papers/2508.00001/\n" in files(content)["addresses.txt"]
    assert b"1. 2508\\.00001\n" in files(content)["papers/date/2025-08-07.md"]


def test_its_aliases_stay(content: Path) -> None:
    add(content, listing([paper("Counting Sheep", "We count sheep.", arxiv_id="2508.00002", source="arxiv")]))

    assert remove(Archive(content), "2508.00002", "Asked for.") == "counting-sheep"

    assert b"papers/2508.00002/ papers/counting-sheep/\n" in files(content)["addresses.txt"]
    assert Archive(content).locate("2508.00002") == "counting-sheep"


def test_removing_again_only_corrects_the_reason(content: Path) -> None:
    remove(Archive(content), "2508.00001", "A tpyo.")
    remove(Archive(content), "2508.00001", "A typo.")
    before = files(content)
    remove(Archive(content), "2508.00001", "A typo.")

    assert files(content) == before
    assert b"removed: A typo.\n" in before["papers/2508/2508.00001.md"]


@pytest.mark.parametrize(
    ("name", "reason", "error", "message"),
    [
        ("2508.99999", "Why", ArchiveError, "2508.99999: no such paper; give its id as in its address"),
        ("../../x", "Why", ArchiveError, "no such paper"),
        ("2508.00001", " ", RecordError, "reason: found ''"),
    ],
)
def test_what_cannot_be_removed(
    content: Path, name: str, reason: str, error: type[Exception], message: str
) -> None:
    before = files(content)

    with pytest.raises(error, match=message):
        remove(Archive(content), name, reason)

    assert files(content) == before
