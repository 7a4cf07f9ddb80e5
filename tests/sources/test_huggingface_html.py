import html
import json
from collections.abc import Callable
from datetime import date

import pytest

from generator.papers.errors import ListingError
from generator.sources import huggingface
from generator.sources.huggingface_html import parse, recognises

from .samples import API, DATA, PAGE, entry, hint, needs_data

MONDAY, WEDNESDAY = date(2026, 3, 30), date(2026, 4, 1)


def page(*said: date | None, **props: object) -> bytes:
    """Give a page of entries that say they were listed on some days, with further properties."""
    entries = [
        entry(id=f"2604.{number:05}", submittedOnDailyAt=day and f"{day}T09:00:00.000Z")
        for number, day in enumerate(said, 1)
    ]
    written = html.escape(json.dumps({"dailyPapers": entries, **props}))
    return f'<html>\n<div data-target="DailyPapers" data-props="{written}"></div></html>'.encode()


def test_a_page_holds_what_the_api_answers() -> None:
    page = parse(PAGE, hint())
    answer = huggingface.parse(API, hint(day=date(2026, 4, 1)))

    assert recognises(PAGE)
    assert page.entries == answer.entries
    assert (page.source, page.scope, page.days) == (answer.source, answer.scope, answer.days)


@pytest.mark.parametrize(
    ("damage", "message"),
    [
        (lambda page: page.replace(b"dailyPapers", b"weeklyPapers"), "line 1: found markup without a list"),
        (lambda page: page.replace(b"Goats&quot;", b"Goats"), "line 4: found broken JSON"),
        (
            lambda page: page.replace(b"2026-04-01T", b"2026-44-01T"),
            "line 4: the day of the page cannot be read",
        ),
        (lambda page: page.replace(b"2026-04-01T", b"2026-04-02T"), "but 2026-04-01 is asked for"),
    ],
)
def test_a_page_without_the_list_of_that_day_is_an_error(
    damage: Callable[[bytes], bytes], message: str
) -> None:
    with pytest.raises(ListingError, match=message):
        parse(damage(PAGE), hint("2026-04-01.html"))


@pytest.mark.parametrize(
    "props",
    [
        {"date": "2026-04-01T00:00:00.000Z"},
        {"dateString": "2026-04-01"},
        {"dateString": "2026-04-01", "periodType": "day"},
        {"dateString": "2026-04-01", "periodType": "Daily"},
        {"dateString": "2026-04-01", "date": "2026-04-01T00:00:00.000Z", "periodType": "day"},
    ],
)
def test_the_day_is_read_from_every_place_it_stands_in(props: dict[str, object]) -> None:
    read = parse(page(None, WEDNESDAY, **props, prevDate="2026-03-31", nextDate="2026-04-02"), hint())

    assert (read.days, len(read.entries), read.partial) == ((WEDNESDAY,), 2, frozenset())


@pytest.mark.parametrize(
    "props",
    [
        {"dateString": "2026-W14", "periodType": "week"},
        {"dateString": "2026-W14"},
        {"dateString": "2026-w14", "periodType": "Weekly"},
        {"periodType": "Month"},
        {"periodType": "monthly"},
        {"date": "2026-W14"},
        {"dateString": "2026-W14", "date": "2026-03-31T00:00:00.000Z", "periodType": "week"},
        {"date": "2026-03-30", "periodType": "week"},
        {"periodType": "week"},
        {"periodType": "trending", "dateString": "2026-05-01"},
    ],
)
@pytest.mark.parametrize("said", [(WEDNESDAY, MONDAY), (WEDNESDAY,)])
def test_a_page_of_more_than_a_day_gives_a_part_of_each(
    said: tuple[date, ...], props: dict[str, object]
) -> None:
    read = parse(page(*said, **props), hint("saved 2026-05-01.html"))

    assert read.days == tuple(sorted(said))
    assert read.partial == set(said)


def test_an_entry_of_another_month_than_its_page_is_rejected() -> None:
    read = parse(page(WEDNESDAY, MONDAY, dateString="2026-04", periodType="month"), hint())

    (rejection,) = read.rejections[WEDNESDAY]
    assert read.days == (WEDNESDAY,)
    assert "listing day: found '2026-03-30'; allowed: 2026-04-01 to 2026-04-30" in rejection.reason


@pytest.mark.parametrize(
    ("props", "message"),
    [
        (
            {"dateString": "2026-04-01", "date": "2026-04-02T00:00:00.000Z"},
            "dateString: found '2026-04-01'; allowed: 2026-04-02",
        ),
        (
            {"dateString": "2026-W14", "date": "2026-04-20"},
            "date: found '2026-04-20'; allowed: 2026-03-30 to 2026-04-05",
        ),
        ({"dateString": "2026-W14", "periodType": "day"}, "periodType: found 'day'; allowed: week"),
        ({"dateString": "2026-04", "periodType": "week"}, "periodType: found 'week'; allowed: month"),
        ({"dateString": "2026-W54"}, "dateString: found '2026-W54'"),
        ({"dateString": "2026-13"}, "dateString: found '2026-13'"),
        ({"dateString": "9999-W52"}, "dateString: found '9999-W52'"),
        ({"dateString": "yesterday"}, "dateString: found 'yesterday'"),
        ({"dateString": 2026}, "dateString: found 2026"),
        ({"periodType": 7}, "periodType: found 7"),
        ({"periodType": "fortnight"}, "periodType: found 'fortnight'; allowed: day, week, month or trending"),
        ({"dateString": "2026-w14", "periodType": "Daily"}, "periodType: found 'day'; allowed: week"),
    ],
)
def test_a_page_whose_day_is_contradictory_or_none_is_an_error(
    props: dict[str, object], message: str
) -> None:
    with pytest.raises(
        ListingError, match=r"saved\.html, line 2: the day of the page cannot be read"
    ) as error:
        parse(page(WEDNESDAY, **props), hint("saved.html"))

    assert message in str(error.value)


def test_a_week_whose_entries_do_not_say_their_days_is_refused() -> None:
    with pytest.raises(ListingError, match="no entry can be read or dated"):
        parse(page(None, None, dateString="2026-W14", periodType="week"), hint("2026-04-01.html"))


def test_a_week_is_not_of_the_day_that_the_command_line_gives() -> None:
    with pytest.raises(ListingError, match="line 2: the page is of kind 'week', but --date says 2026-04-01"):
        parse(page(WEDNESDAY, dateString="2026-W14"), hint(day=WEDNESDAY))


@pytest.mark.parametrize(
    "written",
    [
        "data-props='{props}'",
        "data-props = '{props}'",
        "data-props=\"{escaped}\" data-props='{props}'",
        'data-props="{escaped}"></div><div data-props="{escaped}"',
    ],
)
def test_properties_are_found_however_they_are_quoted(written: str) -> None:
    props = json.dumps({"dailyPapers": [entry()], "dateString": "2026-04-01"})
    attribute = written.format(props=props.replace("'", "&#39;"), escaped=html.escape(props))

    read = parse(f"<html><div {attribute}></div></html>".encode(), hint())

    assert (read.days, len(read.entries)) == ((WEDNESDAY,), 1)


@pytest.mark.parametrize(
    ("markup", "message"),
    [
        (page(WEDNESDAY) + page(MONDAY), "line 3: found another list than the first"),
        (
            b"<html><div data-props='dailyPapers&#" + b"1" * 5_000 + b"'>",
            "line 1: found a character reference",
        ),
        (
            b'<html>\n<div data-props=\'{"dailyPapers":' + b"[" * 980 + b"]" * 980 + b"}'>",
            "line 2: .*too deep",
        ),
        (b'<html><div data-props=\'{"dailyPapers":[]}', "line 1: found markup without a list"),
        (b"<html><div meta-data-props='{\"dailyPapers\":[]}'>", "line 1: found markup without a list"),
        (b"<html><div data-props='{\"dailyPapers\":{}}'>", "line 1: found markup without a list"),
    ],
)
def test_markup_that_holds_no_one_list_is_an_error(markup: bytes, message: str) -> None:
    with pytest.raises(ListingError, match=message):
        parse(markup, hint("2026-04-01.html"))


@needs_data
def test_the_real_page_is_read() -> None:
    read = parse((DATA / "hf_html" / "2024-08-01.html").read_bytes(), hint())

    papers = [item.paper for item in read.entries]
    assert (read.days, len(papers), read.rejections) == ((date(2024, 8, 1),), 13, {})
    assert (papers[0].title, papers[0].votes, len(papers[0].authors)) == (
        "The Llama 3 Herd of Models",
        94,
        533,
    )
    assert papers[12].title.endswith("for Neural Radiance Fields")
