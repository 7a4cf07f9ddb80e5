"""The scripts of the search worker, in Node: what needs neither a page nor an index."""

import json
import subprocess
from typing import Any

from generator.search.scripts import LUNR, WORKER
from tests.node import command
from tests.sites import ROOT

_NAMES = [LUNR, *(name for name in WORKER if name != "worker/listen")]


def call(function: str, argument: object) -> Any:
    """Return what a function in JavaScript, which uses the names of the scripts, makes of an argument."""
    program = (*command("node"), str(ROOT / "tests/scripts/call.js"), function, *_NAMES)
    done = subprocess.run(
        program, input=json.dumps(argument), stdout=subprocess.PIPE, encoding="utf-8", check=True
    )
    return json.loads(done.stdout)
