"""What sources add of their own, and an archive may leave out."""

from collections.abc import Collection
from dataclasses import replace
from typing import Any

from .records import Paper

OPTIONAL = ("votes", "summary", "topics", "submitted_by", "organization")
"""Fields that a source adds of its own, and an archive can do without."""


def without(paper: Paper, fields: Collection[str]) -> Paper:
    """Give `paper` without the OPTIONAL `fields`."""
    if not fields:
        return paper
    absent: dict[str, Any] = {name: () if name == "topics" else None for name in fields}
    return replace(paper, **absent)
