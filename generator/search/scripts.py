"""lunr.js and our own scripts, as the two files a reader's browser fetches when a search begins.

One file each, as a worker's `importScripts` fetches one after the other: a round trip a file. lunr.js comes
from the installed mkdocs package, which ships it for its own search plugin.
"""

import re
from importlib.util import find_spec
from pathlib import Path

from generator.papers.errors import DailyPapersError
from generator.search.files import FOLDER

WORKER = (
    "messages", "worker/analysis", "worker/download", "worker/tables", "worker/index", "worker/vocabulary",
    "worker/scoring", "worker/engine", "worker/identifiers", "worker/facts", "worker/texts", "worker/syntax",
    "worker/spelling", "worker/ranking", "worker/listen",
)  # fmt: skip
"""Scripts of the worker, in the order in which they build on each other; lunr.js goes before them."""
PAGE = (
    "messages", "page/address", "page/client", "page/results", "page/turns", "page/box", "page/filters",
    "page/search", "page/start",
)  # fmt: skip
"""Scripts of the page, in the same way."""

SOURCES = frozenset(f"{FOLDER}{name}.js" for name in (*WORKER, *PAGE))
"""Those scripts by their paths in the theme, where no reader asks for them."""

_LUNR = Path("contrib/search/templates/search/lunr.js")
_COMMENT = re.compile(r"/\*.*?\*/", re.DOTALL)
_LINE_COMMENT = re.compile(r"^\s*//.*\n", re.MULTILINE)
_MARGIN = re.compile(r"^\s+", re.MULTILINE)


def lunr() -> str:
    """Return the text of the lunr.js that mkdocs ships.

    Raises:
        DailyPapersError: The installed mkdocs has none.

    """
    mkdocs = find_spec("mkdocs")
    for folder in mkdocs.submodule_search_locations or () if mkdocs else ():
        path = Path(folder) / _LUNR
        if path.is_file():
            return path.read_text(encoding="utf-8")
    raise DailyPapersError(f"mkdocs/{_LUNR}: not found in the installed mkdocs; search needs mkdocs 1.6")


def worker(folder: Path) -> bytes:
    """lunr.js and the worker's scripts, read from the theme's folder of search scripts."""
    return _joined([lunr(), *_read(folder, WORKER)])


def page(folder: Path) -> bytes:
    """Return the page's scripts, read from the theme's folder of search scripts."""
    return _joined(_read(folder, PAGE))


def _read(folder: Path, names: tuple[str, ...]) -> list[str]:
    return [folder.joinpath(f"{name}.js").read_text(encoding="utf-8") for name in names]


def _joined(sources: list[str]) -> bytes:
    return "".join(map(_without_comments, sources)).encode()


def _without_comments(source: str) -> str:
    # Licences stay. Lines keep their ends, so that nothing depends on semicolons.
    source = _COMMENT.sub(lambda found: found[0] if "Copyright" in found[0] else "", source)
    return _MARGIN.sub("", _LINE_COMMENT.sub("", source))
