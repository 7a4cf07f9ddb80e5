"""Citations that scripts make from pages are those that Python makes; Zotero finds papers on lists."""

import json
from dataclasses import replace
from datetime import date
from pathlib import Path
from urllib.parse import parse_qs

import pytest
import rispy
from playwright.sync_api import Page, expect

from generator.archive.archive import Archive
from generator.archive.pages import PaperPage
from generator.papers.csl import csl
from generator.papers.records import Author, Paper
from generator.papers.ris import ris
from generator.papers.wording import in_characters
from tests.archives import add, listing
from tests.reading_site import DAY
from tests.server import Serve
from tests.sites import build_here, make_project

URL = "https://daily-papers.example/daily-papers/"
LISTED = date(2025, 8, 6)
PLAIN = Paper(
    id="2508.00001",
    title="A Plain Paper",
    listed=(LISTED,),
    source="arxiv",
    arxiv_id="2508.00001",
    authors=(Author("Ada Lamb"),),
    published=date(2025, 8, 1),
    abstract="We count.\n\nTwice.",
    categories=("cs.CL", "cs.LG"),
    topics=("a, b", "sheep"),
)
NAMES = (
    "Aaron van den Oord", "Martin Luther King Jr.", "Sheep and Goats Team", "Li", "李 明", "Đặng Ñuñez",
    "O'Hara & Sons", "A_b C^d", "J. {Curly} Brace", "Ada 50% Lamb #1", "<b>Bold</b> Name", "Sandy Anderson",
    "Bo Peep, Jr.", "Bo Peep and Ada Lamb",
)  # fmt: skip
HOSTILE = (
    PLAIN,
    replace(
        PLAIN, id="2508.00002", arxiv_id="2508.00002", title='A & B <i>x</i> "q" {y} $x^2$ \\cmd 50% #1_a~'
    ),
    replace(PLAIN, id="2508.00003", arxiv_id="2508.00003", title="Names", authors=tuple(map(Author, NAMES))),
    replace(
        PLAIN,
        id="2508.00004",
        arxiv_id="2508.00004",
        title="Line ER - and TY - JOUR",
        abstract="TY - JOUR\n\nER - & <script>alert(1)</script> \\alpha 5$ https://a.example/?a=1&b=2.",
        journal_ref="J. of Sheep & Goats 12 (2025)",
        doi="10.1000/a<b>(c)%20{d}",
    ),
    replace(
        PLAIN,
        id="2508.00005",
        arxiv_id="2508.00005",
        title="Formulas",
        abstract=r"$O(n^2)$, $x_i^{(k)}$, $\mathbb{R}^n$, $10^{-3}$, $A^\top$, $90^\circ$, $\mathbf{v}_{ij}$"
        "\n\n"
        r"$\frac{a}{b}$, $\sqrt{x}$, $x^{a^b}$, $$\sqrt{y}$$, $a < b \& c$, \$5 and $10.",
    ),
    replace(PLAIN, id="2508.00006", arxiv_id="2508.00006", title="Undated", published=None),
    replace(PLAIN, id="math/0309136", arxiv_id="math/0309136", title="Old", published=None, topics=()),
    Paper(id="elsewhere", title="Elsewhere", listed=(LISTED,), source="text", abstract="Nothing known."),
)


@pytest.fixture(scope="module")
def built(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, list[Paper]]:
    project = make_project(tmp_path_factory.mktemp("hostile"))
    add(project / "content", listing([*HOSTILE], LISTED))
    (project / "content" / "topics.yml").write_text(
        "- slug: counts\n  label: Counts\n  aliases: [we count]\n"
    )
    pages = [page for page in Archive(project / "content").papers() if isinstance(page, PaperPage)]
    return build_here(project), [in_characters(page.paper) for page in pages]


def _made(page: Page, papers: list[Paper], make: str) -> list[object]:
    """Give what the scripts make of the papers' pages."""
    made: list[object] = page.evaluate(
        """async ([ids, make]) => {
          const { citationOf } = await import("./assets/export.js");
          const made = await import("./assets/citations.js");
          const text = async (id) => (await fetch(`papers/${id}/`)).text();
          const page = async (id) => new DOMParser().parseFromString(await text(id), "text/html");
          return Promise.all(ids.map(async (id) => made[make](citationOf(await page(id)))));
        }""",
        [[paper.id for paper in papers], make],
    )
    return made


def test_scripts_make_what_python_makes(page: Page, serve: Serve, built: tuple[Path, list[Paper]]) -> None:
    site, papers = built
    page.goto(serve(site).url)

    for paper, made, item in zip(papers, _made(page, papers, "ris"), _made(page, papers, "csl"), strict=True):
        assert made == ris(paper, URL), paper.title
        assert item == csl(paper, URL), paper.title


@pytest.mark.parametrize(
    "path", [DAY, "papers/week/2026-W17/", "queries/remembering/", "search/?q=remembering"]
)
def test_a_list_gives_citations_as_files(page: Page, address: str, path: str) -> None:
    page.goto(address + path)
    with page.expect_download() as download:
        page.get_by_role("button", name="RIS").click()

    records = rispy.loads(Path(download.value.path()).read_text())
    shown = page.locator("#content").locator("li[data-paper], [data-search-list] > li").count()
    assert len(records) == shown > 1
    assert download.value.suggested_filename.endswith(".ris")
    expect(page.get_by_text(f"Exported {shown}.")).to_be_visible()


@pytest.mark.parametrize("form", ["BibTeX", "RIS", "CSL-JSON"])
def test_starred_papers_are_exported(page: Page, address: str, form: str) -> None:
    page.goto(address + DAY)
    page.locator(".entries > li").first.get_by_label("Star:").click()
    page.goto(f"{address}starred/")
    with page.expect_download() as download:
        page.get_by_role("button", name=f"Export as {form}").click()

    text = Path(download.value.path()).read_text()
    beginnings = {"BibTeX": "@misc{", "RIS": "TY  - UNPB", "CSL-JSON": "[\n {"}
    assert text.startswith(beginnings[form])
    assert form != "CSL-JSON" or json.loads(text)[0]["type"] == "article"


def test_a_paper_is_given_in_other_formats(page: Page, address: str) -> None:
    page.goto(f"{address}papers/2604.00100/")
    with page.expect_download() as download:
        page.get_by_role("button", name="CSL-JSON").click()

    (item,) = json.loads(Path(download.value.path()).read_text())
    assert item["number"] == "arXiv:2604.00100"


DETECT = """() => [...document.querySelectorAll("span")].filter(({ className, title }) => title && (
  className.includes(" Z3988") || className.includes("Z3988 ") || className === "Z3988"
)).map(({ title }) => title)"""
"""What Zotero's COinS translator looks for (zotero/translators, COinS.js, 2015-06-04)."""


@pytest.mark.parametrize(
    "path", [DAY, "", "papers/week/2026-W16/", "papers/month/2026-04/", "search/?q=remembering"]
)
def test_zotero_lets_readers_pick_papers_from_a_list(page: Page, address: str, path: str) -> None:
    page.goto(address + path)
    expect(page.locator(".Z3988").nth(1)).to_be_attached()

    contexts = [parse_qs(title, strict_parsing=True) for title in page.evaluate(DETECT)]

    assert len({context["rft_id"][0] for context in contexts}) == len(contexts) > 1
    for context in contexts:
        assert context["rft_val_fmt"] == ["info:ofi/fmt:kev:mtx:journal"]  # one that gives an item's type
        assert context["rft_id"][0].startswith("info:doi/10.48550/arXiv.26")
        assert context["rft.atitle"][0]


def test_a_paper_alone_is_left_to_its_head(page: Page, address: str) -> None:
    page.goto(f"{address}papers/2604.00100/")
    expect(page.locator("[data-star]")).to_have_text("Star")

    assert page.evaluate(DETECT) == []
