"""The tree of a framework, by the pattern of WAI-ARIA: one tab stop, arrows, Home, End, letters."""

import pytest
from playwright.sync_api import Page

from tests.browser.visits import Visits


@pytest.fixture
def tree(visits: Visits) -> Page:
    """The page of a framework with the focus in its tree."""
    page = visits.open("psel-2015.html")
    page.locator("[role=treeitem][tabindex='0']").focus()
    return page


def here(page: Page) -> str:
    """Return the notation that has the focus."""
    value: str = page.evaluate("document.activeElement.querySelector('.notation').textContent")
    return value


def expanded(page: Page) -> str | None:
    """Return whether what has the focus is expanded."""
    value: str | None = page.evaluate("document.activeElement.getAttribute('aria-expanded')")
    return value


def press(page: Page, *keys: str) -> None:
    for key in keys:
        page.keyboard.press(key)


def test_one_tab_stop(tree: Page) -> None:
    assert tree.locator("[role=tree]").count() == 1
    assert tree.locator("[role=treeitem][tabindex='0']").count() == 1
    press(tree, "ArrowDown", "ArrowDown")
    assert tree.locator("[role=treeitem][tabindex='0']").count() == 1
    press(tree, "Tab")
    assert tree.evaluate("document.activeElement.closest('[role=tree]')") is None
    press(tree, "Shift+Tab")
    assert here(tree) == "1b"


def test_up_and_down(tree: Page) -> None:
    assert here(tree) == "1"
    press(tree, "ArrowDown")
    assert here(tree) == "1a"
    press(tree, "ArrowUp", "ArrowUp")
    assert here(tree) == "1"


def test_fold_and_open(tree: Page) -> None:
    assert expanded(tree) == "true"
    press(tree, "ArrowLeft")
    assert expanded(tree) == "false"
    press(tree, "ArrowDown")
    assert here(tree) == "2"
    press(tree, "ArrowUp", "ArrowRight")
    assert (here(tree), expanded(tree)) == ("1", "true")
    press(tree, "ArrowRight")
    assert here(tree) == "1a"
    press(tree, "ArrowLeft")
    assert here(tree) == "1"


def test_home_and_end(tree: Page) -> None:
    press(tree, "End")
    assert here(tree) == "10j"
    press(tree, "Home")
    assert here(tree) == "1"
    press(tree, "ArrowLeft", "End", "ArrowLeft", "ArrowLeft", "End")
    assert (here(tree), expanded(tree)) == ("10", "false")


def test_letters(tree: Page) -> None:
    press(tree, "3")
    assert here(tree) == "3"
    press(tree, "3")
    assert here(tree) == "3a"


def test_enter_follows_the_link(tree: Page) -> None:
    press(tree, "ArrowDown", "Enter")
    tree.wait_for_url("**/psel-2015/1a.html")


def test_mouse_and_buttons(tree: Page) -> None:
    tree.locator(".twist").first.click()
    assert tree.locator("[role=treeitem]").first.get_attribute("aria-expanded") == "false"
    tree.get_by_role("button", name="Close all").click()
    assert tree.locator("[role=treeitem]:visible").count() == 10
    tree.get_by_role("button", name="Open all").click()
    assert tree.locator("[role=treeitem]:visible").count() == 93
    tree.get_by_role("button", name="Aligned only").click()
    assert 10 < tree.locator("[role=treeitem]:visible").count() < 93


def test_what_assistive_technology_sees(tree: Page) -> None:
    snapshot = tree.locator("[role=tree]").aria_snapshot()
    assert snapshot.startswith('- tree "Professional Standards for Educational Leaders 2015":')
    assert snapshot.count("treeitem") == 93


def test_an_anchor_leads_into_the_tree(visits: Visits) -> None:
    page = visits.open("lcpe-2017.html#VVC.1.c")
    assert page.locator("[role=treeitem][tabindex='0']").get_attribute("id") == "VVC.1.c"
    assert page.locator("[id='VVC.1.c']").is_visible()


def test_odd_notations(visits: Visits) -> None:
    page = visits.open("schule.html", "tiny")
    first = page.locator("[role=treeitem][tabindex='0']")
    first.focus()
    press(page, "ArrowDown", "End", "Home", "ArrowLeft", "ArrowRight")
    assert here(page) == "MA"
