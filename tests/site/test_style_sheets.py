"""A page loads the style sheets that its classes stand in."""

import re
from pathlib import Path

import pytest

COMMENT, CLASS = re.compile(r"/\*.*?\*/", re.DOTALL), re.compile(r"\.([a-z][\w-]*)")
GIVEN = re.compile(r' class="([^"]+)"')
LINKED = re.compile(r'<link rel="stylesheet" href="([^"]+)"')


def classes(sheet: Path) -> set[str]:
    """Give the classes that a style sheet tells of."""
    return {*CLASS.findall(COMMENT.sub("", sheet.read_text()))}


@pytest.mark.parametrize("fixture", ["site", "risen"])
def test_no_page_lacks_a_style_sheet_that_tells_of_its_classes(
    fixture: str, request: pytest.FixtureRequest
) -> None:
    site: Path = request.getfixturevalue(fixture)
    told = {path.resolve(): classes(path) for path in site.glob("assets/**/*.css")}
    own = set[str]().union(*(told[path] for path in told if path.name != "material.css"))
    lacking = {}
    for page in site.glob("**/index.html"):
        text = page.read_text()
        linked = [(page.parent / name).resolve() for name in LINKED.findall(text)]
        given = {name for names in GIVEN.findall(text) for name in names.split()}
        if linked and (missing := (given & own).difference(*(told[path] for path in linked))):
            lacking[page.relative_to(site).as_posix()] = missing

    assert lacking == {}
