"""What Material's base template writes around every page and no page of this site needs.

Its templates have no block for it: places for its own scripts, toggles of a drawer and a search box that are
not ours (not valid HTML either: `autocomplete` on a checkbox), boxes for its own styles, and hundreds of
bytes of white space.
"""

import re

_SCAFFOLD = re.compile(
    r"""
    <input\ class="md-toggle"[^>]*> | <label\ class="md-overlay"[^>]*></label>
    | <div\ data-md-component="(?:skip|announce)">.*?</div>
    | <div\ class="md-dialog"[^>]*>\s*<div[^>]*></div>\s*</div>
    """,
    re.VERBOSE | re.DOTALL,
)
_BOXES = re.compile(
    r"""
    <div\ class="md-container"[^>]*>\s* <main[^>]*>\s* <div\ class="md-main__inner[^>]*>\s*
    (.*\S) \s*</div>\s* </main> (.*</footer>) \s*</div>
    """,
    re.VERBOSE | re.DOTALL,
)
_BLANK = re.compile(r"\n\s+")


def tidy(html: str) -> str:
    """Give a page without that; what stands in `<main>` is left as it is."""
    before, start, rest = _BOXES.sub(r"<main>\1</main>\2", html).partition("<main")
    content, end, after = rest.rpartition("</main>")
    return "".join((_tidy(before).lstrip(), start, content, end, _tidy(after)))


def _tidy(html: str) -> str:
    return _BLANK.sub("\n", _SCAFFOLD.sub("", html))
