"""Runs MkDocs on another day: `python -m tests.another_day 2031-02-03 build --strict`."""

import sys

import time_machine
from mkdocs.__main__ import cli

if __name__ == "__main__":
    day, *arguments = sys.argv[1:]
    with time_machine.travel(day):
        cli(arguments)
