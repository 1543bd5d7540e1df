"""Pages in a browser that let no fault pass: no error, nothing missing, nothing from elsewhere."""

from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path
from urllib.parse import quote

from playwright.sync_api import Page

from tests.browser.pages import PagePool
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

    pool: PagePool
    address: str
    sites: dict[str, BuiltSite]
    faults: list[str] = field(default_factory=list)
    pages: list[tuple[Page, bool]] = field(default_factory=list)
    """Those that are open, and whether they run JavaScript."""

    def url(self, path: str, site: str = "flagship") -> str:
        """Return the address of a page as it is served; ``path`` may end in ``?`` and ``#``."""
        place, mark, rest = _split(path)
        return f"{self.address}/{self.sites[site].path}/{quote(place)}{mark}{rest}"

    def file(self, path: str, site: str = "flagship") -> str:
        """Return the ``file:`` URL of a page."""
        place, mark, rest = _split(path)
        return f"{(self.sites[site].folder / place).as_uri()}{mark}{rest}"

    def page(self, *, java_script: bool = True) -> Page:
        """Return an empty page in a context of its own."""
        page = self.pool.take(self.faults, java_script=java_script)
        self.pages.append((page, java_script))
        return page

    def open(self, path: str, site: str = "flagship", *, java_script: bool = True) -> Page:
        """Return a page that is open at ``path`` of a site."""
        page = self.page(java_script=java_script)
        page.goto(self.url(path, site))
        return page

    def close(self) -> None:
        """Give back every page, and raise where any had a fault."""
        for page, java_script in self.pages:
            self.pool.give_back(page, java_script=java_script)
        assert not self.faults, "\n".join(self.faults)


def _split(path: str) -> tuple[str, str, str]:
    cut = min((path.find(mark) for mark in "?#" if mark in path), default=len(path))
    return path[:cut], path[cut : cut + 1], path[cut + 1 :]
