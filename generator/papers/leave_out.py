"""What sources add of their own, and an archive may leave out."""

from collections.abc import Collection
from dataclasses import replace
from typing import Any

from .records import Day, Paper, Receipt

OPTIONAL = ("votes", "summary", "topics", "submitted_by", "organization")
"""Fields that a source adds of its own, and an archive can do without."""

UNQUOTED = "…"
"""What stands in the place of a quote that is left out."""


def without(paper: Paper, fields: Collection[str]) -> Paper:
    """Give `paper` without the OPTIONAL `fields`."""
    if not fields:
        return paper
    absent: dict[str, Any] = {name: () if name == "topics" else None for name in fields}
    return replace(paper, **absent)


def unquoted(day: Day, fields: Collection[str]) -> Day:
    """Give `day` without what rejected entries say, where `fields` are left out: it could be any of them.

    The text of a page is quoted all the same: it has none of them in what is rejected of it.
    """
    if not fields:
        return day
    return replace(day, receipts=tuple(unquoted_receipt(each, fields) for each in day.receipts))


def unquoted_receipt(receipt: Receipt, fields: Collection[str]) -> Receipt:
    """Give one receipt of a day so."""
    if not fields or receipt.source == "text":
        return receipt
    return replace(receipt, rejections=tuple(replace(each, text=UNQUOTED) for each in receipt.rejections))
