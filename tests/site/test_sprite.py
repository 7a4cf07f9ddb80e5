"""Icons are Material's, in one file, and no letter stands in their place."""

import re
from collections.abc import Callable
from html import unescape
from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

from generator.site.sprite import Icon, icon, shown_in, sprite
from tests.reading_site import DAY
from tests.sites import ROOT

THEME = ROOT / "site_theme"
SHEETS = [*THEME.rglob("*.css")]
TEXTS_OF_FORMULAS = "linear.js"
FILES = [
    file
    for file in THEME.rglob("*")
    if file.suffix in (".html", ".css", ".js") and file.name not in ("lunr.min.js", TEXTS_OF_FORMULAS)
]
SYMBOLS = (
    "★☆✩✪✭⭐",  # stars
    "✓✔☑✕✖✗✘☒×",  # done, close
    "○◌●◍◐◑◒◓◔◕◯⚪⚫◦",  # states
    "▲△▴▵▶▷▸▹►▻▼▽▾▿◀◁◂◃◄◅⏵⏶⏷",  # open, closed
    "←↑→↓↔↕⇐⇑⇒⇓↩↪↺↻➔➜❮❯⌃⌄",  # ways
    "☰⋮⋯⚙⌕🔍☀☼☽☾🌙⎘⧉✎⚠ℹ",  # tools
)
MARK = """id => {
  const starred = { [id]: { title: "Sheep", on: "2026-04-16" } };
  localStorage["dailypapers.reading"] = JSON.stringify({ version: 1, starred, read: [id] });
  dispatchEvent(new Event("reading"));
}"""
PRINTED = "day => getComputedStyle(day, '::after').printColorAdjust"
ESCAPED = re.compile(r"\\u\{?([0-9a-fA-F]{4,6})\}?|\\([0-9a-fA-F]{2,6})\b")


def symbols_in(text: str) -> set[str]:
    """Give the symbols of a template, a style sheet or a script, escaped or not."""
    plain = ESCAPED.sub(lambda found: chr(int(found[1] or found[2], 16)), unescape(text))
    return {*"".join(SYMBOLS)} & {*plain}


@pytest.mark.parametrize("file", FILES, ids=lambda file: file.name)
def test_no_letter_stands_for_an_icon(file: Path) -> None:
    assert symbols_in(file.read_text()) == set()


@pytest.mark.parametrize(
    "text", ["<b>★</b>", "<b>&#9733;</b>", "<b>&larr;</b>", 'a { content: "\\2605"; }', 'x = "\\u2605"']
)
def test_a_letter_that_stands_for_an_icon_is_found(text: str) -> None:
    assert symbols_in(text)


def test_the_style_sheets_use_each_icon_that_they_list() -> None:
    text = "\n".join(sheet.read_text() for sheet in SHEETS)
    listed = re.findall(r"--(material-[a-z-]+):", text)

    assert {*listed} == {*re.findall(r"var\(--(material-[a-z-]+)\)", text)}
    assert [name.replace("-", "/", 1) for name in listed] == shown_in(text)


def test_icons_stand_below_each_other_and_symbols_once() -> None:
    one, two = Icon("one", "0 0 16 16", '<path d="M1"/>'), Icon("two", "0 0 24 24", '<path d="M2"/>')

    assert sprite([two, one], [one, one]) == (
        '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 24 48">'
        '<svg y="0" height="24" viewBox="0 0 24 24"><path d="M2"/></svg>'
        '<svg y="24" height="24" viewBox="0 0 16 16"><path d="M1"/></svg>'
        '<symbol id="one" viewBox="0 0 16 16"><path d="M1"/></symbol></svg>\n'
    )


@pytest.mark.parametrize("name", ["../secret", "nothing", ""])
def test_a_name_that_is_no_icon_gives_none(tmp_path: Path, name: str) -> None:
    (tmp_path / "secret.svg").write_text('<svg viewBox="0 0 1 1"/>')
    (tmp_path / ".icons").mkdir()

    assert icon(name, [str(tmp_path)]) is None


@pytest.mark.parametrize("mark", [".marks button:first-child", ".marks button:last-child"])
def test_a_mark_is_told_by_its_shape_in_forced_colours(
    new_page: Callable[..., Page], address: str, mark: str
) -> None:
    page = new_page(forced_colors="active", reduced_motion="reduce")
    with page.expect_response("**/assets/icons.svg"):
        page.goto(address + DAY)
    button = page.locator(mark).first
    expect(button).to_have_attribute("aria-pressed", "false")
    before = button.screenshot()

    page.evaluate(MARK, "2604.00100")
    expect(button).to_have_attribute("aria-pressed", "true")

    assert button.screenshot() != before


def test_icons_are_printed(page: Page, address: str) -> None:
    page.goto(f"{address}status/")

    assert page.locator(".states [data-state]").first.evaluate(PRINTED) == "exact"
