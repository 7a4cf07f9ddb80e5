"""The daily job, day after day, against a server that fails now and then."""

import json
from collections.abc import Iterable, Iterator
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from pathlib import Path

import pytest
import time_machine

from generator.archive import archive
from generator.archive.add import Addition
from generator.archive.archive import Archive
from generator.archive.check import check_archive
from generator.archive.coverage import Coverage
from generator.archive.files import locked
from generator.archive.pages import PaperPage
from generator.fetch.answers import Answer, Kind
from generator.fetch.endpoints import ARXIV_OAI, Arxiv, HuggingFace
from generator.fetch.fetcher import Fetcher
from generator.fetch.gather import (
    Gathered,
    days_between,
    due_days,
    errands,
    fetch_day,
    gather,
    lacking_days,
    recent_days,
)
from generator.papers.errors import ArchiveError, FetchError, ListingError, SettingsError
from generator.sources import parse
from generator.sources.listing import Hint, Listing
from tests.faulty_server import FaultyServer, Reply, answer, raw, redirect
from tests.network import fetchers, listed, path_of, publish
from tests.sites import tree

MONDAY = date(2026, 4, 6)
WEEK = days_between(MONDAY, MONDAY + timedelta(days=4))
SOURCES = (Coverage("huggingface", MONDAY),)
(ERRAND,) = errands(SOURCES, None, (), WEEK[-1])


@pytest.fixture
def fetcher(tmp_path: Path, server: FaultyServer) -> Iterator[Fetcher]:
    with fetchers(server)(tmp_path / "cache", "tests") as fetcher:
        yield fetcher


@pytest.fixture
def root(tmp_path: Path) -> Path:
    (tmp_path / "content").mkdir()
    return tmp_path / "content"


def run(root: Path, fetcher: Fetcher, days: Iterable[date], today: date = WEEK[-1]) -> Gathered:
    """Do what `dailypapers fetch` does on a day."""
    gathered = Gathered()
    gather(root, (), ERRAND, days, fetcher.get, today, gathered)
    return gathered


def test_five_days_with_a_faulty_one_between_end_complete(
    root: Path, server: FaultyServer, fetcher: Fetcher
) -> None:
    missed: dict[date, list[date]] = {}
    for today in WEEK:
        for day in recent_days(today):
            publish(server, day, *([answer(b"", status=500)] if today == day == WEEK[2] else []))
        gathered = run(root, fetcher, filter(ERRAND.coverage.promises, recent_days(today)), today)
        missed[today] = [each.day for each in gathered.missed]

    archive = Archive(root)
    assert missed == {day: ([day] if day == WEEK[2] else []) for day in WEEK}
    assert archive.days() == WEEK
    assert len(archive.files) == 15
    assert not check_archive(archive, SOURCES, WEEK[-1])


def test_the_same_lists_again_change_nothing(root: Path, server: FaultyServer, fetcher: Fetcher) -> None:
    for day in WEEK:
        publish(server, day)
    run(root, fetcher, WEEK)
    before = tree(root)

    gathered = run(root, fetcher, WEEK)

    assert tree(root) == before
    assert (gathered.tally.unchanged, gathered.tally.days) == (15, [])


@pytest.mark.parametrize(("missed", "asked"), [(0, [0]), (1, [1]), (6, [6]), (7, [])])
def test_votes_are_taken_once_more_a_fortnight_later_or_by_the_next_run(
    root: Path, server: FaultyServer, fetcher: Fetcher, missed: int, asked: list[int]
) -> None:
    publish(server, MONDAY)
    with time_machine.travel(MONDAY, tick=False):
        run(root, fetcher, [MONDAY], MONDAY)
    publish(server, MONDAY, answer(listed(MONDAY).replace(b'"upvotes": 2', b'"upvotes": 99')))
    settled = MONDAY + timedelta(days=14)

    found = []
    for today in days_between(settled - timedelta(days=10), settled + timedelta(days=25)):
        if settled <= today < settled + timedelta(days=missed):
            continue
        due = [day for day in due_days(Archive(root), ERRAND, today) if day == MONDAY]
        found += [(today - settled).days for _ in due]
        with time_machine.travel(f"{today}T18:23Z", tick=False):
            run(root, fetcher, due, today)

    assert found == asked
    pages = [page for page in Archive(root).papers() if isinstance(page, PaperPage)]
    assert [page.paper.votes for page in pages] == [0, 1, 99 if asked else 2]


def test_a_list_that_is_not_out_yet_leaves_no_receipt(
    root: Path, server: FaultyServer, fetcher: Fetcher
) -> None:
    publish(server, MONDAY, answer(b"[]"))

    assert [each.day for each in run(root, fetcher, [MONDAY], today=MONDAY).unlisted] == [MONDAY]
    assert Archive(root).days() == []

    assert run(root, fetcher, [MONDAY], today=WEEK[1]).unlisted == []
    assert Archive(root).days() == [MONDAY]


def test_a_list_of_another_day_is_missed_not_added(
    root: Path, server: FaultyServer, fetcher: Fetcher
) -> None:
    repeated = json.loads(listed(MONDAY))
    for entry in repeated:
        entry["paper"]["submittedOnDailyAt"] = f"{MONDAY}T00:00:00.000Z"
    publish(server, WEEK[1], answer(json.dumps(repeated).encode()))

    gathered = run(root, fetcher, [WEEK[1]])

    assert [each.day for each in gathered.missed] == [WEEK[1]]
    assert Archive(root).days() == []


def test_a_source_that_is_down_is_left_alone(root: Path, server: FaultyServer, fetcher: Fetcher) -> None:
    publish(server, WEEK[4])

    gathered = run(root, fetcher, WEEK)

    assert [each.day for each in gathered.missed] == WEEK[:3]
    assert "404 Not Found" in str(gathered.missed[2].error)
    assert str(gathered.missed[2].error).endswith("; 3 failures in a row: nothing more was asked for")
    assert len(server.asked) == 3


def test_days_without_a_list_of_their_own_do_not_end_a_backfill(
    root: Path, server: FaultyServer, fetcher: Fetcher
) -> None:
    entry = {"id": "2604.00001", "title": "A", "submittedOnDailyAt": f"{MONDAY}T00:00:00.000Z"}
    for day in WEEK[:4]:
        publish(server, day, answer(json.dumps([{"paper": entry}]).encode()))
    publish(server, WEEK[4])

    gathered = run(root, fetcher, WEEK)

    assert [each.day for each in gathered.missed] == WEEK[1:4]
    assert Archive(root).days() == [WEEK[0], WEEK[4]]


def test_an_archive_that_takes_nothing_is_no_fault_of_the_source(
    root: Path, server: FaultyServer, fetcher: Fetcher, monkeypatch: pytest.MonkeyPatch
) -> None:
    publish(server, MONDAY)
    monkeypatch.setattr(archive, "PATIENCE", 0)

    with locked(root), pytest.raises(ArchiveError, match="another run is writing there"):
        run(root, fetcher, WEEK)
    assert len(server.asked) == 1


def test_an_interrupted_backfill_goes_on_where_it_stopped(
    root: Path, server: FaultyServer, fetcher: Fetcher
) -> None:
    for day in WEEK:
        publish(server, day)

    def until_interrupted() -> Iterator[date]:
        yield from WEEK[:2]
        raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        run(root, fetcher, until_interrupted())
    left = lacking_days(Archive(root), ERRAND, WEEK)
    run(root, fetcher, left)

    assert left == WEEK[2:]
    assert len(server.asked) == len(WEEK)
    assert lacking_days(Archive(root), ERRAND, WEEK) == []


def test_a_day_that_came_in_part_is_still_lacking(root: Path) -> None:
    monday = parse(listed(MONDAY), Hint("week.json", WEEK[-1], MONDAY))
    addition = Addition(Archive(root))
    addition.add(replace(monday, partial=frozenset({MONDAY})))
    addition.write()

    assert lacking_days(Archive(root), ERRAND, WEEK) == WEEK


@pytest.mark.parametrize(
    ("scope", "lacking"), [("cs.CL", ["cs.LG"]), ("cs:cs:CL", ["cs.LG"]), ("api", ["cs.CL", "cs.LG"])]
)
def test_each_category_lacks_its_own_days(root: Path, scope: str, lacking: list[str]) -> None:
    addition = Addition(Archive(root))
    addition.add(Listing("arxiv", scope, (MONDAY,), ()))
    addition.write()

    wanted = errands([Coverage("arxiv", MONDAY)], "arxiv", ["cs.CL", "cs.LG"], WEEK[-1])
    assert [each.plan.scope for each in wanted if lacking_days(Archive(root), each, [MONDAY])] == lacking


def test_an_answer_that_was_kept_and_is_nested_too_deep_is_an_error() -> None:
    def get(url: str, kind: Kind) -> Answer:
        assert kind == "json"
        return Answer(url, b"[" * 980 + b"]" * 980, datetime(2026, 4, 10, tzinfo=UTC))

    with pytest.raises(FetchError, match="Nested too deep"):
        fetch_day(MONDAY, ERRAND.plan, get, WEEK[-1])


DEEP = 980
ENDLESS = "9" * 5000
FAR = f"1{'0' * 20}"


def paper(**fields: object) -> bytes:
    return json.dumps([{"paper": {"id": "2604.00001", "title": "A", **fields}}]).encode()


ODD: dict[str, Reply] = {
    "JSON nested too deep": answer(b'[{"a":' * DEEP + b"1" + b"}]" * DEEP),
    "votes without end": answer(
        b'[{"paper":{"id":"2604.00001","title":"A","upvotes":%s}}]' % ENDLESS.encode()
    ),
    "another charset": answer('[{"paper":{"id":"2604.00001","title":"Ä"}}]'.encode("latin-1")),
    "half a character": answer("[]".encode("utf-16")[:-1]),
    "a listing day after all days": answer(paper(submittedOnDailyAt=f"{FAR}-01-01T00:00:00Z")),
    "a first version after all days": answer(paper(publishedAt=f"{FAR}-01-01T00:00:00Z")),
    "a time that no zone has": answer(paper(publishedAt="0001-01-01T00:00:00+23:59")),
    "led to half an address": redirect("http://[::1"),
    "led to a port without end": redirect(f"https://example.org:{ENDLESS}/"),
    "led to bytes": redirect("\xe9\xff//\x1b[2J"),
    "led to a host of long words": redirect(f"https://{'a' * 70}.example.org/"),
    "to wait without end": answer(b"", 429, {"Retry-After": ENDLESS}),
    "to wait for a year after all": answer(b"", 429, {"Retry-After": f"Fri, 31 Dec {FAR} 23:59:59 GMT"}),
    "a limit without end": answer(b"", 429, {"RateLimit": f'"api";r=0;t={ENDLESS}'}),
    "a chunk of less than nothing": raw(b"HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n-5\r\n"),
    "a chunk without end": raw(b"HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n%s" % ENDLESS.encode()),
    "a status without end": raw(b"HTTP/1.1 %s OK\r\n\r\n" % ENDLESS.encode()),
    "no HTTP": raw(b"\0\xff"),
}


@pytest.mark.parametrize("reply", ODD.values(), ids=ODD)
def test_an_odd_answer_costs_its_day_only(
    root: Path, server: FaultyServer, fetcher: Fetcher, reply: Reply
) -> None:
    publish(server, WEEK[0])
    publish(server, WEEK[1], reply)
    publish(server, WEEK[2])

    gathered = run(root, fetcher, WEEK[:3])

    assert [each.day for each in gathered.missed] == [WEEK[1]]
    assert Archive(root).days() == [WEEK[0], WEEK[2]]


def of_arxiv(records: str, end: str = "<resumptionToken/>", head: str = "") -> bytes:
    return f'{head}<OAI-PMH xmlns="x"><ListRecords>{records}{end}</ListRecords></OAI-PMH>'.encode()


def record(stamp: str = str(MONDAY), inside: str = "") -> str:
    paper = f"<id>2604.00001</id><title>A</title>{inside}"
    return (
        f"<record><header><datestamp>{stamp}</datestamp></header>"
        f"<metadata><arXivRaw>{paper}</arXivRaw></metadata></record>"
    )


ODD_OF_ARXIV = {
    "a size without end": of_arxiv(record(), f'<resumptionToken completeListSize="{ENDLESS}"/>'),
    "a token without end": of_arxiv(record(), f"<resumptionToken>{ENDLESS * 100}</resumptionToken>"),
    "a token of odd characters": of_arxiv(record(), "<resumptionToken>&#x85;\u202e\u2603</resumptionToken>"),
    "an encoding that nobody knows": of_arxiv(record(), head='<?xml version="1.0" encoding="bogus"?>'),
    "an encoding that is none": of_arxiv(record(), head='<?xml version="1.0" encoding="base64"?>'),
    "a stamp after all days": of_arxiv(record(f"{FAR}-01-01")),
    "a version after all days": of_arxiv(
        record(inside=f"<version><date>Mon, 12 Jun {FAR} 00:00:00 GMT</date></version>")
    ),
    "a version in no zone": of_arxiv(
        record(inside=f"<version><date>Mon, 12 Jun 2017 00:00:00 +{FAR}</date></version>")
    ),
}


@pytest.mark.parametrize("body", ODD_OF_ARXIV.values(), ids=ODD_OF_ARXIV)
def test_an_odd_answer_of_arxiv_costs_its_day_only(
    root: Path, server: FaultyServer, fetcher: Fetcher, body: bytes
) -> None:
    (errand,) = errands(SOURCES, "arxiv", ["cs.CL"], WEEK[-1])
    assert isinstance(errand.plan, Arxiv)
    server.on(path_of(errand.plan.address(MONDAY)), answer(body))
    server.on(path_of(errand.plan.address(WEEK[1])), answer(of_arxiv(record(str(WEEK[1])))))
    gathered = Gathered()

    gather(root, (), errand, WEEK[:2], fetcher.get, WEEK[-1], gathered)

    assert [each.day for each in gathered.missed] == [MONDAY]
    assert Archive(root).days() == [WEEK[1]]


FEED = """<rss version="2.0"><channel><title>t</title><link>http://rss.arxiv.org/rss/cs.CL</link>
<pubDate>{}</pubDate><item><title>A</title><guid>oai:arXiv.org:2604.00001v1</guid></item></channel></rss>"""


@pytest.mark.parametrize(
    "day", [f"Fri, 10 Apr {FAR} 00:00:00 GMT", f"Fri, 10 Apr 2026 00:00:00 +{FAR}", f"{FAR}-04-10"]
)
def test_a_feed_of_an_odd_day_is_missed(root: Path, server: FaultyServer, fetcher: Fetcher, day: str) -> None:
    (errand,) = errands(SOURCES, "arxiv", ["cs.CL"], WEEK[-1])
    server.on(path_of("https://rss.arxiv.org/rss/cs.CL"), answer(FEED.format(day).encode()))
    gathered = Gathered()

    gather(root, (), errand, [WEEK[-1]], fetcher.get, WEEK[-1], gathered)

    assert [each.day for each in gathered.missed] == [WEEK[-1]]


def test_pages_of_a_day_become_one_listing(server: FaultyServer, fetcher: Fetcher) -> None:
    papers = json.loads(listed(MONDAY, 120))
    for page in range(2):
        body = json.dumps(papers[page * 100 : (page + 1) * 100]).encode()
        server.on(path_of(HuggingFace().address(MONDAY, page)), answer(body))

    listing = fetch_day(MONDAY, ERRAND.plan, fetcher.get, WEEK[-1])

    assert [entry.paper.arxiv_id for entry in listing.entries] == [each["paper"]["id"] for each in papers]
    assert (listing.scope, listing.days) == ("daily_papers", (MONDAY,))
    assert listing.retrieved


def test_a_page_that_cannot_be_read_on_from_is_missed(
    root: Path, server: FaultyServer, fetcher: Fetcher
) -> None:
    (errand,) = errands(SOURCES, "arxiv", ["cs.CL"], WEEK[-1])
    query = "verb=ListRecords&metadataPrefix=arXiv&set=cs%3Acs%3ACL&from=2026-04-06&until=2026-04-06"
    server.on(path_of(f"{ARXIV_OAI}?{query}"), answer(b"<feed/>"))
    gathered = Gathered()

    gather(root, (), errand, [MONDAY], fetcher.get, WEEK[-1], gathered)

    (missed,) = gathered.missed
    assert isinstance(missed.error, ListingError)
    assert missed.scope == "cs.CL"


def test_records_of_another_day_are_missed_not_added(
    root: Path, server: FaultyServer, fetcher: Fetcher
) -> None:
    (errand,) = errands(SOURCES, "arxiv", ["cs.CL"], WEEK[-1])
    record = (
        f"<record><header><datestamp>{WEEK[1]}</datestamp></header><metadata><arXiv><id>2604.00001</id>"
        "<title>A</title></arXiv></metadata></record>"
    )
    page = f'<OAI-PMH xmlns="x"><ListRecords>{record}</ListRecords></OAI-PMH>'
    server.on(path_of(errand.plan.address(MONDAY)), answer(page.encode()))  # type: ignore[attr-defined]
    gathered = Gathered()

    gather(root, (), errand, [MONDAY], fetcher.get, WEEK[-1], gathered)

    (missed,) = gathered.missed
    assert "the list is of 2026-04-07, but 2026-04-06 is asked for" in str(missed.error)
    assert Archive(root).days() == []


@pytest.mark.parametrize(
    ("sources", "source", "categories", "scopes"),
    [
        (SOURCES, None, (), ["daily_papers"]),
        ((), "huggingface", (), ["daily_papers"]),
        ((), "arxiv", ("cs.CL", "cs.LG"), ["cs.CL", "cs.LG"]),
        ((Coverage("arxiv", MONDAY, categories=("math.CO",)),), None, (), ["math.CO"]),
    ],
)
def test_what_is_fetched_is_set_or_asked_for(
    sources: tuple[Coverage, ...], source: str | None, categories: tuple[str, ...], scopes: list[str]
) -> None:
    found = errands(sources, source, categories, MONDAY)  # type: ignore[arg-type]

    assert [errand.plan.scope for errand in found] == scopes


@pytest.mark.parametrize(
    ("source", "said"), [(None, "names none that can be fetched"), ("arxiv", "found no category")]
)
def test_nothing_to_fetch_is_an_error(source: str | None, said: str) -> None:
    with pytest.raises(SettingsError, match=said):
        errands((), source, (), MONDAY)  # type: ignore[arg-type]


def test_recent_days_are_today_and_three_more() -> None:
    assert recent_days(date(2026, 3, 2)) == [
        date(2026, 2, 27),
        date(2026, 2, 28),
        date(2026, 3, 1),
        date(2026, 3, 2),
    ]


def test_days_between_are_both_ends_too() -> None:
    assert days_between(MONDAY, MONDAY) == [MONDAY]
    assert days_between(MONDAY, MONDAY - timedelta(days=1)) == []
    assert len(days_between(date(2023, 5, 4), date(2026, 5, 4))) == 1097
