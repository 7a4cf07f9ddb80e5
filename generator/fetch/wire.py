"""Connections whose every read ends at a deadline, whatever a server drips.

A timeout of urllib3 holds for one read. A server that sends a byte of a header, a `100 Continue` or a chunk's
extension now and then outlasts any number of them, so the clock has to run where the bytes come in.
"""

import io
import socket
from collections.abc import Callable
from http.client import HTTPResponse
from typing import Any

from urllib3 import HTTPConnectionPool, HTTPSConnectionPool, PoolManager
from urllib3.connection import HTTPConnection, HTTPSConnection


def put_on_the_clock(pools: PoolManager, left: Callable[[], float]) -> None:
    """Have all that comes in on the connections of `pools` come in within `left()` seconds.

    A read when none are left raises TimeoutError, which urllib3 makes a ReadTimeoutError.
    """

    def response(sock: socket.socket, *args: Any, **kwargs: Any) -> HTTPResponse:
        return HTTPResponse(_TimedSocket(sock, left), *args, **kwargs)  # type: ignore[arg-type]

    class TimedHTTP(HTTPConnectionPool):
        ConnectionCls = type("TimedHTTP", (HTTPConnection,), {"response_class": staticmethod(response)})

    class TimedHTTPS(HTTPSConnectionPool):
        ConnectionCls = type("TimedHTTPS", (HTTPSConnection,), {"response_class": staticmethod(response)})

    pools.pool_classes_by_scheme = {"http": TimedHTTP, "https": TimedHTTPS}


class _TimedSocket:
    """What an HTTPResponse takes of a socket: a file to read from."""

    def __init__(self, sock: socket.socket, left: Callable[[], float]) -> None:
        self._sock = sock
        self._left = left

    def makefile(self, mode: str) -> io.BufferedReader:
        return io.BufferedReader(_TimedBytes(self._sock, self._left))


class _TimedBytes(io.RawIOBase):
    """The bytes of a socket; a read waits as long as one may, and not longer than is left."""

    def __init__(self, sock: socket.socket, left: Callable[[], float]) -> None:
        self._sock = sock
        self._left = left
        self._longest = sock.gettimeout() or float("inf")
        self._bytes = sock.makefile("rb", buffering=0)  # keeps the socket open while it is read

    def readable(self) -> bool:
        return True

    def readinto(self, buffer: Any) -> int | None:
        if (left := self._left()) <= 0:
            raise TimeoutError("the time is up")
        self._sock.settimeout(min(left, self._longest))
        return self._bytes.readinto(buffer)

    def close(self) -> None:
        self._bytes.close()
        super().close()
