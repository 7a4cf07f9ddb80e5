"""Counts: grouped by thousands, and never on a line without what they count."""

import re

import pytest
from playwright.sync_api import Page

from tests.reading_site import RISEN_DAY, TOPIC
from tests.sites import ROOT

ALONE = r"""() => [...document.querySelectorAll("#content small")]
  .filter((small) => /^[\d,.]+( [a-z]+)?$/.test(small.textContent) && small.checkVisibility())
  .filter((small) => {
    const before = document.createRange();
    before.setStart(small.parentElement, 0);
    before.setEndBefore(small);
    const ends = [...before.getClientRects()].filter(({ width }) => width > 1).map(({ bottom }) => bottom);
    return ends.length && small.getBoundingClientRect().top > Math.max(...ends) - 2;
  })
  .map((small) => small.parentElement.textContent.trim())"""
"""The texts whose counts begin a line."""


@pytest.mark.parametrize(
    "path",
    [
        "",
        RISEN_DAY,
        "papers/",
        "papers/date/",
        "papers/month/",
        "papers/month/2026-02/",
        "papers/year/2026/",
        "topics/",
        TOPIC,
    ],
)
def test_no_count_stands_alone_on_a_line(page: Page, risen_address: str, path: str) -> None:
    page.goto(risen_address + path)
    alone = {}
    for width in (*range(320, 440, 10), 800, 1440):
        page.set_viewport_size({"width": width, "height": 844})
        alone[width] = page.evaluate(ALONE)

    assert {width: found for width, found in alone.items() if found} == {}


_PRINTED = re.compile(r"\{\{(.*?)\}\}")
_COUNT = re.compile(r"\b(?:\w*count|papers|most|received|votes|seen_before|length)\b")
_GROUPED = re.compile(
    r"counted|\{:,|\| url|^ (?:bars|title_list|entry_list|pager)\(|\b(?:height|width)\b|^ \""
)
"""What groups a number, is given it, or draws it."""
_FEW = re.compile(r"\b(?:parts|phrases|names) \| length|^ paper\.(?:authors \| length - shown|votes) $")
"""Never a thousand, or for a script."""


def test_templates_group_the_numbers_that_they_print() -> None:
    printed = [
        (path.name, found)
        for path in (ROOT / "site_theme").rglob("*.html")
        for found in _PRINTED.findall(path.read_text())
    ]
    counts = [(name, found) for name, found in printed if _COUNT.search(found)]

    assert len(counts) > 20
    assert [each for each in counts if not (_GROUPED.search(each[1]) or _FEW.search(each[1]))] == []
