import re
import shlex
from pathlib import Path

import click
import pytest
from click.testing import CliRunner

from generator.doors.cli import main
from tests.sites import ROOT

README = (ROOT / "README.md").read_text()


def test_every_command_is_in_the_readme_and_every_one_there_exists() -> None:
    shown = set(re.findall(r"^\| `dailypapers (\w+)", README, re.MULTILINE))

    assert shown == set(main.commands)


def test_every_option_has_help() -> None:
    for name, command in main.commands.items():
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
