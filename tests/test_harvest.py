import json
from collections.abc import Iterator
from datetime import date, timedelta
from pathlib import Path

import pytest

from generator.endpoints import Arxiv, HuggingFace
from generator.errors import FetchError, ListingError
from generator.fetch import Clock, Fetcher
from generator.harvest import Missed, Received, days_between, fetch_days, recent_days

from .faulty_server import FaultyServer, answer, serve

MONDAY = date(2026, 4, 6)
WEEK = days_between(MONDAY, MONDAY + timedelta(days=4))


@pytest.fixture
def server() -> Iterator[FaultyServer]:
    with serve() as server:
        yield server


@pytest.fixture
def fetcher(tmp_path: Path) -> Iterator[Fetcher]:
    with Fetcher(tmp_path, "tests", clock=Clock(sleep=lambda _: None)) as fetcher:
        yield fetcher


def publish(server: FaultyServer, days: tuple[date, ...]) -> HuggingFace:
    plan = HuggingFace(f"{server.url}/api")
    for day in days:
        path = plan.address(day, 0).removeprefix(server.url)
        server.on(path, answer(json.dumps([{"paper": {"id": f"2604.{day:%m%d}0"}}]).encode()))
    return plan


def test_a_faulty_day_does_not_hold_up_the_others(server: FaultyServer, fetcher: Fetcher) -> None:
    plan = publish(server, (*WEEK[:2], *WEEK[3:]))

    outcomes = list(fetch_days(WEEK, plan, fetcher.get, done=lambda _: False))

    assert [type(outcome) for outcome in outcomes] == [Received, Received, Missed, Received, Received]
    assert [outcome.day for outcome in outcomes] == list(WEEK)
    assert {outcome.scope for outcome in outcomes} == {"daily_papers"}


def test_a_page_that_cannot_be_read_on_from_is_missed(server: FaultyServer, fetcher: Fetcher) -> None:
    def token(page: bytes) -> str | None:
        raise ListingError("page", f"found {page!r}")

    plan = Arxiv("cs.CL", WEEK[4], token, oai=f"{server.url}/oai")
    server.on(plan.address(MONDAY).removeprefix(server.url), answer(b"<OAI-PMH/>"))

    (outcome,) = fetch_days([MONDAY], plan, fetcher.get, done=lambda _: False)

    assert isinstance(outcome, Missed)
    assert isinstance(outcome.error, ListingError)
    assert outcome.scope == "cs.CL"


def test_a_source_that_is_down_is_left_alone(server: FaultyServer, fetcher: Fetcher) -> None:
    plan = publish(server, ())

    with pytest.raises(FetchError, match="404"):
        list(fetch_days(WEEK, plan, fetcher.get, done=lambda _: False))
    assert len(server.asked) == 3


def test_an_interrupted_backfill_goes_on_where_it_stopped(server: FaultyServer, fetcher: Fetcher) -> None:
    plan = publish(server, WEEK)
    received: dict[date, bytes] = {}

    for number, outcome in enumerate(fetch_days(WEEK, plan, fetcher.get, received.__contains__)):
        assert isinstance(outcome, Received)
        received[outcome.day] = outcome.data
        if number == 1:
            break
    assert len(server.asked) == 2

    for outcome in fetch_days(WEEK, plan, fetcher.get, received.__contains__):
        assert isinstance(outcome, Received)
        received[outcome.day] = outcome.data

    assert tuple(received) == WEEK
    assert len(server.asked) == len(WEEK)


def test_pages_of_a_day_become_one_listing(server: FaultyServer, fetcher: Fetcher) -> None:
    plan = HuggingFace(f"{server.url}/api")
    papers = [{"paper": {"id": f"2604.{number:05}"}} for number in range(120)]
    for page in range(2):
        body = json.dumps(papers[page * 100 : (page + 1) * 100]).encode()
        server.on(plan.address(MONDAY, page).removeprefix(server.url), answer(body))

    (outcome,) = fetch_days([MONDAY], plan, fetcher.get, done=lambda _: False)

    assert isinstance(outcome, Received)
    assert json.loads(outcome.data) == papers
    assert outcome.url == plan.address(MONDAY, 0)


def test_recent_days_are_today_and_three_more() -> None:
    assert recent_days(date(2026, 3, 2)) == (
        date(2026, 2, 27),
        date(2026, 2, 28),
        date(2026, 3, 1),
        date(2026, 3, 2),
    )


def test_days_between_are_both_ends_too() -> None:
    assert days_between(MONDAY, MONDAY) == (MONDAY,)
    assert days_between(MONDAY, MONDAY - timedelta(days=1)) == ()
    assert len(days_between(date(2023, 5, 4), date(2026, 5, 4))) == 1097
