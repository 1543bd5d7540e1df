"""The service over a store to which a build was pushed: the answers of the embedded store."""

import subprocess
from collections.abc import Iterator
from urllib.parse import urlencode

import pyoxigraph as ox
import pytest

from crosswalk_rdf.store.answers import sorted_triples
from crosswalk_rdf.store.oxigraph_backend import answer as normal_answer
from crosswalk_rdf.store.oxigraph_backend import triple_of
from tests.built import BuiltSite
from tests.push.conftest import Push
from tests.push.servers import Server
from tests.queries.library import NAMES, load
from tests.server.serving import Served, command, serving

JSON = "application/sparql-results+json"


@pytest.fixture(scope="module")
def embedded(flagship_site: BuiltSite) -> Iterator[Served]:
    with serving(flagship_site.folder, "--quiet") as served:
        yield served


@pytest.fixture
def remote(server: Server, push: Push, flagship_site: BuiltSite) -> Iterator[Served]:
    """The flagship, its queries answered by each of the stores."""
    pushed = push(server, flagship_site.folder)
    assert pushed.exit_code == 0, pushed.output
    endpoint = server.remote.addresses.query
    with serving(flagship_site.folder, "--quiet", "--endpoint", endpoint) as served:
        yield served


def answer(served: Served, target: str) -> object:
    """Return what a query gives, in a form in which equal answers are equal."""
    found = served.ask(target, accept=f"{JSON}, application/n-triples;q=0.5")
    assert found.status == 200, (target, found.body[:500])
    if not found.headers["content-type"].startswith(JSON):
        quads = ox.parse(found.body, ox.RdfFormat.N_TRIPLES)
        return sorted_triples({triple_of(quad.triple) for quad in quads})
    return normal_answer(ox.parse_query_results(found.body, ox.QueryResultsFormat.JSON))


def test_library(remote: Served, embedded: Served) -> None:
    asked = [name for name in NAMES if not any(p.required for p in load(name).parameters)]
    assert len(asked) > 20
    different = [
        name
        for name in asked
        if answer(remote, f"/queries/{name}") != answer(embedded, f"/queries/{name}")
    ]
    assert different == []


def test_what_others_keep_in_the_store_is_not_asked(remote: Served, embedded: Served) -> None:
    """The stores hold the graphs of other tests as well."""
    for query in (
        "SELECT DISTINCT ?g { GRAPH ?g { ?s a ?c } } ORDER BY ?g",
        "ASK { <urn:s> ?p ?o }",
    ):
        target = f"/sparql?{urlencode({'query': query})}"
        assert answer(remote, target) == answer(embedded, target)


def test_documents_do_not_need_the_store(remote: Served, embedded: Served) -> None:
    for path in ("/psel-2015/1a.ttl", "/ims/case/v1p1/CFDocuments", "/oai?verb=Identify"):
        assert remote.ask(path).status == embedded.ask(path).status == 200
    assert remote.ask("/psel-2015/1a.ttl").body == embedded.ask("/psel-2015/1a.ttl").body


def test_a_store_that_asks_for_a_login(
    virtuoso_server: Server, push: Push, flagship_site: BuiltSite, embedded: Served
) -> None:
    """Virtuoso asks for one (Digest) at this address."""
    assert push(virtuoso_server, flagship_site.folder).exit_code == 0
    endpoint = virtuoso_server.endpoint.replace("/sparql", "/sparql-auth")
    options = ("--quiet", "--endpoint", endpoint, "--auth")
    target = f"/sparql?{urlencode({'query': 'SELECT (COUNT(*) AS ?n) { GRAPH ?g { ?s ?p ?o } }'})}"
    with serving(flagship_site.folder, *options, virtuoso_server.auth or "") as served:
        assert answer(served, target) == answer(embedded, target)
    refused = subprocess.run(
        [*command(flagship_site.folder), *options, "dba:wrong"],
        capture_output=True,
        text=True,
        timeout=60,
    )
    assert refused.returncode == 2
    assert "401" in refused.stderr
    assert "wrong" not in refused.stderr
