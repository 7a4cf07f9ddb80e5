"""What became of listings, as text for people and as JSON for programs."""

import json
from collections.abc import Sequence
from dataclasses import asdict
from datetime import date

from ..archive.add import Tally
from ..papers.records import Rejection

_SHOWN = 10
"""Items of one kind that are named before they are only counted."""


def summary(tally: Tally, *, dry_run: bool) -> str:
    """Give a tally for people: a line of counts, then what deserves a look."""
    counts = {
        "received": tally.received,
        "new": len(tally.new),
        "relisted": len(tally.relisted),
        "changed": len(tally.changed),
        "unchanged": tally.unchanged,
        "repeated": tally.repeated,
        "taken down": tally.removed,
        "rejected": len(tally.rejected),
    }
    always = ("received", "new", "relisted", "rejected", "unchanged")
    lines = [", ".join(f"{count:,} {name}" for name, count in counts.items() if count or name in always)]
    if tally.days:
        lines.append(f"Days: {some([_day(day, tally) for day in sorted(set(tally.days))])}")
    if tally.replaced:
        lines.append(f"Characters that HTML forbids, replaced: {tally.replaced:,}")
    if tally.ignored:
        lines.append(f"Keys that were not looked at: {some(sorted(tally.ignored))}")
    if tally.left_out:
        lines.append(f"Listing days, links and topics beyond what a paper may have: {tally.left_out:,}")
    lines += [describe(name, rejection) for name, rejection in tally.rejected]
    if dry_run:
        for name, ids in (("new", tally.new), ("relisted", tally.relisted), ("changed", tally.changed)):
            lines += [f"{name}: {paper_id}" for paper_id in ids]
        lines.append("Nothing was written (--dry-run).")
    return "\n".join(lines)


def _day(day: date, tally: Tally) -> str:
    remarks = (
        *(["the year is inferred; --year states it"] if day in tally.inferred else ()),
        *(["part of a list"] if day in tally.partial else ()),
    )
    return f"{day} ({'; '.join(remarks)})" if remarks else str(day)


def as_json(tally: Tally, **more: object) -> str:
    """Give a tally for programs, and `more` that goes with it."""
    return json.dumps(
        {
            "received": tally.received,
            "new": tally.new,
            "relisted": tally.relisted,
            "changed": tally.changed,
            "unchanged": tally.unchanged,
            "repeated": tally.repeated,
            "removed": tally.removed,
            "rejected": [{"listing": name, **asdict(rejection)} for name, rejection in tally.rejected],
            "replaced": tally.replaced,
            "ignored": sorted(tally.ignored),
            **({"left_out": tally.left_out} if tally.left_out else {}),
            "inferred": sorted(day.isoformat() for day in tally.inferred),
            "partial": sorted(day.isoformat() for day in tally.partial),
            "days": sorted({day.isoformat() for day in tally.days}),
            **more,
        },
        indent=2,
    )


def describe(name: str, rejection: Rejection) -> str:
    """Give one rejection on one line, with the name of its listing."""
    lines = (
        f"{rejection.first}-{rejection.last}" if rejection.last > rejection.first else str(rejection.first)
    )
    return f"{name}:{lines}: rejected, {rejection.reason}: {rejection.text[:80]}"


def some(items: Sequence[str]) -> str:
    """Name the first of many items, and count the rest."""
    more = f" and {len(items) - _SHOWN:,} more" if len(items) > _SHOWN else ""
    return ", ".join(items[:_SHOWN]) + more
