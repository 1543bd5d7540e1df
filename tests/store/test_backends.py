"""Every engine gives the same answer to the same query, and refuses the same queries."""

import pyoxigraph as ox
import pytest
from rdflib import SKOS, Literal

from crosswalk_rdf.store.answers import Boolean, Solutions, Triples
from crosswalk_rdf.store.backend import QueryBackend, QuerySyntaxError
from crosswalk_rdf.store.endpoint_backend import EndpointBackend
from crosswalk_rdf.store.oxigraph_backend import OxigraphBackend
from crosswalk_rdf.store.rdflib_backend import RdflibBackend, dataset_of
from crosswalk_rdf.store.syntax import check_syntax

from .conftest import EX, names

PREFIXES = "PREFIX : <https://example.org/> PREFIX skos: <http://www.w3.org/2004/02/skos/core#> "
QUERIES = [
    "SELECT ?s ?p ?o WHERE { ?s ?p ?o } ORDER BY ?s ?p ?o",
    "SELECT * WHERE { ?s skos:notation ?n OPTIONAL { ?s skos:broader ?b } } ORDER BY ?s",
    "SELECT ?g (COUNT(*) AS ?n) WHERE { GRAPH ?g { ?s ?p ?o } } GROUP BY ?g ORDER BY ?g",
    "SELECT ?g ?s ?p WHERE { ?s ?p ?o . GRAPH ?g { ?s ?p ?o } } ORDER BY ?g ?s ?p",
    "SELECT (COUNT(*) AS ?n) { ?s ?p ?o MINUS { GRAPH <https://example.org/graph/a> {?s ?p ?o} } }",
    (
        "SELECT (SUM(?p) AS ?sum) (AVG(?w) AS ?mean) (MAX(?w) AS ?most) (COUNT(?p) > 1 AS ?many) "
        "WHERE { ?s :position ?p ; :weight ?w }"
    ),
    "SELECT ?x WHERE { VALUES ?x { 1 01 1.0 true 'x' 'x'@EN-gb } } ORDER BY STR(?x)",
    "SELECT ?s WHERE { ?s skos:notation '9' }",
    "SELECT (LANG(?l) AS ?tag) (STRLEN(?l) AS ?n) WHERE { ?s skos:prefLabel ?l }",
    "CONSTRUCT { ?o skos:narrower ?s } WHERE { ?s skos:broader ?o }",
    "CONSTRUCT WHERE { ?s ?p ?o }",
    "ASK { :2 skos:broader :1 }",
    "ASK { :1 skos:broader :2 }",
]


@pytest.fixture(scope="session")
def reference(store: ox.Store) -> RdflibBackend:
    return RdflibBackend(dataset_of(store))


@pytest.mark.parametrize("query", QUERIES)
def test_same_answers(store: ox.Store, reference: QueryBackend, server: str, query: str) -> None:
    answer = OxigraphBackend(store).query(PREFIXES + query)
    assert reference.query(PREFIXES + query) == answer
    assert EndpointBackend(server).query(PREFIXES + query) == answer


def test_the_default_graph_is_the_union(store: ox.Store) -> None:
    query = f"{PREFIXES} SELECT ?n WHERE {{ ?s skos:broader ?o ; skos:notation ?n }}"
    assert OxigraphBackend(store).query(query) == Solutions(("n",), ((Literal("2"),),))


def test_a_query_may_name_its_graphs(store: ox.Store) -> None:
    query = f"{PREFIXES} SELECT (COUNT(*) AS ?n) FROM <https://example.org/graph/c> {{ ?s ?p ?o }}"
    assert OxigraphBackend(store).query(query) == Solutions(("n",), ((Literal(1),),))


def test_a_word_that_is_none_of_the_query_changes_nothing(store: ox.Store) -> None:
    query = f"{PREFIXES} SELECT ?n WHERE {{ ?s skos:notation ?n FILTER(?n != 'from it') }} # from"
    assert len(OxigraphBackend(store).query(query).rows) == 2  # type: ignore[union-attr]


def test_the_store_is_left_as_it_was(store: ox.Store) -> None:
    before = {str(quad) for quad in store}
    engine = OxigraphBackend(store)
    for query in QUERIES:
        engine.query(PREFIXES + query)
    with pytest.raises(QuerySyntaxError):
        engine.query("SELECT GRAPH")
    assert {str(quad) for quad in store} == before


def test_kinds_of_answer(store: ox.Store) -> None:
    engine = OxigraphBackend(store)
    assert engine.query(PREFIXES + "ASK {}") == Boolean(True)
    one, two = names("1", "2")
    query = PREFIXES + "CONSTRUCT { ?o skos:narrower ?s } WHERE { ?s skos:broader ?o }"
    assert engine.query(query) == Triples(((one, SKOS.narrower, two),))


@pytest.mark.parametrize(
    ("query", "message"),
    [
        ("SELEC ?s", "line 1, column .*cannot stand here"),
        ("SELECT ?s\nWHERE { ?s ?p }", "line 2, column"),
        ("SELECT ?s WHERE { ?s foaf:name ?n }", "the prefix foaf: is not declared; add PREFIX"),
        ("SELECT ?s WHERE {", "the end of the line"),
        ("", "not valid SPARQL"),
        ("INSERT DATA { <a:b> <a:b> <a:b> }", "line 1, column"),
    ],
)
def test_syntax_errors(
    store: ox.Store, reference: QueryBackend, server: str, query: str, message: str
) -> None:
    for engine in (OxigraphBackend(store), reference, EndpointBackend(server)):
        with pytest.raises(QuerySyntaxError, match=message) as caught:
            engine.query(query)
        assert "\n" not in str(caught.value)


def test_an_endpoint_without_union_is_told_the_graphs(server: str) -> None:
    query = "SELECT (COUNT(*) AS ?n) WHERE { ?s ?p ?o }"
    count = EndpointBackend(server, graphs=(str(EX["graph/c"]),)).query(query)
    assert count == Solutions(("n",), ((Literal(1),),))


@pytest.mark.timeout(60)  # by the square of the length it takes an hour
def test_the_reason_is_found_in_a_long_line() -> None:
    with pytest.raises(QuerySyntaxError, match="the prefix foo: is not declared"):
        check_syntax('SELECT * { ?s ?p "' + "a" * 500_000 + '" . ?x ?y foo:bar')
