"""What git knows of an archive: files that it could not merge, and pages as they were last committed.

Where the archive lies in no repository, or git is not installed, nothing is known.
"""

import os
import re
import subprocess
from collections.abc import Iterable
from itertools import groupby
from pathlib import Path

from .settle import Versions

_PAGE = re.compile(r"papers/\d+/(.+)\.md")


def unmerged(folder: Path) -> dict[Path, Versions[str]]:
    """Give the files below a folder on which a merge or a revert stopped."""
    entries = [line.split("\t", 1) for line in _lines(folder, "ls-files", "--unmerged", "-z", "--", ".")]
    versions = dict[Path, Versions[str]]()
    for name, staged in groupby(entries, lambda entry: entry[1]):
        blobs = {stage: blob for _, blob, stage in (entry[0].split() for entry in staged)}
        texts = (_text(folder, blobs[stage]) if stage in blobs else None for stage in "123")
        versions[folder / name] = Versions(*texts)
    return versions


def stage(folder: Path, paths: Iterable[Path]) -> None:
    """Tell git that files are to be committed as they are now, and so are merged."""
    if names := [str(path.relative_to(folder)) for path in paths]:
        _git(folder, "add", "--", *names)


def marked(folder: Path) -> list[Path]:
    """Give the pages below a folder, also by hand, in which git seems to have marked a conflict.

    Quick in many files.
    """
    marks = ("-e", "^<<<<<<<([^<]|$)", "-e", "^>>>>>>>([^>]|$)")
    return [folder / name for name in _lines(folder, "grep", "--no-index", "-lEIz", *marks, "--", "*.md")]


def reverted_pages(folder: Path) -> dict[Path, str]:
    """Give the pages that a revert which is not committed yet deletes or changes, as they were before it."""
    if not _git(folder, "rev-parse", "--verify", "--quiet", "REVERT_HEAD"):
        return {}
    changed = ("diff", "--cached", "--name-only", "--relative", "--diff-filter=DM", "-z", "--", "papers")
    return {folder / name: _text(folder, f"HEAD:./{name}") for name in _lines(folder, *changed)}


def committed_pages(folder: Path, papers: set[str]) -> dict[str, tuple[Path, str]]:
    """Give the pages of papers as they are in the last commit: by id, the path and the text."""
    names = _lines(folder, "ls-tree", "-r", "-z", "--name-only", "HEAD") if papers else []
    pages = (match for name in names if (match := _PAGE.fullmatch(name)) and match[1] in papers)
    return {match[1]: (folder / match[0], _text(folder, f"HEAD:./{match[0]}")) for match in pages}


def changed_papers(folder: Path) -> set[str]:
    """Give the papers whose pages the next commit changes, as after a revert."""
    names = _lines(folder, "diff", "-z", "--cached", "--name-only", "--relative", "--", "papers")
    return {match[1] for name in names if (match := _PAGE.fullmatch(name))}


def _text(folder: Path, blob: str) -> str:
    return _git(folder, "cat-file", "blob", blob).decode("utf-8", "replace")


def _lines(folder: Path, *arguments: str) -> list[str]:
    return [line for line in os.fsdecode(_git(folder, *arguments)).split("\0") if line]


def _git(folder: Path, *arguments: str) -> bytes:
    try:
        done = subprocess.run(["git", *arguments], cwd=folder, capture_output=True)  # noqa: S603, S607
    except FileNotFoundError:
        return b""
    return done.stdout if done.returncode == 0 else b""
