"""Writes down whatever goes wrong in a browser: errors, failed requests, outside requests."""

from collections.abc import Callable, Collection
from contextlib import AbstractContextManager
from urllib.parse import urlsplit

from playwright.sync_api import BrowserContext, ConsoleMessage, Request, Response, WebError

_OWN = ("data", "blob", "about")
"""Schemes of addresses that leave nothing: no request goes out."""


class Watch:
    """All that went wrong in one browser context, by kind."""

    def __init__(self, context: BrowserContext, address: str) -> None:
        self.address = urlsplit(address).netloc
        self.asked: set[str] = set()
        """Every address that was asked for."""
        self.found: dict[str, list[str]] = {
            "outside_requests": [],
            "failed_requests": [],
            "console_errors": [],
        }
        context.on("request", self._requested)
        context.on("requestfailed", self._failed)
        context.on("response", self._answered)
        context.on("console", self._said)
        context.on("weberror", self._thrown)

    def problems(self, without: Collection[str] = ()) -> list[str]:
        """Return everything found, except the kinds in `without`."""
        return [
            f"{kind}: {what}"
            for kind, entries in self.found.items()
            if kind not in without
            for what in entries
        ]

    def forget(self) -> None:
        """Begin again: what went wrong so far has been told."""
        for entries in self.found.values():
            entries.clear()

    def _requested(self, request: Request) -> None:
        self.asked.add(request.url)
        parts = urlsplit(request.url)
        if parts.scheme not in _OWN and parts.netloc != self.address:
            self.found["outside_requests"].append(request.url)

    def _failed(self, request: Request) -> None:
        # a request that the browser itself gave up, because the page was left, is none
        if request.failure and "ERR_ABORTED" not in request.failure:
            self.found["failed_requests"].append(f"{request.url} {request.failure}")

    def _answered(self, response: Response) -> None:
        if response.status >= 400:
            self.found["failed_requests"].append(f"{response.url} {response.status}")

    def _said(self, message: ConsoleMessage) -> None:
        if message.type == "error":
            place = message.location.get("url", "")
            self.found["console_errors"].append(f"{message.text} ({place})")

    def _thrown(self, error: WebError) -> None:
        self.found["console_errors"].append(str(error.error))


OpenContext = Callable[..., AbstractContextManager[tuple[BrowserContext, Watch]]]
"""What the fixture `open_context` gives: address and options in, context and watch out."""
