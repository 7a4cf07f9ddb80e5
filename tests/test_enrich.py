from dataclasses import replace
from datetime import UTC, date, datetime
from urllib.parse import unquote_plus

import pytest

from generator.answers import Answer, Kind
from generator.enrich import LeftOpen, Proposal, lacking, look_up, propose
from generator.errors import FetchError
from generator.listing import Entry, Listing
from generator.records import Author, Paper

LISTED = (date(2025, 8, 6),)
ASKED = (date(2026, 4, 10),)
NOON = datetime(2026, 4, 10, 12, tzinfo=UTC)

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


def agree(abstract: str, other: str) -> bool:
    return abstract.casefold().strip(".") == other.casefold().strip(".")


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
def test_proposes_the_account_that_is_sure_on_the_papers_own_days(
    paper: Paper, answer: Listing, account: Paper
) -> None:
    proposals = propose([paper], answer, agree)

    assert proposals.found == (Proposal(paper, replace(account, listed=LISTED)),)
    assert not proposals.left_open


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
    proposals = propose([paper], answer, agree)

    assert proposals.left_open == (LeftOpen(paper, reason),)
    assert not proposals.found


@pytest.mark.parametrize(
    ("change", "lacks"),
    [({}, False), ({"arxiv_id": None}, True), ({"authors": ()}, True), ({"published": None}, True)],
)
def test_papers_that_lack_something_are_looked_up(change: dict[str, None], lacks: bool) -> None:
    assert bool(list(lacking([replace(ACCOUNT, **change)]))) == lacks  # type: ignore[arg-type]


def test_looks_up_one_by_one_and_leaves_open_what_could_not_be_asked() -> None:
    broken = replace(PAPER, title="Broken")
    known = replace(PAPER, arxiv_id="2508.00002")
    asked: list[str] = []

    def get(url: str, kind: Kind) -> Answer:
        assert kind == "xml"
        asked.append(unquote_plus(url))
        if "Broken" in url:
            raise FetchError(url, "answered 500")
        return Answer(url, 200, b"<feed/>", "", NOON)

    outcomes = list(
        look_up([PAPER, ACCOUNT, broken, known], get, lambda _: listing(ACCOUNT, OTHER), agree, "http://x/q")
    )

    assert asked == [
        'http://x/q?search_query=ti:"A Title of Its Own"&max_results=10',
        'http://x/q?search_query=ti:"Broken"&max_results=10',
        "http://x/q?id_list=2508.00002&max_results=1",
    ]
    assert [type(outcome) for outcome in outcomes] == [LeftOpen, LeftOpen, Proposal]
    assert isinstance(outcomes[1], LeftOpen)
    assert "answered 500" in outcomes[1].reason
