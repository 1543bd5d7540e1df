"""Pages in a browser that let no fault pass: no error, nothing missing, nothing from elsewhere."""

from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any
from urllib.parse import quote, urlsplit

from playwright.sync_api import Browser, BrowserContext, Page

from tests.built import BuiltSite

Find = Callable[[str], tuple[str, str]]
"""Finds the page of a kind: the name of a site that has one, and its path there."""


def script(name: str) -> str:
    """Return a script that tests run in a page, without the comment that says what it is."""
    text = Path(__file__).parent.joinpath(f"scripts/{name}.js").read_text(encoding="utf-8")
    return text.partition("\n")[2]


@dataclass(slots=True)
class Visits:
    """Opens pages, and keeps what goes wrong in any of them."""

    browser: Browser
    address: str
    sites: dict[str, BuiltSite]
    faults: list[str] = field(default_factory=list)
    contexts: list[BrowserContext] = field(default_factory=list)

    def url(self, path: str, site: str = "flagship") -> str:
        """Return the address of a page as it is served; ``path`` may end in ``?`` and ``#``."""
        place, mark, rest = _split(path)
        return f"{self.address}/{self.sites[site].path}/{quote(place)}{mark}{rest}"

    def file(self, path: str, site: str = "flagship") -> str:
        """Return the ``file:`` URL of a page."""
        place, mark, rest = _split(path)
        return f"{(self.sites[site].folder / place).as_uri()}{mark}{rest}"

    def page(self, **options: Any) -> Page:
        """Return an empty page in a context of its own."""
        options.setdefault("viewport", {"width": 1280, "height": 900})
        context = self.browser.new_context(reduced_motion="reduce", bypass_csp=False, **options)
        context.set_default_timeout(15_000)
        self.contexts.append(context)
        page = context.new_page()
        self._watch(page)
        return page

    def open(self, path: str, site: str = "flagship", **options: Any) -> Page:
        """Return a page that is open at ``path`` of a site."""
        page = self.page(**options)
        page.goto(self.url(path, site))
        return page

    def close(self) -> None:
        """Close every page, and raise where any had a fault."""
        for context in self.contexts:
            context.close()
        assert not self.faults, "\n".join(self.faults)

    def _watch(self, page: Page) -> None:
        page.on("pageerror", lambda error: self.faults.append(f"{page.url}: {error}"))
        page.on("console", lambda said: self._console(page, said.type, said.text))
        page.on("request", lambda asked: self._request(page, asked.url))
        page.on("response", lambda answer: self._response(page, answer.status, answer.url))

    def _request(self, page: Page, url: str) -> None:
        local = urlsplit(url).hostname in ("127.0.0.1", "", None)
        self._fault_if(not local, f"{page.url} asks for {url}")

    def _response(self, page: Page, status: int, url: str) -> None:
        self._fault_if(status >= 400, f"{page.url}: {status} for {url}")

    def _console(self, page: Page, kind: str, text: str) -> None:
        self._fault_if(kind in ("error", "warning"), f"{page.url}: console: {text}")

    def _fault_if(self, wrong: bool, fault: str) -> None:
        if wrong:
            self.faults.append(fault)


def _split(path: str) -> tuple[str, str, str]:
    cut = min((path.find(mark) for mark in "?#" if mark in path), default=len(path))
    return path[:cut], path[cut : cut + 1], path[cut + 1 :]
