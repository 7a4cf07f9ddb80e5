"""The command that proposes topics."""

import json
from dataclasses import replace
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from generator.doors.cli import main
from tests.archives import DAY, add, files, listing
from tests.related.test_proposals import archive


@pytest.fixture(scope="module")
def project(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Make a project in which fifteen papers are about counting quokkas."""
    project = tmp_path_factory.mktemp("proposing")
    (project / "content" / "listings").mkdir(parents=True)
    made = archive("Quokka counting from the air", "We like quokka counting, mostly.")
    papers = [
        replace(paper, listed=(DAY,), title=f"{paper.title}: {number}") for number, paper in enumerate(made)
    ]
    add(project / "content", listing(papers))
    return project


def topics(project: Path, *options: str) -> Result:
    return CliRunner().invoke(main, ["--project", str(project), "topics", *options])


def check(project: Path, *options: str) -> Result:
    return CliRunner().invoke(main, ["--project", str(project), "check", *options])


def test_topics_are_proposed_once_and_edits_stay(project: Path) -> None:
    shown = topics(project, "--dry-run")
    assert "Quokka counting" in shown.output
    assert not (project / "content" / "topics.yml").exists()

    told = json.loads(topics(project, "--json").output)
    assert "quokka-counting" in [topic["slug"] for topic in told["new"]]
    file = project / "content" / "topics.yml"
    file.write_text(file.read_text().replace("label: Quokka counting", "label: Census") + "# mine\n")
    before = files(project / "content")

    again = topics(project)
    assert again.output.startswith("0 new")
    assert files(project / "content") == before


def test_a_slug_that_was_published_is_kept_and_stands_for_nothing_else(project: Path) -> None:
    topics(project)
    file, slugs = project / "content" / "topics.yml", project / "content" / "slugs.txt"
    assert "quokka-counting\n" in slugs.read_text()
    file.write_text("- {slug: census, label: Census of 1900}\n")

    found, refused = check(project), topics(project)

    assert found.exit_code == 1
    assert "content/topics.yml: quokka-counting was a topic once, and is none; restore it in" in found.output
    assert "content/slugs.txt: census is missing; run `dailypapers check --repair`" in found.output
    assert "quokka-counting" not in file.read_text() + refused.output


def test_repair_lists_the_slugs_of_topics_by_hand(project: Path) -> None:
    (project / "content" / "topics.yml").write_text("- {slug: by-hand, label: By hands, withdrawn: true}\n")
    (project / "content" / "slugs.txt").write_text("")

    assert "content/slugs.txt: entered by-hand\n" in check(project, "--repair").output
    assert (project / "content" / "slugs.txt").read_text() == "by-hand\n"
    assert "slug" not in check(project).output


def test_a_list_of_slugs_that_cannot_be_read_is_refused(project: Path) -> None:
    slugs = project / "content" / "slugs.txt"
    for text, problem in (
        ("A b\n", "line 1: found 'A b', which is no slug"),
        ("<<<<<<< a\n", "line 1: a conf"),
    ):
        slugs.write_text(text)

        for refused in (topics(project), check(project), check(project, "--repair")):
            assert refused.exit_code == 1
            assert f"slugs.txt, {problem}" in refused.output
        assert slugs.read_text() == text
    slugs.unlink()


def test_a_file_that_cannot_be_read_is_refused_and_kept(project: Path) -> None:
    file = project / "content" / "topics.yml"
    file.write_text("- slug: quokkas\n")

    refused = topics(project)
    found = check(project)

    assert refused.exit_code == found.exit_code == 1
    for said in (refused.output, found.output):
        assert "topics.yml, line 1" in said
        assert "add `label: ` to it" in said
    assert file.read_text() == "- slug: quokkas\n"
