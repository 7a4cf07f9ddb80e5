"""The whole path, from a listing to the pages a reader opens."""

import json
import re
import shutil
from datetime import date
from html.parser import HTMLParser
from pathlib import Path

import pytest

from generator.archive.archive import Archive
from generator.archive.pages import PaperPage
from generator.papers.wording import in_characters
from generator.sources import parse
from generator.sources.listing import Hint
from generator.text.formulas import Formula, segments
from generator.text.mathml import mathml
from tests.archives import add, listing, paper
from tests.sites import LISTING, SECOND_DAY, build, build_here, make_project, run, shown_text, tree

DAY = "papers/date/2025-08-06"

HOSTILE = r"""<script>alert(1)</script>

An abstract with <img src=x onerror=alert(1)> and [a link](javascript:alert(1)) and javascript:alert(1).

</title><script>alert(2)</script>

Ends with a quote " onmouseover="alert(3) and <!-- notes: what stands below this line is yours and stays -->.

{{ config.site_name }} and {% raw %}

Jinja: {{ 7 * 7 }} {% for x in y %} {# comment #}, and a front-matter fence follows.

--- title: forged ---

---

# Heading, *emphasis*, `code`, ![image](x.png), ***

1. not a list, ~~~ not code ~~~, | not | a | table |, &amp; &lt; and &#x27;.

$\text{<script>alert(1)</script>}$ and $\href{javascript:alert(1)}{x}$

Formulas: $\text{<script>alert(1)</script>}$ $\href{javascript:alert(1)}{x}$ $\style{color:red}{x}$ $x_i^2$.

../../x

A title that would climb out of the folder.

/etc/passwd

A title that is an absolute path.

Index

One.

Date

Two.

Latest

Three.

😀

An emoji alone.
"""


class Markup(HTMLParser):
    """Collects what a browser would act on: attributes, and what stands in scripts."""

    def __init__(self) -> None:
        super().__init__()
        self.attributes: list[tuple[str, str, str]] = []
        self.scripts: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.attributes += [(tag, name, value or "") for name, value in attrs]
        self._runs = tag == "script" and "json" not in (dict(attrs).get("type") or "")

    def handle_data(self, data: str) -> None:
        if self.cdata_elem == "script" and self._runs:
            self.scripts.append(data)


@pytest.fixture(scope="module")
def project(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("project")
    make_project(folder, {LISTING.name: LISTING.read_text(), "2025-08-07.txt": SECOND_DAY})
    build(folder)
    return folder


@pytest.fixture(scope="module")
def hostile(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("hostile") / "project"
    blocks = [*HOSTILE.strip().split("\n\n"), "A long one", "word " * 20_000 + "end."]
    papers = zip(blocks[::2], blocks[1::2], strict=True)
    listing = "\n".join(json.dumps({"title": title, "abstract": abstract}) for title, abstract in papers)
    make_project(folder, {"2025-08-08.jsonl": listing})
    build(folder)
    return folder


def test_the_committed_pages_are_those_of_the_committed_listing(tmp_path: Path) -> None:
    make_project(tmp_path, {LISTING.name: LISTING.read_text()})
    assert run(tmp_path, "generator", "add", f"content/listings/{LISTING.name}").returncode == 0

    committed = LISTING.parent.parent

    assert tree(tmp_path / "content" / "papers") == tree(committed / "papers")
    assert (tmp_path / "content/addresses.txt").read_text() == (committed / "addresses.txt").read_text()


@pytest.mark.parametrize(
    "address",
    [
        DAY,
        "papers/date/latest",
        "papers/week/2025-W32",
        "papers/month/2025-08",
        "papers/year/2025",
        "papers",
        "papers/date",
        "papers/week",
        "papers/month",
        "papers/year",
        "about",
        ".",
    ],
)
def test_the_addresses_of_the_archive_answer(project: Path, address: str) -> None:
    assert (project / "site" / address / "index.html").is_file()


def test_every_title_and_abstract_of_the_listing_stands_on_its_page(project: Path) -> None:
    listing = parse(LISTING.read_bytes(), Hint(LISTING.name, date(2025, 8, 6)))
    assert len({entry.paper.id for entry in listing.entries}) == 89

    for entry in listing.entries:
        page = (project / "site" / "papers" / entry.paper.id / "index.html").read_text()
        shown = shown_text(page)

        paper = in_characters(entry.paper)
        assert _without_delimiters(paper.title) in shown
        assert _without_delimiters(paper.abstract or "") in shown


def test_a_day_lists_its_papers_in_listed_order(project: Path) -> None:
    listing = parse(LISTING.read_bytes(), Hint(LISTING.name, date(2025, 8, 6)))
    day = (project / "site" / DAY / "index.html").read_text()

    links = re.findall(r'href="\.\./\.\./([a-z0-9-]+)/"', day)

    listed = [entry.paper.id for entry in listing.entries]
    assert [link for link in dict.fromkeys(links) if link in set(listed)] == listed


def test_mkdocs_alone_builds_the_same_site_again_and_on_another_day(project: Path) -> None:
    built = tree(project / "site")

    assert run(project, "mkdocs", "build", "--strict").returncode == 0
    assert tree(project / "site") == built

    assert run(project, "tests.another_day", "2031-02-03", "build", "--strict").returncode == 0
    assert tree(project / "site") == built


def test_properdocs_in_place_of_mkdocs_builds_the_same_site(project: Path) -> None:
    built = tree(project / "site")
    shutil.rmtree(project / "site")

    done = run(project, "properdocs", "build", "--strict", "--config-file", "mkdocs.yml")

    assert done.returncode == 0, done.stderr
    assert tree(project / "site") == built


def test_a_listing_that_was_not_added_fails_a_strict_build(tmp_path: Path) -> None:
    make_project(tmp_path, {"2025-08-07.txt": SECOND_DAY})

    done = run(tmp_path, "mkdocs", "build", "--strict")

    assert done.returncode == 1
    assert "listings/2025-08-07.txt is in no receipt yet; `dailypapers build` adds it" in done.stderr


def test_an_empty_archive_builds(tmp_path: Path) -> None:
    site = build_here(make_project(tmp_path))

    assert "No list has been added yet" in shown_text((site / "index.html").read_text())


@pytest.mark.parametrize("day", [date(1969, 12, 31), date(2106, 2, 8)])
def test_an_archive_with_a_day_that_gzip_cannot_write_builds(tmp_path: Path, day: date) -> None:
    project = make_project(tmp_path)
    settings = (project / "mkdocs.yml").read_text()
    (project / "mkdocs.yml").write_text(re.sub(r"from: \S+", f"from: {day}", settings, count=1))
    add(project / "content", listing([paper("Counting Sheep")], day))

    assert "Counting Sheep" in shown_text((build_here(project) / "index.html").read_text())


def test_a_hostile_listing_is_shown_as_text(hostile: Path) -> None:
    site = hostile / "site"
    pages = [page for page in Archive(hostile / "content").papers() if isinstance(page, PaperPage)]
    assert len(pages) == 13

    for page in pages:
        html = (site / "papers" / page.paper.id / "index.html").read_text()
        shown = shown_text(html)
        assert _without_delimiters(page.paper.title) in shown
        assert _without_delimiters(page.paper.abstract or "") in shown


def test_no_markup_of_a_hostile_listing_reaches_any_page(hostile: Path) -> None:
    for page in (hostile / "site").rglob("*.html"):
        markup = Markup()
        markup.feed(page.read_text())

        assert not [name for _, name, _ in markup.attributes if name.startswith("on")], page
        assert not [name for _, name, value in markup.attributes if value.startswith("javascript:")], page
        assert not [value for _, name, value in markup.attributes if (name, value) == ("src", "x")], page
        assert "alert(" not in "".join(markup.scripts), page


def test_a_hostile_listing_writes_nothing_outside_the_archive(hostile: Path) -> None:
    assert {path.name for path in hostile.parent.iterdir()} == {"project"}
    made = {".cache", "content", "site", "site_theme", "mkdocs.yml"}
    assert {path.name for path in hostile.iterdir()} == made
    names = {path.stem for path in (hostile / "content" / "papers").glob("*/*.md")}
    assert {"x", "etc-passwd"} < names
    assert not names & {"index", "date", "latest"}


def _without_delimiters(text: str) -> str:
    """Give what the page shows of `text`: formulas without their delimiters where they were converted."""
    pieces = (
        segment.tex
        if isinstance(segment, Formula) and mathml(segment.tex, display=segment.display)
        else segment.source
        for segment in segments(text)
    )
    return " ".join("".join(pieces).split())
