import os
import re
import shutil
import subprocess
from pathlib import Path

import pytest

from tests.__main__ import CHECKS, checks_of
from tests.sites import ROOT, run

MAKEFILE = ROOT / "Makefile"

# What stands in for Python, and what make says of it.
UNFIT = {
    "too old": (
        '#!/bin/sh\ncase "$*" in *version*) echo "Python 3.9.2"; exit 1;; esac',
        "Python 3.11 or newer is needed; ./python is: Python 3.9.2",
    ),
    "without venv": (
        '#!/bin/sh\ncase "$*" in *ensurepip*) exit 1;; esac',
        "apt install python3-venv",
    ),
}

# Makes a virtual environment whose Python, hence pip, works only where the file `network` exists.
PYTHON = """#!/bin/sh
[ "$2" = venv ] || exit 0
mkdir -p .venv/bin
printf '#!/bin/sh\\necho "$@" >> log\\n[ -e network ]\\n' > .venv/bin/python
chmod +x .venv/bin/python
"""


def make(directory: Path, *arguments: str) -> subprocess.CompletedProcess[str]:
    """Run make as a person would, whatever make runs the tests."""
    environment = {key: value for key, value in os.environ.items() if key != "ONLY" and "MAKE" not in key}
    return subprocess.run(
        ["make", *arguments], cwd=directory, env=environment, capture_output=True, text=True, timeout=60
    )


@pytest.fixture
def clone(tmp_path: Path) -> Path:
    shutil.copy(MAKEFILE, tmp_path)
    for name in ("requirements.txt", "requirements-dev.txt", "pyproject.toml", "package-lock.json"):
        (tmp_path / name).touch()
    return tmp_path


def put_python(directory: Path, script: str) -> None:
    python = directory / "python"
    python.write_text(script)
    python.chmod(0o755)


def test_help_is_what_make_says_first(clone: Path) -> None:
    said = make(clone)

    assert [line.split()[1] for line in said.stdout.splitlines()] == [
        "help", "site", "setup", "fetch", "check", "serve", "test", "lock", "dist", "bench", "clean",
    ]  # fmt: skip


@pytest.mark.parametrize(("script", "expected"), UNFIT.values(), ids=UNFIT)
def test_says_what_is_wrong_with_a_python(clone: Path, script: str, expected: str) -> None:
    put_python(clone, script)

    said = make(clone, "site", "PYTHON=./python")

    assert said.returncode != 0
    assert expected in said.stderr


def test_an_installation_cut_short_is_taken_up_again_and_a_whole_one_is_kept(clone: Path) -> None:
    put_python(clone, PYTHON)

    cut_short = make(clone, "site", "PYTHON=./python")
    (clone / "network").touch()
    taken_up = make(clone, "site", "PYTHON=./python")
    (clone / "log").unlink()
    again = make(clone, "site", "PYTHON=./python")

    assert (cut_short.returncode, taken_up.returncode, again.returncode) == (2, 0, 0)
    assert "==> Installing the project" in taken_up.stdout
    assert (clone / "log").read_text() == "-m generator build\n"


@pytest.mark.parametrize(("arguments", "asked"), [((), "-m tests"), (("ONLY=search",), "-m tests search")])
def test_all_is_tested_or_one_stage_alone(clone: Path, arguments: tuple[str, ...], asked: str) -> None:
    put_python(clone, PYTHON)
    (clone / "network").touch()

    tested = make(clone, "test", "PYTHON=./python", *arguments)

    assert tested.returncode == 0
    assert (clone / "log").read_text().splitlines()[-1] == asked


@pytest.mark.parametrize(
    ("stage", "folders"),
    [("search", ("tests/search", "generator/search")), ("project", ("tests/project",))],
)
def test_a_stage_is_its_tests_and_its_doctests(stage: str, folders: tuple[str, ...]) -> None:
    assert checks_of(stage) == {stage: (*CHECKS["tests"], *folders)}


def test_a_stage_that_there_is_not_is_refused_with_those_that_there_are() -> None:
    refused = run(ROOT, "tests", "serch")

    assert refused.returncode == 2
    stages = {path.name for path in (ROOT / "generator").iterdir() if (path / "__init__.py").exists()}
    assert stages <= set(re.findall(r"\w+", refused.stderr.partition("choose from")[2]))
