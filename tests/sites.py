"""Projects of invented and real listings, built as a maintainer builds them."""

import os
import shutil
import subprocess
import sys
from collections.abc import Mapping
from html.parser import HTMLParser
from pathlib import Path

from click.testing import CliRunner
from mkdocs.commands.build import build as mkdocs_build
from mkdocs.config import load_config

from generator.archive.add import Addition
from generator.archive.archive import Archive
from generator.archive.pending import pending
from generator.doors.cli import main
from generator.doors.terminal import today_utc
from tests import warm

ROOT = Path(__file__).parent.parent
LISTING = ROOT / "content" / "listings" / "2025-08-06.txt"

WARM = ("generator", "mkdocs")
"""Modules that start sooner where what they import is there; for another one it could be the wrong thing."""

SECOND_DAY = """Daily Papers

Aug 7

A Quokka Benchmark for $\\mathcal{O}(n^2)$ Attention

We introduce QUOKKABENCH, a benchmark of 1,000 marsupial scenes. Code is at https://github.com/quokka/bench.

Attention for Two Days

A second abstract, invented for this test, which mentions wallabies once.
"""
"""An invented listing for the day after the real one."""


def make_project(folder: Path, listings: Mapping[str, str] | None = None) -> Path:
    """Make a project in `folder` with the site's own pages, and `listings` by file name not yet added."""
    content = folder / "content"
    (content / "listings").mkdir(parents=True)
    shutil.copy(ROOT / "mkdocs.yml", folder)
    shutil.copytree(ROOT / "site_theme", folder / "site_theme")
    for page in (ROOT / "content").glob("*.md"):
        shutil.copy(page, content)
    for name, text in (listings or {}).items():
        (content / "listings" / name).write_text(text)
    return folder


def run(folder: Path, *command: str) -> subprocess.CompletedProcess[str]:
    """Run a Python module in `folder`, as from a shell there."""
    environment = {**os.environ, "NO_MKDOCS_2_WARNING": "1", "PYTHONPATH": str(ROOT)}
    started = warm.command(*command) if command[0] in WARM else (sys.executable, "-m", *command)
    return subprocess.run(started, cwd=folder, env=environment, capture_output=True, text=True)


def call(folder: Path, *arguments: str) -> None:
    """Call the program in this process for a project in `folder`."""
    done = CliRunner().invoke(main, ["-C", str(folder), *arguments])
    assert done.exit_code == 0, done.output


def build(folder: Path) -> Path:
    """Add the listings of a project and build it, in this process; give the site's folder."""
    addition = Addition(archive := Archive(folder / "content"))
    for listing in pending(archive, today_utc(), folder / ".cache" / "listings"):
        addition.add(listing)
    addition.write()
    return build_here(folder)


def build_here(folder: Path) -> Path:
    """Build a project in this process, as `mkdocs build --strict` does, and give the site's folder.

    MkDocs keeps a plugin for all builds of a process: one that was last started for `serve` would go on so.
    """
    config = load_config(str(folder / "mkdocs.yml"), strict=True)
    config.plugins.on_startup(command="build", dirty=False)
    mkdocs_build(config)
    return folder / "site"


def tree(folder: Path) -> dict[str, bytes]:
    """Give every file below `folder` with its bytes."""
    return {
        path.relative_to(folder).as_posix(): path.read_bytes() for path in folder.rglob("*") if path.is_file()
    }


class _Text(HTMLParser):
    """Collects the text of a page's main part; a formula is its TeX annotation."""

    def __init__(self) -> None:
        super().__init__()
        self.text: list[str] = []
        self._math = False
        self._annotation = False
        self._main = False

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self._main = self._main or tag == "main"
        self._math = self._math or tag == "math"
        self._annotation = tag == "annotation"
        if tag in ("p", "li", "br", "h1", "h2", "h3", "summary", "div"):
            self.text.append(" ")

    def handle_endtag(self, tag: str) -> None:
        self._main = self._main and tag != "main"
        self._math = self._math and tag != "math"
        self._annotation = False

    def handle_data(self, data: str) -> None:
        if self._main and (self._annotation or not self._math):
            self.text.append(data)


def shown_text(html: str) -> str:
    """Give the text of a page's main part on one line, TeX annotations in place of formulas."""
    parser = _Text()
    parser.feed(html)
    parser.close()
    return " ".join("".join(parser.text).split())
