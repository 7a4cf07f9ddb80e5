"""Answers and pages in the real shape, mutated: each entry is accounted for, or all is refused."""

import html
import json
from collections.abc import Iterator
from datetime import date
from typing import Any

from hypothesis import given, settings
from hypothesis import strategies as st

from generator import sources
from generator.papers.errors import ListingError
from generator.sources.listing import Listing

from .samples import entry, hint

TIME = "T09:00:00Z"
DAYS = ("2026-04-01", "2026-04-02", "2026-04-03")
FULL = {
    "submittedOnDailyAt": "2026-04-02T01:58:49.295Z",
    "submittedOnDailyBy": {"user": "shepherd"},
    "githubRepo": "https://github.com/sheep/count",
    "projectPage": "https://sheep.example/",
    "ai_summary": "Sheep are counted.",
    "ai_keywords": ["sheep", "counting"],
    "organization": {"name": "meadow", "fullname": "The Meadow"},
}
ODD: tuple[object, ...] = (
    *(None, True, 0, -1, 7, 10**400, 1.5, float("nan"), "", " ", "x", "\0", "\ud800", "a\n  b", [], {}, [[]]),
    *(
        "2025-W32",
        "2026-04-02T23:00:00-09:00",
        "9999-12-31T23:00:00-09:00",
        "javascript:x",
        "http://[",
        "2604.1",
    ),
    *([None], ["x"], [{"name": 1}], {"name": []}, {"paper": {}}, "<script>", "$\\emph{x}$", "dailyPapers"),
)
PROPS = {
    "date": ("2026-04-02T00:00:00.000Z", "2026-04-01", "2026-W14", "2026-04"),
    "dateString": (*DAYS, "2026-W14", "2026-W99", "2026-04"),
    "periodType": ("day", "week", "month", "trending"),
    "nextDate": ("2026-04-03",),
}


def paths(value: object, path: tuple[Any, ...] = ()) -> Iterator[tuple[Any, ...]]:
    """Give where each part of a JSON value stands."""
    yield path
    inner = value.items() if isinstance(value, dict) else enumerate(value) if isinstance(value, list) else ()
    for key, child in inner:
        yield from paths(child, (*path, key))


def at(value: Any, path: tuple[Any, ...]) -> Any:
    for key in path:
        value = value[key]
    return value


def copied(value: object) -> Any:
    return json.loads(json.dumps(value))


@st.composite
def answers(draw: st.DrawFn) -> Any:
    """Make a list of entries of some days, with a few of its parts dropped, replaced, nested or moved."""
    said = draw(st.lists(st.sampled_from((*DAYS, None)), min_size=1, max_size=4))
    entries: Any = copied(
        [
            entry(**{**FULL, "id": f"2604.{number:05}", "submittedOnDailyAt": day and f"{day}{TIME}"})
            for number, day in enumerate(said, 1)
        ]
    )
    for _ in range(draw(st.integers(0, 4))):
        places = [path for path in paths(entries) if path]
        if not places:
            break
        place, kind = draw(st.sampled_from(places)), draw(st.sampled_from(("drop", "odd", "nest", "move")))
        holder, key = at(entries, place[:-1]), place[-1]
        if kind == "drop":
            del holder[key]
        elif kind == "odd":
            holder[key] = copied(draw(st.sampled_from(ODD)))
        elif kind == "nest":
            depth = draw(st.integers(1, 120))
            holder[key] = json.loads("[" * depth + json.dumps(holder[key]) + "]" * depth)
        else:
            holder[key] = copied(at(entries, draw(st.sampled_from(places))))
    return entries


def read(data: bytes, name: str, day: date | None) -> Listing | None:
    try:
        return sources.parse(data, hint(name, day))
    except ListingError as error:
        assert str(error).startswith(name)
        return None


def check(listing: Listing | None, entries: list[Any]) -> None:
    """Assert that all entries are accounted for, under their own days, and that several days are in part."""
    if listing is None:
        return
    numbers = [*(each.first for each in listing.entries), *(each.first for each in listing.rejected())]
    assert sorted(numbers) == list(range(1, len(entries) + 1))
    assert {day for each in listing.entries for day in each.paper.listed} <= set(listing.days)
    assert listing.rejections.keys() <= set(listing.days)
    assert listing.partial in (frozenset(), frozenset(listing.days))
    assert len(listing.days) == 1 or listing.partial
    assert listing.entries or not entries
    for each in listing.entries:
        own = entries[each.first - 1]["paper"].get("submittedOnDailyAt")
        if isinstance(own, str) and own.endswith(TIME):
            assert own == f"{each.paper.listed[0]}{TIME}"


names = st.sampled_from(("list.json", "2026-04-02.json", "trending 2026-04-02.json"))
options = st.none() | st.dates(date(2026, 4, 1), date(2026, 4, 3))


@settings(deadline=None, max_examples=300)
@given(answers(), names, options)
def test_a_mutated_answer_is_accounted_for_or_refused(
    entries: list[Any], name: str, day: date | None
) -> None:
    check(read(json.dumps(entries).encode(), name, day), entries)


@settings(deadline=None, max_examples=300)
@given(
    answers(),
    st.fixed_dictionaries({}, optional={key: st.sampled_from(PROPS[key]) for key in PROPS}),
    options,
)
def test_a_mutated_page_is_accounted_for_or_refused(
    entries: list[Any], props: dict[str, object], day: date | None
) -> None:
    written = html.escape(json.dumps({"dailyPapers": entries, **props}))
    page = f"<!doctype html>\n<html><div data-target='DailyPapers' data-props=\"{written}\"></div></html>"

    listing = read(page.encode(), "saved.html", day)

    check(listing, entries)
    if listing and "W" in f"{props.get('date')}{props.get('dateString')}":
        assert listing.partial


@settings(deadline=None)
@given(answers(), st.data())
def test_an_answer_that_is_cut_or_spliced_is_accounted_for_or_refused(
    entries: list[Any], data: st.DataObject
) -> None:
    text = json.dumps(entries)
    cut, other = (data.draw(st.integers(0, len(text))) for _ in range(2))

    for spliced in (text[:cut], text[:cut] + text[other:]):
        listing = read(spliced.encode(), "2026-04-02.json", None)
        if listing:
            check(listing, json.loads(spliced))
