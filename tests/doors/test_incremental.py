"""A build that makes only what changed gives the bytes of one that makes all."""

import shutil
import tempfile
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from jinja2 import Environment
from mkdocs.commands.build import build as mkdocs_build
from mkdocs.config import load_config
from mkdocs.exceptions import Abort

from generator.archive.files import locked
from generator.doors.plugin import DailyPapers
from generator.site.shown import of_folder
from tests.doors.changes import (
    IN_THE_CACHE,
    IN_THE_PROJECT,
    IN_THE_SITE,
    QUOKKAS,
    Change,
    add,
    build_with_another_version,
    change_nothing,
    edit,
    lines,
    lose_the_site,
    put,
)
from tests.sites import build_here, make_project, run, tree

Project = Path

_SITES: dict[bytes, dict[str, bytes]] = {}
"""What projects are built to by a key of all that they hold, since many changes lead to the same."""


def _refuse(*_: object) -> None:
    raise AssertionError


def cold(project: Project) -> dict[str, bytes]:
    """Build a project anew, without anything of an earlier build."""
    copy = Path(tempfile.mkdtemp(dir=project.parent)) / "project"
    shutil.copytree(project, copy, ignore=shutil.ignore_patterns(".cache", "site"))
    key = of_folder(copy)
    if key not in _SITES:
        _SITES[key] = tree(build_here(copy))
    return _SITES[key]


@pytest.fixture
def project(tmp_path: Path) -> Project:
    return begun(tmp_path)


def begun(folder: Path) -> Project:
    project = make_project(folder / "project")
    add(lines("2025-08-06", 1, 2, 3) + lines("2025-08-07", 2, 4))(project)
    build_here(project)
    return project


@settings(max_examples=3, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(st.lists(st.sampled_from([*IN_THE_PROJECT, *IN_THE_CACHE, *IN_THE_SITE]), min_size=1, max_size=4))
def test_a_warm_build_gives_the_bytes_of_a_cold_one(changes: list[Change]) -> None:
    with tempfile.TemporaryDirectory() as folder:
        project = begun(Path(folder))
        for change in changes:
            change(project)
            assert tree(build_here(project)) == cold(project)


def lose_a_page_and_what_is_kept(project: Path) -> None:
    (project / "site/papers/2508.00004/index.html").unlink()
    for file in (project / ".cache/build").glob("*.db"):
        file.unlink()


@pytest.mark.parametrize("changes", [IN_THE_PROJECT[:24], IN_THE_PROJECT[24:], IN_THE_CACHE, IN_THE_SITE])
def test_after_each_change_a_warm_build_gives_the_bytes_of_a_cold_one(
    project: Project, changes: list[Change]
) -> None:
    for number, change in enumerate(changes):
        change(project)
        assert tree(build_here(project)) == cold(project), number


@pytest.mark.parametrize(
    ("change", "told"),
    [
        (change_nothing, "Made no page; "),
        (lose_the_site, "Made no page; "),
        (
            edit("content/papers/2508/2508.00004.md", "woollier", "thicker"),
            "Made 1 day, 1 paper, 5 other pages (7 changed); 15 pages kept",
        ),
        (edit("content/about.md", "archive", "collection"), "Made 1 other page (1 changed); 21 pages kept"),
        (
            edit("content/about.md", "title: About", "title: Of us all"),
            "Made 2 days, 4 papers, 16 other pages (the menu changed); 0 pages kept",
        ),
        (
            add(lines("2025-08-08", 5)),
            "Made 3 days, 1 paper, 15 other pages (2 new, 17 changed); 5 pages kept",
        ),
        (
            edit("site_theme/base.html", "</main>", "</main >"),
            "Made 2 days, 4 papers, 16 other pages (the theme changed); 0 pages kept",
        ),
        (
            edit("mkdocs.yml", "Daily Papers Archive", "Papers of Sheep"),
            "Made 2 days, 4 papers, 16 other pages (a setting changed); 0 pages kept",
        ),
        (
            put("other-1.dist-info/METADATA", "Metadata-Version: 2.1\nName: other\nVersion: 1\n"),
            "Made 2 days, 4 papers, 13 other pages (a package changed); 3 pages kept",
        ),
        (
            build_with_another_version,
            "Made 2 days, 4 papers, 14 other pages (the program changed); 2 pages kept",
        ),
        (
            lose_a_page_and_what_is_kept,
            "Made 1 paper (1 lost from the cache); 21 pages kept",
        ),
    ],
)
def test_only_what_changed_is_made(
    project: Project,
    change: Change,
    told: str,
    caplog: pytest.LogCaptureFixture,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.syspath_prepend(project)
    change(project)

    caplog.clear()
    with caplog.at_level("INFO"):
        build_here(project)
    assert made(caplog).startswith(told)


@pytest.mark.parametrize(
    "change",
    [
        edit("site_theme/base.html", "</main>", "</main >"),
        edit("mkdocs.yml", "Daily Papers Archive", "Papers of Sheep"),
    ],
)
def test_another_look_has_nothing_read_or_indexed_again(
    project: Project, change: Change, monkeypatch: pytest.MonkeyPatch
) -> None:
    change(project)
    expected = cold(project)
    for name in ("library._paper", "library._day", "contents.build", "related.gist", "trends.rising"):
        monkeypatch.setattr(f"generator.site.{name}", _refuse)

    assert tree(build_here(project)) == expected


@pytest.mark.parametrize(
    "change",
    [change_nothing, edit("content/about.md", "archive", "collection")],
)
def test_where_the_archive_did_not_change_none_of_it_is_worked_out(
    project: Project, change: Change, monkeypatch: pytest.MonkeyPatch
) -> None:
    change(project)
    expected = cold(project)
    monkeypatch.setattr("generator.doors.archive_part.read_library", _refuse)

    assert tree(build_here(project)) == expected


def test_an_archive_that_changes_under_a_build_that_needs_it_late_ends_the_build(
    project: Project, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    before, on_env = tree(project / "site"), DailyPapers.on_env

    def disturbed(own: DailyPapers, env: Environment, **more: Any) -> Environment:
        edit("content/papers/2508/2508.00004.md", "woollier", "thicker")(project)
        shutil.rmtree(project / ".cache/build/pages")
        return on_env(own, env, **more)

    edit("content/about.md", "title: About", "title: Of us all")(project)
    with monkeypatch.context() as patched:
        patched.setattr(DailyPapers, "on_env", disturbed)
        with pytest.raises(Abort):
            build_here(project)

    assert "content changed while its site was built; build again" in caplog.text
    assert tree(project / "site") == before
    assert tree(build_here(project)) == cold(project)


def test_a_build_that_fails_keeps_nothing_of_what_is_taken_back(project: Project) -> None:
    about = project / "content/about.md"
    shutil.copytree(project / "content", project.parent / "before")
    add(QUOKKAS % "2025-08-09")(project)
    about.write_text(f"{about.read_text()}\n[No page](nowhere.md)\n")
    with pytest.raises(Abort):
        build_here(project)

    shutil.rmtree(project / "content")
    shutil.copytree(project.parent / "before", project / "content")
    build_here(project)

    kept = [path for path in (project / ".cache/build").rglob("*") if path.is_file()]
    assert [path for path in kept if b"quokka" in path.read_bytes().lower()] == []


def test_a_build_that_fails_leaves_the_cache_to_the_next_one(
    project: Project, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    shutil.copytree(project / "content", project.parent / "before")
    add(QUOKKAS % "2025-08-09")(project)
    with monkeypatch.context() as patched:
        patched.setattr("generator.doors.publishing._complete", _refuse)
        with pytest.raises(AssertionError):
            build_here(project)
    shutil.rmtree(project / "content")
    shutil.copytree(project.parent / "before", project / "content")
    lose_the_site(project)

    caplog.clear()
    with caplog.at_level("INFO"):
        build_here(project)
    assert made(caplog).startswith("Made no page; ")


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
        told.append(made(caplog))

    assert told == [
        "Made 2 days, 4 papers, 16 other pages (no earlier build is known); 0 pages kept",
        "Made 1 day, 1 paper, 5 other pages (7 changed); 15 pages kept",
    ]
    assert "thicker" in (served / "papers/2508.00004/index.html").read_text()
    assert {path.name for path in project.parent.iterdir()} == {"project", "served", "more.jsonl"}
    assert [path.name for path in (project / ".cache/build/sites").iterdir() if path.stem == "served"]


def made(log: pytest.LogCaptureFixture) -> str:
    """Give what a build told of the pages that it made."""
    return next(line for line in log.messages if line.startswith("Made "))
