from datetime import UTC, datetime
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.fetch.answers import Kind, fault, wait_asked_for
from tests.real_papers import answer, rows

DATA = Path(__file__).parents[3] / "shared/data"
NOON = datetime(2026, 4, 10, 12, tzinfo=UTC)
WHOLE: dict[Kind, bytes] = {
    "json": b'[{"paper": {"id": "2604.00001", "title": "A \\u201ctitle\\u201d"}}]',
    "xml": b"<?xml version='1.0'?><feed><!-- x --><entry a='1'>\xc3\xa9 &amp;</entry></feed>",
}


@pytest.mark.parametrize("kind", WHOLE)
@given(data=st.data())
def test_no_beginning_passes_for_the_whole(kind: Kind, data: st.DataObject) -> None:
    at = data.draw(st.integers(0, len(WHOLE[kind]) - 1))

    assert fault(WHOLE[kind], kind) is None
    assert fault(WHOLE[kind][:at], kind) is not None


@given(st.binary(), st.sampled_from(["json", "xml"]))
def test_any_bytes_are_judged(body: bytes, kind: Kind) -> None:
    assert fault(body, kind) is None or kind.upper() in str(fault(body, kind))


def test_an_answer_of_real_papers_is_whole_and_none_of_its_beginnings() -> None:
    body = answer(rows())

    assert fault(body, "json") is None
    assert all(fault(body[:at], "json") for at in range(0, len(body), 997))


@pytest.mark.skipif(not DATA.exists(), reason="needs ../shared/data, which is not here")
def test_real_answers_are_whole() -> None:
    files = [*DATA.glob("arxiv/*.xml"), *DATA.glob("hf_api/*.json")]

    assert len(files) == 82
    assert {fault(file.read_bytes(), "json" if file.suffix == ".json" else "xml") for file in files} == {None}


@pytest.mark.skipif(not DATA.exists(), reason="needs ../shared/data, which is not here")
def test_a_real_page_is_not_what_an_api_gives() -> None:
    page = (DATA / "hf_html/2024-08-01.html").read_bytes()

    assert str(fault(page, "json")).startswith('found an HTML page "')


@pytest.mark.parametrize(
    ("headers", "wait"),
    [
        ({}, None),
        ({"Retry-After": ""}, None),
        ({"Retry-After": "soon"}, None),
        ({"Retry-After": f"Fri, 10 Apr {'9' * 99} 12:00:10 GMT"}, None),
        ({"Retry-After": "-5"}, None),
        ({"Retry-After": "²"}, None),
        ({"Retry-After": "9" * 5000}, 10**18),
        ({"Retry-After": f"Fri, 10 Apr {10**20} 12:00:10 GMT"}, None),
        ({"Retry-After": "Fri, 10 Apr 9999 12:00:10 -2359"}, 251_603_625_550),
        ({"Retry-After": "Fri, 99 Apr 2026 12:00:10 GMT"}, None),
        ({"Retry-After": "Fri, 10 Apr 2026 12:00:10 +9999999999999"}, None),
        ({"RateLimit": '"api";r=0;t=' + "9" * 5000}, float("inf")),
        ({"Retry-After": "0"}, 0),
        ({"Retry-After": " 120 "}, 120),
        ({"Retry-After": "Fri, 10 Apr 2026 12:00:10 GMT"}, 10),
        ({"Retry-After": "Fri, 10 Apr 2026 12:00:10 -0000"}, 10),
        ({"Retry-After": "Fri, 10 Apr 2026 11:59:59 GMT"}, 0),
        ({"RateLimit": '"api";r=0;t=123'}, 123),
        ({"RateLimit": "limit=500"}, None),
        ({"Retry-After": "5", "RateLimit": '"api";r=0;t=123'}, 5),
    ],
)
def test_reads_how_long_to_wait(headers: dict[str, str], wait: float | None) -> None:
    assert wait_asked_for(headers, NOON) == wait
