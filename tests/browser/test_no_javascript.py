"""Without JavaScript everything is there but search and SPARQL, which say so."""

import pytest
from playwright.sync_api import Page

from tests.browser.visits import Visits

NEED_IT = ("search", "sparql")


def visible_text(page: Page) -> str:
    """Return the text that is visible in the content of a page."""
    return " ".join(page.locator("main").inner_text().split())


@pytest.mark.parametrize("kind", NEED_IT)
def test_search_and_sparql_say_so(kind: str, visits: Visits) -> None:
    page = visits.open(f"{kind}.html", java_script=False)
    assert "needs JavaScript" in visible_text(page)
    assert page.locator("main a:visible").count()


def test_statement(visits: Visits) -> None:
    text = visible_text(visits.open("lcpe-2017/SRSCIIA.2.b.html", java_script=False))
    assert "4g" in text
    assert "printed as 7g" in text.lower()


def test_links_lead_on(visits: Visits) -> None:
    page = visits.open("index.html", java_script=False)
    page.locator("main a[href='psel-2015.html']").first.click()
    page.locator("[role=treeitem]", has_text="1a").first.click()
    assert page.url.endswith("/psel-2015/1a.html")
    assert page.locator("h1").inner_text().startswith("Develop an educational mission")


def test_the_search_form_leads_to_its_page(visits: Visits) -> None:
    page = visits.open("psel-2015/1a.html", java_script=False)
    page.locator("#site-search").fill("1b")
    page.locator("#site-search").press("Enter")
    assert page.url.endswith("/search.html?q=1b")
