"""What goes wrong on a page while a browser shows it."""

from urllib.parse import urlsplit

from playwright.sync_api import ConsoleMessage, Page, Request, Response

# The console's account of a bad answer, which `watch` notes from the answer itself, with its address.
BAD_ANSWER = "Failed to load resource"


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
