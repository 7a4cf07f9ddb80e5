"""Pages as Lighthouse scores them on a phone, and how long they keep a slow one busy.

Run by `make bench`, or alone: `python -m bench.lighthouse [runs]`. Needs ../shared/data, Chromium, and npm,
which installs the Lighthouse that package-lock.json pins when there is none.
"""

import json
import os
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Iterator, Mapping
from pathlib import Path
from statistics import median

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
    "archive": "papers/",
}
CATEGORIES = ("performance", "accessibility", "best-practices", "seo")
RUNS = 3
SLOWER = 4
"""How many times slower a phone is than this machine."""
LONG = 50
"""Milliseconds from which on a task is felt."""


def build(folder: Path) -> Path:
    """Build an archive of two months of Hugging Face's lists; returns its site."""
    make_project(folder)
    days = [str(path) for path in sorted((DATA / "hf_api").glob("2026-0*.json"))]
    run(folder, "generator", "add", *days)
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
    """Return the milliseconds of the tasks that would be long on a phone, while a page is opened.

    They are the main thread's own time, which other programs on this machine do not lengthen.
    """
    page = browser.new_page(viewport={"width": 412, "height": 823}, is_mobile=True, has_touch=True)
    browser.start_tracing(page=page, categories=["toplevel", "devtools.timeline"])
    page.goto(address, wait_until="networkidle")
    events = json.loads(browser.stop_tracing())["traceEvents"]
    page.close()
    thread = next((event["pid"], event["tid"]) for event in events if event["name"] == "ParseHTML")
    tasks = (event for event in events if (event["pid"], event["tid"]) == thread)
    times = (SLOWER * task.get("tdur", 0) / 1000 for task in tasks if task["name"].endswith("RunTask"))
    return sorted((time for time in times if time > LONG), reverse=True)


def rows(root: str, chromium: str, runs: int) -> Iterator[tuple[str, ...]]:
    """Give each page's scores: the median of several runs, since performance is measured, not counted."""
    for name, path in PAGES.items():
        found = [scores(root + path, chromium) for _ in range(runs)]
        yield name, *(f"{median(one[category] for one in found):.0f}" for category in CATEGORIES)


def main() -> None:
    """Print the scores, and the long tasks of the page of a day."""
    if not DATA.is_dir():
        sys.exit("The benchmarks need the real data in ../shared/data, which is not here.")
    chromium = shutil.which("chromium") or sys.exit("Lighthouse needs Chromium, which is not here.")
    runs = int(sys.argv[1]) if len(sys.argv) > 1 else RUNS
    install()
    folder = Path(tempfile.mkdtemp())
    try:
        root = serve(build(folder / "archive"), Line())
        print(
            f"\n| Lighthouse, phone, median of {runs} | {' | '.join(CATEGORIES)} |\n|{'---|' * 5}", flush=True
        )
        for row in rows(root, chromium, runs):
            print(f"| {' | '.join(row)} |", flush=True)
        with sync_playwright() as playwright:
            browser = playwright.chromium.launch(executable_path=chromium, args=["--no-sandbox"])
            found = [long_tasks(browser, root + PAGES["day of 42 papers"]) for _ in range(runs)]
            browser.close()
        told = "; ".join(", ".join(f"{time:.0f} ms" for time in tasks) or "none" for tasks in found)
        print(f"\nTasks over {LONG} ms on the page of {DAY}, {SLOWER} times slower, {runs} visits: {told}.")
    finally:
        shutil.rmtree(folder)


if __name__ == "__main__":
    main()
