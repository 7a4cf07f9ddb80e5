"""A disk that takes no more costs what is kept for the next build, or ends this one with one clear error."""

import os
import resource
import subprocess
import sys
from pathlib import Path

import pytest

from generator.archive import files
from generator.site import store
from tests.doors.changes import add, edit, lines
from tests.sites import ROOT, build_here, make_project, tree

SPACE = "see to the folder's permissions and the disk's space, then build again"


def begun(folder: Path) -> Path:
    project = make_project(folder / "project")
    add(lines("2025-08-06", 1, 2, 3))(project)
    return project


def change(project: Path) -> None:
    add(lines("2025-08-07", 2, 4))(project)
    edit("mkdocs.yml", "Daily Papers Archive", "Papers of Sheep")(project)


@pytest.fixture
def project(tmp_path: Path) -> Path:
    """Return a project that was changed since its site was built."""
    project = begun(tmp_path)
    build_here(project)
    change(project)
    return project


@pytest.fixture(scope="module")
def after(tmp_path_factory: pytest.TempPathFactory) -> dict[str, bytes]:
    """Return what is built of it where there is no cache and no site."""
    project = begun(tmp_path_factory.mktemp("anew"))
    change(project)
    return tree(build_here(project))


@pytest.mark.parametrize("most", [1, 5_000, 30_000, 60_000, 100_000, 1_000_000])
def test_a_build_without_space_ends_well_or_leaves_the_last_site(
    project: Path, after: dict[str, bytes], most: int
) -> None:
    before = tree(project / "site")

    def take_little() -> None:
        resource.setrlimit(resource.RLIMIT_FSIZE, (most, most))

    done = subprocess.run(
        [sys.executable, "-m", "mkdocs", "build", "--strict", "--quiet"],
        cwd=project,
        env={**os.environ, "NO_MKDOCS_2_WARNING": "1", "PYTHONPATH": str(ROOT)},
        preexec_fn=take_little,
        capture_output=True,
        text=True,
    )

    assert done.returncode == (1 if most < max(map(len, after.values())) else 0), done.stderr
    assert tree(project / "site") == (before if done.returncode else after)
    assert (SPACE in done.stderr, "Traceback" in done.stderr) == (done.returncode == 1, False)
    assert not (project / ".site.unfinished").exists()
    assert tree(build_here(project)) == after


def test_a_build_goes_on_where_no_cache_can_be_written(
    project: Path, after: dict[str, bytes], monkeypatch: pytest.MonkeyPatch
) -> None:
    opened, write = store._opened, files._write

    def full(path: str, data: bytes) -> None:
        if "/.cache/" in path:
            raise OSError(28, "No space left on device", path)
        write(path, data)

    def small(file: Path | None) -> object:
        database = opened(file)
        if file:
            database.execute("PRAGMA max_page_count = 1")
        return database

    with monkeypatch.context() as patched:
        patched.setattr(files, "_write", full)
        patched.setattr(store, "_opened", small)
        assert tree(build_here(project)) == after
    assert tree(build_here(project)) == after
