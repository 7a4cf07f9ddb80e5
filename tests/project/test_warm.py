import os
import signal
import socket
import subprocess
import sys
import time
from pathlib import Path

import pytest

from tests import warm
from tests.sites import ROOT

MODULES = {
    "says.py": "import os, sys; print(os.getcwd(), sys.argv[1:], os.environ['ME'], sys.stdin.read())",
    "ends.py": "import sys; print('no', file=sys.stderr); sys.exit(3)",
    "fails.py": "import json; json.loads('{')",
}


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    for name, text in MODULES.items():
        (tmp_path / name).write_text(text)
    return tmp_path


def started(command: tuple[str, ...], folder: Path) -> subprocess.CompletedProcess[str]:
    environment = {**os.environ, "ME": "a wombat"}
    return subprocess.run(command, cwd=folder, env=environment, input="Hello", capture_output=True, text=True)


@pytest.mark.parametrize(("module", "code"), [("says", 0), ("ends", 3), ("fails", 1)])
def test_a_command_does_what_python_does(folder: Path, module: str, code: int) -> None:
    cold = started((sys.executable, "-m", module, "one", "two"), folder)
    again = [started(warm.command(module, "one", "two"), folder) for _ in range(2)]

    assert cold.returncode == code
    for done in again:
        assert (done.returncode, done.stdout) == (code, cold.stdout)
        assert done.stderr.splitlines()[-1:] == cold.stderr.splitlines()[-1:]


@pytest.mark.skipif(not hasattr(socket, "AF_UNIX"), reason="there are no such sockets")
def test_nothing_goes_on_when_the_tests_have_ended() -> None:
    program = "from tests import warm; print(warm.command('one')[3]); input()"
    for end in ("\n", None):
        tests = subprocess.Popen(
            [sys.executable, "-c", program],
            cwd=ROOT, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True,
        )  # fmt: skip
        assert tests.stdout
        address = Path(tests.stdout.readline().strip())
        assert address.is_socket()
        if end is None:
            tests.send_signal(signal.SIGKILL)
        tests.communicate(end)
        while address.exists():
            time.sleep(0.02)
