"""A file of records that somebody else made runs no code."""

import pickle
from hashlib import blake2b
from pathlib import Path

import pytest

from generator.site.reader import Reader

FORGED = [
    b"cbuiltins\neval\n(S'1'\ntR.",
    b"\x80\x04\x8c\x17generator.archive.pages\x8c\x19json.codecs.builtins.eval\x93\x8c\x011\x85R.",
    b"\x80\x04\x8c\x17generator.archive.pages\x8c\x0aread_paper\x93\x8c\x00\x8c\x00\x86R.",
]


@pytest.mark.parametrize("data", FORGED)
def test_a_forged_file_runs_nothing(tmp_path: Path, data: bytes) -> None:
    file = tmp_path / "pages.pickle"
    file.write_bytes(blake2b(data, key=b"common", digest_size=32).digest() + data)

    with pytest.raises(pickle.UnpicklingError, match="is no record"):
        Reader(file, b"common")


def test_a_file_that_is_written_while_it_is_read_is_kept_as_it_was_read(tmp_path: Path) -> None:
    page, file = tmp_path / "page.md", tmp_path / "pages.pickle"
    page.write_text("before")

    def parse(data: bytes) -> str:
        page.write_text("after")
        return data.decode()

    for shown in ("before", "after", "before"):
        reader = Reader(file)
        page.write_text(shown)
        assert reader.page(page, "page.md", parse)[0] == shown
        reader.keep()
