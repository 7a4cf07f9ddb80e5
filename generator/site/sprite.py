"""Icons of Material for MkDocs, taken from the installed package, as symbols of one SVG file."""

import re
from collections.abc import Iterable, Mapping
from pathlib import Path

ADDRESS = "assets/icons.svg"

_SVG = re.compile(r"<svg[^>]*?viewBox=\"([\d. -]+)\"[^>]*>(.*)</svg>", re.DOTALL)


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


def sprite(symbols: Mapping[str, str]) -> str:
    """Write the file; each icon keeps the licence comment that it has."""
    return f'<svg xmlns="http://www.w3.org/2000/svg">{"".join(symbols.values())}</svg>\n'
