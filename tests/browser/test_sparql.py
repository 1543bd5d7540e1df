"""The SPARQL page answers each query of the library as the command line does."""

import json
from collections.abc import Iterator
from pathlib import Path
from urllib.parse import quote

import pyoxigraph as ox
import pytest
from playwright.sync_api import Page, expect
from playwright.sync_api import TimeoutError as PlaywrightTimeout

from crosswalk_rdf.queries.binding import bind
from crosswalk_rdf.queries.render import render
from crosswalk_rdf.store.answers import Boolean, Solutions, Triples
from crosswalk_rdf.store.oxigraph_backend import OxigraphBackend
from tests.browser.pages import PagePool
from tests.browser.visits import Visits
from tests.built import BuiltSite
from tests.queries.library import NAMES, load

LOADED = 60_000
"""Milliseconds in which a slow machine has loaded engine and dataset."""

DONE = """() => !document.getElementById("sparql-run").disabled
  && /in [0-9.]+ m?s[.]|not answered/.test(document.getElementById("sparql-status").textContent)"""


@pytest.fixture(scope="module")
def sparql(
    pool: PagePool, address: str, sites: dict[str, BuiltSite]
) -> Iterator[tuple[Page, Visits]]:
    """The SPARQL page with the dataset loaded, for all queries."""
    visits = Visits(pool, address, sites)
    page = visits.open("sparql.html")
    page.locator("#sparql-load").click()
    expect(page.locator("#sparql-status")).to_contain_text("Loaded in", timeout=LOADED)
    yield page, visits
    visits.close()


def run(page: Page, text: str) -> None:
    """Put a query into the page as a shared link does, and run it."""
    page.evaluate("(hash) => { location.hash = hash; }", f"#query={quote(text)}")
    page.wait_for_function("() => !document.getElementById('sparql-run').disabled")
    page.locator("#sparql-run").click()
    page.wait_for_function(DONE)
    assert page.locator("#sparql-error").is_hidden(), page.locator("#sparql-error").inner_text()


def downloaded(page: Page, form: str) -> str:
    """Return what the button for a form of the answer gives.

    Chromium drops one in many downloads that come close together, as no reader's do: the button is
    pressed again then.
    """
    for patience in (5_000, 5_000, 30_000):
        try:
            with page.expect_download(timeout=patience) as download:
                page.get_by_role("button", name=f"Download {form}").click()
            return Path(download.value.path()).read_bytes().decode()
        except PlaywrightTimeout:
            continue
    raise AssertionError(f"pressed three times, 'Download {form}' gave nothing")


@pytest.mark.parametrize("name", NAMES)
def test_same_answer_as_the_command_line(
    name: str, sparql: tuple[Page, Visits], flagship_site: BuiltSite
) -> None:
    page, visits = sparql
    text = bind(load(name), {}, flagship_site.publication.base)
    answer = OxigraphBackend(flagship_site.build.store).query(text)
    run(page, text)
    match answer:
        case Boolean():
            expected = "Yes" if answer.value else "No"
            expect(page.locator("#sparql-result")).to_have_text(expected)
            assert json.loads(downloaded(page, "JSON"))["boolean"] is answer.value
        case Solutions():
            assert downloaded(page, "CSV") == render(answer, "csv")
            assert json.loads(downloaded(page, "JSON")) == json.loads(render(answer, "json"))
            shown = page.locator("#sparql-result tbody tr").count()
            assert shown == min(len(answer.rows), 500)
        case Triples():
            n_triples = set(ox.parse(downloaded(page, "N-Triples"), ox.RdfFormat.N_TRIPLES))
            turtle = set(ox.parse(downloaded(page, "Turtle"), ox.RdfFormat.TURTLE))
            expected_turtle = render(answer, "ttl", flagship_site.publication.base)
            assert n_triples == set(ox.parse(expected_turtle, ox.RdfFormat.TURTLE)) == turtle
    assert visits.faults == []


@pytest.mark.parametrize(
    ("name", "values"),
    [
        ("claims-of-competency", {"notation": "PSMV.2"}),
        ("unaligned", {"kind": "xw:Indicator"}),
        ("outline", {"framework": "psel-2015"}),
    ],
)
def test_run_it_here(
    name: str, values: dict[str, str], visits: Visits, flagship_site: BuiltSite
) -> None:
    page = visits.open(f"queries/{name}.html")
    for parameter, value in values.items():
        page.locator(f"#parameter-{parameter}").fill(value)
    page.get_by_role("button", name="Run it here").click()
    page.wait_for_url("**/sparql.html#query=*")
    page.wait_for_function(DONE, timeout=LOADED)
    text = bind(load(name), values, flagship_site.publication.base)
    answer = OxigraphBackend(flagship_site.build.store).query(text)
    assert downloaded(page, "CSV") == render(answer, "csv")


def test_a_wrong_value_is_told(visits: Visits) -> None:
    page = visits.open("queries/unaligned.html")
    page.locator("#parameter-kind").fill("no such thing")
    page.get_by_role("button", name="Run it here").click()
    expect(page.locator("#fault-kind")).to_contain_text("no such thing")
    assert page.evaluate("document.activeElement.id") == "parameter-kind"


def test_a_broken_query_is_told(visits: Visits) -> None:
    text = "SELECT ?x WHERE {\n  ?x foaf:name ?y\n}"
    page = visits.open(f"sparql.html#query={quote(text)}&run")
    error = page.locator("#sparql-error")
    expect(error).to_contain_text("Line 2", timeout=LOADED)
    expect(error).to_contain_text("foaf:")


def test_a_shared_address_runs(visits: Visits) -> None:
    text = 'ASK { ?x <http://www.w3.org/2004/02/skos/core#notation> "4d" }'
    page = visits.open(f"sparql.html#query={quote(text)}&run")
    expect(page.locator("#sparql-result")).to_have_text("Yes", timeout=LOADED)
