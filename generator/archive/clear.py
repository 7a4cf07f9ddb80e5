"""Starting an empty archive in place of another."""

import shutil
from pathlib import Path

from .files import write
from .format import write_format

_PAGES = {
    "index.md": "---\ntitle: Home\ntemplate: home.html\n---\n",
    "about.md": "# About\n\nWhat this archive is, and who keeps it.\n",
}


def clear(content: Path) -> None:
    """Delete papers, days, listings, topics and addresses below `content`; pages written by hand stay."""
    for folder in ("papers", "listings"):
        if (content / folder).exists():
            shutil.rmtree(content / folder)
    for name in ("addresses.txt", "slugs.txt", "topics.yml"):
        (content / name).unlink(missing_ok=True)
    (content / "listings").mkdir(parents=True)
    write_format(content)
    for name, text in _PAGES.items():
        if not (content / name).exists():
            write(content / name, text)
