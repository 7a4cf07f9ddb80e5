"""Has `tests/warm_process.py` run a module as if it were this one: `ask_warm.py SOCKET MODULE ...`."""

import json
import os
import socket
import sys


def main(address: str, *arguments: str) -> None:
    """Ask, and end as the module does."""
    asked = {"folder": os.getcwd(), "environment": dict(os.environ), "arguments": arguments}  # noqa: PTH109 # it takes long
    with socket.socket(socket.AF_UNIX) as connection:
        connection.connect(address)
        message = json.dumps(asked).encode()
        socket.send_fds(connection, [message[:1]], [0, 1, 2])
        connection.sendall(message[1:])
        connection.shutdown(socket.SHUT_WR)
        sys.exit(int(connection.recv(10)))


if __name__ == "__main__":
    main(*sys.argv[1:])
