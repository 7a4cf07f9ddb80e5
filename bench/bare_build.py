"""`mkdocs build` without related papers, gists, topics, themes and trends: `python -m bench.bare_build`.

It tells what these cost.
"""

import sys
from unittest.mock import patch

from mkdocs.__main__ import cli

from generator.site.related import NOTHING

if __name__ == "__main__":
    sys.argv = ["mkdocs", "build", "--quiet"]
    with (
        patch("generator.site.contents.find", return_value=NOTHING),
        patch("generator.site.contents.with_subjects", side_effect=lambda library, *_: library),
    ):
        cli()
