"""Every kind of page, for everybody: axe, keyboard, targets, zoom, motion."""

from collections.abc import Iterator, Mapping
from typing import Literal

import pytest
from playwright.sync_api import Browser, Page, expect

from tests.axe import WIDTHS, violations, violations_in_both_schemes, violations_in_the_other_scheme
from tests.reading_site import BIG_DAY, DAY, PAGES, PAPER, WITH_LITTLE

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

OPEN_ALL = """() => {
  const closed = [...document.querySelectorAll("details:not([open])")];
  for (const details of closed) details.open = true;
  const buttons = [...document.querySelectorAll("#content [aria-expanded=false]")]
    .filter((button) => button.checkVisibility());
  for (const button of buttons) button.click();
  return closed.length + buttons.length;
}"""
"""Opens what can be opened, and tells how much that was."""

HIDDEN_FOCUS = """() => {
  const focused = document.activeElement;
  const [{ x, y, width, height }] = focused.getClientRects();
  const style = getComputedStyle(focused);
  const rect = focused.querySelector("rect");
  const isMarked = rect
    ? getComputedStyle(rect).stroke === getComputedStyle(document.body).color
    : style.outlineStyle !== "none" || focused.closest("[role=search]");
  const top = document.elementFromPoint(x + Math.min(width / 2, 40), y + Math.min(height / 2, 8));
  const isOnTop = top && (focused.contains(top) || top.contains(focused) || focused.closest("[role=search]"));
  return isMarked && isOnTop ? null : focused.outerHTML;
}"""


@pytest.fixture(scope="module", params=WIDTHS)
def screen(request: pytest.FixtureRequest, browser: Browser) -> Iterator[Page]:
    """Return a page on a phone or a desk."""
    page = browser.new_page(viewport={"width": request.param, "height": 844})
    yield page
    page.close()


@pytest.fixture
def phone(browser: Browser) -> Iterator[Page]:
    page = browser.new_page(viewport={"width": 390, "height": 844})
    yield page
    page.close()


def open_page(page: Page, address: str) -> None:
    """Open a page and wait until its list, if it has one, has all that scripts add."""
    page.goto(address)
    expect(page.locator(".entries > li:has(.meta):not(:has(.marks))")).to_have_count(0)


@pytest.mark.parametrize(("width", "closed"), [(390, "light"), (1440, "dark")])
def test_axe_finds_nothing_whether_things_are_closed_or_open(
    browser: Browser, address: str, width: int, closed: Literal["light", "dark"]
) -> None:
    """Things that open are left closed on a light phone and a dark desk alone: axe takes long."""
    page = browser.new_page(viewport={"width": width, "height": 844}, color_scheme=closed)
    found, opened = {}, 0
    for path in (*PAGES, "search/?q=memory"):
        open_page(page, address + path)
        if "?" in path:
            page.locator(".dp-result").first.wait_for()
        found[path] = violations(page)
        if page.evaluate(OPEN_ALL):
            page.wait_for_timeout(100)
            opened += 1
            found[f"{path}, all open"] = violations(page)
        found[f"{path}, all open, in the other scheme"] = violations_in_the_other_scheme(page)
    page.close()

    assert opened > 5
    assert {path: wrong for path, wrong in found.items() if wrong} == {}


@pytest.mark.parametrize("path", [DAY, PAPER, "search/?q=memory"])
def test_axe_finds_nothing_wrong_with_the_keys(screen: Page, address: str, path: str) -> None:
    open_page(screen, address + path)
    screen.keyboard.press("?")
    expect(screen.get_by_role("dialog")).to_be_visible()

    assert violations_in_both_schemes(screen) == []


def test_axe_finds_nothing_wrong_with_what_a_reader_marked(screen: Page, address: str) -> None:
    open_page(screen, address + DAY)
    for name in ("Read:", "Star:"):
        screen.locator(".entries > li").nth(1).get_by_label(name).click()
    marked = violations_in_both_schemes(screen)
    screen.get_by_role("button", name="Mark all read").click()
    screen.get_by_role("button", name="Hide read").click()
    hidden = violations_in_both_schemes(screen)
    screen.goto(f"{address}starred/")
    expect(screen.locator(".stars li")).to_have_count(1)
    starred = violations_in_both_schemes(screen)
    screen.evaluate("localStorage.clear()")

    assert (marked, hidden, starred) == ([], [], [])


def test_axe_finds_what_is_wrong(phone: Page) -> None:
    style = "@media (prefers-color-scheme: dark) { p { color: #eee; } }"
    phone.set_content(f"<title>A page</title><style>{style}</style><img src='data:,'><p>Grey on white.</p>")

    shown = [rule for rule, _ in violations(phone)]
    assert "image-alt" in shown
    assert "color-contrast" not in shown
    assert [rule for rule, _ in violations_in_the_other_scheme(phone)] == ["color-contrast"]


SAYS_NOTHING = {
    "click here", "click this", "go", "here", "information", "learn more", "more", "more info",
    "more information", "read more", "right here", "see more", "start", "this",
}  # fmt: skip
"""What no link should be called that leads to another page (Lighthouse: link-text)."""

LOOKS = {
    "small targets": SMALL_TARGETS,
    "links to nowhere": "() => all('a:not([href])').map((link) => link.outerHTML)",
    "links": """() => all("a[href]:not([href^='#'])").map((link) => link.textContent)""",
}


@pytest.fixture(scope="module")
def seen(browser: Browser, address: str) -> Mapping[str, Mapping[str, list[str]]]:
    """Return, by what was looked for, what each page has of it on a phone."""
    page = browser.new_page(viewport={"width": 390, "height": 844})
    found: dict[str, dict[str, list[str]]] = {name: {} for name in LOOKS}
    for path in PAGES:
        open_page(page, address + path)
        page.locator("[data-search-all], #dp-search").first.wait_for(state="attached")
        page.evaluate("self.all = (selector) => [...document.querySelectorAll(selector)]")
        for name, look in LOOKS.items():
            found[name][path] = page.evaluate(look)
    page.close()
    return found


def test_targets_are_24_pixels(seen: Mapping[str, Mapping[str, list[str]]]) -> None:
    """Links within a line of text are exempt (WCAG 2.5.8); the search has tests of its own."""
    assert {path: found for path, found in seen["small targets"].items() if found} == {}


def test_every_link_leads_somewhere(seen: Mapping[str, Mapping[str, list[str]]]) -> None:
    """Crawlers follow what they find in the page, what is hidden too (Lighthouse: crawlable-anchors)."""
    assert {path: found for path, found in seen["links to nowhere"].items() if found} == {}


def test_every_link_says_where_it_leads(seen: Mapping[str, Mapping[str, list[str]]]) -> None:
    assert all(seen["links"].values())
    links = {path: {text.strip().lower() for text in texts} for path, texts in seen["links"].items()}
    assert {path: texts & SAYS_NOTHING for path, texts in links.items() if texts & SAYS_NOTHING} == {}


def test_nothing_overflows_at_400_percent(browser: Browser, address: str) -> None:
    page = browser.new_page(viewport={"width": 320, "height": 256})
    widths = {}
    for path in (*PAGES, BIG_DAY):
        open_page(page, address + path)
        widths[path] = page.evaluate("document.documentElement.scrollWidth")
    page.close()

    assert {path: width for path, width in widths.items() if width > 320} == {}


@pytest.mark.parametrize("path", [DAY, PAPER, "papers/year/2026/", "starred/"])
def test_the_focus_is_seen_wherever_tab_leads(phone: Page, address: str, path: str) -> None:
    open_page(phone, address + path)
    hidden = []
    for _ in range(45):
        phone.keyboard.press("Tab")
        hidden.append(phone.evaluate(HIDDEN_FOCUS))

    assert [focused for focused in hidden if focused and not focused.startswith("<body")] == []


def test_nothing_moves_for_who_wants_no_motion(browser: Browser, address: str) -> None:
    page = browser.new_page(reduced_motion="reduce")
    moving = {}
    for path in PAGES:
        open_page(page, address + path)
        moving[path] = page.evaluate("document.getAnimations().length") + page.evaluate(
            """[...document.querySelectorAll("*")].map((one) => getComputedStyle(one)).filter((style) =>
              style.transitionDuration !== "0s" || style.animationName !== "none"
              || style.scrollBehavior !== "auto").length"""
        )
    page.close()

    assert {path: count for path, count in moving.items() if count} == {}


@pytest.mark.parametrize("path", ["", DAY, PAPER, WITH_LITTLE, "papers/", "status/", "starred/"])
def test_nothing_shifts_while_a_page_loads(phone: Page, address: str, path: str) -> None:
    phone.add_init_script(
        """self.shifts = []; new PerformanceObserver((list) => shifts.push(...list.getEntries().map(
          ({ value, sources }) => [value, ...sources.map(({ node }) => node?.outerHTML ?? node?.data)])))
          .observe({ type: "layout-shift", buffered: true })"""
    )
    phone.goto(address + path, wait_until="networkidle")

    assert phone.evaluate("shifts") == []
