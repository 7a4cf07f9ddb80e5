"""`mkdocs build` without related papers, gists, themes and trends: `python -m bench.bare_build`.

It tells what these cost. An archive that has no content/topics.yml has no topics either.
"""

import sys
from contextlib import ExitStack
from unittest.mock import patch

from mkdocs.__main__ import cli

from generator.site.related import NOTHING

_LEFT_OUT = {"find": NOTHING, "themes_by_day": {}, "trends": ()}

if __name__ == "__main__":
    sys.argv = ["mkdocs", "build", "--quiet"]
    with ExitStack() as stack:
        for name, instead in _LEFT_OUT.items():
            stack.enter_context(patch(f"generator.site.contents.{name}", return_value=instead))
        cli()
