"""What a reader sees and does on the built site, with JavaScript and without."""

import json
import os
import shutil
from collections.abc import Callable, Iterator
from dataclasses import replace
from datetime import date
from pathlib import Path
from unittest.mock import patch

import pytest
from mkdocs.commands.build import build
from mkdocs.config import load_config
from playwright.sync_api import Browser, Page, expect

from generator.add import Addition
from generator.archive import Archive
from generator.listing import Entry, Listing
from generator.records import Author, Link, Paper, Rejection
from tests.server import serving

PROJECT = Path(__file__).parents[1]
DAYS = (date(2026, 4, 16), date(2026, 4, 17), date(2026, 4, 20))
PAPER = "papers/2604.00100/"
DAY = "papers/date/2026-04-16/"
BIG_DAY = "papers/date/2026-04-17/"
ABSTRACT = (
    "Large models forget what they have read, and they forget it faster the longer the text becomes. "
    "We mend this with a memory of $O(\\log n)$ cells, which a small model fills while the large one reads. "
    "On seven tasks the memory keeps what matters, at a tenth of the cost of reading again. "
) * 3  # with its formulas as long on the page as the middle abstract of Hugging Face
LONG_FORMULA = "$" + " + ".join(f"x_{{{number}}}" for number in range(60)) + "$"
PAGES = (
    "",
    DAY,
    BIG_DAY,
    f"{BIG_DAY}2/",
    PAPER,
    "papers/2604.00101/",
    "papers/week/2026-W16/",
    "papers/month/2026-04/",
    "papers/",
    "papers/date/",
    "papers/week/",
    "papers/month/",
    "starred/",
    "about/",
    "404.html",
)


def _paper(number: int) -> Paper:
    return Paper(
        id=f"2604.{number:05}",
        arxiv_id=f"2604.{number:05}",
        title=f"Remembering {number} with <think> and $\\alpha$",
        abstract=f"See {LONG_FORMULA}." if number == 101 else ABSTRACT.strip(),
        authors=tuple(Author(f"Ada Writer{chr(97 + place)}") for place in range(6)),
        listed=DAYS[:1],
        source="huggingface",
        published=date(2026, 4, 14),
        categories=("cs.CL",),
        links=(Link("code", "https://github.com/owner/memory"),),
        topics=("long context",),
        votes=12,
    )


def _list(archive: Path, day: date, numbers: range) -> None:
    entries = tuple(Entry(replace(_paper(number), listed=(day,)), number, number) for number in numbers)
    rejections = (Rejection(7, 8, "an entry without a title", "<b>Lost</b>"),)
    addition = Addition(Archive(archive))
    addition.add(Listing("huggingface", "daily_papers", (day,), entries, {day: rejections}))
    addition.write()


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Build a site of three days, one of them with 120 papers."""
    project = tmp_path_factory.mktemp("project")
    (project / "content").mkdir()
    (project / "site_theme").symlink_to(PROJECT / "site_theme")
    shutil.copy(PROJECT / "mkdocs.yml", project)
    for name in ("index.md", "about.md"):
        shutil.copy(PROJECT / "content" / name, project / "content")
    for day, numbers in zip(DAYS, (range(100, 112), range(110, 230), range(300, 312)), strict=True):
        _list(project / "content", day, numbers)
    with patch.dict(
        os.environ, SITE_URL="http://127.0.0.1/archive/", REPOSITORY_URL="https://example.org/repo"
    ):
        build(load_config(str(project / "mkdocs.yml"), strict=True))
    return project / "site"


@pytest.fixture(scope="module")
def address(site: Path) -> Iterator[str]:
    with serving(site, "/archive/") as server:
        yield server.url


def test_triage_by_keys(page: Page, address: str) -> None:
    page.goto(address + DAY)
    entries = page.locator(".entries > li")
    expect(page.locator(".marks")).to_have_count(12)

    for _ in range(3):
        page.keyboard.press("j")
    expect(entries.nth(2).locator("h2 a")).to_be_focused()
    page.keyboard.press("o")
    expect(entries.nth(2).locator("details.lead")).to_have_attribute("open", "")
    page.keyboard.press("*")
    expect(entries.nth(2).get_by_label("Star:")).to_have_attribute("aria-pressed", "true")
    page.keyboard.press("k")
    page.keyboard.press("k")
    page.keyboard.press("Enter")
    expect(page).to_have_url(address + PAPER)


def test_keys_can_be_turned_off_and_never_fire_while_typing(page: Page, address: str) -> None:
    page.goto(address + DAY)
    page.locator("header input").first.focus()
    page.keyboard.press("j")
    expect(page.locator("header input").first).to_have_value("j")

    page.locator("h1").click()
    page.keyboard.press("?")
    page.get_by_label("Turn off").check()
    page.get_by_role("button", name="Close").click()
    page.keyboard.press("j")

    expect(page.locator(".entries a:focus")).to_have_count(0)
    assert page.evaluate("localStorage['dailypapers.shortcuts']") == "off"


def test_what_was_opened_is_read_until_marked_unread(page: Page, address: str) -> None:
    page.goto(address + PAPER)
    page.goto(address + DAY)
    first = page.locator(".entries > li").first
    expect(first).to_have_class("read")

    page.get_by_role("button", name="Hide read").click()
    expect(first).to_be_hidden()
    page.get_by_role("button", name="Hide read").click()
    first.get_by_label("Read:").click()

    expect(first).not_to_have_class("read")


def test_days_since_the_last_visit_are_marked(page: Page, address: str) -> None:
    page.goto(address + BIG_DAY)
    expect(page.locator(".fresh")).to_have_count(0)

    page.evaluate("sessionStorage.clear()")
    page.goto(address)

    expect(page.locator("h1 .fresh")).to_have_text("Monday, 20 April 2026")
    expect(page.locator(".chips .fresh")).to_have_count(0)


def test_stars_go_out_and_come_in_again(page: Page, address: str, tmp_path: Path) -> None:
    page.goto(address + PAPER)
    page.get_by_role("button", name="Star").click()
    page.goto(f"{address}starred/")
    with page.expect_download() as download:
        page.get_by_role("button", name="Export as JSON").click()
    exported = tmp_path / "starred.json"
    download.value.save_as(exported)
    assert json.loads(exported.read_text())["starred"]["2604.00100"]["title"] == (
        "Remembering 100 with <think> and $\\alpha$"
    )
    page.get_by_role("button", name="Remove").click()
    expect(page.get_by_role("status")).to_contain_text("No paper is starred yet")
    bibtex = tmp_path / "other.bib"
    bibtex.write_text("@misc{key, title = {On {MEMORY}}, eprint = {2604.00105v2}, year = 2026}")

    page.locator("input[type=file]").set_input_files(exported)
    expect(page.get_by_role("status")).to_contain_text("Imported 1")
    page.locator("input[type=file]").set_input_files(bibtex)

    expect(page.locator(".stars li")).to_have_count(2)
    expect(page.get_by_role("link", name="On MEMORY")).to_have_attribute(
        "href", f"{address}papers/2604.00105/"
    )


def test_a_file_that_is_no_export_changes_nothing(page: Page, address: str, tmp_path: Path) -> None:
    page.goto(f"{address}starred/")
    (tmp_path / "notes.json").write_text('{"starred": []}')

    page.locator("input[type=file]").set_input_files(tmp_path / "notes.json")

    expect(page.get_by_role("status")).to_contain_text("nothing was changed")


def test_the_chosen_scheme_stays(page: Page, address: str) -> None:
    page.goto(address)
    page.get_by_role("button", name="Dark colours").click()
    page.goto(address + PAPER)

    assert page.evaluate("getComputedStyle(document.documentElement).colorScheme") == "dark"
    expect(page.get_by_role("button", name="Dark colours")).to_have_attribute("aria-pressed", "true")


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
        ("papers/2604.99999/", "https://arxiv.org/abs/2604.99999"),
        ("papers/Remembering-Things/", "search/?q=remembering%20things"),
    ],
)
def test_a_lost_reader_is_offered_what_was_meant(
    page: Page, address: str, problems: list[str], wanted: str, offered: str
) -> None:
    page.goto(address + wanted)

    target = offered if "://" in offered else address + offered
    expect(page.locator(f'#lost a[href="{target}"]')).to_be_visible()
    assert all(problem.startswith("404: ") for problem in problems)
    problems.clear()


def test_without_javascript_nothing_is_missing(new_page: Callable[..., Page], address: str) -> None:
    page = new_page(java_script_enabled=False)
    page.goto(address + DAY)
    first = page.locator(".entries > li").first
    first.locator("details.lead summary").click()
    first.locator(".by summary").click()

    expect(first).to_contain_text("at a tenth of the cost")
    expect(first).to_contain_text("Ada Writerf")
    expect(page.locator("button:visible")).to_have_count(0)
    expect(page.locator(".receipts")).to_contain_text("1 part of the list could not be read")
    page.goto(address + PAPER)
    expect(page.locator(".abstract")).to_contain_text("Large models forget")
    expect(page.locator("article math")).not_to_have_count(0)


def test_nothing_overflows_at_400_percent(browser: Browser, address: str) -> None:
    page = browser.new_page(viewport={"width": 320, "height": 256})
    widths = {}
    for path in PAGES:
        page.goto(address + path)
        widths[path] = page.evaluate("document.documentElement.scrollWidth")
    page.close()

    assert {path: width for path, width in widths.items() if width > 320} == {}


SMALL_TARGETS = """() => {
  const targets = [...document.querySelectorAll("a, button, summary, label, input:not([type=file])")];
  const inText = (target) =>
    getComputedStyle(target).display === "inline" || target.closest("p:not([class])");
  const isSmall = ({ width, height }) => width < 23.9 || height < 23.9;
  return targets
    .filter((target) => target.checkVisibility({ contentVisibilityAuto: true }) && !inText(target))
    .filter((target) => !target.closest("[role=search]") && isSmall(target.getBoundingClientRect()))
    .map((target) => target.outerHTML);
}"""


def test_targets_are_24_pixels(browser: Browser, address: str) -> None:
    """Links within a line of text are exempt (WCAG 2.5.8); the search has tests of its own."""
    page = browser.new_page(viewport={"width": 390, "height": 844})
    small = {}
    for path in PAGES:
        page.goto(address + path)
        small[path] = page.evaluate(SMALL_TARGETS)
    page.close()

    assert {path: found for path, found in small.items() if found} == {}


def test_the_calendar_is_a_table_of_links(page: Page, address: str) -> None:
    page.goto(f"{address}papers/")

    table = page.get_by_role("table", name="Papers listed a day, April to June 2026")
    expect(table.get_by_role("row")).to_have_count(2)
    cell = table.get_by_role("cell").nth(1)
    expect(cell.get_by_role("link", name="Friday, 17 April 2026: 120 papers")).to_have_count(1)
    cell.get_by_role("link").click()
    expect(page).to_have_url(address + BIG_DAY)


def test_a_big_day_is_split_and_numbered_on(page: Page, address: str) -> None:
    page.goto(address + BIG_DAY)
    page.get_by_role("navigation", name="Pages of this day", exact=True).get_by_role(
        "link", name="101–120"
    ).click()

    expect(page.locator(".entries > li")).to_have_count(20)
    expect(page.locator(".entries > li").first).to_have_attribute("value", "101")


def test_what_an_earlier_day_listed_says_so(page: Page, address: str) -> None:
    page.goto(address + BIG_DAY)
    entries = page.locator(".entries > li")

    expect(entries.nth(0)).to_contain_text("seen before on 16 April 2026")
    expect(entries.nth(2).locator(".new")).to_have_text("New")


def test_print_leaves_the_paper_only(page: Page, address: str) -> None:
    page.goto(address + PAPER)
    page.emulate_media(media="print")

    expect(page.locator("header.top, .pager, .buttons, footer").locator("visible=true")).to_have_count(0)
    expect(page.locator(".abstract")).to_be_visible()


def test_no_page_needs_inline_styles_or_scripts(site: Path) -> None:
    for file in site.rglob("*.html"):
        text = file.read_text()
        assert " style=" not in text, file
        assert "<style" not in text, file
        assert "<script>" not in text, file


def test_pages_hold_nothing_that_serves_only_the_script_of_material(site: Path) -> None:
    for path in ("index.html", "about/index.html", "404.html", f"{PAPER}index.html"):
        text = (site / path).read_text()
        body = text[text.index("<body") :]
        assert body.index('<a class="skip"') < body.index("<header") < body.index("<main"), path
        for scaffold in ("md-toggle", "md-overlay", "md-dialog", 'component="skip"', 'component="announce"'):
            assert scaffold not in body, path


def test_a_paper_page_costs_at_most_8_kb(site: Path) -> None:
    text = (site / "papers/2604.00105/index.html").read_text()
    parts = {}
    rest = text
    for name, start, end in (
        ("head", "<head>", "</head>"),
        ("header", '<a class="skip"', "</header>"),
        ("authors", '<div class="by">', "</div>"),
        ("abstract", '<section class="abstract"', "</section>"),
        ("facts", "<dl>", "</dl>"),
        ("citation", '<section class="cite"', "</section>"),
        ("neighbours", '<nav class="pager"', "</nav>"),
        ("footer", "<footer", "</footer>"),
    ):
        before, found, after = rest.partition(start)
        if found:
            inside, closing, after = after.partition(end)
            parts[name] = len((found + inside + closing).encode())
            rest = before + after
    parts["rest"] = len(rest.encode())
    print(*(f"{name}: {size} bytes" for name, size in parts.items()), sep="\n")

    assert sum(parts.values()) <= 8000
    assert text.count("at a tenth of the cost") == ABSTRACT.count("at a tenth of the cost")
