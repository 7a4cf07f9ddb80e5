"""Runs that meet: two builds, and a build while papers are added."""

import os
import shutil
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

from generator.archive.archive import Archive
from generator.archive.pages import PaperPage
from generator.doors import publishing
from generator.papers.records import Tombstone
from tests import warm
from tests.doors.changes import add, lines
from tests.sites import ROOT, build_here, make_project, tree

HERE = {**os.environ, "NO_MKDOCS_2_WARNING": "1", "PYTHONPATH": str(ROOT)}


@pytest.fixture
def project(tmp_path: Path) -> Path:
    project = make_project(tmp_path / "project")
    add(lines("2025-08-06", 1, 2, 3))(project)
    return project


def test_two_builds_of_two_sites_share_a_cache(project: Path) -> None:
    builds = [
        subprocess.Popen([sys.executable, "-m", "mkdocs", "build", "-q", "-d", name], cwd=project, env=HERE)
        for name in ("one", "other")
    ]

    assert [build.wait() for build in builds] == [0, 0]
    assert tree(project / "one") == tree(project / "other") == tree(build_here(project))


def test_a_file_of_the_site_that_changes_during_a_build_is_set_right(
    project: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    site, complete = tree(build_here(project)), publishing._complete

    def disturbed(*given: Any, **more: Any) -> Any:
        (project / "site/index.html").write_text("Spoilt")
        (project / "site/papers/2508.00001/index.html").write_text("Spoilt")
        return complete(*given, **more)

    with monkeypatch.context() as patched:
        patched.setattr(publishing, "_complete", disturbed)
        build_here(project)

    assert tree(build_here(project)) == site


def test_papers_that_are_added_while_a_build_reads_are_in_the_next_one(
    project: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    before, read = tree(build_here(project)), Archive.paper_in
    (project / "more.jsonl").write_text(lines("2025-08-07", 2, 4))
    adding: list[subprocess.Popen[bytes]] = []

    def begin(archive: Archive, paper_id: str, data: bytes) -> PaperPage | Tombstone:
        if not adding:
            command = warm.command("generator", "add", "more.jsonl")
            adding.append(subprocess.Popen(command, cwd=project, env=HERE))
            with pytest.raises(subprocess.TimeoutExpired):
                adding[0].wait(1)  # it waits
        return read(archive, paper_id, data)

    for kept in ("site", ".cache/build/pages"):
        shutil.rmtree(project / kept)
    with monkeypatch.context() as patched:
        patched.setattr(Archive, "paper_in", begin)
        assert tree(build_here(project)) == before
    assert adding[0].wait() == 0

    after = tree(build_here(project))
    assert {"papers/date/2025-08-07/index.html", "papers/2508.00004/index.html"} <= after.keys()
