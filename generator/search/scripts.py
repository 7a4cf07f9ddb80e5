"""lunr.js and our own scripts, as two files that a reader's browser fetches when a search begins.

One file each, as a worker's `importScripts` fetches one after the other: a round trip a file. lunr.js lies
beside our scripts in the theme as its makers released it; its head says which version it is, and its licence.
Each of ours makes what its first line names, in a function of its own: others know it by that name.
"""

import re
from collections.abc import Iterator
from functools import cache
from itertools import groupby
from pathlib import Path

from pygments.lexer import Lexer  # type: ignore[import-untyped]
from pygments.lexers.javascript import JavascriptLexer  # type: ignore[import-untyped]
from pygments.token import Comment, Whitespace  # type: ignore[import-untyped]

from generator.search.files import FOLDER

LUNR = "lunr.min"
WORKER = (
    "messages", "numbers", "worker/once", "worker/analysis", "worker/compounds", "worker/download",
    "worker/tables", "worker/index", "worker/vocabulary", "worker/scoring", "worker/prior", "worker/partial",
    "worker/engine", "worker/identifiers", "worker/facts", "worker/inflection", "worker/texts",
    "worker/pages", "worker/phrases", "worker/syntax", "worker/spelling", "worker/clauses", "worker/list",
    "worker/parsed", "worker/plain", "worker/answers", "worker/nothing", "worker/ranking", "worker/listen",
)  # fmt: skip
"""Scripts of the worker, in the order in which they build on each other, lunr.js before them all."""
_READER = (
    "messages", "numbers", "page/address", "page/dates", "page/client", "page/results", "page/reasons",
    "page/turns", "page/start",
)  # fmt: skip
"""Scripts of whatever a reader types into, in the same way."""
BOX = (*_READER, "page/options", "page/box")
"""Those of the box that every page has."""
PAGE = (*_READER, "page/filters", "page/facets", "page/drawer", "page/shortcuts", "page/search")
"""Those of the search page."""

TYPES = ("archive", "lunr")
SOURCES = frozenset(
    {f"{FOLDER}{name}.js" for name in (LUNR, *WORKER, *BOX, *PAGE)}
    | {f"{FOLDER}{name}.d.ts" for name in TYPES}
)
"""All of them by their paths in the theme, and their types: no reader asks for these."""


def worker(folder: Path) -> bytes:
    """Give lunr.js and the worker's scripts, read from the theme's folder of search scripts."""
    return _read(folder, LUNR).encode() + _joined(folder, WORKER)


def box(folder: Path) -> bytes:
    """Give the scripts of the box, read from the theme's folder of search scripts."""
    return _in_page(folder, BOX)


def page(folder: Path) -> bytes:
    """Give those of the search page, in the same way."""
    return _in_page(folder, PAGE)


def format_read(folder: Path) -> int:
    """Give the version of the index that the worker's scripts read: they say so, and no other place does."""
    (version,) = re.findall(r"const FORMAT = (\d+);", _read(folder, "worker/index"))
    return int(version)


@cache  # a process that builds again, as `serve` does, has mostly the same scripts
def code(source: str, lexer: type[Lexer] = JavascriptLexer) -> str:
    """Give a script, or a style sheet, without comments and margins; lines end as they did."""
    return "".join(_parts(source, lexer()))


def _in_page(folder: Path, names: tuple[str, ...]) -> bytes:
    """Join scripts whose names are no names of the page."""
    return b'(function () {"use strict";%b})();' % _joined(folder, names)


def _joined(folder: Path, names: tuple[str, ...]) -> bytes:
    return "".join(code(_read(folder, name)) for name in names).encode()


def _read(folder: Path, name: str) -> str:
    return folder.joinpath(f"{name}.js").read_text(encoding="utf-8")


def _parts(source: str, lexer: Lexer) -> Iterator[str]:
    part = ""
    for blank, tokens in groupby(lexer.get_tokens(source), key=_is_blank):
        texts = [text for kind, text in tokens if not _is_comment(kind)]
        part = _blank("".join(texts), part) if blank else "".join(texts)
        yield part


def _is_blank(token: tuple[object, str]) -> bool:
    return token[0] in Whitespace or _is_comment(token[0])


def _is_comment(kind: object) -> bool:
    return kind in Comment and kind not in Comment.Preproc  # which is what `!important` is to the lexer


def _blank(text: str, before: str) -> str:
    if "\n" in text:
        return "\n"
    return "" if before.endswith("(") else " "
