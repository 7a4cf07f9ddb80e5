import gzip
import json
from datetime import date
from hashlib import sha256

import pytest
from hypothesis import given
from jsonschema import Draft202012Validator, FormatChecker

from generator.papers.records import Paper
from generator.site.data.files import SCHEMAS, data_files, year_files
from generator.site.data.jsonl import jsonl
from generator.site.shown import Keys
from generator.site.status import status, status_json
from generator.site.store import Content, Store, bytes_of
from generator.sources import parse
from generator.sources.listing import Hint
from tests.strategies import papers

from .test_feed import SITE, library
from .test_status import COVERAGE
from .test_status import library as judged

KEYS = Keys(b"")
OLD, DECEMBER, JANUARY = date(2025, 12, 30), date(2025, 12, 31), date(2026, 1, 1)
HINT = Hint("papers.jsonl", date(2027, 1, 1))


def paper(name: str, *listed: date) -> Paper:
    return Paper(id=name, title=name.capitalize(), listed=listed, source="jsonl")


SHEEP, GOATS, COWS = paper("sheep", DECEMBER), paper("goats", OLD, JANUARY), paper("cows", JANUARY)
BEFORE = library({OLD: [GOATS], DECEMBER: [SHEEP]})
AFTER = library({OLD: [GOATS], DECEMBER: [SHEEP], JANUARY: [COWS, GOATS]})


def validator(name: str) -> Draft202012Validator:
    return Draft202012Validator(json.loads(SCHEMAS[f"{name}.schema.json"]), format_checker=FormatChecker())


def test_a_year_has_what_was_listed_in_it_in_order() -> None:
    years, contents = year_files(AFTER, SITE, KEYS, Store())
    found = {file.name: file for file in years}
    texts = {name: gzip.decompress(contents[f"data/{name}"].read()).decode() for name in found}

    assert [*found] == [
        *("papers-2026.jsonl.gz", "papers-2026.bib.gz"),
        *("papers-2025.jsonl.gz", "papers-2025.bib.gz"),
    ]
    assert [json.loads(line)["title"] for line in texts["papers-2026.jsonl.gz"].splitlines()] == [
        "Cows",
        "Goats",
    ]
    assert [json.loads(line)["listed"] for line in texts["papers-2025.jsonl.gz"].splitlines()] == [
        ["2025-12-30"],
        ["2025-12-31"],
    ]
    assert texts["papers-2025.bib.gz"].count("@misc") == found["papers-2025.bib.gz"].papers == 2


def test_a_new_day_changes_no_file_of_an_older_year() -> None:
    before, after = (year_files(each, SITE, KEYS, Store()) for each in (BEFORE, AFTER))

    assert {*before[0]} <= {*after[0]}
    assert all(after[1][path].read() == content.read() for path, content in before[1].items())


def test_the_files_of_all_years_together_give_the_papers_back() -> None:
    _, contents = year_files(AFTER, SITE, KEYS, Store())
    lines = b"".join(gzip.decompress(each.read()) for path, each in contents.items() if "jsonl" in path)
    listed = {(entry.paper.id, day) for entry in parse(lines, HINT).entries for day in entry.paper.listed}

    assert listed == {(page.paper.id, day) for page in AFTER.papers.values() for day in page.paper.listed}


@given(papers())
def test_a_line_is_as_the_schema_says(paper: Paper) -> None:
    validator("paper").validate(json.loads("".join(jsonl([paper]))))


def test_the_days_and_the_status_are_as_their_schemas_say() -> None:
    found = data_files(AFTER, SITE, year_files(AFTER, SITE, KEYS, Store())[0])
    days = json.loads(found["api/days.json"])

    validator("days").validate(days)
    validator("status").validate(json.loads(status_json(status(judged(), [COVERAGE]))))
    assert days["days"][-1] == {
        "date": "2026-01-01",
        "address": "papers/date/2026-01-01/",
        "papers": ["cows", "goats"],
    }


@pytest.mark.parametrize("line", ['{"title": 1}', '{"title": "A", "listed": []}'])
def test_the_schema_refuses_what_no_paper_says(line: str) -> None:
    assert not validator("paper").is_valid(json.loads(line))


def test_checksums_are_of_the_files() -> None:
    years, contents = year_files(AFTER, SITE, KEYS, Store())
    found: dict[str, Content] = {**contents, **data_files(AFTER, SITE, years)}
    sums = dict(line.split("  ")[::-1] for line in str(found["data/SHA256SUMS"]).splitlines())

    assert sums.keys() == {path.removeprefix("data/") for path in found if path.startswith("data/")} - {
        "SHA256SUMS"
    }
    for name, digest in sums.items():
        assert sha256(bytes_of(found[f"data/{name}"])).hexdigest() == digest


def test_the_guide_names_every_file() -> None:
    years, _ = year_files(AFTER, SITE, KEYS, Store())
    guide = data_files(AFTER, SITE, years)["llms.txt"]

    assert all(f"{SITE.url}data/{file.name}" in str(guide) for file in years)


def test_an_empty_archive_has_no_year() -> None:
    empty = library({})

    assert year_files(empty, SITE, KEYS, Store()) == ([], {})
    assert json.loads(data_files(empty, SITE, [])["api/days.json"]) == {"days": []}
