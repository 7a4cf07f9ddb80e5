"""What pages cost: bytes on the disk, and bytes over the wire."""

from gzip import compress
from pathlib import Path
from statistics import median

import pytest
from playwright.sync_api import Browser, Page

from tests.reading_site import BIG_DAY, DATA, PAPER, Sample, sample
from tests.server import Serve

PARTS = (
    ("head", "<head>", "</head>"),
    ("header", '<a class="skip"', "</header>"),
    ("authors", '<div class="by">', "</div>"),
    ("links", '<p class="buttons">', "</p>"),
    ("abstract", '<section class="abstract"', "</section>"),
    ("summary", '<section class="summary"', "</section>"),
    ("related", "<h2>Related papers</h2>", "</small>"),
    ("facts", "<dl>", "</dl>"),
    ("citation", '<section class="cite"', "</section>"),
    ("neighbours", '<nav class="pager"', "</nav>"),
    ("footer", "<footer", "</footer>"),
)


@pytest.fixture(scope="module")
def pages(site: Path, tmp_path_factory: pytest.TempPathFactory) -> Sample:
    """Return real pages; where ../shared/data is absent, invented ones of the same size."""
    if DATA.is_dir():
        return sample(tmp_path_factory.mktemp("sample"))
    papers = tuple(sorted(site.glob("papers/2604.003*/index.html")))
    return Sample(site, BIG_DAY, papers)


def parts(text: str) -> dict[str, int]:
    """Give the bytes of each part of a paper's page."""
    sizes = {}
    for name, start, end in PARTS:
        before, found, after = text.partition(start)
        if found:
            inside, closing, after = after.partition(end)
            sizes[name] = len((found + inside + closing).encode())
            text = before + after
    return {**sizes, "rest": len(text.encode())}


def test_a_paper_page_costs_at_most_8_kb(pages: Sample) -> None:
    """A page of middle size does; `pytest -rP tests/site/test_weight.py` shows what each part costs."""
    sizes = {path: path.stat().st_size for path in pages.papers}
    middle = sorted(sizes, key=lambda path: sizes[path])[len(sizes) // 2]

    for name, size in parts(middle.read_text()).items():
        print(f"{size:5} bytes {name}")
    print(f"{median(sizes.values()):5.0f} bytes in the middle of {len(sizes)} pages")

    assert median(sizes.values()) <= 8000


def test_related_papers_cost_a_page_at_most_450_bytes(pages: Sample) -> None:
    """A list of three of middle size does, over the wire; on the disk, what it says is 360 bytes alone."""
    costs, sizes = [], []
    for path in pages.site.glob("papers/[0-9]*/index.html"):
        before, found, after = path.read_text().partition("<h2>Related papers</h2>")
        if after.partition("</ol>")[0].count("<li>") == 3:
            bare = before + after.partition("</small>")[2]
            costs.append(len(compress((before + found + after).encode())) - len(compress(bare.encode())))
            sizes.append(len((before + found + after).encode()) - len(bare.encode()))
    print(f"{median(costs):.0f} bytes of {median(sizes):.0f} in the middle of {len(costs)} pages")

    assert 0 < median(costs) <= 450
    assert median(sizes) <= 550


def test_every_part_of_a_page_with_everything_is_weighed(site: Path) -> None:
    weighed = parts((site / PAPER / "index.html").read_text())

    assert list(weighed) == [*(name for name, _, _ in PARTS), "rest"]
    assert weighed["rest"] < 0.1 * sum(weighed.values())


def test_the_first_visit_to_a_day_of_40_papers_costs_at_most_63_kb(
    browser: Browser, serve: Serve, pages: Sample
) -> None:
    page, received = visit(browser, serve(pages.site, "/archive/").url + pages.day)
    count = page.locator(".entries > li").count()
    page.close()

    assert count >= 40
    assert 10_000 < received <= 62_000


def test_the_first_visit_to_a_month_costs_at_most_60_kb(
    browser: Browser, serve: Serve, pages: Sample
) -> None:
    month = f"papers/month/{pages.day.split('/')[2][:7]}/"
    page, received = visit(browser, serve(pages.site, "/archive/").url + month)
    count = page.locator(".titles li").count()
    page.close()

    assert count >= 100
    assert 10_000 < received <= 60_000


def visit(browser: Browser, address: str) -> tuple[Page, float]:
    """Open a page on a phone that has nothing of the site; give the bytes that it received."""
    page = browser.new_page(viewport={"width": 390, "height": 844})
    network = page.context.new_cdp_session(page)
    network.send("Network.enable")
    received: list[float] = []
    network.on("Network.loadingFinished", lambda event: received.append(event["encodedDataLength"]))
    page.goto(address, wait_until="networkidle")
    print(f"{sum(received):,.0f} bytes in {len(received)} answers")
    return page, sum(received)
