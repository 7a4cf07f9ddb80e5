"""Browsers that keep nothing, or have no room left."""

from pathlib import Path

from playwright.sync_api import Page, expect

from tests.reading_site import DAY, PAPER

BLOCKED = """Object.defineProperty(self, "localStorage", {
  get() { throw new DOMException("Access is denied.", "SecurityError"); },
})"""
FULL = """() => {
  for (let size = 1 << 22; size >= 1; size /= 2) {
    try {
      for (;;) localStorage.setItem("filling", (localStorage.filling ?? "") + "x".repeat(size));
    } catch {}
  }
}"""


def test_a_browser_that_keeps_nothing_says_so(page: Page, address: str, tmp_path: Path) -> None:
    page.add_init_script(BLOCKED)
    keeps_nothing = "This browser keeps nothing for this site"
    page.goto(address + DAY)
    entry = page.locator(".entries > li").nth(1)
    for name in ("Star:", "Read:"):
        entry.get_by_label(name).click()
        expect(entry.get_by_role("alert")).to_contain_text(keeps_nothing)
    expect(page.get_by_role("alert")).to_have_count(1)

    page.goto(address + PAPER)
    page.locator("[data-star]").click()
    expect(page.get_by_role("alert")).to_contain_text(keeps_nothing)

    page.goto(f"{address}starred/")
    status = page.get_by_role("main").get_by_role("status")
    expect(status).to_contain_text(keeps_nothing)
    (tmp_path / "other.bib").write_text("@misc{key, title = {On Memory}, eprint = {2604.00105}}")
    status.evaluate("(element) => { element.textContent = ''; }")
    page.locator("input[type=file]").set_input_files(tmp_path / "other.bib")
    expect(status).to_contain_text(keeps_nothing)


def test_a_browser_that_is_full_says_so_until_there_is_room(page: Page, address: str, tmp_path: Path) -> None:
    page.goto(address + DAY)
    page.evaluate(FULL)
    star = page.locator(".entries > li").first.get_by_label("Star:")
    star.click()
    expect(page.get_by_role("alert")).to_contain_text("no room left")
    expect(star).to_have_attribute("aria-pressed", "false")

    page.evaluate("localStorage.removeItem('filling')")
    star.click()
    expect(star).to_have_attribute("aria-pressed", "true")
    expect(page.get_by_role("alert")).to_have_count(0)

    page.goto(f"{address}starred/")
    page.evaluate(FULL)
    (tmp_path / "other.bib").write_text("@misc{key, title = {On Memory}, eprint = {2604.00105}}")
    page.locator("input[type=file]").set_input_files(tmp_path / "other.bib")
    expect(page.get_by_role("main").get_by_role("status")).to_contain_text("no room left")
    expect(page.locator(".stars li")).to_have_count(1)
