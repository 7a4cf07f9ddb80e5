from pathlib import Path

from generator.archive.archive import Archive
from generator.archive.clear import clear
from tests.archives import add, files, listing, paper


def test_an_empty_archive_keeps_pages_written_by_hand(tmp_path: Path) -> None:
    content = tmp_path / "content"
    add(content, listing([paper("Counting Sheep", "We count sheep.")]))
    (content / "listings").mkdir()
    (content / "listings" / "2025-08-06.txt").write_text("Aug 6")
    (content / "index.md").write_text("# Mine\n")

    clear(content)

    assert sorted(files(content)) == ["about.md", "format.txt", "index.md"]
    assert (content / "index.md").read_text() == "# Mine\n"
    assert (content / "listings").is_dir()
    assert not Archive(content).files


def test_it_can_be_repeated_and_started_from_nothing(tmp_path: Path) -> None:
    clear(tmp_path / "content")
    before = files(tmp_path)
    clear(tmp_path / "content")

    assert files(tmp_path) == before
    assert Archive(tmp_path / "content").days() == []
