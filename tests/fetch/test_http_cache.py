from pathlib import Path

import pytest

from generator.fetch.http_cache import HttpCache, Kept, Validators

URL = "https://lists.example/today"
DATE = "Fri, 07 Aug 2026 00:00:00 GMT"


@pytest.mark.parametrize(
    ("headers", "conditions"),
    [
        ({"ETag": '"a"', "Last-Modified": DATE}, {"If-None-Match": '"a"', "If-Modified-Since": DATE}),
        ({"ETag": "a" * 60_000, "Last-Modified": DATE}, {"If-Modified-Since": DATE}),
        ({"ETag": '"\x00"'}, {}),
        ({"ETag": '"\u00e9"'}, {}),
        ({"ETag": ""}, {}),
        ({}, {}),
    ],
)
def test_what_a_request_can_send_back_makes_it_conditional(
    headers: dict[str, str], conditions: dict[str, str]
) -> None:
    assert Validators.of(headers).conditions() == conditions


def test_an_answer_comes_back_as_it_was_kept_and_not_where_it_is_damaged(tmp_path: Path) -> None:
    cache, kept = HttpCache(tmp_path), Kept(Validators('"a"', DATE), b"A list.\n\nOf papers.")
    cache.keep(URL, kept)
    assert cache.read(URL) == kept
    (file,) = tmp_path.iterdir()
    file.write_bytes(file.read_bytes()[:-3])

    assert cache.read(URL) is None


def test_an_answer_that_nothing_could_recognise_is_not_kept(tmp_path: Path) -> None:
    HttpCache(tmp_path).keep(URL, Kept(Validators.of({"ETag": "a" * 60_000}), b"A list."))

    assert [*tmp_path.iterdir()] == []
