import gzip
from http.client import HTTPConnection, HTTPResponse
from pathlib import Path
from urllib.parse import urlsplit

import pytest

from tests.server import Request, Serve, Server

FILES = {
    "index.html": "home",
    "404.html": "lost",
    "papers/index.html": "papers",
    "script.js": "let it",
    "feed.xml": "<feed/>",
    "font.woff2": "font",
}

ANSWERS = {
    "/archive/": (200, "text/html; charset=utf-8", "home"),
    "/archive/papers/": (200, "text/html; charset=utf-8", "papers"),
    "/archive/papers/?q=x": (200, "text/html; charset=utf-8", "papers"),
    "/archive/script.js": (200, "text/javascript; charset=utf-8", "let it"),
    "/archive/feed.xml": (200, "application/xml", "<feed/>"),
    "/archive/font.woff2": (200, "font/woff2", "font"),
    "/archive/absent/": (404, "text/html; charset=utf-8", "lost"),
    "/archive/script.js/": (404, "text/html; charset=utf-8", "lost"),
    "/archive/../../secret.txt": (404, "text/html; charset=utf-8", "lost"),
    "/archive/%2e%2e/secret.txt": (404, "text/html; charset=utf-8", "lost"),
    "/": (404, "text/html; charset=utf-8", ""),
}


@pytest.fixture
def server(tmp_path: Path, serve: Serve) -> Server:
    (tmp_path / "secret.txt").write_text("secret")
    for name, text in FILES.items():
        file = tmp_path / "site" / name
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(text)
    return serve(tmp_path / "site", "/archive/")


def get(server: Server, path: str, **headers: str) -> tuple[HTTPResponse, bytes]:
    connection = HTTPConnection(urlsplit(server.url).netloc, timeout=10)
    connection.request("GET", path, headers=headers)
    response = connection.getresponse()
    body = response.read()
    connection.close()
    return response, body


@pytest.mark.parametrize(("path", "expected"), ANSWERS.items(), ids=ANSWERS)
def test_answers(server: Server, path: str, expected: tuple[int, str, str]) -> None:
    response, body = get(server, path)

    assert (response.status, response.getheader("Content-Type"), body.decode()) == expected


def test_a_folder_without_its_slash_is_redirected(server: Server) -> None:
    response, _ = get(server, "/archive/papers?q=x")

    assert (response.status, response.getheader("Location")) == (301, "/archive/papers/?q=x")


@pytest.mark.parametrize(("path", "encoding"), [("/archive/", "gzip"), ("/archive/font.woff2", None)])
def test_text_is_compressed_on_request(server: Server, path: str, encoding: str | None) -> None:
    response, body = get(server, path, **{"Accept-Encoding": "gzip, br"})

    assert response.getheader("Content-Encoding") == encoding
    assert (gzip.decompress(body) if encoding else body) in (b"home", b"font")


def test_requests_are_remembered(server: Server) -> None:
    get(server, "/archive/")
    get(server, "/archive/absent/")

    host = urlsplit(server.url).netloc
    assert server.requests == [Request(host, "/archive/"), Request(host, "/archive/absent/")]
