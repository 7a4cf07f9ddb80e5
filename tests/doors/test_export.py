import json
import os
import sqlite3
from concurrent.futures import ThreadPoolExecutor
from contextlib import closing
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from generator.doors.cli import main
from generator.doors.export import FORMATS
from tests.archives import files

LISTED = [
    {
        "title": "Sheep",
        "date": "2025-08-07",
        "arxiv_id": "2508.00002",
        "votes": 9,
        "topics": ["Wool"],
        "github": "https://github.com/lamb/sheep",
    },
    {"title": "Goats", "date": "2025-08-07", "abstract": "They climb.", "summary": "Climbing."},
    {"title": "Cows", "date": "2025-08-06", "arxiv_id": "2508.00003", "categories": ["cs.CL"], "votes": 2},
]


@pytest.fixture
def project(tmp_path: Path) -> Path:
    (tmp_path / "content").mkdir()
    (tmp_path / "mkdocs.yml").write_text('site_url: !ENV [NOT_SET, "https://papers.example/a"]\n')
    (tmp_path / "list.jsonl").write_text("\n".join(map(json.dumps, LISTED)))
    run(tmp_path, "add", str(tmp_path / "list.jsonl"))
    return tmp_path


def run(project: Path, *arguments: str) -> Result:
    return CliRunner().invoke(main, ["-C", str(project), *arguments])


def titles(project: Path, *arguments: str) -> list[str]:
    done = run(project, "export", "--format", "jsonl", *arguments)
    assert done.exit_code == 0
    return [json.loads(line)["title"] for line in done.stdout.splitlines()]


@pytest.mark.parametrize(
    ("choice", "found"),
    [
        ((), ["Cows", "Sheep", "Goats"]),
        (("--since", "2025-08-07"), ["Sheep", "Goats"]),
        (("--until", "2025-08-06"), ["Cows"]),
        (("--votes", "3"), ["Sheep"]),
        (("--code",), ["Sheep"]),
        (("--topic", "CS.cl"), ["Cows"]),
        (("--topic", "wool", "--votes", "10"), []),
    ],
)
def test_papers_are_chosen_as_by_the_search_in_listed_order(
    project: Path, choice: tuple[str, ...], found: list[str]
) -> None:
    assert titles(project, *choice) == found


@pytest.mark.parametrize("name", FORMATS)
def test_every_format_goes_to_a_file_or_to_another_program(project: Path, name: str) -> None:
    piped = run(project, "export", "--format", name)
    written = run(project, "export", "--format", name, "--output", str(project / "papers"))

    assert (piped.exit_code, written.exit_code, written.stdout) == (0, 0, "")
    assert (project / "papers").read_bytes() == piped.stdout_bytes
    assert b"Goats" in piped.stdout_bytes
    assert piped.stderr == "3 papers\n"


def test_what_is_exported_is_added_to_another_archive_as_it_was(project: Path, tmp_path: Path) -> None:
    run(project, "export", "--format", "jsonl", "-o", str(project / "papers.jsonl"))
    other = tmp_path / "other"
    (other / "content").mkdir(parents=True)
    done = run(other, "add", str(project / "papers.jsonl"))
    again = run(project, "add", str(project / "papers.jsonl"))

    assert done.output.startswith("3 received, 3 new, 0 relisted, 0 unchanged, 0 rejected")
    assert files(other / "content" / "papers" / "2508") == files(project / "content" / "papers" / "2508")
    assert again.output.startswith("3 received, 0 new, 0 relisted, 3 unchanged, 0 rejected")


def test_the_address_of_another_paper_is_not_taken(project: Path) -> None:
    false = {
        "title": "Wolves",
        "date": "2025-08-07",
        "dailypapers": {"id": "goats", "aliases": ["2508.00003"]},
    }
    (project / "false.jsonl").write_text(json.dumps(false))
    done = run(project, "add", str(project / "false.jsonl"))

    assert "1 new" in done.output
    (wolves,) = (project / "content" / "papers" / "2508").glob("wolves*.md")
    assert "aliases" not in wolves.read_text()


def test_what_was_taken_down_or_left_out_is_not_given(project: Path) -> None:
    (project / "mkdocs.yml").write_text("plugins:\n  - dailypapers:\n      leave_out: [summary, votes]\n")
    run(project, "remove", "2508.00002", "--reason", "Asked for")

    for name in FORMATS:
        given = run(project, "export", "--format", name).stdout_bytes
        assert b"Goats" in given
        assert not any(gone in given for gone in (b"Sheep", b"Climbing.", b"2508.00002"))


def test_no_file_takes_the_place_of_what_is_none(project: Path) -> None:
    os.mkfifo(project / "pipe")
    (project / "link").symlink_to("papers")
    with ThreadPoolExecutor(1) as reader:
        read = reader.submit((project / "pipe").read_bytes)
        run(project, "export", "--format", "jsonl", "-o", str(project / "pipe"))
    run(project, "export", "--format", "jsonl", "-o", str(project / "link"))

    assert (project / "pipe").is_fifo()
    assert (project / "link").is_symlink()
    assert (project / "papers").read_bytes() == read.result() != b""


def test_a_full_device_is_one_error(project: Path) -> None:
    (project / "full").symlink_to("/dev/full")
    done = run(project, "export", "--format", "jsonl", "-o", str(project / "full"))

    assert (done.exit_code, done.output.count("\n")) == (1, 1)
    assert "No space left on device" in done.output


def test_a_database_can_be_asked(project: Path) -> None:
    run(project, "export", "--format", "sqlite", "-o", str(project / "papers.db"))
    with closing(sqlite3.connect(project / "papers.db")) as database:
        assert database.execute("SELECT title FROM search WHERE search MATCH 'climb'").fetchall() == [
            ("Goats",)
        ]


def test_a_paper_elsewhere_is_found_at_its_page(project: Path) -> None:
    assert "https://papers.example/a/papers/goats/" in run(project, "export", "--format", "bibtex").stdout


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (("--format", "jsonl", "--since", "2025-08-07", "--until", "2025-08-06"), "no day is between them"),
        (("--format", "jsonl", "--since", "2025-W32"), "is not a day"),
        (("--format", "word"), "jsonl"),
        ((), "--format"),
    ],
)
def test_a_wrong_call_says_what_is_allowed(project: Path, arguments: tuple[str, ...], said: str) -> None:
    done = run(project, "export", *arguments)

    assert done.exit_code == 2
    assert said in done.output
