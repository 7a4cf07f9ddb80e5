"""What every page of a site follows from besides what it shows, as a key."""

import platform
import re
from collections.abc import Iterator, Mapping
from dataclasses import astuple
from importlib.metadata import distributions
from pathlib import Path

from mkdocs.config.defaults import MkDocsConfig

from ..archive.files import read
from ..site.head import Site
from ..site.shown import Keys, of_files
from .placing import own_dirs
from .program import PROGRAM

_NOT_SHOWN = frozenset(
    {"config_file_path", "docs_dir", "site_dir", "theme", "plugins", "hooks", "strict", "watch"}
)
_ADDRESS_IN_MEMORY = re.compile(r" at 0x[0-9a-f]+")


def common(config: MkDocsConfig, own: Mapping[str, object], site: Site) -> bytes:
    """Give the key of the program, its packages, its theme, and the settings, with the plugin's own."""
    files = (each for folder in (PROGRAM, *map(Path, own_dirs(config))) for each in _files(folder))
    heads = (package.metadata for package in distributions())
    packages = sorted({f"{head['Name']} {head['Version']}" for head in heads})
    return Keys(of_files(files)).of(
        platform.python_version(), packages, _settings(config, own), astuple(site)
    )


def _settings(config: MkDocsConfig, own: Mapping[str, object]) -> str:
    """Give the settings that templates of a fork can ask for."""
    given = {name: value for name, value in config.items() if name not in _NOT_SHOWN}
    return _ADDRESS_IN_MEMORY.sub("", repr((given, dict(config.theme), dict(own))))


def _files(folder: Path) -> Iterator[tuple[str, bytes]]:
    for path in sorted(folder.rglob("*")):
        if path.is_file() and path.suffix != ".pyc":
            yield path.relative_to(folder).as_posix(), read(path)
