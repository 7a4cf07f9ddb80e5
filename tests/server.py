"""A static server that answers as GitHub Pages does, and remembers what it was asked.

A site lives under a prefix, its folders answer with their index.html, text goes out gzipped, and what is
absent gets the site's own 404.html (https://docs.github.com/pages).
"""

import gzip
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from functools import partial
from http import HTTPStatus
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from threading import Thread
from typing import Protocol
from urllib.parse import unquote, urlsplit

TYPES = {
    ".atom": "application/atom+xml",
    ".css": "text/css; charset=utf-8",
    ".gz": "application/gzip",
    ".html": "text/html; charset=utf-8",
    ".ico": "image/vnd.microsoft.icon",
    ".jpg": "image/jpeg",
    ".js": "text/javascript; charset=utf-8",
    ".json": "application/json; charset=utf-8",
    ".map": "application/json; charset=utf-8",
    ".md": "text/markdown; charset=utf-8",
    ".mjs": "text/javascript; charset=utf-8",
    ".png": "image/png",
    ".svg": "image/svg+xml",
    ".txt": "text/plain; charset=utf-8",
    ".webmanifest": "application/manifest+json",
    ".woff2": "font/woff2",
    ".xml": "application/xml",
}
COMPRESSED = frozenset(TYPES) - {".gz", ".ico", ".jpg", ".png", ".woff2"}


@dataclass(frozen=True)
class Request:
    """What was asked of the server."""

    host: str
    """The Host header: name and port."""
    path: str
    """Path and query, as sent."""


@dataclass(frozen=True)
class Server:
    """A site that is being served."""

    url: str
    """The address of its home page, with a slash at the end."""
    requests: list[Request] = field(default_factory=list)
    """All requests so far, in the order of their arrival."""


class Serve(Protocol):
    """Serves a directory under a prefix (`/` or `/name/`) until the test is over."""

    def __call__(self, directory: Path, prefix: str = "/") -> Server: ...


@dataclass(frozen=True)
class Answer:
    """What the server says to one request."""

    status: HTTPStatus
    body: bytes = b""
    suffix: str = ".html"
    location: str | None = None


def answer(directory: Path, prefix: str, target: str) -> Answer:
    """Return what GitHub Pages would answer when asked for target, a path with an optional query."""
    address = urlsplit(target)
    if not address.path.startswith(prefix):
        return Answer(HTTPStatus.NOT_FOUND)
    file = (directory / unquote(address.path.removeprefix(prefix))).resolve()
    if file.is_dir() and not address.path.endswith("/"):
        moved = address._replace(path=f"{address.path}/").geturl()
        return Answer(HTTPStatus.MOVED_PERMANENTLY, location=moved)
    if address.path.endswith("/"):
        file /= "index.html"
    if file.is_file() and file.is_relative_to(directory.resolve()):
        return Answer(HTTPStatus.OK, file.read_bytes(), file.suffix)
    lost = directory / "404.html"
    return Answer(HTTPStatus.NOT_FOUND, lost.read_bytes() if lost.is_file() else b"")


@contextmanager
def serving(directory: Path, prefix: str = "/") -> Iterator[Server]:
    """Serve a directory under a prefix, on a free port of this machine."""
    requests: list[Request] = []
    handler = partial(_Handler, directory, prefix, requests)
    with _QuietServer(("127.0.0.1", 0), handler) as http:
        thread = Thread(target=http.serve_forever, kwargs={"poll_interval": 0.05})
        thread.start()
        try:
            yield Server(f"http://127.0.0.1:{http.server_port}{prefix}", requests)
        finally:
            http.shutdown()
            thread.join()


class _Handler(BaseHTTPRequestHandler):
    protocol_version = "HTTP/1.1"

    def __init__(self, directory: Path, prefix: str, requests: list[Request], *connection: object) -> None:
        self.directory = directory
        self.prefix = prefix
        self.requests = requests
        super().__init__(*connection)  # type: ignore[arg-type]

    def do_GET(self) -> None:
        self.requests.append(Request(self.headers.get("Host", ""), self.path))
        said = answer(self.directory, self.prefix, self.path)
        body = said.body
        self.send_response(said.status)
        self.send_header("Content-Type", TYPES.get(said.suffix, "application/octet-stream"))
        self.send_header("Cache-Control", "max-age=600")
        if said.location:
            self.send_header("Location", said.location)
        if said.suffix in COMPRESSED:
            self.send_header("Vary", "Accept-Encoding")
            if "gzip" in self.headers.get("Accept-Encoding", ""):
                body = gzip.compress(body, mtime=0)
                self.send_header("Content-Encoding", "gzip")
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        if self.command != "HEAD":
            self.wfile.write(body)

    def do_HEAD(self) -> None:
        self.do_GET()

    def log_message(self, format: str, *args: object) -> None:
        """Say nothing: the requests are kept."""


class _QuietServer(ThreadingHTTPServer):
    daemon_threads = True

    def handle_error(self, request: object, client_address: object) -> None:
        """Say nothing: browsers hang up whenever they like."""
