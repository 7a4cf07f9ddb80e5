from pathlib import Path

import pytest
from playwright.sync_api import Browser

from tests.server import Serve
from tests.watch import Problems, watch

FAULTS = {
    "<script>console.error('oh')</script>": ["console: oh"],
    "<script>throw new Error('ah')</script>": ["uncaught: ah"],
    "<img src=absent.png>": ["404: {url}absent.png"],
    "<img src=http://elsewhere.invalid/a.png>": [
        "foreign host: http://elsewhere.invalid/a.png",
        "net::ERR_NAME_NOT_RESOLVED: http://elsewhere.invalid/a.png",
    ],
    "<script>console.warn('hm')</script>": [],
    "<img src='data:image/gif;base64,R0lGODlhAQABAAAAACw='>": [],
}


@pytest.mark.parametrize(("html", "expected"), FAULTS.items())
def test_notes_what_goes_wrong(
    tmp_path: Path, serve: Serve, browser: Browser, html: str, expected: list[str]
) -> None:
    (tmp_path / "index.html").write_text(f"<!doctype html><link rel=icon href=data:,>{html}")
    server = serve(tmp_path, "/archive/")

    problems = Problems()
    page = browser.new_page()
    watch(page, problems)

    page.goto(server.url, wait_until="networkidle")
    page.close()

    assert problems == [problem.format(url=server.url) for problem in expected]


def test_a_problem_that_a_test_provokes_is_not_held_against_it() -> None:
    problems = Problems()
    problems.append("404: https://archive.example/a")
    problems.provoke("^404: .*/[ab]$")
    problems += ["404: https://archive.example/b", "404: https://archive.example/c", "uncaught: 404: /a"]

    assert problems.unexpected() == problems[2:]
