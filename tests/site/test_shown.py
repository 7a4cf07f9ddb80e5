"""What each page of a small archive shows its reader and tells search engines: `shown.yml` says it."""

import json
import re
from dataclasses import replace
from datetime import date
from fnmatch import fnmatchcase
from html.parser import HTMLParser
from pathlib import Path
from typing import Any

import pytest
import yaml

from generator.archive.archive import Archive
from generator.archive.remove import remove
from tests.archives import add, listing, paper
from tests.sites import build_here, make_project, shown_text

SHEEP, CLOUDS, KNOTS = (paper(title, f"About {title}.") for title in ("Sheep", "Clouds", "Knots"))
MANY = [paper(f"No. {number}") for number in range(1, 102)]
LISTED = {
    date(2025, 1, 15): [SHEEP, KNOTS, CLOUDS],
    date(2025, 5, 6): [CLOUDS],
    date(2025, 9, 30): [SHEEP],
    date(2025, 12, 29): [CLOUDS],
    date(2025, 12, 31): MANY,
    date(2026, 1, 2): [SHEEP],
    date(2026, 1, 5): [CLOUDS, SHEEP],
    date(2026, 1, 6): [paper("Wool", "About wool."), SHEEP, paper("Yarn")],
    date(2026, 1, 7): [*MANY, paper("Last")],
}
"""Nine days of five quarters; two are too long for one page, three are of a week in two years."""
PAGES: dict[str, dict[str, Any]] = yaml.safe_load(Path(__file__).with_name("shown.yml").read_text())


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    project = make_project(tmp_path_factory.mktemp("shown") / "project")
    content = project / "content"
    add(content, *(listing(papers, day) for day, papers in LISTED.items()))
    lone = paper("Lone", "About one.")
    add(content, listing([MANY[100], KNOTS, lone], date(2025, 12, 31), "more"))
    add(content, listing([replace(lone, arxiv_id="2508.00001")], date(2025, 12, 31), "names"))
    remove(Archive(content), "knots", "Asked for.")
    for page in ("2601/wool.md", "date/2026-01-07.md"):
        with (content / "papers" / page).open("a") as file:
            file.write("\nA note by hand.\n")
    return build_here(project)


@pytest.fixture(scope="module")
def newest(site: Path) -> dict[str, str]:
    """Return the newest day of each page that search engines should list."""
    pages = (site / "sitemap.xml").read_text().replace("</url>", "</url>\n")
    return dict(re.findall(r"<loc>\w+://[^/]+/daily-papers/(.*)</loc><lastmod>(.*)</lastmod>", pages))


class Head(HTMLParser):
    """What the head of a page tells: title, description, the pages around it, and how many papers."""

    def __init__(self, html: str) -> None:
        super().__init__()
        self.told: dict[str, str | int | None] = {}
        self.indexed = True
        self._tag = ""
        self.feed(html.partition("</head>")[0])
        self.close()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        given = dict(attrs)
        self._tag = given.get("type") or tag
        self.indexed &= given.get("name") != "robots"
        if given.get("name") == "description":
            self.told["description"] = given["content"]
        elif given.get("rel") in ("prev", "next"):
            self.told[str(given["rel"])] = given["href"]

    def handle_data(self, data: str) -> None:
        if self._tag == "title":
            self.told["title"] = data.partition(" · ")[0]
        elif self._tag == "application/ld+json" and "mainEntity" in (said := json.loads(data)):
            self.told["papers"] = said["mainEntity"]["numberOfItems"]
        self._tag = ""


@pytest.mark.parametrize("address", PAGES)
def test_a_page_shows_and_tells(site: Path, newest: dict[str, str], address: str) -> None:
    html = (site / address / "index.html").read_text()
    told = dict(PAGES[address])
    shows = re.sub(r" ?\* ?", "*", told.pop("shows"))
    head = Head(html)

    assert fnmatchcase(shown_text(html), shows), shown_text(html)
    assert head.told | ({"newest": newest[address]} if address in newest else {}) == told
    assert head.indexed is (address in newest)


@pytest.mark.parametrize(("address", "target"), [("papers/2508.00001/", "../lone/")])
def test_an_address_leads_on(site: Path, address: str, target: str) -> None:
    assert f'content="0; url={target}"' in (site / address / "index.html").read_text()
