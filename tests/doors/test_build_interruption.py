"""A build that was cut short, wherever it wrote, is made good by the next."""

import itertools
import os
import random
import shutil
import signal
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from pathlib import Path

import mkdocs.utils
import pytest

from generator.doors import publishing
from tests.sites import ROOT, SECOND_DAY, build_here, make_project, run, tree

KILLS = 10
LISTING = {"2025-08-07.txt": SECOND_DAY}


class CutShortError(Exception):
    """What stands in for a crash."""


@pytest.fixture(scope="module")
def undisturbed(tmp_path_factory: pytest.TempPathFactory) -> dict[str, bytes]:
    project = make_project(tmp_path_factory.mktemp("undisturbed"), LISTING)
    assert run(project, "generator", "build").returncode == 0
    return kept(project)


def kept(project: Path) -> dict[str, bytes]:
    """Give all files of a project but those that only builds read."""
    return {path: data for path, data in tree(project).items() if not path.startswith(".cache/")}


def test_a_build_that_failed_at_any_write_is_made_good_by_the_next(
    tmp_path: Path, undisturbed: dict[str, bytes], monkeypatch: pytest.MonkeyPatch
) -> None:
    project = make_project(tmp_path, LISTING)
    assert run(project, "generator", "add", "content/listings/2025-08-07.txt").returncode == 0
    write, write_page = mkdocs.utils.write_file, publishing._write
    writes = 0

    def cut_short(data: bytes) -> bytes:
        """Give what is written of a file; half of it where the build ends there."""
        nonlocal writes
        writes += 1
        return data if next(left, None) is not None else data[: len(data) // 2]

    def by_mkdocs(content: bytes, path: str) -> None:
        write(written := cut_short(content), path)
        if written != content:
            raise CutShortError

    def by_us(path: Path, content: bytes) -> None:
        write_page(path, written := cut_short(content))
        if written != content:
            raise CutShortError

    monkeypatch.setenv("NO_MKDOCS_2_WARNING", "1")
    monkeypatch.setattr(mkdocs.utils, "write_file", by_mkdocs)
    monkeypatch.setattr(publishing, "_write", by_us)
    for last in itertools.count(0, 3):  # each third write, of some dozens
        left = iter(range(last))
        shutil.rmtree(project / ".cache", ignore_errors=True)  # so that all is made, and written, again
        try:
            build_here(project)
        except CutShortError:
            continue
        break

    assert writes > len([name for name in undisturbed if name.endswith("index.html")])
    assert kept(project) == undisturbed


def test_a_build_that_failed_at_any_move_is_made_good_by_the_next(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    project, anew = make_project(tmp_path / "project", LISTING), tmp_path / "anew"
    site = project / "site"
    left: Iterator[int]
    (project / "content" / "old.md").write_text("# Old\n")
    assert run(project, "generator", "build").returncode == 0
    before = tree(site)
    (project / "content" / "old.md").rename(project / "content" / "new.md")
    settings = (project / "mkdocs.yml").read_text()
    (project / "mkdocs.yml").write_text(settings.replace("Daily Papers Archive", "Another Name"))
    shutil.copytree(project, anew, ignore=shutil.ignore_patterns(".cache", "site"))
    monkeypatch.setenv("NO_MKDOCS_2_WARNING", "1")
    after = tree(build_here(anew))

    def cut_short(act: Callable[..., object]) -> Callable[..., object]:
        def acted(path: Path, *arguments: Path) -> object:
            if site in (arguments or (path,))[0].parents and next(left, None) is None:
                raise CutShortError
            return act(path, *arguments)

        return acted

    monkeypatch.setattr(Path, "replace", cut_short(Path.replace))
    monkeypatch.setattr(Path, "unlink", cut_short(Path.unlink))
    for last in (0, 1, 30):
        left = iter(range(last))
        with pytest.raises(CutShortError):
            build_here(project)
        assert all(data in (before.get(path), after.get(path)) for path, data in tree(site).items())
    left = itertools.repeat(0)
    build_here(project)

    assert kept(project) == kept(anew)


@pytest.mark.parametrize("command", ["mkdocs", "properdocs"])
def test_a_strict_build_that_warned_leaves_the_last_site(tmp_path: Path, command: str) -> None:
    project = make_project(tmp_path)
    (project / "content" / "about.md").write_text("# About\n\nHere.\n")
    arguments = (command, "build", "--strict", "--config-file", "mkdocs.yml")
    assert run(project, *arguments).returncode == 0
    before = tree(project / "site")
    (project / "content" / "about.md").write_text("# About\n\n[There](nowhere.md)\n")

    assert run(project, *arguments).returncode == 1
    assert tree(project / "site") == before
    (project / "content" / "about.md").write_text("# About\n\nHere.\n")
    assert run(project, *arguments).returncode == 0
    assert tree(project / "site") == before


def test_a_killed_build_is_made_good_by_the_next(tmp_path: Path, undisturbed: dict[str, bytes]) -> None:
    project = make_project(tmp_path, LISTING)
    moments = random.Random(20250806)

    for _ in range(KILLS):
        process = subprocess.Popen(
            [sys.executable, "-m", "generator", "build"],
            cwd=project,
            env={**os.environ, "PYTHONPATH": str(ROOT)},
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
            start_new_session=True,
        )
        time.sleep(moments.uniform(0.1, 2.0))
        os.killpg(process.pid, signal.SIGKILL)
        process.wait()

    assert run(project, "generator", "build").returncode == 0
    assert kept(project) == undisturbed
