"""The only door to the network: polite, careful GET requests.

urllib3 carries them: it is well kept, Material for MkDocs brings it along anyway, it holds an answer to its
Content-Length and unpacks no more than it is asked for. tenacity repeats them.
"""

import time
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import UTC, datetime
from http import HTTPStatus
from ipaddress import ip_address
from pathlib import Path
from types import MappingProxyType
from typing import Final, Self
from urllib.parse import SplitResult, urljoin, urlsplit

import urllib3
from tenacity import (
    RetryCallState,
    Retrying,
    retry_if_exception_type,
    stop_after_attempt,
    wait_exponential_jitter,
)
from urllib3.exceptions import HTTPError, SSLError

from ..papers.errors import FetchError
from ..text.plain import whole_number
from .answers import Answer, Kind, fault, wait_asked_for
from .http_cache import HttpCache, Kept, Validators
from .wire import put_on_the_clock

INTERVALS: Final[Mapping[str, float]] = MappingProxyType({"arxiv.org": 3.0, "huggingface.co": 1.0})
"""Seconds at least from an answer to the next request, by domain; its subdomains count as the domain.

arXiv: https://info.arxiv.org/help/api/tou.html (one request in three seconds, one connection).
Hugging Face: 500 requests in five minutes without an account, https://huggingface.co/docs/hub/rate-limits.
"""

_CHUNK = 1 << 16
_REDIRECTS = frozenset({301, 302, 303, 307, 308})
_PASSING = frozenset({408, 425, 429, *range(500, 600)})
_BACKOFF = wait_exponential_jitter(initial=1, max=60, jitter=1)


@dataclass(frozen=True, slots=True)
class Limits:
    """How far a request may go. Times are in seconds."""

    connect: float = 10
    read: float = 120
    """Without a byte; arXiv's OAI-PMH is known to take 90 before the first one."""
    total: float = 300
    """For one attempt, redirects included."""
    attempts: int = 5
    wait: float = 600
    """The longest that a server may ask us to wait."""
    redirects: int = 5
    size: int = 64 * 1024 * 1024
    """Bytes of an answer, unpacked."""


@dataclass(frozen=True, slots=True)
class Clock:
    """The effects of time in one place, so that tests can bring their own."""

    now: Callable[[], datetime] = lambda: datetime.now(UTC)
    monotonic: Callable[[], float] = time.monotonic
    sleep: Callable[[float], None] = time.sleep


class _PassingError(FetchError):
    """A failure that another attempt may not meet."""

    def __init__(self, url: str, problem: str, after: float | None = None) -> None:
        super().__init__(url, problem)
        self.after = after


def user_agent(version: str, repository: str | None) -> str:
    """Give the name by which those asked know us: the project, its version, and where to find who runs it."""
    return f"dailypapers/{version}" + (f" (+{repository})" if repository else "")


class Fetcher:
    """Gets addresses one at a time, keeps its distance between them, and keeps answers between runs."""

    def __init__(
        self,
        cache_dir: Path,
        user_agent: str,
        *,
        limits: Limits | None = None,
        intervals: Mapping[str, float] = INTERVALS,
        clock: Clock | None = None,
    ) -> None:
        """Take the folder to keep answers in and a name for those asked to know us by (`user_agent`)."""
        self._limits = limits or Limits()
        self._intervals = intervals
        self._clock = clock or Clock()
        self._cache = HttpCache(cache_dir)
        self._last: dict[str, float] = {}
        self._pool = urllib3.PoolManager(
            maxsize=1,
            retries=False,
            timeout=urllib3.Timeout(connect=self._limits.connect, read=self._limits.read),
        )
        self._deadline = float("inf")
        put_on_the_clock(self._pool, lambda: self._deadline - self._clock.monotonic())
        self._headers = {"User-Agent": user_agent, "Accept-Encoding": "gzip"}

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self._pool.clear()

    def get(self, url: str, kind: Kind) -> Answer:
        """Get `url`, trying again after what may pass.

        Raises FetchError for an answer that is refused, too large, cut short or not of `kind`, for a redirect
        that goes round or leads to an address that is not allowed, and when all attempts have failed.
        """
        attempts = Retrying(
            stop=stop_after_attempt(self._limits.attempts),
            retry=retry_if_exception_type(_PassingError),
            wait=_wait,
            sleep=self._clock.sleep,
            reraise=True,
        )
        try:
            return attempts(self._follow, url, kind)
        except _PassingError as error:
            tried = f"tried {self._limits.attempts} times; run it again later"
            raise FetchError(error.url, f"{error.problem}; {tried}") from error

    def _follow(self, url: str, kind: Kind) -> Answer:
        self._deadline = self._clock.monotonic() + self._limits.total
        path = [url]
        _check_address(url, came_from=url)
        while isinstance(answer := self._ask(path[-1], kind), str):
            _check_address(answer, came_from=path[-1])
            if answer in path:
                round_trip = " -> ".join([*path, answer])
                raise FetchError(url, f"redirects go round ({round_trip}); check the address")
            if len(path) > self._limits.redirects:
                raise FetchError(url, f"more than {self._limits.redirects} redirects; check the address")
            path.append(answer)
        return answer

    def _ask(self, url: str, kind: Kind) -> Answer | str:
        """Give the answer of one address, or the address that it redirects to."""
        kept = self._cache.read(url)
        headers = self._headers | (kept.validators.conditions() if kept else {})
        try:
            with self._paced(url):
                response = self._pool.request(
                    "GET", url, headers=headers, preload_content=False, redirect=False
                )
                try:
                    return self._receive(response, url, kind, kept)
                finally:
                    response.close()
                    response.release_conn()
        except SSLError as error:
            raise FetchError(url, f"no trusted connection ({error}); check the address") from error
        except (HTTPError, ValueError) as error:  # a chunk of -5 bytes is a ValueError of http.client
            if self._clock.monotonic() >= self._deadline:
                raise _PassingError(url, f"took longer than {self._limits.total:.0f} s") from error
            raise _PassingError(url, f"the connection failed ({error})") from error

    def _receive(
        self, response: urllib3.BaseHTTPResponse, url: str, kind: Kind, kept: Kept | None
    ) -> Answer | str:
        status, headers = response.status, response.headers
        if status in _REDIRECTS and "Location" in headers:
            return _led_to(url, headers["Location"])
        if status == HTTPStatus.NOT_MODIFIED and kept:
            response.drain_conn()
            return self._answer(url, kept.body)
        if status != HTTPStatus.OK:
            raise self._refusal(url, status, headers)
        answer = Kept(Validators.of(headers), self._read(response, url))
        if problem := fault(answer.body, kind):
            raise _PassingError(url, problem)
        self._cache.keep(url, answer)
        return self._answer(url, answer.body)

    def _answer(self, url: str, body: bytes) -> Answer:
        return Answer(url, body, self._clock.now().replace(microsecond=0))

    def _refusal(self, url: str, status: int, headers: Mapping[str, str]) -> FetchError:
        problem = f"answered {status} {_phrase(status)}".rstrip()
        if status not in _PASSING:
            return FetchError(url, f"{problem}; check the date, the category and the address")
        after = wait_asked_for(headers, self._clock.now())
        if after is not None and after > self._limits.wait:
            asked = f"asks to wait {after:.0f} s, more than the {self._limits.wait:.0f} s we do"
            return FetchError(url, f"{problem} and {asked}; run it again then")
        return _PassingError(url, problem, after)

    def _read(self, response: urllib3.BaseHTTPResponse, url: str) -> bytes:
        body = bytearray()
        if (announced := whole_number(response.headers.get("Content-Length", ""))) is not None:
            self._check_size(url, announced)
        while chunk := response.read(_CHUNK):
            body += chunk
            self._check_size(url, len(body))
        return bytes(body)

    def _check_size(self, url: str, size: int) -> None:
        if size > self._limits.size:
            raise FetchError(url, f"found more than {self._limits.size} bytes; ask for less at a time")

    @contextmanager
    def _paced(self, url: str) -> Iterator[None]:
        """Wait until the address's domain may be asked again."""
        host = f".{urlsplit(url).hostname}"
        domain = next((domain for domain in self._intervals if host.endswith(f".{domain}")), None)
        if domain is None:
            yield
            return
        due = self._last.get(domain, float("-inf")) + self._intervals[domain]
        if (early := due - self._clock.monotonic()) > 0:
            self._clock.sleep(early)
        try:
            yield
        finally:
            self._last[domain] = self._clock.monotonic()


def _wait(state: RetryCallState) -> float:
    error = state.outcome.exception() if state.outcome else None
    asked = error.after if isinstance(error, _PassingError) else None
    return _BACKOFF(state) if asked is None else asked


def _phrase(status: int) -> str:
    try:
        return HTTPStatus(status).phrase
    except ValueError:
        return ""


def _led_to(url: str, location: str) -> str:
    try:
        return urljoin(url, location)
    except ValueError as error:
        raise FetchError(url, f"led to {location!r}, which is no web address; check the address") from error


def _check_address(url: str, came_from: str) -> None:
    """Raise FetchError unless `url` is https, or http from this machine to itself."""
    try:
        parts, origin = urlsplit(url), urlsplit(came_from)
        parts.port  # noqa: B018 - raises ValueError where it is no number
    except ValueError as error:
        raise FetchError(url, f"found no web address ({error}); check it") from error
    local = _is_loopback(parts) and _is_loopback(origin)
    if not parts.hostname or (parts.scheme != "https" and not (parts.scheme == "http" and local)):
        led = "" if url == came_from else f"; {came_from} led here"
        raise FetchError(url, f"only https is allowed{led}; check the address")


def _is_loopback(parts: SplitResult) -> bool:
    host = parts.hostname or ""
    try:
        return host == "localhost" or ip_address(host).is_loopback
    except ValueError:
        return False
