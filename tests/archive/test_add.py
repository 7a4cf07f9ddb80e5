import itertools
import re
from dataclasses import replace
from datetime import UTC, date, datetime
from hashlib import sha256
from pathlib import Path
from unittest.mock import patch

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from generator.archive.add import Addition, Tally, receive
from generator.archive.archive import Archive
from generator.archive.check import check_archive
from generator.archive.pages import NOTES_MARKER, DayPage, PaperPage, digest
from generator.archive.record_set import record_set
from generator.archive.remove import remove
from generator.papers.bounds import ENTRIES
from generator.papers.errors import ArchiveError, PageError
from generator.papers.records import (
    Announced,
    Author,
    DatedBy,
    Day,
    Link,
    Paper,
    Receipt,
    Rejection,
    Source,
    Tombstone,
)
from generator.sources import parse
from generator.sources.listing import Entry, Hint, Listing
from tests.archives import DAY, NEXT_DAY, REAL_LISTING, TODAY, add, files, listing, paper

LATER = date(2025, 8, 8)
SHEEP = paper("Counting Sheep", "We count sheep with few parameters.", votes=3)
CLOUDS = paper("On the Shape of Clouds", "Clouds have shapes, and we say which.")
WOOL = paper("Counting Sheep", "Wool, yarn and knitting patterns, for beginners.")
BOOK = paper("A Book of Wool", "Yarn and patterns.")
SHEEP_ON_ARXIV = paper(
    "Counting Sheep!", "We count sheep with few parameters, and well.", arxiv_id="2508.00001", source="arxiv"
)


@pytest.fixture
def content(tmp_path: Path) -> Path:
    add(tmp_path / "content", listing([SHEEP, CLOUDS]))
    return tmp_path / "content"


def paper_in(content: Path, paper_id: str) -> Paper:
    page = Archive(content).paper(paper_id)
    assert isinstance(page, PaperPage)
    return page.paper


def in_part(*papers: Paper) -> Listing:
    return replace(listing(papers), partial=frozenset({DAY}))


def day_ids(content: Path, day: object = DAY) -> tuple[str, ...]:
    page = Archive(content).day(DAY if day == DAY else NEXT_DAY)
    return page.day.ids() if page else ()


def edit(content: Path, name: str, old: str, new: str) -> None:
    (path,) = content.rglob(f"{name}.md")
    text = path.read_text()
    assert old in text
    path.write_text(text.replace(old, new))


def test_a_listing_becomes_papers_and_a_day(content: Path) -> None:
    assert day_ids(content) == ("counting-sheep", "on-the-shape-of-clouds")
    assert paper_in(content, "counting-sheep") == replace(SHEEP, listed=(DAY,))


def test_adding_again_changes_not_one_byte(content: Path) -> None:
    before = files(content)

    tally = add(content, listing([SHEEP, CLOUDS]))

    assert files(content) == before
    assert (tally.received, tally.unchanged, tally.new, tally.days) == (2, 2, [], [])


def test_the_real_listing_is_added_once(tmp_path: Path) -> None:
    real = parse(REAL_LISTING.read_bytes(), Hint(REAL_LISTING.name, TODAY))
    first = add(tmp_path / "content", real)
    before = files(tmp_path)

    again = add(tmp_path / "content", real)

    assert (len(first.new), again.unchanged) == (89, 89)
    assert len(before) == 89 + 2
    assert files(tmp_path) == before


def test_hand_edits_win(content: Path) -> None:
    edit(content, "counting-sheep", "title: Counting Sheep", "title: Counting Sheep, Properly")
    edit(content, "counting-sheep", "source: text", "mine: [1, 2]  # a remark\nsource: 'text'")
    edit(content, "counting-sheep", NOTES_MARKER, f"{NOTES_MARKER}\n\nNotes.")
    before = files(content)

    add(content, listing([SHEEP, CLOUDS]))
    assert files(content) == before

    add(content, listing([SHEEP, CLOUDS, WOOL]))
    assert {name for name, data in files(content).items() if before.get(name) != data} == {
        "papers/2508/counting-sheep.md",
        "papers/2508/counting-sheep-" + paper_hash(content),
        "papers/date/2025-08-06.md",
        "addresses.txt",
    }
    page = Archive(content).paper("counting-sheep")
    assert isinstance(page, PaperPage)
    assert page.paper == replace(SHEEP, title="Counting Sheep, Properly", other_names=("Counting Sheep",))
    assert (page.extra, page.notes) == ("mine: [1, 2]  # a remark\n", "Notes.\n")


def paper_hash(content: Path) -> str:
    (path,) = content.rglob("counting-sheep-*.md")
    return path.name.removeprefix("counting-sheep-")


def test_hand_edits_win_over_a_better_account_that_still_adds_days_and_links(content: Path) -> None:
    edit(content, "counting-sheep", "We count sheep", "We count *woolly* sheep")
    edit(content, "counting-sheep", "source: text", "mine: 1\nsource: text")
    edit(content, "counting-sheep", NOTES_MARKER, f"{NOTES_MARKER}\n\nNotes.")
    link = Link("code", "https://github.com/o/sheep")

    add(content, listing([replace(SHEEP_ON_ARXIV, links=(link,), votes=9)], NEXT_DAY))

    page = Archive(content).paper("counting-sheep")
    assert isinstance(page, PaperPage)
    assert page.edited
    assert (page.paper.title, page.paper.abstract) == (
        "Counting Sheep",
        "We count *woolly* sheep with few parameters.",
    )
    assert (page.paper.listed, page.paper.links, page.paper.votes) == ((DAY, NEXT_DAY), (link,), 9)
    assert (page.extra, page.notes) == ("mine: 1\n", "Notes.\n")


def test_a_better_account_replaces_one_that_nobody_edited(content: Path) -> None:
    tally = add(content, listing([SHEEP_ON_ARXIV]))

    assert tally.changed == ["counting-sheep"]
    assert paper_in(content, "counting-sheep").title == "Counting Sheep!"


def test_a_paper_listed_again_gains_a_day(content: Path) -> None:
    tally = add(content, listing([SHEEP], NEXT_DAY))

    assert (tally.new, tally.relisted) == ([], ["counting-sheep"])
    assert paper_in(content, "counting-sheep").listed == (DAY, NEXT_DAY)
    assert day_ids(content, NEXT_DAY) == ("counting-sheep",)


def test_a_paper_twice_in_a_listing_is_one(tmp_path: Path) -> None:
    tally = add(tmp_path / "content", listing([SHEEP, CLOUDS, SHEEP]))

    assert (tally.received, len(tally.new), tally.repeated) == (3, 2, 1)
    assert day_ids(tmp_path / "content") == ("counting-sheep", "on-the-shape-of-clouds")


@pytest.mark.parametrize("at_once", [True, False])
def test_two_papers_of_one_title_stay_two(tmp_path: Path, at_once: bool) -> None:
    content = tmp_path / "content"
    lists = [listing([SHEEP], scope="a"), listing([WOOL], scope="b")]
    for batch in [lists] if at_once else [[each] for each in lists]:
        add(content, *batch)

    first, second = day_ids(content)
    assert first == "counting-sheep"
    assert re.fullmatch(r"counting-sheep-[0-9a-f]{8}", second)
    assert add(content, listing([WOOL, SHEEP], NEXT_DAY)).relisted == [second, first]


def test_an_arxiv_identifier_learned_later_becomes_an_alias(content: Path) -> None:
    add(content, listing([SHEEP_ON_ARXIV], NEXT_DAY))

    found = paper_in(content, "counting-sheep")
    assert (found.id, found.arxiv_id, found.aliases) == ("counting-sheep", "2508.00001", ("2508.00001",))
    assert Archive(content).locate("2508.00001") == "counting-sheep"
    assert "papers/2508.00001/ papers/counting-sheep/\n" in (content / "addresses.txt").read_text()
    assert add(content, listing([SHEEP, SHEEP_ON_ARXIV], NEXT_DAY, "both")).new == []


@pytest.mark.parametrize("at_once", [True, False])
def test_an_identifier_is_known_under_any_title(content: Path, at_once: bool) -> None:
    lists = [
        listing([SHEEP_ON_ARXIV], NEXT_DAY, "a"),
        listing([replace(SHEEP_ON_ARXIV, title="Counting Sheep, Revised")], NEXT_DAY, "b"),
        listing([paper("Counting Sheep, Revised", SHEEP_ON_ARXIV.abstract)], NEXT_DAY, "c"),
    ]
    for batch in [lists] if at_once else [[each] for each in lists]:
        add(content, *batch)

    assert day_ids(content, NEXT_DAY) == ("counting-sheep",)


def test_a_text_meets_the_paper_that_arxiv_named_first(tmp_path: Path) -> None:
    content = tmp_path / "content"
    add(content, listing([SHEEP_ON_ARXIV]))

    assert add(content, listing([SHEEP], NEXT_DAY)).relisted == ["2508.00001"]


def test_what_was_taken_down_stays_so(content: Path) -> None:
    add(content, listing([SHEEP_ON_ARXIV]))
    remove(Archive(content), "counting-sheep", "Asked for.")
    before = files(content)

    tally = add(content, listing([SHEEP, CLOUDS, SHEEP_ON_ARXIV], NEXT_DAY))

    assert (tally.removed, tally.new, tally.repeated) == (2, [], 0)
    assert files(content)["papers/2508/counting-sheep.md"] == before["papers/2508/counting-sheep.md"]
    assert b"Counting Sheep" not in files(content)["papers/date/2025-08-07.md"]


def test_a_longer_list_of_the_same_name_replaces_its_receipt(content: Path) -> None:
    add(content, listing([CLOUDS, WOOL]))

    page = Archive(content).day(DAY)
    assert page
    (receipt,) = page.day.receipts
    assert (receipt.ids[0], receipt.earlier) == ("on-the-shape-of-clouds", ("counting-sheep",))
    assert len(page.day.ids()) == 3


@pytest.mark.parametrize("order", [*itertools.permutations(range(3))])
def test_a_short_list_of_a_day_never_takes_the_place_of_a_full_one(
    tmp_path: Path, order: tuple[int, ...]
) -> None:
    papers = [replace(each, source="huggingface") for each in (SHEEP, CLOUDS, BOOK)]
    lists = [listing(papers), listing(papers[:1]), listing(papers[1:])]
    add(tmp_path / "full", lists[0])

    for place in (*order, *order):
        add(tmp_path / "any-order", lists[place])

    assert files(tmp_path / "any-order") == files(tmp_path / "full")
    assert add(tmp_path / "any-order", lists[1]).days == []


def test_a_shorter_list_that_was_fetched_takes_the_place_of_a_full_one(tmp_path: Path) -> None:
    papers = [replace(each, source="huggingface") for each in (SHEEP, CLOUDS)]
    fetched = replace(listing(papers[:1]), retrieved=datetime(2025, 8, 8, tzinfo=UTC))

    add(tmp_path, listing(papers))
    add(tmp_path, fetched)

    page = Archive(tmp_path).day(DAY)
    assert page
    assert (page.day.receipts[0].received, page.day.receipts[0].earlier) == (1, ("on-the-shape-of-clouds",))


OLD = paper("Old Title of It", doi="10.1000/abc")
NEW = paper("New Title of It", doi="10.1000/ABC")


@pytest.mark.parametrize("at_once", [True, False])
def test_papers_of_one_doi_are_one_under_whatever_title(tmp_path: Path, at_once: bool) -> None:
    lists = (listing([OLD]), listing([NEW], NEXT_DAY))
    for batch in [lists] if at_once else [[each] for each in lists]:
        add(tmp_path, *batch)

    assert [*Archive(tmp_path).files] == ["old-title-of-it"]
    assert paper_in(tmp_path, "old-title-of-it").listed == (DAY, NEXT_DAY)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        (replace(OLD, abstract=SHEEP.abstract), replace(NEW, abstract=BOOK.abstract)),
        (OLD, replace(NEW, doi="10.1000/abcd")),
    ],
)
def test_papers_of_another_doi_or_another_abstract_are_two(tmp_path: Path, one: Paper, other: Paper) -> None:
    add(tmp_path, listing([one]))
    add(tmp_path, listing([other], NEXT_DAY))

    assert len(Archive(tmp_path).files) == 2


def test_a_doi_of_very_many_papers_tells_none_of_them(tmp_path: Path) -> None:
    volume = [paper(f"Sheep {n}", f"word{n}", doi="10.1000/abc") for n in range(21)]
    add(tmp_path, listing(volume))

    assert add(tmp_path, listing([OLD], NEXT_DAY)).new == ["old-title-of-it"]


def test_a_receipt_tells_what_was_rejected(tmp_path: Path) -> None:
    rejection = Rejection(3, 4, "an abstract without a title", "We count")
    refused = replace(listing([SHEEP]), rejections={DAY: (rejection,)})

    tally = add(tmp_path / "content", refused)

    page = Archive(tmp_path / "content").day(DAY)
    assert page
    assert page.day.receipts[0].rejections == (rejection,)
    assert tally.rejected == [("list", rejection)]


def test_a_day_without_papers_is_a_day(tmp_path: Path) -> None:
    empty = Listing("text", "list", (DAY, NEXT_DAY), ())

    assert add(tmp_path / "content", empty).days == [DAY, NEXT_DAY]
    assert Archive(tmp_path / "content").days() == [DAY, NEXT_DAY]
    assert add(tmp_path / "content", empty).days == []


def test_a_day_without_a_year_does_not_move_when_read_another_year(content: Path) -> None:
    later = replace(listing([SHEEP, CLOUDS], DAY.replace(year=2026)), dated_by="today")
    before = files(content)

    add(content, later)

    assert files(content) == before


def test_nothing_is_written_before_write(content: Path) -> None:
    before = files(content)
    addition = Addition(Archive(content))

    addition.add(listing([WOOL], NEXT_DAY))

    assert isinstance(addition.tally, Tally)
    assert len(addition.tally.new) == 1
    assert files(content) == before


def test_a_broken_page_stops_what_would_need_it(content: Path) -> None:
    edit(content, "counting-sheep", "title: Counting Sheep", "title: [")
    before = files(content)

    with pytest.raises(PageError, match=r"counting-sheep\.md, line"):
        add(content, listing([WOOL], NEXT_DAY))

    assert files(content) == before


def test_a_missing_page_is_made_again(content: Path) -> None:
    before = files(content)
    (content / "papers/2508/counting-sheep.md").unlink()

    add(content, listing([SHEEP, CLOUDS]))

    assert files(content) == before


WORLD = [
    listing([SHEEP_ON_ARXIV, CLOUDS], DAY, "a"),
    listing([replace(SHEEP_ON_ARXIV, source="huggingface", votes=7, title="Sheep")], DAY, "b"),
    listing([replace(SHEEP_ON_ARXIV, source="huggingface", votes=9)], NEXT_DAY, "b"),
    listing([replace(CLOUDS, abstract="Clouds have shapes, and we say which and why.")], NEXT_DAY, "c"),
    listing([paper("Knots", "We tie knots.", arxiv_id="math/0309136", source="jsonl")], NEXT_DAY, "d"),
]


@pytest.fixture(scope="module")
def world(tmp_path_factory: pytest.TempPathFactory) -> dict[str, bytes]:
    content = tmp_path_factory.mktemp("world")
    add(content, *WORLD)
    return files(content)


@given(st.permutations(WORLD), st.sets(st.integers(1, len(WORLD) - 1)), st.sampled_from(WORLD))
@settings(max_examples=40, deadline=None)
def test_the_order_of_listings_does_not_matter(
    tmp_path_factory: pytest.TempPathFactory,
    world: dict[str, bytes],
    order: list[Listing],
    cuts: set[int],
    again: Listing,
) -> None:
    content = tmp_path_factory.mktemp("order")
    for start, end in itertools.pairwise([0, *sorted(cuts), len(order)]):
        add(content, *order[start:end])
    add(content, again)

    assert files(content) == world


RAW = r"On Poincar\'e maps"
SHEEP_IN_TEX = paper(
    RAW, r"We count \emph{sheep} in 360{\deg}.", authors=(Author(":"), Author(r"C. Bal\'azs"))
)


def test_title_and_names_are_in_characters_and_the_abstract_as_it_came(tmp_path: Path) -> None:
    add(tmp_path, listing([SHEEP_IN_TEX]))

    found = paper_in(tmp_path, "on-poincare-maps")
    assert (found.title, found.authors) == ("On Poincaré maps", (Author("C. Balázs"),))
    assert found.abstract == SHEEP_IN_TEX.abstract


def archive_of_an_earlier_version(root: Path) -> None:
    """Write a paper as it was written when titles and names were kept as they came."""
    raw = replace(SHEEP_IN_TEX, id="on-poincar-e-maps")
    receipt = Receipt("text", "list", record_set([Entry(raw, 1, 1)]), 1, (raw.id,))
    archive = Archive(root)
    archive.write([PaperPage(raw, digest(raw))], [DayPage(Day(DAY, (receipt,)))])


@pytest.mark.parametrize("title", [RAW, "On Poincaré maps"])
def test_a_paper_of_an_earlier_version_is_known_by_either_title(tmp_path: Path, title: str) -> None:
    archive_of_an_earlier_version(tmp_path)
    before = files(tmp_path)

    add(tmp_path, listing([SHEEP_IN_TEX]))
    assert files(tmp_path) == before

    tally = add(tmp_path, listing([replace(SHEEP_IN_TEX, title=title)], NEXT_DAY))
    assert (tally.new, tally.relisted) == ([], ["on-poincar-e-maps"])


@pytest.mark.parametrize("arxiv_id", [None, "2508.00001"])
def test_a_tombstone_of_an_earlier_version_still_holds(tmp_path: Path, arxiv_id: str | None) -> None:
    digest_of_raw = sha256(b"on-poincar-e-maps").hexdigest()
    archive_of_an_earlier_version(tmp_path)
    Archive(tmp_path).write([Tombstone("on-poincar-e-maps", "Asked for.", digest_of_raw)], [])

    tally = add(tmp_path, listing([replace(SHEEP_IN_TEX, arxiv_id=arxiv_id)], NEXT_DAY))

    assert (tally.new, tally.removed) == ([], 1)


def announced(*each: tuple[Paper, Announced | None]) -> Listing:
    found = listing([replace(seen, source="arxiv") for seen, _ in each], scope="cs.CL")
    entries = (replace(entry, announced=how) for entry, (_, how) in zip(found.entries, each, strict=True))
    return replace(found, entries=tuple(entries))


def test_how_papers_were_announced_stands_in_the_receipt_and_in_no_record_set(tmp_path: Path) -> None:
    add(tmp_path, announced((SHEEP, None), (CLOUDS, None)))
    silent = files(tmp_path)
    add(tmp_path, announced((SHEEP, "new"), (CLOUDS, "cross")))
    assert files(tmp_path) == silent

    add(tmp_path, announced((CLOUDS, "cross"), (WOOL, "new"), (WOOL, "replace")))
    add(tmp_path, announced((SHEEP, "new")))

    (receipt,) = Archive(tmp_path).day(DAY).day.receipts  # type: ignore[union-attr]
    assert receipt.ids == ("counting-sheep",)
    assert dict(receipt.announced) == {
        "counting-sheep": "new",
        "on-the-shape-of-clouds": "cross",
        receipt.earlier[0]: "new",
    }


def test_how_papers_of_a_part_were_announced_stands_in_its_order(tmp_path: Path) -> None:
    part = replace(announced((CLOUDS, "new"), (SHEEP, "cross")), partial=frozenset({DAY}))

    add(tmp_path, part)

    (receipt,) = Archive(tmp_path).day(DAY).day.receipts  # type: ignore[union-attr]
    assert receipt.announced == (("counting-sheep", "cross"), ("on-the-shape-of-clouds", "new"))


def test_a_list_of_changes_stands_beside_one_of_announcements(tmp_path: Path) -> None:
    by_change = replace(announced((SHEEP, None), (WOOL, None)), dated_by="datestamp")
    of_day = announced((CLOUDS, "new"), (SHEEP, "replace"))

    add(tmp_path / "one", by_change, of_day)
    add(tmp_path / "other", of_day, by_change)

    assert files(tmp_path / "one") == files(tmp_path / "other")
    receipts = Archive(tmp_path / "one").day(DAY).day.receipts  # type: ignore[union-attr]
    assert [receipt.dated_by for receipt in receipts] == ["listing", "datestamp"]


def test_a_part_of_a_list_replaces_no_receipt_and_changes_no_order(content: Path) -> None:
    before = files(content)["papers/date/2025-08-06.md"]
    day = Archive(content).day(DAY)
    assert day

    tally = add(content, in_part(CLOUDS), in_part(BOOK))

    page = Archive(content).day(DAY)
    assert page
    assert (tally.partial, len(page.day.receipts)) == ({DAY}, 3)
    assert page.day.receipts[0] == day.day.receipts[0]
    assert page.day.ids() == (*day.day.ids(), "a-book-of-wool")
    assert files(content)["papers/date/2025-08-06.md"].startswith(before.partition(b"---\n\n")[0])


@pytest.mark.parametrize("order", [*itertools.permutations(range(4))])
def test_parts_and_whole_lists_come_in_any_order(tmp_path: Path, order: tuple[int, ...]) -> None:
    lists = [listing([SHEEP, CLOUDS]), in_part(CLOUDS, SHEEP), in_part(SHEEP), in_part(BOOK)]
    add(tmp_path / "in-order", *lists)

    for place in order:
        add(tmp_path / "shuffled", lists[place])
    again = add(tmp_path / "shuffled", *lists)

    assert files(tmp_path / "shuffled") == files(tmp_path / "in-order")
    assert again.days == []
    assert day_ids(tmp_path / "shuffled")[:2] == ("counting-sheep", "on-the-shape-of-clouds")


@pytest.mark.parametrize("dated_by", ["listing", "today"])
def test_a_part_with_the_papers_of_a_whole_list_does_not_stand_for_it(
    tmp_path: Path, dated_by: DatedBy
) -> None:
    for dated in (in_part(SHEEP), listing([SHEEP])):
        add(tmp_path, replace(dated, dated_by=dated_by))

    page = Archive(tmp_path).day(DAY)
    assert page
    assert [receipt.partial for receipt in page.day.receipts] == [False, True]


def test_a_days_receipts_are_ordered_by_source_and_scope() -> None:
    day = Day(DAY, ())
    for scope in ("b", "a", "c"):
        day = receive(day, Receipt("text", scope, "0" * 64, 0, ()))

    assert [receipt.scope for receipt in day.receipts] == ["a", "b", "c"]


HOSTILE_TITLES = [
    "../../x",
    "Index",
    "Date",
    "Latest",
    "\U0001f600",
    "</title><script>alert(1)</script>",
    "$\\href{javascript:alert(1)}{x}$",
    "{{ config }}",
    "---",
    "# heading [x](javascript:alert(1))",
    NOTES_MARKER,
    "long " * 20_000,
]


@pytest.mark.parametrize("counted", [True, False], ids=["with counts", "with abstracts"])
def test_a_hostile_listing_yields_papers_that_show_it_and_no_file_elsewhere(
    tmp_path: Path, counted: bool
) -> None:
    after = "· 2 authors" if counted else "\n\n{% raw %}<img onerror=alert(1)>."
    text = "Daily Papers\n\nAug 6, 2025\n\n" + "\n\n".join(
        f"{title.strip()}\n{after}" for title in HOSTILE_TITLES
    )

    tally = add(tmp_path / "content", parse(text.encode(), Hint("list.txt", TODAY)))

    archive = Archive(tmp_path / "content")
    shown = {page.paper.title for page in archive.papers() if isinstance(page, PaperPage)}
    marked = () if counted else ("---", "# ")  # are other formats' between abstracts
    expected = {title.strip() for title in HOSTILE_TITLES[:-1]}  # an endless title is none
    assert {title for title in expected if not title.startswith(marked)} <= shown
    assert len(archive.files) == len(tally.new)
    assert all(name.startswith("content/") and ".." not in name for name in files(tmp_path))
    assert check_archive(archive) == []


@pytest.mark.parametrize(
    ("source", "first", "second", "is_in"),
    [
        ("text", "a.txt", "a.txt", True),
        ("text", "a.txt", "b.txt", True),
        ("jsonl", "cs.CL", "cs.LG", True),
        ("huggingface", "daily_papers", "daily_papers", True),
        ("arxiv", "cs.CL", "cs.CL", True),
        ("arxiv", "cs.CL", "cs.LG", False),
        ("arxiv", "api", "cs.CL", False),
        ("arxiv", "cs:cs:CL", "cs.CL", True),
        ("arxiv", "physics:hep-th", "hep-th", True),
        ("arxiv", "cs:cs:CL", "cs.LG", False),
    ],
)
@pytest.mark.parametrize("papers", [[SHEEP], []], ids=["papers", "empty"])
def test_the_same_records_are_in_where_they_came_in_the_same_list(
    tmp_path: Path, source: Source, first: str, second: str, is_in: bool, papers: list[Paper]
) -> None:
    for one, other in ((first, second), (second, first)):
        root = tmp_path / one.replace(":", "-") / other.replace(":", "-")
        lists = (replace(listing(papers, scope=scope), source=source) for scope in (one, other))
        add(root, next(lists))
        before = files(root)
        add(root, next(lists))

        assert (files(root) == before) is is_in
        scopes = [receipt.scope for page in [Archive(root).day(DAY)] if page for receipt in page.day.receipts]
        assert scopes == ([one] if is_in else sorted([one, other]))


def test_what_a_paper_has_no_room_for_is_counted_and_again_changes_nothing(tmp_path: Path) -> None:
    content = tmp_path / "content"
    with patch.dict(ENTRIES, {"topics": 2, "listed": 2}):
        add(content, listing([replace(SHEEP, topics=("b", "c"))]), listing([SHEEP], NEXT_DAY))
        more = listing([replace(SHEEP, topics=("a",))], LATER, "more")
        tally = add(content, more)
        before = files(content)

        assert tally.left_out == 2
        assert add(content, more).left_out == 0
        assert files(content) == before
        found = paper_in(content, "counting-sheep")
        assert (found.topics, found.listed) == (("a", "b"), (DAY, NEXT_DAY))
        assert check_archive(Archive(content)) == []


def test_papers_of_one_title_are_only_so_many(tmp_path: Path) -> None:
    more = [paper("Editorial", "four"), paper("Editorial", arxiv_id="2508.00001", source="arxiv")]
    with patch.dict(ENTRIES, {"titled": 2}):
        add(tmp_path / "content", listing([paper("Editorial", word) for word in ("one", "two", "three")]))
        for each in more:
            with pytest.raises(ArchiveError, match="found 3 papers titled 'Editorial'"):
                add(tmp_path / "content", listing([each], NEXT_DAY))
