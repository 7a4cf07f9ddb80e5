"""The bar of a phone, by which search and the next list are within reach of a thumb."""

from collections.abc import Callable

import pytest
from playwright.sync_api import Page, expect

from tests.reading_site import DAY

PHONE = {"width": 390, "height": 844}


@pytest.mark.parametrize("with_scripts", [True, False])
def test_the_bar_comes_when_the_head_is_out_of_sight(
    new_page: Callable[..., Page], address: str, with_scripts: bool
) -> None:
    page = new_page(viewport=PHONE, java_script_enabled=with_scripts)
    page.goto(address + DAY)
    bar = page.get_by_role("navigation", name="Within reach")
    expect(bar).to_be_hidden()

    page.mouse.wheel(0, 400)

    expect(bar).to_be_in_viewport(ratio=1)
    bar.get_by_role("link", name="Search").click()
    expect(page).to_have_url(f"{address}search/")
