import json
from dataclasses import replace
from datetime import date
from typing import Any

import pytest

from generator.papers.errors import ListingError
from generator.papers.identifiers import parse_arxiv_id
from generator.papers.records import Author, Link, Paper
from generator.sources import parse
from generator.sources.jsonl import KEYS
from generator.sources.listing import Listing
from generator.sources.shapes import shape_of

from . import foreign
from .foreign import ABSTRACT, AT_ARXIV, SHAPES, TLDR
from .samples import DATA, hint, needs_data

DAY = date(2026, 4, 2)
PEOPLE = (Author("Ada Lamb"), Author("Bo Peep"))
CODE = Link("code", "https://github.com/sheep/count")


def listing(*records: object) -> Listing:
    return parse("\n".join(map(json.dumps, records)).encode(), hint("2026-04-02.jsonl"))


def paper(record: dict[str, Any], **more: object) -> Paper:
    """Give the paper that a record is, with some keys changed; those of None are left out."""
    changed = {key: value for key, value in {**record, **more}.items() if value is not None}
    return listing(changed).entries[0].paper


def reason(record: dict[str, Any], **more: object) -> str:
    """Give why a record is rejected beside one that is not."""
    return next(listing({"title": "Goats"}, {**record, **more}).rejected()).reason


@pytest.mark.parametrize("name", AT_ARXIV)
def test_the_identifier_and_the_abstract_of_each_shape_are_read(name: str) -> None:
    found = paper(AT_ARXIV[name])

    assert (found.id, found.arxiv_id, found.listed) == ("2604.00001", "2604.00001", (DAY,))
    assert (found.abstract, found.source) == (ABSTRACT, "jsonl")


def test_arxiv_py() -> None:
    found = paper(foreign.ARXIV_PY)

    assert (found.title, found.authors, found.summary) == ("Counting $n$ Sheep", PEOPLE, None)
    assert (found.published, found.updated) == (date(2026, 3, 31), DAY)
    assert (found.categories, found.links) == (("cs.CL", "cs.AI"), (CODE,))
    assert (found.doi, found.journal_ref) == ("10.1000/sheep.7", "J. Sheep 7")
    assert found.comment == "9 pages, code at https://github.com/sheep/count"


def test_arxiv_py_s_values_as_people_change_them() -> None:
    people = [{"name": "Ada Lamb"}, {"name": "Bo Peep"}]
    address = "https://doi.org/10.1000/sheep.7"
    found = paper(
        foreign.ARXIV_PY, authors=people, categories="cs.CL, cs.AI", doi=address, comment="Withdrawn"
    )

    assert (found.authors, found.categories) == (PEOPLE, ("cs.CL", "cs.AI"))
    assert (found.doi, found.withdrawn) == ("10.1000/sheep.7", True)
    assert paper(foreign.ARXIV_PY, authors="Ada Lamb,  Bo Peep (Meadow)").authors == PEOPLE


def test_a_summary_beside_an_abstract_is_a_summary() -> None:
    found = paper(foreign.ARXIV_PY, abstract="We count.", summary=TLDR)

    assert (found.abstract, found.summary) == ("We count.", TLDR)


@pytest.mark.parametrize(
    ("record", "title"), [(foreign.HUGGING_FACE, "Counting n Sheep"), (foreign.ENTRY, "Counting $n$ Sheep")]
)
def test_hugging_face(record: dict[str, Any], title: str) -> None:
    found = paper(record)

    assert (found.title, found.authors, found.summary, found.votes) == (title, PEOPLE, TLDR, 7)
    assert (found.published, found.topics) == (date(2026, 3, 31), ("counting", "sheep"))
    assert found.links == (CODE, Link("project", "https://sheep.example/"))
    assert (found.submitted_by, found.organization) == ("shepherd", "The Meadow")


@needs_data
def test_real_entries_on_lines_are_read_as_in_their_array() -> None:
    for file in sorted((DATA / "hf_api").glob("*.json")):
        day, data = date.fromisoformat(file.stem[:10]), file.read_bytes()
        lines = "\n".join(map(json.dumps, json.loads(data))).encode()
        if not lines:
            continue

        entries = zip(
            parse(data, hint(file.name, day)).entries, parse(lines, hint(file.name, day)).entries, strict=True
        )

        assert all(on_line.paper == replace(in_array.paper, source="jsonl") for in_array, on_line in entries)


def test_the_day_of_hugging_face_s_list_is_a_listing_day() -> None:
    found = parse(json.dumps(foreign.HUGGING_FACE).encode(), hint("paper.json"))

    assert found.days == (DAY,)
    assert "date: found '2026-04-03'" in reason(foreign.HUGGING_FACE, date="2026-04-03")


UNLISTED = ("arxiv.py", "Semantic Scholar", "OpenAlex", "Kaggle", "daily-arXiv", "ACL")


@pytest.mark.parametrize("name", UNLISTED)
def test_a_date_of_publication_is_no_listing_day_and_one_that_was_added_is(name: str) -> None:
    assert listing({**SHAPES[name], "date": "2026-04-01"}).days == (date(2026, 4, 1),)
    with pytest.raises(ListingError, match="listing day is missing"):
        parse(json.dumps(SHAPES[name]).encode(), hint("papers.jsonl"))


def test_semantic_scholar() -> None:
    found = paper(foreign.SEMANTIC_SCHOLAR)

    assert (found.authors, found.summary, found.published) == (PEOPLE, TLDR, date(2026, 3, 31))
    assert (found.doi, found.journal_ref) == ("10.48550/arXiv.2604.00001", "Meeting on Sheep")
    assert found.links == (Link("other", "https://sheep.example/sheep.pdf"),)


@pytest.mark.parametrize(
    "changed",
    [
        {"externalIds": {"DOI": "10.48550/arXiv.2604.00001"}},
        {"externalIds": {"CorpusId": 1}, "openAccessPdf": {"url": "https://arxiv.org/pdf/2604.00001"}},
        {"externalIds": None, "arxivId": "2604.00001", "doi": "10.1000/sheep.7"},
    ],
)
def test_semantic_scholar_names_papers_at_arxiv_in_several_ways(changed: dict[str, Any]) -> None:
    assert paper(foreign.SEMANTIC_SCHOLAR, **changed).arxiv_id == "2604.00001"


def test_a_paper_of_semantic_scholar_that_is_not_at_arxiv_keeps_its_doi() -> None:
    found = paper(foreign.SEMANTIC_SCHOLAR, externalIds={"DOI": "10.1000/sheep.7"}, venue="arXiv.org")

    assert (found.id, found.arxiv_id, found.doi) == ("counting-n-sheep", None, "10.1000/sheep.7")
    assert found.journal_ref is None


def test_openalex() -> None:
    found = paper(foreign.OPENALEX)

    assert (found.title, found.authors, found.topics) == ("Counting $n$ Sheep", PEOPLE, ("Counting",))
    assert (found.doi, found.published) == ("10.48550/arxiv.2604.00001", date(2026, 3, 31))
    assert paper(foreign.OPENALEX, is_retracted=True).withdrawn


@pytest.mark.parametrize(
    "index", [["We"], {"We": 0}, {"We": ["0"]}, {"We": [None]}, {"We": [True, 0]}, {"We": [[0]]}]
)
def test_an_index_that_is_none_is_no_abstract(index: object) -> None:
    assert "abstract_inverted_index: found" in reason(foreign.OPENALEX, abstract_inverted_index=index)


def test_kaggle() -> None:
    read = listing(foreign.KAGGLE)
    found = read.entries[0].paper

    assert found.title == "Counting $n$ Sheep"
    assert found.authors == (Author("Ada Lamb", "Lamb"), Author("Bo Peep Jr.", "Peep"), Author("The Flock"))
    assert (found.published, found.updated) == (date(2026, 3, 31), DAY)
    assert (found.categories, found.links) == (("cs.CL", "cs.AI"), (CODE,))
    assert (found.doi, found.journal_ref) == ("10.1000/sheep.7", "J. Sheep 7")
    assert read.ignored == ("license", "report-no", "submitter", "update_date")


def test_kaggle_s_first_snapshots_have_versions_by_name_and_its_extracts_authors_in_a_text() -> None:
    found = paper(foreign.KAGGLE, versions=["v1", "v2"], authors_parsed=None)

    assert (found.published, found.authors) == (None, (Author("Ada Lamb"), Author("Bo Peep Jr.")))


def test_daily_arxiv() -> None:
    found = paper(foreign.DAILY_ARXIV)

    assert (found.authors, found.categories, found.links) == (PEOPLE, ("cs.CL", "cs.AI"), (CODE,))
    assert (found.summary, paper(foreign.DAILY_ARXIV, AI=None).summary) == (TLDR, None)
    code = "https://github.com/owner/flock"
    assert Link("code", code) in paper(foreign.DAILY_ARXIV, code_url=code).links
    assert paper(foreign.DAILY_ARXIV, AI={"tldr": "Summary generation failed"}).summary is None


@pytest.mark.parametrize(
    "people",
    [
        {"author": "Lamb, Ada and Peep, Bo"},
        {"author": None, "authors": "Ada Lamb and Bo Peep"},
        {"author": [{"first": "Ada", "last": "Lamb", "full": "Ada Lamb", "id": "ada-lamb"}, "Peep, Bo"]},
        {"author": None, "authors": [{"name": "Ada Lamb"}, "Bo Peep"]},
    ],
)
def test_acl(people: dict[str, Any]) -> None:
    found = paper(foreign.ACL, **people)

    assert [author.name for author in found.authors] == ["Ada Lamb", "Bo Peep"]
    assert (found.id, found.abstract) == ("counting-n-sheep", ABSTRACT)
    assert (found.doi, found.journal_ref) == (
        "10.18653/v1/2026.acl-long.1",
        "Proceedings of the Meeting on Sheep",
    )
    assert found.links == (Link("other", "https://aclanthology.org/2026.acl-long.1"),)


@pytest.mark.parametrize(
    "said",
    [
        {"url": "2025.acl-long.1", "doi": "10.18653/v1/2025.acl-long.1"},
        {"url": "2025.acl-long.1"},
        {"doi": "https://doi.org/10.18653/v1/2025.acl-long.1"},
    ],
)
def test_a_record_of_the_anthology_is_known_by_its_identifier_or_doi(
    said: dict[str, str],
) -> None:
    found = paper({"title": "Sheep", "author": [{"first": "Ada", "last": "Lovelace"}], **said})

    assert found.authors == (Author("Ada Lovelace", "Lovelace"),)
    assert found.doi in (None, "10.18653/v1/2025.acl-long.1")
    assert found.links == (Link("other", "https://aclanthology.org/2025.acl-long.1/"),)


def test_a_doi_of_the_anthology_that_names_no_page_gives_no_link() -> None:
    found = paper({"title": "Sheep", "author": ["Lamb, Ada"], "doi": "10.3115/1073083.1073135"})

    assert (found.doi, found.links) == ("10.3115/1073083.1073135", ())


def test_a_paper_of_the_anthology_without_its_address_gets_it() -> None:
    assert paper(foreign.ACL, url=None).links == (Link("other", "https://aclanthology.org/2026.acl-long.1/"),)


@pytest.mark.parametrize(
    ("record", "changed", "said"),
    [
        (foreign.ARXIV_PY, {"pdf_url": "http://arxiv.org/pdf/2604.00002v1"}, "2604.00001 and 2604.00002"),
        (foreign.ARXIV_PY, {"arxiv_id": "2604.00002"}, "2604.00001 and 2604.00002"),
        (foreign.OPENALEX, {"doi": "https://doi.org/10.48550/arxiv.2604.00002"}, "2604.00001 and 2604.0000"),
        (foreign.ARXIV_PY, {"published": 1774999800000}, "published: found 1774999800000"),
        (foreign.SEMANTIC_SCHOLAR, {"tldr": TLDR}, "tldr: found"),
        (foreign.SEMANTIC_SCHOLAR, {"externalIds": {"ArXiv": "sheep"}}, "arxiv_id: found 'sheep'"),
        (foreign.KAGGLE, {"authors_parsed": [["Lamb", None]]}, "authors_parsed: found ['Lamb', None]"),
        (foreign.KAGGLE, {"versions": [{"created": "soon"}]}, "versions: found 'soon'"),
        (foreign.ACL, {"acl_id": "a b", "url": None}, "link: found 'https://aclanthology.org/a b/'"),
    ],
)
def test_a_value_of_another_kind_rejects_the_line(
    record: dict[str, Any], changed: dict[str, Any], said: str
) -> None:
    assert said in reason(record, **changed)


@pytest.mark.parametrize("name", SHAPES)
def test_a_character_that_html_forbids_is_counted_once(name: str) -> None:
    for key, value in SHAPES[name].items():
        if isinstance(value, str) and parse_arxiv_id(value) is None and "://" not in value:
            read = listing({**SHAPES[name], key: value.replace("e", "\x01", 1)}, {"title": "Goats"})
            assert read.replaced <= 1, key


def test_our_own_keys_are_in_no_shape() -> None:
    values: tuple[object, ...] = ("2604.00001", "https://arxiv.org/abs/2604.00001", {"id": "2604.00001"}, [])
    for value in values:
        assert shape_of(dict.fromkeys(KEYS, value)) is None
