"""The browser that the tests run in: found on this machine, or installed.

`python -m tests.chromium` prints its path; with `--install` it is installed first where there is none.
"""

import argparse
import os
import shutil
import sys

from playwright.sync_api import sync_playwright

from generator.papers.errors import DailyPapersError
from tests import machine

PROGRAMS = ("chromium", "google-chrome", "google-chrome-stable")


class BrowserError(DailyPapersError):
    """No browser that could run the tests."""


def find() -> str | None:
    """Return the path of `$CHROME`, else of a browser on the path, else of Playwright's own; else None."""
    if chosen := os.environ.get("CHROME"):
        if path := shutil.which(chosen):
            return path
        raise BrowserError(
            f"$CHROME is {chosen!r}, which is no program. Name a Chromium or Chrome, or unset it."
        )
    return next(filter(None, map(shutil.which, PROGRAMS)), None) or _playwrights_own()


def require() -> str:
    """Return the path of the browser, or say how to get one."""
    if path := find():
        return path
    raise BrowserError(
        f"No browser for the tests: $CHROME is unset, and neither {', '.join(PROGRAMS)} nor Playwright's "
        "Chromium is installed. Install one (on Debian: apt install chromium), or set CHROME to its path."
    )


def install() -> None:
    """Install Debian's Chromium where that is allowed, else the one that Playwright offers."""
    if not machine.install("chromium"):
        machine.run(sys.executable, "-m", "playwright", "install", "chromium")


def _playwrights_own() -> str | None:
    with sync_playwright() as playwright:
        return shutil.which(playwright.chromium.executable_path)


def main() -> None:
    """Print the path of the browser."""
    parser = argparse.ArgumentParser(prog="python -m tests.chromium", description=main.__doc__)
    parser.add_argument("--install", action="store_true", help="install one where there is none")
    wanted = parser.parse_args()
    try:
        if wanted.install and find() is None:
            install()
        print(require())
    except BrowserError as error:
        sys.exit(str(error))


if __name__ == "__main__":
    main()
