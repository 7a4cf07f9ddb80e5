"""What was taken down or left out is nowhere in the site: it is the same site, whatever had stood there."""

import json
import re
import sqlite3
from collections.abc import Collection, Iterable
from contextlib import closing
from datetime import date
from pathlib import Path

import pytest
from click.testing import CliRunner

from generator.archive.archive import Archive
from generator.doors.cli import main
from generator.papers.leave_out import OPTIONAL
from generator.site.card import cards
from generator.site.library import read_library
from generator.site.store import unpacked
from tests.sites import build_here, make_project, tree

DAY = date(2025, 8, 6)
OFFERED = "      daily_papers: true\n      queries: {study: {title: Studies, query: study}}\n"
FIELDS = {
    "votes": "upvotes",
    "summary": "ai_summary",
    "topics": "ai_keywords",
    "submitted_by": "submittedOnDailyBy",
    "organization": "organization",
}


def entry(number: int, word: str, **more: object) -> dict[str, object]:
    """Give a paper of which every field says `word`."""
    return {
        "paper": {
            "id": f"2508.0000{number}",
            "title": f"On {word} and $x^2$",
            "summary": f"We study {word}. See https://github.com/{word}/code for more of {word}.",
            "authors": [{"name": f"Ada {word}"}],
            "publishedAt": f"{DAY}T00:00:00.000Z",
            "projectPage": f"https://{word}.example.org/",
            **more,
        }
    }


def added(word: str, number: int) -> dict[str, object]:
    """Give all that Hugging Face adds of its own."""
    return {
        "upvotes": number,
        "ai_summary": f"It is of {word}.",
        "ai_keywords": [f"{word} theory"],
        "submittedOnDailyBy": {"user": f"user {word}"},
        "organization": {"fullname": f"{word} institute"},
    }


def project(folder: Path, entries: list[dict[str, object]], leave_out: str = "") -> Path:
    made = make_project(folder)
    leave(made, leave_out)
    (folder / "list.json").write_text(json.dumps(entries))
    call(made, "add", "--date", str(DAY), str(folder / "list.json"))
    return made


def leave(project: Path, out: str) -> None:
    settings = (project / "mkdocs.yml").read_text()
    without = re.sub(r"\n      (?:# )?leave_out:.*", "", settings)
    assert without != settings
    (project / "mkdocs.yml").write_text(
        re.sub(r"(  - dailypapers:)", rf"\1\n{OFFERED}      leave_out: [{out}]", without.replace(OFFERED, ""))
    )


def call(project: Path, *arguments: str, code: int = 0) -> str:
    done = CliRunner().invoke(main, ["-C", str(project), *arguments])
    assert done.exit_code == code, done.output
    return done.output


def assert_gone(project: Path, word: str, *folders: str) -> None:
    """Assert that a word is in no file below `folders`, and on no card."""
    for folder in folders:
        for path, data in tree(project / folder).items():
            assert word.encode() not in data, f"{folder}/{path}"
    assert not [key for key, data in kept(project).items() if word.encode() in data]
    said = [str(card).casefold() for card in cards(read_library(Archive(project / "content")), "Site")]
    assert not any(word in each for each in said)


def kept(project: Path) -> dict[bytes, bytes]:
    """Give what the last build kept for the next, unpacked."""
    rows: list[tuple[bytes, bytes]] = []
    for file in (project / ".cache/build").glob("*.db"):
        with closing(sqlite3.connect(file)) as database:
            rows += database.execute("SELECT key, data FROM made").fetchall()
    return {key: unpacked(key, data) or b"" for key, data in rows}


def test_of_a_paper_that_was_taken_down_nothing_stays(tmp_path: Path) -> None:
    sites = []
    for word in ("quokkas", "wombats"):
        made = project(
            tmp_path / word, [entry(1, "sheep"), entry(2, word, **added(word, 7)), entry(3, "clouds")]
        )
        before = build_here(made)
        assert word.encode() in b"".join(tree(before).values())
        call(made, "remove", "2508.00002", "--reason", "Asked for.")
        sites.append(tree(build_here(made)))
        assert_gone(made, word, "site", "content", ".cache")

    assert sites[0] == sites[1]


def test_quotes_of_a_paper_that_was_taken_down_go_with_it(tmp_path: Path) -> None:
    good, bad = entry(2, "quokkas"), entry(3, "quokkas", publishedAt="some day")
    made = project(tmp_path / "made", [entry(1, "sheep"), good, bad])
    later = json.dumps([entry(4, "clouds"), {"paper": {**bad["paper"], "summary": "Of wool."}}])  # type: ignore[dict-item]
    (tmp_path / "later.json").write_text(later)
    call(made, "add", "--date", "2025-08-07", str(tmp_path / "later.json"))
    assert b"quokkas" in (made / "content/papers/date/2025-08-07.md").read_bytes()

    call(made, "remove", "2508.00002", "--reason", "Asked for.")
    gone = tree(made / "content")
    call(made, "add", "--date", str(DAY), str(tmp_path / "made/list.json"))
    call(made, "add", "--date", "2025-08-07", str(tmp_path / "later.json"))

    assert tree(made / "content") == gone
    build_here(made)
    assert_gone(made, "quokkas", "site", "content", ".cache")


def saying(word: str, votes: Iterable[int], names: Collection[str]) -> list[dict[str, object]]:
    """Give papers of which the named fields say `word`, and one that is rejected."""
    papers: list[dict[str, object]] = []
    for number, count in enumerate(votes):
        own, others = added(word, count), added("koalas", 5)
        said = {key: own[key] if name in names else others[key] for name, key in FIELDS.items()}
        papers.append(entry(number, "sheep", **said))
    broken = {FIELDS[name]: added(word, 777777)[FIELDS[name]] for name in names}
    return [*papers, {"paper": {**broken, "id": "none", "title": "Clouds"}}]


@pytest.mark.parametrize("left_out", [*OPTIONAL, ", ".join(OPTIONAL)])
@pytest.mark.parametrize("later", [False, True])
def test_of_a_field_that_is_left_out_nothing_stays(tmp_path: Path, left_out: str, later: bool) -> None:
    sites = []
    for word, votes in (("quokkas", (9, 1)), ("wombats", (3, 777777))):
        papers = saying(word, votes, left_out.split(", "))
        made = project(tmp_path / word, papers, "" if later else left_out)
        if later:
            shown = tree(build_here(made))
            assert any(word.encode() in data for data in shown.values()) or left_out == "votes"
            leave(made, left_out)
        sites.append(tree(build_here(made)))
        cleared = "pages cleared of what mkdocs.yml leaves out" in call(made, "check", "--repair", code=1)
        assert cleared == later
        assert_gone(made, word, "site", ".cache", "content")

    assert sites[0] == sites[1]
