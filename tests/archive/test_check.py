import re
from collections.abc import Callable
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from generator.archive.archive import Archive
from generator.archive.check import check_archive, repair_archive
from generator.archive.coverage import Coverage
from generator.archive.pages import PaperPage
from generator.archive.remove import remove
from generator.papers.records import Rejection
from tests.actions import git
from tests.archives import DAY, NEXT_DAY, add, files, listing, paper

SHEEP = paper("Counting Sheep", "We count sheep.")
CLOUDS = paper("Clouds", "We watch clouds.", arxiv_id="2508.00001", source="arxiv")
KNOTS = paper("Knots", "We tie knots.", arxiv_id="math/0309136", source="arxiv")


@pytest.fixture
def content(tmp_path: Path) -> Path:
    add(
        tmp_path / "content",
        listing([SHEEP], DAY),
        listing([CLOUDS, KNOTS], NEXT_DAY),
        listing([replace(SHEEP, arxiv_id="2508.00002")], NEXT_DAY, "more"),
    )
    remove(Archive(tmp_path / "content"), "math/0309136", "Asked for.")
    return tmp_path / "content"


def found(content: Path) -> list[str]:
    return [str(problem) for problem in check_archive(Archive(content))]


def edit(path: str, old: str, new: str) -> Callable[[Path], object]:
    def change(content: Path) -> None:
        text = (content / path).read_text()
        assert old in text
        (content / path).write_text(text.replace(old, new))

    return change


def copy(path: str, to: str, old: str = "", new: str = "") -> Callable[[Path], object]:
    def change(content: Path) -> None:
        (content / to).parent.mkdir(exist_ok=True)
        (content / to).write_text((content / path).read_text().replace(old, new))

    return change


def delete(path: str) -> Callable[[Path], object]:
    return lambda content: (content / path).unlink()


SHEEP_PAGE = "papers/2508/counting-sheep.md"
CLOUDS_PAGE = "papers/2508/2508.00001.md"
DAY_PAGE = "papers/date/2025-08-06.md"
NEXT_DAY_PAGE = "papers/date/2025-08-07.md"

FAULTS: dict[str, tuple[Callable[[Path], object], list[str]]] = {
    "nothing": (lambda _: None, []),
    "unreadable pages, each reported": (
        lambda content: [edit(path, "---\n", "")(content) for path in (SHEEP_PAGE, CLOUDS_PAGE, DAY_PAGE)],
        [
            f'content/{CLOUDS_PAGE}: no front matter between two lines "---" at the top; restore it',
            f'content/{SHEEP_PAGE}: no front matter between two lines "---" at the top; restore it',
            f'content/{DAY_PAGE}: no front matter between two lines "---" at the top; restore it',
        ],
    ),
    "a day of no calendar": (
        lambda content: (content / "papers/date/2025-02-30.md").touch(),
        ["content/papers/date/2025-02-30.md: its name is not a day of the calendar; rename the file"],
    ),
    "an absent paper": (
        delete(CLOUDS_PAGE),
        [
            "content/addresses.txt: papers/2508.00001/ was published once, and no page answers it; restore",
            f"content/{NEXT_DAY_PAGE}: names 2508.00001, of which there is no page; restore that page",
        ],
    ),
    "a paper on no day": (
        edit(NEXT_DAY_PAGE, '  - "2508.00001"\n', ""),
        [f"content/{CLOUDS_PAGE}: listed on 2025-08-07, but no day names it; add its listing again"],
    ),
    "listing days that do not mirror the days": (
        edit(SHEEP_PAGE, "- 2025-08-06\n", ""),
        [
            f"content/{SHEEP_PAGE}: listed on 2025-08-07, but the days say 2025-08-06, 2025-08-07; "
            "run `dailypapers check --repair`"
        ],
    ),
    "two pages of one id": (
        copy(SHEEP_PAGE, "papers/2507/counting-sheep.md"),
        [f"content/papers/2507/counting-sheep.md: content/{SHEEP_PAGE} has the same id; delete one"],
    ),
    "two papers of one arXiv identifier": (
        edit(CLOUDS_PAGE, 'arxiv_id: "2508.00001"', 'arxiv_id: "2508.00002"'),
        [f"content/{CLOUDS_PAGE}: shares the arXiv identifier 2508.00002 with content/{SHEEP_PAGE}; remove"],
    ),
    "an alias that is a page": (
        edit(SHEEP_PAGE, '- "2508.00002"', '- "2508.00001"\n- "2508.00002"'),
        [f"content/{CLOUDS_PAGE}: shares the address 2508.00001 with content/{SHEEP_PAGE}; remove it"],
    ),
    "an alias that leads elsewhere": (
        edit("addresses.txt", "00002/ papers/counting-sheep/", "00002/ papers/2508.00001/"),
        [
            "content/addresses.txt: papers/2508.00002/ leads to papers/2508.00001/, but by the pages to "
            "papers/counting-sheep/; correct the line, or the aliases of the page"
        ],
    ),
    "a missing address": (
        edit("addresses.txt", "papers/date/2025-08-06/\n", ""),
        ["content/addresses.txt: papers/date/2025-08-06/ is missing; run `dailypapers check --repair`"],
    ),
    "a page that nothing reads": (
        copy(SHEEP_PAGE, "papers/drafts/counting-sheep.md"),
        ["content/papers/drafts/counting-sheep.md: neither the page of a paper nor of a day; move it to"],
    ),
}


@pytest.mark.parametrize(("damage", "messages"), FAULTS.values(), ids=FAULTS)
def test_what_does_not_hold_is_reported(
    content: Path, damage: Callable[[Path], object], messages: list[str]
) -> None:
    damage(content)

    problems = found(content)

    assert len(problems) == len(messages), problems
    for problem, message in zip(problems, messages, strict=True):
        assert problem.startswith(message)


def test_what_is_left_out_later_is_told_and_cleared(tmp_path: Path) -> None:
    voted = replace(SHEEP, votes=5, summary="Of wool.")
    add(tmp_path / "voted" / "content", listing([voted, CLOUDS], DAY))
    add(tmp_path / "bare" / "content", listing([replace(voted, votes=None), CLOUDS], DAY))
    archive = Archive(tmp_path / "voted" / "content")

    (told,) = check_archive(archive, leave_out=["votes"])
    assert told.is_remark
    assert str(told).startswith("content: pages that keep votes, which mkdocs.yml leaves out: 1; ")
    assert repair_archive(archive, ["votes"]) == ["content: pages cleared of what mkdocs.yml leaves out: 1"]
    assert check_archive(Archive(archive.root), leave_out=["votes"]) == []
    pages = [(tmp_path / each / "content/papers/2508/counting-sheep.md") for each in ("voted", "bare")]
    assert pages[0].read_text() == pages[1].read_text()


def test_what_is_cleared_stays_so_where_git_has_changed_papers_of_the_day(tmp_path: Path) -> None:
    content = tmp_path / "content"
    rejected: dict[date, tuple[Rejection, ...]] = {DAY: (Rejection(2, 2, "no title", "A secret summary"),)}
    voted = replace(CLOUDS, source="jsonl", votes=5)
    add(content, replace(listing([voted], DAY), rejections=rejected))
    git(tmp_path, "init", "--quiet")
    git(tmp_path, "add", ".")

    repair_archive(Archive(content), ["votes"])

    assert b"A secret summary" not in b"".join(files(content).values())
    assert check_archive(Archive(content), leave_out=["votes"]) == []


def test_repair_mirrors_the_days_and_enters_missing_addresses(content: Path) -> None:
    before = files(content)
    edit(SHEEP_PAGE, "- 2025-08-06\n", "")(content)
    edit("addresses.txt", "papers/date/2025-08-06/\n", "")(content)
    edit("addresses.txt", "papers/2508.00002/ papers/counting-sheep/\n", "")(content)

    assert repair_archive(Archive(content)) == [
        f"content/{SHEEP_PAGE}: listing days are now 2025-08-06, 2025-08-07",
        "content/addresses.txt: entered papers/2508.00002/",
        "content/addresses.txt: entered papers/date/2025-08-06/",
    ]
    assert files(content) == before
    assert repair_archive(Archive(content)) == []


@pytest.mark.parametrize(
    "fault",
    [fault for fault, (_, messages) in FAULTS.items() if not any("--repair" in text for text in messages)],
)
def test_repair_leaves_all_else_to_people(content: Path, fault: str) -> None:
    FAULTS[fault][0](content)
    before = files(content)

    assert repair_archive(Archive(content)) == []
    assert files(content) == before


def test_repair_keeps_days_that_cannot_be_read_and_what_people_wrote(content: Path) -> None:
    edit(DAY_PAGE, "---\n", "")(content)
    edit(SHEEP_PAGE, "- 2025-08-07\n", "")(content)
    edit(SHEEP_PAGE, "We count sheep.", "We count *sheep*.")(content)

    assert len(repair_archive(Archive(content))) == 1

    page = Archive(content).paper("counting-sheep")
    assert isinstance(page, PaperPage)
    assert page.paper.listed == (DAY, NEXT_DAY)
    assert page.edited


PROMISED = (Coverage("huggingface", DAY), Coverage("jsonl", DAY, end=DAY))


def test_promised_days_are_judged_up_to_the_newest_and_against_today(content: Path) -> None:
    add(content, listing([replace(CLOUDS, source="huggingface")], DAY, "daily_papers"))

    problems = check_archive(Archive(content), PROMISED, date(2025, 8, 13))

    assert [str(problem) for problem in problems] == [
        "jsonl, 2025-08-06: promised, but there is no list; "
        "add what is missing, or enter the day under holidays in mkdocs.yml",
        "huggingface, 2025-08-07: promised, but there is no list; "
        "run `dailypapers fetch --date 2025-08-07`, or enter the day under holidays in mkdocs.yml",
        "huggingface: the newest list is of 2025-08-06, and 4 promised days before today have none; "
        "run `dailypapers fetch --since 2025-08-07 --until 2025-08-12`, or set until in mkdocs.yml",
    ]


def test_a_day_with_a_part_of_a_list_only_is_to_be_fetched_whole(content: Path) -> None:
    part = listing([replace(CLOUDS, source="huggingface")], DAY, "daily_papers")
    add(content, replace(part, partial=frozenset({DAY})))

    problems = check_archive(Archive(content), PROMISED[:1], NEXT_DAY)

    assert [str(problem) for problem in problems] == [
        "huggingface, 2025-08-06: only a part of its list is here; "
        "run `dailypapers fetch --date 2025-08-06`, or enter the day under holidays in mkdocs.yml",
    ]


def test_what_one_category_lacks_is_asked_for_by_its_name(content: Path) -> None:
    arxiv = Coverage("arxiv", NEXT_DAY, categories=("cs.CL", "cs.LG"))
    add(content, listing([CLOUDS], NEXT_DAY, "cs.CL"))

    (problem,) = check_archive(Archive(content), [arxiv], date(2025, 8, 8))
    assert str(problem).startswith(
        "arxiv cs.LG, 2025-08-07: promised, but there is no list; "
        "run `dailypapers fetch --source arxiv --category cs.LG --date 2025-08-07`, or enter"
    )

    add(content, listing([CLOUDS], NEXT_DAY, "cs.LG"))
    assert check_archive(Archive(content), [arxiv], date(2025, 8, 8)) == []

    add(content, replace(listing([], NEXT_DAY, "api"), source="arxiv"))
    (problem,) = check_archive(Archive(content), [arxiv], date(2025, 8, 8))
    assert str(problem).startswith("arxiv api, 2025-08-07: the list is empty; add what is missing, or enter")


def test_a_promised_day_that_cannot_be_read_is_reported_once(content: Path) -> None:
    edit(DAY_PAGE, "---\n", "")(content)

    (only,) = check_archive(Archive(content), [Coverage("text", DAY, end=DAY)], DAY)
    assert only.where == f"content/{DAY_PAGE}"


def test_every_page_is_read_once(content: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    opened: list[Path] = []

    def count(path: Path) -> bytes:
        opened.append(path)
        return path.read_bytes()

    monkeypatch.setattr("generator.archive.archive.read", count)

    check_archive(Archive(content), PROMISED, DAY)

    assert len(opened) == len(set(opened)) == 6


def test_accounts_of_one_rank_that_differ_are_told_until_a_person_chooses(content: Path) -> None:
    spam = replace(CLOUDS, abstract="SPAM " * 99 + "SPAM")
    add(content, listing([spam], date(2025, 8, 8)))

    (remark,) = check_archive(Archive(content))
    assert remark.is_remark
    assert str(remark) == (
        f"content/{CLOUDS_PAGE}: accounts of one rank begin {spam.abstract[:80]!r} and 'We watch clouds.'; "  # type: ignore[index]
        "the longest was taken; "
        "correct the text, which then stays, or delete the line `digest` to keep it as it is"
    )

    edit(CLOUDS_PAGE, spam.abstract or "", "We watch clouds.")(content)
    assert check_archive(Archive(content)) == []
    add(content, listing([replace(spam, abstract="SPAM " * 199 + "SPAM")], date(2025, 8, 11)))
    assert check_archive(Archive(content)) == []
    assert "SPAM" not in (content / CLOUDS_PAGE).read_text()


def test_who_keeps_what_was_taken_deletes_the_digest(content: Path) -> None:
    add(content, listing([replace(CLOUDS, abstract="Wool and yarn, by a shepherd.")], date(2025, 8, 8)))
    (remark,) = check_archive(Archive(content))

    text = (content / CLOUDS_PAGE).read_text()
    (content / CLOUDS_PAGE).write_text(re.sub(r"digest: .+\n", "", text))

    assert remark.is_remark
    assert check_archive(Archive(content)) == []
