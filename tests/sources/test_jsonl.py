import json
import re
from dataclasses import asdict
from datetime import date

import pytest
from hypothesis import assume, given, settings

from generator.papers.errors import ListingError
from generator.papers.identifiers import parse_arxiv_id
from generator.papers.records import Author, Link, Paper
from generator.sources import jsonl
from generator.sources import parse as parse_any
from generator.sources.jsonl import parse
from generator.sources.listing import Hint, Listing
from tests.strategies import papers

from .samples import DATA, JSONL, hint, needs_data

DAY = date(2026, 4, 2)


def listing(*records: object) -> Listing:
    return parse("\n".join(map(json.dumps, records)).encode(), hint("list.jsonl"))


def test_a_record_gives_all_it_says() -> None:
    read = listing(
        {
            "title": "Sheep",
            "listed": ["2026-04-03", "2026-04-02"],
            "arxiv_id": "https://arxiv.org/abs/2604.00001v2",
            "abstract": "We count\nsheep.\n\nTwice.",
            "authors": ["Ada Lamb", {"name": "Bo Peep", "family": "Peep"}, " "],
            "doi": "10.1000/sheep.7",
            "published": "2026-03-31T23:30:00-04:00",
            "updated": "2026-04-02",
            "withdrawn": True,
            "categories": ["cs.CL", "cs.AI"],
            "comment": "9 pages",
            "journal_ref": "J. Sheep 7",
            "links": [
                "https://huggingface.co/datasets/sheep/all",
                {"kind": "demo", "url": "https://sheep.example/"},
            ],
            "github": "https://github.com/sheep/count",
            "project_page": None,
            "topics": ["sheep", "counting"],
            "summary": "Sheep are counted.",
            "votes": 0,
            "submitted_by": "shepherd",
            "organization": "The Meadow",
            "colour": "ignored",
        }
    )

    paper = read.entries[0].paper
    assert (read.source, read.scope, read.days) == ("jsonl", "list.jsonl", (DAY, date(2026, 4, 3)))
    assert (paper.id, paper.title, paper.listed) == ("2604.00001", "Sheep", read.days)
    assert paper.abstract == "We count sheep.\n\nTwice."
    assert paper.authors == (Author("Ada Lamb"), Author("Bo Peep", "Peep"))
    assert (paper.published, paper.updated) == (date(2026, 4, 1), DAY)
    assert (paper.withdrawn, paper.categories) == (True, ("cs.CL", "cs.AI"))
    assert (paper.doi, paper.comment, paper.journal_ref) == ("10.1000/sheep.7", "9 pages", "J. Sheep 7")
    assert paper.links == (
        Link("code", "https://github.com/sheep/count"),
        Link("dataset", "https://huggingface.co/datasets/sheep/all"),
        Link("demo", "https://sheep.example/"),
    )
    assert (paper.topics, paper.summary, paper.votes) == (("counting", "sheep"), "Sheep are counted.", 0)
    assert (paper.submitted_by, paper.organization) == ("shepherd", "The Meadow")


def test_every_key_is_in_the_table_and_every_one_there_is_read() -> None:
    table = re.findall(r"^\| (`.*?`) \|", str(jsonl.__doc__), re.MULTILINE)

    assert set(re.findall(r"`(\w+)`", " ".join(table))) == jsonl.KEYS


@settings(deadline=None)
@given(papers())
def test_a_paper_told_in_our_keys_is_read_as_it_is(paper: Paper) -> None:
    of_doi = parse_arxiv_id(paper.doi or "")
    assume(of_doi in (None, paper.arxiv_id) or paper.arxiv_id is None)
    said = {name: value for name, value in asdict(paper).items() if name in jsonl.KEYS and value}
    told = json.dumps(said, default=date.isoformat).encode()

    found = parse(told, Hint("list.jsonl", today=date(2200, 1, 1))).entries[0].paper

    assert {name: value for name, value in asdict(found).items() if name in said and name != "links"} == {
        name: value for name, value in asdict(paper).items() if name in said and name != "links"
    }
    identified = paper.arxiv_id or of_doi
    assert (bool(found.abstract), bool(found.arxiv_id)) == (bool(paper.abstract), bool(identified))
    assert set(found.links) >= set(paper.links)


def test_a_record_without_an_identifier_gets_a_slug() -> None:
    assert listing({"date": "2026-04-02", "title": "Counting Sheep!"}).entries[0].paper.id == "counting-sheep"


@pytest.mark.parametrize(
    ("said", "arxiv_id", "doi"),
    [
        ({"doi": "10.48550/arXiv.2508.99003"}, "2508.99003", "10.48550/arXiv.2508.99003"),
        ({"doi": "https://doi.org/10.48550/arXiv.2508.99003"}, "2508.99003", "10.48550/arXiv.2508.99003"),
        ({"doi": "10.48550/arXiv.2508.99003", "arxiv_id": "2508.99003v2"}, "2508.99003", None),
        ({"doi": "10.1000/abc", "arxiv_id": "2508.99003"}, "2508.99003", "10.1000/abc"),
        ({"doi": "https://doi.org/10.1000/ABC"}, None, "10.1000/ABC"),
        ({"doi": "http://dx.doi.org/10.1000/ABC"}, None, "10.1000/ABC"),
        ({"doi": "doi: 10.1000/ABC"}, None, "10.1000/ABC"),
    ],
)
def test_a_doi_is_read_with_its_resolver_and_one_of_arxiv_identifies(
    said: dict[str, str], arxiv_id: str | None, doi: str | None
) -> None:
    (entry,) = listing({"title": "Sheep", "date": "2026-04-02", **said}).entries

    assert (entry.paper.arxiv_id, entry.paper.id) == (arxiv_id, arxiv_id or "sheep")
    assert doi in (None, entry.paper.doi)


def test_a_comma_behind_each_line_is_no_part_of_it() -> None:
    read = parse(
        b'{"title": "Sheep", "date": "2026-04-02"},\n{"title": "Goats", "date": "2026-04-02"},  \n'
        b'{"title": "Wool", "date": "2026-04-02"}\n',
        hint(),
    )

    assert [entry.paper.title for entry in read.entries] == ["Sheep", "Goats", "Wool"]
    assert not read.rejections


def test_every_line_is_an_entry_a_rejection_or_blank() -> None:
    read = parse(JSONL, hint())

    assert [entry.first for entry in read.entries] == [1, 3]
    assert read.furniture == (2,)
    assert [rejection.first for rejection in read.rejections[date(2026, 4, 3)]] == [4]


@pytest.mark.parametrize(
    ("line", "reason"),
    [
        ('{"title": "Sheep"', "line: found \"Expecting ',' delimiter in column 18\""),
        ("[1]", "line: found [1]; allowed: a JSON object"),
        ('{"date": "2026-04-02"}', "title is missing; allowed: text"),
        ('{"date": "2026-04-02", "title": "Sheep", "arxiv_id": "1"}', "arxiv_id: found '1'"),
        ('{"date": "soon", "title": "Sheep"}', "date: found 'soon'"),
        ('{"date": "0001-01-01T00:00:00+14:00", "title": "Sheep"}', "date: found '0001"),
        ('{"date": "2026-04-02", "title": "Sheep", "authors": {}}', "authors: found {}"),
        ('{"date": "2026-04-02", "title": "Sheep", "authors": [1]}', "authors: found 1"),
        ('{"date": "2026-04-02", "title": "Sheep", "authors": "Ada Lamb"}', "authors: found 'Ada Lamb'"),
        ('{"date": "2026-04-02", "title": "Sheep", "authors": [{"first": "Ada"}]}', "name is missing"),
        (
            '{"title": "Sheep", "arxiv_id": "2508.00001", "doi": "10.48550/arXiv.2508.00002"}',
            "arxiv_id: found '2508.00001 and 2508.00002'",
        ),
        ('{"date": "2026-04-02", "title": "Sheep", "withdrawn": 1}', "withdrawn: found 1"),
        ('{"date": "2026-04-02", "title": "Sheep", "votes": 1.5}', "votes: found 1.5"),
        ('{"date": "2026-04-02", "title": "Sheep", "links": ["http://["]}', "link: found 'http://['"),
        (
            '{"date": "2026-04-02", "title": "Sheep", "links": [{"kind": "x", "url": "http://a.b"}]}',
            "link: found 'x'",
        ),
        ('{"title": "Sheep"}', "listing day is missing"),
    ],
)
def test_a_bad_line_is_rejected_with_its_number_and_reason(line: str, reason: str) -> None:
    read = parse(f'{{"date": "2026-04-02", "title": "Goats"}}\n{line}\n'.encode(), hint())

    (rejection,) = read.rejections[DAY]
    assert (len(read.entries), rejection.first) == (1, 2)
    assert reason in rejection.reason
    assert rejection.text == line


def test_the_file_s_name_dates_only_what_has_no_date() -> None:
    lines = b'{"date": "2026-04-02", "title": "Sheep"}\n{"title": "Goats"}\n'

    read = parse(lines, hint("export-2026-05-01.jsonl"))

    assert [entry.paper.listed for entry in read.entries] == [(DAY,), (date(2026, 5, 1),)]


def test_a_date_other_than_the_stated_one_is_rejected() -> None:
    lines = b'{"date": "2026-04-02", "title": "Sheep"}\n{"title": "Goats"}\n'

    read = parse(lines, hint(day=date(2026, 5, 1)))

    assert [entry.paper.title for entry in read.entries] == ["Goats"]
    assert "2026-04-02" in next(read.rejected()).reason


@pytest.mark.parametrize(
    ("lines", "said"),
    [
        (b'{"title": 1}\n{"title": 2}', r"title: found 1; allowed: text \(entry 1: {\"title\": 1}\)"),
        (b'{\n  "title": "Sheep"\n}\n', "found 1 JSON object, but not each on one line: write"),
        (b'{\n"title": "Sheep"\n},\n{"title": "Goats"},', "found 2 JSON objects, but not each on one line"),
        (b'{"title": "Sheep"}{"title": "Goats"}', "found 2 JSON objects, but not each on one line"),
        (b'{\n  "title": "Sheep",\n', r"line: found .Expecting property name .* \(entry 1: {\)"),
        (
            b'[{"title": "Sheep"}, {"title": "Goats"}]',
            "found an array of objects, none .* as jq -c '..]' does",
        ),
        (b'[\n {"title": "Sheep"},', "found an array of objects"),
        (b"{}", "title is missing"),
        (b'{"meta": {}, "results": [{"id": 1}, {"id": 2}]}', 'one object with 2 .* "results": write'),
    ],
)
@pytest.mark.parametrize("day", [None, DAY])
def test_a_file_of_which_nothing_can_be_read_is_an_error_on_whatever_day(
    lines: bytes, said: str, day: date | None
) -> None:
    with pytest.raises(ListingError, match=f"x.jsonl.*{said}"):
        parse_any(lines, hint("x.jsonl", day))


@pytest.mark.parametrize("entries", [b"[]", b'[{"paper": {"id": "2604.00001", "title": "Sheep"}}]'])
def test_an_array_of_hugging_face_stays_its(entries: bytes) -> None:
    assert parse_any(entries, hint("2026-04-02.json")).source == "huggingface"


def test_keys_that_are_not_looked_at_are_named_where_they_say_something() -> None:
    read = listing(
        {"date": "2026-04-02", "title": "Sheep", "colour": "white", "license": None, "age": " ", "": 0},
        {"date": "2026-04-02", "title": "Goats", "horns\x1b\n": 2, "colour": "black"},
        {"date": "2026-04-02", "titel": "Cows", "milk": []},
    )

    assert read.ignored == ('""', "colour", "horns\ufffd", "titel")


@needs_data
@pytest.mark.parametrize(
    ("name", "papers", "days"), [("corpus-hf", 8_506, 521), ("corpus-arxiv", 30_000, 144)]
)
def test_the_corpora_go_in_as_they_are(name: str, papers: int, days: int) -> None:
    read = parse_any((DATA / f"{name}.jsonl.gz").read_bytes(), hint(f"{name}.jsonl.gz"))

    assert len({entry.paper.arxiv_id for entry in read.entries}) == len(read.entries) == papers
    assert (len(read.days), read.rejections, read.furniture, read.replaced) == (days, {}, (), 0)


def test_an_entry_of_a_day_that_has_not_come_is_rejected_on_the_day_of_its_neighbours() -> None:
    read = listing(
        {"date": "2026-06-02", "title": "Tomorrow"},
        {"date": "2036-06-01", "title": "Sheep"},
        {"date": "2036-06-01", "title": ["Goats"]},
    )

    assert [entry.paper.title for entry in read.entries] == ["Tomorrow"]
    assert read.days == (date(2026, 6, 2),)
    assert [rejection.first for rejection in read.rejected()] == [2, 3]
    assert "listing day: found '2036-06-01'" in next(read.rejected()).reason


def test_a_list_of_a_day_that_has_not_come_is_refused() -> None:
    with pytest.raises(ListingError, match="the list is of 2036-06-01, which has not come; today is 2026"):
        parse(b'{"title": "Sheep"}', hint("list.jsonl", date(2036, 6, 1)))
