"""One browser for all tests of this folder, and pages in it that let no fault pass.

The browser is closed with the last test of the folder: while it is open, its event loop runs.
"""

from collections.abc import Iterator

import pytest
from playwright.sync_api import sync_playwright

from tests.browser.pages import PagePool
from tests.browser.server import serving
from tests.browser.visits import Find, Visits
from tests.built import BuiltSite
from tests.machine import program

SWITCHES = (
    "--no-sandbox",
    "--disable-gpu",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    "--host-resolver-rules=MAP * ~NOTFOUND , EXCLUDE 127.0.0.1",
)


@pytest.fixture(scope="package")
def pool() -> Iterator[PagePool]:
    """The pages of one browser."""
    chromium = program("chromium", "apt-get install chromium")
    with sync_playwright() as playwright:
        opened = playwright.chromium.launch(executable_path=chromium, args=list(SWITCHES))
        yield PagePool(opened)
        opened.close()


@pytest.fixture(scope="package")
def sites(
    flagship_site: BuiltSite, tiny_site: BuiltSite, later_site: BuiltSite, groups_site: BuiltSite
) -> dict[str, BuiltSite]:
    """The built sites by name, the richest first."""
    return {site.name: site for site in (flagship_site, tiny_site, later_site, groups_site)}


@pytest.fixture(scope="package")
def address(sites: dict[str, BuiltSite]) -> Iterator[str]:
    """The address of a server that has each site below the path of its base."""
    with serving({site.path: site.files for site in sites.values()}) as served:
        yield served


@pytest.fixture
def visits(pool: PagePool, address: str, sites: dict[str, BuiltSite]) -> Iterator[Visits]:
    """Pages of one test; it fails on any error in the console, any 404, any other host."""
    made = Visits(pool, address, sites)
    yield made
    made.close()


@pytest.fixture(scope="package")
def page_of(sites: dict[str, BuiltSite]) -> Find:
    """What finds the page of a kind: the name of a site that has one, and the largest there."""

    def find(kind: str) -> tuple[str, str]:
        for name, site in sites.items():
            path = site.largest(kind)
            if path is not None:
                return name, path
        raise AssertionError(f"no built site has a page of the kind {kind}: build one that has")

    return find
