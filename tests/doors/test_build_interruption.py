"""A build that was cut short, wherever it wrote, is made good by the next."""

import itertools
import os
import random
import signal
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path

import mkdocs.utils
import pytest

from tests.sites import ROOT, SECOND_DAY, build_here, make_project, run, tree

KILLS = 10
LISTING = {"2025-08-07.txt": SECOND_DAY}


class CutShortError(Exception):
    """What stands in for a crash."""


@pytest.fixture(scope="module")
def undisturbed(tmp_path_factory: pytest.TempPathFactory) -> dict[str, bytes]:
    project = make_project(tmp_path_factory.mktemp("undisturbed"), LISTING)
    assert run(project, "generator", "build").returncode == 0
    return tree(project)


def test_a_build_that_failed_at_any_write_is_made_good_by_the_next(
    tmp_path: Path, undisturbed: dict[str, bytes], monkeypatch: pytest.MonkeyPatch
) -> None:
    project = make_project(tmp_path, LISTING)
    assert run(project, "generator", "add", "content/listings/2025-08-07.txt").returncode == 0
    write = mkdocs.utils.write_file
    writes = 0

    def writer(last: int) -> Callable[[bytes, str], None]:
        counter = iter(range(last))

        def write_file(content: bytes, path: str) -> None:
            nonlocal writes
            writes += 1
            if next(counter, None) is None:
                write(content[: len(content) // 2], path)
                raise CutShortError
            write(content, path)

        return write_file

    monkeypatch.setenv("NO_MKDOCS_2_WARNING", "1")
    for last in itertools.count():
        monkeypatch.setattr(mkdocs.utils, "write_file", writer(last))
        try:
            build_here(project)
        except CutShortError:
            continue
        break

    assert writes > len([name for name in undisturbed if name.endswith("index.html")])
    assert tree(project) == undisturbed


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
    assert tree(project) == undisturbed
