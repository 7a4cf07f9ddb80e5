"""The order of a list by what a reader starred."""

import json
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Page

from tests.related.liking import ANSWERS, by_likeness, invented_days, real_days, reciprocal_ranks, terms_of
from tests.related.papers import invented

CASES = json.loads(Path(__file__).with_name("likeness.json").read_text())
IN_BROWSER = """async ([address, {list, known, starred}]) => {
  const { byLikeness } = await import(address);
  const found = byLikeness(list, new Map(Object.entries(known)), new Map(Object.entries(starred)));
  return found.map(({ id, likeness, nearest }) => [id, likeness, nearest]);
}"""


@pytest.mark.parametrize("case", CASES, ids=lambda case: case["what"])
def test_a_list_is_ordered_by_likeness(case: dict[str, Any]) -> None:
    found = by_likeness(case["list"], case["known"], case["starred"])

    assert [list(each) for each in found] == case["found"]


@pytest.mark.parametrize("case", CASES, ids=lambda case: case["what"])
def test_the_browser_orders_it_so_too(case: dict[str, Any], page: Page, address: str) -> None:
    page.goto(f"{address}about/")

    assert page.evaluate(IN_BROWSER, [f"{address}assets/likeness.js", case]) == case["found"]


def test_the_browser_orders_real_words_so_too(page: Page, address: str) -> None:
    papers = [paper for day in invented_days() for paper, _ in day]
    terms = terms_of(papers)
    listed, starred = list(terms)[:60], dict(list(terms.items())[50:90])
    case = {"list": listed, "known": terms, "starred": starred}
    page.goto(f"{address}about/")

    found = page.evaluate(IN_BROWSER, [f"{address}assets/likeness.js", case])

    assert found == [list(each) for each in by_likeness(listed, terms, starred)]


def test_the_weightiest_terms_are_rare_or_often_said() -> None:
    terms = terms_of([invented("1", "Quokkas", "We show quokkas to models, models and " + "more models.")])[
        "1"
    ]

    assert next(iter(terms)) == "quokka"
    assert 950_000 < sum(weight**2 for weight in terms.values()) < 1_050_000


def test_papers_with_a_starred_keyword_come_twice_as_early_among_invented_ones() -> None:
    own, liked, _ = reciprocal_ranks(invented_days())

    assert liked >= 2 * own


@pytest.mark.skipif(not ANSWERS.is_dir(), reason="../shared/data is absent")
def test_papers_with_a_starred_keyword_come_twice_as_early_among_real_ones() -> None:
    own, liked, count = reciprocal_ranks(real_days())

    assert count > 400
    assert liked >= 2 * own
