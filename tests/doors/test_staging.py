"""A build that fails leaves the site that was there."""

import resource
import shutil
import subprocess
import sys
from contextlib import nullcontext
from pathlib import Path

import pytest
from mkdocs.exceptions import Abort

from generator.doors import plugin
from generator.doors.staging import beside, put_in_place
from generator.search import Budget
from tests.sites import SECOND_DAY, build, build_here, make_project, run, tree

LISTING = {"2025-08-07.txt": SECOND_DAY}


@pytest.fixture(scope="module")
def built(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return a project with a site."""
    project = make_project(tmp_path_factory.mktemp("built"), LISTING)
    build(project)
    return project


def test_a_template_that_fails_leaves_the_last_site(built: Path) -> None:
    site, template = tree(built / "site"), built / "site_theme" / "paper.html"
    written = template.read_text()

    template.write_text("{% extends 'nowhere.html' %}")
    failed = run(built, "mkdocs", "build", "--strict")
    template.write_text(written)

    assert failed.returncode != 0
    assert tree(built / "site") == site


def test_a_full_disk_is_one_clear_error_and_leaves_the_last_site(built: Path) -> None:
    site = tree(built / "site")

    def take_little() -> None:
        resource.setrlimit(resource.RLIMIT_FSIZE, (3000, 3000))

    failed = subprocess.run(
        [sys.executable, "-m", "mkdocs", "build", "--strict", "--quiet"],
        cwd=built,
        preexec_fn=take_little,
        capture_output=True,
        text=True,
    )

    assert failed.returncode == 1
    assert "Traceback" not in failed.stderr
    assert "File too large; see to the folder's permissions and the disk's space" in failed.stderr
    assert tree(built / "site") == site


def test_a_run_that_was_killed_between_two_moves_is_set_right(tmp_path: Path) -> None:
    site = tmp_path / "site"
    (tmp_path / ".site.before.unfinished").mkdir()
    (tmp_path / ".site.before.unfinished" / "index.html").write_text("before")

    unfinished = beside(site)

    assert (site / "index.html").read_text() == "before"
    unfinished.mkdir()
    (unfinished / "index.html").write_text("now")
    put_in_place(unfinished, site)
    assert tree(tmp_path) == {"site/index.html": b"now"}


def test_nothing_that_an_ended_run_left_is_published(built: Path) -> None:
    site, left = tree(built / "site"), built / ".site.unfinished" / ".well-known" / "security.txt"
    left.parent.mkdir(parents=True)
    left.write_text("Of a page that is gone.")

    build_here(built)

    assert tree(built / "site") == site


def test_a_site_that_lies_elsewhere_is_built_there(tmp_path: Path) -> None:
    project, elsewhere = make_project(tmp_path / "project", LISTING), tmp_path / "elsewhere" / "site"
    elsewhere.mkdir(parents=True)
    (project / "site").symlink_to(elsewhere)

    for _ in range(2):
        build(project)
        assert (project / "site").is_symlink()
        assert (elsewhere / "index.html").exists()
        (elsewhere / "index.html").unlink()
        shutil.rmtree(project / ".cache/build")
    assert [path.name for path in elsewhere.parent.iterdir()] == [".cache", "site"]


def test_a_site_without_an_address_is_built_and_not_published(built: Path) -> None:
    told = run(built, "mkdocs", "build", "--strict")
    refused = run(built, "mkdocs", "gh-deploy", "--force")

    assert (told.returncode, told.stderr.count("which is nobody's; set SITE_URL")) == (0, 1)
    assert told.stderr.count("repository is unset") == 1
    assert refused.returncode == 1
    assert "before the site is published" in refused.stderr


@pytest.mark.parametrize(
    ("budget", "said"),
    [("", None), ("{median: 100}", "allowed: 100."), ("{median: 900000, worst: 900000}", None)],
)
def test_only_a_budget_that_is_set_ends_a_build(
    built: Path, budget: str, said: str | None, caplog: pytest.LogCaptureFixture
) -> None:
    written = (built / "mkdocs.yml").read_text()
    try:
        (built / "mkdocs.yml").write_text(
            written.replace("  - dailypapers:\n", f"  - dailypapers:\n      search_budget: {budget}\n")
        )

        with pytest.raises(Abort) if said else nullcontext():
            build_here(built)
    finally:
        (built / "mkdocs.yml").write_text(written)

    assert (said or "") in caplog.text


def test_an_index_over_the_usual_budget_is_told(
    built: Path, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    monkeypatch.setattr(plugin, "USUAL", Budget(100, 100))
    monkeypatch.setenv("NO_MKDOCS_2_WARNING", "1")

    with caplog.at_level("INFO"):
        build_here(built)

    assert "search: the median first query costs" in caplog.text
