"""What is kept is there as it was, or not at all; and it is never in the way."""

from pathlib import Path

import pytest

from generator.archive import files
from generator.archive.kept import keep, recall


def test_what_was_kept_is_recalled_by_its_key_alone(tmp_path: Path) -> None:
    file = tmp_path / "new" / "kept"
    assert recall(file) is None

    keep(file, b"data", b"key")

    assert (recall(file, b"key"), recall(file), recall(file, b"another")) == (b"data", None, None)


def test_damage_is_seen_wherever_it_is(tmp_path: Path) -> None:
    file = tmp_path / "kept"
    keep(file, b"data")
    whole = file.read_bytes()

    for place in range(len(whole)):
        file.write_bytes(whole[:place])
        assert recall(file) is None
        file.write_bytes(whole[:place] + bytes([whole[place] ^ 1]) + whole[place + 1 :])
        assert recall(file) is None


def test_a_run_goes_on_where_nothing_can_be_kept(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "folder" / "in the way").mkdir(parents=True)
    (tmp_path / "file").touch()
    for path in (tmp_path / "folder", tmp_path / "file" / "kept"):
        keep(path, b"data")
        assert recall(path) is None
    keep(tmp_path / "kept", b"before")

    def full(*_: object) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(files, "_write", full)
    keep(tmp_path / "kept", b"after")

    assert recall(tmp_path / "kept") == b"before"
