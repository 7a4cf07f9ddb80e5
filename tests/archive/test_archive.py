from collections.abc import Callable
from contextlib import AbstractContextManager
from dataclasses import replace
from pathlib import Path
from threading import Thread

import pytest

from generator.archive.archive import Archive
from generator.archive.files import locked
from generator.archive.pages import PaperPage
from generator.papers.errors import ArchiveError, PageError
from generator.papers.identifiers import name_digest
from generator.papers.records import Tombstone, ascending
from tests.archives import DAY, NEXT_DAY, add, files, listing, paper

PAPERS = [
    paper("Sheep", "We count sheep."),
    paper("Clouds", "We watch clouds.", arxiv_id="2508.00001", source="arxiv"),
    paper("Knots", "We tie knots.", arxiv_id="math/0309136", source="arxiv"),
    paper("Index", "We name things."),
]


@pytest.fixture
def content(tmp_path: Path) -> Path:
    for number, each in enumerate(PAPERS):
        add(tmp_path / "content", listing([each], DAY, f"list {number}"))
    return tmp_path / "content"


def page_of(archive: Archive, paper_id: str) -> PaperPage:
    page = archive.paper(paper_id)
    assert isinstance(page, PaperPage)
    return page


def test_pages_are_filed_by_month(content: Path) -> None:
    index = PAPERS[3].id

    assert sorted(files(content)) == [
        "addresses.txt",
        "papers/0309/math/0309136.md",
        "papers/2508/2508.00001.md",
        f"papers/2508/{index}.md",
        "papers/2508/sheep.md",
        "papers/date/2025-08-06.md",
    ]
    assert list(Archive(content).files) == ["2508.00001", index, "math/0309136", "sheep"]


def test_papers_and_days_are_read_back(content: Path) -> None:
    archive = Archive(content)

    assert [page.paper for page in archive.papers() if isinstance(page, PaperPage)] == [
        page_of(archive, paper_id).paper for paper_id in sorted(archive.files)
    ]
    assert archive.days() == [DAY]
    day = archive.day(DAY)
    assert day
    assert day.day.ids() == tuple(each.id for each in sorted(PAPERS, key=lambda each: each.source))
    assert archive.day(NEXT_DAY) is None
    assert len(archive.record_sets()) == len(PAPERS)


def test_a_paper_is_found_by_address_alias_and_title(content: Path) -> None:
    archive = Archive(content)
    known = page_of(archive, "sheep")
    archive.write([replace(known, paper=replace(known.paper, aliases=("2508.00009", "wool")))], [])

    for opened in (archive, Archive(content)):
        assert [opened.locate(name) for name in ("sheep", "wool", "2508.00009", "nothing")] == [
            "sheep"
        ] * 3 + [None]
        assert opened.named("clouds") == ["2508.00001"]
        assert opened.slugs("index") == [PAPERS[3].id]
        assert opened.slugs("clouds") == []


@pytest.mark.parametrize(
    "title",
    [
        "'Sheep, \"Counted\" Again'",
        '"Sheep, \\x22Counted\\x22 Again"',
        "Sheep, Counted\n  Again",
        ">-\n  Sheep, Counted\n  Again",
        "Sheep Counted Again # as they say",
    ],
)
def test_a_title_is_found_however_a_person_wrote_it(content: Path, title: str) -> None:
    path = content / "papers" / "2508" / "2508.00001.md"
    path.write_text(path.read_text().replace("title: Clouds", f"title: {title}"))

    assert Archive(content).named("Sheep counted again") == ["2508.00001"]


@pytest.mark.parametrize(
    "others",
    ["- Cloud Cover", '- "10.1000/clouds"\n- Cloud Cover', "  - Cloud Cover", "- >-\n  Cloud\n  Cover"],
)
def test_a_paper_is_found_by_another_of_its_titles(content: Path, others: str) -> None:
    path = content / "papers" / "2508" / "2508.00001.md"
    path.write_text(path.read_text().replace("title: Clouds", f"title: Clouds\nother_names:\n{others}"))

    for name in ("Clouds", "Cloud cover"):
        assert Archive(content).named(name) == ["2508.00001"]


def test_a_tombstone_is_found_by_the_digests_of_its_names(content: Path) -> None:
    archive = Archive(content)
    others = ascending(map(name_digest, ("Cloud Cover", "10.1000/clouds")))
    archive.write([Tombstone("2508.00001", "Asked for", name_digest("clouds"), (), others)], [])

    for name in ("Clouds", "Cloud cover!", "10.1000/Clouds"):
        assert Archive(content).named(name) == ["2508.00001"]


def test_writing_again_changes_nothing(content: Path) -> None:
    archive = Archive(content)
    before = files(content)
    day = archive.day(DAY)
    assert day

    assert archive.write(list(archive.papers()), [day]) == 0
    assert files(content) == before


def test_a_day_enters_its_papers_addresses_if_a_killed_run_did_not(content: Path) -> None:
    before = files(content)
    (content / "addresses.txt").unlink()
    archive = Archive(content)
    day = archive.day(DAY)
    assert day

    assert archive.write([], [day]) == 1
    assert files(content) == before


@pytest.mark.parametrize(
    ("path", "old", "new", "message"),
    [
        (
            "papers/2508/sheep.md",
            b"id: sheep",
            b"id: goat",
            "sheep.md: its id is goat; name the file goat.md, or",
        ),
        ("papers/2508/sheep.md", b"count", b"\xff", "not UTF-8 text (byte "),
        ("papers/2508/sheep.md", b"---\n", b"", 'no front matter between two lines "---"'),
        (
            "papers/date/2025-08-06.md",
            b"day: 2025-08-06",
            b"day: 2025-08-07",
            "its day is 2025-08-07; name the",
        ),
        ("addresses.txt", b"sheep", b"\xff", "content/addresses.txt: not UTF-8 text"),
    ],
)
def test_a_broken_file_is_named(content: Path, path: str, old: bytes, new: bytes, message: str) -> None:
    (content / path).write_bytes((content / path).read_bytes().replace(old, new))
    archive = Archive(content)

    with pytest.raises(PageError) as caught:
        archive.locate("sheep")
        list(archive.papers())
        archive.day(DAY)

    assert message in str(caught.value)
    assert str(caught.value).startswith(f"content/{path}")


def test_a_file_named_like_no_day_is_named(content: Path) -> None:
    (content / "papers/date/2025-02-30.md").touch()

    with pytest.raises(PageError, match=r"2025-02-30\.md: its name is not a day of the calendar; rename"):
        Archive(content).days()


def test_an_archive_needs_a_folder(tmp_path: Path) -> None:
    with pytest.raises(ArchiveError, match="no such folder; `dailypapers init FOLDER` begins an archive"):
        Archive(tmp_path / "content")


def test_a_day_shows_titles_with_links_to_their_files(content: Path) -> None:
    text = (content / "papers/date/2025-08-06.md").read_text()

    assert "1. [Clouds](../2508/2508.00001.md)\n1. [Knots](../0309/math/0309136.md)\n" in text


@pytest.mark.parametrize("lock", [Archive.locked, Archive.at_rest])
def test_a_run_waits_for_one_that_writes(
    content: Path, lock: Callable[[Archive], AbstractContextManager[None]]
) -> None:
    order = []

    def second() -> None:
        with lock(Archive(content)):
            order.append("second")

    run = Thread(target=second)
    with locked(content):
        run.start()
        run.join(0.2)
        order.append("first")
    run.join()

    assert order == ["first", "second"]


def test_an_archive_whose_lock_cannot_be_made_can_be_read(content: Path) -> None:
    (content.parent / ".cache").touch()

    with Archive(content).at_rest():
        assert Archive(content).day(DAY)
