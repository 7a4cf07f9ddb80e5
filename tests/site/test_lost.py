"""What a reader is offered where there is no page; what addresses ask for is tested beside the scripts."""

import pytest
from playwright.sync_api import Page, expect

from tests.reading_site import BIG_DAY, DAY, PAPER
from tests.watch import Problems


@pytest.mark.parametrize(
    ("wanted", "offered"),
    [
        ("papers/2604.00100v2/", PAPER),
        ("papers/２６０４.００１００", PAPER),
        ("papers/%E0%A4%A-2604.00100", PAPER),
        ("papers/2604.99999/", "https://arxiv.org/abs/2604.99999"),
        ("papers/2604.0010/", "search/?q=arxiv%3A2604.0010*"),
        ("papers/date/2026-4-16", DAY),
        ("papers/date/20260418", "papers/date/2026-04-20/"),
        ("papers/2026/04/18/", BIG_DAY),
        ("papers/week/2026w16/", "papers/week/2026-W16/"),
        ("papers/2026/", "papers/year/2026/"),
        ("papers/month/2026-3", "papers/month/2026-04/"),
        ("papers/month/2026-13/", "papers/month/"),
        ("home", ""),
        ("data.html", "data/"),
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


def test_what_an_archive_has_not_is_not_offered(page: Page, address: str, problems: Problems) -> None:
    problems.provoke("^404: ")
    page.route("**/trends/", lambda route: route.fulfill(status=404))
    with page.expect_response(f"{address}trends/"):
        page.goto(f"{address}trend")

    expect(page.locator("#lost")).not_to_contain_text("Perhaps")
