"""What a commit brought is undone by git, and branches are merged, whatever else came meanwhile."""

import shutil
import subprocess
from collections.abc import Iterable
from dataclasses import replace
from datetime import date, timedelta
from pathlib import Path

import pytest

from generator.archive.archive import Archive
from generator.archive.check import check_archive, repair_archive
from generator.archive.remove import remove
from generator.papers.errors import ArchiveError, PageError
from generator.papers.records import Link, Paper
from generator.sources.listing import Listing
from tests.actions import git
from tests.archives import add, files, listing, paper
from tests.sites import ROOT

ME = ("-c", "user.name=Me", "-c", "user.email=me@example.org")
FIRST, SECOND, THIRD, FOURTH = (date(2025, 8, 4) + timedelta(days=number) for number in range(4))


def text(number: int, **more: object) -> Paper:
    abstract = f"We count {number} sheep and {number * number} goats, of herd {number}."
    return paper(f"Paper {number}", abstract, **more)  # type: ignore[arg-type]


def known(number: int, **more: object) -> Paper:
    return text(number, arxiv_id=f"2508.{number:05}", source="arxiv", **more)


BEFORE = [
    listing([text(1), text(2)], FIRST, "good.txt"),
    listing([known(3, votes=1), known(4)], FIRST, "cs.CL"),
]
JUNK_LINK = Link("other", "https://junk.example/")

UNDONE: dict[str, tuple[list[Listing], list[Listing]]] = {
    "papers and a day of its own": (
        [listing([text(21), text(22)], SECOND, "junk.txt")],
        [listing([text(31), text(32)], THIRD, "good.txt")],
    ),
    "identifiers between those of later papers": (
        [listing([known(21), known(23)], SECOND, "junk")],
        [listing([known(22), known(24)], THIRD, "cs.CL")],
    ),
    "a day that got another list": (
        [listing([text(21)], SECOND, "junk.txt")],
        [listing([text(31)], SECOND, "good.txt")],
    ),
    "a day whose list was replaced": (
        [listing([text(21)], SECOND, "list.txt")],
        [listing([text(31)], SECOND, "list.txt")],
    ),
    "another receipt for a known day": (
        [listing([text(21), text(1)], FIRST, "good.txt")],
        [listing([text(31)], THIRD, "good.txt")],
    ),
    "another receipt for a known day, itself replaced": (
        [listing([text(21), text(1)], FIRST, "good.txt")],
        [listing([text(1), text(2), text(31)], FIRST, "good.txt")],
    ),
    "another day for known papers": (
        [listing([text(1), text(21)], SECOND, "junk.txt"), listing([known(3, votes=99)], SECOND, "junk")],
        [listing([text(31)], THIRD, "good.txt")],
    ),
    "another day for known papers, listed once more": (
        [
            listing([text(1), text(21)], SECOND, "junk.txt"),
            listing([known(3, links=(JUNK_LINK,))], SECOND, "junk"),
        ],
        [listing([text(1)], THIRD, "good.txt"), listing([known(3, votes=5)], THIRD, "cs.CL")],
    ),
    "another account of known papers": (
        [
            listing(
                [replace(known(3), title="Junk", updated=FOURTH), replace(known(1), doi="10.1000/junk")],
                SECOND,
            )
        ],
        [listing([known(3, votes=5)], THIRD, "cs.CL"), listing([text(1)], THIRD, "good.txt")],
    ),
    "papers that a later list has too": (
        [listing([text(21), text(22)], SECOND, "junk.txt")],
        [listing([text(21), text(31)], THIRD, "good.txt")],
    ),
    "papers that a later list of that day has too": (
        [listing([text(21), text(22)], SECOND, "junk.txt")],
        [listing([text(21), text(31)], SECOND, "good.txt")],
    ),
}
"""What a bad list brought, and what came later."""


class Repository:
    """An archive in a git repository."""

    def __init__(self, root: Path) -> None:
        root.mkdir()
        self.root, self.content = root, root / "content"
        git(root, "init", "--quiet", "--initial-branch=main")
        shutil.copy(ROOT / ".gitignore", root)

    def commit(self, *listings: Listing) -> str:
        """Add listings and commit what they change."""
        add(self.content, *listings)
        return self.save()

    def save(self) -> str:
        git(self.root, "add", ".")
        git(self.root, *ME, "commit", "--quiet", "--allow-empty", "--message", "Work")
        return git(self.root, "rev-parse", "HEAD")

    def try_to(self, *arguments: str) -> None:
        """Run git where it may stop on conflicts."""
        subprocess.run(["git", *ME, *arguments], cwd=self.root, capture_output=True)

    @property
    def archive(self) -> Archive:
        return Archive(self.content)


@pytest.fixture(params=[True, False], ids=["union", "conflicts"])
def repository(tmp_path: Path, request: pytest.FixtureRequest) -> Repository:
    """Give one whose list of addresses takes the lines of both sides, and one from before it did."""
    repository = Repository(tmp_path / "repository")
    if request.param:
        shutil.copy(ROOT / ".gitattributes", repository.root)
    repository.commit(*BEFORE)
    return repository


def made_of(folder: Path, *batches: Iterable[Listing]) -> dict[str, bytes]:
    """Give the files of an archive made of listings, batch by batch."""
    for batch in batches:
        add(folder / "content", *batch)
    return files(folder / "content")


@pytest.mark.parametrize(("junk", "later"), UNDONE.values(), ids=UNDONE)
def test_a_reverted_commit_leaves_the_archive_as_if_it_had_never_been(
    tmp_path: Path, repository: Repository, junk: list[Listing], later: list[Listing]
) -> None:
    bad = repository.commit(*junk)
    repository.commit(*later)

    repository.try_to("revert", "--no-commit", bad)
    repair_archive(repository.archive)
    git(repository.root, *ME, "commit", "--quiet", "--all", "--message", "Undo")

    assert check_archive(repository.archive) == []
    assert files(repository.content) == made_of(tmp_path, BEFORE, later)
    assert git(repository.root, "status", "--porcelain") == ""


@pytest.mark.parametrize("repository", [False], indirect=True)
def test_what_stops_git_is_reported_until_it_is_repaired(repository: Repository) -> None:
    junk, later = UNDONE["papers and a day of its own"]
    bad = repository.commit(*junk)
    repository.commit(*later)
    repository.try_to("revert", "--no-commit", bad)

    assert [str(problem) for problem in check_archive(repository.archive)] == [
        "content/addresses.txt: a merge or a revert stopped there; run `dailypapers check --repair`"
    ]
    assert repair_archive(repository.archive) == ["content/addresses.txt: merged"]
    assert git(repository.root, "ls-files", "--unmerged") == ""
    assert repair_archive(repository.archive) == []


@pytest.mark.parametrize("repository", [True], indirect=True)
def test_several_commits_are_undone_at_once(tmp_path: Path, repository: Repository) -> None:
    junk = [listing([known(number)], day, "junk") for number, day in ((21, SECOND), (23, THIRD))]
    later = listing([known(22), known(24), known(25)], FOURTH, "cs.CL")
    bad = [repository.commit(junk[0]), repository.commit(junk[1])]
    repository.commit(later)

    repository.try_to("revert", "--no-commit", *reversed(bad))
    repair_archive(repository.archive)
    git(repository.root, *ME, "commit", "--quiet", "--all", "--message", "Undo")

    assert check_archive(repository.archive) == []
    assert files(repository.content) == made_of(tmp_path, BEFORE, [later])


@pytest.mark.parametrize("repository", [True], indirect=True)
def test_a_merge_that_takes_the_lines_of_both_sides_is_put_in_order(
    tmp_path: Path, repository: Repository
) -> None:
    lists = [listing([known(20), text(31)], SECOND, "one"), listing([known(21)], SECOND, "other")]
    git(repository.root, "branch", "other")
    repository.commit(lists[0])
    git(repository.root, "switch", "--quiet", "other")
    repository.commit(lists[1])
    repository.try_to("merge", "main")
    lines = (repository.content / "addresses.txt").read_text().splitlines()
    assert lines != sorted(set(lines))

    repair_archive(repository.archive)

    assert check_archive(repository.archive) == []
    assert files(repository.content) == made_of(tmp_path, BEFORE, lists)


@pytest.mark.parametrize("at_once", [True, False])
def test_two_branches_that_added_lists_become_one(
    tmp_path: Path, repository: Repository, at_once: bool
) -> None:
    """Also where both added the same paper, or another list to the same day."""
    one = [listing([text(1), known(21, votes=4)], SECOND, "one"), listing([text(31)], THIRD, "one")]
    other = [
        listing([text(1), known(21, votes=7)], SECOND, "other"),
        listing([known(3, votes=9)], THIRD, "other"),
    ]
    git(repository.root, "branch", "other")
    for batch in [one] if at_once else [[each] for each in one]:
        repository.commit(*batch)
    git(repository.root, "switch", "--quiet", "other")
    repository.commit(*other)

    repository.try_to("merge", "main")
    repair_archive(repository.archive)

    assert check_archive(repository.archive) == []
    assert files(repository.content) == made_of(tmp_path, BEFORE, one, other)


def edit(repository: Repository, name: str, old: str, new: str) -> None:
    (path,) = repository.content.rglob(f"{name}.md")
    before = path.read_text()
    assert old in before
    path.write_text(before.replace(old, new))


def test_what_a_person_edited_later_stays(repository: Repository) -> None:
    bad = repository.commit(listing([known(3)], SECOND))
    edit(repository, "2508.00003", "Paper 3", "Paper Three")
    edit(repository, "2508.00003", "-->\n", "-->\n\nNotes.\n")
    repository.commit(listing([known(3)], THIRD))

    repository.try_to("revert", "--no-commit", bad)
    repair_archive(repository.archive)

    page = (repository.content / "papers/2508/2508.00003.md").read_text()
    assert "title: Paper Three\n" in page
    assert page.endswith("-->\n\nNotes.\n")
    assert "listed:\n- 2025-08-04\n- 2025-08-06\n" in page


def test_what_was_taken_down_later_stays_so(repository: Repository) -> None:
    bad = repository.commit(listing([known(3, votes=7)], SECOND))
    remove(repository.archive, "2508.00003", "Asked for.")
    repository.save()

    repository.try_to("revert", "--no-commit", bad)
    repair_archive(repository.archive)

    assert "removed: Asked for.\n" in (repository.content / "papers/2508/2508.00003.md").read_text()
    assert check_archive(repository.archive) == []


def test_what_people_wrote_in_two_ways_is_left_to_them(repository: Repository) -> None:
    git(repository.root, "branch", "other")
    edit(repository, "2508.00003", "-->\n", "-->\n\nOur notes.\n")
    repository.save()
    git(repository.root, "switch", "--quiet", "other")
    edit(repository, "2508.00003", "-->\n", "-->\n\nOther notes.\n")
    repository.commit(*UNDONE["papers and a day of its own"][0])
    repository.try_to("merge", "main")
    before = files(repository.content)

    with pytest.raises(ArchiveError, match=r"2508\.00003\.md: both sides changed its notes .* `git add` it"):
        repair_archive(repository.archive)

    assert files(repository.content) == before


def test_a_lost_page_comes_back_as_it_was_committed(repository: Repository) -> None:
    before = files(repository.content)
    (repository.content / "papers/2508/paper-1.md").unlink()

    assert repair_archive(repository.archive) == [
        "content/papers/2508/paper-1.md: restored from the last commit"
    ]
    assert files(repository.content) == before


def test_a_page_that_cannot_be_read_is_named_before_anything_is_written(repository: Repository) -> None:
    bad = repository.commit(listing([text(21), text(1)], SECOND, "junk.txt"))
    repository.commit(listing([text(31), text(2)], SECOND, "good.txt"))
    edit(repository, "paper-2", "title: Paper 2", "title: [")
    repository.try_to("revert", "--no-commit", bad)
    before = files(repository.content)

    with pytest.raises(PageError, match=r"paper-2\.md, line"):
        repair_archive(repository.archive)

    assert files(repository.content) == before


def test_a_title_that_a_person_is_correcting_changes_no_list(repository: Repository) -> None:
    """The list of a day keeps the title by which it was listed."""
    edit(repository, "paper-1", "title: Paper 1", "title: Paper One")

    assert repair_archive(repository.archive) == []


def test_without_git_nothing_is_known(repository: Repository, monkeypatch: pytest.MonkeyPatch) -> None:
    (repository.content / "papers/2508/paper-1.md").unlink()
    monkeypatch.setenv("PATH", "")

    assert repair_archive(repository.archive) == []
    assert len(check_archive(repository.archive)) == 2
