"""What tests of several modules share."""

import functools
import gzip
import threading
from collections.abc import Callable, Iterator
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from shutil import which

import pytest
from playwright.sync_api import Browser, sync_playwright

Serve = Callable[..., str]


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    """Chromium, without anything that it downloads by itself."""
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(
            executable_path=which("chromium"),
            args=[
                "--no-sandbox",
                "--disable-background-networking",
                "--disable-component-update",
                "--disable-sync",
                "--no-first-run",
            ],
        )
        yield browser
        browser.close()


class _Gzipped(SimpleHTTPRequestHandler):
    """Serves a folder below a prefix, gzipped, as static hosts do."""

    protocol_version = "HTTP/1.1"
    prefix = ""

    def do_GET(self) -> None:
        path = Path(self.translate_path(self.path.removeprefix(self.prefix)))
        path = path / "index.html" if path.is_dir() else path
        if not self.path.startswith(self.prefix + "/") or not path.is_file():
            self.send_error(404)
            return
        body = gzip.compress(path.read_bytes(), 6)
        self.send_response(200)
        self.send_header("Content-Type", self.guess_type(path))
        self.send_header("Content-Encoding", "gzip")
        self.send_header("Cache-Control", "max-age=600")
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)

    def log_message(self, *_: object) -> None:
        pass


@pytest.fixture(scope="session")
def serve() -> Iterator[Serve]:
    """Return a function that serves a folder, below a prefix if one is given, and returns its address."""
    servers = []

    def start(folder: Path, prefix: str = "") -> str:
        handler = type("Handler", (_Gzipped,), {"prefix": prefix.rstrip("/")})
        server = ThreadingHTTPServer(("127.0.0.1", 0), functools.partial(handler, directory=str(folder)))
        threading.Thread(target=server.serve_forever, daemon=True).start()
        servers.append(server)
        return f"http://127.0.0.1:{server.server_port}{prefix.rstrip('/')}/"

    yield start
    for server in servers:
        server.shutdown()
        server.server_close()
