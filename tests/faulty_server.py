"""A real web server on this machine that misbehaves on demand."""

import gzip
import os
import socket
import struct
import threading
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from types import MappingProxyType
from typing import Any

Reply = Callable[[BaseHTTPRequestHandler], None]
"""What the server does with a request."""


@dataclass
class Asked:
    """One request as it came in."""

    path: str
    headers: dict[str, str]
    port: int
    """The client's port, which tells its connections apart."""


@dataclass
class FaultyServer:
    """Replies by path: one after the other, the last one again and again; 404 where there is none."""

    url: str
    routes: dict[str, list[Reply]] = field(default_factory=dict)
    asked: list[Asked] = field(default_factory=list)
    ending: threading.Event = field(default_factory=threading.Event)
    """Set when the test is over, so that nothing has to be waited for."""

    def on(self, path: str, *replies: Reply) -> str:
        """Reply to `path` in this way; give its address."""
        self.routes[path] = list(replies)
        return self.url + path

    def paths(self) -> list[str]:
        """Give the paths asked for, in order."""
        return [asked.path for asked in self.asked]


@contextmanager
def serve() -> Iterator[FaultyServer]:
    """Run a server as long as the context lasts."""

    class Handler(BaseHTTPRequestHandler):
        protocol_version = "HTTP/1.1"
        disable_nagle_algorithm = True

        def do_GET(self) -> None:
            server.asked.append(Asked(self.path, dict(self.headers), self.client_address[1]))
            replies = server.routes.get(self.path, [answer(b"", status=404)])
            reply = replies.pop(0) if len(replies) > 1 else replies[0]
            reply(self)

        def log_message(self, *_: Any) -> None:
            pass

    class Web(ThreadingHTTPServer):
        daemon_threads = True

        def handle_error(self, *_: Any) -> None:
            """Say nothing of clients that went away: that is what they are here for."""

    web = Web(("127.0.0.1", 0), Handler)
    server = FaultyServer(f"http://127.0.0.1:{web.server_port}")
    thread = threading.Thread(target=web.serve_forever, kwargs={"poll_interval": 0.01})
    thread.start()
    try:
        yield server
    finally:
        server.ending.set()
        web.shutdown()
        thread.join()
        web.server_close()


def answer(
    body: bytes = b"[]", status: int = 200, headers: Mapping[str, str] = MappingProxyType({})
) -> Reply:
    """Reply as one should."""

    def reply(request: BaseHTTPRequestHandler) -> None:
        request.send_response(status)
        for name, value in ({"Content-Length": str(len(body))} | dict(headers)).items():
            request.send_header(name, value)
        request.end_headers()
        request.wfile.write(body)

    return reply


def versioned(body: bytes, headers: Mapping[str, str]) -> Reply:
    """Reply with 304 to a request that names one of `headers` (ETag, Last-Modified), else with the body."""

    def reply(request: BaseHTTPRequestHandler) -> None:
        named = {request.headers.get("If-None-Match"), request.headers.get("If-Modified-Since")}
        if named & set(headers.values()):
            request.send_response(304)
            request.end_headers()
        else:
            answer(body, headers=headers)(request)

    return reply


def redirect(target: str, status: int = 302) -> Reply:
    """Reply with another address."""
    return answer(b"", status, {"Location": target})


def cut(body: bytes, at: int) -> Reply:
    """Promise all of `body`, send the beginning, and close."""

    def reply(request: BaseHTTPRequestHandler) -> None:
        answer(body[:at], headers={"Content-Length": str(len(body))})(request)
        request.close_connection = True

    return reply


def cut_chunk(body: bytes) -> Reply:
    """Send `body` as a chunk of a chunked answer whose end never comes."""

    def reply(request: BaseHTTPRequestHandler) -> None:
        request.send_response(200)
        request.send_header("Transfer-Encoding", "chunked")
        request.end_headers()
        request.wfile.write(b"%x\r\n%s\r\n" % (len(body), body))
        request.close_connection = True

    return reply


def reset(body: bytes) -> Reply:
    """Send the beginning of an answer, then break the connection off (RST)."""

    def reply(request: BaseHTTPRequestHandler) -> None:
        answer(body, headers={"Content-Length": str(len(body) + 1000)})(request)
        request.connection.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, struct.pack("ii", 1, 0))
        os.close(request.connection.detach())
        request.close_connection = True

    return reply


def silent(server: FaultyServer) -> Reply:
    """Say nothing until the test is over."""

    def reply(request: BaseHTTPRequestHandler) -> None:
        server.ending.wait(10)
        request.close_connection = True

    return reply


def raw(data: bytes) -> Reply:
    """Send bytes as they are, HTTP or not, and close."""

    def reply(request: BaseHTTPRequestHandler) -> None:
        request.wfile.write(data)
        request.close_connection = True

    return reply


def drip(server: FaultyServer, begin: bytes, piece: bytes, pause: float = 0.02) -> Reply:
    """Send raw bytes, then a piece after each pause, for as long as somebody listens."""

    def reply(request: BaseHTTPRequestHandler) -> None:
        request.close_connection = True
        request.wfile.write(begin)
        while not server.ending.wait(pause):
            request.wfile.write(piece)

    return reply


def packed(body: bytes) -> Reply:
    """Reply with `body`, gzipped."""
    return answer(gzip.compress(body), headers={"Content-Encoding": "gzip"})
