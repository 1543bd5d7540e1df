"""Pages of one browser, each in a context of its own, that one test uses after the other.

A new context is a new process that knows no script or style yet: most of what it costs to look at a
page. What a test leaves in a page is taken away; the site itself keeps nothing there.
"""

from collections import defaultdict
from dataclasses import dataclass, field
from urllib.parse import urlsplit

from playwright.sync_api import Browser, Page, ViewportSize

SCREEN: ViewportSize = {"width": 1280, "height": 900}
KEPT = "localStorage.length + sessionStorage.length + document.cookie.length"


@dataclass(slots=True)
class PagePool:
    """Empty pages for one test at a time, with JavaScript or without."""

    browser: Browser
    _free: dict[bool, list[Page]] = field(default_factory=lambda: defaultdict(list))
    _faults: dict[Page, list[str]] = field(default_factory=dict)

    def take(self, faults: list[str], *, java_script: bool) -> Page:
        """Return an empty page that nobody else has; what goes wrong in it is put into ``faults``.

        That is: any error or warning in the console, any answer 4xx or 5xx, any other host.
        """
        free = self._free[java_script]
        page = free.pop() if free else self._new(java_script)
        self._faults[page] = faults
        return page

    def give_back(self, page: Page, *, java_script: bool) -> None:
        """Empty ``page`` for the next test; raise AssertionError where its site keeps something."""
        self._faults[page] = []
        if page.url.startswith("http"):
            assert page.evaluate(KEPT) == 0, f"{page.url} keeps something: take a new context then"
        for other in page.context.pages:
            if other is not page:
                other.close()
        page.goto("about:blank")
        page.set_viewport_size(SCREEN)
        page.emulate_media(media="null", color_scheme="null", reduced_motion="reduce")
        self._free[java_script].append(page)

    def _new(self, java_script: bool) -> Page:
        context = self.browser.new_context(
            viewport=SCREEN, reduced_motion="reduce", java_script_enabled=java_script
        )
        context.set_default_timeout(15_000)
        page = context.new_page()
        page.on("pageerror", lambda error: self._fault(page, f"{error}"))
        page.on("console", lambda message: self._console(page, message.type, message.text))
        page.on("request", lambda asked: self._request(page, asked.url))
        page.on("response", lambda answer: self._response(page, answer.status, answer.url))
        return page

    def _console(self, page: Page, kind: str, text: str) -> None:
        if kind in ("error", "warning"):
            self._fault(page, f"console: {text}")

    def _request(self, page: Page, url: str) -> None:
        if urlsplit(url).hostname not in ("127.0.0.1", "", None):
            self._fault(page, f"it asks for {url}")

    def _response(self, page: Page, status: int, url: str) -> None:
        if status >= 400:
            self._fault(page, f"{status} for {url}")

    def _fault(self, page: Page, fault: str) -> None:
        self._faults[page].append(f"{page.url}: {fault}")
