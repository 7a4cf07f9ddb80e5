"""`mkdocs build` without related papers and gists, to tell what these cost: `python -m bench.bare_build`."""

import sys
from unittest.mock import patch

from mkdocs.__main__ import cli

from generator.site.related import NOTHING

if __name__ == "__main__":
    sys.argv = ["mkdocs", "build", "--quiet"]
    with patch("generator.site.contents.find", return_value=NOTHING):
        cli()
