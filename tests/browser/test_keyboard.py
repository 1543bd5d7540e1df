"""The keyboard skips the head of a page, and is not caught in the editor."""

from urllib.parse import quote

from playwright.sync_api import Page, expect

from tests.browser.visits import Visits


def inside(page: Page, selector: str) -> bool:
    """Tell whether the focus is within ``selector``, shadow trees included."""
    return bool(
        page.evaluate("(wanted) => document.activeElement.closest(wanted) !== null", selector)
    )


def test_skip_link(visits: Visits) -> None:
    page = visits.open("index.html")
    page.keyboard.press("Tab")
    skip = page.locator(":focus")
    expect(skip).to_have_attribute("href", "#content")
    expect(skip).to_be_in_viewport()
    page.keyboard.press("Enter")
    assert page.evaluate("document.activeElement.id") == "content"
    page.keyboard.press("Tab")
    assert inside(page, "main *")


def test_editor_is_no_trap(visits: Visits) -> None:
    page = visits.open("sparql.html")
    page.locator(".cm-content").focus()
    assert inside(page, "#sparql-editor")
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.id") == "sparql-run"
    page.keyboard.press("Shift+Tab")
    assert inside(page, "#sparql-editor")
    page.keyboard.press("Shift+Tab")
    assert not inside(page, "#sparql-editor")


def test_editor_shows_the_focus(visits: Visits) -> None:
    page = visits.open("sparql.html")
    page.locator(".cm-content").focus()
    expect(page.locator(".cm-editor")).to_have_css("outline-style", "solid")


def test_editor_completes_and_runs_by_keyboard(visits: Visits) -> None:
    page = visits.open(f"sparql.html#query={quote('SELECT ?x WHERE { ?x ')}")
    editor = page.locator(".cm-content")
    editor.focus()
    page.keyboard.press("Control+End")
    page.keyboard.type("skos:nota")
    expect(page.locator(".cm-tooltip-autocomplete")).to_contain_text("notation")
    page.wait_for_timeout(100)
    page.keyboard.press("Enter")
    expect(editor).to_contain_text("skos:notation")
    page.keyboard.type(' "4d" }')
    page.keyboard.press("Control+Enter")
    expect(page.locator("#sparql-result td").first).to_contain_text("4d", timeout=30_000)
