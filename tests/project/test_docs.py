import ast
import re
import shlex
from collections.abc import Iterator
from pathlib import Path

import click
import pytest
import yaml
from click.testing import CliRunner

from generator.doors.cli import main
from tests.sites import ROOT

README = (ROOT / "README.md").read_text()
CONTEXT = click.Context(main)
COMMANDS = {name: main.get_command(CONTEXT, name) for name in main.list_commands(CONTEXT)}


def test_every_command_is_in_the_readme_and_every_one_there_exists() -> None:
    shown = set(re.findall(r"^\| `dailypapers (\w+)", README, re.MULTILINE))

    assert shown == set(COMMANDS)


def test_every_option_has_help() -> None:
    for name, command in COMMANDS.items():
        assert command
        options = [option for option in command.params if isinstance(option, click.Option)]
        assert "For example: dailypapers" in str(command.help) or name == "upgrade", name
        assert all(option.help for option in options), name


@pytest.mark.parametrize("target", sorted(set(re.findall(r"make (\w+)", README))))
def test_every_make_target_of_the_readme_exists(target: str) -> None:
    assert re.search(rf"^{target}:", (ROOT / "Makefile").read_text(), re.MULTILINE)


def test_the_json_lines_of_the_readme_are_taken(tmp_path: Path) -> None:
    (line,) = re.findall(r"```json\n(.*)\n```", README)
    (tmp_path / "content").mkdir()
    (tmp_path / "papers.jsonl").write_text(line)

    command = shlex.split(f"--project {tmp_path} add {tmp_path / 'papers.jsonl'}")
    done = CliRunner().invoke(main, command)

    assert done.output.startswith("1 received, 1 new")


def test_the_picture_and_the_files_that_the_readme_names_are_there() -> None:
    for path in re.findall(r"\]\(([^)#:]+)\)", README):
        assert (ROOT / path).is_file(), path


RED = README.split("### What can go red")[1].split("\n\nFor ")[0]


def steps() -> Iterator[tuple[str, str]]:
    """Give what can fail in each workflow that an archive has: a script, a command or an action."""
    for name in ("daily", "pages", "content"):
        jobs = yaml.safe_load((ROOT / f".github/workflows/{name}.yml").read_text())["jobs"]
        for step in (step for job in jobs.values() for step in job.get("steps", ())):
            done = step.get("run") or step["uses"].partition("@")[0]
            words = re.sub(r"\S*/", "", done.partition(" #")[0]).split()
            yield name, words[-1] if words[0] in ("bash", "actions") or len(words) == 1 else done


@pytest.mark.parametrize(("workflow", "step"), sorted(set(steps())))
def test_whatever_can_go_red_is_in_the_table(workflow: str, step: str) -> None:
    known = {"make setup": "setup.sh", 'test -n "$ADDRESS"': "address"}
    name = next((each for command, each in known.items() if step.startswith(command)), step)
    name = name.removeprefix(".venv/bin/dailypapers ")
    rows = [row for row in RED.splitlines() if name in row]

    assert any(row.startswith((f"| *{workflow.title()}*", "| any")) for row in rows)


def findings(room: str) -> Iterator[str]:
    """Give the texts in a module that say what is wrong, as they stand in its source."""
    for node in ast.walk(ast.parse((ROOT / "generator" / room).read_bytes())):
        match node:
            case ast.Call(ast.Name("Problem"), [_, text, *_]):
                yield ast.unparse(text)
            case ast.Call(ast.Name("_trouble" | "_dead") | ast.Attribute(attr="append"), [*_, text]):
                yield ast.unparse(text)
            case ast.Assign([ast.Name("found" | "problem")], text):
                yield ast.unparse(text)


@pytest.mark.parametrize(
    "room", ["archive/check.py", "archive/coverage.py", "site/check.py", "site/dead_links.py"]
)
def test_whatever_a_check_finds_is_in_the_table(room: str) -> None:
    told = re.findall(r'"([^"|]+)"', RED)
    remarks = ("which mkdocs.yml leaves out", "accounts of one rank")

    texts = [text for text in findings(room) if text.startswith(("'", "f'", 'f"'))]
    assert texts
    for text in texts:
        assert any(each in text for each in (*told, *remarks)), text
