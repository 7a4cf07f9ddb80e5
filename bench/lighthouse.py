"""Pages as Lighthouse scores them on a phone, and how long they keep a slow one busy.

Run by `make bench`, or alone: `python -m bench.lighthouse [runs]`. Needs ../shared/data, Chromium, and npm,
which installs the Lighthouse that package-lock.json pins when there is none.
"""

import itertools
import json
import os
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Iterator, Mapping
from pathlib import Path
from statistics import median
from typing import Any

from playwright.sync_api import Browser, sync_playwright

from bench.archive import DATA, make_project, run
from bench.server import Line, serve

HERE = Path(__file__).parent
LIGHTHOUSE = HERE / "node_modules/.bin/lighthouse"
DAY = "2026-05-28"
PAGES = {
    "home": "",
    "day of 42 papers": f"papers/date/{DAY}/",
    "paper": "papers/2604.07429/",
    "search": "search/",
    "topic": "topics/reinforcement-learning/",
    "week": "papers/week/2026-W22/",
    "archive": "papers/",
}
CATEGORIES = ("performance", "accessibility", "best-practices", "seo")
RUNS = 3
SLOWER = 4
"""How many times slower a phone is than this machine."""
PAGE_FIRST = "--renderer-cmd-prefix=nice -n -15"
"""Has the page's process go before the browser's others, which a phone with its many cores runs beside it.

Needs root; `nice` lets it run like the others elsewhere.
"""
OBSERVER = """
self.longTasks = [];
new PerformanceObserver((list) => longTasks.push(...list.getEntries().map((entry) => entry.duration)))
  .observe({ type: "longtask", buffered: true });
"""
"""A long task takes 50 ms or more: https://www.w3.org/TR/longtasks-1/"""
MARKED = "document.querySelectorAll('.marks').length === document.querySelectorAll('.entries .meta').length"
"""Whether scripts have done all that they do to a list."""
OBSERVED = 500
"""Milliseconds in which a browser has told its last long task."""
VISITS = 20
PHONE: Any = {
    "viewport": {"width": 412, "height": 823},
    "device_scale_factor": 1.75,
    "is_mobile": True,
    "has_touch": True,
}
"""The phone that Lighthouse emulates."""
EMPTY = "empty.html"


def build(folder: Path) -> Path:
    """Build an archive of two months of Hugging Face's lists; returns its site."""
    make_project(folder)
    days = [str(path) for path in sorted((DATA / "hf_api").glob("2026-0*.json"))]
    run(folder, "generator", "add", *days)
    run(folder, "generator", "topics")
    run(folder, "mkdocs", "build", "--strict")
    return folder / "site"


def install() -> None:
    """Install Lighthouse beside this file, unless it is there."""
    if LIGHTHOUSE.exists():
        return
    npm = shutil.which("npm") or sys.exit("Lighthouse needs Node.js and npm, which are not here.")
    subprocess.run([npm, "ci", "--ignore-scripts", "--no-fund", "--loglevel=error"], cwd=HERE, check=True)  # noqa: S603


def scores(address: str, chromium: str) -> Mapping[str, float]:
    """Return what Lighthouse gives a page in each category, of 100; its preset is a phone on slow 4G."""
    done = subprocess.run(  # noqa: S603
        [
            LIGHTHOUSE,
            address,
            "--quiet",
            "--output=json",
            f"--only-categories={','.join(CATEGORIES)}",
            "--chrome-flags=--headless=new --no-sandbox --disable-background-networking",
        ],
        env={**os.environ, "CHROME_PATH": chromium},
        check=True,
        capture_output=True,
    )
    found = json.loads(done.stdout)["categories"]
    return {name: round(100 * found[name]["score"]) for name in CATEGORIES}


def long_tasks(browser: Browser, address: str) -> list[float]:
    """Return the milliseconds of each long task while a page is opened, as a slow phone's browser tells them.

    It tells whole milliseconds by the clock, so what else this machine does lengthens them, though the page's
    process goes first.
    """
    page = browser.new_page(**PHONE)
    page.context.new_cdp_session(page).send("Emulation.setCPUThrottlingRate", {"rate": SLOWER})
    page.add_init_script(OBSERVER)
    page.goto(address, wait_until="networkidle")
    page.wait_for_function(MARKED)
    page.wait_for_timeout(OBSERVED)
    found: list[float] = page.evaluate("longTasks")
    page.close()
    return found


def rows(root: str, chromium: str, runs: int) -> Iterator[tuple[str, ...]]:
    """Give each page's scores: the median of several runs, since performance is measured, not counted."""
    for name, path in PAGES.items():
        found = [scores(root + path, chromium) for _ in range(runs)]
        yield name, *(f"{median(one[category] for one in found):.0f}" for category in CATEGORIES)


def tell_long_tasks(root: str, chromium: str) -> None:
    """Print the long tasks of a day's page beside those of an empty one, visited in turns."""
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=chromium, args=["--no-sandbox", PAGE_FIRST])
        long_tasks(browser, root)  # a browser's first page takes longer
        print(f"\nLong tasks in {VISITS} visits, {SLOWER} times slower; none allowed:")
        pages = {"day of 42 papers": PAGES["day of 42 papers"], "an empty page": EMPTY}
        turns = [[long_tasks(browser, root + path) for path in pages.values()] for _ in range(VISITS)]
        for name, visits in zip(pages, zip(*turns, strict=True), strict=True):
            times = sorted(itertools.chain.from_iterable(visits))
            told = ", ".join(f"{time:.0f}" for time in times) or "none"
            print(f"{name}: none in {visits.count([])} visits; in the others, ms: {told}", flush=True)
        browser.close()


def main() -> None:
    """Print the long tasks and the scores."""
    if not DATA.is_dir():
        sys.exit("The benchmarks need the real data in ../shared/data, which is not here.")
    chromium = shutil.which("chromium") or sys.exit("Lighthouse needs Chromium, which is not here.")
    runs = int(sys.argv[1]) if len(sys.argv) > 1 else RUNS
    install()
    folder = Path(tempfile.mkdtemp())
    try:
        site = build(folder / "archive")
        (site / EMPTY).write_text('<!doctype html><html lang="en"><title>Empty</title>')
        root = serve(site, Line())
        tell_long_tasks(root, chromium)  # first: a machine may be slower for a while after Lighthouse
        print(
            f"\n| Lighthouse, phone, median of {runs} | {' | '.join(CATEGORIES)} |\n|{'---|' * 5}", flush=True
        )
        for row in rows(root, chromium, runs):
            print(f"| {' | '.join(row)} |", flush=True)
    finally:
        shutil.rmtree(folder)


if __name__ == "__main__":
    main()
