import json
import os
import resource
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import click
import pytest
from click.testing import CliRunner, Result

from generator.archive import archive
from generator.archive.add import Tally
from generator.archive.files import locked
from generator.doors.cli import main
from generator.doors.summary import as_json, summary
from tests.archives import TEXT, files

Run = Callable[..., Result]

DAY = "2025-08-06"


@pytest.fixture
def project(tmp_path: Path) -> Path:
    (tmp_path / "content").mkdir()
    (tmp_path / "mkdocs.yml").touch()
    (tmp_path / "list.txt").write_text(TEXT)
    return tmp_path


@pytest.fixture
def run(project: Path) -> Run:
    def call(*arguments: str, **options: object) -> Result:
        named = [str(project / each) if each.endswith(".txt") else each for each in arguments]
        return CliRunner().invoke(main, ["-C", str(project), *named], **options)  # type: ignore[arg-type]

    return call


def command(project: Path, *arguments: str, **options: object) -> subprocess.CompletedProcess[str]:
    """Run the command as people do, in a process of its own."""
    environment = {**os.environ, "PYTHONPATH": str(Path(__file__).parents[2])}
    return subprocess.run(  # type: ignore[call-overload, no-any-return]
        [sys.executable, "-m", "generator", *arguments],
        cwd=project,
        env=environment,
        text=True,
        capture_output=True,
        **options,
    )


def test_add_says_what_it_did(run: Run) -> None:
    first, again = run("add", "list.txt"), run("add", "list.txt")

    assert first.output == "3 received, 3 new, 0 relisted, 0 unchanged, 0 rejected\nDays: 2025-08-06\n"
    assert again.output == "3 received, 0 new, 0 relisted, 3 unchanged, 0 rejected\n"
    assert (first.exit_code, again.exit_code) == (0, 0)


def test_add_says_which_days_it_knows_in_part(run: Run, project: Path) -> None:
    entries = [
        {"paper": {"id": f"2508.0000{day}", "title": "Sheep", "submittedOnDailyAt": f"2025-08-0{day}"}}
        for day in (6, 4)
    ]
    (project / "week.txt").write_text(json.dumps(entries))

    assert run("add", "week.txt").output.endswith(
        "Days: 2025-08-04 (part of a list), 2025-08-06 (part of a list)\n"
    )


@pytest.mark.parametrize("text", ["[" * 980 + "]" * 980, '{"title":' + "[" * 980 + "]" * 980 + "}"])
@pytest.mark.parametrize("options", [(), ("--date", "2025-08-06")])
def test_add_refuses_what_is_nested_too_deep(
    run: Run, project: Path, text: str, options: tuple[str, ...]
) -> None:
    (project / "deep.txt").write_text(text)

    result = run("add", "deep.txt", *options)

    assert (result.exit_code, "Nested too deep" in result.stderr) == (1, True)
    assert not list((project / "content").iterdir())


@pytest.mark.parametrize(
    "text", ["{\n}", '{\n "title": "Sheep",\n "x": 1\n}\n', "[5]", '[{"title": "Sheep"}]']
)
def test_add_refuses_a_file_of_which_nothing_can_be_read_on_a_known_day_too(
    run: Run, project: Path, text: str
) -> None:
    (project / "none.txt").write_text(text)

    result = run("add", "none.txt", "--date", "2025-08-06")

    assert (result.exit_code, "no entry can be read" in result.stderr) == (1, True)
    assert not list((project / "content").iterdir())


def test_an_empty_list_is_an_empty_day(run: Run, project: Path) -> None:
    (project / "none.txt").write_text("[]")

    result = run("add", "none.txt", "--date", "2025-08-06")

    assert (result.exit_code, "Days: 2025-08-06" in result.output) == (0, True)


def test_add_says_it_to_programs(run: Run, project: Path) -> None:
    (project / "more.txt").write_text(TEXT.replace("Aug 6", "Aug 7").replace("of that", "of\x01that"))

    result = run("add", "--json", "list.txt", "more.txt")

    assert {**json.loads(result.stdout), "new": 3, "relisted": 3} == {
        "received": 6,
        "new": 3,
        "relisted": 3,
        "changed": [],
        "unchanged": 0,
        "repeated": 0,
        "removed": 0,
        "rejected": [],
        "replaced": 1,
        "ignored": [],
        "inferred": [],
        "partial": [],
        "days": ["2025-08-06", "2025-08-07"],
    }
    assert result.exit_code == 0


def test_add_names_the_keys_that_were_not_looked_at(run: Run, project: Path) -> None:
    (project / "list.txt").write_text('{"title": "Sheep", "wool": 1, "age": 2}\n{"title": "Goats", "age": 3}')

    said, programs = run("add", "--date", DAY, "list.txt"), run("add", "--json", "--date", DAY, "list.txt")

    assert said.output.splitlines()[2:] == ["Keys that were not looked at: age, wool"]
    assert json.loads(programs.stdout)["ignored"] == ["age", "wool"]


@pytest.mark.parametrize(
    ("lines", "said"),
    [
        (
            '{"title": "Sheep", "id": "2508.99003", "url": "https://arxiv.org/abs/2508.99003"}',
            "bad.txt: an identifier, an abstract or authors would be lost under the keys id (call it",
        ),
        (
            '{"titel": "Sheep"}\n{"titel": "Goats"}',
            "bad.txt: no entry can be read; title is missing",
        ),
    ],
)
def test_what_json_lines_would_lose_is_refused_and_nothing_is_written(
    run: Run, project: Path, lines: str, said: str
) -> None:
    (project / "bad.txt").write_text(lines)
    before = files(project)

    result = run("add", "--date", DAY, "bad.txt")

    assert (result.exit_code, files(project)) == (1, before)
    assert result.output.startswith(f"Error: {said}")


def test_add_reads_standard_input(project: Path) -> None:
    done = command(project, "add", "-", input=TEXT)

    assert (done.returncode, done.stderr) == (0, "")
    assert done.stdout.startswith("3 received, 3 new")
    assert "scope: standard input" in (project / "content/papers/date/2025-08-06.md").read_text()


def test_a_dry_run_shows_and_writes_nothing(run: Run, project: Path) -> None:
    (project / "list.txt").write_text("stray text\n\n" + TEXT)
    before = files(project)

    result = run("add", "--dry-run", "list.txt")

    assert "list.txt:1: rejected, text before the day of the list: stray text\n" in result.output
    assert "new: counting-sheep-with-fewer-parameters\nnew: on-the-shape-of-clouds\n" in result.output
    assert result.output.endswith("Nothing was written (--dry-run).\n")
    assert files(project) == before


def test_strict_takes_a_rejection_for_an_error(run: Run, project: Path) -> None:
    (project / "bad.txt").write_text("stray text\n\n" + TEXT)
    before = files(project)

    result = run("add", "--strict", "list.txt", "bad.txt")

    assert result.exit_code == 1
    assert (
        "Error: bad.txt: 1 rejected under --strict; nothing was written\nbad.txt:1: rejected" in result.output
    )
    assert files(project) == before
    assert run("add", "bad.txt").exit_code == 0


@pytest.mark.parametrize(
    ("option", "day"), [(["--date", "2024-08-06"], "2024-08-06"), (["--year", "2023"], "2023-08-06")]
)
def test_the_year_can_be_stated(run: Run, project: Path, option: list[str], day: str) -> None:
    (project / "list.txt").write_text(TEXT.replace(", 2025", ""))

    assert run("add", *option, "list.txt").exit_code == 0
    assert (project / f"content/papers/date/{day}.md").exists()


NO_LISTINGS: dict[str, tuple[bytes, str]] = {
    "empty.txt": (b"", "empty.txt: the listing is empty; save it again"),
    "binary.txt": (
        bytes(range(256)),
        "binary.txt, line 2: found bytes that are not UTF-8 text (byte 128); save it",
    ),
    "huge.txt": (
        b"Aug 6\n" * 8_333_334,
        "huge.txt: found 50,000,004 bytes; a text listing has at most 10,000,000",
    ),
    "undated.txt": (b"A Title\n\nAn abstract.\n", "undated.txt: found no list of papers in this text"),
    "2025-08-07.txt": (
        b"Aug 6\n\nA Title\n",
        '2025-08-07.txt, line 1: "Aug 6" is 2025-08-06, but the file\'s name',
    ),
}


@pytest.mark.parametrize("name", NO_LISTINGS)
def test_what_is_no_listing_is_one_clear_error(run: Run, project: Path, name: str) -> None:
    data, message = NO_LISTINGS[name]
    (project / name).write_bytes(data)
    before = files(project / "content")

    result = run("add", "list.txt", name)

    assert result.exit_code == 1
    assert result.output.startswith("Error: ")
    assert message in result.output
    assert result.output.count("\n") == 1
    assert files(project / "content") == before


@pytest.mark.parametrize("kind", ["missing", "folder", "forbidden"])
def test_a_file_that_cannot_be_read_is_one_clear_error(
    run: Run, project: Path, kind: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = project / "other.txt"
    if kind == "folder":
        path.mkdir()
    if kind == "forbidden":
        path.write_text(TEXT)
        monkeypatch.setattr(Path, "read_bytes", _refuse)

    result = run("add", "other.txt")

    assert result.exit_code == 1
    assert result.output.startswith(f"Error: {path}: cannot be read: ")
    assert result.output.count("\n") == 1
    assert not files(project / "content")


def _refuse(path: Path) -> bytes:
    raise PermissionError(13, "Permission denied", str(path))


@pytest.mark.parametrize(
    ("path", "text", "message"),
    [
        (
            "content/papers/2508/a.md",
            "no page",
            "content/papers/2508/a.md: no front matter between two lines",
        ),
        (
            "content/papers/date/2025-08-06.md",
            "---\nday: [\n---\n",
            "2025-08-06.md, line 3: the front matter is not",
        ),
        (
            "content/addresses.txt/x",
            "",
            "content/addresses.txt: Is a directory; see to the folder's permissions",
        ),
        ("content/papers/2508.txt", "", None),
    ],
)
def test_an_archive_that_cannot_be_read_is_one_clear_error(
    run: Run, project: Path, path: str, text: str, message: str | None
) -> None:
    (project / path).parent.mkdir(parents=True)
    (project / path).write_text(text)
    before = files(project / "content")

    result = run("add", "list.txt")

    assert result.exit_code == (1 if message else 0)
    if message:
        assert message in result.output
        assert result.output.count("\n") == 1
        assert files(project / "content") == before


def test_a_disk_that_takes_no_more_is_one_clear_error(project: Path) -> None:
    def take_little() -> None:
        resource.setrlimit(resource.RLIMIT_FSIZE, (500, 500))

    done = command(project, "add", "list.txt", preexec_fn=take_little)

    assert (done.returncode, done.stdout, done.stderr.count("\n")) == (1, "", 1), done.stderr
    assert "File too large; see to the folder's permissions and the disk's space, then run" in done.stderr


def test_what_came_from_elsewhere_does_not_steer_the_terminal(project: Path, run: Run) -> None:
    (project / "\x1b[2Jevil.txt").write_text("no listing")

    result = run("add", "\x1b[2Jevil.txt")

    assert result.exit_code == 1
    assert "\x1b" not in result.output


def test_what_a_listing_says_cannot_turn_the_terminal_around(project: Path, run: Run) -> None:
    entries = [{"date": "2025-08-06", "title": "Sheep", "a\u202eb": 1}, {"title": "", "published": "\u2067x"}]
    file = project / "\u202elist.jsonl"
    file.write_text("\n".join(map(json.dumps, entries)))

    result = run("add", "--date", "2025-08-06", str(file))

    assert result.output.replace("\n", "").isprintable()
    assert "a\\u202eb" in result.output
    assert "\\u202elist.jsonl:2: rejected" in result.output


def test_an_archive_that_another_run_writes_for_too_long_is_one_clear_error(
    run: Run, project: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(archive, "PATIENCE", 0)
    with locked(project / "content"):
        assert "another run is writing there; wait until it has ended" in run("add", "list.txt").output
        assert run("remove", "x", "--reason", "Why").exit_code == 1
        assert run("add", "--dry-run", "list.txt").exit_code == 0


@pytest.mark.parametrize(
    "arguments",
    [
        ["add"],
        ["add", "-", "-"],
        ["add", "list.txt", "--date", "soon"],
        ["add", "list.txt", "--year", "1"],
        ["add", "list.txt", "--sideways"],
        ["remove", "x"],
        ["fly"],
    ],
)
def test_a_wrong_call_is_exit_code_2(run: Run, project: Path, arguments: list[str]) -> None:
    before = files(project)

    result = run(*arguments)

    assert result.exit_code == 2
    assert "Usage: " in result.output
    assert files(project) == before


def test_a_reader_that_goes_away_is_no_error_of_ours(project: Path) -> None:
    many = "Daily Papers\n\nAug 6, 2025\n\n" + "".join(
        f"Title number {number}\n\nSheep.\n\n" for number in range(6_000)
    )
    process = subprocess.Popen(
        [sys.executable, "-m", "generator", "-C", str(project), "add", "--dry-run", "-"],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
        cwd=Path(__file__).parents[2],
    )
    assert process.stdin
    assert process.stdout
    assert process.stderr
    process.stdin.write(many)
    process.stdin.close()
    process.stdout.readline()
    process.stdout.close()

    assert process.stderr.read() == ""
    process.stderr.close()
    assert process.wait() in (0, 1), "click's versions differ"


def test_check_reports_and_repairs(run: Run, project: Path) -> None:
    run("add", "list.txt")
    assert run("check").output == "Looked at the archive (the site is not built): no problems.\n"
    (project / "content/addresses.txt").unlink()

    bad = run("check")
    told = json.loads(run("check", "--json").output)
    repaired = run("check", "--repair")

    assert bad.exit_code == 1
    assert bad.output.endswith(": 7 problems.\n")
    assert told["problems"][2] == {
        "where": "content/addresses.txt",
        "found": "papers/date/2025-08-06/ is missing",
        "remedy": "run `dailypapers check --repair`",
    }
    assert repaired.exit_code == 0
    assert repaired.output.count("entered papers/") == 7
    assert json.loads(run("check", "--json").output) == {
        "site": False,
        "repaired": [],
        "problems": [],
        "remarks": [],
    }


def test_check_remarks_on_what_is_odd_and_finds_no_fault(run: Run, project: Path) -> None:
    entries = [{"title": f"Paper {number}", "date": "2025-08-06"} for number in range(12)]
    again = [{**entry, "date": "2025-08-07"} for entry in entries[1:]]
    for name, papers in (("a.jsonl", entries), ("b.jsonl", again)):
        (project / name).write_text("\n".join(map(json.dumps, papers)))
        run("add", str(project / name))

    told = run("check")
    (remark,) = json.loads(run("check", "--json").output)["remarks"]

    assert told.exit_code == 0
    assert told.output.startswith("Remark: jsonl, 2025-08-07: 11 of 11 papers were listed shortly before")
    assert told.output.endswith(": no problems, 1 remark.\n")
    assert (remark["where"], list(remark)) == ("jsonl, 2025-08-07", ["where", "found", "remedy"])


def test_check_looks_at_the_site_where_it_is_built(run: Run, project: Path) -> None:
    run("add", "list.txt")
    (project / "site").mkdir()
    (project / "site/index.html").write_text("<a href=gone/>x</a>")

    result = run("check")

    assert "index.html: links to gone/, which is not in the site" in result.output
    assert "papers/date/2025-08-06/: published once" in result.output
    assert result.output.endswith("Looked at the archive and the site: 8 problems.\n")


def test_remove_leaves_a_tombstone(run: Run) -> None:
    run("add", "list.txt")

    result = run("remove", "on-the-shape-of-clouds", "--reason", "Asked for.")

    assert result.exit_code == 0
    assert result.output.startswith("Took down on-the-shape-of-clouds; its page now gives the reason.\n")
    assert run("remove", "nothing", "--reason", "Why").exit_code == 1
    assert run("add", "list.txt").output.startswith("3 received, 0 new")


def test_remove_tells_programs_what_it_took_down(run: Run) -> None:
    run("add", "list.txt")

    result = run("remove", "on-the-shape-of-clouds", "--reason", "Asked for.", "--json")

    assert json.loads(result.output) == {"removed": "on-the-shape-of-clouds"}


def test_clear_asks_before_it_deletes(run: Run, project: Path) -> None:
    run("add", "list.txt")
    before = files(project)

    assert run("clear", input="n\n").exit_code == 1
    assert files(project) == before
    assert "Delete 3 papers and 1 days" in run("clear", input="y\n").output
    assert sorted(files(project / "content")) == ["about.md", "format.txt", "index.md"]
    assert run("clear").exit_code == 0


def commands(group: click.Command, path: tuple[str, ...] = ()) -> list[tuple[tuple[str, ...], click.Command]]:
    found = [(path, group)]
    if isinstance(group, click.Group):
        for name, each in group.commands.items():
            found += commands(each, (*path, name))
    return found


@pytest.mark.parametrize(
    ("path", "each"), commands(main), ids=lambda value: " ".join(value) if isinstance(value, tuple) else ""
)
def test_every_command_and_option_has_help(path: tuple[str, ...], each: click.Command) -> None:
    result = CliRunner().invoke(main, [*path, "--help"])

    assert result.exit_code == 0
    assert each.help
    assert all(option.help for option in each.params if isinstance(option, click.Option))
    for argument in each.params:
        if isinstance(argument, click.Argument):
            assert argument.make_metavar(click.Context(each)).rstrip(".") in each.help


def test_the_exit_codes_are_explained() -> None:
    assert "0 done, 1 the input or the archive is at fault, 2" in CliRunner().invoke(main, ["-h"]).output


def test_what_a_paper_has_no_room_for_is_told() -> None:
    assert "Listing days, links and topics beyond what a paper may have: 2" in summary(
        Tally(left_out=2), dry_run=False
    )
    assert json.loads(as_json(Tally(left_out=2)))["left_out"] == 2
