"""Each room of the generator imports only what stands below it."""

import ast
from collections.abc import Iterator
from importlib.util import resolve_name
from pathlib import Path

import pytest

from tests.sites import ROOT

BELOW = {
    "text": "",
    "papers": "text",
    "sources": "papers text",
    "related": "papers text",
    "search": "papers text",
    "archive": "sources papers text",
    "site": "archive search related sources papers text",
    "fetch": "archive sources papers text",
    "doors": "fetch site archive search related sources papers text",
}
"""What each room may import of the others."""


def imports(file: Path, package: str) -> Iterator[tuple[int, str]]:
    """Give the line and the full name of all that a module of a package imports."""
    for node in ast.walk(ast.parse(file.read_bytes())):
        if isinstance(node, ast.Import):
            yield from ((node.lineno, name.name) for name in node.names)
        elif isinstance(node, ast.ImportFrom):
            base = resolve_name("." * node.level + (node.module or ""), package)
            yield from ((node.lineno, f"{base}.{name.name}") for name in node.names)


def upward(project: Path) -> Iterator[str]:
    """Give the imports of a room that does not stand below, in all files of all rooms."""
    for file in sorted(project.glob("generator/*/**/*.py")):
        _, room, *_ = here = file.relative_to(project).parent.parts
        for line, name in imports(file, ".".join(here)):
            package, _, inside = name.partition(".")
            if package == "generator" and inside.split(".")[0] not in {room, *BELOW[room].split()}:
                yield f"{file.relative_to(project)}:{line} imports {name}"


def test_no_import_leads_upward() -> None:
    assert list(upward(ROOT)) == []


def test_every_module_stands_in_a_room() -> None:
    assert {file.name for file in ROOT.glob("generator/*.py")} == {"__init__.py", "__main__.py"}


@pytest.mark.parametrize(
    "line",
    [
        "import generator",
        "import generator.site.head",
        "from generator import site",
        "from generator.site.head import Head",
        "from ... import site",
        "from ...site.head import Head",
        "def late():\n    from ...site import head",
        "if TYPE_CHECKING:\n    from generator import search",
    ],
)
def test_an_import_that_is_turned_upward_is_found_in_every_folder(tmp_path: Path, line: str) -> None:
    file = tmp_path / "generator" / "archive" / "deep" / "module.py"
    file.parent.mkdir(parents=True)
    file.write_text(f"import re\nfrom ...papers import names\nfrom .. import files\n{line}\n")

    (found,) = upward(tmp_path)

    assert found.startswith(f"generator/archive/deep/module.py:{4 + line.count(chr(10))} imports generator")
