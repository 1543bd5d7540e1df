"""From ``file:`` the site works, but for what browsers forbid there, which says so."""

from playwright.sync_api import Page

from tests.browser.visits import Visits


def opened(visits: Visits, path: str, site: str = "flagship") -> Page:
    page = visits.page()
    page.goto(visits.file(path, site))
    return page


def test_fonts_are_those_of_the_site(visits: Visits) -> None:
    page = opened(visits, "psel-2015/1a.html")
    page.evaluate("document.fonts.ready")
    assert page.evaluate("document.fonts.check('16px \"Source Sans 3 Variable\"')")


def test_links(visits: Visits) -> None:
    page = opened(visits, "index.html")
    page.locator("main a[href='psel-2015.html']").first.click()
    page.locator("[role=treeitem]", has_text="1a").first.click()
    assert page.url.endswith("/dist/psel-2015/1a.html")


def test_type_ahead(visits: Visits) -> None:
    page = opened(visits, "lcpe-2017/VVC.1.c.html")
    page.locator("#site-search").press_sequentially("1b")
    first = page.locator("[role=option]").first
    first.wait_for()
    assert first.locator(".notation").inner_text() == "1b"
    page.keyboard.press("ArrowDown")
    page.keyboard.press("Enter")
    page.wait_for_url("**/dist/psel-2015/1b.html")


def test_odd_notations(visits: Visits) -> None:
    page = opened(visits, "schule.html", "tiny")
    for n in range(page.locator("[role=treeitem]").count()):
        item = page.locator("[role=treeitem]").nth(n)
        notation = item.locator(".notation").inner_text()
        item.click()
        assert notation in page.locator("main").inner_text()
        page.go_back()


def test_sparql_says_what_is_forbidden(visits: Visits) -> None:
    page = opened(visits, "sparql.html")
    callout = page.locator(".callout-warning:visible")
    assert "opened as a file" in callout.inner_text()
    assert "http.server" in callout.inner_text()
    assert page.get_by_role("button", name="Run", exact=True).is_disabled()
