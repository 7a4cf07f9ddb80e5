"""The number of the format of `content/`: newer programs read older ones, older ones refuse newer ones."""

from pathlib import Path

from ..papers.errors import ArchiveError, open_conflict
from ..text.plain import conflict_line
from .files import write

FORMAT = 1
"""What this program writes. See docs for what each number means."""

FORMAT_FILE = "format.txt"
"""Where an archive says it; one without the file is of format 1."""


def check_format(content: Path) -> None:
    """Raise ArchiveError for an archive of a format that this program does not know."""
    file = content / FORMAT_FILE
    text = file.read_text("utf-8", "replace").strip() if file.exists() else "1"
    if line := conflict_line(f"{text}\n"):
        raise open_conflict(file.relative_to(content.parent).as_posix(), line)
    if not (text.isascii() and text.isdigit() and 1 <= int(text[:9]) <= FORMAT):
        known = "1" if FORMAT == 1 else f"1 to {FORMAT}"
        raise ArchiveError(
            f"{file}: found format {text[:40]!r}; allowed: {known}; use a newer release of dailypapers"
        )


def format_text() -> str:
    """Give what the file says in an archive of the format that this program writes."""
    return f"{FORMAT}\n"


def write_format(content: Path) -> bool:
    """Say of which format an archive is; tell whether that changed anything."""
    return write(content / FORMAT_FILE, format_text())
