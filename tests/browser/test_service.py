"""The site as the service has it: its policy lets all of it work, and it documents itself."""

from collections.abc import Iterator
from urllib.parse import quote

import pytest
from playwright.sync_api import expect

from tests.browser.visits import Visits
from tests.built import KINDS, BuiltSite
from tests.server.serving import Served, serving


@pytest.fixture(scope="module")
def service(flagship_site: BuiltSite) -> Iterator[Served]:
    with serving(flagship_site.folder, "--quiet") as server:
        yield server


@pytest.mark.parametrize("kind", [kind for kind in KINDS if kind != "not-found"])
def test_a_page_of_each_kind(
    kind: str, service: Served, visits: Visits, flagship_site: BuiltSite
) -> None:
    path = flagship_site.largest(kind)
    if path is None:
        pytest.skip(f"the flagship has no page of the kind {kind}")
    page = visits.page()
    page.goto(service.url + quote(path))
    expect(page.locator("main")).to_be_visible()
    expect(page.locator("h1")).to_have_count(1)


def test_an_iri_leads_to_its_page(service: Served, visits: Visits) -> None:
    page = visits.page()
    page.goto(f"{service.url}psel-2015/1a")
    assert page.url == f"{service.url}psel-2015/1a.html"
    page.get_by_role("link", name="VVC.1", exact=False).first.click()
    expect(page.locator("h1")).to_be_visible()
    assert page.url.endswith(".html")


def test_sparql_leads_to_the_page_that_asks(service: Served, visits: Visits) -> None:
    page = visits.page()
    page.goto(f"{service.url}sparql")
    assert page.url == f"{service.url}sparql.html"
    page.locator("#sparql-load").click()
    expect(page.locator("#sparql-status")).to_contain_text("Loaded in", timeout=60_000)


def test_the_service_documents_itself(service: Served, visits: Visits) -> None:
    page = visits.page()
    page.goto(f"{service.url}openapi.html")
    expect(page.locator("h1")).to_be_visible()
    form = page.locator("form[action$='aligned']").first
    form.locator("input[name=notation]").fill("4d")
    form.get_by_role("button").click()
    expect(page.locator("body")).to_contain_text("CBICI.2")
