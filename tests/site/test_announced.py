"""Lists of arXiv on the built site: how papers were announced, and which days are of changes instead."""

import json
from pathlib import Path

import pytest

from tests.sites import build, make_project, shown_text
from tests.sources.samples import OAI, RSS


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return the site of a day that was announced, and the next, which came by OAI-PMH."""
    by_change = OAI.decode().replace("2026-04-02</datestamp>", "2026-04-03</datestamp>")
    project = make_project(tmp_path_factory.mktemp("arxiv"), {"rss.xml": RSS.decode(), "oai.xml": by_change})
    settings = (project / "mkdocs.yml").read_text()
    assert "- source: huggingface" in settings
    settings = settings.replace("- source: huggingface", "- source: arxiv").replace(
        "2026-11-23", "2026-04-02"
    )
    (project / "mkdocs.yml").write_text(settings)
    return build(project)


def test_a_day_says_how_each_paper_was_announced(site: Path) -> None:
    shown = shown_text((site / "papers/date/2026-04-02/index.html").read_text())

    assert "Read from arXiv (cs.CL): 2 entries (1 new, 1 replacement)." in shown
    assert shown.count("replacement") == 2
    assert "cross-list" not in shown
    assert "last change" not in shown


def test_a_day_by_last_change_says_what_it_is(site: Path) -> None:
    shown = shown_text((site / "papers/date/2026-04-03/index.html").read_text())

    assert "3 papers, by their last change on arXiv, not as announced" in shown
    assert "Read from arXiv (cs.CL), by last change: 3 entries." in shown
    assert "These are the papers that arXiv last changed on this day, not those that it announced" in shown


def test_the_status_names_the_days_by_last_change(site: Path) -> None:
    shown = shown_text((site / "status/index.html").read_text())

    assert "By last change: 1 day OAI-PMH gave the papers that arXiv last changed on the day" in shown
    assert json.loads((site / "status.json").read_text())["sources"][0]["by_change"] == ["2026-04-03"]
