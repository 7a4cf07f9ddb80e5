"""What every page follows from besides what it shows: program, packages, theme and settings, as keys."""

import platform
import re
from collections.abc import Mapping
from dataclasses import astuple
from importlib.metadata import distributions
from pathlib import Path

from mkdocs.config.defaults import MkDocsConfig

from ..site.head import Site
from ..site.shown import Keys, of_folder
from .placing import own_dirs
from .program import PROGRAM

_NOT_SHOWN = frozenset(
    {"config_file_path", "docs_dir", "site_dir", "theme", "plugins", "hooks", "strict", "watch"}
)
_ADDRESS_IN_MEMORY = re.compile(r" at 0x[0-9a-f]+")


def causes(config: MkDocsConfig, own: Mapping[str, object], site: Site) -> Mapping[str, bytes]:
    """Give the keys of all that, by name; `own` are the settings of the plugin."""
    heads = (package.metadata for package in distributions())
    packages = sorted({f"{head['Name']} {head['Version']}" for head in heads})
    of = Keys(b"").of
    return {
        "the program": of_folder(PROGRAM),
        "a package": of(platform.python_version(), packages),
        "the theme": of(*[of_folder(Path(folder)) for folder in own_dirs(config)]),
        "a setting": of(_settings(config, own), astuple(site)),
    }


def program(causes: Mapping[str, bytes]) -> bytes:
    """Give one key for the part that no project decides on."""
    return Keys(b"").of(causes["the program"], causes["a package"])


def _settings(config: MkDocsConfig, own: Mapping[str, object]) -> str:
    """Give the settings that templates of a fork can ask for."""
    given = {name: value for name, value in config.items() if name not in _NOT_SHOWN}
    return _ADDRESS_IN_MEMORY.sub("", repr((given, dict(config.theme), dict(own))))
