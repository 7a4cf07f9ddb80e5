from dataclasses import replace
from datetime import date
from io import BytesIO

import pytest
from PIL import Image

from generator.site.card import SIZE, Card, draw

CARD = Card("An Archive", date(2025, 8, 6), 89, ("A title", "Another title of a paper " * 20))


def picture(card: Card) -> Image.Image:
    return Image.open(BytesIO(draw(card))).convert("RGB")


def test_is_a_small_picture_of_the_size_that_sites_ask_for() -> None:
    assert picture(CARD).size == SIZE
    assert len(draw(CARD)) < 30_000


def test_nothing_leaves_the_card() -> None:
    margin = picture(replace(CARD, site="long " * 100)).crop((SIZE[0] - 70, 0, *SIZE))

    assert margin.getcolors() == [(70 * SIZE[1], (252, 251, 248))]


@pytest.mark.parametrize(
    ("title", "drawn"), [("Über Ł → α", True), ("中文", False), ("On $O(n^2)$", False), ("Costs $5", True)]
)
def test_titles_that_the_fonts_cannot_show_are_passed_over(title: str, drawn: bool) -> None:
    assert (draw(replace(CARD, titles=(title,))) != draw(replace(CARD, titles=()))) == drawn
