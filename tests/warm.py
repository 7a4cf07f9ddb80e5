"""Commands that start at once: in a fork of a process that has imported what they import.

That process ends with the one that started it.
"""

import atexit
import os
import signal
import socket
import subprocess
import sys
from functools import cache
from pathlib import Path

ROOT = Path(__file__).parent.parent


def command(module: str, *arguments: str) -> tuple[str, ...]:
    """Give a command that does what `python -m` does, sooner, with this project on the path.

    Where there are no such sockets, as on Windows, it is that one.
    """
    if not hasattr(socket, "AF_UNIX"):
        return (sys.executable, "-m", module, *arguments)
    return (sys.executable, "-IS", str(ROOT / "tests" / "ask_warm.py"), _address(), module, *arguments)


@cache
def _address() -> str:
    """Start the process and give the address of its socket."""
    process = subprocess.Popen(
        [sys.executable, "-m", "tests.warm_process"],
        env={**os.environ, "PYTHONPATH": str(ROOT)},
        stdin=subprocess.DEVNULL,
        stdout=subprocess.PIPE,
        text=True,
    )
    atexit.register(_end, process)
    assert process.stdout
    return process.stdout.readline().strip()


def _end(process: subprocess.Popen[str]) -> None:
    process.send_signal(signal.SIGINT)
    process.communicate()
