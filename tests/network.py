"""A server on this machine in the place of Hugging Face and arXiv.

`python -m tests.network http://127.0.0.1:8123 2026-04-06 fetch` is `dailypapers fetch` from there, that day.
"""

import json
import signal
import sys
from collections.abc import Callable
from datetime import date
from functools import partial
from pathlib import Path
from urllib.parse import urlsplit

from generator.doors import network
from generator.doors.cli import main as dailypapers
from generator.fetch.answers import Answer, Kind
from generator.fetch.endpoints import HuggingFace
from generator.fetch.fetcher import Clock, Fetcher
from tests.faulty_server import FaultyServer, Reply, answer

QUOKKAS = "We count quokkas from the air and find more of them than anybody thought."
ATOM = f"""<feed xmlns="http://www.w3.org/2005/Atom" xmlns:opensearch="http://a9.com/-/spec/opensearch/1.1/">
<opensearch:totalResults>1</opensearch:totalResults><opensearch:startIndex>0</opensearch:startIndex>
<title>ArXiv Query: search_query=</title><id>http://arxiv.org/api/x</id><updated>2026-04-10T00:00:00Z</updated>
<entry><id>http://arxiv.org/abs/2604.00001v1</id><updated>2026-04-02T00:00:00Z</updated>
<published>2026-04-01T00:00:00Z</published><title>Counting Quokkas</title>
<summary>{QUOKKAS}</summary>
<author><name>Ada Wallaby</name></author></entry></feed>"""
"""What arXiv answers about the one paper that it knows."""


class LocalFetcher(Fetcher):
    """Asks a server on this machine for what it is to ask others for, and never waits."""

    def __init__(self, server: str, cache_dir: Path, user_agent: str) -> None:
        super().__init__(cache_dir, user_agent, intervals={}, clock=Clock(sleep=lambda _: None))
        self._server = server

    def get(self, url: str, kind: Kind) -> Answer:
        return super().get(self._server + path_of(url), kind)


def path_of(url: str) -> str:
    """Give the path that stands for an address of others: their host, then their path and query."""
    parts = urlsplit(url)
    return f"/{parts.netloc}{parts.path}?{parts.query}"


def fetchers(server: FaultyServer) -> Callable[[Path, str], Fetcher]:
    """Give what makes fetchers that ask the server."""
    return partial(LocalFetcher, server.url)


def publish(server: FaultyServer, day: date, *replies: Reply, count: int = 3) -> None:
    """Set what Hugging Face replies when it is asked for a day; by default, a list of `count` papers."""
    server.on(path_of(HuggingFace().address(day, 0)), *(replies or (answer(listed(day, count)),)))


def listed(day: date, count: int = 3) -> bytes:
    """Give a list of Hugging Face with `count` invented papers."""
    entries = [
        {
            "paper": {
                "id": f"{day:%y%m}.{day.day:02}{number:03}",
                "title": f"Paper {number} of {day}",
                "summary": f"What we did on {day}, for the {number}th time.",
                "authors": [{"name": "Ada Wallaby"}],
                "publishedAt": f"{day}T00:00:00.000Z",
                "upvotes": number,
            }
        }
        for number in range(count)
    ]
    return json.dumps(entries).encode()


if __name__ == "__main__":
    sys.modules["pytest"] = None  # type: ignore[assignment] # time_machine would load it, in every command
    from time_machine import travel

    # What a shell runs in the background ignores it, and so would this.
    signal.signal(signal.SIGINT, signal.default_int_handler)
    server, day, *arguments = sys.argv[1:]
    vars(network)["Fetcher"] = partial(LocalFetcher, server)
    with travel(day):
        dailypapers(arguments)
