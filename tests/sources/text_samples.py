"""Invented texts in the layouts of real pages, as a browser copies them: `layouts/`."""

from pathlib import Path

_FOLDER = Path(__file__).parent / "layouts"

COUNTED, NEW, RECENT, TITLED, TRENDING = (
    (_FOLDER / f"{name}.txt").read_text("utf-8")
    for name in ("counted", "new", "recent", "titled", "trending")
)
