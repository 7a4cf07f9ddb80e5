"""Every check of the project (`python -m tests`), or one stage alone (`python -m tests search`)."""

import argparse
import subprocess
import sys
import time
from collections.abc import Mapping
from pathlib import Path

CHECKS = {
    "style": ("ruff", "check"),
    "format": ("ruff", "format", "--check"),
    "types": ("mypy",),
    "js style": ("tests.node", "biome", "lint", "--error-on-warnings"),
    "js types": ("tests.node", "tsc"),
    "js tests": ("tests.node", "node", "--test", "--test-reporter=dot", "tests/scripts/*.test.js"),
    "tests": ("pytest", "--numprocesses=auto", "--dist=loadfile", "--no-loadscope-reorder"),
}
STAGES = sorted(path.parent.name for path in Path(__file__).parent.glob("*/__init__.py"))


def checks_of(stage: str | None) -> Mapping[str, tuple[str, ...]]:
    """Give the checks by name: all, or the tests and the doctests of one stage."""
    if stage is None:
        return CHECKS
    folders = [folder for folder in (f"tests/{stage}", f"generator/{stage}") if Path(folder).is_dir()]
    return {stage: (*CHECKS["tests"], *folders)}


def passes(name: str, command: tuple[str, ...]) -> bool:
    """Run one check and tell whether it found nothing."""
    print(f"==> {name}: {' '.join(command)}", flush=True)
    return subprocess.run([sys.executable, "-m", *command]).returncode == 0


def main() -> int:
    """Run the checks, even after one has failed, and sum up; return the exit code."""
    parser = argparse.ArgumentParser(prog="python -m tests", description=main.__doc__)
    parser.add_argument("stage", nargs="?", choices=STAGES, help="run the tests of this stage alone")
    failed = 0
    summary = []
    for name, command in checks_of(parser.parse_args().stage).items():
        start = time.monotonic()
        passed = passes(name, command)
        failed += not passed
        summary.append(f"{name:10}{'ok' if passed else 'FAILED':8}{time.monotonic() - start:6.1f} s")
    print("", *summary, sep="\n")
    return 1 if failed else 0


if __name__ == "__main__":
    sys.exit(main())
