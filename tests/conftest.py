"""What many tests need: a browser, a server like GitHub Pages, and pages on which nothing may go wrong."""

import os
from collections.abc import Callable, Iterator
from contextlib import ExitStack
from pathlib import Path

import pytest
from hypothesis import settings
from playwright.sync_api import Browser, Page, sync_playwright

from tests import chromium, faulty_server, reading_site
from tests.faulty_server import FaultyServer
from tests.server import Serve, serving
from tests.watch import Problems, watch

settings.register_profile("dailypapers", deadline=None, derandomize="CI" in os.environ)
settings.load_profile("dailypapers")

FLAGS = (
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    "--no-first-run",
    # No name but the server's address is ever looked up: a request that would leave this machine fails.
    "--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE 127.0.0.1",
)
# Chromium cannot set up its sandbox for root.
SANDBOX = ("--no-sandbox",) if hasattr(os, "geteuid") and os.geteuid() == 0 else ()


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    """Return a browser; without one, tests that need it fail rather than pass unseen."""
    try:
        path = chromium.require()
    except chromium.BrowserError as error:
        pytest.fail(str(error))
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=path, args=[*FLAGS, *SANDBOX])
        yield browser
        browser.close()


@pytest.fixture(scope="session")
def serve() -> Iterator[Serve]:
    """Return a function that serves a directory, under a prefix, until the tests are over."""
    with ExitStack() as stack:
        yield lambda directory, prefix="/": stack.enter_context(serving(directory, prefix))


@pytest.fixture(scope="session")
def site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return a built site of an invented archive, with every kind of page."""
    return reading_site.invented(tmp_path_factory.mktemp("invented"))


@pytest.fixture(scope="session")
def address(site: Path, serve: Serve) -> str:
    """Return where that site is served: its home page."""
    return serve(site, "/archive/").url


@pytest.fixture(scope="session")
def risen(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return a built site of an archive with topics, in which something rose."""
    return reading_site.risen(tmp_path_factory.mktemp("risen"))


@pytest.fixture(scope="session")
def risen_address(risen: Path, serve: Serve) -> str:
    """Return where that site is served: its home page."""
    return serve(risen, "/archive/").url


@pytest.fixture
def server() -> Iterator[FaultyServer]:
    """Return a server that replies as it is told, until the test is over."""
    with faulty_server.serve() as server:
        yield server


@pytest.fixture
def problems() -> Iterator[Problems]:
    """Return what has gone wrong on the test's pages so far.

    The test fails if anything did, when its pages are closed, that it has not said it provokes.
    """
    problems = Problems()
    yield problems
    if unexpected := problems.unexpected():
        pytest.fail("\n".join(("Something went wrong on a page:", *unexpected)))


@pytest.fixture
def new_page(browser: Browser, problems: Problems) -> Iterator[Callable[..., Page]]:
    """Return a function that opens a watched page in a context of its own; it takes Playwright's options."""
    with ExitStack() as stack:

        def open_page(**options: object) -> Page:
            context = stack.enter_context(browser.new_context(**options))  # type: ignore[arg-type]
            page = context.new_page()
            watch(page, problems)
            return page

        yield open_page


@pytest.fixture
def page(new_page: Callable[..., Page]) -> Page:
    """Return a page on which any error, and any request to another host, fails the test."""
    return new_page()
