"""A day as an option of a command."""

from datetime import date

import click

METAVAR = "YYYY-MM-DD"


def to_day(text: str) -> date:
    """Give the day that `text` is; raise BadParameter for anything else."""
    try:
        day = date.fromisoformat(text)
    except ValueError:
        day = None
    if day is None or day.isoformat() != text:  # Python takes a week for its Monday
        raise click.BadParameter(f"{text!r} is not a day such as 2025-08-06")
    return day
