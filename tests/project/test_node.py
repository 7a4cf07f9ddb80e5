"""The tools of the scripts."""

import json
import shutil
import subprocess
from pathlib import Path

import pytest

from generator.search.scripts import code
from tests.node import command
from tests.sites import ROOT

TSC = (command("node")[0], str(ROOT / command("tsc")[1]))
LOCK = ROOT / "package-lock.json"
SEARCH = "site_theme/assets/search"
MESSAGES, CLIENT, WORKER = f"{SEARCH}/messages.js", f"{SEARCH}/page/client.js", f"{SEARCH}/worker/listen.js"


@pytest.fixture(scope="module")
def scripts(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return a copy of the scripts, to be spoiled."""
    folder = tmp_path_factory.mktemp("scripts")
    shutil.copy(ROOT / "tsconfig.json", folder)
    shutil.copytree(ROOT / "site_theme/assets", folder / "site_theme/assets")
    return folder


@pytest.mark.parametrize(
    "spoilt",
    [
        {
            MESSAGES: ("folder, manifest, again }", "folder, manifest }"),
            CLIENT: ("messages.query(id, request)", 'messages.query(id, { text: "", offset: 0 })'),
            WORKER: ("query({ id, request }", "query({ id, query }"),
            f"{SEARCH}/worker/answers.js": ("typed: list.typed,", ""),
            f"{SEARCH}/worker/facts.js": ("papers: papers.length,", ""),
            f"{SEARCH}/worker/texts.js": ("isMarked), author, topic }", "isMarked), author }"),
            f"{SEARCH}/page/search.js": ("limit: PAGE, fold", "fold"),
        },
        {
            MESSAGES: ('"results", id, answer }', '"results", id }'),
            CLIENT: ("message.answer", "message.answers"),
            WORKER: ("facets({ id, request, kinds }", "facets({ id, query, kinds }"),
            f"{SEARCH}/worker/texts.js": ("moreAuthors: authorCount - authors.length,", ""),
        },
        {
            MESSAGES: ("item: { address, terms, missing }", "item: { address, terms }"),
            CLIENT: ("message.facets", "message.counts"),
        },
        {CLIENT: ("messages.facets(id, request, kinds)", "messages.facets(id, request)")},
    ],
)
def test_a_message_that_lacks_a_field_fails_the_check_of_types(
    scripts: Path, spoilt: dict[str, tuple[str, str]]
) -> None:
    """One field a file is taken at a time; each of these files, and no other, has faults then."""
    sound = {file: (scripts / file).read_text() for file in spoilt}
    for file, (field, other) in spoilt.items():
        assert sound[file].count(field) == 1
        (scripts / file).write_text(sound[file].replace(field, other))

    checked = subprocess.run(TSC, cwd=scripts, capture_output=True, text=True)
    for file, text in sound.items():
        (scripts / file).write_text(text)

    assert checked.returncode != 0
    assert {line.partition("(")[0] for line in checked.stdout.splitlines() if line[0] != " "} == {*spoilt}


def test_a_new_script_is_checked(scripts: Path) -> None:
    new = scripts / "site_theme/assets/new.js"
    new.write_text("export const half = (size) => size / 2;\n")
    checked = subprocess.run(TSC, cwd=scripts, capture_output=True, text=True)
    new.unlink()

    assert "new.js(1,22): error TS7006" in checked.stdout


def test_scripts_without_comments_are_scripts(scripts: Path, tmp_path: Path) -> None:
    shutil.copytree(scripts, tmp_path, dirs_exist_ok=True)
    for path in tmp_path.rglob("*.js"):
        path.write_text(code(path.read_text()))

    parsed = subprocess.run((*TSC, "--noCheck"), cwd=tmp_path, capture_output=True, text=True)

    assert (parsed.returncode, parsed.stdout) == (0, "")


def test_packages_are_pinned_by_hash_and_by_no_address() -> None:
    packages = json.loads(LOCK.read_text())["packages"]

    assert not any("resolved" in package for package in packages.values())
    assert all(package["integrity"].startswith("sha512-") for name, package in packages.items() if name)
