import re
import subprocess
import sys
import tomllib
from pathlib import Path

import pytest
import yaml

GITHUB = Path(__file__).parents[2] / ".github"
WORKFLOWS = sorted(GITHUB.glob("workflows/*.yml"))
PINNED = re.compile(r"(- )?uses: [\w-]+/[\w-]+@[0-9a-f]{40} # v\d+\.\d+\.\d+")
DEPLOYING = {("deploy", "pages"), ("deploy", "id-token")}
WRITING = {
    "content.yml": set(),
    "daily.yml": {("update", "contents"), ("publish", "pages"), ("publish", "id-token")},
    "pages.yml": DEPLOYING,
    "release.yml": {("release", "contents"), ("publish", "id-token")},
    "tests.yml": set(),
}


@pytest.mark.parametrize(
    ("schema", "files"),
    [("vendor.github-workflows", WORKFLOWS), ("vendor.dependabot", [GITHUB / "dependabot.yml"])],
    ids=["workflows", "dependabot"],
)
def test_follow_their_schema(schema: str, files: list[Path]) -> None:
    command = [sys.executable, "-m", "check_jsonschema", "--builtin-schema", schema]

    check = subprocess.run([*command, *map(str, files)], capture_output=True, text=True)

    assert check.returncode == 0, check.stdout + check.stderr


@pytest.mark.parametrize("file", WORKFLOWS, ids=lambda file: file.name)
def test_actions_are_pinned_by_commit_with_their_version(file: Path) -> None:
    lines = [line.strip() for line in file.read_text().splitlines()]
    uses = [line for line in lines if "uses:" in line and line != "uses: ./.github/workflows/pages.yml"]

    assert uses
    for line in uses:
        assert PINNED.fullmatch(line), line


@pytest.mark.parametrize("file", WORKFLOWS, ids=lambda file: file.name)
def test_permissions_are_least(file: Path) -> None:
    workflow = yaml.safe_load(file.read_text())
    writing = {
        (name, permission)
        for name, job in {"": workflow, **workflow["jobs"]}.items()
        for permission, access in job.get("permissions", {}).items()
        if access != "read"
    }

    assert "permissions" in workflow
    assert writing == WRITING[file.name]


@pytest.mark.parametrize("file", WORKFLOWS, ids=lambda file: file.name)
def test_checkout_leaves_no_credentials(file: Path) -> None:
    workflow = yaml.safe_load(file.read_text())
    steps = [step for job in workflow["jobs"].values() for step in job.get("steps", [])]
    checkouts = [step for step in steps if step.get("uses", "").startswith("actions/checkout@")]

    assert checkouts
    assert all(step["with"]["persist-credentials"] is False for step in checkouts)


def test_the_schedule_is_off_the_hour() -> None:
    # YAML 1.1 reads the key `on` as true.
    (schedule,) = yaml.safe_load((GITHUB / "workflows/daily.yml").read_text())[True]["schedule"]
    minute = int(schedule["cron"].split()[0])

    assert 5 <= minute <= 55


def test_what_waits_goes_on_with_the_branch_as_it_is_then() -> None:
    daily, pages = (
        yaml.safe_load((GITHUB / f"workflows/{name}.yml").read_text()) for name in ("daily", "pages")
    )

    assert daily["concurrency"]["group"] != pages["concurrency"]["group"], "the one calls the other"
    for job in (daily["jobs"]["update"], pages["jobs"]["build"]):
        assert job["steps"][0]["with"]["ref"] == "${{ github.ref }}"


def test_what_daily_calls_may_do_what_it_has_to() -> None:
    """GitHub starts no run at all where a called workflow wants more than its caller may do."""
    daily, pages = (
        yaml.safe_load((GITHUB / f"workflows/{name}.yml").read_text()) for name in ("daily", "pages")
    )
    caller = daily["jobs"]["publish"]

    assert caller["uses"] == "./.github/workflows/pages.yml"
    assert "workflow_call" in pages[True]
    for job in pages["jobs"].values():
        for permission, access in job["permissions"].items():
            assert caller["permissions"][permission] in (access, "write")


def test_what_a_build_found_is_kept_for_the_next_one() -> None:
    steps = yaml.safe_load((GITHUB / "workflows/pages.yml").read_text())["jobs"]["build"]["steps"]
    kept = next(step for step in steps if step.get("uses", "").startswith("actions/cache@"))["with"]

    assert kept["path"] == ".cache/build"
    assert "github.run_id" in kept["key"]  # what has a key already is not kept anew
    assert kept["key"].startswith(kept["restore-keys"])
    assert [step.get("run") for step in steps].index(".venv/bin/dailypapers build") > [
        step.get("with") for step in steps
    ].index(kept)


def test_a_release_is_tested_first_and_published_only_where_a_person_turned_it_on() -> None:
    jobs = yaml.safe_load((GITHUB / "workflows/release.yml").read_text())["jobs"]

    assert [step.get("run") for step in jobs["test"]["steps"]].count("make test") == 1
    assert (jobs["release"]["needs"], jobs["publish"]["needs"]) == ("test", "release")
    assert jobs["publish"]["if"] == "${{ vars.PUBLISH == 'true' }}"


def notes(tag: str) -> subprocess.CompletedProcess[str]:
    command = ["bash", ".github/notes.sh", tag]
    return subprocess.run(command, cwd=GITHUB.parent, capture_output=True, text=True)


def test_the_notes_of_a_release_are_its_section_of_the_changelog() -> None:
    project = tomllib.loads((GITHUB.parent / "pyproject.toml").read_text())["project"]
    said = notes("v" + project["version"])

    assert said.returncode == 0, said.stderr
    assert said.stdout.lstrip().startswith("### Added\n")
    assert "## [" not in said.stdout
    assert notes("v9.9.9").stderr == "v9.9.9 is not of the version in pyproject.toml\n"


def test_tests_run_on_three_systems() -> None:
    jobs = yaml.safe_load((GITHUB / "workflows/tests.yml").read_text())["jobs"]

    assert jobs["test"]["strategy"]["matrix"]["system"] == ["ubuntu-latest", "macos-latest"]
    assert jobs["windows"]["runs-on"] == "windows-latest"


def test_what_runs_on_windows_imports_nothing_that_is_not_there() -> None:
    jobs = yaml.safe_load((GITHUB / "workflows/tests.yml").read_text())["jobs"]
    (command,) = (step["run"] for step in jobs["windows"]["steps"] if "pytest" in step.get("run", ""))
    rooms = [each for each in command.split() if each.startswith("tests/")]
    files = [file for room in rooms for file in (GITHUB.parent / room).rglob("*.py")]
    files += [*(GITHUB.parent / "tests").glob("*.py"), *(GITHUB.parent / "generator").rglob("*.py")]

    assert len(rooms) >= 6
    for file in files:
        found = re.findall(
            r"^(?:import|from) (resource|pty|fcntl|termios|pwd|grp)\b", file.read_text(), re.MULTILINE
        )
        assert not found, file
