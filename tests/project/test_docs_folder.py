"""The docs say what there is: settings, colours, keys and files."""

import json
import os
import re
import subprocess
from pathlib import Path

import pytest

from generator.archive import pages
from generator.search import build
from generator.search.scripts import format_read
from generator.search.stored import COLUMNS
from tests.sites import ROOT

DOCS = [ROOT / "CONTRIBUTING.md", *sorted((ROOT / "docs").glob("*.md"))]


def keys(text: str) -> list[str]:
    """Give what is named at the beginning of a table's rows."""
    return re.findall(r"^\| `([\w-]+)` \|", text, re.MULTILINE)


@pytest.mark.parametrize("doc", DOCS, ids=lambda doc: doc.name)
def test_links_lead_to_files(doc: Path) -> None:
    for path in re.findall(r"(?<!`)\[[^]`]+\]\(([^)#:]+)\)", doc.read_text()):
        assert (doc.parent / path).exists(), path


def test_make_targets_and_rooms_exist() -> None:
    text = "".join(doc.read_text() for doc in DOCS)
    for target in re.findall(r"^\$ make (\w+)", text, re.MULTILINE):
        assert re.search(rf"^{target}:", (ROOT / "Makefile").read_text(), re.MULTILINE)
    for path in re.findall(r"`((?:generator|tests|site_theme)/[\w/.]+)`", text):
        assert (ROOT / path).exists(), path


@pytest.mark.parametrize("room", ["related", "search"])
def test_a_list_of_modules_is_whole(room: str) -> None:
    folder = ROOT / "generator" / room
    told = (folder / "__init__.py").read_text()

    named = re.findall(r"(?<![/\w])(\w+)\.py\b", told)
    assert sorted(named) == sorted({file.stem for file in folder.glob("*.py")} - {"__init__"})


def test_every_variable_of_the_style_sheet_is_documented() -> None:
    (root,) = re.findall(
        r":root \{(.*?)\n\}", (ROOT / "site_theme/assets/archive.css").read_text(), re.DOTALL
    )
    documented = [key for key in keys((ROOT / "docs/settings.md").read_text()) if key.startswith("--")]

    assert documented == re.findall(r"^  (--[\w-]+):", root, re.MULTILINE)


def test_the_format_of_the_index_is_documented() -> None:
    text = (ROOT / "docs/search-format.md").read_text()
    version = format_read(ROOT / "site_theme/assets/search")
    told = json.loads(build([], ROOT / "site_theme/assets/search").files["assets/search/manifest.json"])

    assert f"Version {version}." in text and f"| `format` | {version} |" in text
    assert {*told} <= {*keys(text)}
    assert {name for name in COLUMNS if f"`{name}`" not in text} <= {"address", "title"}


def test_every_key_of_a_paper_is_documented() -> None:
    _, paper = (ROOT / "docs/content.md").read_text().split("## A paper")

    assert keys(paper.split("## A day")[0]) == [*pages._PAPER_FIELDS, "digest"]


def test_the_commands_for_a_small_clone_leave_one_month_on_the_disk(tmp_path: Path) -> None:
    (commands,) = re.findall(r"```sh\n(.*?)```", (ROOT / "docs/size.md").read_text(), re.DOTALL)
    origin = tmp_path / "origin"
    for month in ("2407", "2408"):
        (origin / "content/papers" / month).mkdir(parents=True)
        (origin / "content/papers" / month / f"{month}.00001.md").touch()
    git = ["git", "-C", str(origin), "-c", "user.name=A", "-c", "user.email=a@papers.example"]
    for command in (["init", "-q"], ["add", "."], ["commit", "-qm", "Add"]):
        subprocess.run([*git, *command], check=True)

    environment = {**os.environ, "ARCHIVE": origin.as_uri()}
    subprocess.run(["sh", "-ec", commands], cwd=tmp_path, env=environment, check=True, capture_output=True)

    assert [path.name for path in (tmp_path / "archive").rglob("*.md")] == ["2408.00001.md"]
