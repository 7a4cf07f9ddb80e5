"""Every check of the project, one after the other: `python -m tests`."""

import subprocess
import sys
import time

CHECKS = {
    "style": ("ruff", "check"),
    "format": ("ruff", "format", "--check"),
    "types": ("mypy",),
    "tests": ("pytest", "--numprocesses=auto", "--dist=loadfile"),
}


def passes(name: str, command: tuple[str, ...]) -> bool:
    """Run one check and tell whether it found nothing."""
    print(f"==> {name}: {' '.join(command)}", flush=True)
    return subprocess.run([sys.executable, "-m", *command]).returncode == 0


def main() -> int:
    """Run all checks, even after one has failed, and sum up; return the exit code."""
    failed = 0
    summary = []
    for name, command in CHECKS.items():
        start = time.monotonic()
        passed = passes(name, command)
        failed += not passed
        summary.append(f"{name:8}{'ok' if passed else 'FAILED':8}{time.monotonic() - start:6.1f} s")
    print("", *summary, sep="\n")
    return 1 if failed else 0


if __name__ == "__main__":
    sys.exit(main())
