"""What axe finds wrong on a page as it is shown at its top."""

from typing import Any

from axe_playwright_python.base import AXE_SCRIPT  # type: ignore[import-untyped]
from playwright.sync_api import Page

WIDTHS = (390, 1440)
"""Of a phone and a desk."""

# WCAG 2.2 asks for it, and axe leaves it out unless told.
_RULES = {"rules": {"target-size": {"enabled": True}}}
_RULES_OF_COLOURS = {"runOnly": ["color-contrast", "link-in-text-block"]}

# Below its top, a page has things half under the bar of a phone, which are reached by scrolling.
_TO_THE_TOP = """() => {
  scrollTo(0, 0);
  return new Promise((shown) => requestAnimationFrame(() => requestAnimationFrame(shown)));
}"""

_RUN = """async (options) => {
  const found = await axe.run({ ...options, resultTypes: ["violations"], preload: false });
  return found.violations.map(({ id, nodes }) => [id, nodes.slice(0, 3).map(({ html }) => html)]);
}"""


def violations(page: Page) -> list[tuple[str, list[str]]]:
    """Give the rules that a page breaks, each with the first places where it does."""
    return _run(page, _RULES)


def violations_in_both_schemes(page: Page) -> list[tuple[str, list[str]]]:
    """Give them as the page is shown, and those of the other scheme."""
    return violations(page) + violations_in_the_other_scheme(page)


def violations_in_the_other_scheme(page: Page) -> list[tuple[str, list[str]]]:
    """Give them for dark in the place of light, or light of dark: it has other colours and nothing else.

    The page is without motion from then on.
    """
    is_light = page.evaluate("matchMedia('(prefers-color-scheme: light)').matches")
    # Without motion, another scheme is there at once.
    page.emulate_media(color_scheme="dark" if is_light else "light", reduced_motion="reduce")
    found = _run(page, _RULES_OF_COLOURS)
    page.emulate_media(color_scheme="light" if is_light else "dark")
    return found


def _run(page: Page, options: dict[str, Any]) -> list[tuple[str, list[str]]]:
    page.evaluate(_TO_THE_TOP)
    if not page.evaluate("'axe' in self"):  # which is half a megabyte to be read
        page.evaluate(AXE_SCRIPT)
    return [(rule, places) for rule, places in page.evaluate(_RUN, options)]
