"""What the tests may install on the machine they run on: Debian's packages, where that is allowed."""

import os
import shutil
import subprocess
import sys
from collections.abc import Sequence


def install(package: str) -> bool:
    """Install a Debian package, as root or with a `sudo` that asks nothing; tell whether it is there."""
    admin = _administrator()
    if admin is None or not shutil.which("apt-get"):
        return False
    apt = (*admin, "env", "DEBIAN_FRONTEND=noninteractive", "apt-get", "-qq")
    return run(*apt, "update") and run(*apt, "install", "--no-install-recommends", "--yes", package)


def run(*command: str) -> bool:
    """Run a command, its output on standard error, and tell whether it succeeded."""
    print(f"==> {' '.join(command)}", file=sys.stderr, flush=True)
    return subprocess.run(command, stdin=subprocess.DEVNULL, stdout=sys.stderr).returncode == 0


def _administrator() -> Sequence[str] | None:
    """Return what to put before a command to run it as root, None where nobody lets us."""
    if os.geteuid() == 0:
        return ()
    if shutil.which("sudo") and subprocess.run(["sudo", "-n", "true"], capture_output=True).returncode == 0:
        return ("sudo", "-n")
    return None
