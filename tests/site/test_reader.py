"""Pages are read once from what holds the same bytes; nothing of what is gone is kept."""

from pathlib import Path

from generator.site.reader import Reader


def test_a_file_that_is_written_while_it_is_read_is_kept_as_it_was_read(tmp_path: Path) -> None:
    page, kept = tmp_path / "month/page.md", tmp_path / "pages"
    page.parent.mkdir()
    page.write_text("before")

    def parse(data: bytes) -> str:
        page.write_text("after")
        return data.decode()

    for shown in ("before", "after", "before"):
        reader = Reader(kept)
        page.write_text(shown)
        assert reader.page(page, "page.md", parse)[0] == shown
        reader.keep()


def test_what_was_looked_at_just_now_is_not_read_again(tmp_path: Path) -> None:
    page, kept = tmp_path / "month/page.md", tmp_path / "pages"
    page.parent.mkdir()
    page.write_text("before")
    first = Reader(kept)
    held = {"page.md": first.page(page, "page.md", bytes.decode)[1]}
    first.keep()
    page.write_text("after")

    reader = Reader(kept, held=held)
    assert reader.page(page, "page.md", bytes.decode) == ("before", held["page.md"])
    assert reader.digests == held
    assert Reader(kept).page(page, "page.md", bytes.decode)[0] == "after"


def test_only_the_folder_of_a_page_that_changed_is_written(tmp_path: Path) -> None:
    pages, kept = [tmp_path / name / "page.md" for name in ("one", "two", "gone")], tmp_path / "pages"
    for page in pages:
        page.parent.mkdir()
        page.write_text("before")

    def read(pages: list[Path]) -> None:
        reader = Reader(kept)
        for page in pages:
            reader.page(page, page.as_posix(), bytes.decode)
        reader.keep()

    read(pages)
    before = {file.name: file.stat().st_ino for file in kept.iterdir()}
    pages[1].write_text("after")
    read(pages[:2])

    after = {file.name: file.stat().st_ino for file in kept.iterdir()}
    assert after.keys() == {"one", "two"}
    assert [after[name] == before[name] for name in ("one", "two")] == [True, False]
