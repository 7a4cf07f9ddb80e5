"""The workflows that keep an archive, run by their own commands, with server and origin on this machine."""

import json
import os
import re
import shlex
from collections.abc import Callable
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from pathlib import Path

import pytest

from generator.archive.archive import Archive as Files
from generator.archive.check import check_archive
from generator.archive.remove import remove
from generator.fetch.gather import days_between
from tests import warm
from tests.actions import Repository, git, run
from tests.archives import add, listing, paper
from tests.faulty_server import FaultyServer, answer, cut
from tests.mailbox import Mailbox, controller
from tests.network import listed, publish
from tests.related.test_proposals import archive as about
from tests.sites import ROOT, make_project, shown_text, tree

THURSDAY = date(2026, 4, 2)
FRIDAY, SATURDAY, SUNDAY, MONDAY = (THURSDAY + timedelta(days=number) for number in range(1, 5))
ME = ("-c", "user.name=Me", "-c", "user.email=me@example.org")
COMMAND = """#!/bin/sh
exec {command} "$@"
"""
PYTHON = """#!/bin/sh
[ "$1 $2" = "-m generator" ] || exit 1
shift 2
exec "${0%/*}/dailypapers" "$@"
"""


class Archive(Repository):
    """A fork's repository, and the day on which its workflows run."""

    server: FaultyServer
    today: date

    def set_up(self, checkout: Path) -> None:
        """Leave behind what `make setup` does: a command, here on that day and led to the server."""
        commands = checkout / ".venv" / "bin"
        commands.mkdir(parents=True)
        command = warm.command("tests.network", self.server.url, str(self.today))
        text = COMMAND.format(command=shlex.join(command))
        for name, script in (("dailypapers", text), ("python", PYTHON)):
            (commands / name).write_text(script)
            (commands / name).chmod(0o755)
        for stamp in (".requirements", ".project"):
            (checkout / ".venv" / stamp).touch()

    def log(self) -> list[str]:
        return git(self.origin, "log", "--format=%s", "main").splitlines()

    def commit(self, path: str, text: str, branch: str = "main") -> None:
        """Commit a file as a person does, and push it."""

        def write(clone: Path) -> None:
            (clone / path).parent.mkdir(parents=True, exist_ok=True)
            (clone / path).write_text(text)

        self.change(write, f"Write {path}", branch)

    def change(self, work: Callable[[Path], object], message: str, branch: str = "main") -> None:
        """Change something in a clone as a person does, commit and push it."""
        clone = self.new_job()
        git(clone, "clone", "--quiet", str(self.origin), ".")
        work(clone)
        git(clone, "add", ".")
        git(clone, *ME, "commit", "--quiet", "--message", message)
        git(clone, "push", "--quiet", "origin", f"HEAD:{branch}")

    def add(self, day: date, title: str, arxiv_id: str, message: str) -> None:
        """Add a list of one paper as a person does, commit and push it."""
        papers = [paper(title, arxiv_id=arxiv_id, source="jsonl")]
        self.change(lambda clone: add(clone / "content", listing(papers, day, "mine")), message)

    def clone(self) -> Path:
        """Give what was pushed."""
        clone = self.new_job()
        git(clone, "clone", "--quiet", str(self.origin), ".")
        return clone


@pytest.fixture
def archive(tmp_path: Path, server: FaultyServer) -> Archive:
    """Fork the project, with no list yet."""
    fork = make_project(tmp_path / "fork")
    settings = (fork / "mkdocs.yml").read_text()
    (fork / "mkdocs.yml").write_text(re.sub(r"from: \S+", f"from: {THURSDAY}", settings, count=1))
    (fork / ".github").mkdir()
    scripts = [str(path.relative_to(ROOT)) for path in (ROOT / ".github").glob("*.sh")]
    for name in ("Makefile", ".gitattributes", ".gitignore", "pyproject.toml", "requirements.txt", *scripts):
        (fork / name).write_text((ROOT / name).read_text())
    git(fork, "init", "--quiet", "--initial-branch=main")
    git(fork, "add", ".")
    git(fork, *ME, "commit", "--quiet", "--message", "Fork")
    git(tmp_path, "clone", "--quiet", "--bare", str(fork), "origin.git")
    archive = Archive(tmp_path / "origin.git", tmp_path / "runners")
    archive.server, archive.today = server, THURSDAY
    archive.make_environment = archive.set_up
    return archive


def test_five_days_with_a_faulty_one_between_end_complete(archive: Archive, server: FaultyServer) -> None:
    publish(server, THURSDAY, count=2)
    first = run("daily.yml", archive)
    assert (first.red, len(archive.log())) == (False, 2)
    assert archive.log()[0].startswith("Add the lists fetched on 2")
    assert git(archive.origin, "show", "--format=", "--name-only", "main").splitlines() == [
        "content/addresses.txt",
        "content/papers/2604/2604.02000.md",
        "content/papers/2604/2604.02001.md",
        "content/papers/date/2026-04-02.md",
    ]

    archive.today = FRIDAY
    for day in (THURSDAY, FRIDAY):
        publish(server, day, cut(listed(day), 40))
    faulty = run("daily.yml", archive)
    assert faulty.results == {
        "update": "failure", "publish/build": "success", "publish/deploy": "success", "publish": "success",
        "digest": "skipped",
    }  # fmt: skip
    assert "Error: 2026-04-03, daily_papers: " in faulty.output
    assert len(archive.log()) == 2

    archive.today = SATURDAY
    publish(server, THURSDAY)
    publish(server, FRIDAY)
    repaired = run("daily.yml", archive)
    assert (repaired.red, len(archive.log())) == (False, 3)
    assert "4 new" in repaired.output

    archive.today = SUNDAY
    assert (run("daily.yml", archive).red, len(archive.log())) == (False, 3)

    archive.today = MONDAY
    publish(server, MONDAY)
    archive.others.append(lambda: archive.commit("notes.txt", "Mine."))
    last = run("daily.yml", archive)
    assert last.red is False
    assert [line.partition(" fetched")[0] for line in archive.log()[:2]] == [
        "Add the lists",
        "Write notes.txt",
    ]
    assert "Looked at the archive (the site is not built): no problems." in last.output
    assert archive.deployed
    assert_shows_five_days(archive.deployed)


def assert_shows_five_days(site: Path) -> None:
    status = json.loads((site / "status.json").read_text())
    states = ["complete", "complete", "no list", "no list", "complete"]
    assert list(status["sources"][0]["days"].values()) == states
    assert (status["papers"], status["troubles"]) == (9, [])
    for day in (THURSDAY, FRIDAY, MONDAY):
        page = shown_text((site / f"papers/date/{day}/index.html").read_text())
        assert all(f"Paper {number} of {day}" in page for number in range(3))
    for day in (SATURDAY, SUNDAY):
        html = (site / f"papers/date/{day}/index.html").read_text()
        assert "There was no list that day." in shown_text(html)
        assert re.findall(r'rel="(?:prev|next)" href="([^"]+)"', html[html.index("<main") :]) == [
            "../2026-04-03/", "../2026-04-06/",
        ]  # fmt: skip


def test_what_cannot_be_built_is_kept_and_not_deployed(archive: Archive, server: FaultyServer) -> None:
    publish(server, THURSDAY)
    archive.commit("site_theme/paper.html", "{% extends 'nowhere.html' %}")

    ran = run("daily.yml", archive)

    assert ran.results == {
        "update": "success", "publish/build": "failure", "publish/deploy": "skipped", "publish": "failure",
        "digest": "skipped",
    }  # fmt: skip
    assert archive.log()[0].startswith("Add the lists fetched")
    assert archive.deployed is None


def test_a_list_that_a_person_pushes_meanwhile_stays_beside_what_was_fetched(
    archive: Archive, server: FaultyServer
) -> None:
    publish(server, THURSDAY)
    archive.others.append(lambda: archive.add(THURSDAY - timedelta(days=1), "Mine", "2604.01999", "Mine"))

    ran = run("daily.yml", archive, only="update")

    assert ran.results["update"] == "success", ran.output
    assert [line.partition(" fetched")[0] for line in archive.log()] == ["Add the lists", "Mine", "Fork"]
    content = archive.clone() / "content"
    assert len(Files(content).files) == 4
    assert check_archive(Files(content)) == []
    lines = (content / "addresses.txt").read_text().splitlines()
    assert lines == sorted(set(lines))


def test_a_page_that_a_person_pushes_meanwhile_is_added_to(archive: Archive, server: FaultyServer) -> None:
    publish(server, THURSDAY)
    archive.others.append(lambda: archive.add(THURSDAY, "Paper 0 of mine", "2604.02000", "Mine"))

    ran = run("daily.yml", archive, only="update")

    assert ran.results["update"] == "success", ran.output
    content = archive.clone() / "content"
    day = Files(content).day(THURSDAY)
    assert day
    assert [receipt.scope for receipt in day.day.receipts] == ["daily_papers", "mine"]
    assert check_archive(Files(content)) == []


def test_a_paper_that_a_person_takes_down_meanwhile_stays_down(
    archive: Archive, server: FaultyServer
) -> None:
    archive.change(
        lambda clone: add(clone / "content", listing([paper("Mine", arxiv_id="2604.02000")], THURSDAY)), "Add"
    )
    publish(server, THURSDAY)
    archive.others.append(
        lambda: archive.change(
            lambda clone: remove(Files(clone / "content"), "2604.02000", "Asked for."), "Take down"
        )
    )

    ran = run("daily.yml", archive, only="update")

    assert ran.results["update"] == "success", ran.output
    content = archive.clone() / "content"
    assert "removed: Asked for." in (content / "papers/2604/2604.02000.md").read_text()
    assert len(Files(content).files) == 3
    assert check_archive(Files(content)) == []


def test_a_backfill_that_is_cut_short_has_kept_whole_months(archive: Archive, server: FaultyServer) -> None:
    archive.today = datetime.now(UTC).date()
    first = (archive.today.replace(day=1) - timedelta(days=1)).replace(day=25)
    days = [day for day in days_between(first, archive.today) if day.weekday() < 5]
    broken = next(day for day in days if day.month == archive.today.month)
    for day in days:
        publish(server, day, *([answer(b"", 404)] if day == broken else []), count=1)

    ran = run("daily.yml", archive, {"since": str(first)}, only="update")

    assert ran.results["update"] == "failure"
    months = git(archive.origin, "log", "--format=", "--name-only", "main~1").splitlines()
    assert {line for line in months if "papers/date/" in line} == {
        f"content/papers/date/{day}.md" for day in days if day.month == first.month
    }
    assert Files(archive.clone() / "content").days() == [day for day in days if day != broken]


@pytest.mark.parametrize("since", ["yesterday or so", "2999-01-01"])
def test_a_backfill_from_no_day_is_red(archive: Archive, since: str) -> None:
    assert run("daily.yml", archive, {"since": since}, only="update").red


def test_a_site_that_lacks_an_address_is_not_deployed_but_one_that_lacks_a_list_is(
    archive: Archive, server: FaultyServer
) -> None:
    publish(server, THURSDAY)
    run("daily.yml", archive)
    archive.today = MONDAY
    assert not run("pages.yml", archive).red
    deployed = archive.deployed

    def lose(clone: Path) -> None:
        with (clone / "content" / "addresses.txt").open("a") as file:
            file.write("papers/2604.02999/\n")

    archive.change(lose, "Lose a page")
    ran = run("pages.yml", archive)

    assert ran.results == {"build": "failure", "deploy": "skipped"}
    assert "papers/2604.02999/: published once, and no page of the site answers it" in ran.output
    assert archive.deployed == deployed


def test_a_site_is_the_same_with_and_without_what_earlier_runs_kept(
    archive: Archive, server: FaultyServer
) -> None:
    publish(server, THURSDAY, count=2)
    first = run("daily.yml", archive)
    site = tree(archive.deployed or Path())

    again = run("pages.yml", archive)
    assert tree(archive.deployed or Path()) == site
    archive.cached.clear()
    anew = run("pages.yml", archive)
    assert tree(archive.deployed or Path()) == site
    made = [re.findall(r"Made (?:1 day, (\d) papers, )?", done.output) for done in (first, again, anew)]
    assert made == [["2"], [""], ["2"]]


def test_a_push_that_is_refused_publishes_nothing(archive: Archive, server: FaultyServer) -> None:
    publish(server, THURSDAY)
    (archive.origin / "hooks" / "pre-receive").write_text("#!/bin/sh\nexit 1\n")
    (archive.origin / "hooks" / "pre-receive").chmod(0o755)

    ran = run("daily.yml", archive)

    assert ran.results == {"update": "failure", "publish": "skipped", "digest": "skipped"}
    assert archive.log() == ["Fork"]
    assert archive.deployed is None


LISTING = """Daily Papers

Aug 6, 2025

Counting Sheep

We count sheep.
"""


@pytest.mark.parametrize(
    ("text", "red", "said"),
    [
        (
            f"Stray text\n\n{LISTING}",
            False,
            ["1 received, 1 new, 0", "list.txt:1: rejected, text before the day", "new: counting-sheep\n"],
        ),
        ("No day.", True, ["Error: list.txt: found no list of papers"]),
    ],
)
def test_a_pull_request_is_told_what_its_listings_bring(
    archive: Archive, text: str, red: bool, said: list[str]
) -> None:
    archive.commit("content/listings/list.txt", text, "proposal")

    ran = run("content.yml", archive, ref="refs/heads/proposal", base_ref="main")

    assert ran.red is red, ran.output
    assert all(each in ran.summary for each in said), ran.summary
    assert " content/listings/list.txt | " in ran.summary


@pytest.mark.parametrize(("day", "proposed"), [("01", True), ("02", False)])
def test_topics_are_proposed_once_a_month_in_a_commit_of_their_own(
    archive: Archive,
    server: FaultyServer,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    day: str,
    proposed: bool,
) -> None:
    clock = tmp_path / "bin" / "date"
    clock.parent.mkdir()
    clock.write_text(f'#!/bin/sh\n[ "$*" = "--utc +%d" ] && echo {day} && exit\nexec /bin/date "$@"\n')
    clock.chmod(0o755)
    monkeypatch.setenv("PATH", f"{clock.parent}:{os.environ['PATH']}")
    papers = [
        replace(each, listed=(THURSDAY,), title=f"{each.title}: {number}")
        for number, each in enumerate(
            about("Quokka counting from the air", "We like quokka counting, mostly.")
        )
    ]
    archive.change(lambda clone: add(clone / "content", listing(papers, THURSDAY, "mine")), "Add mine")
    publish(server, THURSDAY, count=1)

    done = run("daily.yml", archive, only="update")

    assert done.results["update"] == "success", done.output
    assert (archive.clone() / "content" / "topics.yml").exists() == proposed
    assert archive.log()[0].startswith("Add the topics of 20" if proposed else "Add the lists fetched")
    if proposed:
        changed = git(archive.origin, "show", "--format=", "--name-only", "main").split()
        assert changed == ["content/slugs.txt", "content/topics.yml"]


def test_a_digest_is_sent_once_its_list_is_published(archive: Archive, server: FaultyServer) -> None:
    publish(server, THURSDAY, count=2)
    box = Mailbox()
    post = controller(box)
    post.start()
    email = "\n      email: {from: a@papers.example, to: list@papers.example}"
    archive.change(lambda clone: _set(clone, "  - dailypapers:", f"  - dailypapers:{email}"), "Send digests")
    variables = {"SMTP_HOST": "127.0.0.1", "SMTP_PORT": str(post.port), "SMTP_SECURITY": "none"}
    try:
        box.answers = ["451 try later"]
        refused = run("daily.yml", archive, variables=variables)
        first, again = (run("daily.yml", archive, variables=variables) for _ in range(2))
    finally:
        post.stop()

    assert refused.results["digest"] == "failure"
    assert (first.results["digest"], again.results["digest"]) == ("success", "success")
    assert box.taken == [f"<digest.archive.{THURSDAY}@owner.example>"]
    assert "was sent before" in again.output


def _set(clone: Path, before: str, after: str) -> None:
    settings = (clone / "mkdocs.yml").read_text()
    assert before in settings
    (clone / "mkdocs.yml").write_text(settings.replace(before, after))
