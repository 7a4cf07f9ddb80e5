"""Conflicts that git left open are named and refused, wherever they stand."""

from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from generator.doors.cli import main
from tests.archives import TEXT, files
from tests.sites import make_project, run

CONFLICT = "<<<<<<< HEAD\nours\n=======\ntheirs\n>>>>>>> other\n"
PAGE = "papers/2508/counting-sheep-with-fewer-parameters.md"
DAY = "papers/date/2025-08-06.md"
OTHER = TEXT.replace("Aug 6", "Aug 8").replace("Counting", "Weighing").replace("Clouds", "Mists")
OPEN = [
    ("addresses.txt", "papers/date/2025-08-06/\n", CONFLICT, "line 3: a conflict"),
    (
        "addresses.txt",
        "papers/date/2025-08-06/\n",
        "papers/date/2025-08-06\n",
        "line 3: found 'papers/",
    ),
    ("addresses.txt", "papers/date/2025-08-06/\n", "=======\n", "line 3: found '======='"),
    ("addresses.txt", "papers/date/2025-08-06/\n", "papers/Latest/\n", "line 3: found 'papers/Latest/'"),
    (
        "addresses.txt",
        "papers/date/2025-08-06/\n",
        "papers/a/ papers/a/\n",
        "line 3: found 'papers/a/",
    ),
    (PAGE, "We count sheep.", f"We count.\n{CONFLICT}", "a conflict"),
    (PAGE, "We count sheep.", f"We count.\n{CONFLICT}".replace("\n", "\r\n"), "a conflict"),
    (PAGE, "We count sheep.", "||||||| 1a2b3c4\nWe count.\n", "a conflict"),
    (PAGE, "title: ", f"{CONFLICT}title: ", "line 3: a conflict"),
    (PAGE, "stays -->\n", f"stays -->\n\n{CONFLICT}", "a conflict"),
    (DAY, "day: ", f"{CONFLICT}day: ", "line 2: a conflict"),
    ("about.md", "# About this archive\n", f"# About\n\n{CONFLICT}", "a conflict"),
    ("index.md", "title: Home\n", f"{CONFLICT}title: Home\n", "line 2: a conflict"),
]


@pytest.fixture
def project(tmp_path: Path) -> Path:
    project = make_project(tmp_path / "project")
    (tmp_path / "list.txt").write_text(TEXT)
    (tmp_path / "other.txt").write_text(OTHER)
    assert call(project, "add", str(tmp_path / "list.txt")).exit_code == 0
    return project


def call(project: Path, *arguments: str) -> Result:
    return CliRunner().invoke(main, ["-C", str(project), *arguments])


def put(project: Path, name: str, old: str, new: str) -> None:
    path = project / "content" / name
    before = path.read_text()
    assert old in before
    path.write_bytes(before.replace(old, new, 1).encode())


@pytest.mark.parametrize(("name", "old", "new", "said"), OPEN)
def test_add_and_check_name_file_and_line_and_write_nothing(
    project: Path, name: str, old: str, new: str, said: str
) -> None:
    put(project, name, old, new)
    before = files(project / "content")

    for again in (call(project, "add", str(project.parent / "other.txt")), call(project, "check")):
        assert again.exit_code == 1
        assert f"content/{name}, line " in again.output
        assert said in again.output
    assert files(project / "content") == before


def test_half_a_conflict_in_an_abstract_is_refused_too(project: Path) -> None:
    put(project, PAGE, "We count sheep.", "We count.\n=======\nWe weigh.")

    assert f"content/{PAGE}, line 1" in call(project, "check").output


def test_a_heading_in_notes_is_no_conflict(project: Path) -> None:
    put(project, PAGE, "stays -->\n", "stays -->\n\nHeading\n=======\n\n> > quoted\n")

    assert "content/" not in call(project, "check").output


@pytest.mark.parametrize("case", [OPEN[1], OPEN[5]], ids=["addresses", "abstract"])
def test_a_build_names_file_and_line(project: Path, case: tuple[str, str, str, str]) -> None:
    name, old, new, said = case
    put(project, name, old, new)
    before = files(project)

    built = run(project, "mkdocs", "build", "--strict")

    assert built.returncode == 1
    assert f"content/{name}, line " in built.stdout + built.stderr
    assert said in built.stdout + built.stderr
    assert {path: data for path, data in files(project).items() if not path.startswith(".cache")} == before


def test_a_listing_with_a_conflict_is_refused(project: Path) -> None:
    listing = project.parent / "other.txt"
    listing.write_text(OTHER.replace("We count", f"{CONFLICT}We count"))

    added = call(project, "add", str(listing))

    assert (added.exit_code, added.output) == (
        1, "Error: other.txt, line 7: found a conflict that git left open; merge it by hand\n",
    )  # fmt: skip


def test_the_lines_of_both_sides_are_read_and_put_in_order(project: Path) -> None:
    path = project / "content" / "addresses.txt"
    wanted = path.read_text()
    lines = wanted.splitlines(keepends=True)
    path.write_text("".join([*reversed(lines), *lines[:2]]))

    assert "content/" not in call(project, "check").output
    repaired = call(project, "check", "--repair")

    assert "content/addresses.txt: in order again" in repaired.output
    assert path.read_text() == wanted
