"""Icons of Material for MkDocs, taken from the installed package, as one SVG file.

Those that the theme's style sheet shows stand below each other, in the places that it tells:
`--material-star: 2` is `material/star`, the third. Those that a fork names are symbols, which pages `use`.
"""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path

ADDRESS = "assets/icons.svg"

_SVG = re.compile(r"<svg[^>]*?viewBox=\"([\d. -]+)\"[^>]*>(.*)</svg>", re.DOTALL)
_PLACE = re.compile(r"--material-([a-z0-9-]+):\s*(\d+)")
_SIZE = 24
"""Of an icon that is shown by its place."""


@dataclass(frozen=True, slots=True)
class Icon:
    """An icon of Material."""

    name: str
    """Of its symbol."""
    box: str
    """What SVG calls its viewBox."""
    drawing: str
    """SVG."""


def shown_in(style_sheet: str) -> Sequence[str]:
    """Give the icons that a style sheet shows, in the order of their places.

    >>> shown_in("html { --material-star: 0; --material-check-circle: 1; }")
    ['material/star', 'material/check-circle']
    """
    places = {int(place): f"material/{name}" for name, place in _PLACE.findall(style_sheet)}
    return [places[place] for place in sorted(places)]


def icon(name: str, folders: Iterable[str]) -> Icon | None:
    """Find an icon such as `fontawesome/brands/github` in the theme's folders."""
    if not re.fullmatch(r"[\w-]+(?:/[\w-]+)*", name):
        return None
    files = (Path(folder, ".icons", f"{name}.svg") for folder in folders)
    if not (file := next((file for file in files if file.is_file()), None)):
        return None
    found = _SVG.search(file.read_text("utf-8"))
    return Icon(name.replace("/", "-"), found[1], found[2]) if found else None


def sprite(shown: Sequence[Icon], symbols: Iterable[Icon]) -> str:
    """Write the file; each icon keeps the licence comment that it has."""
    stack = (
        f'<svg y="{_SIZE * place}" height="{_SIZE}" viewBox="{each.box}">{each.drawing}</svg>'
        for place, each in enumerate(shown)
    )
    named = (
        f'<symbol id="{each.name}" viewBox="{each.box}">{each.drawing}</symbol>'
        for each in dict.fromkeys(symbols)
    )
    box = f"0 0 {_SIZE} {_SIZE * len(shown)}"
    return f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="{box}">{"".join((*stack, *named))}</svg>\n'
