"""The commands that use the network, as people and programs call them."""

import json
import os
import pty
import signal
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from datetime import date
from pathlib import Path

import pytest
import time_machine
from click.testing import CliRunner, Result

from generator.archive.archive import Archive
from generator.doors.cli import main
from generator.fetch.endpoints import ARXIV_OAI, ARXIV_RSS, HuggingFace, arxiv_search
from tests.archives import add, files, listing, paper
from tests.faulty_server import FaultyServer, answer, cut, reset, silent
from tests.network import ATOM, QUOKKAS, fetchers, listed, path_of, publish
from tests.sites import ROOT

Run = Callable[..., Result]

THURSDAY, FRIDAY, MONDAY, TUESDAY = date(2026, 4, 2), date(2026, 4, 3), date(2026, 4, 6), date(2026, 4, 7)
BEFORE, HOLIDAY, SATURDAY = date(2026, 3, 31), date(2026, 4, 1), date(2026, 4, 4)
WORKING_DAYS = (THURSDAY, FRIDAY, MONDAY, TUESDAY)
SETTINGS = """
plugins:
  - dailypapers:
      sources:
        - source: huggingface
          from: 2026-04-02
          holidays: [2026-04-01]
"""
ARXIV = """
        - source: arxiv
          from: 2026-04-02
          categories: [cs.CL]
"""


@pytest.fixture
def project(tmp_path: Path) -> Path:
    (tmp_path / "content").mkdir()
    (tmp_path / "mkdocs.yml").write_text(SETTINGS)
    return tmp_path


@pytest.fixture
def run(project: Path, server: FaultyServer, monkeypatch: pytest.MonkeyPatch) -> Iterator[Run]:
    """Give a function that runs the command on a Tuesday, with a server here in the place of all others."""
    monkeypatch.setattr("generator.doors.network.Fetcher", fetchers(server))
    with time_machine.travel("2026-04-07T18:23Z", tick=False):
        yield lambda *arguments: CliRunner().invoke(main, ["-C", str(project), *arguments])


def days(project: Path) -> list[date]:
    return Archive(project / "content").days()


def days_asked(server: FaultyServer) -> list[str]:
    return [path.partition("date=")[2][:10] for path in server.paths()]


def oai(category: str, day: date) -> str:
    """Give the path of a day's list by OAI-PMH."""
    group = category.replace(".", "%3A")
    query = f"verb=ListRecords&metadataPrefix=arXiv&set=cs%3A{group}&from={day}&until={day}"
    return path_of(f"{ARXIV_OAI}?{query}")


YESTERDAYS = b'[{"paper": {"id": "2604.00001", "title": "x", "submittedOnDailyAt": "2026-04-06"}}]'
NO_RECORDS = b"""<OAI-PMH xmlns="http://www.openarchives.org/OAI/2.0/">
<request verb="ListRecords" from="2026-04-06" until="2026-04-06" set="cs:cs:LG">http://oaipmh.arxiv.org/oai</request>
<error code="noRecordsMatch">None.</error></OAI-PMH>"""


def test_fetch_adds_today_and_the_three_days_before(run: Run, server: FaultyServer, project: Path) -> None:
    for day in (MONDAY, TUESDAY):
        publish(server, day)

    result = run("fetch")

    assert (result.exit_code, result.stderr) == (0, "")
    assert result.stdout == (
        "6 received, 6 new, 0 relisted, 0 unchanged, 0 rejected\nDays: 2026-04-06, 2026-04-07\n"
    )
    assert days_asked(server) == ["2026-04-06", "2026-04-07"], "there is no list on weekends"
    assert server.asked[0].headers["User-Agent"].startswith("dailypapers/")
    assert "first_seen: 2026-04-07T18:23:00+00:00" in (
        project / "content/papers/date/2026-04-07.md"
    ).read_text().replace("'", "").replace('"', "")


@pytest.mark.parametrize(
    ("options", "asked", "note"),
    [
        (["--date", "2026-04-02"], [THURSDAY], ""),
        (["--date", "2026-04-04"], [SATURDAY], ""),
        (["--date", "2026-04-01"], [HOLIDAY], ""),
        (["--since", "2026-03-31", "--until", "2026-03-31"], [BEFORE], ""),
        (["--since", "2026-04-06"], [MONDAY, TUESDAY], ""),
        (
            ["--since", "2026-04-01", "--until", "2026-04-03"],
            [THURSDAY, FRIDAY],
            "daily_papers: 1 of 3 days are weekends or holidays and are not asked for\n",
        ),
        (["--source", "hf", "--date", "2026-04-03"], [FRIDAY], ""),
    ],
)
def test_fetch_asks_for_the_days_it_is_told(
    run: Run, server: FaultyServer, project: Path, options: list[str], asked: list[date], note: str
) -> None:
    for day in (BEFORE, HOLIDAY, SATURDAY, *WORKING_DAYS):
        publish(server, day)

    result = run("fetch", *options)

    assert (result.exit_code, result.stderr) == (0, note)
    assert days(project) == asked


def test_fetch_speaks_to_programs(run: Run, server: FaultyServer) -> None:
    publish(server, MONDAY, answer(b"", status=500))
    publish(server, TUESDAY, answer(b"[]"))

    result = run("fetch", "--json")

    assert result.exit_code == 1
    told = json.loads(result.stdout)
    assert (told["received"], told["days"]) == (0, [])
    assert told["unlisted"] == [{"day": "2026-04-07", "list": "daily_papers"}]
    (missed,) = told["missed"]
    assert (missed["day"], missed["list"]) == ("2026-04-06", "daily_papers")
    assert "answered 500 Internal Server Error; tried 5 times" in missed["error"]
    assert result.stderr.splitlines() == [
        "2026-04-07, daily_papers: no list yet",
        f"Error: 2026-04-06, daily_papers: {missed['error']}",
    ]


@pytest.mark.parametrize(
    ("fault", "said"),
    [
        (answer(b"", status=429), "answered 429 Too Many Requests; tried 5 times; run it again later"),
        (answer(b"", status=404), "answered 404 Not Found; check the date, the category and the address"),
        (reset(b"[1,"), "the connection failed"),
        (cut(listed(TUESDAY), 40), "the connection failed"),
        (answer(listed(TUESDAY)[:40]), "found JSON that is broken or cut short"),
        (answer(b"<!doctype html><title>Gone</title>"), 'found an HTML page "Gone" instead of JSON'),
        (answer(b'{"error": "no"}'), "instead of a list"),
        (answer(b"", 302, {"Location": path_of(HuggingFace().address(TUESDAY, 0))}), "redirects go round"),
        (answer(YESTERDAYS), "but 2026-04-07 is asked for; on a day without a list"),
    ],
)
def test_a_faulty_answer_is_one_clear_line_and_exit_code_1(
    run: Run, server: FaultyServer, project: Path, fault: Callable[..., None], said: str
) -> None:
    publish(server, MONDAY)
    publish(server, TUESDAY, fault)

    result = run("fetch")

    assert result.exit_code == 1
    assert result.stderr.startswith("Error: 2026-04-07, daily_papers: http")
    assert said in result.stderr
    assert result.stderr.count("\n") == 1
    assert days(project) == [MONDAY], "what came is kept"
    publish(server, TUESDAY)
    assert run("fetch").exit_code == 0
    assert days(project) == [MONDAY, TUESDAY]


def test_a_source_that_is_down_does_not_hold_up_another(
    run: Run, server: FaultyServer, project: Path
) -> None:
    (project / "mkdocs.yml").write_text(SETTINGS + ARXIV)
    for day in WORKING_DAYS[:3]:
        server.on(oai("cs.CL", day), answer(NO_RECORDS.replace(b"2026-04-06", str(day).encode())))

    result = run("fetch", "--since", "2026-04-02")

    assert result.exit_code == 1
    lines = result.stderr.splitlines()
    assert [line[:30] for line in lines[2:]] == [
        "Error: 2026-04-02, daily_paper",
        "Error: 2026-04-03, daily_paper",
        "Error: 2026-04-06, daily_paper",
        "Error: 2026-04-07, cs.CL: http",
    ]
    assert lines[4].endswith("; 3 failures in a row: nothing more was asked for")
    assert days(project) == [THURSDAY, FRIDAY, MONDAY]


def test_categories_of_arxiv_are_fetched_from_arxiv(run: Run, server: FaultyServer, project: Path) -> None:
    server.on(oai("cs.LG", MONDAY), answer(NO_RECORDS))

    result = run("fetch", "--source", "arxiv", "--category", "cs.LG", "--date", "2026-04-06")

    assert (result.exit_code, result.stderr) == (0, "")
    assert "scope: cs.LG" in (project / "content/papers/date/2026-04-06.md").read_text()
    run("fetch", "--source", "arxiv", "--category", "cs.LG")
    assert path_of(f"{ARXIV_RSS}/cs.LG").rstrip("?") in [path.rstrip("?") for path in server.paths()]


def rss(day: date, *numbers: int) -> bytes:
    """Give arXiv's feed of a day."""
    items = "".join(
        f"<item><title>Paper {number}</title><link>https://arxiv.org/abs/2604.{number:05}</link>"
        f"<description>arXiv:2604.{number:05}v1 Announce Type: new \nAbstract: Of {number}.</description>"
        f"<category>cs.CL</category><pubDate>{day:%a, %d %b %Y} 00:00:00 -0400</pubDate></item>"
        for number in numbers
    )
    link = "<link>http://rss.arxiv.org/rss/cs.CL</link>"
    head = f"<title>cs.CL updates</title>{link}<pubDate>{day:%a, %d %b %Y} 00:00:00 -0400</pubDate>"
    return f'<rss version="2.0"><channel>{head}{items}</channel></rss>'.encode()


def no_records(day: date) -> bytes:
    return NO_RECORDS.replace(b"2026-04-06", str(day).encode())


def test_a_day_of_arxiv_that_came_as_a_feed_stays_as_it_came(
    run: Run, server: FaultyServer, project: Path
) -> None:
    (project / "mkdocs.yml").write_text(
        SETTINGS.replace("huggingface", "arxiv\n          categories: [cs.CL]")
    )
    feed = path_of(f"{ARXIV_RSS}/cs.CL")
    for day in (THURSDAY, FRIDAY, MONDAY):
        server.on(oai("cs.CL", day), answer(no_records(day)))

    with time_machine.travel("2026-04-06T18:23Z", tick=False):
        server.on(feed, answer(rss(MONDAY, 1, 2, 3)))
        first = run("fetch")
    assert (first.exit_code, first.stderr) == (0, "")
    monday = files(project / "content")
    early = run("fetch")
    assert files(project / "content") == monday, "the feed still shows Monday"
    assert early.stderr == "2026-04-07, cs.CL: no list yet\n"
    server.on(feed, answer(rss(TUESDAY, 4)))
    late = run("fetch")

    assert (early.exit_code, late.exit_code) == (0, 0)
    assert days(project) == [FRIDAY, MONDAY, TUESDAY]
    assert "2604.00003" in (project / "content/papers/date/2026-04-06.md").read_text()
    assert oai("cs.CL", MONDAY) not in server.paths()
    run("fetch", "--date", "2026-04-06")
    assert oai("cs.CL", MONDAY) in server.paths()


@pytest.mark.parametrize(
    ("settings", "arguments", "said"),
    [
        (
            "",
            ["fetch"],
            "Error: mkdocs.yml: sources: names none that can be fetched; add huggingface or arxiv",
        ),
        (
            SETTINGS + ARXIV.replace("cs.CL", "cs/CL"),
            ["check"],
            "Error: mkdocs.yml: sources, entry 2: categories: found 'cs/CL'; allowed: arXiv's, such as cs.CL",
        ),
        ("plugins: [", ["fetch"], "Error: "),
    ],
)
def test_what_cannot_be_fetched_is_one_clear_line(
    run: Run, project: Path, settings: str, arguments: list[str], said: str
) -> None:
    (project / "mkdocs.yml").write_text(settings)

    result = run(*arguments)

    assert result.exit_code == 1
    assert result.stderr.startswith(said)


@pytest.mark.parametrize(
    ("options", "said"),
    [
        (["--source", "bioarxiv"], "'bioarxiv' is not one of 'hf', 'arxiv'"),
        (["--date", "soon"], "'soon' is not a day such as 2025-08-06"),
        (["--date", "2026-W14"], "'2026-W14' is not a day such as 2025-08-06"),
        (["--date", "2026-04-08"], "--date 2026-04-08 is after today (2026-04-07)"),
        (["--date", "2026-04-06", "--since", "2026-04-01"], "--date is one day"),
        (["--until", "2026-04-06"], "give --since too"),
        (["--since", "2026-04-06", "--until", "2026-04-05"], "--since must not be after --until"),
        (["--since", "2026-04-06", "--until", "2026-04-08"], "nor --until after today"),
        (["--source", "arxiv"], "mkdocs.yml names no categories; give --category"),
        (["--source", "arxiv", "--category", "../x"], "--category '../x' is no arXiv category such as cs.CL"),
        (["--category", "cs.CL"], "--category is of arXiv; give --source arxiv too"),
        (["--dry-run"], "No such option"),
    ],
)
def test_a_wrong_call_is_exit_code_2(run: Run, server: FaultyServer, options: list[str], said: str) -> None:
    result = run("fetch", *options)

    assert result.exit_code == 2
    assert said in result.stderr
    assert server.paths() == []


def started(project: Path, server: FaultyServer, *arguments: str, **streams: int) -> subprocess.Popen[bytes]:
    """Start the command as people do, in a process of its own, on that Tuesday."""
    command = [
        sys.executable,
        "-m",
        "tests.network",
        server.url,
        str(TUESDAY),
        "-C",
        str(project),
        *arguments,
    ]
    return subprocess.Popen(command, cwd=ROOT, env={**os.environ, "TERM": "xterm"}, **streams)  # type: ignore[call-overload, no-any-return]


def test_a_backfill_that_was_interrupted_goes_on_where_it_ended(
    run: Run, project: Path, server: FaultyServer
) -> None:
    for day in WORKING_DAYS:
        publish(server, day)
    publish(server, MONDAY, silent(server), answer(listed(MONDAY)))
    backfill = ("fetch", "--since", "2026-04-02")

    process = started(project, server, *backfill, stdout=subprocess.PIPE, stderr=subprocess.PIPE)
    while len(server.asked) < 3:
        assert process.poll() is None
        time.sleep(0.01)
    process.send_signal(signal.SIGINT)
    _, said = process.communicate()

    assert process.returncode == 1
    assert said.decode().endswith("Aborted!\n")
    assert days(project) == [THURSDAY, FRIDAY]
    assert run(*backfill).exit_code == 0
    assert days(project) == list(WORKING_DAYS)
    assert days_asked(server) == [str(day) for day in (THURSDAY, FRIDAY, MONDAY, MONDAY, TUESDAY)]


def test_a_progress_bar_is_for_people_only(project: Path, server: FaultyServer) -> None:
    for day in WORKING_DAYS:
        publish(server, day)
    terminal, end = pty.openpty()

    process = started(
        project, server, "fetch", "--since", "2026-04-02", "--json", stdout=subprocess.PIPE, stderr=end
    )
    os.close(end)
    told, _ = process.communicate()
    shown = os.read(terminal, 100_000).decode()
    os.close(terminal)

    assert json.loads(told)["received"] == 12
    assert "Fetching daily_papers" in shown
    assert "100%" in shown


@pytest.fixture
def lacking(project: Path, server: FaultyServer) -> Path:
    """Give an archive with two papers that lack all, of which arXiv knows one."""
    texts = {"Counting Quokkas": QUOKKAS, "Counting Nothing": "Of which arXiv knows nothing at all."}
    add(project / "content", listing(paper(title, text) for title, text in texts.items()))
    for title in texts:
        server.on(path_of(arxiv_search(title)), answer(ATOM.encode()))
    return project


def test_enrich_says_what_it_found_and_what_it_left_open(run: Run, lacking: Path) -> None:
    result = run("enrich")

    assert (result.exit_code, result.stderr) == (0, "")
    assert result.stdout.splitlines() == [
        "counting-nothing: left open, no paper with this title on arXiv",
        "counting-quokkas: 2604.00001, 1 author, 2026-04-01",
        "1 found, 1 left open, 0 without an answer.",
    ]
    assert "Ada Wallaby" in (lacking / "content/papers/2508/counting-quokkas.md").read_text()


@pytest.mark.usefixtures("lacking")
def test_enrich_tells_programs_what_came_of_each_paper(run: Run) -> None:
    result = run("enrich", "--json")

    assert json.loads(result.stdout) == [
        {"paper": "counting-nothing", "left_open": "no paper with this title on arXiv"},
        {"paper": "counting-quokkas", "arxiv_id": "2604.00001"},
    ]


def test_a_dry_run_of_enrich_only_lists_what_it_would_do(run: Run, lacking: Path) -> None:
    before = files(lacking / "content")

    result = run("enrich", "--dry-run")

    assert result.exit_code == 0
    assert "counting-quokkas: 2604.00001, 1 author, 2026-04-01\n" in result.stdout
    assert result.stdout.endswith("without an answer.\nNothing was written (--dry-run).\n")
    assert files(lacking / "content") == before


@pytest.mark.usefixtures("lacking")
def test_enrich_fails_where_arxiv_does_not_answer(run: Run, server: FaultyServer) -> None:
    server.on(path_of(arxiv_search("Counting Nothing")), answer(b"<html>"))

    result = run("enrich")

    assert result.exit_code == 1
    assert result.stderr.startswith("counting-nothing: Error: http")
    assert "found an HTML page instead of XML" in result.stderr
    assert result.stderr.count("\n") == 1
    assert result.stdout.endswith("1 found, 0 left open, 1 without an answer.\n")


def test_enrich_has_nothing_to_do_in_an_empty_archive(run: Run, server: FaultyServer) -> None:
    assert run("enrich").output == "0 found, 0 left open, 0 without an answer.\n"
    assert server.paths() == []
