"""What goes wrong on a page while a browser shows it."""

import re
from urllib.parse import urlsplit

from playwright.sync_api import ConsoleMessage, Page, Request, Response

# The console's account of a bad answer, which `watch` notes from the answer itself, with its address.
BAD_ANSWER = "Failed to load resource"


class Problems(list[str]):
    """What has gone wrong on the pages of a test, so far.

    A browser tells of a problem when it comes to it, maybe after the page has shown what it makes of it. So a
    test does not clear what it provoked, but says what that is, and is judged when its pages are closed.
    """

    def __init__(self) -> None:
        super().__init__()
        self._provoked: list[str] = []

    def provoke(self, pattern: str) -> None:
        """Expect problems, before or after now, in which a regular expression is found."""
        self._provoked.append(pattern)

    def unexpected(self) -> list[str]:
        """Give the problems that the test did not provoke."""
        return [each for each in self if not any(re.search(pattern, each) for pattern in self._provoked)]


def watch(page: Page, problems: list[str]) -> None:
    """Add to problems every console error, uncaught error, failed request, and request to a foreign host.

    Foreign is every origin but that of the page's first request.
    """
    origins: list[str] = []

    def console(message: ConsoleMessage) -> None:
        if message.type == "error" and not message.text.startswith(BAD_ANSWER):
            problems.append(f"console: {message.text}")

    def request(request: Request) -> None:
        address = urlsplit(request.url)
        if address.scheme in ("data", "blob", "about"):
            return
        origins.append(f"{address.scheme}://{address.netloc}")
        if origins[-1] != origins[0]:
            problems.append(f"foreign host: {request.url}")

    def failure(request: Request) -> None:
        # Leaving a page aborts what it was still loading, and is no fault.
        if request.failure != "net::ERR_ABORTED":
            problems.append(f"{request.failure}: {request.url}")

    def response(response: Response) -> None:
        if response.status >= 400:
            problems.append(f"{response.status}: {response.url}")

    page.on("console", console)
    page.on("pageerror", lambda error: problems.append(f"uncaught: {error}"))
    page.on("request", request)
    page.on("requestfailed", failure)
    page.on("response", response)
