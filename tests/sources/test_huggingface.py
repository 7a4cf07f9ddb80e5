import json
from collections.abc import Iterable
from datetime import date

import pytest

from generator.papers.errors import ListingError
from generator.papers.records import Author, Link
from generator.sources.huggingface import parse, recognises
from generator.sources.listing import Listing

from .samples import API, DATA, entry, hint, needs_data

DAY = date(2026, 4, 2)
BEFORE = date(2026, 4, 1)


def listing(*entries: object) -> Listing:
    return parse(json.dumps(entries).encode(), hint(day=DAY))


def dated(said: Iterable[date | None]) -> bytes:
    """Give an answer with an entry for each day that is said, or is not."""
    entries = [
        entry(id=f"2604.{number:05}", submittedOnDailyAt=day and f"{day}T09:00:00.000Z")
        for number, day in enumerate(said, 1)
    ]
    return json.dumps(entries).encode()


def test_an_entry_gives_all_it_says() -> None:
    paper = listing(
        entry(
            submittedOnDailyAt="2026-04-02T01:58:49.295Z",
            githubRepo="https://github.com/sheep/\ncount",
            projectPage=" https://sheep.example/",
            ai_summary=" Sheep are counted. ",
            ai_keywords=["sheep", "", "counting", "sheep"],
            organization={"name": "meadow", "fullname": "The Meadow "},
        )
    )

    read = paper.entries[0].paper

    assert (read.id, read.arxiv_id, read.listed) == ("2604.00001", "2604.00001", (DAY,))
    assert read.title == "Counting Sheep with $\\times$ Transformers and a Very Long Title"
    assert read.abstract == "We count sheep. They are many.\n\nCode: https://github.com/sheep/count."
    assert read.authors == (Author("Ada Lamb"), Author("Bo Peep"))
    assert read.published == date(2026, 3, 31)
    assert read.votes == 0
    assert read.links == (
        Link("code", "https://github.com/sheep/count"),
        Link("project", "https://sheep.example/"),
    )
    assert read.summary == "Sheep are counted."
    assert read.topics == ("counting", "sheep")
    assert (read.submitted_by, read.organization) == ("shepherd", "The Meadow")


@pytest.mark.parametrize(
    ("outer", "inner", "title"),
    [
        ("LLM$\\times$Map:\n  Long", "LLMtimesMap: Long", "LLM$\\times$Map: Long"),
        ("L$^2$M", "L^2M", "L$^2$M"),
        ("$\\textit{Trans}$", "Trans", "$\\textit{Trans}$"),
        ("With \\textsc{AIEV-Instruct}", "With\n  AIEV-Instruct", "With AIEV-Instruct"),
        ("Erd\\H{o}s", "ErdHos", "Erd\\H{o}s"),
        ("Earn $1 Million", "Earn $1 Million", "Earn $1 Million"),
        (None, "Only This", "Only This"),
        ("Only That", None, "Only That"),
    ],
)
def test_of_two_titles_the_one_with_its_mathematics_is_taken(
    outer: str | None, inner: str | None, title: str
) -> None:
    read = listing({**entry(title=inner), "title": outer})

    assert read.entries[0].paper.title == title


@pytest.mark.parametrize(
    ("broken", "reason"),
    [
        ("no object", "entry: found 'no object'"),
        ({"title": "Alone"}, "paper is missing"),
        (entry(id=None), "id is missing"),
        (entry(id="not-an-id"), "arxiv_id: found 'not-an-id'"),
        ({**entry(title=" "), "title": None}, "title: found ' '"),
        (entry(summary=7), "summary: found 7"),
        (entry(authors="Ada"), "authors: found 'Ada'"),
        (entry(authors=["Ada"]), "authors: found 'Ada'"),
        (entry(upvotes=True), "upvotes: found True"),
        (entry(upvotes="3"), "upvotes: found '3'"),
        (entry(upvotes=-1), "votes: found -1"),
        (entry(publishedAt="yesterday"), "publishedAt: found 'yesterday'"),
        (entry(projectPage="javascript:alert(1)"), "link: found 'javascript:alert(1)'"),
        (entry(ai_keywords=[1]), "ai_keywords: found 1"),
        (entry(submittedOnDailyAt="2026-04-01T23:00:00Z"), "listing day: found '2026-04-01'"),
    ],
)
def test_an_entry_that_is_no_paper_is_rejected_with_its_number_and_reason(
    broken: object, reason: str
) -> None:
    read = listing(entry(), broken, entry(id="2604.00002"))

    (rejection,) = read.rejections[DAY]
    assert [item.first for item in read.entries] == [1, 3]
    assert (rejection.first, rejection.last) == (2, 2)
    assert reason in rejection.reason


def test_the_day_comes_from_the_entries_where_nothing_states_it() -> None:
    days = [entry(submittedOnDailyAt=f"2026-04-0{day}T09:00:00Z") for day in (2, 1, 2)]

    read = parse(json.dumps([*days, {}]).encode(), hint())

    assert read.days == (date(2026, 4, 1), DAY)
    assert [item.paper.listed for item in read.entries] == [(DAY,), (date(2026, 4, 1),), (DAY,)]
    assert list(read.rejections) == [DAY]


@pytest.mark.parametrize(
    ("said", "name", "option"),
    [
        ((DAY, DAY), "list.json", None),
        ((DAY, DAY), "2026-04-02.json", None),
        ((DAY, None), "2026-04-02.json", None),
        ((None, None), "list.json", DAY),
    ],
)
def test_a_list_of_one_day_is_whole(said: tuple[date | None, ...], name: str, option: date | None) -> None:
    read = parse(dated(said), hint(name, option))

    assert (read.days, list(read.rejected()), read.partial) == ((DAY,), [], frozenset())


@pytest.mark.parametrize(
    ("said", "name", "option", "days", "rejected"),
    [
        ((DAY, BEFORE), "week.json", None, {BEFORE, DAY}, 0),
        ((DAY, BEFORE), "trending 2026-04-02.json", None, {BEFORE, DAY}, 0),
        ((BEFORE, BEFORE, date(2026, 3, 31)), "2026-04-02.json", None, {BEFORE, date(2026, 3, 31)}, 0),
        ((DAY, BEFORE), "week.json", DAY, {DAY}, 1),
        ((DAY, BEFORE, None), "week.json", DAY, {DAY}, 1),
        ((DAY, None), "search.json", None, {DAY}, 1),
        ((DAY, BEFORE, None), "search 2026-04-02.json", None, {BEFORE, DAY}, 1),
        ((DAY, date(2026, 9, 9)), "list.json", None, {DAY}, 1),
    ],
)
def test_a_list_that_spans_days_gives_a_part_of_each(
    said: tuple[date | None, ...], name: str, option: date | None, days: set[date], rejected: int
) -> None:
    read = parse(dated(said), hint(name, option))

    assert set(read.days) == read.partial == days
    assert len(list(read.rejected())) == rejected


def test_a_day_without_papers_is_a_listing() -> None:
    read = parse(b"[]", hint("2026-04-04.json"))

    assert (read.days, read.entries, read.rejections) == ((date(2026, 4, 4),), (), {})


@pytest.mark.parametrize(
    ("data", "name", "message"),
    [
        (b'{"error": "Invalid date"}', "x.json", "'Invalid date'"),
        (b"[", "x.json", "x.json, line 1: found broken JSON in column 2"),
        (b"[\n{},\n{]", "x.json", "x.json, line 3: found broken JSON in column 2"),
        (b"[" * 100_000, "x.json", "Nested too deep"),
        (b"[" * 980 + b"]" * 980, "x.json", "Nested too deep"),
        (json.dumps([entry(x=json.loads("[" * 120 + "]" * 120))]).encode(), "x.json", "Nested too deep"),
        (b"[" + b"1" * 5_000 + b"]", "x.json", "Number too long"),
        (b"[]", "x.json", "tells no day"),
        (API, "x.json", "no entry can be read or dated"),
        (
            json.dumps([entry(submittedOnDailyAt="2026-04-03T01:00:00Z")] * 2).encode(),
            "2026-04-04.json",
            "the list is of 2026-04-03, but 2026-04-04 is asked for",
        ),
    ],
)
def test_what_is_no_list_of_that_day_is_an_error(data: bytes, name: str, message: str) -> None:
    assert recognises(data)

    with pytest.raises(ListingError, match=name) as error:
        parse(data, hint(name))

    assert message in str(error.value)


def test_characters_that_html_forbids_are_replaced_and_counted() -> None:
    read = listing(entry(summary="a\u0000b\ud800c", ai_summary="d\uffffe"))

    assert read.replaced == 3
    assert read.entries[0].paper.abstract == "a\ufffdb\ufffdc"


@needs_data
def test_all_real_answers_are_read() -> None:
    files = sorted((DATA / "hf_api").glob("*.json"))
    read = [parse(file.read_bytes(), hint(file.name)) for file in files]

    assert len(files) == 71
    assert sum(len(each.entries) for each in read) == 1_500
    assert [each.days for each in read] == [(date.fromisoformat(file.stem),) for file in files]
    assert not any(each.rejections or each.replaced for each in read)


@needs_data
@pytest.mark.parametrize(
    ("day", "number", "title"),
    [
        ("2024-05-27", 10, "AutoCoder: Enhancing Code Large Language Model with AIEV-Instruct"),
        (
            "2024-10-16",
            3,
            "LLM$\\times$MapReduce: Simplified Long-Sequence Processing using Large Language Models",
        ),
        ("2025-03-07", 7, "L$^2$M: Mutual Information Scaling Law for Long-Context Language Modeling"),
    ],
)
def test_real_titles_are_as_an_eye_would_choose(day: str, number: int, title: str) -> None:
    read = parse((DATA / "hf_api" / f"{day}.json").read_bytes(), hint(f"{day}.json"))

    assert read.entries[number - 1].paper.title == title
