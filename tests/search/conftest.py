"""A site to search, under a sub-path and its Content-Security-Policy, and pages of it."""

import pytest
from playwright.sync_api import Page

from tests.search.site import PAPERS, site_with_search
from tests.server import Serve, Server


@pytest.fixture(scope="session")
def server(serve: Serve, tmp_path_factory: pytest.TempPathFactory) -> Server:
    return serve(site_with_search(tmp_path_factory.mktemp("site"), PAPERS), "/archive/")


@pytest.fixture(scope="session")
def address(server: Server) -> str:
    return server.url


@pytest.fixture
def home(page: Page, address: str) -> Page:
    page.goto(address)
    return page


@pytest.fixture
def about(page: Page, address: str) -> Page:
    """Give a page of little but the box in its header."""
    page.goto(f"{address}about/")
    return page
