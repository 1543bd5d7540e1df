"""rdflib: documents by their IRI in each of its formats, and the SPARQL endpoint as a store."""

import pytest
from rdflib import RDF, SKOS, Dataset, Graph
from rdflib.plugins.stores.sparqlstore import SPARQLStore

from tests.server.clients.answers import SELECT, concepts, document, triples
from tests.server.serving import Served

NAMES = ["schule", "schule/MA", "schule/MA%201%2Fa", "ontology", "dataset"]


@pytest.mark.parametrize("format", ["turtle", "xml", "json-ld", "n3", "nt", None])
@pytest.mark.parametrize("name", NAMES)
def test_an_iri_in_each_format(tiny_served: Served, name: str, format: str | None) -> None:
    graph = Graph().parse(f"{tiny_served.url}{name}", format=format)
    place = name.replace("%", "%25") if "%2F" in name else name
    assert triples(graph.serialize(format="nt")) == document(tiny_served, place)


@pytest.mark.parametrize("format", ["trig", "json-ld"])
def test_datasets(tiny_served: Served, format: str) -> None:
    dataset = Dataset(default_union=True).parse(f"{tiny_served.url}schule/MA", format=format)
    actual = {(s, p, o) for s, p, o, *_ in dataset.quads()}
    assert len(actual) == len(document(tiny_served, "schule/MA"))


def test_the_endpoint_as_a_store(tiny_served: Served) -> None:
    graph = Graph(SPARQLStore(f"{tiny_served.url}sparql"))
    assert [str(row[0]) for row in graph.query(SELECT)] == concepts(tiny_served)
    actual = {str(s) for s in graph.subjects(RDF.type, SKOS.Concept)}
    assert actual == set(concepts(tiny_served))


@pytest.mark.parametrize("method", ["GET", "POST", "POST_FORM"])
@pytest.mark.parametrize("format", ["xml", "json", "csv", "tsv"])
def test_each_method_and_format_of_the_store(tiny_served: Served, method: str, format: str) -> None:
    store = SPARQLStore(f"{tiny_served.url}sparql", returnFormat=format, method=method)
    actual = [str(row[0]) for row in Graph(store).query(SELECT)]
    assert actual == concepts(tiny_served)
