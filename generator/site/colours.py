"""A fork's colours: Material's names, contrast (WCAG 2.2, 1.4.3), and the style sheet that sets them.

Colours are written `#rrggbb`. A colour of too little contrast is mixed with black or white until it has
enough.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

ENOUGH = 4.5
"""The contrast that WCAG's level AA asks of text."""

PAPER = {"light": "#fcfbf8", "dark": "#171614"}
RAISED = {"light": "#f3efe7", "dark": "#23211e"}
SOFT = {"light": "#625a50", "dark": "#aca396"}
INK = {"light": "#211e1a", "dark": "#e8e3da"}
MARK = {"light": "#96380f", "dark": "#f2a680"}
"""The theme's own, for what has no style sheet: `archive.css` has the same, and MARK as --accent."""

PRIMARY = {
    "red": "#ef5552", "pink": "#e92063", "purple": "#ab47bd", "deep-purple": "#7e56c2",
    "indigo": "#4051b5", "blue": "#2094f3", "light-blue": "#02a6f2", "cyan": "#00bdd6",
    "teal": "#009485", "green": "#4cae4f", "light-green": "#8bc34b", "lime": "#cbdc38",
    "yellow": "#ffec3d", "amber": "#ffc105", "orange": "#ffa724", "deep-orange": "#ff6e42",
    "brown": "#795649", "grey": "#757575", "blue-grey": "#546d78", "black": "#000000", "white": "#ffffff",
}  # fmt: skip
ACCENT = {
    "red": "#ff1947", "pink": "#f50056", "purple": "#df41fb", "deep-purple": "#7c4dff",
    "indigo": "#526cfe", "blue": "#4287ff", "light-blue": "#0091eb", "cyan": "#00bad6",
    "teal": "#00bda4", "green": "#00c753", "light-green": "#63de17", "lime": "#b0eb00",
    "yellow": "#ffd500", "amber": "#ffaa00", "orange": "#ff9100", "deep-orange": "#ff6e42",
}  # fmt: skip
"""Material's names of colours, as its style sheet `palette` has them."""


_HEADER = """\
.top { background: BAND; border-image: linear-gradient(BAND, BAND) fill 0 / 0 / 0 100vw; }
.top > nav > a, .top > nav > details > summary, .top > .scheme, .top .dp-search__noscript {
  --ink: TEXT; --soft: TEXT; --accent: TEXT; color: TEXT;
}
@media (forced-colors: active) { .top { border-image: none; } }
@media (max-width: 60rem) { .top > form:not(:focus-within) { --ink: TEXT; --soft: TEXT; color: TEXT; } }
"""
"""Of a header in a colour: a band over the whole width. An open menu or search box keeps its own colours."""


@dataclass(frozen=True, slots=True)
class Colours:
    """What a fork chose for one scheme; None where it chose nothing."""

    primary: str | None = None
    """Of the header."""
    accent: str | None = None
    """Of links and marks."""


def channels(colour: str) -> tuple[int, int, int]:
    """Give red, green and blue, each from 0 to 255."""
    red, green, blue = bytes.fromhex(colour[1:])
    return red, green, blue


def contrast(one: str, other: str) -> float:
    """Give the contrast of two colours, from 1 to 21."""
    dark, light = sorted((_luminance(one), _luminance(other)))
    return (light + 0.05) / (dark + 0.05)


def mixed(colour: str, other: str, part: float) -> str:
    """Give a colour with a part, from 0 to 1, of another."""
    pairs = zip(channels(colour), channels(other), strict=True)
    return "#" + "".join(f"{round(a + (b - a) * part):02x}" for a, b in pairs)


def readable(colour: str, scheme: str) -> str:
    """Give the nearest colour that can be read as text in a scheme, mixed with black or white."""
    end = "#000000" if scheme == "light" else "#ffffff"
    tried = (mixed(colour, end, step / 50) for step in range(51))
    return next(one for one in tried if text_contrast(one, scheme) >= ENOUGH)


def text_contrast(colour: str, scheme: str) -> float:
    """Give the contrast of text with the worse of a scheme's backgrounds."""
    return min(contrast(colour, PAPER[scheme]), contrast(colour, RAISED[scheme]))


def on(background: str) -> str:
    """Give the colour of text on a background: black or white, one of which always has enough contrast."""
    return max("#ffffff", "#000000", key=lambda text: contrast(text, background))


def faults(schemes: Mapping[str, Colours]) -> Iterator[str]:
    """Tell of each chosen colour that has too little contrast where it is used."""
    for scheme, colours in schemes.items():
        if colours.primary and contrast(colours.primary, "#ffffff") < ENOUGH:
            yield (
                f"primary {colours.primary}: white text on it has a contrast of "
                f"{contrast(colours.primary, '#ffffff'):.1f}, not {ENOUGH} ({scheme}); "
                "the header's text is black"
            )
        if colours.accent and text_contrast(colours.accent, scheme) < ENOUGH:
            yield (
                f"accent {colours.accent}: as text it has a contrast of "
                f"{text_contrast(colours.accent, scheme):.1f}, not {ENOUGH} ({scheme}); "
                f"shown as {readable(colours.accent, scheme)}"
            )


def style_sheet(schemes: Mapping[str, Colours]) -> str:
    """Write the style sheet that sets the chosen colours in both schemes, or "" where none is chosen."""
    light, dark = (schemes.get(scheme, Colours()) for scheme in ("light", "dark"))
    return _links(light.accent, dark.accent) + _header(light.primary, dark.primary)


def _links(light: str | None, dark: str | None) -> str:
    given = {"light": light or dark, "dark": dark or light}
    if not (given["light"] and given["dark"]):
        return ""
    pairs = [_tones(readable(colour, scheme), scheme) for scheme, colour in given.items() if colour]
    lines = [f"  --{name}: light-dark({pairs[0][name]}, {pairs[1][name]});\n" for name in pairs[0]]
    return f":root {{\n{''.join(lines)}}}\n"


def _tones(accent: str, scheme: str) -> Mapping[str, str]:
    """Give what is derived from an accent: the calendar's steps, the first two of which are backgrounds."""
    return {
        "accent": accent,
        "heat-1": mixed(PAPER[scheme], accent, 0.15),
        "heat-2": mixed(PAPER[scheme], accent, 0.3),
        "heat-3": accent,
        "heat-4": mixed(accent, "#000000" if scheme == "light" else "#ffffff", 0.4),
    }


def _header(light: str | None, dark: str | None) -> str:
    light, dark = light or dark, dark or light
    if not (light and dark):
        return ""
    band, text = f"light-dark({light}, {dark})", f"light-dark({on(light)}, {on(dark)})"
    return _HEADER.replace("BAND", band).replace("TEXT", text)


def _luminance(colour: str) -> float:
    """Give the relative luminance (https://www.w3.org/TR/WCAG22/#dfn-relative-luminance)."""
    parts = [part / 255 for part in channels(colour)]
    linear = [part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]
