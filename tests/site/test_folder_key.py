"""The key of a folder follows from all that is found in it."""

from pathlib import Path

from generator.site.shown import of_folder


def test_the_key_of_a_folder_follows_from_folders_that_are_linked(tmp_path: Path) -> None:
    for name in ("theme", "elsewhere"):
        (tmp_path / name).mkdir()
    (tmp_path / "elsewhere/page.html").write_text("before")
    (tmp_path / "theme/partials").symlink_to(tmp_path / "elsewhere")
    before = of_folder(tmp_path / "theme")

    (tmp_path / "elsewhere/page.html").write_text("after")

    assert of_folder(tmp_path / "theme") != before
