"""Search as a reader meets it: a built site, under a sub-path, with a strict Content-Security-Policy."""

import re
from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, BrowserContext, Page, Route, expect

from tests.search.papers import invented
from tests.search.site import site_with_search
from tests.server import Serve

PAPERS = invented(300)
INPUT = "[data-search-input]"
RESULT = "[data-search-result]"
STATUS = "[data-search-status]"
ERROR = "[data-search-error]"


@pytest.fixture(scope="module")
def address(serve: Serve, tmp_path_factory: pytest.TempPathFactory) -> str:
    return serve(site_with_search(tmp_path_factory.mktemp("site"), PAPERS), "/archive/").url


@pytest.fixture
def context(browser: Browser) -> Iterator[BrowserContext]:
    context = browser.new_context(viewport={"width": 1440, "height": 900})
    context.set_default_timeout(15_000)
    yield context
    context.close()


@pytest.fixture
def page(context: BrowserContext, address: str) -> Page:
    page = context.new_page()
    page.goto(address)
    return page


def _requests(page: Page) -> list[str]:
    urls: list[str] = []
    page.on("request", lambda request: urls.append(request.url))
    return urls


def test_nothing_is_downloaded_before_a_reader_goes_to_search(context: BrowserContext, address: str) -> None:
    page = context.new_page()
    urls = _requests(page)

    page.goto(address, wait_until="networkidle")

    assert [url for url in urls if re.search("worker|manifest|page[.]js|shard|texts|search_index", url)] == []


def test_focus_fetches_what_every_query_needs(page: Page) -> None:
    with (
        page.expect_request("**/worker.js"),
        page.expect_request("**/manifest.json"),
        page.expect_request("**/page.js"),
    ):
        page.focus(INPUT)


def test_results_come_while_typing_and_lead_to_the_paper(page: Page, address: str) -> None:
    page.locator(INPUT).press_sequentially("attention is all you need ag")

    expect(page.locator(RESULT).first).to_contain_text("Attention Is All You Need Again")
    page.locator(RESULT).first.click()

    expect(page).to_have_url(f"{address}{PAPERS[-3].address}")


def test_text_of_papers_stays_text(page: Page) -> None:
    page.fill(INPUT, "breaking tags")

    expect(page.locator(RESULT).first).to_contain_text(
        'Breaking <b>Tags</b> & "Quotes" <img src=x onerror=alert(1)>'
    )
    assert page.locator("[data-search-list] :is(b, img, script)").count() == 0


@pytest.mark.parametrize("key", ["/", "s", "f"])
def test_a_key_leads_to_the_box(page: Page, key: str) -> None:
    page.keyboard.press(key)

    expect(page.locator(INPUT)).to_be_focused()
    expect(page.locator(INPUT)).to_have_value("")


def test_keys_are_left_alone_while_typing(page: Page) -> None:
    note = page.get_by_label("note")

    note.press_sequentially("s/f")

    expect(note).to_be_focused()
    expect(note).to_have_value("s/f")


def test_keys_with_a_modifier_are_left_alone(page: Page) -> None:
    page.keyboard.press("Control+f")

    expect(page.locator(INPUT)).not_to_be_focused()


def test_keys_can_be_turned_off(page: Page, address: str) -> None:
    page.goto(f"{address}search/")
    page.get_by_text("How to search").click()
    page.get_by_label("lead to the search box").uncheck()
    page.goto(address)

    page.keyboard.press("s")

    expect(page.locator(INPUT)).not_to_be_focused()


def test_arrows_select_and_enter_opens(page: Page) -> None:
    page.fill(INPUT, "named")
    expect(page.locator(RESULT)).to_have_count(4)

    page.keyboard.press("ArrowDown")
    page.keyboard.press("ArrowDown")
    chosen = page.locator('[role="option"][aria-selected="true"]')
    expect(chosen).to_have_count(1)
    assert page.get_attribute(INPUT, "aria-activedescendant") == chosen.get_attribute("id")
    target = chosen.get_attribute("href")
    page.keyboard.press("Enter")

    expect(page).to_have_url(str(target))


def test_arrow_up_wraps_from_the_box_to_the_last_result(page: Page) -> None:
    page.fill(INPUT, "named")
    expect(page.locator(RESULT)).to_have_count(4)

    page.keyboard.press("ArrowUp")

    expect(page.locator(RESULT).last).to_have_attribute("aria-selected", "true")


def test_escape_closes_the_list_and_keeps_the_text(page: Page) -> None:
    page.fill(INPUT, "diffusion")
    expect(page.locator(RESULT).first).to_be_visible()

    page.keyboard.press("Escape")

    expect(page.locator("[data-search-panel]")).to_be_hidden()
    expect(page.locator(INPUT)).to_have_value("diffusion")
    expect(page.locator(INPUT)).to_have_attribute("aria-expanded", "false")


def test_enter_opens_the_search_page(page: Page, address: str) -> None:
    page.fill(INPUT, "quantum")
    page.keyboard.press("Enter")

    expect(page).to_have_url(f"{address}search/?q=quantum")
    expect(page.locator(INPUT)).to_have_value("quantum")
    expect(page.locator(RESULT)).to_have_count(10)


def test_enter_on_an_identifier_opens_the_paper(page: Page, address: str) -> None:
    page.fill(INPUT, f"arXiv:{PAPERS[-1].arxiv_id}v2")
    page.keyboard.press("Enter")

    expect(page).to_have_url(f"{address}{PAPERS[-1].address}")


def test_the_count_is_announced(page: Page) -> None:
    page.fill(INPUT, "named")

    expect(page.get_by_role("status")).to_have_text("4 papers found.")


def test_found_words_are_marked(page: Page) -> None:
    page.fill(INPUT, "beta codes")

    expect(page.locator(RESULT).first.locator("mark").first).to_have_text("β")


def test_only_the_last_of_twenty_fast_queries_shows(page: Page) -> None:
    page.focus(INPUT)
    shown = page.evaluate(
        """async () => {
          const input = document.querySelector("[data-search-input]");
          const seen = new Set();
          const list = document.querySelector("[data-search-list]");
          new MutationObserver(() => seen.add(input.value)).observe(list, { childList: true });
          for (let number = 100; number < 120; number++) {
            input.value = `method${number}`;
            input.dispatchEvent(new InputEvent("input", { bubbles: true }));
            await new Promise((resolve) => setTimeout(resolve, number % 2 ? 90 : 10));
          }
          await new Promise((resolve) => setTimeout(resolve, 1500));
          return [...list.children].map((option) => option.textContent);
        }"""
    )

    assert len(shown) == 1
    assert "Method119" in shown[0]


def test_two_tabs_search_side_by_side(context: BrowserContext, address: str) -> None:
    tabs = [context.new_page(), context.new_page()]
    for tab, text in zip(tabs, ("method7", "method8"), strict=True):
        tab.goto(address)
        tab.fill(INPUT, text)

    expect(tabs[0].locator(RESULT).first).to_contain_text("Method7")
    expect(tabs[1].locator(RESULT).first).to_contain_text("Method8")


@pytest.mark.parametrize("part", ["manifest", "shard", "texts", "worker"])
@pytest.mark.parametrize("place", ["", "search/"])
def test_a_failed_download_says_so_and_can_be_tried_again(
    context: BrowserContext, address: str, part: str, place: str
) -> None:
    page = context.new_page()
    pattern = re.compile(f"/assets/search/{part}")
    page.goto(address + place)
    page.route(pattern, lambda route: route.abort())
    if place:
        page.reload()

    page.fill(INPUT, "diffusion")
    expect(page.locator(ERROR)).to_contain_text("could not be downloaded")
    expect(page.get_by_text("No papers found")).to_have_count(0)
    page.unroute(pattern)
    page.get_by_role("button", name="Try again").click()

    expect(page.locator(RESULT).first).to_be_visible()
    expect(page.locator(ERROR)).to_be_hidden()


def test_an_answer_of_the_server_that_is_no_file_is_a_failure(page: Page) -> None:
    def missing(route: Route) -> None:
        route.fulfill(status=404, body="<h1>Not found</h1>")

    page.route("**/shard-*", missing)
    page.fill(INPUT, "diffusion")

    expect(page.locator(ERROR)).to_contain_text("could not be downloaded (404)")


def test_filters_are_in_the_address_and_back_takes_them_off(context: BrowserContext, address: str) -> None:
    page = context.new_page()
    page.goto(f"{address}search/?q=diffusion")
    expect(page.locator(STATUS)).to_contain_text("papers found")
    before = page.locator(STATUS).inner_text()

    page.get_by_label("Has code").check()
    page.get_by_label("Order").select_option("newest")
    expect(page).to_have_url(f"{address}search/?q=diffusion&code=1&order=newest")
    expect(page.locator(STATUS)).not_to_have_text(before)
    page.go_back()
    page.go_back()

    expect(page).to_have_url(f"{address}search/?q=diffusion")
    expect(page.locator(STATUS)).to_have_text(before)
    expect(page.get_by_label("Has code")).not_to_be_checked()


def test_an_address_tells_a_whole_search(context: BrowserContext, address: str) -> None:
    page = context.new_page()
    page.goto(f"{address}search/?from=2024-01-05&to=2024-01-09&topic=diffusion&code=1&order=votes")

    wanted = [
        paper
        for paper in PAPERS
        if "2024-01-05" <= paper.days[0].isoformat() <= "2024-01-09"
        and paper.has_code
        and "diffusion" in paper.topics
    ]
    expect(page.locator(RESULT)).to_have_count(len(wanted))
    expect(page.get_by_label("From")).to_have_value("2024-01-05")
    expect(page.get_by_label("Topic")).to_have_value("diffusion")


def test_pages_are_turned_and_back_turns_them_back(context: BrowserContext, address: str) -> None:
    page = context.new_page()
    page.goto(f"{address}search/?q=diffusion")
    first = page.locator(RESULT).first.inner_text()

    page.get_by_role("link", name="Next page").click()
    expect(page).to_have_url(f"{address}search/?q=diffusion&page=2")
    expect(page.locator(STATUS)).to_contain_text("Page 2 of")
    expect(page.locator(RESULT).first).not_to_have_text(first)
    page.go_back()

    expect(page.locator(STATUS)).to_contain_text("Page 1 of")
    assert page.locator(RESULT).first.inner_text() == first


def test_typing_on_the_search_page_leaves_one_entry_of_history(context: BrowserContext, address: str) -> None:
    page = context.new_page()
    page.goto(f"{address}search/?q=quantum")
    expect(page.locator(RESULT)).to_have_count(10)

    page.locator(INPUT).fill("")
    page.locator(INPUT).press_sequentially("method12", delay=150)
    expect(page).to_have_url(f"{address}search/?q=method12")
    page.go_back()

    expect(page).to_have_url(f"{address}search/?q=quantum")
    expect(page.locator(INPUT)).to_have_value("quantum")


def test_an_identifier_in_the_address_leads_to_the_paper(context: BrowserContext, address: str) -> None:
    page = context.new_page()
    page.goto(f"{address}search/?q=https://arxiv.org/abs/{PAPERS[-2].arxiv_id}v3")

    expect(page).to_have_url(f"{address}{PAPERS[-2].address}")


def test_a_malformed_query_is_explained(context: BrowserContext, address: str) -> None:
    page = context.new_page()
    page.goto(f"{address}search/?q=titel:diffusion")

    expect(page.locator("[data-search-notes]")).to_contain_text("unrecognised field 'titel', possible fields")
    expect(page.locator(RESULT)).to_have_count(10)


def test_topics_are_offered(context: BrowserContext, address: str) -> None:
    page = context.new_page()
    page.goto(f"{address}search/")

    page.get_by_label("Topic").focus()

    expect(page.locator("datalist option").first).to_be_attached()


def test_a_search_page_has_one_box(context: BrowserContext, address: str) -> None:
    page = context.new_page()
    page.goto(f"{address}search/")

    expect(page.locator(INPUT)).to_have_count(1)


@pytest.mark.parametrize("place", ["", "search/"])
def test_without_scripts_the_archive_is_pointed_to(browser: Browser, address: str, place: str) -> None:
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto(address + place)

    expect(page.get_by_text("Search needs JavaScript")).to_be_visible()
    page.get_by_role("link", name="Browse the archive").click()

    expect(page).to_have_url(f"{address}papers/")
    context.close()


@pytest.mark.parametrize("width", [390, 1440])
def test_the_box_fits_and_its_targets_are_large_enough(
    context: BrowserContext, address: str, width: int
) -> None:
    page = context.new_page()
    page.set_viewport_size({"width": width, "height": 844})
    page.goto(address)
    page.get_by_title("Search").click() if width < 960 else page.focus(INPUT)
    page.keyboard.type("diffusion")
    expect(page.locator(RESULT)).to_have_count(10)

    assert page.evaluate("document.documentElement.scrollWidth") <= width
    for target in page.locator(f"{INPUT}, {RESULT}, [data-search-all], [data-search-close]").all():
        box = target.bounding_box()
        assert box is None or min(box["width"], box["height"]) >= 24


_CONTRAST = """(selectors) => {
  const canvas = document.createElement("canvas").getContext("2d", { willReadFrequently: true });
  const behind = (element) =>
    element ? [...behind(element.parentElement), getComputedStyle(element).backgroundColor] : [];
  const pixel = (colours) => {
    canvas.clearRect(0, 0, 1, 1);
    for (const colour of colours) { canvas.fillStyle = colour; canvas.fillRect(0, 0, 1, 1); }
    return [...canvas.getImageData(0, 0, 1, 1).data.slice(0, 3)];
  };
  const light = (rgb) => {
    const [r, g, b] = rgb.map((c) => (c /= 255) <= 0.04045 ? c / 12.92 : ((c + 0.055) / 1.055) ** 2.4);
    return 0.2126 * r + 0.7152 * g + 0.0722 * b;
  };
  return selectors.map((selector) => {
    const element = document.querySelector(selector);
    const under = ["#fff", ...behind(element)];
    const [a, b] = [light(pixel(under)), light(pixel([...under, getComputedStyle(element).color]))];
    return (Math.max(a, b) + 0.05) / (Math.min(a, b) + 0.05);
  });
}"""


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_both_schemes_can_be_read(page: Page, scheme: str) -> None:
    page.evaluate("scheme => document.documentElement.setAttribute('data-scheme', scheme)", scheme)
    page.fill(INPUT, "diffusion")
    expect(page.locator(RESULT)).to_have_count(10)
    page.keyboard.press("ArrowDown")

    ratios = page.evaluate(
        _CONTRAST,
        [
            *(INPUT, STATUS, "[data-search-all]", "[aria-selected=false] .dp-result__about"),
            *(f"[aria-selected=true] .dp-result__{part}" for part in ("title", "about", "abstract")),
        ],
    )

    assert min(ratios) >= 4.5
