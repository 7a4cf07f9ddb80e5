"""Where the program's own files lie: in its wheel, or in the repository that it is developed in."""

from pathlib import Path

PROGRAM = Path(__file__).parents[1]
"""The package."""

TEMPLATE = Path(__file__).with_name("template")
"""What a new archive begins with."""


def theme() -> Path:
    """Give the folder of templates, styles and scripts."""
    return _folder("theme", "site_theme")


def github() -> Path:
    """Give the folder of workflows and of the scripts that they run."""
    return _folder("github", ".github")


def _folder(installed: str, developed: str) -> Path:
    folder = PROGRAM / installed
    return folder if folder.is_dir() else PROGRAM.parent / developed
