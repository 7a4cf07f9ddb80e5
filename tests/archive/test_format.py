from pathlib import Path

import pytest

from generator.archive.archive import Archive
from generator.archive.format import write_format
from generator.papers.errors import ArchiveError, PageError
from tests.sites import ROOT


@pytest.mark.parametrize("text", [None, "1\n", "1"])
def test_a_format_that_is_known_is_read(tmp_path: Path, text: str | None) -> None:
    if text:
        (tmp_path / "format.txt").write_text(text)

    assert Archive(tmp_path).days() == []


@pytest.mark.parametrize("text", ["2\n", "0", "", "one", "1.5", "9" * 5000, "\u0661"])
def test_a_format_that_is_not_is_refused_with_what_to_do(tmp_path: Path, text: str) -> None:
    (tmp_path / "format.txt").write_text(text, "utf-8")

    with pytest.raises(ArchiveError, match=r"format.txt: found format .*; allowed: 1; use a newer release"):
        Archive(tmp_path)


def test_a_conflict_is_named_with_its_line(tmp_path: Path) -> None:
    (tmp_path / "format.txt").write_text("<<<<<<< HEAD\n1\n=======\n2\n>>>>>>> theirs\n")

    with pytest.raises(PageError, match=r"format.txt, line 1: a conflict that git left open"):
        Archive(tmp_path)


def test_what_is_written_is_known(tmp_path: Path) -> None:
    assert (write_format(tmp_path), write_format(tmp_path)) == (True, False)
    assert Archive(tmp_path).days() == []
    assert (ROOT / "content" / "format.txt").read_text() == (tmp_path / "format.txt").read_text()
