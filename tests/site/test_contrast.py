import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.site.colours import (
    ACCENT,
    ENOUGH,
    INK,
    MARK,
    PAPER,
    PRIMARY,
    RAISED,
    SOFT,
    Colours,
    contrast,
    faults,
    on,
    readable,
    style_sheet,
    text_contrast,
)
from tests.sites import ROOT

OWN = {"paper": PAPER, "raised": RAISED, "soft": SOFT, "ink": INK, "accent": MARK}
COLOURS = st.integers(0, 0xFFFFFF).map(lambda number: f"#{number:06x}")


@pytest.mark.parametrize("name", OWN)
def test_the_style_sheet_has_the_same_colours(name: str) -> None:
    sheet = (ROOT / "site_theme/assets/archive.css").read_text()

    assert f"--{name}: light-dark({OWN[name]['light']}, {OWN[name]['dark']});" in sheet


def test_contrast_is_that_of_wcag() -> None:
    assert contrast("#000000", "#ffffff") == pytest.approx(21)
    assert contrast("#ffffff", "#767676") == pytest.approx(4.54, abs=0.01)


@given(COLOURS, st.sampled_from(["light", "dark"]))
def test_every_colour_is_shown_so_that_it_can_be_read(colour: str, scheme: str) -> None:
    assert text_contrast(readable(colour, scheme), scheme) >= ENOUGH
    assert contrast(on(colour), colour) >= ENOUGH


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("name", ACCENT)
def test_an_accent_is_told_of_exactly_if_it_is_changed(name: str, scheme: str) -> None:
    told = [*faults({scheme: Colours(accent=ACCENT[name])})]

    assert bool(told) == (readable(ACCENT[name], scheme) != ACCENT[name])


@pytest.mark.parametrize("name", PRIMARY)
def test_a_primary_is_told_of_exactly_if_white_cannot_be_read_on_it(name: str) -> None:
    told = [*faults({"light": Colours(primary=PRIMARY[name])})]

    assert bool(told) == (contrast("#ffffff", PRIMARY[name]) < ENOUGH)


def test_without_colours_there_is_no_style_sheet() -> None:
    assert style_sheet({}) == style_sheet({"light": Colours()}) == ""
