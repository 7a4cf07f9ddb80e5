import tracemalloc
from collections.abc import Callable, Iterator
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from generator.fetch.answers import Kind
from generator.fetch.fetcher import Clock, Fetcher, Limits, user_agent
from generator.papers.errors import FetchError
from tests import real_papers
from tests.faulty_server import (
    FaultyServer,
    Reply,
    answer,
    cut,
    cut_chunk,
    packed,
    redirect,
    reset,
    serve,
    silent,
    versioned,
)

HF = Path(__file__).parents[3] / "shared/data/hf_api"
LIST = b'[{"paper": {"id": "2604.00001"}}]'
HTML = b"<!DOCTYPE html><html><head><title>504 Gateway\n Time-out</title></head></html>"
NOON = datetime(2026, 4, 10, 12, tzinfo=UTC)


class StoppedClock:
    """Time that passes only by sleeping."""

    def __init__(self) -> None:
        self.slept: list[float] = []

    def clock(self) -> Clock:
        return Clock(self.now, self.monotonic, self.slept.append)

    def now(self) -> datetime:
        return NOON + timedelta(seconds=self.monotonic())

    def monotonic(self) -> float:
        return sum(self.slept)


@pytest.fixture
def time() -> StoppedClock:
    return StoppedClock()


@pytest.fixture
def fetcher(tmp_path: Path, time: StoppedClock) -> Iterator[Fetcher]:
    with Fetcher(tmp_path, user_agent("1.2", "https://example.org/us"), clock=time.clock()) as fetcher:
        yield fetcher


def fetcher_with(folder: Path, limits: Limits | None = None, clock: Clock | None = None) -> Fetcher:
    return Fetcher(folder, "tests", limits=limits, clock=clock or StoppedClock().clock())


def test_gives_the_answer_and_says_who_asks(server: FaultyServer, fetcher: Fetcher) -> None:
    url = server.on("/list", answer(LIST, headers={"Content-Type": "application/json"}))

    got = fetcher.get(url, "json")

    assert (got.url, got.body, got.retrieved) == (url, LIST, NOON)
    assert server.asked[0].headers["User-Agent"] == "dailypapers/1.2 (+https://example.org/us)"


def test_gives_a_list_of_sampled_papers_byte_for_byte(server: FaultyServer, fetcher: Fetcher) -> None:
    data = real_papers.answer(real_papers.rows())

    assert fetcher.get(server.on("/list", packed(data)), "json").body == data


@pytest.mark.skipif(not HF.exists(), reason="needs ../shared/data, which is not here")
def test_gives_real_lists_byte_for_byte(server: FaultyServer, fetcher: Fetcher) -> None:
    for file in sorted(HF.glob("2026-05-1*.json")):
        data = file.read_bytes()
        assert fetcher.get(server.on(f"/{file.name}", packed(data)), "json").body == data


PASSING: dict[str, tuple[Callable[[], Reply], str]] = {
    "too many requests": (lambda: answer(b"", status=429), "429 Too Many Requests"),
    "server error": (lambda: answer(b"", status=500), "500 Internal Server Error"),
    "reset mid-body": (lambda: reset(b"[1,"), "connection failed"),
    "shorter than its length": (lambda: cut(LIST, 10), "IncompleteRead"),
    "chunks without an end": (lambda: cut_chunk(LIST), "connection failed"),
    "broken gzip": (lambda: answer(b"no gzip", headers={"Content-Encoding": "gzip"}), "failed to decode"),
    "broken JSON of the right length": (lambda: answer(LIST[:20]), "JSON that is broken or cut short"),
    "HTML with status 200": (lambda: answer(HTML), 'HTML page "504 Gateway Time-out" instead of JSON'),
    "empty": (lambda: answer(b""), "found nothing instead of JSON"),
}


@pytest.mark.parametrize("name", PASSING)
def test_tries_again_after_a_fault_that_may_pass(name: str, server: FaultyServer, fetcher: Fetcher) -> None:
    fault, _ = PASSING[name]
    url = server.on("/list", fault(), fault(), answer(LIST))

    assert fetcher.get(url, "json").body == LIST
    assert len(server.asked) == 3


@pytest.mark.parametrize("name", PASSING)
def test_gives_up_in_the_end_and_keeps_nothing(name: str, server: FaultyServer, tmp_path: Path) -> None:
    fault, problem = PASSING[name]
    url = server.on("/list", fault())

    with fetcher_with(tmp_path) as fetcher, pytest.raises(FetchError, match=problem) as caught:
        fetcher.get(url, "json")

    assert caught.value.url == url
    assert "tried 5 times; run it again later" in caught.value.problem
    assert len(server.asked) == 5
    assert not list(tmp_path.iterdir())


def test_waits_longer_before_each_attempt(server: FaultyServer, fetcher: Fetcher, time: StoppedClock) -> None:
    with pytest.raises(FetchError):
        fetcher.get(server.on("/list", answer(b"", status=503)), "json")

    assert len(time.slept) == 4
    assert all(low <= slept <= low + 1 for low, slept in zip((1, 2, 4, 8), time.slept, strict=True))


@pytest.mark.parametrize(
    ("headers", "wait"),
    [
        ({"Retry-After": "7"}, 7),
        ({"Retry-After": "Fri, 10 Apr 2026 12:01:30 GMT"}, 90),
        ({"Retry-After": "Fri, 10 Apr 2026 11:00:00 GMT"}, 0),
        ({"RateLimit": '"api";r=0;t=55'}, 55),
    ],
)
def test_waits_as_long_as_the_server_asks(
    headers: dict[str, str], wait: float, server: FaultyServer, fetcher: Fetcher, time: StoppedClock
) -> None:
    fetcher.get(server.on("/list", answer(b"", 429, headers), answer(LIST)), "json")

    assert time.slept == [wait]


def test_does_not_wait_for_hours(server: FaultyServer, fetcher: Fetcher, time: StoppedClock) -> None:
    url = server.on("/list", answer(b"", 503, {"Retry-After": "86400"}))

    with pytest.raises(FetchError, match="asks to wait 86400 s, more than the 600 s"):
        fetcher.get(url, "json")
    assert not time.slept


def test_does_not_repeat_what_is_refused(server: FaultyServer, fetcher: Fetcher) -> None:
    with pytest.raises(FetchError, match="answered 404 Not Found; check the date, the category"):
        fetcher.get(server.url + "/nothing", "json")
    assert len(server.asked) == 1


def test_names_the_address_where_nobody_listens(tmp_path: Path) -> None:
    with serve() as server:
        url = server.url
    with fetcher_with(tmp_path) as fetcher, pytest.raises(FetchError, match="connection failed") as caught:
        fetcher.get(url, "json")
    assert caught.value.url == url


def test_does_not_wait_for_a_silent_server(server: FaultyServer, tmp_path: Path) -> None:
    limits = Limits(read=0.05, attempts=2)
    with fetcher_with(tmp_path, limits) as fetcher, pytest.raises(FetchError, match="Read timed out"):
        fetcher.get(server.on("/list", silent(server)), "json")


@pytest.mark.parametrize(
    "reply",
    [
        answer(b"[" + b" " * 5000 + b"]"),
        answer(b"", headers={"Content-Length": "5000"}),
        answer(b"", headers={"Content-Length": "9" * 5000}),
        packed(b"[" + b" " * 5000 + b"]"),
    ],
    ids=["sent", "announced", "announced in 5,000 digits", "unpacked"],
)
def test_refuses_an_answer_that_is_too_large(reply: Reply, server: FaultyServer, tmp_path: Path) -> None:
    limits = Limits(size=4000)
    with fetcher_with(tmp_path, limits) as fetcher, pytest.raises(FetchError, match="more than 4000 bytes"):
        fetcher.get(server.on("/list", reply), "json")
    assert len(server.asked) == 1


def test_a_gzip_bomb_is_never_unpacked(server: FaultyServer, tmp_path: Path) -> None:
    url = server.on("/list", packed(bytes(50_000_000)))

    tracemalloc.start()
    with (
        fetcher_with(tmp_path, Limits(size=1_000_000)) as fetcher,
        pytest.raises(FetchError, match="1000000"),
    ):
        fetcher.get(url, "json")
    peak = tracemalloc.get_traced_memory()[1]
    tracemalloc.stop()

    assert peak < 5_000_000


@pytest.mark.parametrize("status", [301, 302, 303, 307, 308])
def test_follows_redirects(status: int, server: FaultyServer, fetcher: Fetcher) -> None:
    server.on("/new", answer(LIST))

    got = fetcher.get(server.on("/old", redirect("new", status)), "json")

    assert (got.url, got.body) == (server.url + "/new", LIST)


def test_follows_five_redirects_and_not_six(server: FaultyServer, fetcher: Fetcher) -> None:
    for step in range(6):
        server.on(f"/{step}", redirect(f"/{step + 1}"))
    server.on("/6", answer(LIST))

    assert fetcher.get(server.url + "/1", "json").body == LIST
    with pytest.raises(FetchError, match="more than 5 redirects"):
        fetcher.get(server.url + "/0", "json")


def test_notices_redirects_that_go_round(server: FaultyServer, fetcher: Fetcher) -> None:
    server.on("/b", redirect("/a"))

    with pytest.raises(FetchError, match=r"go round .*/a -> .*/b -> .*/a"):
        fetcher.get(server.on("/a", redirect("/b")), "json")
    assert server.paths() == ["/a", "/b"]


@pytest.mark.parametrize(
    "target",
    [
        "http://example.org/",
        "ftp://127.0.0.1/",
        "file:///etc/passwd",
        "//example.org/",
        "https:///x",
        "http://[",
        "https://x:y/",
    ],
)
def test_is_not_led_to_an_address_that_is_not_allowed(
    target: str, server: FaultyServer, fetcher: Fetcher
) -> None:
    with pytest.raises(FetchError, match=r"only https is allowed; .* led here|no web address"):
        fetcher.get(server.on("/list", redirect(target)), "json")


@pytest.mark.parametrize("url", ["http://example.org/", "http://127.0.0.1.example.org/", "list.json", ""])
def test_asks_over_https_only(url: str, fetcher: Fetcher) -> None:
    with pytest.raises(FetchError, match="only https is allowed"):
        fetcher.get(url, "json")


@pytest.mark.parametrize(
    "headers", [{"ETag": 'W/"7"'}, {"Last-Modified": "Fri, 10 Apr 2026 04:00:00 GMT"}], ids=["etag", "date"]
)
def test_is_not_sent_again_what_has_not_changed(
    headers: dict[str, str], server: FaultyServer, tmp_path: Path
) -> None:
    url = server.on("/list", versioned(LIST, headers))

    with fetcher_with(tmp_path) as fetcher:
        first = fetcher.get(url, "json")
    with fetcher_with(tmp_path) as fetcher:
        second = fetcher.get(url, "json")

    assert (first.body, second.body) == (LIST, LIST)
    assert [
        {"If-None-Match", "If-Modified-Since"} & asked.headers.keys() != set() for asked in server.asked
    ] == [
        False,
        True,
    ]


def test_takes_what_has_changed(server: FaultyServer, fetcher: Fetcher) -> None:
    url = server.on("/list", versioned(b"[1]", {"ETag": "1"}), versioned(b"[2]", {"ETag": "2"}))

    assert [fetcher.get(url, "json").body for _ in range(3)] == [b"[1]", b"[2]", b"[2]"]


def test_asks_anew_where_what_was_kept_is_damaged(server: FaultyServer, tmp_path: Path) -> None:
    url = server.on("/list", versioned(LIST, {"ETag": "1"}))
    with fetcher_with(tmp_path) as fetcher:
        fetcher.get(url, "json")
        (kept,) = tmp_path.iterdir()
        kept.write_bytes(kept.read_bytes()[:-4])

        again = fetcher.get(url, "json")

    assert again.body == LIST


def test_says_so_when_nothing_can_be_kept(server: FaultyServer, tmp_path: Path) -> None:
    (tmp_path / "file").touch()
    url = server.on("/list", versioned(LIST, {"ETag": "1"}))

    with (
        fetcher_with(tmp_path / "file" / "cache") as fetcher,
        pytest.raises(FetchError, match="cannot be kept"),
    ):
        fetcher.get(url, "json")
    assert len(server.asked) == 1


def test_keeps_its_distance_between_requests(
    server: FaultyServer, tmp_path: Path, time: StoppedClock
) -> None:
    server.on("/new", answer(b"", status=500), answer(LIST))
    url = server.on("/old", redirect("/new"))

    with Fetcher(tmp_path, "tests", intervals={"0.0.1": 3}, clock=time.clock()) as fetcher:
        fetcher.get(url, "json")
        fetcher.get(url, "json")

    backoff = time.slept[1]
    assert len(server.asked) == 6
    assert time.slept == pytest.approx([3, backoff, 3 - backoff, 3, 3, 3])


def test_uses_one_connection(server: FaultyServer, fetcher: Fetcher) -> None:
    server.on("/list", versioned(LIST, {"ETag": "1"}))
    server.on("/packed", packed(LIST))

    for path in ("/list", "/packed", "/list", "/packed"):
        fetcher.get(server.url + path, "json")

    assert len({asked.port for asked in server.asked}) == 1


@pytest.mark.parametrize(
    ("kind", "body", "problem"),
    [
        ("xml", b"<?xml version='1.0'?>\n<!-- x -->\n<feed><entry/></feed>\n", None),
        ("xml", b"\xef\xbb\xbf<a:b xmlns:a='/>'/>", None),
        ("xml", b"<rss><channel></channel>", "XML that is broken or cut short (no element found"),
        ("xml", b"<?xml version='1.0'?><OAI-PMH><record/>", "broken or cut short (no element found"),
        ("xml", b"Rate exceeded.", "it begins with 'Rate exceeded.'"),
        ("xml", b"<?xml version='1.0'?>\n<!DOCTYPE html><html></html>", "found an HTML page instead of XML"),
        ("xml", b"<!DOCTYPE a [<!ENTITY b 'c'>]><a>&b;</a>", "a document type"),
        ("xml", b"<feed><entry></feed>", "mismatched tag"),
        ("json", b"\xef\xbb\xbf[]", None),
        ("json", b"[" * 200_000, "broken or cut short"),
        ("json", b"[" * 980 + b"]" * 980, "broken or cut short (Nested too deep"),
        ("json", b"\xff\xff", "broken or cut short"),
    ],
)
def test_wants_a_whole_answer_of_its_kind(
    kind: Kind, body: bytes, problem: str | None, server: FaultyServer, fetcher: Fetcher
) -> None:
    url = server.on("/list", answer(body))

    if problem is None:
        assert fetcher.get(url, kind).body == body
    else:
        with pytest.raises(FetchError) as caught:
            fetcher.get(url, kind)
        assert problem in str(caught.value)
