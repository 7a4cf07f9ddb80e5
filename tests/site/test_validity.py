"""Every kind of page, as it is built, is valid HTML."""

from dataclasses import replace
from datetime import date
from pathlib import Path
from urllib.parse import urlsplit
from xml.etree import ElementTree

import pytest
from mkdocs.commands.build import build as mkdocs_build
from mkdocs.config import load_config

from generator.archive.archive import Archive
from generator.archive.pages import PaperPage, digest
from generator.papers.citation import cite_key
from generator.papers.records import Author, Link, Paper
from generator.site.head import POLICY
from tests.sites import SECOND_DAY, build, call, make_project
from tests.validator import problems

DAY = date(2025, 8, 7)
REMOVED = "a-quokka-benchmark-for-mathcal-o-n-2-attention"
PAPER = Paper(
    id="attention-for-two-days",
    title='Quokkas & "wallabies" of <math> $O(n^2)$',
    listed=(DAY,),
    source="huggingface",
    abstract="One & two: https://github.com/quokka/bench.\n\n$$\\frac{a}{b} < \\text{<b>}$$",
    authors=tuple(Author(f"Ángela 'Q' <Quokka> {number}") for number in range(30)),
    arxiv_id="2508.00001",
    doi="10.1000/x?<y>&z",
    published=date(2025, 8, 1),
    updated=date(2025, 8, 5),
    categories=("cs.CL", "stat.ML"),
    comment='12 pages, "draft" & <more>',
    journal_ref="J. Quokka <1>",
    links=(
        Link("code", "https://github.com/quokka/bench?a=1&b=2"),
        Link("project", "https://quokka.example/"),
    ),
    topics=("a & b", "rendering"),
    summary="It is <b>good</b>.",
    votes=0,
    submitted_by="<someone>",
    organization="Quokka & Co.",
    aliases=("2508.00001",),
)


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = make_project(tmp_path_factory.mktemp("project"), {"2025-08-07.txt": SECOND_DAY})
    call(folder, "add", str(folder / "content/listings/2025-08-07.txt"))
    archive = Archive(folder / "content")
    paper = replace(PAPER, cite_key=cite_key(PAPER))
    archive.write([PaperPage(paper, digest(paper), notes="A *note* with `code`.\n")], [])
    call(folder, "remove", REMOVED, "--reason", "A <reason> & more")
    return build(folder)


def test_every_page_is_valid_html(site: Path) -> None:
    pages = sorted(site.rglob("*.html"))
    templates = {
        "papers/attention-for-two-days",
        f"papers/{REMOVED}",
        "papers/2508.00001",
        "papers/date/2025-08-07",
    }

    assert templates <= {page.parent.relative_to(site).as_posix() for page in pages}
    assert problems(pages) == []


def test_every_page_has_the_policy_and_no_page_that_leads_on_is_in_the_sitemap(site: Path) -> None:
    texts = {page.parent.relative_to(site).as_posix(): page.read_text() for page in site.rglob("index.html")}
    shown = {address: text for address, text in texts.items() if 'http-equiv="refresh"' not in text}
    indexed = {
        address for address, text in shown.items() if '<meta name="robots" content="noindex">' not in text
    }
    addresses = ElementTree.parse(site / "sitemap.xml").findall(".//{*}loc")  # noqa: S314 - our own

    assert all(f'content="{POLICY}"' in text for text in shown.values())
    assert "unsafe-inline" not in POLICY
    assert not [address for address, text in texts.items() if "<script>" in text or " style=" in text]
    assert f"papers/{REMOVED}" in shown.keys() - indexed
    assert {
        urlsplit(item.text or "").path.removeprefix("/daily-papers/").rstrip("/") or "." for item in addresses
    } == indexed - {"papers/date/latest"}  # which names its day's page in its place


def test_the_policy_is_left_out_where_live_reload_needs_a_script(tmp_path: Path) -> None:
    config = load_config(str(make_project(tmp_path) / "mkdocs.yml"))
    config.plugins.on_startup(command="serve", dirty=False)
    mkdocs_build(config)

    assert "content-security-policy" not in (tmp_path / "site/index.html").read_text()


def test_what_is_not_valid_is_found(tmp_path: Path) -> None:
    page = tmp_path / "page.html"
    page.write_text('<!doctype html><html lang="en"><title>A page</title><p><div>Text</p></html>')

    (first, *_) = problems([page])

    assert "page.html:1: " in first
