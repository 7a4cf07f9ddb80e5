"""The box in the header: what it finds, shows and says."""

from playwright.sync_api import Page, expect

from tests.search.parts import INPUT, LIST, RESULT, STATUS, type_text
from tests.search.site import ATTENTION, IDENTIFIED


def test_results_come_while_typing_and_lead_to_the_paper(about: Page, address: str) -> None:
    about.locator(INPUT).press_sequentially("attention is all you need ag")

    expect(about.locator(RESULT).first).to_contain_text("Attention Is All You Need Again")
    about.locator(RESULT).first.click()

    expect(about).to_have_url(address + ATTENTION.address)


def test_a_result_tells_what_a_reader_chooses_by(about: Page) -> None:
    type_text(about, "beta codes")

    first = about.locator(RESULT).first
    expect(first).to_contain_text("Contrastive Learning of β-VAE Codes")
    told = first.locator(".dp-result__about > *").all_inner_texts()
    assert told == ["Jun Ito", "16 January 2024", "42 votes", "code"]
    assert first.locator("mark").all_inner_texts()[:2] == ["β", "Codes"]


def test_text_of_papers_stays_text(about: Page) -> None:
    type_text(about, "breaking tags")

    expect(about.locator(RESULT).first).to_contain_text(
        'Breaking <b>Tags</b> & "Quotes" <img src=x onerror=alert(1)>'
    )
    assert about.locator(LIST).locator("b, img, script").count() == 0


def test_the_box_says_what_it_is_and_whether_it_is_open(about: Page) -> None:
    box = about.get_by_role("combobox", name="Search all papers")
    about.focus(INPUT)
    expect(box).to_have_attribute("aria-expanded", "false")

    about.keyboard.type("diffusion")
    expect(about.get_by_role("listbox", name="Papers found").get_by_role("option")).to_have_count(10)
    expect(box).to_have_attribute("aria-expanded", "true")
    about.keyboard.press("Escape")

    expect(about.locator("[data-search-panel]")).to_be_hidden()
    expect(box).to_have_attribute("aria-expanded", "false")
    expect(box).to_have_value("diffusion")


def test_the_count_is_announced_where_it_was_listened_for_before(about: Page) -> None:
    about.focus(INPUT)
    listened = about.get_by_role("search").get_by_role("status")
    expect(listened).to_have_text("")

    about.keyboard.type("named")

    expect(listened).to_have_text("4 papers found.")

    about.fill(INPUT, "naemd")
    expect(listened).to_contain_text(
        "No paper has “naemd”: showing similar words. 4 papers found for words like those typed."
    )


def test_enter_opens_the_search_page(about: Page, address: str) -> None:
    about.fill(INPUT, "quantum")
    about.keyboard.press("Enter")

    expect(about).to_have_url(f"{address}search/?q=quantum")
    expect(about.locator(INPUT)).to_have_value("quantum")
    expect(about.locator(RESULT)).to_have_count(10)


def test_an_unfinished_word_is_the_same_search_in_the_box_and_on_the_page(about: Page, address: str) -> None:
    type_text(about, "quantu", 10)
    told = about.locator(STATUS).inner_text()

    about.keyboard.press("Enter")

    expect(about).to_have_url(f"{address}search/?q=quantu")
    expect(about.locator(STATUS)).to_contain_text(told)


def test_enter_on_an_identifier_opens_the_paper(about: Page, address: str) -> None:
    about.fill(INPUT, f"arXiv:{IDENTIFIED.arxiv_id}v2")
    about.keyboard.press("Enter")

    expect(about).to_have_url(address + IDENTIFIED.address)
