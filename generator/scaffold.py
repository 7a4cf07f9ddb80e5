"""What Material's base template holds for its own script, which this site leaves out.

No block or partial reaches these elements. They do nothing here, cost 600 bytes a page, and the two
checkboxes are not valid HTML (`autocomplete` is not allowed on them).
"""

import re

_SCAFFOLD = re.compile(
    r"""
    \s*<input\ class="md-toggle"[^>]*>
    | \s*<label\ class="md-overlay"[^>]*></label>
    | \s*<div\ data-md-component="(?:skip|announce)">.*?</div>
    | \s*<div\ class="md-dialog"[^>]*>\s*<div[^>]*></div>\s*</div>
    """,
    re.VERBOSE | re.DOTALL,
)
_ELEMENTS = 6


def without_scaffold(html: str) -> str:
    """Give a page without the elements of Material's base template that serve its script only."""
    return _SCAFFOLD.sub("", html, count=_ELEMENTS)
