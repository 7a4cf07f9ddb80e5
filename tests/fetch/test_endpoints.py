import json
from collections.abc import Callable
from contextlib import nullcontext
from datetime import UTC, date, datetime
from pathlib import Path
from urllib.parse import parse_qs, urlsplit

import pytest

from generator.fetch.answers import Answer, Get, Kind
from generator.fetch.endpoints import (
    ARXIV_API,
    ARXIV_OAI,
    ARXIV_RSS,
    Arxiv,
    HuggingFace,
    arxiv_paper,
    arxiv_search,
    oai_set,
)
from generator.fetch.fetcher import INTERVALS
from generator.papers.errors import FetchError, ListingError, RecordError
from generator.sources.oai import part_of
from tests.real_papers import answer, rows

HF = Path(__file__).parents[3] / "shared/data/hf_api"
DAY = date(2026, 5, 12)
TODAY = date(2026, 5, 13)


def replies(reply: Callable[[dict[str, str]], bytes], asked: list[str]) -> Get:
    """Give a way to get addresses that replies by their query and writes down what was asked."""

    def get(url: str, kind: Kind) -> Answer:  # noqa: ARG001 - the form of Get
        asked.append(url)
        query = {name: values[0] for name, values in parse_qs(urlsplit(url).query).items()}
        return Answer(url, reply(query), datetime(2026, 5, 13, tzinfo=UTC))

    return get


def entries(first: int, last: int) -> list[dict[str, object]]:
    return [{"paper": {"id": f"2605.{number:05}"}} for number in range(first, last)]


@pytest.mark.parametrize(
    ("held", "page_size", "asked"),
    [
        (0, 100, 1),
        (49, 100, 1),
        (50, 100, 2),
        (99, 100, 1),
        (100, 100, 2),
        (130, 100, 2),
        (130, 50, 3),
        (200, 100, 3),
    ],
)
def test_hugging_face_is_asked_until_a_page_is_not_full(held: int, page_size: int, asked: int) -> None:
    urls: list[str] = []

    def page(query: dict[str, str]) -> bytes:
        start = int(query["p"]) * page_size
        return json.dumps(entries(start, min(held, start + page_size))).encode()

    pages = list(HuggingFace().answers_of(DAY, replies(page, urls)))

    assert sum(len(json.loads(page.body)) for page in pages) == held
    assert len(urls) == asked
    assert urls[0] == "https://huggingface.co/api/daily_papers?date=2026-05-12&limit=100&p=0"


def test_hugging_face_is_not_asked_for_ever_where_pages_repeat() -> None:
    urls: list[str] = []

    pages = list(HuggingFace().answers_of(DAY, replies(lambda _: json.dumps(entries(0, 50)).encode(), urls)))

    assert (len(pages), len(urls)) == (1, 2)


def test_hugging_face_has_to_answer_with_a_list() -> None:
    with pytest.raises(FetchError, match=r"found '\{\"error\": 1\}' instead of a list"):
        list(HuggingFace().answers_of(DAY, replies(lambda _: b'{"error": 1}', [])))


def assert_paged_through(listed: list[object]) -> None:
    def page(query: dict[str, str]) -> bytes:
        return json.dumps(listed[50 * int(query["p"]) :][:50]).encode()

    pages = list(HuggingFace().answers_of(DAY, replies(page, [])))

    assert len(pages) == 2
    assert [entry for page in pages for entry in json.loads(page.body)] == listed


def test_a_day_of_sampled_papers_is_paged_through() -> None:
    assert_paged_through(json.loads(answer(rows())))


@pytest.mark.skipif(not HF.exists(), reason="needs ../shared/data, which is not here")
def test_a_real_day_of_page_size_is_paged_through() -> None:
    full, rest = (json.loads((HF / f"2026-05-{day}.json").read_bytes()) for day in (12, 14))

    assert len(full) == 50
    assert_paged_through(full + rest)


OAI_ANSWERS = {
    None: b"<OAI-PMH><request/><ListRecords>\n<record>1</record>\n"
    b'<resumptionToken cursor="0">6460044|1001</resumptionToken>\n</ListRecords></OAI-PMH>\n',
    "6460044|1001": b"<OAI-PMH><ListRecords><record>2</record>"
    b"<resumptionToken>a b&amp;c</resumptionToken></ListRecords></OAI-PMH>",
    "a b&c": b"<OAI-PMH><ListRecords>\n<record>3</record><resumptionToken/>\n</ListRecords></OAI-PMH>",
}


def test_arxiv_is_asked_on_as_long_as_there_is_a_token() -> None:
    urls: list[str] = []
    get = replies(lambda query: OAI_ANSWERS[query.get("resumptionToken")], urls)

    pages = list(Arxiv("cs.CL", TODAY, part_of).answers_of(DAY, get))

    assert urls == [
        "https://oaipmh.arxiv.org/oai?verb=ListRecords&metadataPrefix=arXiv&set=cs%3Acs%3ACL"
        "&from=2026-05-12&until=2026-05-12",
        "https://oaipmh.arxiv.org/oai?verb=ListRecords&resumptionToken=6460044%7C1001",
        "https://oaipmh.arxiv.org/oai?verb=ListRecords&resumptionToken=a+b%26c",
    ]
    assert [page.body for page in pages] == list(OAI_ANSWERS.values())


@pytest.mark.parametrize(("announced", "cut_short"), [("1", False), ("2", False), ("", False), ("3", True)])
def test_a_list_of_arxiv_with_fewer_records_than_it_says_is_cut_short(
    announced: str, cut_short: bool
) -> None:
    def page(query: dict[str, str]) -> bytes:
        token = "" if "resumptionToken" in query else "more"
        size = f'<resumptionToken completeListSize="{announced}">{token}</resumptionToken>'
        return f"<OAI-PMH><ListRecords><record/>{size}</ListRecords></OAI-PMH>".encode()

    pages = Arxiv("cs.CL", TODAY, part_of).answers_of(DAY, replies(page, []))

    with pytest.raises(ListingError, match="2 of 3 records") if cut_short else nullcontext():
        assert len(list(pages)) == 2


def test_arxiv_is_not_asked_for_ever_where_a_token_repeats() -> None:
    get = replies(lambda _: OAI_ANSWERS[None], [])

    with pytest.raises(FetchError, match="no end of the list after 2 pages"):
        list(Arxiv("cs.CL", TODAY, part_of).answers_of(DAY, get))


def test_today_of_arxiv_is_its_feed() -> None:
    urls: list[str] = []

    pages = list(Arxiv("hep-th", TODAY, part_of).answers_of(TODAY, replies(lambda _: b"<rss/>", urls)))

    assert [page.body for page in pages] == [b"<rss/>"]
    assert urls == ["https://rss.arxiv.org/rss/hep-th"]


@pytest.mark.parametrize(
    ("category", "expected"),
    [
        ("cs", "cs"),
        ("cs.CL", "cs:cs:CL"),
        ("stat.ML", "stat:stat:ML"),
        ("q-bio.NC", "q-bio:q-bio:NC"),
        ("hep-th", "physics:hep-th"),
        ("nucl-ex", "physics:nucl-ex"),
        ("astro-ph.GA", "physics:astro-ph:GA"),
        ("cond-mat.str-el", "physics:cond-mat:str-el"),
        ("nlin.AO", "physics:nlin:AO"),
        ("physics", "physics:physics"),
        ("physics.optics", "physics:physics:optics"),
        ("math-ph", "physics:math-ph"),
        ("math", "math"),
    ],
)
def test_sets_of_categories(category: str, expected: str) -> None:
    assert oai_set(category) == expected
    assert Arxiv(category, TODAY, part_of).scope == category


@pytest.mark.parametrize("category", ["", "CS.CL", "cs/CL", "../x", "cs.CL?x=1", "cs.CL+cs.AI", "cs."])
def test_refuses_what_is_no_category(category: str) -> None:
    with pytest.raises(RecordError, match=r"an arXiv category such as cs\.CL"):
        Arxiv(category, TODAY, part_of)


@pytest.mark.parametrize(
    ("title", "query"),
    [
        ("Attention Is All You Need", 'ti:"Attention Is All You Need"'),
        ('A "quoted" title: with (brackets) AND\\OR', 'ti:"A quoted title with brackets AND OR"'),
        ("Text-to-Image & 50% more?", 'ti:"Text to Image 50 more"'),
        ("The Model's <think> {{x}} $\\alpha$", 'ti:"The Model\'s think x alpha"'),
        ("Schrödinger 模型", 'ti:"Schrödinger 模型"'),
    ],
)
def test_titles_are_searched_as_words(title: str, query: str) -> None:
    parts = urlsplit(arxiv_search(title))

    assert parts.netloc == "export.arxiv.org"
    assert parse_qs(parts.query) == {"search_query": [query], "max_results": ["10"]}


@pytest.mark.parametrize("url", [ARXIV_OAI, ARXIV_RSS, ARXIV_API])
def test_arxiv_is_asked_once_in_three_seconds(url: str) -> None:
    assert urlsplit(url).netloc.endswith(".arxiv.org")
    assert INTERVALS["arxiv.org"] >= 3


def test_a_paper_is_asked_for_by_its_identifier() -> None:
    url = arxiv_paper("math/0309136", "http://127.0.0.1/q")

    assert url == "http://127.0.0.1/q?id_list=math%2F0309136&max_results=1"
