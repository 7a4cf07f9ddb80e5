import signal
import subprocess
import sys
from pathlib import Path

import pytest

from generator.archive.files import locked, remove_unfinished, write
from generator.papers.errors import ArchiveError


def names(folder: Path) -> list[str]:
    return sorted(path.name for path in folder.iterdir())


def test_a_file_is_written_once(tmp_path: Path) -> None:
    path = tmp_path / "new" / "folder" / "page.md"

    assert write(path, "é\n")
    before = path.stat()
    assert not write(path, "é\n")
    assert path.stat() == before
    assert path.read_bytes() == "é\n".encode()
    assert names(path.parent) == ["page.md"]


def test_a_write_that_fails_leaves_the_old_file(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = tmp_path / "page.md"
    write(path, "old")

    def fail(*_: object) -> None:
        raise OSError("no space left")

    monkeypatch.setattr("os.replace", fail)
    with pytest.raises(OSError, match="no space"):
        write(path, "new")
    assert path.read_text() == "old"

    remove_unfinished(tmp_path)
    assert names(tmp_path) == ["page.md"]


def test_only_unfinished_files_are_removed(tmp_path: Path) -> None:
    for name in (".page.md.unfinished", "page.md", ".gitkeep", "my.unfinished"):
        (tmp_path / name).touch()

    remove_unfinished(tmp_path)

    assert names(tmp_path) == [".gitkeep", "my.unfinished", "page.md"]


def test_one_run_at_a_time_writes(tmp_path: Path) -> None:
    content = tmp_path / "content"
    content.mkdir()
    with (
        locked(content),
        pytest.raises(ArchiveError, match="another run is writing there; wait"),
        locked(content),
    ):
        pass
    with locked(content):
        pass
    assert names(content) == []
    assert names(tmp_path) == [".cache", "content"]


@pytest.mark.skipif(sys.platform == "win32", reason="only administrators may make symbolic links")
def test_an_archive_that_two_projects_share_has_one_lock(tmp_path: Path) -> None:
    (tmp_path / "one" / "content").mkdir(parents=True)
    (tmp_path / "other").mkdir()
    (tmp_path / "other" / "content").symlink_to(tmp_path / "one" / "content")

    with locked(tmp_path / "one" / "content"), pytest.raises(ArchiveError):
        locked(tmp_path / "other" / "content").__enter__()


def test_lines_end_alike_on_every_platform(tmp_path: Path) -> None:
    write(tmp_path / "page.md", "one\ntwo\n")

    assert (tmp_path / "page.md").read_bytes() == b"one\ntwo\n"


def test_a_lock_ends_with_its_process(tmp_path: Path) -> None:
    (tmp_path / "content").mkdir()
    script = (
        "import os, sys; from pathlib import Path; from generator.archive.files import locked\n"
        "with locked(Path(sys.argv[1])): os.kill(os.getpid(), 9)"
    )
    assert subprocess.run([sys.executable, "-c", script, str(tmp_path / "content")]).returncode in (-9, 9)

    with locked(tmp_path / "content"):
        pass


def test_a_disk_that_is_full_leaves_nothing_half_written(tmp_path: Path) -> None:
    resource = pytest.importorskip("resource", reason="Windows has no limits")
    write(tmp_path / "page.md", "whole")
    before = resource.getrlimit(resource.RLIMIT_FSIZE)
    ignored = signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
    resource.setrlimit(resource.RLIMIT_FSIZE, (1000, before[1]))
    try:
        with pytest.raises(OSError, match="File too large"):
            write(tmp_path / "page.md", "a" * 5000)
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, before)
        signal.signal(signal.SIGXFSZ, ignored)

    assert names(tmp_path) == ["page.md"]
    assert (tmp_path / "page.md").read_text() == "whole"
