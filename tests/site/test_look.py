"""A fork's settings, in a browser: every kind of page around them, and pages written by hand."""

from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, expect

from tests.axe import violations_in_both_schemes
from tests.server import Serve
from tests.sites import build_here
from tests.themed_project import make_themed_project

GUIDE = "guide/reading/"
DRAWN = """mark => {
  const { maskImage, backgroundColor } = getComputedStyle(mark, "::before");
  return { maskImage, backgroundColor };
}"""


@pytest.fixture(scope="module")
def themed(tmp_path_factory: pytest.TempPathFactory) -> Path:
    project = make_themed_project(tmp_path_factory.mktemp("themed"))
    (project / "content/listings/2025-08-07.txt").unlink()
    return build_here(project)


@pytest.fixture(scope="module")
def home(themed: Path, serve: Serve) -> str:
    return serve(themed, "/archive/").url


@pytest.mark.parametrize("width", [390, 1440])
def test_axe_finds_nothing_in_a_themed_site(browser: Browser, home: str, width: int) -> None:
    page = browser.new_page(viewport={"width": width, "height": 844})
    found = {}
    for path in ("", GUIDE, "guide/unlisted/", "papers/", "search/"):
        page.goto(home + path)
        for section in page.locator(".top summary").all():
            section.click()
        found[path] = violations_in_both_schemes(page)
    page.close()

    assert {path: wrong for path, wrong in found.items() if wrong} == {}


def test_the_header_leads_to_every_page_of_the_nav(page: Page, home: str) -> None:
    page.goto(home)

    page.locator(".top summary", has_text="Guide").click()
    page.locator(".top summary", has_text="Deeper").click()
    page.get_by_role("link", name="More", exact=True).click()

    expect(page.get_by_role("heading", name="More")).to_be_visible()


def test_the_fork_s_picture_colours_style_and_script_are_on_a_page(page: Page, home: str) -> None:
    page.goto(home + "papers/")

    expect(page.locator(".name img")).to_have_js_property("complete", True)
    assert page.locator(".name img").evaluate("(image) => image.naturalWidth") > 0
    expect(page.locator(".top")).to_have_css("background-color", "rgb(64, 81, 181)")
    expect(page.locator("html")).to_have_attribute("data-own", "ran")
    assert page.evaluate("getComputedStyle(document.documentElement).getPropertyValue('--own')") == "1"
    page.get_by_role("button", name="Dark colours").click()
    expect(page.locator(".top")).to_have_css("background-color", "rgb(0, 148, 133)")


@pytest.mark.parametrize("width", [390, 800, 1440])
def test_whatever_stands_on_a_coloured_band_has_its_text_s_colour(
    browser: Browser, home: str, width: int
) -> None:
    page = browser.new_page(viewport={"width": width, "height": 844})
    page.goto(home)
    expect(page.locator(".scheme")).to_be_visible()
    on_band = page.locator(".top").locator(".name, nav > a, summary, .scheme, .dp-search__open")

    for part in on_band.filter(visible=True).all():
        expect(part).to_have_css("color", "rgb(255, 255, 255)")
    page.close()


def test_without_scripts_the_band_s_text_has_its_colour_too(browser: Browser, home: str) -> None:
    page = browser.new_page(java_script_enabled=False)
    page.goto(home)

    expect(page.locator(".top .dp-search__noscript")).to_have_css("color", "rgb(255, 255, 255)")
    expect(page.locator(".top .dp-search__noscript a")).to_have_css("color", "rgb(255, 255, 255)")
    page.close()


def test_a_menu_stays_on_a_phone(browser: Browser, home: str) -> None:
    page = browser.new_page(viewport={"width": 390, "height": 844})
    page.goto(home)

    page.locator(".top summary", has_text="Guide").click()

    box = page.locator(".top details > div").first.bounding_box()
    assert box and box["x"] >= 0 and box["x"] + box["width"] <= 390
    page.close()


def test_a_page_by_hand_has_paragraphs_numbers_and_a_way_back_from_notes(page: Page, home: str) -> None:
    page.goto(home + GUIDE)

    expect(page.locator("article > p").first).to_have_css("margin-top", "16px")
    expect(page.locator(".footnote ol")).to_have_css("list-style-type", "decimal")
    back = page.locator(".footnote-backref")
    expect(back).to_have_css("opacity", "1")
    assert "svg" in back.evaluate("link => getComputedStyle(link, '::before').maskImage")


@pytest.mark.parametrize("forced", ["active", "none"])
def test_what_is_done_is_told_by_its_shape(browser: Browser, home: str, forced: str) -> None:
    page = browser.new_page(forced_colors=forced)  # type: ignore[arg-type]
    page.goto(home + GUIDE)
    done, undone = (mark.evaluate(DRAWN) for mark in page.locator(".task-list-indicator").all())
    paper = page.evaluate("getComputedStyle(document.body).backgroundColor")
    page.close()

    assert (done["maskImage"] == "none", undone["maskImage"] == "none") == (False, True)
    assert done["backgroundColor"] != paper


def test_tabs_open_without_a_script_and_figures_stand_to_the_right(browser: Browser, home: str) -> None:
    page = browser.new_page(java_script_enabled=False)
    page.goto(home + GUIDE)

    page.get_by_text("Shell").click()
    expect(page.get_by_text("wc")).to_be_visible()
    expect(page.get_by_text("def hop")).to_be_hidden()
    expect(page.get_by_role("cell", name="12")).to_have_css("text-align", "right")
    page.close()


def test_only_pages_written_by_hand_load_material_s_styles(themed: Path) -> None:
    loading = {
        path.parent.relative_to(themed).as_posix()
        for path in themed.rglob("index.html")
        if "material.css" in path.read_text()
    }

    assert loading == {"about", "guide/reading", "guide/unlisted", "guide/deep/more"}


def test_pages_are_english_whatever_language_is_set(themed: Path) -> None:
    assert all('<html lang="en"' in path.read_text()[:60] for path in themed.glob("guide/*/index.html"))
