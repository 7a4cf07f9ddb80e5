"""A bad add is undone by the commands that the README gives."""

import os
import re
import shlex
import shutil
import subprocess
from collections.abc import Callable
from pathlib import Path

import pytest

from tests import warm
from tests.actions import git
from tests.archives import TEXT, files
from tests.sites import ROOT

README = (ROOT / "README.md").read_text()
SECTION = README.partition("\n## Undoing a bad add\n")[2].partition("\n## ")[0]
UNCOMMITTED, COMMITTED = re.findall(r"```console\n(.*?)```", SECTION, re.DOTALL)
COMMAND = """#!/bin/sh
exec {command} "$@"
"""

Shell = Callable[[str], str]

JUNK = """{"date": "2025-08-06", "title": "Counting Sheep with Fewer Parameters", "votes": 9}
{"date": "2025-08-06", "title": "Trending Papers"}
{"date": "2025-08-07", "title": "On the Shape of {{ clouds }}"}
{"date": "2025-08-07", "title": "8 authors", "arxiv_id": "2508.00001"}
"""
LATER = TEXT.replace("Aug 6", "Aug 7").replace("Counting", "Weighing")


@pytest.fixture
def shell(tmp_path: Path) -> Shell:
    """Return a function that runs lines of a shell in a project with one list, which is committed."""
    commands, project = tmp_path / "bin", tmp_path / "project"
    for folder in (commands, project / "content" / "listings"):
        folder.mkdir(parents=True)
    (commands / "dailypapers").write_text(COMMAND.format(command=shlex.join(warm.command("generator"))))
    (commands / "dailypapers").chmod(0o755)
    (project / "mkdocs.yml").touch()
    for name in (".gitattributes", ".gitignore"):
        shutil.copy(ROOT / name, project)
    (project / "content" / "index.md").write_text("# Home\n")
    for name, text in (("one.txt", TEXT), ("junk.jsonl", JUNK), ("later.txt", LATER)):
        (tmp_path / name).write_text(text)
    git(project, "init", "--quiet")
    git(project, "config", "user.name", "Me")
    git(project, "config", "user.email", "me@example.org")
    environment = {**os.environ, "PATH": f"{commands}:{os.environ['PATH']}"}

    def run(lines: str) -> str:
        script = lines.replace("$ ", "")
        done = subprocess.run(
            ["bash", "-c", script], cwd=project, env=environment, capture_output=True, text=True
        )
        return f"{done.stdout}{done.stderr}[{done.returncode}]"

    run("dailypapers add ../one.txt; git add .; git commit -qm First")
    return run


def content(tmp_path: Path) -> dict[str, bytes]:
    return files(tmp_path / "project" / "content")


def test_what_is_not_committed_is_dropped(tmp_path: Path, shell: Shell) -> None:
    before = content(tmp_path)
    assert "2 new" in shell("cp ../junk.jsonl content/listings; dailypapers add content/listings/junk.jsonl")
    assert content(tmp_path).keys() > before.keys()

    shell(UNCOMMITTED)

    assert content(tmp_path) == before
    assert shell("dailypapers check").endswith("no problems.\n[0]")


@pytest.mark.parametrize("later", ["", "dailypapers add ../later.txt; git add .; git commit -qm Later"])
def test_a_commit_is_undone_and_what_came_later_stays(tmp_path: Path, shell: Shell, later: str) -> None:
    shell("git branch first")
    shell(later)
    wanted = content(tmp_path)
    shell("git reset --hard -q first")
    shell("cp ../junk.jsonl content/listings; dailypapers add content/listings/junk.jsonl")
    junk = shell("git add .; git commit -qm Junk; git rev-parse --short HEAD").partition("\n")[0]
    shell(later)

    said = shell(COMMITTED.replace("1a2b3c4", junk))

    assert "no problems.\n" in said
    assert said.endswith("[0]")
    assert shell("git status --porcelain") == "[0]"
    assert shell("dailypapers check").endswith("no problems.\n[0]")
    assert content(tmp_path) == wanted
