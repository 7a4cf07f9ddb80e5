"""Downloads that fail, or bring something else."""

import re

import pytest
from playwright.sync_api import Page, Route, expect

from tests.search.parts import (
    ERROR,
    INPUT,
    RESULT,
)
from tests.watch import Problems


@pytest.mark.parametrize(
    ("place", "part"),
    [
        *(("about/", part) for part in ("manifest", "shard", "texts", "worker")),
        ("search/", "shard"),
    ],
)
def test_a_failed_download_says_so_and_can_be_tried_again(
    page: Page, address: str, problems: Problems, place: str, part: str
) -> None:
    problems.provoke(part)
    pattern = re.compile(f"/assets/search/{part}")
    page.route(pattern, lambda route: route.abort())
    page.goto(address + place)

    page.fill(INPUT, "diffusion")
    expect(page.locator(ERROR)).to_contain_text("could not be downloaded")
    expect(page.get_by_text("No papers found")).to_have_count(0)
    page.unroute(pattern)
    page.get_by_role("button", name="Try again").click()

    expect(page.locator(RESULT).first).to_be_visible()
    expect(page.locator(ERROR)).to_be_hidden()


def test_a_retry_goes_on_from_what_came(page: Page, address: str, problems: Problems) -> None:
    problems.provoke("/texts-")
    asked: list[str] = []
    page.on("request", lambda request: asked.append(request.url.rpartition("/")[2].partition("-")[0]))
    page.route("**/texts-*", lambda route: route.abort())
    page.goto(f"{address}about/")
    page.fill(INPUT, "diffusion")
    expect(page.locator(ERROR)).to_contain_text("could not be downloaded")
    page.unroute("**/texts-*")
    asked.clear()

    page.get_by_role("button", name="Try again").click()

    expect(page.locator(RESULT).first).to_be_visible()
    assert set(asked) == {"texts"}


def test_scripts_that_do_not_come_are_told_and_asked_for_again(
    page: Page, address: str, problems: Problems
) -> None:
    problems.provoke("box[.]js")
    page.goto(f"{address}about/")
    page.route("**/box.js", lambda route: route.abort())
    page.fill(INPUT, "diffusio")
    expect(page.get_by_role("alert")).to_contain_text("could not be downloaded")

    page.unroute("**/box.js")
    page.locator(INPUT).press_sequentially("n")

    expect(page.locator(RESULT)).to_have_count(10)
    expect(page.get_by_role("alert")).to_have_count(0)


@pytest.mark.parametrize("place", ["about/", "search/?q=diffusion"])
def test_a_page_in_place_of_the_scripts_is_a_failure_with_a_retry(
    page: Page, address: str, problems: Problems, place: str
) -> None:
    problems.provoke("Unexpected token")
    page.route("**/{box,page}.js", lambda route: route.fulfill(body="<h1>Log in</h1>"))
    page.goto(address + place)
    if place == "about/":
        page.fill(INPUT, "diffusion")
    expect(page.locator(ERROR)).to_contain_text("could not be downloaded")
    expect(page.locator(".bottom")).to_be_visible()

    page.unroute("**/{box,page}.js")
    page.get_by_role("button", name="Try again").click()

    expect(page.locator(RESULT)).to_have_count(10)
    expect(page.locator(ERROR)).to_be_hidden()


def test_a_page_in_place_of_the_index_is_told(about: Page) -> None:
    about.route("**/shard-*", lambda route: route.fulfill(body="<h1>Log in</h1>"))

    about.fill(INPUT, "diffusion")

    expect(about.locator(ERROR)).to_contain_text("does this network ask for a login?")


def test_what_is_typed_before_the_scripts_come_counts(page: Page, address: str) -> None:
    held: list[Route] = []
    page.route("**/page.js", lambda route: held.append(route))
    page.goto(f"{address}search/?q=protein&from=2024-01-03", wait_until="commit")
    expect(page.locator(INPUT)).to_have_value("protein")
    expect(page.locator(".bottom")).to_be_hidden()

    page.fill(INPUT, "diffusion")
    held[0].continue_()

    expect(page.locator(RESULT)).to_have_count(10)
    expect(page.locator(INPUT)).to_have_value("diffusion")
    expect(page).to_have_url(f"{address}search/?q=diffusion&from=2024-01-03")
    expect(page.locator(".bottom")).to_be_visible()


def test_an_answer_of_the_server_that_is_no_file_is_a_failure(about: Page, problems: Problems) -> None:
    problems.provoke("^404: ")
    about.route("**/shard-*", lambda route: route.fulfill(status=404, body="<h1>Not found</h1>"))

    about.fill(INPUT, "diffusion")

    expect(about.locator(ERROR)).to_contain_text("could not be downloaded (404)")


def test_a_phrase_is_not_said_to_be_missing_where_a_page_does_not_come(
    page: Page, address: str, problems: Problems
) -> None:
    problems.provoke("^503: ")
    page.route(re.compile("/papers/[0-9]"), lambda route: route.fulfill(status=503, body="<h1>Busy</h1>"))

    page.goto(f'{address}search/?q="with+robust"')

    expect(page.locator(ERROR)).to_contain_text("could not be downloaded")
    expect(page.get_by_text("Not found as it stands")).to_have_count(0)
    page.unroute_all()
    page.get_by_role("button", name="Try again").click()
    expect(page.get_by_text("Not found as it stands")).to_be_visible()
