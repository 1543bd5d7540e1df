"""One page of each kind: axe-core, zoom, narrow screens, paper, the keyboard, file, no script.

The page is the largest of its kind, and opened once for all that is asked of it with JavaScript.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import product
from pathlib import Path

import pytest
from playwright.sync_api import Page

from tests.browser.pages import PagePool
from tests.browser.paper import FORMATS, set_for_paper
from tests.browser.visits import Find, Visits, script
from tests.built import KINDS, BuiltSite

AXE = (Path(__file__).parent / "vendor/axe-core/axe.min.js").read_text(encoding="utf-8")
TAGS = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]
VIEWS = [*product(("light", "dark"), (1280, 320))]
NARROW = {"320 px": 320, "200 % of 1280 px": 640, "1280 px": 1280}
MORE = 20
"""Presses of Tab beyond what is expected: regions that scroll are stops of the browser's own."""


@dataclass(frozen=True, slots=True)
class Kind:
    """The page of a kind, open."""

    name: str
    site: str
    path: str
    page: Page

    def show(self, width: int, scheme: str = "light") -> None:
        """Show it on a screen."""
        self.page.set_viewport_size({"width": width, "height": 800})
        colours = "dark" if scheme == "dark" else "light"
        self.page.emulate_media(media="screen", color_scheme=colours)


@pytest.fixture(scope="module", params=KINDS)
def kind(
    request: pytest.FixtureRequest,
    pool: PagePool,
    address: str,
    sites: dict[str, BuiltSite],
    page_of: Find,
) -> Iterator[Kind]:
    site, path = page_of(request.param)
    visits = Visits(pool, address, sites)
    yield Kind(request.param, site, path, visits.open(path, site))
    visits.close()


@pytest.mark.parametrize(("scheme", "width"), VIEWS)
def test_no_violation(kind: Kind, scheme: str, width: int) -> None:
    kind.show(width, scheme)
    if not kind.page.evaluate("'axe' in globalThis"):
        kind.page.evaluate(AXE)
    violations = kind.page.evaluate(script("violations"), TAGS)
    assert not violations, f"{kind.path} of {kind.site}:\n" + "\n".join(violations)


@pytest.mark.parametrize("view", NARROW)
def test_nothing_is_cut_off(kind: Kind, view: str) -> None:
    """The page does not scroll sideways; what does, takes the focus."""
    kind.show(NARROW[view])
    elements = kind.page.evaluate(script("cut_off")) + kind.page.evaluate(script("out_of_reach"))
    assert not elements, f"{kind.path} of {kind.site}:\n" + "\n".join(elements)


@pytest.mark.parametrize("sheet", FORMATS)
def test_nothing_is_beyond_the_edge_of_paper(kind: Kind, sheet: str) -> None:
    set_for_paper(kind.page, sheet)
    elements = kind.page.evaluate(script("cut_off"))
    kind.page.evaluate("dispatchEvent(new Event('afterprint'))")
    assert not elements, f"{kind.path} of {kind.site}:\n" + "\n".join(elements)


def test_the_keyboard_reaches_everything(kind: Kind) -> None:
    """It shows where it is, comes around, and goes back."""
    kind.show(1280)
    kind.page.evaluate("document.activeElement.blur()")
    expected = kind.page.evaluate(script("tab_order"))
    for pressed in range(2 * expected + MORE):
        kind.page.keyboard.press("Tab")
        if pressed > expected and kind.page.evaluate("tabOrder.around()"):
            break
    tab_order = kind.page.evaluate("tabOrder.result()")
    assert tab_order == {"missed": [], "unmarked": []}, f"{kind.path} of {kind.site}"
    assert kind.page.evaluate("tabOrder.around()"), f"{kind.path}: Tab does not come around"


def words(page: Page) -> set[str]:
    """Return the words that are to be seen in the content of a page."""
    return set(re.findall(r"\w{4,}", page.locator("main").inner_text()))


def test_without_javascript(kind: Kind, visits: Visits) -> None:
    """What JavaScript brings into sight is its own tools, and nothing of the content."""
    page = visits.open(kind.path, kind.site, java_script=False)
    assert page.locator("h1:visible").count() == 1
    assert page.locator(".js-only:visible").count() == 0
    if kind.name not in ("search", "sparql"):
        kind.show(1280)
        text = page.locator("main").inner_text()
        tools = " ".join(page.locator(".js-only").all_text_contents())
        missing = [word for word in words(kind.page) if word not in text and word not in tools]
        assert missing == [], f"{kind.path} of {kind.site}"


def test_from_a_file(kind: Kind, visits: Visits) -> None:
    """A server's answer to any address needs absolute paths: it alone does not work there."""
    if kind.name == "not-found":
        return
    page = visits.page()
    page.goto(visits.file(kind.path, kind.site))
    assert page.locator("h1:visible").count() == 1
    assert page.evaluate("getComputedStyle(document.body).display") == "flex"
