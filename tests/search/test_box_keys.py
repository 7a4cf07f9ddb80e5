"""Keys: those that lead to the box, and those within its list."""

import pytest
from playwright.sync_api import Page, expect

from tests.search.parts import CHOSEN, INPUT, RESULT, ZOOMED, NewPage, type_text


@pytest.mark.parametrize("key", ["/", "s", "f"])
def test_a_key_leads_to_the_box(about: Page, key: str) -> None:
    about.keyboard.press(key)

    expect(about.locator(INPUT)).to_be_focused()
    expect(about.locator(INPUT)).to_have_value("")


def test_keys_are_left_alone_while_typing_and_with_a_modifier(page: Page, address: str) -> None:
    page.goto(f"{address}search/")
    topic = page.get_by_label("Topic")

    topic.press_sequentially("s/f")
    expect(topic).to_have_value("s/f")
    page.locator("h1").click()
    page.keyboard.press("Control+f")

    expect(page.locator(INPUT)).not_to_be_focused()


def test_keys_can_be_turned_off(page: Page, address: str) -> None:
    page.goto(f"{address}search/")
    page.get_by_label("lead to the search box").uncheck()
    page.goto(f"{address}about/")

    page.keyboard.press("s")

    expect(page.locator(INPUT)).not_to_be_focused()


def test_a_key_and_escape_leave_a_reader_in_place(home: Page) -> None:
    last = home.locator(".entries h2 a").last
    last.focus()
    before = home.evaluate("scrollY")

    home.keyboard.press("/")
    home.keyboard.type("named")
    expect(home.locator(RESULT)).to_have_count(4)
    expect(home.locator(INPUT)).to_be_in_viewport()
    home.keyboard.press("Escape")
    expect(home.locator(RESULT).first).to_be_hidden()
    home.keyboard.press("Escape")

    expect(last).to_be_focused()
    assert before > 0
    assert home.evaluate("scrollY") == pytest.approx(before, abs=1)  # of a fraction, and rounded


def test_arrows_select_and_enter_opens(about: Page) -> None:
    type_text(about, "named", 4)

    about.keyboard.press("ArrowDown")
    about.keyboard.press("ArrowDown")
    expect(about.locator(CHOSEN)).to_have_count(1)
    assert about.get_attribute(INPUT, "aria-activedescendant") == about.locator(CHOSEN).get_attribute("id")
    target = str(about.locator(CHOSEN).get_attribute("href"))
    about.keyboard.press("Enter")

    expect(about).to_have_url(target)


def test_what_was_chosen_is_forgotten_when_the_text_changes(about: Page, address: str) -> None:
    type_text(about, "diffusion")
    about.keyboard.press("ArrowDown")
    about.route("**/assets/search/shard-*", lambda _: None)  # which never comes

    about.locator(INPUT).press_sequentially(" zyx")
    expect(about.locator(CHOSEN)).to_have_count(0)
    about.keyboard.press("Enter")

    expect(about).to_have_url(f"{address}search/?q=diffusion+zyx")


def test_escape_closes_the_list_from_its_last_link_too(about: Page) -> None:
    type_text(about, "diffusion", 10)

    about.locator("[data-search-all]").focus()
    about.keyboard.press("Escape")

    expect(about.locator("[data-search-panel]")).to_be_hidden()
    expect(about.locator(INPUT)).to_be_focused()


def test_control_and_enter_open_a_selected_result_in_a_new_tab(about: Page) -> None:
    type_text(about, "named", 4)
    about.keyboard.press("ArrowDown")
    target = str(about.locator(CHOSEN).get_attribute("href"))

    with about.context.expect_page() as opened:
        about.keyboard.press("Control+Enter")

    expect(opened.value).to_have_url(target)
    expect(about.locator(INPUT)).to_be_focused()


def test_arrow_up_wraps_from_the_box_to_the_last_result(about: Page) -> None:
    type_text(about, "named", 4)

    about.keyboard.press("ArrowUp")

    expect(about.locator(RESULT).last).to_have_attribute("aria-selected", "true")


@pytest.mark.parametrize("key", ["Home", "End"])
def test_home_and_end_lead_back_into_the_text(about: Page, key: str) -> None:
    type_text(about, "named", 4)
    about.keyboard.press("ArrowDown")
    expect(about.locator(CHOSEN)).to_have_count(1)

    about.keyboard.press(key)
    about.keyboard.type("x")

    expect(about.locator(CHOSEN)).to_have_count(0)
    expect(about.locator(INPUT)).to_have_value("xnamed" if key == "Home" else "namedx")


def test_a_key_leads_to_the_field_before_anything_is_painted(new_page: NewPage, address: str) -> None:
    page = new_page(viewport=ZOOMED)
    page.add_init_script("self.requestAnimationFrame = () => 0;")
    page.goto(f"{address}about/")

    page.keyboard.press("/")

    expect(page.locator("[data-search-input]")).to_be_focused()
