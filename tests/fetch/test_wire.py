"""Servers that always send something, and never enough: the time for one answer ends all the same."""

import time
from datetime import UTC, datetime
from pathlib import Path

import pytest

from generator.fetch.fetcher import Clock, Fetcher, Limits
from generator.papers.errors import FetchError
from tests.faulty_server import FaultyServer, answer, drip

OK = b"HTTP/1.1 200 OK\r\n"
CHUNKED = OK + b"Transfer-Encoding: chunked\r\n\r\n"
GZIP = OK + b"Content-Encoding: gzip\r\n\r\n\x1f\x8b\x08"
NAMED, UNNAMED = b"\x08", b"\x00"
REST_OF_HEAD = b"\x00\x00\x00\x00\x00\x03"
EMPTY_BLOCK = b"\x00\x00\x00\xff\xff"

DRIPS = {
    "status line": (b"HTTP/1.1 200 ", b"O"),
    "header line": (OK + b"X-Long: ", b"a"),
    "headers": (OK, b"X-More: a\r\n"),
    "continue": (b"", b"HTTP/1.1 100 Continue\r\n\r\n"),
    "body": (OK + b"Content-Length: 1000000\r\n\r\n", b" "),
    "body without an end": (OK + b"\r\n", b" "),
    "chunks": (CHUNKED, b"1\r\n \r\n"),
    "chunk size": (CHUNKED, b"0"),
    "chunk extension": (CHUNKED + b"5;", b"x"),
    "trailers": (CHUNKED + b"2\r\n[]\r\n0\r\n", b"X-More: a\r\n"),
    "gzip name": (GZIP + NAMED + REST_OF_HEAD, b"n"),
    "empty gzip blocks": (GZIP + UNNAMED + REST_OF_HEAD, EMPTY_BLOCK),
}


@pytest.mark.parametrize(("begin", "piece"), DRIPS.values(), ids=DRIPS)
def test_a_server_that_drips_is_not_waited_for(
    begin: bytes, piece: bytes, server: FaultyServer, tmp_path: Path
) -> None:
    url = server.on("/list", drip(server, begin, piece))
    limits = Limits(read=60, total=0.2, attempts=1)
    start = time.monotonic()

    with Fetcher(tmp_path, "tests", limits=limits) as fetcher, pytest.raises(FetchError, match="took longer"):
        fetcher.get(url, "json")

    assert time.monotonic() - start < 30


def test_each_answer_has_its_own_time(server: FaultyServer, tmp_path: Path) -> None:
    url = server.on("/list", answer(b"[]"))
    passed: list[float] = []
    clock = Clock(lambda: datetime.now(UTC), lambda: sum(passed), passed.append)

    with Fetcher(tmp_path, "tests", limits=Limits(total=4, attempts=1), clock=clock) as fetcher:
        for _ in range(3):
            assert fetcher.get(url, "json").body == b"[]"
            passed.append(3)
