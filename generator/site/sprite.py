"""Icons of Material for MkDocs, taken from the installed package, as one SVG file.

Each is a symbol, which a page can `use`. Those that the theme's style sheet shows also stand below each
other, in the places that it tells: `--material-star: 2` is `material/star`, the third.
"""

import re
from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path

ADDRESS = "assets/icons.svg"

_SVG = re.compile(r"<svg[^>]*?viewBox=\"([\d. -]+)\"[^>]*>(.*)</svg>", re.DOTALL)
_PLACE = re.compile(r"--material-([a-z0-9-]+):\s*(\d+)")
_SIZE = 24


def shown_in(style_sheet: str) -> Sequence[str]:
    """Give the icons that a style sheet shows, in the order of their places.

    >>> shown_in("html { --material-star: 0; --material-check-circle: 1; }")
    ['material/star', 'material/check-circle']
    """
    places = {int(place): f"material/{name}" for name, place in _PLACE.findall(style_sheet)}
    return [places[place] for place in sorted(places)]


def symbol(name: str, folders: Iterable[str]) -> tuple[str, str] | None:
    """Give the symbol's name and its SVG of an icon such as `fontawesome/brands/github`, or None."""
    if not re.fullmatch(r"[\w-]+(?:/[\w-]+)*", name):
        return None
    files = (Path(folder, ".icons", f"{name}.svg") for folder in folders)
    if not (file := next((file for file in files if file.is_file()), None)):
        return None
    if not (found := _SVG.search(file.read_text("utf-8"))):
        return None
    key = name.replace("/", "-")
    return key, f'<symbol id="{key}" viewBox="{found[1]}">{found[2]}</symbol>'


def sprite(symbols: Mapping[str, str], shown: Sequence[str] = ()) -> str:
    """Write the file; each icon keeps the licence comment that it has.

    Args:
        symbols: Name -> SVG.
        shown: The names of those that stand below each other, squares of one size.

    """
    stack = "".join(
        f'<use href="#{name}" y="{_SIZE * place}" width="{_SIZE}" height="{_SIZE}"/>'
        for place, name in enumerate(shown)
    )
    box = f' viewBox="0 0 {_SIZE} {_SIZE * len(shown)}"' if shown else ""
    return f'<svg xmlns="http://www.w3.org/2000/svg"{box}>{"".join(symbols.values())}{stack}</svg>\n'
