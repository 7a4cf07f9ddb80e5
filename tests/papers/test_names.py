"""How days and links are called where room is short."""

from datetime import date

import pytest

from generator.papers.names import day_heading, days_span, link_names, list_name
from generator.papers.records import Link, Receipt, Source


@pytest.mark.parametrize(
    ("first", "last", "span"),
    [
        (date(2025, 8, 6), date(2025, 8, 6), "6 August 2025"),
        (date(2025, 8, 4), date(2025, 8, 8), "4 to 8 August 2025"),
        (date(2025, 7, 28), date(2025, 8, 1), "28 July to 1 August 2025"),
        (date(2025, 12, 29), date(2026, 1, 2), "29 December 2025 to 2 January 2026"),
    ],
)
def test_a_span_says_nothing_twice(first: date, last: date, span: str) -> None:
    assert days_span(first, last) == span


def test_a_heading_breaks_after_the_weekday_only() -> None:
    assert day_heading(date(2025, 8, 6)).split(" ") == ["Wednesday,", "6\xa0August\xa02025"]


def test_links_of_a_kind_are_told_apart_and_spellings_of_one_address_are_one() -> None:
    links = (
        Link("project", "https://quokka.example"),
        Link("project", "http://quokka.example/"),
        Link("project", "https://wallaby.example/"),
        Link("other", "https://kangaroo.example/"),
    )

    assert link_names(links) == [
        ("Project", "https://quokka.example"),
        ("Project 2", "https://wallaby.example/"),
        ("Link", "https://kangaroo.example/"),
    ]


@pytest.mark.parametrize(
    ("source", "scope", "name"),
    [
        ("huggingface", "daily_papers", "Hugging Face Daily Papers"),
        ("arxiv", "cs.CL", "arXiv (cs.CL)"),
        ("jsonl", "papers.jsonl", "JSON Lines (papers.jsonl)"),
    ],
)
def test_a_list_is_told_from_others_of_its_source(source: Source, scope: str, name: str) -> None:
    assert list_name(Receipt(source, scope, "0" * 64, 0, ())) == name
