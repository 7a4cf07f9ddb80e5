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


def test_a_file_that_cannot_be_read_is_refused_and_kept(project: Path) -> None:
    file = project / "content" / "topics.yml"
    file.write_text("- slug: quokkas\n")

    refused = topics(project)
    found = CliRunner().invoke(main, ["--project", str(project), "check"])

    assert refused.exit_code == found.exit_code == 1
    for said in (refused.output, found.output):
        assert "topics.yml, line 1" in said
        assert "add `label: ` to it" in said
    assert file.read_text() == "- slug: quokkas\n"
