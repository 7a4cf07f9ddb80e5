from pathlib import Path

import pytest
from playwright.sync_api import Page

from tests.server import Serve

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
    tmp_path: Path, serve: Serve, page: Page, problems: list[str], html: str, expected: list[str]
) -> None:
    (tmp_path / "index.html").write_text(f"<!doctype html><link rel=icon href=data:,>{html}")
    server = serve(tmp_path, "/archive/")

    page.goto(server.url)

    assert problems == [problem.format(url=server.url) for problem in expected]
    problems.clear()
