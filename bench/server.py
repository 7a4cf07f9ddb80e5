"""A local server that gzips as static hosts do, counts what it sends, and can be as slow as a phone."""

import functools
import gzip
import threading
import time
from dataclasses import dataclass, field
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path


@dataclass
class Line:
    """A line between server and browser, and what has gone over it."""

    latency: float = 0
    """Seconds before each answer."""
    rate: float = 0
    """Bytes a second, over all connections; 0 is without limit."""
    sent: int = 0
    """Bytes so far: bodies as sent, and headers."""
    requests: int = 0
    _free: float = 0
    _lock: threading.Lock = field(default_factory=threading.Lock)

    def send(self, size: int) -> None:
        """Wait as long as so many bytes take, after those that are already on their way."""
        with self._lock:
            self.sent += size
            self.requests += 1
            begin = max(time.monotonic() + self.latency, self._free)
            self._free = begin + (size / self.rate if self.rate else 0)
            done = self._free
        time.sleep(max(0.0, done - time.monotonic()))


SLOW_4G = (0.15, 1_600_000 / 8)
"""Latency in seconds and bytes a second, as Chromium's preset has them."""


_COMPRESSED = {".html", ".js", ".css", ".json", ".txt", ".svg", ".wasm"}
"""Static hosts leave what is compressed already, and unknown binary files, as they are."""


@functools.cache
def _body(path: Path) -> bytes:
    data = path.read_bytes()
    return gzip.compress(data, 6, mtime=0) if path.suffix in _COMPRESSED else data


class _Handler(SimpleHTTPRequestHandler):
    protocol_version = "HTTP/1.1"
    # An answer goes out in one piece, as from static hosts: of two, the kernel would hold the second back.
    disable_nagle_algorithm = True
    wbufsize = -1
    line: Line

    def do_GET(self) -> None:
        """Answer with the file, gzipped."""
        path = Path(self.translate_path(self.path))
        path = path / "index.html" if path.is_dir() else path
        if not path.is_file():
            self.send_error(404)
            return
        body = _body(path)
        self.line.send(len(body) + 200)
        self.send_response(200)
        self.send_header("Content-Type", self.guess_type(path))
        if path.suffix in _COMPRESSED:
            self.send_header("Content-Encoding", "gzip")
        self.send_header("Cache-Control", "max-age=600")
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)

    def log_message(self, *_: object) -> None:
        """Say nothing."""


def serve(folder: Path, line: Line) -> str:
    """Serve a folder over a line until the process ends; returns its address."""
    handler = type("Handler", (_Handler,), {"line": line})
    server = ThreadingHTTPServer(("127.0.0.1", 0), functools.partial(handler, directory=str(folder)))
    threading.Thread(target=server.serve_forever, daemon=True).start()
    return f"http://127.0.0.1:{server.server_port}/"
