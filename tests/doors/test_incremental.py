"""A build that makes only what changed gives the bytes of one that makes all."""

import json
import os
import random
import shutil
import sqlite3
import tempfile
from collections.abc import Callable
from pathlib import Path

import pytest
from click.testing import CliRunner
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from mkdocs.commands.build import build as mkdocs_build
from mkdocs.config import load_config

from generator.archive.files import locked
from generator.doors.cli import main
from tests.sites import build_here, make_project, run, tree

Project = Path

QUOKKAS = '{"date": "%s", "title": "Of quokkas", "abstract": "They smile at all who come by."}\n'


def lines(day: str, *numbers: int, votes: int = 1) -> str:
    """Give papers of a day as JSON Lines; they speak of the same, so that they are related."""
    return "".join(
        json.dumps(
            {
                "date": day,
                "arxiv_id": f"2508.{number:05}",
                "title": f"Sheep {number} and the wool of {'clouds' if number % 2 else 'rivers'}",
                "abstract": f"We study sheep and their wool. In field {number} they are woollier.",
                "authors": ["Ada Lovelace", f"Author {number}"],
                "upvotes": votes,
                "github": f"https://github.com/sheep/{number}",
            }
        )
        + "\n"
        for number in numbers
    )


def call(project: Project, *arguments: str) -> None:
    done = CliRunner().invoke(main, ["-C", str(project), *arguments])
    assert done.exit_code == 0, done.output


def add(text: str) -> Callable[[Project], None]:
    def added(project: Project) -> None:
        listing = project.parent / "more.jsonl"
        listing.write_text(text)
        call(project, "add", str(listing))

    return added


def edit(pattern: str, old: str, new: str) -> Callable[[Project], None]:
    def edited(project: Project) -> None:
        for path in sorted(project.glob(pattern)):
            path.write_text(path.read_text().replace(old, new))

    return edited


def remove_paper(project: Project) -> None:
    paper = project / "content/papers/2508/2508.00002.md"
    if "\nremoved: " not in paper.read_text():
        call(project, "remove", "2508.00002", "--reason", "Asked for.")


def damage_caches(project: Project) -> None:
    for path in sorted((project / ".cache").rglob("*")):
        if path.is_file() and path.suffix in (".db", ".pickle", ".json"):
            data = bytearray(path.read_bytes())
            for place in random.Random(len(data)).sample(range(len(data)), min(len(data), 40)):
                data[place] ^= 255
            path.write_bytes(data)


def lose_half_of_the_caches(project: Project) -> None:
    for number, path in enumerate(sorted((project / ".cache").rglob("*"))):
        if path.is_file() and number % 2:
            path.unlink()
        elif path.is_file():
            path.write_bytes(path.read_bytes()[: path.stat().st_size // 2])


def swap_what_is_kept(project: Project) -> None:
    """Have each key in the store lead to what another one made."""
    file = project / ".cache/build/made.db"
    if file.exists():
        with sqlite3.connect(file) as database:
            rows = database.execute("SELECT key, data FROM made ORDER BY key").fetchall()
            database.executemany(
                "UPDATE made SET data = ? WHERE key = ?",
                [(data, key) for (key, _), (_, data) in zip(rows, rows[1:] + rows[:1], strict=True)],
            )
        database.close()


def take_a_foreign_cache(project: Project) -> None:
    other = Path(tempfile.mkdtemp(dir=project.parent)) / "project"
    shutil.copytree(project, other)
    edit("content/papers/2508/*.md", "Sheep", "Goats")(other)
    build_here(other)
    shutil.rmtree(project / ".cache", ignore_errors=True)
    shutil.copytree(other / ".cache", project / ".cache")


def set_the_clock_back(project: Project) -> None:
    """Change a page and a file of the site, and have them look as they did."""
    for pattern, old, new in (
        ("content/papers/2508/*.md", "wool", "loow"),
        ("site/papers/*/index.html", "Sheep", "Shoop"),
    ):
        for path in sorted(project.glob(pattern)):
            stat = path.stat()
            path.write_text(path.read_text().replace(old, new))
            os.utime(path, ns=(stat.st_atime_ns, stat.st_mtime_ns))


def spoil_the_site(project: Project) -> None:
    for number, path in enumerate(sorted((project / "site").rglob("*.html"))):
        if number % 3 == 0:
            path.unlink()
        elif number % 3 == 1:
            path.write_text("Spoilt")
    (project / "site/foreign").mkdir(parents=True, exist_ok=True)
    (project / "site/papers/2508.00001/index.html").unlink(missing_ok=True)
    (project / "site/papers/2508.00001/index.html/empty").mkdir(parents=True, exist_ok=True)
    (project / "site/foreign/page.html").write_text("Foreign")


def lose_the_site(project: Project) -> None:
    shutil.rmtree(project / "site", ignore_errors=True)


def change_nothing(project: Project) -> None:
    pass


CHANGES = [
    change_nothing,
    add(lines("2025-08-08", 5, 6, 7)),
    add(lines("2025-08-06", 8)),
    add(lines("2025-08-07", 1, 3, votes=90)),
    add(QUOKKAS % "2025-08-08"),
    add((QUOKKAS % "2025-08-09").replace("{", '{"arxiv_id": "2508.00099", ')),
    edit("content/papers/2508/2508.00001.md", "woollier", "thicker"),
    edit("content/papers/2508/2508.00003.md", "stays -->\n", "stays -->\n\nRead *this*.\n"),
    edit("content/about.md", "archive", "collection"),
    edit("site_theme/paper.html", "</article>", "<hr></article>"),
    edit("site_theme/assets/archive.css", "{", "{ "),
    edit("mkdocs.yml", "Daily Papers Archive", "Papers of Sheep"),
    edit("mkdocs.yml", "# leave_out: [votes, summary", "leave_out: [votes] # [summary"),
    edit("mkdocs.yml", "  - about.md\n", "  - about.md\n  - Weeks: papers/week/index.md\n"),
    remove_paper,
    damage_caches,
    lose_half_of_the_caches,
    swap_what_is_kept,
    take_a_foreign_cache,
    set_the_clock_back,
    spoil_the_site,
    lose_the_site,
]  # fmt: skip


def cold(project: Project) -> dict[str, bytes]:
    """Build a project anew, without anything of an earlier build."""
    copy = Path(tempfile.mkdtemp(dir=project.parent)) / "project"
    shutil.copytree(project, copy, ignore=shutil.ignore_patterns(".cache", "site"))
    return tree(build_here(copy))


@pytest.fixture
def project(tmp_path: Path) -> Project:
    return begun(tmp_path)


def begun(folder: Path) -> Project:
    project = make_project(folder / "project")
    add(lines("2025-08-06", 1, 2, 3) + lines("2025-08-07", 2, 4))(project)
    build_here(project)
    return project


@settings(max_examples=3, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(st.lists(st.sampled_from(CHANGES), min_size=1, max_size=4))
def test_a_warm_build_gives_the_bytes_of_a_cold_one(changes: list[Callable[[Project], None]]) -> None:
    with tempfile.TemporaryDirectory() as folder:
        project = begun(Path(folder))
        for change in changes:
            change(project)
            assert tree(build_here(project)) == cold(project)


@pytest.mark.parametrize("half", [0, 1])
def test_after_each_change_a_warm_build_gives_the_bytes_of_a_cold_one(project: Project, half: int) -> None:
    for number, change in enumerate(CHANGES[half::2]):
        change(project)
        assert tree(build_here(project)) == cold(project), number


@pytest.mark.parametrize(
    ("change", "told"),
    [
        (change_nothing, "Made no page; "),
        (lose_the_site, "Made no page; "),
        (
            edit("content/papers/2508/2508.00004.md", "woollier", "thicker"),
            "Made 1 day, 1 paper, 4 other pages; ",
        ),
        (edit("content/about.md", "archive", "collection"), "Made no page; "),
        (edit("site_theme/base.html", "</main>", "</main >"), "Made 2 days, 4 papers, 13 other pages; 0 "),
    ],
)
def test_only_what_changed_is_made(project: Project, change: Callable[[Project], None], told: str) -> None:
    change(project)

    assert made(project).startswith(told)


def test_files_that_did_not_change_are_not_written(project: Project) -> None:
    before = {path: path.stat() for path in (project / "site").rglob("*") if path.is_file()}
    add(lines("2025-08-08", 5))(project)
    build_here(project)

    for name in ("2508.00003/index.html", "../assets/archive.css", "../data/paper.schema.json"):
        path = project / "site/papers" / name
        assert path.resolve().stat() == before[path.resolve()]


def test_one_build_at_a_time_writes_a_site(project: Project) -> None:
    with locked(project / "site"):
        refused = run(project, "mkdocs", "build")

    assert refused.returncode == 1
    assert "site: another run is writing there; wait until it has ended" in refused.stderr


def test_serve_makes_what_was_edited_and_leaves_the_rest(
    project: Project, caplog: pytest.LogCaptureFixture
) -> None:
    served = project.parent / "served"
    told = []
    for change in (change_nothing, edit("content/papers/2508/2508.00004.md", "woollier", "thicker")):
        change(project)
        config = load_config(str(project / "mkdocs.yml"), site_dir=str(served))  # as serve does each time
        config.plugins.on_startup(command="serve", dirty=False)
        caplog.clear()
        with caplog.at_level("INFO"):
            mkdocs_build(config, serve_url="http://127.0.0.1:8000/")
        told.append(next(line for line in caplog.messages if line.startswith("Made ")))

    assert told[0].startswith("Made 2 days, 4 papers, ")
    assert told[1].startswith("Made 1 day, 1 paper, 4 other pages; ")
    assert "thicker" in (served / "papers/2508.00004/index.html").read_text()
    assert {path.name for path in project.parent.iterdir()} == {"project", "served", "more.jsonl"}
    assert [path.name for path in (project / ".cache/build/sites").iterdir() if path.stem == "served"]


def made(project: Project) -> str:
    """Build a project and give what is told of it."""
    done = run(project, "mkdocs", "build")
    assert done.returncode == 0, done.stderr
    return next(line for line in done.stderr.splitlines() if "Made " in line).partition("-  ")[2]
