"""A large archive's site is worked out by two processes, and is the one that a single process makes."""

import multiprocessing
import os
from collections.abc import Callable, Mapping
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from generator.archive.archive import Archive
from generator.related.topics import Topic
from generator.search import build
from generator.site import beside
from generator.site import contents as module
from generator.site.contents import Folders, contents
from generator.site.head import Site
from generator.site.library import read_library
from generator.site.shown import Keys
from generator.site.store import Stores, bytes_of
from tests.archives import DAY, add, listing, paper
from tests.search.papers import SCRIPTS

SITE = Site("An Archive", "", "https://a.example/")
TITLES = ("Counting quokkas from the air", "Counting quokkas by night", "Sheep")
HERE = os.getpid()


def made(folder: Path, stores: Stores) -> tuple[object, Mapping[str, object]]:
    """Give the views and the files of a site."""
    library = replace(read_library(Archive(folder / "content")), settled=[Topic("quokkas", "Quokkas")])
    found = contents(library, SITE, (), Folders(SCRIPTS, folder / "cache"), (), Keys(b""), stores)
    files = {path: bytes_of(content) for path, content in found.files.items()}
    stores.close()
    return found.views, files


@pytest.mark.skipif("fork" not in multiprocessing.get_all_start_methods(), reason="nothing can be copied")
@pytest.mark.parametrize("fails", [False, True])
def test_two_processes_make_what_one_makes(
    fails: bool, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    add(tmp_path / "content", listing([*map(paper, TITLES)], DAY))
    alone = made(tmp_path, Stores.within(None))
    indexed = tmp_path / "indexed"
    monkeypatch.setattr(module, "build", _told(build, indexed, fails))
    monkeypatch.setattr(module, "_WORTH_IT", 1)
    monkeypatch.setattr(beside, "can_copy", lambda: True)

    for _ in range(2):
        assert made(tmp_path, Stores.within(tmp_path / "cache")) == alone
        assert indexed.read_text().splitlines() == (["there", "here"] if fails else ["there"])


def _told(make: Callable[..., Any], file: Path, fails: bool) -> Callable[..., Any]:
    """Have an index say in a file where it is made; `fails` in the other process."""

    def told(*given: Any) -> Any:
        here = os.getpid() == HERE
        with file.open("a") as lines:
            lines.write("here\n" if here else "there\n")
        if fails and not here:
            raise MemoryError
        return make(*given)

    return told
