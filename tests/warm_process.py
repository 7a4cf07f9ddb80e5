"""The process that `tests/warm.py` asks, which has imported what commands import."""

import json
import os
import runpy
import socket
import sys
import tempfile
import traceback
from contextlib import suppress
from importlib import import_module
from socketserver import ForkingMixIn, StreamRequestHandler, UnixStreamServer

_IMPORTED = (
    "generator.doors.digest", "generator.doors.network", "generator.doors.plugin", "generator.doors.topics",
    "material", "mkdocs.commands.build", "mkdocs.livereload", "tests.faulty_server", "time_machine",
)  # fmt: skip


class _Handler(StreamRequestHandler):
    """Runs, in a fork, what one connection asks for, and answers with the exit code."""

    def handle(self) -> None:
        start, files, _, _ = socket.recv_fds(self.request, 1, 3)
        asked = json.loads(start + self.rfile.read())
        for number, file in enumerate(files):
            os.dup2(file, number)
        os.chdir(asked["folder"])
        os.environ.clear()
        os.environ.update(asked["environment"])
        sys.path[0] = asked["folder"]
        sys.argv = asked["arguments"]
        self.wfile.write(str(_exit_code(sys.argv[0])).encode())


class _Server(ForkingMixIn, UnixStreamServer):
    parent = os.getppid()

    def service_actions(self) -> None:
        """End where the process that started this one was killed."""
        super().service_actions()
        if os.getppid() != self.parent:
            sys.exit()


def _exit_code(module: str) -> int:
    """Run a module as `python -m` does, and give the exit code."""
    try:
        runpy.run_module(module, run_name="__main__", alter_sys=True)
    except SystemExit as end:
        return end.code if isinstance(end.code, int) else int(end.code is not None)
    except BaseException:
        traceback.print_exc()
        return 1
    finally:
        sys.stdout.flush()
    return 0


def main() -> None:
    """Say where to ask, then answer."""
    sys.modules["pytest"] = None  # type: ignore[assignment] # time_machine would load it, in every command
    for name in _IMPORTED:
        import_module(name)
    with tempfile.TemporaryDirectory() as folder, _Server(f"{folder}/socket", _Handler) as server:
        print(server.server_address, flush=True)
        with suppress(KeyboardInterrupt):
            server.serve_forever()


if __name__ == "__main__":
    main()
