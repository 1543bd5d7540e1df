"""The service description says what is true of the data, and leads people to a page."""

from typing import Any

import pyoxigraph as ox
import pytest

from crosswalk_rdf.namespaces import graph_iri
from crosswalk_rdf.serialization.syntaxes import SYNTAXES
from crosswalk_rdf.server.service import Service
from crosswalk_rdf.server.sparql_results.formats import RESULTS
from tests.built import BuiltSite
from tests.server.embedded import TOP, ask, embedded_service

SD = "http://www.w3.org/ns/sparql-service-description#"
VOID = "http://rdfs.org/ns/void#"


def described(service: Service, target: str = "/sparql") -> ox.Store:
    store = ox.Store()
    body = bytes(ask(service, target, accept="application/n-triples").body)
    store.load(body, ox.RdfFormat.N_TRIPLES)
    return store


def pairs(store: ox.Store, predicate: str) -> dict[str, str]:
    quads = store.quads_for_pattern(None, ox.NamedNode(predicate), None)
    return {quad.subject.value: quad.object.value for quad in quads}


@pytest.mark.slow
@pytest.mark.parametrize("name", ["flagship_site", "tiny_site"])
def test_every_named_graph_with_its_count(name: str, request: pytest.FixtureRequest) -> None:
    site: BuiltSite = request.getfixturevalue(name)
    service = embedded_service(site.folder)
    store, data = described(service), ox.Store()
    data.load(service.build.dump, ox.RdfFormat.N_QUADS)
    graphs = {graph.value: graph for graph in data.named_graphs()}
    names = pairs(store, f"{SD}name")
    assert set(names.values()) == set(graphs)
    counts = pairs(store, f"{VOID}triples")
    for node, graph in names.items():
        assert pairs(store, f"{SD}graph")[node] == graph
        count = sum(1 for _ in data.quads_for_pattern(None, None, None, graphs[graph]))
        assert int(counts[graph]) == count, graph
    default = pairs(store, f"{SD}defaultGraph")[f"{TOP}sparql#dataset"]
    assert int(counts[default]) == len({quad.triple for quad in data})


def test_every_node_is_an_iri(service: Service) -> None:
    for quad in described(service):
        assert isinstance(quad.subject, ox.NamedNode)
        assert not isinstance(quad.object, ox.BlankNode)


def test_every_format(service: Service) -> None:
    store = described(service)
    quads = store.quads_for_pattern(None, ox.NamedNode(f"{SD}resultFormat"), None)
    expected = {format.iri for format in (*RESULTS, *SYNTAXES)}
    assert {quad.object.value for quad in quads} == expected


def test_the_endpoint_is_the_one_that_was_asked(service: Service) -> None:
    for path in ("sparql", "sparql/"):
        assert set(pairs(described(service, f"/{path}"), f"{SD}endpoint").values()) == {TOP + path}


@pytest.mark.parametrize("syntax", SYNTAXES, ids=lambda syntax: syntax.name)
def test_every_syntax_says_the_same(syntax: Any, service: Service) -> None:
    response = ask(service, f"/sparql?format={syntax.suffix[1:]}")
    triples = {quad.triple for quad in ox.parse(bytes(response.body), syntax.parser)}
    assert triples == {quad.triple for quad in described(service)}


def test_browsers_are_led_to_the_page(service: Service) -> None:
    firefox = "text/html,application/xhtml+xml,application/xml;q=0.9,*/*;q=0.8"
    response = ask(service, "/sparql", accept=firefox)
    assert (response.status, response.header("location")) == (303, f"{TOP}sparql.html")
    assert "sparql.html" in service.build.files


def test_the_default_graph_is_the_graph_of_all(service: Service) -> None:
    """What is said with sd:UnionDefaultGraph."""
    store = described(service)
    assert set(pairs(store, f"{SD}feature").values()) == {f"{SD}UnionDefaultGraph"}
    inferred = graph_iri(service.build.manifest.base, "inferred")
    query = f"ASK {{ GRAPH <{inferred}> {{ ?s ?p ?o }} ?s ?p ?o }}"
    assert b"true" in bytes(ask(service, f"/sparql?query={query.replace(' ', '+')}").body)
