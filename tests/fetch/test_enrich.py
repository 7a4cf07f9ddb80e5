from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from pathlib import Path
from urllib.parse import unquote_plus

import pytest

from generator.archive.archive import Archive
from generator.archive.pages import PaperPage
from generator.fetch.endpoints import arxiv_paper, arxiv_search
from generator.fetch.enrich import Identified, LeftOpen, NotAsked, enrich, lacking_papers, match
from generator.fetch.fetcher import Fetcher
from generator.papers.records import Author, Paper
from generator.sources.listing import Entry, Listing
from tests.archives import add
from tests.archives import listing as listing_of
from tests.archives import paper as paper_of
from tests.faulty_server import FaultyServer, answer
from tests.network import ATOM, QUOKKAS, fetchers, path_of

LISTED = (date(2025, 8, 6),)
ASKED = (date(2026, 4, 10),)

PAPER = Paper(
    id="a-title-of-its-own",
    title="A Title of Its Own",
    listed=LISTED,
    source="text",
    abstract="we show that it holds",
)
ACCOUNT = Paper(
    id="2508.00001",
    arxiv_id="2508.00001",
    title="A title of its own",
    listed=ASKED,
    source="arxiv",
    abstract="We show that it holds.",
    authors=(Author("Ada Lovelace"),),
    published=date(2025, 8, 5),
)
OTHER = replace(ACCOUNT, id="2508.00002", arxiv_id="2508.00002")


def listing(*papers: Paper) -> Listing:
    entries = tuple(Entry(paper, number, number) for number, paper in enumerate(papers, 1))
    return Listing("arxiv", "query", ASKED, entries)


@pytest.mark.parametrize(
    ("paper", "answer", "account"),
    [
        (PAPER, listing(ACCOUNT), ACCOUNT),
        (PAPER, listing(replace(OTHER, abstract="Another paper."), ACCOUNT), ACCOUNT),
        (PAPER, listing(replace(OTHER, title="A title of its own, too"), ACCOUNT), ACCOUNT),
        (PAPER, listing(ACCOUNT, ACCOUNT), ACCOUNT),
        (replace(PAPER, arxiv_id="2508.00002", title="Renamed"), listing(ACCOUNT, OTHER), OTHER),
    ],
    ids=["one", "by abstract", "by title", "given twice", "by identifier"],
)
def test_finds_the_account_that_is_sure_on_the_papers_own_days(
    paper: Paper, answer: Listing, account: Paper
) -> None:
    assert match(paper, answer) == Identified(paper, replace(account, listed=LISTED))


@pytest.mark.parametrize(
    ("paper", "answer", "reason"),
    [
        (PAPER, listing(), "no paper with this title on arXiv"),
        (PAPER, listing(replace(ACCOUNT, title="Another")), "no paper with this title on arXiv"),
        (
            replace(PAPER, title="?!"),
            listing(replace(ACCOUNT, title="!?")),
            "no paper with this title on arXiv",
        ),
        (PAPER, listing(replace(ACCOUNT, abstract="No.")), "same title, but another abstract: 2508.00001"),
        (PAPER, listing(replace(ACCOUNT, abstract=None)), "same title, but another abstract: 2508.00001"),
        (
            PAPER,
            listing(ACCOUNT, OTHER),
            "several papers with this title and abstract: 2508.00001, 2508.00002",
        ),
        (
            replace(PAPER, abstract=None),
            listing(ACCOUNT),
            "no abstract to tell by whether it is 2508.00001",
        ),
        (replace(PAPER, arxiv_id="2508.00009"), listing(ACCOUNT), "arXiv does not know 2508.00009"),
    ],
)
def test_leaves_open_what_is_not_sure(paper: Paper, answer: Listing, reason: str) -> None:
    assert match(paper, answer) == LeftOpen(paper, reason)


@pytest.fixture
def fetcher(tmp_path: Path, server: FaultyServer) -> Iterator[Fetcher]:
    with fetchers(server)(tmp_path / "cache", "tests") as fetcher:
        yield fetcher


@pytest.fixture
def content(tmp_path: Path) -> Path:
    papers = [
        paper_of("Counting Nothing", "An abstract of which arXiv knows nothing at all."),
        paper_of("Counting Quokkas", QUOKKAS),
        paper_of("Complete", arxiv_id="2508.00001", authors=(Author("Ada"),), published=LISTED[0]),
    ]
    add(tmp_path / "content", listing_of(papers))
    return tmp_path / "content"


def run(content: Path, fetcher: Fetcher, *, dry_run: bool = False) -> list[type]:
    papers = lacking_papers(Archive(content))
    outcomes = enrich(content, (), papers, fetcher.get, ASKED[0], dry_run=dry_run)
    return [type(outcome) for outcome in outcomes]


def ask(server: FaultyServer, title: str) -> str:
    return server.on(path_of(arxiv_search(title)), answer(ATOM.encode()))


@pytest.mark.parametrize(
    ("change", "lacks"),
    [
        ({}, False),
        ({"arxiv_id": None}, True),
        ({"authors": ()}, True),
        ({"published": None}, True),
    ],
)
def test_papers_that_lack_something_are_looked_up(
    tmp_path: Path, change: dict[str, None], lacks: bool
) -> None:
    add(tmp_path / "content", listing_of([replace(ACCOUNT, **change)]))  # type: ignore[arg-type]

    assert bool(lacking_papers(Archive(tmp_path / "content"))) == lacks


@pytest.mark.parametrize("dry_run", [True, False])
def test_a_sure_match_gives_a_paper_its_identifier_as_an_alias(
    content: Path, server: FaultyServer, fetcher: Fetcher, dry_run: bool
) -> None:
    ask(server, "Counting Quokkas")
    ask(server, "Counting Nothing")

    assert run(content, fetcher, dry_run=dry_run) == [LeftOpen, Identified]

    page = Archive(content).paper("counting-quokkas")
    assert isinstance(page, PaperPage)
    assert page.paper.arxiv_id == (None if dry_run else "2604.00001")
    assert page.paper.aliases == (() if dry_run else ("2604.00001",))
    assert Archive(content).locate("2604.00001") == (None if dry_run else "counting-quokkas")


def test_what_is_found_is_not_asked_for_again(content: Path, server: FaultyServer, fetcher: Fetcher) -> None:
    ask(server, "Counting Quokkas")
    ask(server, "Counting Nothing")
    run(content, fetcher)

    assert run(content, fetcher) == [LeftOpen]


def test_a_paper_with_an_identifier_is_asked_for_by_it(
    tmp_path: Path, server: FaultyServer, fetcher: Fetcher
) -> None:
    add(tmp_path / "content", listing_of([paper_of("Counting Quokkas", arxiv_id="2604.00001")]))
    server.on(path_of(arxiv_paper("2604.00001")), answer(ATOM.encode()))

    assert run(tmp_path / "content", fetcher) == [Identified]
    assert [unquote_plus(path).partition("?")[2] for path in server.paths()] == [
        "id_list=2604.00001&max_results=1"
    ]


def test_a_match_that_has_a_page_of_its_own_is_left_to_a_person(
    content: Path, server: FaultyServer, fetcher: Fetcher
) -> None:
    add(content, listing_of([paper_of("Quokkas, Counted", arxiv_id="2604.00001", source="arxiv")], ASKED[0]))
    ask(server, "Counting Quokkas")
    ask(server, "Counting Nothing")

    papers = [paper for paper in lacking_papers(Archive(content)) if paper.id == "counting-quokkas"]
    (outcome,) = enrich(content, (), papers, fetcher.get, ASKED[0], dry_run=False)

    assert isinstance(outcome, LeftOpen)
    assert outcome.reason.startswith("2604.00001 has a page already, 2604.00001; ")


def test_what_arxiv_does_not_answer_is_told_apart(
    tmp_path: Path, server: FaultyServer, fetcher: Fetcher
) -> None:
    titles = ["Apes", "Bees", "Cats", "Dogs", "Eels"]
    add(tmp_path / "content", listing_of(paper_of(title, f"On {title}.") for title in titles))
    ask(server, "Bees")

    papers = lacking_papers(Archive(tmp_path / "content"))
    outcomes = list(enrich(tmp_path / "content", (), papers, fetcher.get, ASKED[0], dry_run=False))

    assert [type(outcome) for outcome in outcomes] == [NotAsked, LeftOpen, NotAsked, NotAsked, NotAsked]
    assert isinstance(outcomes[-1], NotAsked)
    assert str(outcomes[-1].error).endswith("3 failures in a row: nothing more was asked for")


def test_a_title_without_words_is_left_open_unasked(
    tmp_path: Path, server: FaultyServer, fetcher: Fetcher
) -> None:
    add(tmp_path / "content", listing_of([paper_of("?!")]))

    assert run(tmp_path / "content", fetcher) == [LeftOpen]
    assert server.paths() == []
