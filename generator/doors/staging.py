"""A site is built beside the one that is there, and takes its place when it is whole."""

import shutil
from pathlib import Path


def beside(site: Path) -> Path:
    """Give the folder in which `site` is built. What an ended run left of its own is set right first."""
    before, unfinished = _before(site), site.with_name(f".{site.name}.unfinished")
    if before.exists() and not site.exists():  # a run was killed between the two moves
        before.rename(site)
    shutil.rmtree(unfinished, ignore_errors=True)  # MkDocs would leave what is hidden in it
    return unfinished


def put_in_place(built: Path, site: Path) -> None:
    """Move a built site to where it belongs."""
    before = _before(site)
    shutil.rmtree(before, ignore_errors=True)
    if site.exists():
        site.rename(before)
    built.rename(site)
    shutil.rmtree(before, ignore_errors=True)


def _before(site: Path) -> Path:
    return site.with_name(f".{site.name}.before.unfinished")
