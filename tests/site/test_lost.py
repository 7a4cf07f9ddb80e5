"""What a reader is offered where there is no page."""

import pytest
from playwright.sync_api import Page, expect

from tests.reading_site import BIG_DAY, DAY, PAPER
from tests.watch import Problems


@pytest.mark.parametrize(
    ("wanted", "offered"),
    [
        ("papers/2604.00100v2/", PAPER),
        ("abs/arXiv:2604.00100", PAPER),
        ("pdf/2604.00100.pdf", PAPER),
        ("papers/date/2026-4-16", DAY),
        ("papers/date/20260418", "papers/date/2026-04-20/"),
        ("papers/2026/04/18/", BIG_DAY),
        ("papers/week/2026w16/", "papers/week/2026-W16/"),
        ("papers/month/2026-4/", "papers/month/2026-04/"),
        ("papers/2026/", "papers/year/2026/"),
        ("papers/2604-00100", PAPER),
        ("papers/date/16-04-2026", DAY),
        ("papers/date/april-16-2026/", DAY),
        ("papers/date/26-4-16T00:00", DAY),
        ("papers/week/16-2026/", "papers/week/2026-W16/"),
        ("papers/month/2026-13/", "papers/month/"),
        ("papers/date/today", "papers/date/latest/"),
        ("papers/date/2026/04/16", DAY),
        ("papers/date/2026-04-16/x", DAY),
        ("papers/month/2026/04", "papers/month/2026-04/"),
        ("papers/date/2026-02-30", "papers/date/"),
        ("papers/２６０４.００１００", PAPER),
        ("calendar", "papers/"),
        ("home", ""),
        ("feeds/cs.XX.xml", "feed.xml"),
        ("Starred", "starred/"),
        ("papers/%E0%A4%A-2604.00100", PAPER),
        ("papers/2604.99999/", "https://arxiv.org/abs/2604.99999"),
        ("papers/0704.0001/", "https://arxiv.org/abs/0704.0001"),
        ("papers/2604.0010/", "search/?q=arxiv%3A2604.0010*"),
        ("feed", "feed.xml"),
        ("rss/", "feed.xml"),
        ("atom.xml", "feed.xml"),
        ("blog/feed.rss", "feed.xml"),
        ("constructor", "search/?q=constructor"),
        ("papers/Remembering-Things/", "search/?q=remembering%20things"),
    ],
)
def test_a_lost_reader_is_offered_what_was_meant(
    page: Page, address: str, problems: Problems, wanted: str, offered: str
) -> None:
    problems.provoke("^404: ")
    page.goto(address + wanted)

    target = offered if "://" in offered else address + offered
    expect(page.locator(f'#lost a[href="{target}"]')).to_be_visible()
