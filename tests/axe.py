"""What axe finds wrong on a page as it is shown at its top."""

from axe_playwright_python.sync_playwright import Axe  # type: ignore[import-untyped]
from playwright.sync_api import Page

SCREENS = ((390, "light"), (390, "dark"), (1440, "light"), (1440, "dark"))
"""A phone and a desk, light and dark."""

# WCAG 2.2 asks for it, and axe leaves it out unless told.
_RULES = {"rules": {"target-size": {"enabled": True}}, "resultTypes": ["violations"], "preload": False}

# Below its top, a page has things half under the bar of a phone, which are reached by scrolling.
_TO_THE_TOP = """() => {
  scrollTo(0, 0);
  return new Promise((shown) => requestAnimationFrame(() => requestAnimationFrame(shown)));
}"""


def violations(page: Page) -> list[tuple[str, list[str]]]:
    """Give the rules that a page breaks, each with the first places where it does."""
    page.evaluate(_TO_THE_TOP)
    axe = Axe("0") if page.evaluate("'axe' in self") else Axe()  # which is half a megabyte to be read
    found = axe.run(page, options=_RULES).response["violations"]
    return [(one["id"], [node["html"] for node in one["nodes"][:3]]) for one in found]
